//! An eye for logs of events and tables of delays.

use crate::input::Input;
use crate::report::Record;

/// The longest log of marks that is looked through, in bytes.
const LONGEST: u64 = 16 << 20;

/// Bytes at the start of a file that tell whether it can be a log.
const START: u64 = 4096;

/// A log of events with vector clocks, or with marks of messages.
pub(super) fn log(input: &mut Input) -> Option<Record> {
    use decent::clock::log::Log;
    use decent::clock::marks::Marks;
    use decent::clock::read::{Format, read};
    use decent::watch::Deaf;
    let source = input.source().ok()?;
    // The first lines first, so that a large file of another kind isn't read to its end.
    let start = source.window(0..source.len().min(START)).ok()?;
    if start.contains(&0) {
        return None;
    }
    let bytes = source.window(0..source.len()).ok()?;
    let mut log = Log::default();
    if let Ok(seen) = read(bytes.clone(), &Format::Any, &mut log, &Deaf) {
        source.check().ok()?;
        let card = Record::card()
            .field("kind", "log with vector clocks")
            .field("layout", seen.layout.name())
            .field("hosts", log.hosts().len())
            .field("events", log.len());
        return Some(card.field("check", "decent clock verify LOG"));
    }
    // Any text is read as events, line by line, so a long one is left alone.
    if source.len() > LONGEST {
        return None;
    }
    let (mut log, mut marks) = (Log::default(), Marks::default());
    marks.read(bytes, &mut log, &Deaf).ok()?;
    let (graph, _) = marks.graph(&log).ok()?;
    // Any words could be events; messages make a log of them.
    let card = Record::card()
        .field("kind", "log with marks of messages")
        .field("hosts", log.hosts().len())
        .field("events", log.len())
        .field("messages", graph.messages());
    (graph.messages() > 0).then(|| card.field("check", "decent clock stamp --clock vector LOG"))
}

/// A table of delays between nodes.
pub(super) fn delays(input: &mut Input) -> Option<Record> {
    use decent::clock::threshold::Delays;
    let delays = Delays::parse(&input.read_all(16 << 20).ok()?).ok()?;
    let card = Record::card()
        .field("kind", "table of delays")
        .field("nodes", delays.nodes())
        .field("threshold", delays.threshold);
    Some(card.field("check", "decent clock stamp --clock threshold FILE"))
}
