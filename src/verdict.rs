//! Yes, no, don't know: Kleene's three values, the only way in which a check may end.

use std::borrow::Cow;

/// The outcome of a check, with the reason where it is not yes.
///
/// ```
/// use decent::Verdict;
/// let verdict = Verdict::all([Verdict::Unknown("unreadable".into()), Verdict::No("differs".into())]);
/// assert_eq!(verdict, Verdict::No("differs".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It does not hold.
    No(Cow<'static, str>),
    /// It could not be found out.
    Unknown(Cow<'static, str>),
}

impl Verdict {
    /// One *no* outranks every *don't know*; of two alike the first reason stays.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (&self, &other) {
            (Self::No(_), _) | (Self::Unknown(_), Self::Yes | Self::Unknown(_)) => self,
            _ => other,
        }
    }

    /// All of them hold. Of nothing: don't know.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let joined = verdicts.into_iter().reduce(Self::and);
        joined.unwrap_or(Self::Unknown("nothing was checked".into()))
    }

    /// At least `n` of them hold: *no* once too few can, *don't know* while the unknown ones decide.
    /// Of nothing: don't know.
    pub fn at_least(n: usize, verdicts: impl IntoIterator<Item = Self>) -> Self {
        let (mut yes, mut unknown, mut total) = (0, 0, 0);
        for verdict in verdicts {
            total += 1;
            match verdict {
                Self::Yes => yes += 1,
                Self::Unknown(_) => unknown += 1,
                Self::No(_) => {}
            }
        }
        let words = format!("{yes} of {total} hold, {n} are needed");
        match () {
            () if total == 0 => Self::Unknown("nothing was checked".into()),
            () if yes >= n => Self::Yes,
            () if yes + unknown >= n => Self::Unknown(words.into()),
            () => Self::No(words.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_is_kleenes() {
        let (yes, no, unknown) = (
            Verdict::Yes,
            Verdict::No("n".into()),
            Verdict::Unknown("u".into()),
        );
        let table = [
            (&yes, &yes, &yes),
            (&yes, &no, &no),
            (&yes, &unknown, &unknown),
            (&no, &no, &no),
            (&no, &unknown, &no),
            (&unknown, &unknown, &unknown),
        ];
        for (a, b, joined) in table {
            assert_eq!(&a.clone().and(b.clone()), joined);
            assert_eq!(&b.clone().and(a.clone()), joined);
        }
    }

    #[test]
    fn of_nothing_is_unknown() {
        assert!(matches!(Verdict::all([]), Verdict::Unknown(_)));
        assert!(matches!(Verdict::at_least(0, []), Verdict::Unknown(_)));
    }

    #[test]
    fn at_least_counts() {
        let some = [
            Verdict::Yes,
            Verdict::No("n".into()),
            Verdict::Unknown("u".into()),
        ];
        assert_eq!(Verdict::at_least(1, some.clone()), Verdict::Yes);
        assert!(matches!(
            Verdict::at_least(2, some.clone()),
            Verdict::Unknown(_)
        ));
        assert!(matches!(Verdict::at_least(3, some), Verdict::No(_)));
    }
}
