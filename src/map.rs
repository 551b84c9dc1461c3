//! Files mapped in memory. A file that shrinks while it is mapped makes the kernel send SIGBUS; the
//! handler here puts zero pages under the lost range and leaves a mark, so that the work runs on
//! and [`Map::check`] turns its result into an error (mmap(2), sigaction(2)).
#![allow(
    unsafe_code,
    reason = "mapping memory and catching its faults is what this file is for"
)]

use std::fs::File;
use std::ops::Range;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::error::{Error, Result, slug};

/// How many maps can be guarded at once; one more is refused and read by offset instead.
const SLOTS: usize = 1024;

/// Bytes of a page, asked of the system before the first map is made: 4 KiB, or more on aarch64.
static PAGE: AtomicUsize = AtomicUsize::new(4096);

/// A guarded range of addresses; free while `start` is 0.
struct Slot {
    start: AtomicUsize,
    end: AtomicUsize,
    lost: AtomicBool,
}

static TABLE: [Slot; SLOTS] = [const {
    Slot {
        start: AtomicUsize::new(0),
        end: AtomicUsize::new(0),
        lost: AtomicBool::new(false),
    }
}; SLOTS];

/// One slot taken from the table, given back when it is dropped.
struct Guard(&'static Slot);

impl Guard {
    fn take(range: Range<usize>) -> Option<Self> {
        let free = |slot: &&Slot| {
            slot.end
                .compare_exchange(0, range.end, Ordering::AcqRel, Ordering::Relaxed)
                .is_ok()
        };
        let slot = TABLE.iter().find(free)?;
        slot.lost.store(false, Ordering::Release);
        slot.start.store(range.start, Ordering::Release);
        Some(Self(slot))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.start.store(0, Ordering::Release);
        self.0.end.store(0, Ordering::Release);
    }
}

/// A whole regular file in memory, read only.
pub struct Map {
    // The guard goes first: once it is given back, nothing may fault in the range any more.
    bytes: memmap2::Mmap,
    guard: Guard,
}

impl Map {
    /// Maps all of `file`, `None` where it is empty or can't be mapped or guarded.
    pub fn of(file: &File) -> Option<Self> {
        catch_lost_pages();
        // SAFETY: the bytes can change under us as in any mapped file; all that reads them takes
        // any bytes for input, and a range that is lost is caught by the handler above.
        let bytes = unsafe { memmap2::Mmap::map(file) }.ok()?;
        if bytes.is_empty() {
            return None;
        }
        let start = bytes.as_ptr() as usize;
        let guard = Guard::take(start..start + bytes.len())?;
        Some(Self { bytes, guard })
    }

    /// The bytes; they count only once [`Map::check`] has said so afterwards.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Has the kernel read `range` ahead and fill its page table in one call, where it can.
    pub fn populate(&self, range: Range<usize>) {
        const MADV_POPULATE_READ: libc::c_int = 22;
        let Some(part) = self.bytes.get(range) else {
            return;
        };
        let start = start_of_page(part.as_ptr() as usize);
        let length = part.as_ptr() as usize + part.len() - start;
        // SAFETY: the range lies within our own map; populating changes no byte of it.
        unsafe { libc::madvise(start as *mut libc::c_void, length, MADV_POPULATE_READ) };
    }

    /// An error if any byte that was read so far was gone from the file.
    pub fn check(&self) -> Result<()> {
        if self.guard.0.lost.load(Ordering::Acquire) {
            return Err(shrank());
        }
        Ok(())
    }
}

/// The error of a file that lost bytes while it was read.
pub(crate) fn shrank() -> Error {
    Error::new(
        slug::FILE_SHRANK,
        "",
        "the file became shorter while it was read",
    )
}

/// The page in which an address lies.
fn start_of_page(address: usize) -> usize {
    address & !(PAGE.load(Ordering::Relaxed) - 1)
}

/// Installs the handler, once a process.
fn catch_lost_pages() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: sysconf(3) only reads; a size that is no power of two is not taken for one.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
        let page = usize::try_from(page).ok().filter(|n| n.is_power_of_two());
        PAGE.store(page.unwrap_or(4096), Ordering::Relaxed);
        // SAFETY: `action` is filled as sigaction(2) wants it, and `on_lost_page` does only what
        // signal-safety(7) allows: atomic loads and stores, mmap, sigaction.
        unsafe {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = on_lost_page as *const () as usize;
            action.sa_flags = libc::SA_SIGINFO | libc::SA_NODEFER;
            libc::sigemptyset(&raw mut action.sa_mask);
            libc::sigaction(libc::SIGBUS, &raw const action, std::ptr::null_mut());
        }
    });
}

extern "C" fn on_lost_page(
    _signal: libc::c_int,
    info: *mut libc::siginfo_t,
    _context: *mut libc::c_void,
) {
    // SAFETY: with SA_SIGINFO the kernel hands over a valid siginfo_t, for SIGBUS with an address.
    let address = unsafe { (*info).si_addr() } as usize;
    for slot in &TABLE {
        let start = slot.start.load(Ordering::Acquire);
        let end = slot.end.load(Ordering::Acquire);
        if start == 0 || address < start || address >= end {
            continue;
        }
        slot.lost.store(true, Ordering::Release);
        let page = start_of_page(address);
        // SAFETY: the page lies in a map of ours that has lost the file behind it; zero pages put
        // in its place keep every address of the map readable.
        let put = unsafe {
            libc::mmap(
                page as *mut libc::c_void,
                end - page,
                libc::PROT_READ,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_FIXED,
                -1,
                0,
            )
        };
        if put != libc::MAP_FAILED {
            return;
        }
    }
    // SAFETY: not a page of ours: the default action, met when the access is tried again.
    unsafe { libc::signal(libc::SIGBUS, libc::SIG_DFL) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str, len: u64) -> (std::path::PathBuf, File) {
        let path = std::env::temp_dir().join(format!("decent-map-{}-{name}", std::process::id()));
        let file = File::options()
            .create(true)
            .truncate(true)
            .read(true)
            .write(true)
            .open(&path);
        let file = file.expect("a scratch file");
        file.set_len(len).expect("its length");
        (path, file)
    }

    #[test]
    fn a_file_that_shrinks_is_an_error() {
        let (path, file) = scratch("shrinks", 1 << 20);
        let map = Map::of(&file).expect("mapped");
        assert_eq!(map.bytes().iter().map(|&b| u64::from(b)).sum::<u64>(), 0);
        assert!(map.check().is_ok());
        file.set_len(4096).expect("shrunk");
        assert_eq!(map.bytes().iter().map(|&b| u64::from(b)).sum::<u64>(), 0);
        assert_eq!(map.check().expect_err("lost").slug, slug::FILE_SHRANK);
        std::fs::remove_file(path).expect("removed");
    }

    #[test]
    fn an_empty_file_is_not_mapped() {
        let (path, file) = scratch("empty", 0);
        assert!(Map::of(&file).is_none());
        std::fs::remove_file(path).expect("removed");
    }
}
