//! `completions`: what a shell needs to complete our lines.

use clap_complete::Shell;
use decent::Verdict;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::line::tree;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints completions. Put them where your shell looks for them, for example:
decent completions bash > ~/.local/share/bash-completion/completions/decent";
    const EXAMPLES: &'static str = "$ decent completions bash | bash -n && echo fine
fine
$ decent completions zsh | head -n 1
#compdef decent";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        cx.print(&of(self.shell))?;
        Ok(Verdict::Yes)
    }
}

/// The completions of the whole tree for `shell`.
pub(super) fn of(shell: Shell) -> Vec<u8> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut tree(&|_| true, &|_| true), "decent", &mut text);
    text
}
