//! Headers tried by a graphics card: a compute shader in WGSL, through wgpu, on whatever driver for
//! Vulkan there is, software ones included. No call of ours is unsafe.
//!
//! The shader is written out, all rounds in a row, and tries one nonce in each invocation. A
//! dispatch takes at most 2^22 nonces, and fewer on slow cards: it ends before a driver or a
//! display could hang on it.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use crate::error::{Error, Result, slug};
use crate::hash::kernel::{K256, START_256};

use super::backend::Scan;
use super::kernel::zero_bits;
use super::target::Target;

/// Invocations in a group.
const GROUP: u32 = 128;
/// Nonces in the first dispatch, and in the largest.
const FIRST: u32 = 1 << 14;
const MOST: u32 = 1 << 22;
/// A dispatch that took longer is followed by a smaller one.
const LONG: Duration = Duration::from_millis(100);
/// Words that go to the card: a state, three words, the mask, the first nonce, their number.
const JOB_WORDS: usize = 14;
/// Words that come back at once: the number of hits, and so many of them.
const HEAD_WORDS: u64 = 1024;

/// A card that answers.
struct Card {
    device: wgpu::Device,
    queue: wgpu::Queue,
}

/// The card of this machine, asked for once.
fn card() -> Option<&'static Card> {
    static CARD: OnceLock<Option<Card>> = OnceLock::new();
    let open = || {
        let mut wanted = wgpu::InstanceDescriptor::new_without_display_handle();
        wanted.backends = wgpu::Backends::VULKAN;
        let instance = wgpu::Instance::new(wanted);
        let fast = wgpu::RequestAdapterOptions {
            power_preference: wgpu::PowerPreference::HighPerformance,
            ..Default::default()
        };
        let adapter = pollster::block_on(instance.request_adapter(&fast)).ok()?;
        let wanted = wgpu::DeviceDescriptor::default();
        let (device, queue) = pollster::block_on(adapter.request_device(&wanted)).ok()?;
        Some(Card { device, queue })
    };
    CARD.get_or_init(open).as_ref()
}

/// Whether there is a card.
pub(super) fn present() -> bool {
    card().is_some()
}

/// The card failed in the middle of the work.
fn failed(what: impl std::fmt::Display) -> Error {
    Error::new(
        slug::NO_GPU,
        "a graphics card that answers",
        what.to_string(),
    )
}

/// Rounds of a block with the words `w0` to `w15` over the state `a` to `h`.
fn rounds(text: &mut String) {
    let mut names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    for (t, k) in K256.into_iter().enumerate() {
        let i = t % 16;
        if t >= 16 {
            let (x, y, z) = ((t + 1) % 16, (t + 14) % 16, (t + 9) % 16);
            let _ = writeln!(text, "w{i} = w{i} + small0(w{x}) + w{z} + small1(w{y});");
        }
        let [a, b, c, d, e, f, g, h] = names;
        let _ = writeln!(
            text,
            "t = {h} + big1({e}) + ({g} ^ ({e} & ({f} ^ {g}))) + {k}u + w{i};
{d} = {d} + t; {h} = t + big0({a}) + (({a} & {b}) | ({c} & ({a} | {b})));"
        );
        names.rotate_right(1);
    }
}

/// The shader.
fn shader() -> String {
    let mut text = String::from(
        "struct Out { count: atomic<u32>, hits: array<u32> }
@group(0) @binding(0) var<storage, read> job: array<u32, 16>;
@group(0) @binding(1) var<storage, read_write> found: Out;
fn ror(x: u32, n: u32) -> u32 { return (x >> n) | (x << (32u - n)); }
fn big0(x: u32) -> u32 { return ror(x, 2u) ^ ror(x, 13u) ^ ror(x, 22u); }
fn big1(x: u32) -> u32 { return ror(x, 6u) ^ ror(x, 11u) ^ ror(x, 25u); }
fn small0(x: u32) -> u32 { return ror(x, 7u) ^ ror(x, 18u) ^ (x >> 3u); }
fn small1(x: u32) -> u32 { return ror(x, 17u) ^ ror(x, 19u) ^ (x >> 10u); }
fn swap(x: u32) -> u32 {
  return (x << 24u) | ((x & 0xff00u) << 8u) | ((x >> 8u) & 0xff00u) | (x >> 24u);
}
",
    );
    let _ = writeln!(
        text,
        "@compute @workgroup_size({GROUP}) fn main(@builtin(global_invocation_id) id: vec3<u32>) {{
if (id.x >= job[13]) {{ return; }}
let nonce = job[12] + id.x;
var t = 0u;"
    );
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    for (i, name) in names.into_iter().enumerate() {
        let _ = writeln!(text, "var {name} = job[{i}];");
    }
    text.push_str("var w0 = job[8]; var w1 = job[9]; var w2 = job[10]; var w3 = swap(nonce);\n");
    text.push_str("var w4 = 0x80000000u; var w15 = 640u;\n");
    for i in 5..15 {
        let _ = writeln!(text, "var w{i} = 0u;");
    }
    rounds(&mut text);
    for (i, name) in names.into_iter().enumerate() {
        let _ = writeln!(text, "w{i} = {name} + job[{i}];");
    }
    text.push_str("w8 = 0x80000000u; w15 = 256u;\n");
    for i in 9..15 {
        let _ = writeln!(text, "w{i} = 0u;");
    }
    for (name, start) in names.into_iter().zip(START_256) {
        let _ = writeln!(text, "{name} = {start}u;");
    }
    rounds(&mut text);
    let [.., last] = START_256;
    let _ = writeln!(
        text,
        "if (((h + {last}u) & job[11]) == 0u) {{
found.hits[atomicAdd(&found.count, 1u)] = nonce; }} }}"
    );
    text
}

/// Headers that a card tries; a dispatch at a time, whoever asks.
pub(super) struct Gpu {
    card: &'static Card,
    pipeline: wgpu::ComputePipeline,
    job: wgpu::Buffer,
    out: wgpu::Buffer,
    back: wgpu::Buffer,
    bound: wgpu::BindGroup,
    /// The words of the job for each version, the last two missing.
    versions: Vec<Vec<u32>>,
    /// Nonces in the next dispatch.
    next: Mutex<u32>,
}

impl Gpu {
    /// None without a card.
    pub(super) fn new(header: &[u8; 80], versions: &[u32], target: Target) -> Option<Self> {
        let card = card()?;
        let buffer = |words: u64, usage| {
            card.device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size: 4 * words,
                usage,
                mapped_at_creation: false,
            })
        };
        let (storage, from, to) = (
            wgpu::BufferUsages::STORAGE,
            wgpu::BufferUsages::COPY_SRC,
            wgpu::BufferUsages::COPY_DST,
        );
        let job = buffer(16, storage | to);
        let out = buffer(u64::from(MOST) + 1, storage | from | to);
        let back = buffer(u64::from(MOST) + 1, wgpu::BufferUsages::MAP_READ | to);
        let module = wgpu::ShaderModuleDescriptor {
            label: None,
            source: wgpu::ShaderSource::Wgsl(shader().into()),
        };
        let module = card.device.create_shader_module(module);
        let wanted = wgpu::ComputePipelineDescriptor {
            label: None,
            layout: None,
            module: &module,
            entry_point: Some("main"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            cache: None,
        };
        let pipeline = card.device.create_compute_pipeline(&wanted);
        let bound = card.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: None,
            layout: &pipeline.get_bind_group_layout(0),
            entries: &[
                wgpu::BindGroupEntry {
                    binding: 0,
                    resource: job.as_entire_binding(),
                },
                wgpu::BindGroupEntry {
                    binding: 1,
                    resource: out.as_entire_binding(),
                },
            ],
        });
        let versions = versions.iter().map(|one| words_of(header, *one, target));
        Some(Self {
            card,
            pipeline,
            job,
            out,
            bound,
            back,
            versions: versions.collect(),
            next: Mutex::new(FIRST),
        })
    }

    /// The first words of what came back, `count` of them.
    fn read(&self, count: u64) -> Result<Vec<u32>> {
        let bytes = 4 * count;
        let mut commands = self.card.device.create_command_encoder(&Default::default());
        commands.copy_buffer_to_buffer(&self.out, 0, &self.back, 0, bytes);
        self.card.queue.submit([commands.finish()]);
        self.back.map_async(wgpu::MapMode::Read, ..bytes, |_| ());
        let waited = self.card.device.poll(wgpu::PollType::wait_indefinitely());
        waited.map_err(failed)?;
        let view = self.back.get_mapped_range(..bytes).map_err(failed)?;
        let words = view.as_chunks().0.iter();
        let words = words.map(|word| u32::from_le_bytes(*word)).collect();
        drop(view);
        self.back.unmap();
        Ok(words)
    }

    /// The nonces from `first`, `count` of them, that may solve with a version; in no order.
    fn dispatch(&self, version: &[u32], first: u32, count: u32) -> Result<Vec<u32>> {
        let queue = &self.card.queue;
        let words = version.iter().copied().chain([first, count]);
        let bytes: Vec<u8> = words.flat_map(|word| word.to_le_bytes()).collect();
        debug_assert_eq!(bytes.len(), 4 * JOB_WORDS, "all that the shader reads");
        queue.write_buffer(&self.job, 0, &bytes);
        queue.write_buffer(&self.out, 0, &[0; 4]);
        let mut commands = self.card.device.create_command_encoder(&Default::default());
        let mut pass = commands.begin_compute_pass(&Default::default());
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.bound, &[]);
        pass.dispatch_workgroups(count.div_ceil(GROUP), 1, 1);
        drop(pass);
        queue.submit([commands.finish()]);
        let mut hits = self.read(HEAD_WORDS)?;
        let found = hits.first().copied().unwrap_or_default();
        if u64::from(found) >= HEAD_WORDS {
            hits = self.read(u64::from(found) + 1)?;
        }
        Ok(hits.into_iter().skip(1).take(found as usize).collect())
    }

    /// All versions over the nonces that begin at `first` and end before `end` at the latest;
    /// returns where they ended.
    fn some(&self, first: u64, end: u64, found: &mut Vec<u64>) -> Result<u64> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let count = (*next).min(u32::try_from(end - first).unwrap_or(u32::MAX));
        let begun = Instant::now();
        let each = self.versions.len() as u64;
        for (number, version) in (0..).zip(&self.versions) {
            let nonces = self.dispatch(version, first as u32, count)?;
            found.extend(
                nonces
                    .into_iter()
                    .map(|nonce| u64::from(nonce) * each + number),
            );
        }
        let took = begun.elapsed() / self.versions.len().max(1) as u32;
        if took > LONG {
            *next = (*next / 2).max(GROUP);
        } else if took < LONG / 4 {
            *next = (*next * 2).min(MOST);
        }
        Ok(first + u64::from(count))
    }
}

/// What the card needs to know of a version.
fn words_of(header: &[u8; 80], version: u32, target: Target) -> Vec<u32> {
    let mut header = *header;
    for (to, from) in header.iter_mut().zip(version.to_le_bytes()) {
        *to = from;
    }
    let mut state = START_256;
    sha2::block_api::compress256(&mut state, header.as_chunks().0);
    let words = header.as_chunks::<4>().0.iter().skip(16).take(3);
    let words = words.map(|word| u32::from_be_bytes(*word));
    let mask = zero_bits(target).swap_bytes();
    state.into_iter().chain(words).chain([mask]).collect()
}

impl Scan for Gpu {
    fn scan(&self, range: Range<u64>, found: &mut Vec<u64>) -> Result<()> {
        let each = self.versions.len().max(1) as u64;
        let old = found.len();
        let end = range.end.div_ceil(each).min(1 << 32);
        let mut first = range.start / each;
        while first < end {
            first = self.some(first, end, found)?;
        }
        let mut new = found.split_off(old);
        new.retain(|counter| range.contains(counter));
        new.sort_unstable();
        found.append(&mut new);
        Ok(())
    }
}
