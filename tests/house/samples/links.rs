//! Samples of the tools on rosters, links and proofs.

use super::{Changed, PLAIN, Product, Sample};

/// A roster of four, a chain of nine blocks on which all links are made but the last ones.
macro_rules! chain {
    ($more:literal) => {
        concat!(
            "umask 077; for i in 1 2 3 4 5; do printf %064d $i > k$i; done
for i in 1 2 3 4 5; do decent key convert --public --to pem k$i > m$i.pub; done
decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
decent roster new -q m2.pub m3.pub m4.pub m5.pub -o them > log
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
seq 7 | decent skipchain add -q --lines --time 2000 c.skip > log
decent skipchain add -q --roster them --time 2000 c.skip > log
decent skipchain link -q c.skip > requests
for i in 1 2 3 4; do decent skipchain cosign -q --key k$i --chain c.skip requests; done > shares 2> log
decent skipchain link -q c.skip --from 0 --to 8 > request
for i in 1 2 3; do decent skipchain cosign -q --key k$i --chain c.skip request; done > few
cp c.skip unlinked\n",
            $more
        )
    };
}

const ROSTERS: &str = chain!("");
const LINKED: &str = chain!("decent skipchain join -q c.skip shares > log");
const PROVEN: &str = chain!(
    "decent skipchain join -q c.skip shares > log
decent skipchain prove -q c.skip --from 1 -o proof > log
decent skipchain prove -q c.skip --from 8 --to 3 --style skip -o back > log
decent skipchain prove -q c.skip --from 0 --to 4 -o half > log
decent skipchain prove -q c.skip --from 1 --format json -o json > log
decent skipchain list c.skip 1:2 | awk '{print $NF}' > one
decent skipchain list c.skip 8:9 | awk '{print $NF}' > eight
decent skipchain follow -q --state seen --trust c.skip half > log"
);
/// Five headers of a chain of one's own, won by three.
const HEADERS: &str = chain!(
    "echo '{\"name\":\"own\",\"limit\":\"207fffff\",\"spacing\":10,\"interval\":4}' > own.json
hex() { decent key convert --public --to hex k$1; }
decent block new --network own.json --root $(hex 1) --time 1000 > h
decent block mine -q h > headers
next() { decent block new --network own.json --after headers --root $(hex $1) --time $2 > h
decent block mine -q h >> headers; }
next 2 1010; next 3 1020; next 2 1030; next 2 1040"
);
const FORKED: &str = chain!(
    "cp c.skip d.skip
for c in c d; do echo $c | decent skipchain add -q --time 2001 $c.skip
decent skipchain link -q $c.skip --from 8 --to 9 > r
for i in 2 3 4; do decent skipchain cosign -q --key k$i --chain $c.skip r; done | decent skipchain join -q $c.skip; done > log
decent skipchain diff c.skip d.skip -o evidence > log || true"
);

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "roster new",
        setup: ROSTERS,
        options: &["--threshold", "3"],
        files: &["m1.pub", "m2.pub", "m3.pub", "m4.pub"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "roster new",
        setup: HEADERS,
        options: &["--window", "4", "--from-headers", "@headers"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("headers", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "roster show",
        setup: ROSTERS,
        files: &["@us"],
        artefacts: &[("us", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "roster verify",
        setup: ROSTERS,
        files: &["@us"],
        artefacts: &[("us", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "roster diff",
        setup: ROSTERS,
        files: &["@us", "us"],
        names_others: true,
        product: Product::Nothing,
        artefacts: &[("us", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain link",
        setup: ROSTERS,
        files: &["@c.skip"],
        product: Product::Artefact,
        artefacts: &[("c.skip", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain cosign",
        setup: ROSTERS,
        options: &["--key", "@k2", "--chain", "c.skip"],
        files: &["@request"],
        product: Product::Artefact,
        artefacts: &[
            ("request", Changed::SameJson),
            ("c.skip", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "skipchain join",
        setup: ROSTERS,
        again: "rm -f c.skip*; cp unlinked c.skip",
        options: &["c.skip"],
        files: &["@few"],
        names_others: true,
        artefacts: &[("few", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain prove",
        setup: LINKED,
        options: &["--from", "1"],
        files: &["@c.skip"],
        product: Product::Artefact,
        artefacts: &[("c.skip", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain verify",
        setup: PROVEN,
        options: &["--max-turnover", "25", "--trust", "@one"],
        files: &["@proof"],
        names_others: true,
        artefacts: &[("proof", Changed::NeverYes), ("one", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain verify",
        setup: PROVEN,
        options: &["--trust=one", "--max-age=30d", "--at", "1970-01-02"],
        files: &["@json"],
        artefacts: &[("json", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain verify",
        setup: PROVEN,
        options: &["--trust", "<eight"],
        files: &["@back"],
        artefacts: &[("back", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain verify",
        setup: FORKED,
        options: &["--roster", "them"],
        files: &["@evidence"],
        artefacts: &[("evidence", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain follow",
        setup: PROVEN,
        options: &["--state", "seen", "--trust", "c.skip"],
        files: &["@half"],
        artefacts: &[("half", Changed::NeverYes), ("seen", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain diff",
        setup: LINKED,
        files: &["@c.skip", "c.skip"],
        names_others: true,
        product: Product::Nothing,
        artefacts: &[("c.skip", Changed::Anything)],
        ..PLAIN
    },
];
