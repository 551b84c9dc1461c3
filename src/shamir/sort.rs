//! Which shares of a line belong together: those of other sets, twins, and those that were cut short
//! are told apart.

use super::join::{Part, Refused, blocks};
use super::share::damaged;
use crate::error::{Error, Kind, Result, slug};
use crate::watch::Watch;

/// Shares of one set, at different x, of equal length; what did not belong is blamed.
pub(super) struct Sorted {
    pub(super) kept: Vec<usize>,
    pub(super) blamed: Vec<(usize, Error)>,
}

/// Sorts out shares of other sets, twins and those that are cut short.
pub(super) fn sort_out(
    parts: &[Part<'_>],
    watch: &dyn Watch,
) -> std::result::Result<Sorted, Refused> {
    let set = |part: &Part<'_>| (part.header.set, part.header.threshold, part.header.kind);
    let count = |part: &Part<'_>| parts.iter().filter(|other| set(other) == set(part)).count();
    // Of sets alike in number the first one is held to be meant.
    let most = parts.iter().map(count).max().unwrap_or(0);
    let Some(meant) = parts.iter().find(|part| count(part) == most) else {
        return Err(too_few(0, None, Vec::new()));
    };
    let mut sorted = Sorted {
        kept: Vec::new(),
        blamed: Vec::new(),
    };
    let mut mixed = false;
    for (i, part) in parts.iter().enumerate() {
        let same = set(part) == set(meant) && part.header.field == meant.header.field;
        if same {
            sorted.kept.push(i);
        } else if part.is_whole(watch)? {
            mixed = true;
            sorted.blamed.push((i, of_another_set(part, meant)));
        } else {
            sorted.blamed.push((i, damaged()));
        }
    }
    if mixed {
        let error = Error::new(slug::SHARES_MIXED, "shares of one set", "those of several");
        return Err(Refused {
            blamed: sorted.blamed,
            error,
        });
    }
    drop_short(parts, &mut sorted);
    drop_twins(parts, &mut sorted, watch)?;
    Ok(sorted)
}

fn of_another_set(part: &Part<'_>, meant: &Part<'_>) -> Error {
    use crate::codec::hex::encode;
    let (set, wanted) = (encode(&part.header.set), encode(&meant.header.set));
    if set == wanted {
        let wanted = format!("threshold {}, as of the others", meant.header.threshold);
        let found = part.header.threshold.to_string();
        return Error::new(slug::SHARES_MIXED, wanted, found);
    }
    Error::new(
        slug::SHARES_MIXED,
        format!("a share of set {wanted}"),
        format!("one of set {set}"),
    )
}

/// All shares of a set are of one length: what is not of the commonest was cut, or is longer.
fn drop_short(parts: &[Part<'_>], sorted: &mut Sorted) {
    let len = |i: &usize| parts.get(*i).map_or(0, Part::len);
    let count = |of: u64| sorted.kept.iter().filter(|i| len(i) == of).count();
    let lengths = sorted.kept.iter().map(len);
    let Some(usual) = lengths.max_by_key(|of| (count(*of), *of)) else {
        return;
    };
    let kept = std::mem::take(&mut sorted.kept);
    let (kept, off): (Vec<_>, Vec<_>) = kept.into_iter().partition(|i| len(i) == usual);
    sorted.kept = kept;
    for i in off {
        let found = format!("{} bytes", len(&i));
        let wanted = format!("{usual} bytes, as of the others");
        sorted
            .blamed
            .push((i, Error::new(slug::SHARE_DAMAGED, wanted, found)));
    }
}

/// Of equal copies one stays. Of different ones at one x those stay whose checksum fits, if it is one.
fn drop_twins(parts: &[Part<'_>], sorted: &mut Sorted, watch: &dyn Watch) -> Result<()> {
    let x = |i: &usize| parts.get(*i).map_or(0, |part| part.header.x);
    let kept = std::mem::take(&mut sorted.kept);
    let mut done: Vec<u8> = Vec::new();
    for i in &kept {
        if done.contains(&x(i)) {
            continue;
        }
        done.push(x(i));
        let twins: Vec<usize> = kept.iter().copied().filter(|j| x(j) == x(i)).collect();
        if let [only] = twins.as_slice() {
            sorted.kept.push(*only);
            continue;
        }
        let (mut whole, mut bad) = (Vec::new(), Vec::new());
        for twin in twins {
            let is_whole = parts
                .get(twin)
                .map(|part| part.is_whole(watch))
                .transpose()?;
            if is_whole == Some(true) {
                &mut whole
            } else {
                &mut bad
            }
            .push(twin);
        }
        sorted
            .blamed
            .extend(bad.into_iter().map(|twin| (twin, damaged())));
        let Some((first, others)) = whole.split_first() else {
            continue;
        };
        let mut all_same = true;
        for other in others {
            all_same &= same_body(parts.get(*first), parts.get(*other))?;
        }
        let twice = |found: &'static str| {
            Error::new(slug::SHARE_TWICE, format!("share {} once", x(i)), found)
        };
        if all_same {
            sorted.kept.push(*first);
            sorted
                .blamed
                .extend(others.iter().map(|other| (*other, twice("a copy of it"))));
        } else {
            sorted
                .blamed
                .extend(whole.iter().map(|one| (*one, twice("several that differ"))));
        }
    }
    Ok(())
}

fn same_body(a: Option<&Part<'_>>, b: Option<&Part<'_>>) -> Result<bool> {
    let (Some(a), Some(b)) = (a, b) else {
        return Ok(false);
    };
    for range in blocks(0..a.len()) {
        if a.window(&range)? != b.window(&range)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The refusal for want of shares.
pub(super) fn too_few(have: usize, wanted: Option<u8>, blamed: Vec<(usize, Error)>) -> Refused {
    let wanted = wanted.map_or_else(|| "shares".to_owned(), |t| format!("{t} good shares"));
    let judged = |(_, error): &(usize, Error)| error.slug.kind == Kind::Wrong;
    let copies = |(_, error): &(usize, Error)| error.slug == slug::SHARE_TWICE;
    let forged = blamed.iter().any(|one| judged(one) && !copies(one));
    let slug = if forged {
        slug::SHARES_UNFIT
    } else {
        slug::SHARES_TOO_FEW
    };
    Refused {
        error: Error::new(slug, wanted, have.to_string()),
        blamed,
    }
}
