//! Which stream runs in which lane: messages of unequal length, cut in blocks, lanes refilled.

use super::Message;
use super::kernel::Compress;

/// A message on its way: the state after `done` blocks of it.
#[derive(Clone, Copy)]
pub(super) struct Job<'a, const W: usize> {
    /// What is hashed.
    pub(super) message: Message<'a>,
    /// Blocks that are hashed.
    pub(super) done: u64,
    /// The state after them.
    pub(super) state: [u32; W],
    /// Where the caller wants its digest.
    pub(super) slot: usize,
}

/// Lines that a set of the first cache holds, at least.
const WAYS: usize = 8;
/// Shorter messages end before the lanes that began in vain are paid for.
const STAGGERED_BYTES: usize = 8 << 10;

/// Blocks put together beside the message: up to 63 bytes of body, 63 of suffix, and the padding.
type Edge = [u8; 192];

/// A run of blocks that lie side by side.
#[derive(Clone, Copy)]
enum Run {
    /// In the body, from this byte.
    Body(usize),
    /// The prefix and the start of the body: in the edge, from this byte.
    Head(usize),
    /// All the rest of a message: in the edge, from this byte.
    Tail(usize),
}

/// Finds or assembles the blocks after the first `done` of a message, which are not all; says
/// where they lie and how many they are.
fn next_run(message: &Message<'_>, done: u64, edge: &mut Edge) -> (Run, u64) {
    let Message {
        prefix,
        body,
        suffix,
    } = *message;
    let content = prefix.len() + body.len() + suffix.len();
    let at = done as usize * 64;
    if let Some(in_body) = at.checked_sub(prefix.len())
        && let blocks @ 1.. = body.len().saturating_sub(in_body) / 64
    {
        return (Run::Body(in_body), blocks as u64);
    }
    let mut parts = Parts { edge, len: 0 };
    parts.push(prefix.get(at..).unwrap_or_default());
    if at < prefix.len() && prefix.len() + body.len() >= 64 {
        parts.push(body.get(..64 - prefix.len()).unwrap_or_default());
        return (Run::Head(0), 1);
    }
    let in_body = at.saturating_sub(prefix.len());
    parts.push(body.get(in_body..).unwrap_or_default());
    let in_suffix = at.saturating_sub(prefix.len() + body.len());
    parts.push(suffix.get(in_suffix..).unwrap_or_default());
    // The end mark may lie before this run, when a narrower kernel takes over between the two.
    if at <= content {
        parts.push(&[0x80]);
    }
    (Run::Tail(0), parts.finish(content as u64 * 8))
}

/// Bytes put into an edge, one part after the other.
struct Parts<'e> {
    edge: &'e mut Edge,
    len: usize,
}

impl Parts<'_> {
    fn push(&mut self, part: &[u8]) {
        if let Some(room) = self.edge.get_mut(self.len..self.len + part.len()) {
            room.copy_from_slice(part);
        }
        self.len += part.len();
    }

    /// Pads to whole blocks, the last of which ends with the length; returns how many.
    fn finish(self, len_bits: u64) -> u64 {
        let (blocks, _) = self.edge.as_chunks_mut::<64>();
        let count = (self.len + 8).div_ceil(64).max(1);
        let (used, _) = blocks.split_at_mut_checked(count).unwrap_or_default();
        let used = used.as_flattened_mut();
        if let Some(rest) = used.get_mut(self.len..) {
            rest.fill(0);
        }
        if let Some(end) = used.last_chunk_mut() {
            *end = len_bits.to_be_bytes();
        }
        count as u64
    }
}

/// One lane: its job, and the run of blocks that it is in.
struct Lane<'a, const W: usize> {
    job: Option<Job<'a, W>>,
    edge: Edge,
    run: Run,
    left: u64,
}

impl<'a, const W: usize> Lane<'a, W> {
    const IDLE: Self = Self {
        job: None,
        edge: [0; 192],
        run: Run::Tail(0),
        left: 0,
    };

    fn start(&mut self, job: Job<'a, W>) {
        (self.run, self.left) = next_run(&job.message, job.done, &mut self.edge);
        self.job = Some(job);
    }

    /// What is left of the run; `None` when idle.
    fn stream(&self) -> Option<&[u8]> {
        let job = self.job.as_ref()?;
        match self.run {
            Run::Body(at) => job.message.body.get(at..),
            Run::Head(at) | Run::Tail(at) => self.edge.get(at..),
        }
    }

    /// After `count` blocks; whether that was the last.
    fn advance(&mut self, count: u64) -> bool {
        let Some(job) = &mut self.job else {
            return false;
        };
        job.done += count;
        self.left -= count;
        if self.left > 0 {
            let (Run::Body(at) | Run::Head(at) | Run::Tail(at)) = &mut self.run;
            *at += 64 * count as usize;
            return false;
        }
        if let Run::Tail(_) = self.run {
            return true;
        }
        (self.run, self.left) = next_run(&job.message, job.done, &mut self.edge);
        false
    }
}

/// Runs jobs in `N` lanes as long as `least`, at most `N`, are busy, and tells `digest(slot, state)` of each that
/// ends. Returns the jobs that are under way when there are too few.
pub(super) fn run<'a, const N: usize, const W: usize>(
    kernel: impl Compress<N, W>,
    least: usize,
    jobs: &mut impl Iterator<Item = Job<'a, W>>,
    digest: &mut impl FnMut(usize, [u32; W]),
) -> [Option<Job<'a, W>>; N] {
    let mut lanes = [const { Lane::IDLE }; N];
    let mut state = [[0; N]; W];
    let mut jobs = jobs.peekable();
    let mut open = if staggers(N, jobs.peek()) { 1 } else { N };
    loop {
        let busy = refill(&mut lanes, open, &mut state, &mut jobs);
        if busy < least.max(1).min(open) {
            break;
        }
        let live = lanes.iter().filter(|lane| lane.job.is_some());
        let mut count = live.map(|lane| lane.left).min().unwrap_or(0);
        if open < N {
            open += 1;
            count = 1;
        }
        let any = lanes.iter().find_map(Lane::stream).unwrap_or_default();
        let streams = lanes.each_ref().map(|lane| lane.stream().unwrap_or(any));
        kernel.compress(&mut state, streams, count as usize);
        for (n, lane) in lanes.iter_mut().enumerate() {
            if lane.advance(count)
                && let Some(job) = lane.job.take()
            {
                digest(job.slot, column(&state, n));
            }
        }
    }
    let mut n = 0;
    lanes.map(|lane| {
        let state = column(&state, n);
        n += 1;
        lane.job.map(|job| Job { state, ..job })
    })
}

/// Lanes that read from addresses alike in their last twelve bits want more lines of one set of the
/// first cache than it has ways, and such are the chunks of a file. Begun a block one after the other,
/// lanes with messages of one length stay apart to their end: on Zen 4 SHA-1 gains a sixth.
fn staggers<const W: usize>(lanes: usize, first: Option<&Job<'_, W>>) -> bool {
    lanes >= WAYS && first.is_some_and(|job| job.message.body.len() >= STAGGERED_BYTES)
}

/// Gives every idle lane of the first `open` a job, while there are any; returns how many lanes are
/// busy.
fn refill<'a, const N: usize, const W: usize>(
    lanes: &mut [Lane<'a, W>; N],
    open: usize,
    state: &mut [[u32; N]; W],
    jobs: &mut impl Iterator<Item = Job<'a, W>>,
) -> usize {
    let mut busy = 0;
    for (n, lane) in lanes.iter_mut().enumerate().take(open) {
        if lane.job.is_none()
            && let Some(job) = jobs.next()
        {
            for (row, word) in state.iter_mut().zip(job.state) {
                if let Some(place) = row.get_mut(n) {
                    *place = word;
                }
            }
            lane.start(job);
        }
        busy += usize::from(lane.job.is_some());
    }
    busy
}

/// The state of one lane.
pub(super) fn column<const N: usize, const W: usize>(state: &[[u32; N]; W], n: usize) -> [u32; W] {
    state.each_ref().map(|row| row.get(n).copied().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::super::bytes_of;
    use super::super::kernel::{Plain, START_256};
    use super::*;

    /// Any number of lanes, by the plain crate.
    #[derive(Clone, Copy)]
    struct OneByOne;

    impl<const N: usize> Compress<N, 8> for OneByOne {
        fn compress(self, state: &mut [[u32; N]; 8], streams: [&[u8]; N], count: usize) {
            for (n, stream) in streams.into_iter().enumerate() {
                let mut one = column(state, n).map(|word| [word]);
                Plain.compress(&mut one, [stream], count);
                for (row, [word]) in state.iter_mut().zip(one) {
                    row[n] = word;
                }
            }
        }
    }

    /// Hashes in `N` lanes while `least` are busy, and the rest one after the other.
    fn handed_over<const N: usize>(messages: &[Message<'_>], least: usize) {
        let mut jobs = messages.iter().enumerate().map(|(slot, message)| Job {
            message: *message,
            done: 0,
            state: START_256,
            slot,
        });
        let mut digests = vec![[0; 32]; messages.len()];
        let mut digest = |slot: usize, state| digests[slot] = bytes_of(state);
        let rest = run::<N, 8>(OneByOne, least, &mut jobs, &mut digest);
        run(Plain, 1, &mut rest.into_iter().flatten(), &mut digest);
        for (message, digest) in messages.iter().zip(digests) {
            let whole = [message.prefix, message.body, message.suffix].concat();
            assert_eq!(digest[..], Sha256::digest(&whole)[..], "{}", whole.len());
        }
    }

    #[test]
    fn a_message_changes_lanes_at_any_block() {
        let bytes: Vec<u8> = (0..1000u32).map(|i| (i * 7 + i / 9) as u8).collect();
        for prefix in [0, 1, 10, 63] {
            for suffix in [0, 4, 63] {
                let message = |len: usize| Message {
                    prefix: &bytes[..prefix],
                    body: &bytes[len % 64..][..len],
                    suffix: &bytes[100..100 + suffix],
                };
                for len in 0..=200 {
                    for shorter in [0, 40, 60, 100, 170] {
                        handed_over::<2>(&[message(shorter), message(len)], 2);
                    }
                }
                let all: Vec<_> = (0..=300).rev().map(message).collect();
                for least in [0, 1, 5, 16] {
                    handed_over::<16>(&all, least);
                }
            }
        }
    }
}
