//! `clock draw`: a space-time diagram in the terminal.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::draw::Diagram;
use decent::clock::graph::{Sorted, sort};
use decent::clock::log::Log;
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::events::{self, LayoutArgs};
use crate::fail::Fail;
use crate::output;

/// Rows that are drawn where no end is given.
const ROWS: usize = 200;

/// The width where there is no terminal.
const WIDTH: usize = 80;

/// The widest diagram.
const WIDEST: usize = 10_000;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    layout: LayoutArgs,
    /// The first row: a number counted from 1, or HOST:N
    #[arg(long, value_name = "ROW")]
    from: Option<String>,
    /// The last row, in the same way; 200 rows where it isn't given
    #[arg(long, value_name = "ROW")]
    to: Option<String>,
    /// Draw this host only; again for more, in that order
    #[arg(long, value_name = "HOST")]
    host: Vec<String>,
    /// Letters of a line; the terminal's width, or 80
    #[arg(long, value_name = "N")]
    width: Option<usize>,
    /// Plain ASCII
    #[arg(long)]
    ascii: bool,
    /// The logs of one execution; none, or `-`, is standard input
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Draws a column a host and a row an event, causes above effects. An arrow stands where a message
arrives, from the sender's column; the event that sent it is named beside. Long logs are drawn in
part: give --from, --to and --host. Of hosts that find no room the first ones are drawn.";
    const EXAMPLES: &'static str =
        "$ printf 'a {\"a\":1}\\nask\\nb {\"a\":1,\"b\":1}\\nread\\na {\"a\":2,\"b\":1}\\nhear\\n' > log
$ decent clock draw --ascii log
a   b
*       a:1  ask
+-->*   b:1 <- a:1  read
*<--+   a:2 <- b:1  hear
$ decent clock draw --ascii --from b:1 --to b:1 log
a   b
+-->*   b:1 <- a:1  read";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let width = self.width.or_else(output::terminal_width).unwrap_or(WIDTH);
        if !(10..=WIDEST).contains(&width) {
            let error = Error::new(slug::OUT_OF_RANGE, "10 to 10000 letters", width.to_string());
            return Err(Fail::from(error).named("--width"));
        }
        let files = events::open(cx, self.logs)?;
        let (log, seen, graph) = files.read_sound(cx, &self.layout)?;
        let sorted = sort(&log, &graph);
        let watch = cx.watch(None);
        events::tell_read(&watch, &log, &seen);
        watch.step(
            &Step::new("rows", "an event stands below all its causes").value("rows", log.len()),
        );
        drop(watch);
        let columns = columns(cx, &log, &self.host, width)?;
        let from = match &self.from {
            Some(text) => row(&log, &sorted, text, "--from")?,
            None => 1,
        };
        let to = match &self.to {
            Some(text) => row(&log, &sorted, text, "--to")?,
            None => from.saturating_add(ROWS - 1),
        };
        if self.from.is_some() && from > log.len() || to < from {
            let wanted = match &self.to {
                Some(_) if from <= log.len() => format!("a row from {from} to {}", log.len()),
                _ => format!("a row from 1 to {}", log.len()),
            };
            let (option, found) = if from > log.len() {
                ("--from", from)
            } else {
                ("--to", to)
            };
            let error = Error::new(slug::OUT_OF_RANGE, wanted, found.to_string());
            return Err(Fail::from(error).named(option));
        }
        let mut diagram = Diagram::new(&log, &graph, columns, width, self.ascii);
        cx.print((diagram.head() + "\n").as_bytes())?;
        for (number, event) in (1..=to).zip(&sorted.events) {
            if number < from {
                diagram.pass(*event);
            } else if let Some(line) = diagram.row(*event) {
                cx.print((line + "\n").as_bytes())?;
            }
        }
        if self.to.is_none() && to < log.len() {
            cx.note(&format!(
                "rows {from} to {to} of {}; --from {} goes on",
                log.len(),
                to + 1
            ));
        }
        Ok(Verdict::Yes)
    }
}

/// The hosts to draw: those that were named, or as many as find room.
fn columns(cx: &Cx, log: &Log<'_>, named: &[String], width: usize) -> Result<Vec<u32>, Fail> {
    if !named.is_empty() {
        let number = |name: &String| {
            let number = log
                .known_host(name)
                .filter(|host| !log.chain(*host).is_empty());
            number.ok_or_else(|| {
                let found = format!("{name:?}");
                let error = Error::new(slug::NO_SUCH_EVENT, "a host in the log", found);
                Fail::from(error).named("--host")
            })
        };
        let mut columns: Vec<u32> = Vec::new();
        for host in named.iter().map(number) {
            let host = host?;
            if !columns.contains(&host) {
                columns.push(host);
            }
        }
        return Ok(columns);
    }
    let mut columns: Vec<u32> = (0..log.hosts().len() as u32).collect();
    columns.retain(|host| !log.chain(*host).is_empty());
    columns.sort_by_key(|host| log.host(*host));
    let room = Diagram::room(width);
    if columns.len() > room {
        cx.note(&format!(
            "{room} of {} hosts find room; choose with --host",
            columns.len()
        ));
        columns.truncate(room);
    }
    Ok(columns)
}

/// A row by its number, or by the event that stands there.
fn row(log: &Log<'_>, sorted: &Sorted, text: &str, option: &'static str) -> Result<usize, Fail> {
    if let Ok(number) = text.parse::<usize>() {
        return Ok(number.max(1));
    }
    let event = log.named(text).map_err(|e| Fail::from(e).named(option))?;
    let place = sorted.events.iter().position(|one| *one == event);
    Ok(place.map_or(1, |place| place + 1))
}
