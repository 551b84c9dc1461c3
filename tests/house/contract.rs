//! The contract: every tool keeps the rules of the house. A trial is one rule for one tool; the
//! tools come from the program's own lists, their inputs from the samples.

mod help;
mod inputs;
mod reports;
mod streams;

use std::panic::{AssertUnwindSafe, catch_unwind};

use libtest_mimic::{Failed, Trial};

use super::run::{Ended, Folder, Run};
use super::samples::{self, Sample};
use super::table::Tool;

/// A rule: its name, and what fails where a tool breaks it.
type Rule = (&'static str, fn(&Case));

/// A tool with its sample.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) tool: Tool,
    pub(crate) sample: &'static Sample,
}

pub(crate) fn trials(tools: &[Tool]) -> Vec<Trial> {
    let mut trials = help::trials(tools);
    let names: Vec<_> = tools.iter().map(|tool| tool.name.clone()).collect();
    trials.push(Trial::test(
        "contract::every sample has its tool",
        move || {
            for sample in samples::all() {
                let known = names.iter().any(|name| name == sample.tool);
                assert!(known, "no tool is called {:?}", sample.tool);
            }
            Ok(())
        },
    ));
    for tool in tools {
        let name = tool.name.clone();
        let samples = Sample::of(&name);
        if samples.is_empty() {
            let missing = format!("give {name:?} an entry in tests/house/samples/");
            let trial = move || Err(missing.into());
            trials.push(Trial::test(
                format!("contract::{name}::has a sample"),
                trial,
            ));
        }
        for sample in samples {
            let title = sample.title();
            for (what, rule) in [streams::RULES, inputs::RULES, reports::RULES].concat() {
                let case = Case {
                    tool: tool.clone(),
                    sample,
                };
                let trial = move || kept(rule, &case);
                trials.push(Trial::test(format!("contract::{title}::{what}"), trial));
            }
        }
    }
    trials
}

/// Runs a rule; its panic is the failure, shown whole.
fn kept(rule: fn(&Case), case: &Case) -> Result<(), Failed> {
    catch_unwind(AssertUnwindSafe(|| rule(case))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
        Failed::from(text.unwrap_or_default())
    })
}

impl Case {
    /// The first line that a complaint of this tool begins with.
    fn begins(&self) -> String {
        format!("decent {}: ", self.tool.name)
    }

    /// Fails where an ended run did not complain as it should: one line that says who and what, at
    /// most one hint, which parses, and where to read more.
    fn complained(&self, ended: &Ended) {
        let complaint = ended.complaint();
        let mut errors = 0;
        for line in complaint.lines() {
            if let Some(hint) = line.strip_prefix("  hint: ") {
                if let Some(words) = hint.strip_prefix("decent ") {
                    let words: Vec<_> = words.split(' ').chain(["--help"]).collect();
                    let folder = Folder::new();
                    let understood = Run::new(folder.path(), &words).end();
                    assert_eq!(understood.status, 0, "no such line: {hint}");
                }
            } else if let Some(slug) = line.strip_prefix("  more: decent why ") {
                let known = decent::error::slug::all().any(|one| one.name == slug);
                assert!(known, "no such page: {slug}");
            } else {
                assert!(line.starts_with(&self.begins()), "{}", ended.said());
                errors += 1;
            }
        }
        let more = complaint.matches("\n  more: ").count();
        assert!(errors > 0 && more == errors, "{}", ended.said());
        assert!(complaint.matches("\n  hint: ").count() <= errors);
    }
}
