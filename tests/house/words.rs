//! How the program reads numbers, times and pages, and how it shows names: its own files, which need
//! nothing of the rest.

use std::time::Duration;

use libtest_mimic::Trial;

use super::markdown::{Exchange, exercise, pages, shown, transcripts, wrapped};

#[path = "../../bin/amount.rs"]
mod amount;
#[path = "../../bin/args.rs"]
mod args;
#[path = "../../bin/shown.rs"]
#[expect(dead_code, reason = "half of it is the program's")]
mod names;

use amount::Amount;
use args::{ByteRange, Size, Time};
use names::{escape, shell_word};

type Test = fn();

pub(crate) fn trials() -> Vec<Trial> {
    let tests: [(&str, Test); 9] = [
        ("sizes", sizes),
        ("times", times),
        ("ranges", ranges),
        ("lines break between words", lines_break_between_words),
        ("an exercise and its solution", an_exercise_and_its_solution),
        ("pages and transcripts", pages_and_transcripts),
        (
            "a name is one word of the shell",
            a_name_is_one_word_of_the_shell,
        ),
        (
            "no sequence reaches a terminal",
            no_sequence_reaches_a_terminal,
        ),
        (
            "tries are told with rate and luck",
            tries_are_told_with_rate_and_luck,
        ),
    ];
    let trial = |(name, test): (&str, Test)| {
        Trial::test(format!("words::{name}"), move || {
            test();
            Ok(())
        })
    };
    tests.map(trial).into()
}

fn sizes() {
    for (text, bytes) in [
        ("0", 0),
        ("16384", 16384),
        ("16K", 16384),
        ("16k", 16384),
        ("16KiB", 16384),
        ("1M", 1 << 20),
        ("16kB", 16000),
        ("3TiB", 3 << 40),
    ] {
        assert_eq!(text.parse::<Size>(), Ok(Size(bytes)), "{text}");
    }
    for text in ["", "K", "-1", "16 K", "1.5M", "16KiBB", "99999999999T"] {
        assert!(text.parse::<Size>().is_err(), "{text}");
    }
}

fn times() {
    for (text, seconds) in [
        ("0", 0),
        ("-1", -1),
        ("1970-01-01T00:00:00Z", 0),
        ("2000-02-29T12:34:56Z", 951_827_696),
        ("2026-11-26T23:00:00.5+01:00", 1_795_730_400),
    ] {
        assert_eq!(text.parse::<Time>(), Ok(Time(seconds)), "{text}");
    }
    for text in [
        "",
        "now",
        "2026-13-01T00:00:00Z",
        "2026-02-30",
        "2026-01-01T00:00:00",
    ] {
        assert!(text.parse::<Time>().is_err(), "{text}");
    }
}

fn ranges() {
    let range = |text: &str| text.parse::<ByteRange>().map(|range| range.within(100));
    assert_eq!(range("1:2"), Ok(1..2));
    assert_eq!(range("1K:2K"), Ok(1024..2048));
    assert_eq!(range("7:"), Ok(7..100));
    assert_eq!(range(":7"), Ok(0..7));
    for text in ["", "7", "2:1", "1:1", "a:b", "1:2:3"] {
        assert!(range(text).is_err(), "{text}");
    }
}

const TEXT: &str =
    "# Top\n## one\nwords\n```console\n$ printf 'a\n> b'\na\nb\n$ false\n[1]\n```\n## two\nmore\n";

fn lines_break_between_words() {
    let text = "one two three\n\nwide-as-it-is four\n```\na b c d e f\n```\n";
    let wanted = "one two\nthree\n\nwide-as-it-is\nfour\n```\na b c d e f\n```\n";
    assert_eq!(wrapped(text, 9), wanted);
    assert_eq!(wrapped("a b\n", 80), "a b\n");
}

fn an_exercise_and_its_solution() {
    let body = "Why?\n\nExercise: how\nmany?\n\n```solution\necho 2\n```\n\nWhere.";
    let wanted = Some(("Exercise: how\nmany?", Some("echo 2")));
    assert_eq!(exercise(body), wanted);
    assert_eq!(shown(body), "Why?\n\nExercise: how\nmany?\n\nWhere.");
    assert_eq!(exercise("Exercise: none"), Some(("Exercise: none", None)));
    assert_eq!(exercise("Why?"), None);
}

fn pages_and_transcripts() {
    let pages = pages(TEXT);
    let names: Vec<_> = pages.iter().map(|page| page.0).collect();
    assert_eq!(names, ["one", "two"]);
    assert_eq!(pages[1].1, "more");
    let blocks = transcripts(TEXT);
    assert_eq!(blocks.len(), 1);
    assert_eq!(blocks[0][0].command, "printf 'a\nb'");
    assert_eq!(blocks[0][0].output, "a\nb\n");
    let second = Exchange {
        command: "false".into(),
        output: String::new(),
        status: 1,
    };
    assert_eq!(blocks[0][1], second);
}

fn a_name_is_one_word_of_the_shell() {
    assert_eq!(shell_word(b"a/b-1.txt"), "a/b-1.txt");
    assert_eq!(shell_word(b"it's"), r"'it'\''s'");
    assert_eq!(shell_word(b"\xff'%"), r#""$(printf '\377\047\045')""#);
    assert_eq!(shell_word(b""), "''");
}

fn no_sequence_reaches_a_terminal() {
    let shown = |text: &[u8]| String::from_utf8_lossy(&escape(text, true)).into_owned();
    assert_eq!(shown(b"a\x1b[31m\x7f"), "a\\x1b[31m\\x7f");
    assert_eq!(shown("\u{9b}31m".as_bytes()), "\\xc2\\x9b31m");
    assert_eq!(shown(b"\x9b31m"), "\\x9b31m");
    let turned = "x\u{202e}gpj.exe";
    assert_eq!(shown(turned.as_bytes()), "x\\xe2\\x80\\xaegpj.exe");
    assert_eq!(shown("grün".as_bytes()), "grün");
    assert_eq!(&*escape(b"\x1b\xff", false), b"\x1b\xff");
}

fn tries_are_told_with_rate_and_luck() {
    let second = Duration::from_secs(2);
    let told = Amount::Tries(Some(1_048_576.0)).words(524_288, second);
    let wanted = "524k tries, 262k/s, 0.50 of the expected 1.0M (4.0 s), luck 39%";
    assert_eq!(told, wanted);
    assert_eq!(Amount::Tries(None).words(10, second), "10 tries, 5/s");
    let told = Amount::Tries(Some(1e18)).words(1, Duration::from_secs(1));
    assert!(told.contains("of the expected 1.0E (31.7G y)"), "{told}");
    let told = Amount::Bytes(Some(200)).words(50, second);
    assert_eq!(told, "50 of 200 bytes (25%)");
}
