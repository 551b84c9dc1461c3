//! `learn`: lessons made of commands that really run.

use std::io::BufRead;
use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::{Tool, tour::run_shown};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::markdown::{self, Part};
use crate::output;
use crate::report::Record;
use crate::shell::Shell;

/// The lessons, a file a family.
const LESSONS: &[&str] = &[
    include_str!("../lessons/merkle.md"),
    include_str!("../lessons/manifest.md"),
    include_str!("../lessons/counter.md"),
    include_str!("../lessons/torrent.md"),
    include_str!("../lessons/cid.md"),
    include_str!("../lessons/dag.md"),
    include_str!("../lessons/ipns.md"),
    include_str!("../lessons/pow.md"),
    include_str!("../lessons/block.md"),
    include_str!("../lessons/clock.md"),
    include_str!("../lessons/key.md"),
    include_str!("../lessons/nonce.md"),
    include_str!("../lessons/shamir.md"),
    include_str!("../lessons/threshold.md"),
    include_str!("../lessons/dkg.md"),
    include_str!("../lessons/frost.md"),
    include_str!("../lessons/beacon.md"),
    include_str!("../lessons/vrf.md"),
    include_str!("../lessons/note.md"),
    include_str!("../lessons/skipchain.md"),
];

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The topic; none lists them all
    topic: Option<String>,
    /// Show the exercise alone
    #[arg(long, requires = "topic", conflicts_with = "answer")]
    exercise: bool,
    /// Whether X is the answer to the exercise: 0 yes, 1 no
    #[arg(long, value_name = "X", requires = "topic", allow_hyphen_values = true)]
    answer: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows a lesson. On a terminal it goes step by step: Enter runs the next command, in a folder
that goes when the lesson ends. In a pipe it prints the whole page. --exercise shows the question
at its end, --answer says whether you found out: it runs what prints the answer, and compares.";
    const EXAMPLES: &'static str = "$ decent learn | head -n 1
hash         What a hash promises, and when two inputs meet by chance
$ decent learn hash | head -n 1
What a hash promises, and when two inputs meet by chance
$ decent learn audit --answer 100
audit: FAILED (another answer is wanted)
[1]";

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
            return Err(unknown("a topic that decent teaches", &topic));
        };
        if self.exercise || self.answer.is_some() {
            let Some((exercise, solution)) = markdown::exercise(body) else {
                return Err(unknown("a topic with an exercise", &topic));
            };
            let Some(answer) = self.answer else {
                cx.prose(exercise)?;
                return Ok(Verdict::Yes);
            };
            let Some(solution) = solution else {
                return Err(unknown("a topic whose exercise has one answer", &topic));
            };
            return judge(cx, &topic, solution, &answer);
        }
        let stdin_waits = output::is_terminal(&rustix::stdio::stdin());
        if !cx.on_terminal() || !stdin_waits {
            cx.prose(&markdown::shown(body))?;
            return Ok(Verdict::Yes);
        }
        step_by_step(cx, &topic, body)
    }
}

fn unknown(wanted: &'static str, topic: &str) -> Fail {
    let error = Error::new(slug::OUT_OF_RANGE, wanted, format!("{topic:?}"));
    Fail::from(error).hint("decent learn")
}

/// A folder that goes with the lesson, and the shell in it.
struct Desk {
    folder: PathBuf,
    shell: Option<Shell>,
}

impl Desk {
    fn begin(topic: &str) -> Result<Self, Fail> {
        let name = format!("decent-learn-{topic}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let failed = |e: std::io::Error| Fail::output(&e, folder.as_os_str().as_encoded_bytes());
        std::fs::create_dir(&folder).map_err(failed)?;
        let mut desk = Self {
            folder: folder.clone(),
            shell: None,
        };
        let mut shell = Shell::start(&folder).map_err(failed)?;
        shell.clears_up().map_err(failed)?;
        desk.shell = Some(shell);
        Ok(desk)
    }

    fn shell(&mut self) -> Result<&mut Shell, Fail> {
        let gone = || Fail::from(Error::new(slug::UNREADABLE, "", "the shell is gone"));
        self.shell.as_mut().ok_or_else(gone)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.shell = None;
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// Runs what prints the answer, and compares.
fn judge(cx: &mut Cx, topic: &str, solution: &str, answer: &str) -> Result<Verdict, Fail> {
    let mut desk = Desk::begin(topic)?;
    let mut found = Vec::new();
    let status = desk.shell()?.run(solution, |line| found.extend(line));
    let status = status.map_err(|e| Fail::from(Error::io(slug::UNREADABLE, &e)).named("sh"))?;
    let found = String::from_utf8_lossy(&found);
    let verdict = if status != 0 {
        Verdict::Unknown(format!("the solution ends with status {status}").into())
    } else if found.trim() == answer.trim() {
        Verdict::Yes
    } else {
        Verdict::No("another answer is wanted".into())
    };
    cx.emit(&Record::verdict(&verdict).name(topic.as_bytes()))?;
    Ok(verdict)
}

/// Prose until the next command, then Enter runs it.
fn step_by_step(cx: &mut Cx, topic: &str, body: &str) -> Result<Verdict, Fail> {
    let mut desk = Desk::begin(topic)?;
    let mut enter = String::new();
    for part in markdown::parts(&markdown::shown(body)) {
        let exchange = match part {
            Part::Prose(prose) => {
                cx.prose(&prose)?;
                continue;
            }
            Part::Exchange(exchange) => exchange,
        };
        output::complain(b"  [Enter] ");
        enter.clear();
        match std::io::stdin().lock().read_line(&mut enter) {
            Ok(0) | Err(_) => break,
            Ok(_) => run_shown(cx, desk.shell()?, &exchange.command)?,
        };
    }
    Ok(Verdict::Yes)
}
