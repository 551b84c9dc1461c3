//! Counters, registers, sets and lists at their limits: what they hold, what they refuse, and what
//! they leave behind.

use libtest_mimic::Trial;

use crate::house::run::{Folder, Run, words};
use crate::house::script::scripted;

/// A helper that wants a status and words.
const COMMON: &str = r#"says() { local wanted=$1 words=$2 status=0; shift 2; "$@" > said 2>&1 || status=$?
    [ $status = $wanted ] && grep -qF -- "$words" said || { echo "status $status, wanted $wanted and '$words': $*"; cat said; exit 1; }; }
"#;

/// Unsorted ids, short as they usually are: 6 MB, read within 1 MiB of table, and few open files.
const MEMORY: &str = r#"seq 0 399999 | awk '{printf "n%07d\t%d\n", ($1 * 7919) % 400009, $1 % 9}' > rows
LC_ALL=C sort rows | decent gcounter merge > wanted
fails env TMPDIR=/nonexistent decent gcounter merge --memory 1M rows -o out
says 2 'no such file' env TMPDIR=/nonexistent decent gcounter merge --memory 1M rows -o out
test ! -e out
# What is anonymous memory; the inputs are mapped.
(ulimit -d 6144; ulimit -n 16; decent gcounter merge --memory 1M rows -o out --json | grep -q unsorted)
cmp out wanted
# Over a thousand runs.
(ulimit -d 6144; ulimit -n 16; decent gcounter merge --memory 64K rows -o out --json | grep -q unsorted)
cmp out wanted
# Both halves of a counter that falls, in the same room.
awk 'NR <= 20000 {print $0 "\t" $2 % 5}' rows > halves
LC_ALL=C sort halves | awk '{p = p "," "\"" $1 "\":" $2; n = n "," "\"" $1 "\":" $3}
    END {print "{\"p\":{" substr(p, 2) "},\"n\":{" substr(n, 2) "}}"}' > wanted
(ulimit -d 6144; ulimit -n 16; decent pncounter merge --memory 1M halves -o out --json | grep -q unsorted)
cmp out wanted
(ulimit -d 6144; ulimit -n 16; decent pncounter merge --memory 64K wanted halves wanted -o out -q > log)
cmp out wanted
(ulimit -d 6144; decent pncounter add --memory 1M --replica zoe --by=-3 wanted -o out)
decent pncounter delta wanted out | grep -qx '{"p":{},"n":{"zoe":3}}'"#;

/// Merge programs that print without end, that stay, that print nothing right; no folder is left.
const PROGRAMS: &str = r#"mkdir tmp && export TMPDIR=$PWD/tmp
laws() { decent gcounter verify --laws "$@"; }
says 2 'wanted at most 67108864 bytes from the merge program, found more' laws --exec yes --count 1
says 2 'wanted at most 67108864 bytes' laws --exec 'echo $$ > pid; exec yes' --count 1
says 1 '' kill -0 $(cat pid)
says 2 'ends well' laws --exec 'exit 3 #' --count 1
(ulimit -v 80000; says 2 'no memory' laws --exec 'ulimit -v unlimited; yes' --count 1)
laws --exec 'decent gcounter merge' --count 3 > log
# Programs that programs call see the files too.
laws --exec 'sh -c "exec 3<&- 4<&- 5<&- 6<&-; sh -c \"decent gcounter merge \\\"\\\$1\\\" \\\"\\\$2\\\"\" sh \"\$1\" \"\$2\"" sh' --count 3 > log
env --default-signal=INT decent gcounter verify --laws --exec 'echo $$ > pid; echo "$1" > name; exec sleep 100 #' --count 1 &
while ! test -s name; do sleep 0.01; done
test -e $(cat name)
ls -A tmp | wc -l | grep -qx 0
kill -INT $! && status=0; wait $! || status=$?
test $status = 130
kill $(cat pid)
ls -A tmp | wc -l | grep -qx 0
for count in 0 -1; do says 2 "invalid value '$count' for '--count <N>': $count is not in 1..=4294967295" laws --count $count; done"#;

/// What can't be merged is not compared either.
const KINDS: &str = r#"printf '{"at":7,"replica":"a","value":"x"}\n' > last
printf '{"values":[{"clock":{"a":1},"value":"x"}]}\n' > many
sed 's/"x"/"y"/' many > other
for verb in merge 'merge --stable' 'merge --stable --explain'; do
    says 1 'many: line 1, column 1: wanted a register of the last write, as before, found a multi-value one' decent register $verb last many
    says 1 'other: line 1, column 1: wanted one value by clock {"a":1}, found "x" and "y"' decent register $verb many other
done
says 1 'as before' decent register delta last many
says 1 'as before' decent register merge --stable many last
decent register new > new
says 1 'as before' decent register merge --stable new last many
decent register merge --stable many many | grep -qxF '{"a":1}'"#;

/// Parents in a circle, in one state or in two.
const CIRCLE: &str = r#"one='{"replica":"a","seq":1,"parent":["a",2],"value":"x"}'
two='{"replica":"a","seq":2,"parent":["a",1],"value":"y"}'
echo "{\"seen\":{\"a\":2},\"items\":[$one,$two]}" > both
echo "{\"seen\":{\"a\":1},\"items\":[$one]}" > one
echo "{\"seen\":{\"a\":2},\"items\":[$two]}" > two
for verb in show merge 'edit --replica b --at 0 --insert x'; do
    says 1 'both: line 1, column 1: wanted items beside others, in no circle, found event 1 of "a" beside itself' decent seq $verb both
done
says 1 'two: wanted items beside others, in no circle' decent seq merge one two
says 1 'two: wanted items beside others, in no circle' decent seq merge --stable one two
decent seq merge one | cmp - one"#;

/// What git calls its files is said only where there is no other name.
const DRIVER: &str = r"echo 46 > base && echo 45 > .merge_file_XX && echo 47 > theirs
says 1 'merge: .merge_file_XX: wanted at least 46' decent gcounter merge --driver base .merge_file_XX theirs
says 1 'merge: dir/votes: wanted at least 46' decent gcounter merge --driver base .merge_file_XX theirs dir/votes
says 1 'merge: dir/votes: wanted at least 46 as' decent gcounter merge --driver base .merge_file_XX theirs dir/votes
echo '{' > theirs
says 1 'merge: dir/votes: line ' decent gcounter merge --driver base .merge_file_XX theirs dir/votes
says 2 'wants three files' decent gcounter merge --driver base .merge_file_XX
says 2 'wants three files' decent gcounter merge --driver base .merge_file_XX theirs name more
grep -qx 45 .merge_file_XX";

/// Rows that are not there, and values that begin with a minus.
const OPTIONS: &str = r#"for i in 1 2 3; do printf 'a {"a":%d}\nsays\n' $i; done > log
says 2 '--from: wanted a row from 1 to 3, found 50' decent clock draw --from 50 log
says 2 '--from: wanted a row from 1 to 3, found 4' decent clock draw --from 4 --to 9 log
says 2 '--to: wanted a row from 3 to 3, found 2' decent clock draw --from 3 --to 2 log
decent clock draw --from 3 --to 9 log | grep -q 'a:3'
says 2 "'-1' for '--memory <SIZE>': \"-1\" is no size: give 16384, 16K" decent gcounter merge --memory -1
says 2 "'-1' for '--elapsed <T>'" decent phi --elapsed -1
says 2 "'-5' for '<N>': a number of nodes from 1 to" decent quorum -5
fails grep -qF -- "'-- -" said
says 2 "unexpected argument '-9'" decent gcounter show -9"#;

/// Many values at once: what was cubic took minutes, and the runner waits no longer than that.
fn many() {
    let folder = Folder::new();
    let all = |line: fn(u32) -> String| (1..=20_000).map(line).collect::<String>().into_bytes();
    let values =
        all(|n| format!("{{\"values\":[{{\"clock\":{{\"r{n}\":1}},\"value\":\"v{n}\"}}]}}\n"));
    let rows = all(|n| format!("el{n}\ta\t{}\n", n * 7919 % 20_011));
    let log = all(|n| format!("{{\"replica\":\"a\",\"seq\":{n},\"add\":\"el{n}\"}}\n"));
    for (tool, input, begins) in [
        (
            "register",
            values,
            "{\"values\":[{\"clock\":{\"r1\":1},\"value\":\"v1\"},",
        ),
        ("orset", rows, "{\"seen\":{\"a\":"),
        (
            "orset",
            log,
            "{\"seen\":{\"a\":20000},\"elements\":{\"el1\":[[\"a\",1]],",
        ),
    ] {
        let ended = Run::new(folder.path(), &words(&[tool, "merge"]))
            .stdin(input)
            .end();
        assert_eq!(ended.status, 0, "{}", ended.said());
        let state = String::from_utf8(ended.stdout).unwrap();
        assert!(state.starts_with(begins), "{state:.200}");
        let elements = tool == "orset";
        let one = if elements { "\"el" } else { "{\"clock\"" };
        // One of them is the word itself.
        let n = 20_000 + usize::from(elements);
        assert_eq!(state.matches(one).count(), n, "{tool}");
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    let script = |name: &str, script: &str| {
        scripted(format!("counter::{name}"), &[], format!("{COMMON}{script}"))
    };
    vec![
        script("memory is bounded, and so are open files", MEMORY),
        script("merge programs are bounded, and leave nothing", PROGRAMS),
        script("kinds that can't be merged are refused", KINDS),
        script("parents in a circle are refused", CIRCLE),
        script("a driver names the file that git means", DRIVER),
        script("rows and values that can't be meant", OPTIONS),
        Trial::test("counter::many values, rows and operations", || {
            many();
            Ok(())
        }),
    ]
}
