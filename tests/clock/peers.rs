//! Clocks and suspicion beside programs that others wrote: jq compares whole clocks, Python has an
//! error function of its own.

use libtest_mimic::Trial;

use crate::house::run::root;
use crate::house::script::scripted;

/// Of every event of a real log: how many are before it, how many behind it. jq goes by the
/// definition, entry by entry; `decent` by one look-up an event.
const ORDER: &str = r#"
decent clock merge --to jsonl LOGS/broadcast.log > lines
test $(wc -l < lines) = 39
jq -sr '
  def within($a; $b): [$a | to_entries[] | select(.value > ($b[.key] // 0))] == [];
  . as $all | .[] | .clock as $c | "\(.host):\($c[.host])
\([$all[] | select(.clock != $c and within(.clock; $c))] | length)
\([$all[] | select(.clock != $c and within($c; .clock))] | length)"' lines | paste - - - > wanted
while read -r event past future; do
    test $(decent clock list --past $event lines | wc -l) = $past || { echo "past of $event"; exit 1; }
    test $(decent clock list --future $event lines | wc -l) = $future || { echo "future of $event"; exit 1; }
done < wanted
test $(wc -l < wanted) = 39
"#;

/// Suspicion on both sides of the mean and far out, to the four digits that are printed.
const PHI: &str = r#"
python3 - > wanted <<'END'
import math
last = [1000.0, 1100.0, 900.0, 1050.0, 950.0, 400.0]
mean = sum(last) / len(last)
deviation = math.sqrt(sum((one - mean) ** 2 for one in last) / len(last))
print("\n".join(str(one) for one in last), file=open("intervals", "w"))
for elapsed in range(0, 9001, 450):
    y = (elapsed - mean) / deviation
    print(elapsed, "%.4f" % abs(math.log10(math.erfc(y / math.sqrt(2)) / 2)))
END
while read -r elapsed phi; do
    ours=$(decent phi --elapsed $elapsed --threshold 1000 --min-deviation 0 intervals)
    test "$ours" = "$phi" || { echo "after $elapsed: $ours, Python says $phi"; exit 1; }
done < wanted
test $(wc -l < wanted) = 21
"#;

pub(crate) fn trials() -> Vec<Trial> {
    let logs = root().join("tests/vectors/clock").display().to_string();
    let trial = |name: &str, programs: &[&str], script: &str| {
        scripted(
            format!("clock::{name}"),
            programs,
            script.replace("LOGS", &logs),
        )
    };
    vec![
        trial("jq agrees on past and future", &["jq"], ORDER),
        trial("python3 agrees on phi", &["python3"], PHI),
    ]
}
