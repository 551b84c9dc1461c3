//! Samples of the tools on replicated counters.

use super::{Changed, PLAIN, Product, Sample};

const STATES: &str = "echo '{\"anna\":3,\"bert\":1}' > a && echo '{\"bert\":4,\"carl\":1}' > b && decent gcounter merge a b > new";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "gcounter new",
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "gcounter add",
        setup: STATES,
        options: &["--replica", "anna", "@a"],
        product: Product::Bytes,
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter merge",
        setup: STATES,
        files: &["@a", "@b"],
        product: Product::Bytes,
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter show",
        setup: STATES,
        files: &["@a"],
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter delta",
        setup: STATES,
        files: &["@a", "@new"],
        product: Product::Bytes,
        artefacts: &[("new", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter verify",
        setup: STATES,
        options: &["--laws"],
        files: &["@a", "@b"],
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
];

/// States that differ, and one that has all of both.
macro_rules! kin {
    ($name:literal, $a:literal, $b:literal, $($edit:expr),*) => {
        &[
            Sample {
                tool: concat!($name, " new"),
                product: Product::Bytes,
                ..PLAIN
            },
            $(Sample {
                setup: concat!("echo '", $a, "' > a"),
                product: Product::Bytes,
                artefacts: &[("a", Changed::Anything)],
                ..$edit
            },)*
            Sample {
                tool: concat!($name, " merge"),
                setup: concat!("echo '", $a, "' > a && echo '", $b, "' > b"),
                files: &["@a", "@b"],
                product: Product::Bytes,
                artefacts: &[("a", Changed::Anything)],
                ..PLAIN
            },
            Sample {
                tool: concat!($name, " show"),
                setup: concat!("echo '", $a, "' > a"),
                files: &["@a"],
                artefacts: &[("a", Changed::Anything)],
                ..PLAIN
            },
            Sample {
                tool: concat!($name, " delta"),
                setup: concat!("echo '", $a, "' > a && echo '", $b, "' > b && decent ", $name, " merge a b > new"),
                files: &["@a", "@new"],
                product: Product::Bytes,
                artefacts: &[("new", Changed::Anything)],
                ..PLAIN
            },
            Sample {
                tool: concat!($name, " verify"),
                setup: concat!("echo '", $a, "' > a && echo '", $b, "' > b"),
                options: &["--laws"],
                files: &["@a", "@b"],
                artefacts: &[("a", Changed::Anything)],
                ..PLAIN
            },
        ]
    };
}

const fn edit(
    tool: &'static str,
    options: &'static [&'static str],
    files: &'static [&'static str],
) -> Sample {
    Sample {
        tool,
        options,
        files,
        ..PLAIN
    }
}

pub(super) const KIN: [&[Sample]; 4] = [
    kin!(
        "pncounter",
        r#"{"p":{"anna":3},"n":{"bert":1}}"#,
        r#"{"p":{"anna":1},"n":{"bert":4}}"#,
        edit("pncounter add", &["--replica", "anna", "--by=-2"], &["@a"])
    ),
    kin!(
        "register",
        r#"{"at":7,"replica":"anna","value":"red"}"#,
        r#"{"at":8,"replica":"bert","value":"blue"}"#,
        edit(
            "register add",
            &["--replica", "carl", "--at", "9"],
            &["@a", "green"]
        )
    ),
    kin!(
        "orset",
        r#"{"seen":{"anna":2},"elements":{"milk":[["anna",2]]}}"#,
        r#"{"seen":{"anna":1,"bert":1},"elements":{"eggs":[["bert",1]]}}"#,
        edit("orset add", &["--replica", "anna"], &["@a", "eggs"]),
        edit("orset remove", &["--replica", "bert"], &["@a", "milk"])
    ),
    kin!(
        "seq",
        r#"{"seen":{"a":2},"items":[{"replica":"a","seq":1,"value":"h"},{"replica":"a","seq":2,"parent":["a",1],"value":"i"}]}"#,
        r#"{"seen":{"a":1,"b":1},"items":[{"replica":"b","seq":1,"parent":["a",1],"side":"left","value":"o"},{"replica":"a","seq":1,"value":"h"}]}"#,
        edit(
            "seq edit",
            &["--replica", "b", "--at", "1", "--insert", "e"],
            &["@a"]
        )
    ),
];
