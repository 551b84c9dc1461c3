//! `key toy`: a curve small enough to see.

use decent::Verdict;
use decent::error::{Error, slug};
use decent::key::toy::{Point, Toy, shown};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The prime of the field, from 11 to 2^31
    #[arg(long, value_name = "P", default_value_t = decent::key::toy::PRIME)]
    prime: u64,
    /// Where to start: X,Y; the first point of the curve where none is given
    #[arg(long, value_name = "X,Y", value_parser = point)]
    start: Option<Pair>,
    /// Add the start to itself, N times
    #[arg(long, value_name = "N", conflicts_with_all = ["log", "list"])]
    times: Option<u64>,
    /// Add the point X,Y to the start
    #[arg(long, value_name = "X,Y", value_parser = point, conflicts_with_all = ["times", "log", "list"])]
    add: Option<Pair>,
    /// Find N from the point N times the start, by baby steps and giant steps
    #[arg(long, value_name = "X,Y", value_parser = point, conflicts_with = "list")]
    log: Option<Pair>,
    /// Find it by trying 1, 2, 3, .. instead
    #[arg(long, requires = "log")]
    walk: bool,
    /// Every multiple of the start
    #[arg(long)]
    list: bool,
}

/// Coordinates.
type Pair = (u64, u64);

fn point(text: &str) -> Result<Pair, String> {
    let numbers = text.split_once(',');
    let numbers = numbers.and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
    numbers.ok_or_else(|| format!("{text:?} is no point: give X,Y"))
}

impl Tool for Args {
    const ABOUT: &'static str = "Computes on y^2 = x^3 + 7, the curve of Bitcoin, over a prime so small that every step can be
followed. Without options it prints where it starts and how many points there are. With --explain
it tells each doubling and adding.";
    const EXAMPLES: &'static str = "$ decent key toy
2,22  start
79  points
$ decent key toy --times 45
40,42
$ decent key toy --log 40,42
45  14 steps
$ decent key toy --walk --log 40,42
45  45 steps";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let named = |error: Error, option: &'static str| Fail::from(error).named(option);
        let toy = Toy::new(self.prime).map_err(|error| named(error, "--prime"))?;
        let on_curve = |pair: Option<Pair>, option: &'static str| match pair {
            Some(pair) if !toy.holds(Some(pair)) => {
                let wanted = "a point of y^2 = x^3 + 7";
                let error = Error::new(slug::NOT_A_POINT, wanted, shown(Some(pair)));
                Err(named(error, option))
            }
            pair => Ok(pair),
        };
        let start = match on_curve(self.start, "--start")? {
            Some(pair) => Some(pair),
            None => toy.start()?,
        };
        let watch = cx.watch(None);
        if let Some(scalar) = self.times {
            if watch.narrates() {
                toy.tell_times(scalar, start, &watch);
            }
            cx.emit(&Record::value("point", shown(toy.times(scalar, start))))?;
        } else if let Some(other) = on_curve(self.add, "--add")? {
            cx.emit(&Record::value("point", shown(toy.add(start, Some(other)))))?;
        } else if let Some(target) = on_curve(self.log, "--log")? {
            let found = if self.walk {
                toy.walk(start, Some(target))
            } else {
                toy.giant(start, Some(target))
            };
            let found = found.map_err(|error| named(error, "--log"))?;
            let record = Record::value("scalar", found.scalar);
            let steps = format!("{} steps", found.steps);
            cx.emit(&record.name(steps.as_bytes()).aside("steps", found.steps))?;
        } else if self.list {
            list(cx, toy, start)?;
        } else {
            let order = toy.order(start);
            cx.emit(&Record::value("start", shown(start)).name(b"start"))?;
            let order = order.map_err(|error| named(error, "--prime"))?;
            cx.emit(&Record::value("points", order).name(b"points"))?;
        }
        Ok(Verdict::Yes)
    }
}

/// A line for each multiple, the last of which is infinity.
fn list(cx: &mut Cx, toy: Toy, start: Point) -> Result<(), Fail> {
    let order = toy.order(start);
    let order = order.map_err(|error| Fail::from(error).named("--prime"))?;
    let mut at = None;
    for scalar in 1..=order {
        at = toy.add(at, start);
        let row = Record::row().cell("scalar", scalar, order.to_string().len());
        cx.emit(&row.cell("point", shown(at), 0))?;
    }
    Ok(())
}
