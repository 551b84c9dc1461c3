//! A sample of every tool: inputs that a few shell lines make, and a line that works on them. The
//! contract and the mutations run on these. A tool's entry stands in the file of its family.

mod beacon;
mod block;
mod cid;
mod clock;
mod counter;
mod dag;
mod dkg;
mod front;
mod frost;
mod ipns;
mod key;
mod links;
mod manifest;
mod merkle;
mod note;
mod pow;
mod shamir;
mod sig;
mod skipchain;
mod threshold;
mod torrent;
mod vrf;

use super::run::{Folder, Run, words};

/// How a tool is called so that it says yes.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    /// The words that name the tool.
    pub(crate) tool: &'static str,
    /// Shell lines, run in an empty folder, that make the inputs; `decent` is there.
    pub(crate) setup: &'static str,
    /// Shell lines before every run: they put back what a run uses up.
    pub(crate) again: &'static str,
    /// Options. `<name` is replaced by what stands in the file `name` (a root), and `@name` by the
    /// name itself: an input of the tool, which a test may replace by `-` or by a broken one.
    pub(crate) options: &'static [&'static str],
    /// Inputs that stand behind the options without one; marked `@` as above.
    pub(crate) files: &'static [&'static str],
    /// A folder is an input as good as a file.
    pub(crate) takes_folders: bool,
    /// Records name what stands in the input, not the input.
    pub(crate) names_others: bool,
    /// It measures, and says something else each time.
    pub(crate) measures: bool,
    /// What comes out.
    pub(crate) product: Product,
    /// Which inputs are artefacts in a format of ours, and what a changed one may lead to.
    pub(crate) artefacts: &'static [(&'static str, Changed)],
}

/// What a tool's standard output holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Product {
    /// Records: lines of text, or objects with `--json`.
    Report,
    /// The bytes of an artefact, or a page: `--json` doesn't touch them.
    Bytes,
    /// The bytes of an artefact, the report on it on standard error.
    Artefact,
    /// Nothing: all goes to files.
    Nothing,
}

/// What a verifier may say of an artefact in which a byte was changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// Whatever it is, only never a crash.
    Anything,
    /// Never yes: every byte of it matters.
    NeverYes,
    /// Yes only where the JSON in it still says the same: blanks, the order of keys and the case of
    /// letters don't matter.
    SameJson,
}

/// What is the same in most entries.
const PLAIN: Sample = Sample {
    tool: "",
    setup: "",
    again: "",
    options: &[],
    files: &[],
    takes_folders: false,
    names_others: false,
    measures: false,
    product: Product::Report,
    artefacts: &[],
};

/// Every sample.
pub(crate) fn all() -> impl Iterator<Item = &'static Sample> {
    [
        beacon::SAMPLES,
        block::SAMPLES,
        cid::SAMPLES,
        clock::SAMPLES,
        counter::SAMPLES,
        dag::SAMPLES,
        dkg::SAMPLES,
        front::SAMPLES,
        frost::SAMPLES,
        ipns::SAMPLES,
        key::SAMPLES,
        links::SAMPLES,
        merkle::SAMPLES,
        manifest::SAMPLES,
        torrent::SAMPLES,
        pow::SAMPLES,
        sig::SAMPLES,
        skipchain::SAMPLES,
        shamir::SAMPLES,
        threshold::SAMPLES,
        vrf::SAMPLES,
        note::SAMPLES,
    ]
    .into_iter()
    .chain(counter::KIN)
    .flatten()
}

impl Sample {
    /// The samples of a tool.
    pub(crate) fn of(tool: &str) -> Vec<&'static Self> {
        all().filter(|sample| sample.tool == tool).collect()
    }

    /// What a trial calls it: the tool, and the options that tell it from its other samples.
    pub(crate) fn title(&self) -> String {
        let told = |word: &&&str| word.starts_with('-') || word.starts_with('@');
        let options: Vec<_> = self.options.iter().filter(told).copied().collect();
        if Self::of(self.tool).len() == 1 {
            return self.tool.to_owned();
        }
        format!("{} {}", self.tool, options.join(" "))
            .trim_end()
            .to_owned()
    }

    /// A folder in which the inputs stand.
    pub(crate) fn folder(&self) -> Folder {
        let folder = Folder::new();
        super::script::succeeds_in(folder.path(), self.setup);
        folder
    }

    /// Puts back what a run has used up. Whoever makes a run of their own calls it before.
    pub(crate) fn ready(&self, folder: &Folder) {
        if !self.again.is_empty() {
            super::script::succeeds_in(folder.path(), self.again);
        }
    }

    /// The tool's words and options, as they are given to the program.
    pub(crate) fn options(&self, folder: &Folder) -> Vec<String> {
        let option = |word: &&str| match word.split_at_checked(1) {
            Some(("<", name)) => {
                let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
                text.trim().to_owned()
            }
            Some(("@", name)) => name.to_owned(),
            _ => (*word).to_owned(),
        };
        let tool = self.tool.split(' ').map(String::from);
        tool.chain(self.options.iter().map(option)).collect()
    }

    /// The names of the inputs behind the options.
    pub(crate) fn files(&self) -> Vec<String> {
        let bare = |name: &&str| name.trim_start_matches('@').to_owned();
        self.files.iter().map(bare).collect()
    }

    /// Every input that it reads, wherever it stands.
    pub(crate) fn inputs(&self) -> Vec<&'static str> {
        let all = self.options.iter().chain(self.files);
        all.filter_map(|word| word.strip_prefix('@')).collect()
    }

    /// The whole line, with more options before the files.
    pub(crate) fn line(&self, folder: &Folder, more: &[&str]) -> Vec<String> {
        let mut line = self.options(folder);
        line.extend(more.iter().map(ToString::to_string));
        line.extend(self.files());
        line
    }

    /// The run that says yes.
    pub(crate) fn run(&self, folder: &Folder, more: &[&str]) -> Run {
        self.ready(folder);
        let line = self.line(folder, more);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        Run::new(folder.path(), &words(&line))
    }
}
