//! Stamps beside Debian's hashcash, both ways; digests beside openssl; shards beside GNU parallel.

use std::process::Command;

use libtest_mimic::Trial;

use crate::house::peers::peer;
use crate::house::run::{Folder, surroundings};
use crate::house::script::scripted;

/// Stamps of ours, checked there; and theirs, checked here.
const STAMPS: &str = r#"
for resource in a anna@example.org Large@Example.ORG $(printf 'x%.0s' $(seq 90)); do
    for width in 6 10 12; do
        small=$(printf %s $resource | tr A-Z a-z)
        ours=$(decent pow stamp --bits 11 --width $width --extension "k=v;w=$width" $resource)
        hashcash -cqdb11 -f theirs.sdb -r $small "$ours"
        theirs=$(hashcash -mqb11 -z $width -x "k=v;w=$width" $resource)
        decent pow check -q --bits 11 --spent ours.sdb --resource $small "$theirs" > log
    done
done"#;

/// Each verdict is the same on both sides, at many times and for many rules.
const VERDICTS: &str = r#"
stamp=1:24:040806:foo::511801694b4cd6b0:1e7297a
boast=1:25:040806:foo::511801694b4cd6b0:1e7297a
zero=0:040806:foo:511801694b4cd6b0
crashed=0 judged=0
for stamp in $stamp $boast $zero 1:0:040806:adam@mail.dev.null::a:b; do
  for rule in '24 foo 28d 2d' '25 foo 28d 2d' '0 * 28d 2d' '0 f*o 28d 2d' '0 bar 28d 2d' '0 *@*.dev.null 28d 2d' \
      '0 *@*.null 28d 2d' '0 a*@mail.*.null 1d 0' '24 foo 10 0' '24 foo 0 2d' '0 foo 1y 3h'; do
    set -f; set -- $rule; set +f
    for day in 040803 040804 040805 040806 040807 040808 040902 040904 040905 040906 050806 050807 050808; do
        at=$(date -u -d "20$(echo $day | sed 's/../&-/g; s/-$//')" +%s)
        theirs=0
        hashcash -cdqu -f /dev/null -b $1 -e $3 -g $4 -t ${day}000000 -r "$2" $stamp 2> said || theirs=$?
        # It crashes on a stamp without @ where the rule has one; that is no verdict.
        test $theirs -lt 128 || { crashed=$((crashed + 1)); continue; }
        judged=$((judged + 1))
        test $theirs = 0 && theirs=yes || theirs=no
        ours=$(decent pow check -q --bits $1 --expiry $3 --grace $4 --at $at --resource "$2" --no-names $stamp) && ours=yes || ours=no
        test $ours = $theirs || { echo "$stamp by $rule on $day: $ours, hashcash says $theirs"; exit 1; }
    done
  done
done
test $judged -gt 400 || { echo "only $judged verdicts, $crashed crashes"; exit 1; }"#;

/// One file of spent stamps, written and read by both.
const SPENT: &str = r"
one=$(hashcash -mqb8 foo) two=$(decent pow stamp --bits 8 foo) three=$(hashcash -mqb8 foo)
hashcash -cqdb8 -f db -r foo $one
decent pow check -q --bits 8 --resource foo --spent db $two > log
hashcash -cqdb8 -f db -r foo $three
for stamp in $one $two $three; do
    fails hashcash -cqdb8 -f db -r foo $stamp
    fails decent pow check --bits 8 --resource foo --spent db $stamp > log
    grep -q 'FAILED (spent)' log
done
test $(grep -c ' 2419200$' db) = 3
decent pow check --bits 8 --resource foo --spent new $one > log
hashcash -mqb8 foo > fresh
hashcash -cqdb8 -f new -r foo $(cat fresh)
grep -q last_purged new
later=$(($(date +%s) + 40 * 86400))
fails decent pow check --purge --at $later --bits 8 --resource foo --spent db $one > log
test $(wc -l < db) = 1
hashcash -cqdb8 -f db -r foo $(hashcash -mqb8 foo)";

/// A file that is none of spent stamps is left as it is.
const KEPT: &str = r"
stamp=1:24:040806:foo::511801694b4cd6b0:1e7297a
check() { decent pow check --bits 20 --resource foo --at 2004-08-10T00:00:00Z --spent $* $stamp > log 2> said; }
printf %064d 7 > key && cp key kept
for purge in '' --purge; do
    fails check key $purge
    grep -q 'one line without an end' said
    cmp key kept
done
printf last_pur > torn && check torn && test $(wc -l < torn) = 2
check new && cmp new torn
fails check new --purge && grep -q 'FAILED (spent)' log";

/// Every hash over every text encoding, beside the same bytes in openssl.
const DIGESTS: &str = r#"
printf data > data
for pair in sha256:sha256 sha1:sha1 sha512:sha512 blake2b:blake2b512 sha3:sha3-256; do
    for encoding in dec hex b64; do
        set -- $(decent pow mine --hash ${pair%:*} --nonce $encoding --bits 9 --template '<{data}|{nonce}>' data)
        theirs=$(printf '<data|%s>' $1 | openssl dgst -${pair#*:} -r | cut -d' ' -f1)
        test $2 = $theirs || { echo "$pair $encoding: $*, openssl says $theirs"; exit 1; }
        case $2 in 00[0-7]*) ;; *) echo "$2 has no 9 zero bits"; exit 1;; esac
    done
done
set -- $(decent pow mine --hash sha256d --nonce le64 --bits 9 data)
nonce=$(printf %016x $1 | sed 's/../& /g' | tr ' ' '\n' | tac | tr -d '\n')
theirs=$( (cat data; printf $nonce | xxd -r -p) | openssl dgst -sha256 -binary | openssl dgst -sha256 -r | cut -d' ' -f1)
test $2 = $theirs"#;

/// The first shard that finds a solution stops the rest; together they find what one finds alone.
const SHARDS: &str = r"
printf data > data
seq 0 3 | parallel --halt now,success=1 decent pow mine -q --bits 16 --threads 1 --shard {}/4 --no-names data > found
decent pow verify -q --bits 16 --value $(head -n 1 found) data > log
seq 4 | parallel -k -n0 decent pow mine -q --all --bits 8 --count 5000 --shard auto --shards 4 --no-names data > parts
decent pow mine --all --bits 8 --count 5000 --no-names data | cmp - parts";

/// The variables of batch systems: their shards together find what one finds alone, each once.
const SYSTEMS: &str = r#"
printf data > data
mine() { decent pow mine -q --all --bits 6 --count 4099 --no-names "$@" data; }
mine > whole
for i in 3 4 5 6; do SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_COUNT=4 mine --shard auto; done | cmp - whole
for i in 0 1 2; do JOB_COMPLETION_INDEX=$i mine --shard auto --shards 3; done | cmp - whole
for i in 0 1 2 3 4; do OMPI_COMM_WORLD_RANK=$i OMPI_COMM_WORLD_SIZE=5 mine --shard auto; done | cmp - whole
for i in 0 1; do PMI_RANK=$i PMI_SIZE=2 mine --shard auto; done | cmp - whole
for i in 1 2 3; do PARALLEL_SEQ=$i mine --shard auto --shards 3; done | cmp - whole
fails mine --shard auto 2> said
grep -q 'more: decent why no-shard' said"#;

/// The recipes of the README: what a shell is to run parses, and the lines of `decent` in them find
/// what they look for.
fn recipes() -> Trial {
    let readme = include_str!("../../README.md");
    let recipe = |start: &str, end: &str| {
        let (_, rest) = readme.split_once(start).expect("a recipe");
        let (recipe, _) = rest.split_once(end).expect("its end");
        format!("{start}{recipe}")
    };
    let slurm = recipe("sbatch ", "```");
    let mpi = recipe("mpirun ", "`");
    let job = recipe("apiVersion: batch/v1", "```");
    peer("pow::the recipes run", &[], move || {
        let folder = Folder::new();
        let (_, args) = job.split_once("args: [").expect("arguments");
        let (args, _) = args.split_once(']').expect("their end");
        let pod = format!("decent {}", args.replace(',', " "));
        let (_, wrapped) = slurm.split_once('\'').expect("a wrapped line");
        let (wrapped, _) = wrapped.split_once('\'').expect("its end");
        for text in [&slurm, &mpi, &pod, wrapped] {
            let mut bash = Command::new("bash");
            bash.args(["-n", "-c", text]);
            surroundings(&mut bash, folder.path());
            assert!(bash.output()?.status.success(), "{text}");
        }
        // The same lines with an easier puzzle, as the first of all machines would run them.
        let (_, rank) = mpi.split_once(" decent").expect("a line of decent");
        for line in [&format!("decent{rank}"), &pod] {
            let line = line.replace("44", "4").replace("/data/", "");
            let script = format!(
                "printf data > message; export OMPI_COMM_WORLD_RANK=0 OMPI_COMM_WORLD_SIZE=64; \
                 case '{line}' in *shards*) export JOB_COMPLETION_INDEX=0;; esac; {line} > found"
            );
            let mut bash = Command::new("bash");
            bash.args(["-e", "-c", &script]);
            surroundings(&mut bash, folder.path());
            assert!(bash.output()?.status.success(), "{script}");
        }
        Ok(())
    })
}

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        recipes(),
        script("batch systems say which shard", &[], SYSTEMS),
        script(
            "hashcash takes our stamps, and we take its",
            &["hashcash"],
            STAMPS,
        ),
        script("hashcash judges as we do", &["hashcash"], VERDICTS),
        script(
            "hashcash shares its file of spent stamps",
            &["hashcash"],
            SPENT,
        ),
        script("what holds no stamps is not cut", &[], KEPT),
        script("openssl agrees on digests", &["openssl", "xxd"], DIGESTS),
        script("GNU parallel shards a search", &["parallel"], SHARDS),
    ]
}

/// A trial of a script.
pub(super) fn script(name: &str, programs: &[&str], script: &str) -> Trial {
    scripted(format!("pow::{name}"), programs, script)
}
