//! The published tables of double spends and committees.

use decent::finality::committee::{borne, marked, size, takeover, takeover_of};
use decent::finality::race::Model;

/// Nakamoto, "Bitcoin: A Peer-to-Peer Electronic Cash System", section 11.
#[test]
fn nakamotos_tables() {
    let printed: &[(f64, &[(u64, f64)])] = &[
        (
            0.1,
            &[
                (0, 1.0),
                (1, 0.204_587_3),
                (2, 0.050_977_9),
                (3, 0.013_172_2),
                (4, 0.003_455_2),
                (5, 0.000_913_7),
                (6, 0.000_242_8),
                (7, 0.000_064_7),
                (8, 0.000_017_3),
                (9, 0.000_004_6),
                (10, 0.000_001_2),
            ],
        ),
        (
            0.3,
            &[
                (0, 1.0),
                (5, 0.177_352_3),
                (10, 0.041_660_5),
                (15, 0.010_100_8),
                (20, 0.002_480_4),
                (25, 0.000_613_2),
                (30, 0.000_152_2),
                (35, 0.000_037_9),
                (40, 0.000_009_5),
                (45, 0.000_002_4),
                (50, 0.000_000_6),
            ],
        ),
    ];
    for (q, rows) in printed {
        for (z, wanted) in *rows {
            let found = Model::Nakamoto.double_spend(*q, *z).to_f64();
            assert!((found - wanted).abs() < 0.6e-7, "q={q} z={z}: {found}");
        }
    }
    let solved = [
        (0.10, 5),
        (0.15, 8),
        (0.20, 11),
        (0.25, 15),
        (0.30, 24),
        (0.35, 41),
        (0.40, 89),
        (0.45, 340),
    ];
    for (q, z) in solved {
        assert_eq!(Model::Nakamoto.confirmations(q, 0.001), Ok(z), "q={q}");
    }
}

/// Rosenfeld, "Analysis of hashrate-based double-spending", table 1: percents for q and n.
#[test]
fn rosenfelds_table() {
    let printed = [
        (0.02, 1, 4.0),
        (0.02, 2, 0.237),
        (0.10, 1, 20.0),
        (0.10, 2, 5.600),
        (0.10, 6, 0.059),
        (0.20, 1, 40.0),
        (0.30, 1, 60.0),
        (0.30, 6, 15.645),
        (0.50, 7, 100.0),
    ];
    for (q, n, percent) in printed {
        let found = 100.0 * Model::Rosenfeld.double_spend(q, n).to_f64();
        assert!((found - percent).abs() < 0.0006, "q={q} n={n}: {found}");
    }
}

#[test]
fn certain_and_never() {
    for model in [Model::Nakamoto, Model::Rosenfeld] {
        for q in [0.5, 0.500_001, 0.75, 1.0] {
            assert_eq!(
                model.double_spend(q, 1_000_000).to_f64().to_bits(),
                1f64.to_bits()
            );
            assert!(model.confirmations(q, 0.001).is_err());
        }
        assert_eq!(
            model.double_spend(0.0, 1).to_f64().to_bits(),
            0f64.to_bits()
        );
        let mut last = 2.0;
        for z in 0..200 {
            let log = model.double_spend(0.45, z).log10();
            assert!(log < last, "it falls with every block");
            last = log;
        }
    }
}

#[test]
fn sizes_are_safe_from_there_on() {
    for (q, risk) in [(0.25, 1e-3), (0.25, 1e-6), (0.2, 1e-9), (0.1, 1e-12)] {
        let chance = |n| takeover(n, q);
        let n = size(risk, 1 << 16, chance).unwrap();
        assert!((n..n + 60).all(|n| chance(n).to_f64() < risk), "q={q}: {n}");
        assert!(chance(n - 1).to_f64() >= risk, "q={q}: {n} could be less");
    }
    assert!(size(1e-3, 1 << 12, |n| takeover(n, 0.34)).is_err());
    assert_eq!((borne(1), borne(3), borne(4), borne(144)), (0, 0, 1, 47));
    assert_eq!(
        (marked(1600, 0.25), marked(10, 0.1), marked(7, 0.5)),
        (400, 1, 4)
    );
    // Drawn without putting back it is a little safer.
    assert!(takeover_of(100, 1600, 400) < takeover(100, 0.25));
}
