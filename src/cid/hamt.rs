//! Folders cut in shards (`UnixFS`, `HAMTDirectory`): names fall by the bits of their murmur3 hash into
//! buckets; where two meet a shard below parts them.

use super::layout::{self, Node, OnBlock};
use super::params::Params;
use super::unixfs::{Data, Kind, MURMUR3, Meta};

use crate::codec::dag_pb::{self, Link};
use crate::error::{Error, Result, slug};

/// The first 64 bits of murmur3-x64-128, seed 0.
///
/// ```
/// use decent::cid::hamt;
/// assert_eq!(hamt::murmur3(b"hello"), 0xcbd8_a7b3_41bd_9b02);
/// ```
pub fn murmur3(bytes: &[u8]) -> u64 {
    const C1: u64 = 0x87c3_7b91_1142_53d5;
    const C2: u64 = 0x4cf5_ad43_2745_937f;
    let mix1 = |k: u64| k.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2);
    let mix2 = |k: u64| k.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1);
    let (blocks, tail) = bytes.as_chunks::<16>();
    let word = |bytes: &[u8]| {
        let value = |value, byte: &u8| value << 8 | u64::from(*byte);
        bytes.iter().rev().fold(0u64, value)
    };
    let halves = |bytes: &[u8]| {
        let (low, high) = bytes.split_at(bytes.len().min(8));
        (word(low), word(high))
    };
    let (mut h1, mut h2) = (0u64, 0u64);
    for block in blocks {
        let (k1, k2) = halves(block);
        h1 = (h1 ^ mix1(k1)).rotate_left(27).wrapping_add(h2);
        h1 = h1.wrapping_mul(5).wrapping_add(0x52dc_e729);
        h2 = (h2 ^ mix2(k2)).rotate_left(31).wrapping_add(h1);
        h2 = h2.wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    let (k1, k2) = halves(tail);
    let length = bytes.len() as u64;
    (h1, h2) = (h1 ^ mix1(k1) ^ length, h2 ^ mix2(k2) ^ length);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    finish(h1).wrapping_add(finish(h2))
}

fn finish(mut k: u64) -> u64 {
    k = (k ^ k >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    k = (k ^ k >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    k ^ k >> 33
}

/// The bucket of a hash at a level, of a power of two of buckets; `None` where its bits are used up.
pub fn bucket(hash: u64, level: u32, fanout: u64) -> Option<u64> {
    let bits = fanout.trailing_zeros();
    let shift = 64u32.checked_sub(bits * (level + 1))?;
    Some(hash >> shift & (fanout - 1))
}

/// Digits before a name in a shard.
pub fn prefix_len(fanout: u64) -> usize {
    format!("{:X}", fanout - 1).len()
}

/// A folder in shards; `links` are sorted by nothing in particular.
pub fn build(params: &Params, links: &[Link], meta: Meta, on: OnBlock<'_>) -> Result<Node> {
    let mut hashed: Vec<_> = links
        .iter()
        .map(|link| (murmur3(&link.name), link))
        .collect();
    hashed.sort_by_key(|(hash, _)| *hash);
    shard(params, &hashed, 0, meta, on)
}

/// One shard and all below; `hashed` agree in the bits above `level`. At most 21 levels deep.
fn shard(
    params: &Params,
    hashed: &[(u64, &Link)],
    level: u32,
    meta: Meta,
    on: OnBlock<'_>,
) -> Result<Node> {
    let fanout = params.fanout;
    let width = prefix_len(fanout);
    let mut links = Vec::new();
    let mut field = vec![0u8; (fanout / 8) as usize];
    let place = |hash: u64| {
        bucket(hash, level, fanout).ok_or_else(|| {
            Error::new(
                slug::HAMT,
                "names that 64 bits of murmur3 part",
                "two that they don't",
            )
        })
    };
    let mut rest = hashed;
    while let Some((first, _)) = rest.first() {
        let at = place(*first)?;
        let mut count = 0;
        for (hash, _) in rest {
            if place(*hash)? != at {
                break;
            }
            count += 1;
        }
        let (same, behind) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = behind;
        // The lowest bucket is the lowest bit of the last byte.
        if let Some(byte) = field.iter_mut().rev().nth((at / 8) as usize) {
            *byte |= 1 << (at % 8);
        }
        let prefix = format!("{at:0width$X}").into_bytes();
        links.push(match same {
            [(_, one)] => Link {
                name: [&prefix, &*one.name].concat(),
                ..(*one).clone()
            },
            many => {
                let node = shard(params, many, level + 1, Meta::default(), on)?;
                Link {
                    cid: node.cid,
                    name: prefix,
                    tsize: node.tsize,
                }
            }
        });
    }
    let zeros = field.iter().take_while(|byte| **byte == 0).count();
    let data = Data {
        data: field.split_off(zeros),
        hash_type: Some(MURMUR3),
        fanout: Some(fanout),
        meta,
        ..Data::new(Kind::HamtShard)
    };
    layout::put(params, links, &data, on)
}

/// What a link of a shard is: a name that belongs there, or a shard below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A file or folder of that name.
    Named(&'a [u8]),
    /// A shard.
    Shard,
}

/// The entries of a shard at a level whose names begin with the bits `above`: each in the bucket that
/// its name has, the buckets in order and in the bit field.
pub fn entries<'n>(
    node: &'n dag_pb::Node,
    data: &Data,
    level: u32,
    above: u64,
) -> Result<Vec<(u64, Entry<'n>)>> {
    let wrong = |wanted: String, found: String| Error::new(slug::HAMT, wanted, found);
    let fanout = data.fanout.unwrap_or(0);
    let width = prefix_len(fanout.max(8));
    if data.data.len() as u64 > fanout / 8 || data.data.first() == Some(&0) {
        return Err(wrong(
            "a bit field without leading zeros".into(),
            "another".into(),
        ));
    }
    let set: u32 = data.data.iter().map(|byte| byte.count_ones()).sum();
    if set as usize != node.links.len() {
        return Err(wrong(
            format!("{set} links, as the bit field says"),
            node.links.len().to_string(),
        ));
    }
    let mut entries = Vec::with_capacity(node.links.len());
    let mut before = None;
    for link in &node.links {
        let shown = || format!("{:?}", String::from_utf8_lossy(&link.name));
        let (prefix, name) = link.name.split_at_checked(width).unwrap_or_default();
        let text = std::str::from_utf8(prefix).unwrap_or_default();
        let at = u64::from_str_radix(text, 16)
            .ok()
            .filter(|at| format!("{at:0width$X}") == text);
        let Some(at) = at.filter(|at| *at < fanout) else {
            return Err(wrong(
                format!("a name behind {width} digits of its bucket"),
                shown(),
            ));
        };
        let byte = data
            .data
            .iter()
            .rev()
            .nth((at / 8) as usize)
            .copied()
            .unwrap_or(0);
        if before.is_some_and(|before| at <= before) || byte >> (at % 8) & 1 == 0 {
            return Err(wrong(
                "buckets in order, and in the bit field".into(),
                shown(),
            ));
        }
        before = Some(at);
        if name.is_empty() {
            entries.push((at, Entry::Shard));
            continue;
        }
        let hash = murmur3(name);
        let bits = fanout.trailing_zeros() * level;
        let leads = bits == 0 || bits < 64 && hash >> (64 - bits) == above;
        if !leads || bucket(hash, level, fanout) != Some(at) {
            return Err(wrong("a name in the bucket of its hash".into(), shown()));
        }
        entries.push((at, Entry::Named(name)));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cid::Cid;
    use crate::cid::params::V1_2025;

    #[test]
    fn murmur3_vectors() {
        // aappleby/smhasher, MurmurHash3_x64_128 with seed 0, as boxo's and hamt-sharding's tests have it.
        for (text, hash) in [
            ("", 0),
            ("hello", 0xcbd8_a7b3_41bd_9b02),
            ("hello, world", 0x342f_ac62_3a5e_bc8e),
            (
                "The quick brown fox jumps over the lazy dog.",
                0xcd99_481f_9ee9_02c9,
            ),
        ] {
            assert_eq!(murmur3(text.as_bytes()), hash, "{text}");
        }
    }

    #[test]
    fn what_is_built_is_read() {
        let names: Vec<String> = (0..2000).map(|n| format!("name {n}")).collect();
        let link = |name: &String| Link {
            cid: Cid::v1(0x55, 0x12, &[1; 32]),
            name: name.clone().into_bytes(),
            tsize: 1,
        };
        let links: Vec<_> = names.iter().map(link).collect();
        for fanout in [8, 16, 256, 1024] {
            let params = Params { fanout, ..V1_2025 };
            let mut blocks = std::collections::HashMap::new();
            let root = build(&params, &links, Meta::default(), &mut |cid, block| {
                blocks.insert(cid.clone(), dag_pb::Node::decode(block).unwrap());
                Ok(())
            });
            let mut open = vec![(root.unwrap().cid, 0, 0)];
            let mut found = Vec::new();
            while let Some((cid, level, above)) = open.pop() {
                let node = &blocks[&cid];
                let data = Data::of(node).unwrap();
                let entries = entries(node, &data, level, above).unwrap();
                for ((at, entry), link) in entries.into_iter().zip(&node.links) {
                    match entry {
                        Entry::Named(name) => found.push(String::from_utf8(name.to_vec()).unwrap()),
                        Entry::Shard => {
                            open.push((
                                link.cid.clone(),
                                level + 1,
                                above << fanout.trailing_zeros() | at,
                            ));
                        }
                    }
                }
            }
            found.sort();
            let mut wanted = names.clone();
            wanted.sort();
            assert_eq!(found, wanted);
        }
    }
}
