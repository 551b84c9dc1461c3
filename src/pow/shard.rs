//! Which part of the counters is whose: shard `i` of `n`, counted from 0, has those from
//! `floor(i * total / n)` up to, not including, `floor((i + 1) * total / n)`. So no two shards share
//! a counter, and all of them have every one.

use std::ops::Range;

use crate::error::{Error, Result, slug};

/// One part of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    index: u64,
    count: u64,
}

/// Which variables say index and count; what the index is counted from is the third's value, or 0.
const SYSTEMS: [(&str, &str, Option<&str>); 7] = [
    // Slurm arrays, whose tasks may be numbered from anywhere.
    (
        "SLURM_ARRAY_TASK_ID",
        "SLURM_ARRAY_TASK_COUNT",
        Some("SLURM_ARRAY_TASK_MIN"),
    ),
    // Kubernetes indexed jobs say no count: it is handed over in a variable of our own.
    ("JOB_COMPLETION_INDEX", "DECENT_SHARDS", None),
    // Open MPI, then MPICH and Intel MPI, then srun without an array.
    ("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", None),
    ("PMI_RANK", "PMI_SIZE", None),
    ("PMIX_RANK", "DECENT_SHARDS", None),
    ("SLURM_PROCID", "SLURM_NTASKS", None),
    // GNU parallel counts its jobs from 1, and says no count.
    ("PARALLEL_SEQ", "DECENT_SHARDS", Some("")),
];

impl Shard {
    /// All of it.
    pub const WHOLE: Self = Self { index: 0, count: 1 };

    /// Part `index` of `count`, counted from 0.
    pub fn new(index: u64, count: u64) -> Result<Self> {
        if index < count {
            return Ok(Self { index, count });
        }
        let wanted = format!("a shard from 0 to {}", count.saturating_sub(1));
        Err(Error::new(slug::OUT_OF_RANGE, wanted, index.to_string()))
    }

    /// `i/n`, counted from 0.
    ///
    /// ```
    /// use decent::pow::shard::Shard;
    /// let shard: Shard = Shard::parse("1/4").unwrap();
    /// assert_eq!(shard.of(0..10), 2..5);
    /// assert!(Shard::parse("4/4").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let numbers = text.split_once('/');
        let numbers = numbers.and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
        let (index, count) = numbers.ok_or_else(|| {
            Error::new(
                slug::OUT_OF_RANGE,
                "i/n, counted from 0, or auto",
                format!("{text:?}"),
            )
        })?;
        Self::new(index, count)
    }

    /// What a batch system has put into the environment, which `get` reads. `count` is taken where
    /// the system says none: Kubernetes and GNU parallel.
    pub fn of_environment(
        count: Option<u64>,
        get: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self> {
        let Some((index_name, count_name, first)) = SYSTEMS
            .into_iter()
            .find(|(index, _, _)| get(index).is_some())
        else {
            let names = SYSTEMS.map(|(index, _, _)| index).join(", ");
            let wanted = format!("one of {names} in the environment");
            return Err(Error::new(slug::NO_SHARD, wanted, "none"));
        };
        let number = |name: &str| -> Result<Option<u64>> {
            let Some(text) = get(name) else {
                return Ok(None);
            };
            let parsed = text.trim().parse();
            let wrong = |_| {
                Error::new(
                    slug::NO_SHARD,
                    format!("a number in {name}"),
                    format!("{text:?}"),
                )
            };
            parsed.map(Some).map_err(wrong)
        };
        let first = match first {
            Some("") => 1,
            Some(name) => number(name)?.unwrap_or(0),
            None => 0,
        };
        let index = number(index_name)?.unwrap_or(0).checked_sub(first);
        let count = count.map_or_else(|| number(count_name), |count| Ok(Some(count)))?;
        let (Some(index), Some(count)) = (index, count) else {
            let wanted = format!("--shards N beside {index_name}, which says no number of shards");
            return Err(Error::new(slug::NO_SHARD, wanted, "none"));
        };
        Self::new(index, count)
    }

    /// Its part of a range.
    pub fn of(self, range: Range<u64>) -> Range<u64> {
        let total = u128::from(range.end.saturating_sub(range.start));
        let at = |index: u64| {
            let offset = u128::from(index) * total / u128::from(self.count.max(1));
            range.start + offset as u64
        };
        at(self.index)..at(self.index + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_meet_and_miss_nothing() {
        for count in [1, 2, 3, 7, 100, 1000] {
            for range in [0..1 << 32, 5..6, 0..u64::MAX, 17..517] {
                let mut end = range.start;
                for index in 0..count {
                    let part = Shard::new(index, count).unwrap().of(range.clone());
                    assert_eq!(part.start, end);
                    end = part.end;
                }
                assert_eq!(end, range.end);
            }
        }
    }

    #[test]
    fn batch_systems_are_read() {
        let read = |pairs: &[(&str, &str)], count| {
            let get = |name: &str| {
                let found = pairs.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            Shard::of_environment(count, &get)
        };
        let shard = |index, count| Ok(Shard { index, count });
        let slurm = [
            ("SLURM_ARRAY_TASK_ID", "12"),
            ("SLURM_ARRAY_TASK_MIN", "10"),
            ("SLURM_ARRAY_TASK_COUNT", "4"),
        ];
        assert_eq!(read(&slurm, None), shard(2, 4));
        assert_eq!(read(&[("JOB_COMPLETION_INDEX", "3")], Some(8)), shard(3, 8));
        let mpi = [("OMPI_COMM_WORLD_RANK", "0"), ("OMPI_COMM_WORLD_SIZE", "2")];
        assert_eq!(read(&mpi, None), shard(0, 2));
        assert_eq!(
            read(&[("PMI_RANK", "1"), ("PMI_SIZE", "2")], None),
            shard(1, 2)
        );
        assert_eq!(read(&[("PARALLEL_SEQ", "8")], Some(8)), shard(7, 8));
        for (pairs, count) in [
            (&[][..], None),
            (&[("PARALLEL_SEQ", "1")], None),
            (&[("PARALLEL_SEQ", "0")], Some(2)),
            (&[("PARALLEL_SEQ", "3")], Some(2)),
            (&[("PMI_RANK", "x"), ("PMI_SIZE", "2")], None),
        ] {
            assert!(read(pairs, count).is_err(), "{pairs:?}");
        }
    }
}
