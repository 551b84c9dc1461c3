//! `learn`: lessons made of commands that really run.

use std::io::BufRead;

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::{Tool, tour::run_shown};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::markdown::{self, Part};
use crate::output;
use crate::shell::Shell;

/// The lessons, a file a family.
const LESSONS: &[&str] = &[
    include_str!("../lessons/merkle.md"),
    include_str!("../lessons/counter.md"),
    include_str!("../lessons/pow.md"),
    include_str!("../lessons/block.md"),
];

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The topic; none lists them all
    topic: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows a lesson. On a terminal it goes step by step: Enter runs the next command, in a folder
that goes when the lesson ends. In a pipe it prints the whole page.";
    const EXAMPLES: &'static str = "$ decent learn | head -n 1
hash         What a hash promises, and when two inputs meet by chance
$ decent learn hash | head -n 1
What a hash promises, and when two inputs meet by chance";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut lessons = LESSONS.iter().flat_map(|text| markdown::pages(text));
        let Some(topic) = self.topic else {
            for (slug, body) in lessons {
                let first = body.lines().next().unwrap_or_default();
                cx.print(format!("{slug:<12} {first}\n").as_bytes())?;
            }
            return Ok(Verdict::Yes);
        };
        let Some((_, body)) = lessons.find(|(slug, _)| *slug == topic) else {
            let error = Error::new(
                slug::OUT_OF_RANGE,
                "a topic that decent teaches",
                format!("{topic:?}"),
            );
            return Err(Fail::from(error).hint("decent learn"));
        };
        let stdin_waits = output::is_terminal(&rustix::stdio::stdin());
        if !cx.on_terminal() || !stdin_waits {
            cx.print(format!("{body}\n").as_bytes())?;
            return Ok(Verdict::Yes);
        }
        step_by_step(cx, &topic, body)
    }
}

/// Prose until the next command, then Enter runs it.
fn step_by_step(cx: &mut Cx, topic: &str, body: &str) -> Result<Verdict, Fail> {
    let folder = std::env::temp_dir().join(format!("decent-learn-{topic}-{}", std::process::id()));
    let failed = |e: std::io::Error| Fail::output(&e, folder.as_os_str().as_encoded_bytes());
    std::fs::create_dir(&folder).map_err(failed)?;
    let mut shell = Shell::start(&folder).map_err(failed)?;
    let mut enter = String::new();
    let mut ended = Ok(Verdict::Yes);
    for part in markdown::parts(body) {
        let step = match part {
            Part::Prose(prose) => cx.print(format!("{prose}\n").as_bytes()),
            Part::Exchange(exchange) => {
                output::complain(b"  [Enter] ");
                enter.clear();
                match std::io::stdin().lock().read_line(&mut enter) {
                    Ok(0) | Err(_) => break,
                    Ok(_) => run_shown(cx, &mut shell, &exchange.command).map(|_| ()),
                }
            }
        };
        if let Err(fail) = step {
            ended = Err(fail);
            break;
        }
    }
    drop(shell);
    drop(std::fs::remove_dir_all(&folder));
    ended
}
