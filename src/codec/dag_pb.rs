//! dag-pb (ipld.io/specs/codecs/dag-pb): the protobuf of links and data that `UnixFS` lies in, read
//! strictly: one run of links, one data field, either first, every field in its order and once.

use crate::cid::Cid;
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};

/// A link to a block below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The block.
    pub cid: Cid,
    /// The name of a file in a folder; of parts of a file empty, but there.
    pub name: Vec<u8>,
    /// Bytes of all blocks below, as the maker says.
    pub tsize: u64,
}

/// A block: links in order, and data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// In the order of the block.
    pub links: Vec<Link>,
    /// The data field, `None` where there is none.
    pub data: Option<Vec<u8>>,
}

impl Node {
    /// The block: links first, as all programs write it.
    ///
    /// ```
    /// use decent::codec::dag_pb::Node;
    /// let folder = Node { links: vec![], data: Some(vec![8, 1]) };
    /// assert_eq!(folder.encode(), [0x0a, 2, 8, 1]);
    /// assert_eq!(Node::decode(&[0x0a, 2, 8, 1]).unwrap(), folder);
    /// ```
    pub fn encode(&self) -> Vec<u8> {
        let mut block = Vec::with_capacity(self.encoded_len());
        for link in &self.links {
            block.push(0x12);
            varint::put(&mut block, link.inner_len() as u64);
            put_bytes(&mut block, 0x0a, link.cid.bytes());
            put_bytes(&mut block, 0x12, &link.name);
            block.push(0x18);
            varint::put(&mut block, link.tsize);
        }
        if let Some(data) = &self.data {
            put_bytes(&mut block, 0x0a, data);
        }
        block
    }

    /// Bytes of the block.
    pub fn encoded_len(&self) -> usize {
        let links: usize = self.links.iter().map(Link::encoded_len).sum();
        links + self.data.as_ref().map_or(0, |data| field_len(data.len()))
    }

    /// Reads a block. Errors tell the byte.
    pub fn decode(block: &[u8]) -> Result<Self> {
        let mut node = Self::default();
        let mut rest = block;
        // The field before; links may follow data or data links, never in turn.
        let (mut before, mut runs) = (0, 0);
        while !rest.is_empty() {
            let at = block.len() - rest.len();
            let tag = take_tag(&mut rest).map_err(|e| within(e, at))?;
            let start = block.len() - rest.len();
            let body = take_bytes(&mut rest).map_err(|e| within(e, start))?;
            let inner = block.len() - rest.len() - body.len();
            match tag {
                0x12 => {
                    if before != 0x12 {
                        runs += 1;
                    }
                    if runs > 1 {
                        return Err(
                            wrong("all links in one run", "more behind the data").at(byte(at))
                        );
                    }
                    node.links
                        .push(Link::decode(body).map_err(|e| within(e, inner))?);
                }
                0x0a if node.data.is_some() => {
                    return Err(wrong("one data field", "a second one").at(byte(at)));
                }
                0x0a => node.data = Some(body.to_vec()),
                other => {
                    return Err(wrong(
                        "links (0x12) or data (0x0a)",
                        format!("field 0x{other:02x}"),
                    )
                    .at(byte(at)));
                }
            }
            before = tag;
        }
        Ok(node)
    }
}

impl Link {
    fn inner_len(&self) -> usize {
        field_len(self.cid.bytes().len()) + field_len(self.name.len()) + 1 + varint::len(self.tsize)
    }

    /// Bytes that the link takes in its block.
    pub fn encoded_len(&self) -> usize {
        field_len(self.inner_len())
    }

    fn decode(body: &[u8]) -> Result<Self> {
        let mut rest = body;
        let (mut cid, mut name, mut tsize) = (None, None, None);
        let mut before = 0;
        while !rest.is_empty() {
            let at = body.len() - rest.len();
            let tag = take_tag(&mut rest).map_err(|e| within(e, at))?;
            if tag <= before {
                return Err(wrong("the fields of a link in order", "one out of it").at(byte(at)));
            }
            before = tag;
            let start = body.len() - rest.len();
            match tag {
                0x0a => {
                    let bytes = take_bytes(&mut rest).map_err(|e| within(e, start))?;
                    cid = Some(Cid::from_bytes(bytes).map_err(|e| within(e, start))?);
                }
                0x12 => {
                    name = Some(
                        take_bytes(&mut rest)
                            .map_err(|e| within(e, start))?
                            .to_vec(),
                    );
                }
                0x18 => tsize = Some(varint::take(&mut rest).map_err(|e| within(e, start))?),
                other => {
                    let found = format!("field 0x{other:02x}");
                    return Err(wrong("hash, name or size of a link", found).at(byte(at)));
                }
            }
        }
        let Some(cid) = cid else {
            return Err(wrong("a link with a hash", "one without"));
        };
        Ok(Self {
            cid,
            name: name.unwrap_or_default(),
            tsize: tsize.unwrap_or(0),
        })
    }
}

/// Of each link of a block that decodes, whether it has a name, and whether it has a size: an empty
/// name is another block than none.
pub(crate) fn present(block: &[u8]) -> Result<Vec<(bool, bool)>> {
    let mut found = Vec::new();
    let mut rest = block;
    while !rest.is_empty() {
        let tag = take_tag(&mut rest)?;
        let mut link = take_bytes(&mut rest)?;
        if tag != 0x12 {
            continue;
        }
        let (mut named, mut sized) = (false, false);
        while !link.is_empty() {
            match take_tag(&mut link)? {
                0x18 => {
                    varint::take(&mut link)?;
                    sized = true;
                }
                tag => {
                    take_bytes(&mut link)?;
                    named |= tag == 0x12;
                }
            }
        }
        found.push((named, sized));
    }
    Ok(found)
}

/// Appends a link of which only the hash has to be there.
pub(crate) fn put_link(block: &mut Vec<u8>, cid: &Cid, name: Option<&[u8]>, tsize: Option<u64>) {
    let mut inner = Vec::new();
    put_bytes(&mut inner, 0x0a, cid.bytes());
    if let Some(name) = name {
        put_bytes(&mut inner, 0x12, name);
    }
    if let Some(tsize) = tsize {
        inner.push(0x18);
        varint::put(&mut inner, tsize);
    }
    put_bytes(block, 0x12, &inner);
}

/// Appends a field of bytes.
pub(crate) fn put_bytes(block: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    block.push(tag);
    varint::put(block, bytes.len() as u64);
    block.extend_from_slice(bytes);
}

/// Bytes of a field that holds so many.
pub(crate) fn field_len(len: usize) -> usize {
    1 + varint::len(len as u64) + len
}

/// Takes a tag of one byte: all fields here have one.
pub(crate) fn take_tag(rest: &mut &[u8]) -> Result<u8> {
    let tag = varint::take(rest)?;
    u8::try_from(tag).map_err(|_| wrong("a field of these", format!("0x{tag:x}")))
}

/// Takes a length and so many bytes.
pub(crate) fn take_bytes<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let len = varint::take(rest)?;
    let split = usize::try_from(len)
        .ok()
        .and_then(|len| rest.split_at_checked(len));
    let Some((bytes, behind)) = split else {
        let wanted = format!("{len} bytes");
        return Err(Error::new(
            slug::DAG_PB,
            wanted,
            format!("{} left", rest.len()),
        ));
    };
    *rest = behind;
    Ok(bytes)
}

fn wrong(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::DAG_PB, wanted, found)
}

fn byte(at: usize) -> Place {
    Place::Byte(at as u64)
}

/// The place of an error that counts from `at`.
pub(crate) fn within(error: Error, at: usize) -> Error {
    let place = match error.place {
        Place::Byte(inner) => byte(at + inner as usize),
        Place::Whole => byte(at),
        ref other => other.clone(),
    };
    error.at(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    fn link(name: &[u8]) -> Link {
        Link {
            cid: Cid::v1(0x55, 0x12, &[7; 32]),
            name: name.to_vec(),
            tsize: 300,
        }
    }

    #[test]
    fn published_vectors() {
        // ipld/codec-fixtures: dagpb_empty, dagpb_Data_zero, dagpb_Data_some, dagpb_1link.
        let block = |text: &str| hex::decode(text).unwrap();
        assert_eq!(Node::decode(&[]).unwrap(), Node::default());
        let zero = Node {
            links: vec![],
            data: Some(vec![]),
        };
        assert_eq!(
            (Node::decode(&block("0a00")).unwrap(), zero.encode()),
            (zero, block("0a00"))
        );
        let some = Node::decode(&block("0a050001020304")).unwrap();
        assert_eq!(some.data, Some(vec![0, 1, 2, 3, 4]));
        let text = "122a0a2212208ab7a6c5e74737878ac73863cb76739d15d4666de44e5756bf55a2f9e9ab5f431209736f6d65206c696e6b1880c2d72f";
        let text = text.replacen("122a", "1234", 1);
        let one = Node::decode(&block(&text)).unwrap();
        assert_eq!(
            (one.links[0].name.as_slice(), one.links[0].tsize),
            (&b"some link"[..], 100_000_000)
        );
        assert_eq!(hex::encode(&one.encode()), text);
    }

    #[test]
    fn round_trips_and_both_orders() {
        let node = Node {
            links: vec![link(b""), link(b"b")],
            data: Some(vec![8, 2]),
        };
        let block = node.encode();
        assert_eq!(block.len(), node.encoded_len());
        assert_eq!(Node::decode(&block).unwrap(), node);
        let data_first = [&block[block.len() - 4..], &block[..block.len() - 4]].concat();
        assert_eq!(Node::decode(&data_first).unwrap(), node);
    }

    #[test]
    fn other_forms_are_refused() {
        let one = |node: Node| node.encode();
        let links = one(Node {
            links: vec![link(b"a")],
            data: None,
        });
        let data = one(Node {
            links: vec![],
            data: Some(vec![1]),
        });
        let broken = [
            [&links[..], &data, &links].concat(),
            [&data[..], &data].concat(),
            links[..links.len() - 1].to_vec(),
            vec![0x12, 0x00],
            vec![0x1a, 0x00],
            vec![0x10, 0x01],
            vec![0x0a, 0x80],
            vec![0x0a, 0x81, 0x00, 0x01],
            vec![
                0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01,
            ],
            // Size before name.
            [&[0x12, 0x2a][..], &links[2..40], &[0x18, 0x01, 0x12, 0x00]].concat(),
        ];
        for block in broken {
            assert!(Node::decode(&block).is_err(), "{block:x?}");
        }
    }
}
