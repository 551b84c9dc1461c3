//! Puzzles that people meet: what their pages and protocols hand out is read, and what they want back
//! is written.
//!
//! - Anubis (`lib/challenge/proofofwork` of TecharoHQ/anubis): SHA-256 of the challenge's text and a
//!   decimal nonce begins with so many zero hex digits.
//! - ALTCHA, version 1 (altcha-lib): the number up to `maxnumber` for which the hash of salt and
//!   number is the challenge.
//! - Nostr (NIP-13): the id of an event, NIP-01's serialization with a nonce tag in it, begins with so
//!   many zero bits.

use serde_json::{Map, Value, json};

use crate::codec::{base64, hex};
use crate::error::{Error, Place, Result, slug};

use super::goal::Goal;
use super::hash::{Digest, HashKind};
use super::nonce::NonceEncoding;
use super::puzzle::Puzzle;
use super::search::Solution;
use super::target::Target;

/// The largest challenge or event.
pub const LARGEST: u64 = 1 << 20;

/// Which puzzle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The text or the JSON that Anubis puts into its page.
    Anubis,
    /// The JSON that an ALTCHA server hands out, or the payload that it wants back.
    Altcha,
    /// A Nostr event, signed or not.
    Nostr,
}

/// A puzzle that was read, and all that its answer needs.
#[derive(Clone, Debug)]
pub struct Posed {
    /// What is searched.
    pub puzzle: Puzzle,
    /// When it is solved.
    pub goal: Goal,
    /// Counters below may be the answer.
    pub end: u64,
    /// What was read.
    read: Value,
    preset: Preset,
}

impl Preset {
    /// Every preset, by name.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("anubis", Self::Anubis),
        ("altcha", Self::Altcha),
        ("nostr", Self::Nostr),
    ];

    /// The preset of that name.
    pub fn named(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, preset)| *preset).ok_or_else(|| {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {names}"),
                format!("{name:?}"),
            )
        })
    }

    /// Reads a puzzle; `bits` are those that are asked for on the line.
    ///
    /// ```
    /// use decent::pow::preset::Preset;
    /// let posed = Preset::Anubis.pose(b"hunter\n", Some(0)).unwrap();
    /// let digest = posed.puzzle.digest(0);
    /// assert_eq!(digest[..4], [0x26, 0x52, 0xbd, 0xba]);
    /// ```
    pub fn pose(self, bytes: &[u8], bits: Option<u32>) -> Result<Posed> {
        match self {
            Self::Anubis => anubis(bytes, bits),
            Self::Altcha => altcha(bytes),
            Self::Nostr => nostr(bytes, bits),
        }
    }
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::PUZZLE, wanted, found.into())
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(wrong("a JSON object", "other JSON")),
        Err(error) => Err(wrong("a JSON object", error.to_string())),
    }
}

/// A text in an object.
fn text<'a>(object: &'a Map<String, Value>, key: &'static str) -> Result<&'a str> {
    let value = object.get(key).and_then(Value::as_str);
    value.ok_or_else(|| wrong("a text", "none").at(Place::Key(key.into())))
}

fn at_most(bits: u32) -> Result<Goal> {
    Ok(Goal::AtMost(Target::bits(bits, 32)?))
}

/// The challenge's text alone, or the JSON of the page: `challenge` is a text or an object with
/// `randomData`, and `rules.difficulty` counts hex digits.
fn anubis(bytes: &[u8], bits: Option<u32>) -> Result<Posed> {
    let trimmed = bytes.trim_ascii();
    let (challenge, difficulty, read) = if trimmed.first() == Some(&b'{') {
        let page = object(trimmed)?;
        let challenge = match page.get("challenge") {
            Some(Value::Object(inner)) => text(inner, "randomData")?.as_bytes().to_vec(),
            _ => text(&page, "challenge")?.as_bytes().to_vec(),
        };
        let difficulty = page.get("rules").and_then(|rules| rules.get("difficulty"));
        let difficulty = difficulty.and_then(Value::as_u64);
        (challenge, difficulty, Value::Object(page))
    } else {
        (trimmed.to_vec(), None, Value::Null)
    };
    if challenge.is_empty() {
        return Err(wrong("a challenge", "nothing"));
    }
    let digits = difficulty.filter(|digits| *digits <= 64);
    let bits = bits.or(digits.map(|digits| 4 * digits as u32));
    let bits = bits.ok_or_else(|| wrong("rules.difficulty up to 64, or --bits", "neither"))?;
    Ok(Posed {
        puzzle: message(HashKind::Sha256, challenge, Vec::new()),
        goal: at_most(bits)?,
        // The server reads the nonce as a signed number.
        end: 1 << 63,
        read,
        preset: Preset::Anubis,
    })
}

fn message(hash: HashKind, prefix: Vec<u8>, suffix: Vec<u8>) -> Puzzle {
    let nonce = NonceEncoding::Dec;
    Puzzle::Message {
        hash,
        prefix,
        suffix,
        nonce,
    }
}

/// The challenge as JSON, or the payload as base64 of JSON.
fn altcha(bytes: &[u8]) -> Result<Posed> {
    let trimmed = bytes.trim_ascii();
    let decoded = match trimmed.first() {
        Some(b'{') => trimmed.to_vec(),
        _ => base64::decode(&String::from_utf8_lossy(trimmed))?,
    };
    let challenge = object(&decoded)?;
    if challenge.contains_key("parameters") {
        let wanted = "an ALTCHA challenge of version 1";
        return Err(Error::new(
            slug::UNKNOWN_VERSION,
            wanted,
            "one of version 2",
        ));
    }
    let hash = match text(&challenge, "algorithm")? {
        "SHA-256" => HashKind::Sha256,
        "SHA-512" => HashKind::Sha512,
        "SHA-1" => HashKind::Sha1,
        other => return Err(wrong("SHA-1, SHA-256 or SHA-512", format!("{other:?}"))),
    };
    let digest = hex::decode(text(&challenge, "challenge")?)?;
    if digest.len() != hash.digest_bytes() {
        let found = format!("{} bytes", digest.len());
        return Err(wrong("a digest of its algorithm", found).at(Place::Key("challenge".into())));
    }
    let most = ["maxnumber", "maxNumber"]
        .into_iter()
        .find_map(|key| challenge.get(key));
    let most = most.map_or(Some(1_000_000), Value::as_u64);
    let most = most.ok_or_else(|| wrong("a number", "none").at(Place::Key("maxnumber".into())))?;
    Ok(Posed {
        puzzle: message(
            hash,
            text(&challenge, "salt")?.as_bytes().to_vec(),
            Vec::new(),
        ),
        goal: Goal::Equals(Digest::new(&digest)),
        end: most.saturating_add(1),
        read: Value::Object(challenge),
        preset: Preset::Altcha,
    })
}

/// An event; a nonce tag in it is replaced, and else one is put behind the other tags.
fn nostr(bytes: &[u8], bits: Option<u32>) -> Result<Posed> {
    let mut event = object(bytes.trim_ascii())?;
    let tags = match event.get("tags") {
        None => Vec::new(),
        Some(Value::Array(tags)) => tags.clone(),
        Some(_) => return Err(wrong("an array", "something else").at(Place::Key("tags".into()))),
    };
    for tag in &tags {
        let texts = tag
            .as_array()
            .is_some_and(|tag| tag.iter().all(Value::is_string));
        if !texts {
            return Err(wrong("arrays of texts", tag.to_string()).at(Place::Key("tags".into())));
        }
    }
    let is_nonce = |tag: &Value| tag.get(0).and_then(Value::as_str) == Some("nonce");
    let committed = tags.iter().find(|tag| is_nonce(tag)).and_then(commitment);
    let bits = bits.or(committed);
    let bits = bits.ok_or_else(|| wrong("--bits, or a nonce tag with a target", "neither"))?;
    let mut tags: Vec<Value> = tags.into_iter().filter(|tag| !is_nonce(tag)).collect();
    let before: String = tags.iter().map(|tag| tag.to_string() + ",").collect();
    tags.push(json!(["nonce", "0", bits.to_string()]));
    let number = |key: &'static str| {
        let value = event.get(key).and_then(Value::as_u64);
        value.ok_or_else(|| wrong("a number", "none").at(Place::Key(key.into())))
    };
    let (created, kind) = (number("created_at")?, number("kind")?);
    let author = text(&event, "pubkey")?;
    hex::decode_array::<32>(author).map_err(|e| e.at(Place::Key("pubkey".into())))?;
    let content = Value::from(text(&event, "content")?);
    let prefix = format!("[0,\"{author}\",{created},{kind},[{before}[\"nonce\",\"");
    let suffix = format!("\",\"{bits}\"]],{content}]");
    event.insert("tags".into(), Value::Array(tags));
    Ok(Posed {
        puzzle: message(HashKind::Sha256, prefix.into_bytes(), suffix.into_bytes()),
        goal: at_most(bits)?,
        end: u64::MAX,
        read: Value::Object(event),
        preset: Preset::Nostr,
    })
}

/// The bits to which a nonce tag commits.
fn commitment(tag: &Value) -> Option<u32> {
    tag.get(2)?.as_str()?.parse().ok()
}

impl Posed {
    /// What is to be sent back: of Anubis the fields of its form, of ALTCHA the payload, of Nostr the
    /// event, yet to be signed.
    pub fn answer(&self, solution: &Solution) -> String {
        let (nonce, digest) = (solution.counter, hex::encode(&solution.digest));
        let mut read = self.read.clone();
        match self.preset {
            Preset::Anubis => {
                let id = read.get("challenge").and_then(|one| one.get("id"));
                let id = id.and_then(Value::as_str);
                let id = id.map_or(String::new(), |id| format!("id={id}&"));
                format!("{id}response={digest}&nonce={nonce}\n")
            }
            Preset::Altcha => {
                let field = |key: &str| read.get(key).cloned().unwrap_or_default();
                let payload = json!({
                    "algorithm": field("algorithm"),
                    "challenge": field("challenge"),
                    "number": nonce,
                    "salt": field("salt"),
                    "signature": field("signature"),
                });
                base64::encode(payload.to_string().as_bytes()) + "\n"
            }
            Preset::Nostr => {
                let tag = read.get_mut("tags").and_then(Value::as_array_mut);
                let tag = tag
                    .and_then(|tags| tags.last_mut())
                    .and_then(|tag| tag.get_mut(1));
                if let Some(tag) = tag {
                    *tag = nonce.to_string().into();
                }
                if let Value::Object(event) = &mut read {
                    event.insert("id".into(), digest.into());
                    event.shift_remove("sig");
                }
                format!("{read}\n")
            }
        }
    }
}

/// The counter that an answer holds: a payload its `number`, an event its nonce tag; with an event
/// its id has to be that of its content, and its nonce tag the last.
pub fn answered(preset: Preset, bytes: &[u8]) -> Result<Option<u64>> {
    let trimmed = bytes.trim_ascii();
    match preset {
        Preset::Anubis => Ok(None),
        Preset::Altcha => {
            let decoded = match trimmed.first() {
                Some(b'{') => trimmed.to_vec(),
                _ => base64::decode(&String::from_utf8_lossy(trimmed))?,
            };
            Ok(object(&decoded)?.get("number").and_then(Value::as_u64))
        }
        Preset::Nostr => {
            let event = object(trimmed)?;
            let tags = event.get("tags").and_then(Value::as_array);
            let last = tags.and_then(|tags| tags.last());
            let last = last.filter(|tag| tag.get(0).and_then(Value::as_str) == Some("nonce"));
            let nonce = last.and_then(|tag| tag.get(1)).and_then(Value::as_str);
            let Some(nonce) = nonce else {
                return Err(wrong("a nonce tag behind the other tags", "none"));
            };
            let counter = NonceEncoding::Dec.read(nonce);
            let counter = counter.ok().filter(|counter| counter.to_string() == nonce);
            let counter = counter.ok_or_else(|| wrong("a decimal nonce", format!("{nonce:?}")))?;
            let committed = last.and_then(commitment);
            let puzzle = Preset::Nostr.pose(trimmed, committed)?.puzzle;
            let id = hex::decode(text(&event, "id")?)?;
            if *puzzle.digest(counter) != *id {
                return Err(wrong("the id of this event", "another").at(Place::Key("id".into())));
            }
            Ok(Some(counter))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mined note that NIP-13 shows.
    const NOTE: &str = r#"{"id":"000006d8c378af1779d2feebc7603a125d99eca0ccf1085959b307f64e5dd358","pubkey":"a48380f4cfcc1ad5378294fcac36439770f9c878dd880ffa94bb74ea54a6f243","created_at":1651794653,"kind":1,"tags":[["nonce","776797","20"]],"content":"It's just me mining my own business","sig":"284622fc"}"#;

    #[test]
    fn nip_13s_note() {
        assert_eq!(answered(Preset::Nostr, NOTE.as_bytes()), Ok(Some(776_797)));
        let posed = Preset::Nostr.pose(NOTE.as_bytes(), None).unwrap();
        let digest = posed.puzzle.digest(776_797);
        assert!(NOTE.contains(&hex::encode(&digest)));
        assert!(posed.goal.admits(&digest) && digest.zero_bits() == 21);
        let counter = 776_797;
        let answer = posed.answer(&Solution { counter, digest });
        assert!(!answer.contains("sig"));
        assert_eq!(
            answered(Preset::Nostr, answer.as_bytes()),
            Ok(Some(counter))
        );
        for (from, to) in [
            ("mining", "minting"),
            ("776797", "776798"),
            ("\"20\"", "\"19\""),
        ] {
            let other = NOTE.replace(from, to);
            assert!(answered(Preset::Nostr, other.as_bytes()).is_err(), "{to}");
        }
    }

    /// The vector of `proofofwork_test.go`.
    #[test]
    fn anubis_hunter() {
        let digest = "2652bdba8fb4d2ab39ef28d8534d7694c557a4ae146c1e9237bd8d950280500e";
        for page in [
            "hunter\n",
            r#"{"rules":{"difficulty":0},"challenge":"hunter"}"#,
            r#"{"rules":{"difficulty":0},"challenge":{"id":"7","randomData":"hunter"}}"#,
        ] {
            let bits = Some(0).filter(|_| !page.starts_with('{'));
            let posed = Preset::Anubis.pose(page.as_bytes(), bits).unwrap();
            assert_eq!(hex::encode(&posed.puzzle.digest(0)), digest);
        }
        assert!(Preset::Anubis.pose(b"hunter", None).is_err());
        assert!(Preset::Anubis.pose(b"\n", Some(1)).is_err());
    }

    #[test]
    fn altcha_round() {
        let challenge = HashKind::Sha256.digest(&[b"5a17?expires=9&", b"421"]);
        let page = json!({"algorithm": "SHA-256", "challenge": hex::encode(&challenge),
            "maxnumber": 1000, "salt": "5a17?expires=9&", "signature": "ab"});
        let posed = Preset::Altcha
            .pose(page.to_string().as_bytes(), None)
            .unwrap();
        assert_eq!(posed.end, 1001);
        let found: Vec<u64> = (0..posed.end)
            .filter(|n| posed.goal.admits(&posed.puzzle.digest(*n)))
            .collect();
        assert_eq!(found, [421]);
        let (counter, digest) = (421, challenge);
        let payload = posed.answer(&Solution { counter, digest });
        assert_eq!(answered(Preset::Altcha, payload.as_bytes()), Ok(Some(421)));
        let version_2 = br#"{"parameters":{"algorithm":"SHA-256"},"signature":""}"#;
        let refused = Preset::Altcha.pose(version_2, None).unwrap_err();
        assert_eq!(refused.slug, slug::UNKNOWN_VERSION);
    }
}
