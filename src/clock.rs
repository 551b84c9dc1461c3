//! Logical clocks over event logs. Lamport, "Time, clocks, and the ordering of events in a
//! distributed system", 1978; Fidge and Mattern, vector clocks, 1988; Kulkarni et al., "Logical
//! physical clocks", 2014; Ford, "Threshold logical clocks", 2019.
//!
//! A log is read whole: events of many hosts, in whatever order, each with its vector clock. Some 50
//! bytes an event are kept, whatever the number of hosts: texts and clocks stay in the file.

/// A space-time diagram in lines of text.
pub mod draw;
/// What can be wrong with a clock.
pub mod fault;
/// Which event is a direct cause of which, and an order that no cause is behind its effect in.
pub mod graph;
/// Lines of a log, and the clocks on them.
pub mod lines;
/// Events, hosts and clocks of a log in memory.
pub mod log;
/// Unstamped logs: events with marks of what they send and receive.
pub mod marks;
mod messages;
/// Stamped logs, out of every layout that is read.
pub mod read;
/// Lines of JSON, and layouts by an expression of the user's own.
pub mod record;
/// Clocks given to the events of a log.
pub mod stamp;
/// Threshold logical clocks: who reaches which step when, and why.
pub mod threshold;
/// Points in time, as logs write them.
pub mod time;
/// One vector clock, compared with another.
pub mod vector;
/// Whether the clocks of a log can have come about, and what they should be.
pub mod verify;
/// Logs written again, in one of their layouts.
pub mod write;
