//! Every error has its page.

use std::collections::BTreeSet;

use decent::error::slug;
use libtest_mimic::Trial;

use super::run::{Folder, Run};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials: Vec<_> = slug::all()
        .map(|slug| {
            Trial::test(format!("pages::why {}", slug.name), move || {
                page(slug.name);
                Ok(())
            })
        })
        .collect();
    trials.push(Trial::test("pages::each has its error, once", || {
        let folder = Folder::new();
        let ended = Run::new(folder.path(), &["why"]).end();
        let text = String::from_utf8(ended.stdout)?;
        let words = text.lines().filter_map(|line| line.split(' ').next());
        let listed: Vec<_> = words.collect();
        let errors: BTreeSet<_> = slug::all().map(|slug| slug.name).collect();
        for (number, name) in listed.iter().enumerate() {
            assert!(errors.contains(name), "no error is called {name}");
            assert!(!listed[..number].contains(name), "two pages for {name}");
        }
        Ok(())
    }));
    trials
}

/// The page is there, and begins with a sentence on a line of its own.
fn page(slug: &str) {
    let folder = Folder::new();
    let ended = Run::new(folder.path(), &["why", slug]).end();
    assert_eq!(ended.status, 0, "{}", ended.said());
    let text = String::from_utf8(ended.stdout).unwrap();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    assert!(
        first.ends_with('.') && first.matches(". ").count() == 0,
        "not one sentence: {first}"
    );
    assert!(
        lines.next().is_none_or(str::is_empty),
        "an empty line belongs behind the first: {text}"
    );
}
