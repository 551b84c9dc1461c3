//! What the tools of FROST have in common: groups, shares, commitments and partial signatures on their
//! way in.

use std::path::{Path, PathBuf};

use decent::Place;
use decent::error::{Error, slug};
use decent::frost::{Commitment, LARGEST, Partial, Refused, Roster};
use decent::group::{self, Ed25519, Group, Share, object};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::bytes_of;

/// The formats that a group's signatures can have.
pub(crate) const FORMATS: [&str; 4] = ["minisign", "signify", "sshsig", "raw"];

/// The group, which is trusted.
pub(crate) fn group(cx: &mut Cx, path: &Path) -> Result<Group<Ed25519>, Fail> {
    let mut input = cx.anchor("group", path)?;
    let read = input.read_all(group::LARGEST);
    let read = read.and_then(|bytes| Group::read(&bytes));
    read.map_err(|error| error.of("group").into())
}

/// A member's own share.
pub(crate) fn share(cx: &mut Cx, path: &Path) -> Result<Share<Ed25519>, Fail> {
    let bytes = cx.secret("share", path, Role::Anchor)?;
    Share::read(bytes.bytes()).map_err(|error| error.of("share").into())
}

/// The commitments of all who sign: files of one or of many.
pub(crate) fn roster(
    cx: &mut Cx,
    group: &Group<Ed25519>,
    paths: &[PathBuf],
) -> Result<Roster, Fail> {
    let commitments = objects(cx, "commitment", paths, Commitment::read)?;
    let members: Vec<u64> = commitments
        .iter()
        .map(|(_, one)| one.member.into())
        .collect();
    let all = commitments.iter().map(|(_, one)| one.clone()).collect();
    Roster::of(group, all).map_err(|error| {
        // The last of that member: where there are two, it is the second.
        let at = match error.place {
            Place::Item("member", member) => members.iter().rposition(|one| *one == member),
            _ => None,
        };
        let name = at
            .and_then(|at| commitments.get(at))
            .map(|(name, _)| name.clone());
        judged(error, name.unwrap_or_else(|| b"the commitments".to_vec()))
    })
}

/// Partial signatures: files of one or of many, each with the name of its file.
pub(crate) fn partials(cx: &mut Cx, paths: &[PathBuf]) -> Result<Vec<(Vec<u8>, Partial)>, Fail> {
    let all = objects(cx, "partial", paths, Partial::read)?;
    if all.is_empty() {
        let error = Error::new(slug::FROST_PARTIAL, "a partial signature", "none");
        return Err(judged(error, b"the partial signatures".to_vec()));
    }
    Ok(all)
}

/// The objects of files, one a line.
fn objects<T>(
    cx: &mut Cx,
    word: &'static str,
    paths: &[PathBuf],
    read: impl Fn(&[u8]) -> decent::Result<T>,
) -> Result<Vec<(Vec<u8>, T)>, Fail> {
    let mut all = Vec::new();
    for path in paths {
        let name = bytes_of(path).to_vec();
        let mut input = cx.evidence(word, path)?;
        let judge = |error: Error| judged(error, name.clone());
        let bytes = input.read_all(LARGEST).map_err(judge)?;
        let lines = object::lines(&bytes).map_err(judge)?;
        let many = lines.len() > 1;
        for (number, line) in lines {
            let object = read(line).map_err(|error| match (&error.place, many) {
                (Place::Whole, true) => judge(error.at(Place::Line(number))),
                _ => judge(error),
            })?;
            all.push((name.clone(), object));
        }
    }
    Ok(all)
}

/// Says who is wrong, then gives what it comes to.
pub(crate) fn refused(cx: &mut Cx, refused: Refused, of: &[(Vec<u8>, Partial)]) -> Fail {
    let name = |at: usize| of.get(at).map(|(name, _)| name.clone()).unwrap_or_default();
    let mut blamed = refused.blamed.into_iter();
    let Some((first, _)) = blamed.next() else {
        return judged(refused.error, b"the partial signatures".to_vec());
    };
    for (at, error) in blamed {
        if let Err(closed) = cx.complain(judged(error, name(at))) {
            return closed;
        }
    }
    judged(refused.error, name(first))
}

/// An error of what is judged.
fn judged(error: Error, name: Vec<u8>) -> Fail {
    let mut fail = Fail::from(error).named(name);
    fail.role = Some(Role::Evidence);
    fail
}
