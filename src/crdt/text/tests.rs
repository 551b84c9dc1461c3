//! Tests of the file above.

use super::*;
use proptest::prelude::*;

fn strings(text: &str, chunk: usize) -> Result<String> {
    let source = Source::from_bytes(text.as_bytes());
    let mut text = Text::new(&source, chunk);
    let found = text.string("a string")?;
    match text.peek_word()? {
        None => Ok(found),
        Some(_) => Err(text.wrong("the end")),
    }
}

/// Vectors of RFC 8259, section 7, and of Nicolas Seriot's `JSONTestSuite` (`n_string_*`).
#[test]
fn strings_are_unescaped_or_refused() {
    for chunk in [1, 3, 100] {
        assert_eq!(
            strings(r#""\uD834\uDD1E""#, chunk).expect("a clef"),
            "\u{1d11e}"
        );
        assert_eq!(
            strings(r#" "a\"\/\\\b\u0000é" "#, chunk).expect("ok"),
            "a\"/\\\u{8}\0é"
        );
        for bad in [
            r#""\uD800""#,
            r#""\uD800\u""#,
            r#""\uDD1E""#,
            r#""\uD800\uD800""#,
            r#""\x""#,
            r#""\u00g0""#,
            "\"a",
            "\"\t\"",
            "a",
            "",
            r#""\"#,
            r#""a" b"#,
        ] {
            assert!(strings(bad, chunk).is_err(), "{bad}");
        }
    }
}

#[test]
fn numbers_are_natural_or_refused_in_place() {
    for chunk in [1, 2, 64] {
        let read = |text: &str| {
            let source = Source::from_bytes(text.as_bytes().to_vec());
            Text::new(&source, chunk).count().map_err(|e| e.to_string())
        };
        assert_eq!(read(" 0 ").map(|c| c.small()), Ok(Some(0)));
        let large = "123456789012345678901234567890";
        assert_eq!(read(large).map(|c| c.to_string()), Ok(large.into()));
        for (text, error) in [
            (
                "\n -1",
                "line 2, column 2: wanted a natural number, found a negative number",
            ),
            (
                "1.0",
                "line 1, column 1: wanted a natural number, found a fraction",
            ),
            (
                "1e3",
                "line 1, column 1: wanted a natural number, found an exponent",
            ),
            (
                "01",
                "line 1, column 1: wanted a natural number, found a zero before the digits",
            ),
            (
                "\"1\"",
                "line 1, column 1: wanted a natural number, found a string",
            ),
            (
                "null",
                "line 1, column 1: wanted a natural number, found null",
            ),
            (
                "",
                "line 1, column 1: wanted a natural number, found the end",
            ),
        ] {
            assert_eq!(read(text).expect_err(text), error);
        }
    }
}

#[test]
fn numbers_past_the_maximum_are_refused() {
    let source = Source::from_bytes(vec![b'7'; MAX_DIGITS + 2]);
    let error = Text::new(&source, 1000).count().expect_err("too long");
    assert_eq!(error.slug, slug::TOO_LARGE);
}

proptest! {
    #[test]
    fn written_strings_are_read_again(letters in proptest::collection::vec(any::<char>(), 0..60), chunk in 1usize..9) {
        let text = String::from_iter(letters);
        let mut out = Vec::new();
        put_string(&mut out, text.as_bytes());
        let standard: String = serde_json::from_slice(&out).expect("serde_json reads it");
        prop_assert_eq!(&standard, &text);
        let source = Source::from_bytes(out);
        prop_assert_eq!(Text::new(&source, chunk).string("a string").expect("read"), text);
    }
}
