//! The miner's kernels over vectors of lanes, written once over the steps of `hash/kernel_steps.rs`.
//! A kernel names its vector `V` and gives the operations `add xor xor3 ch maj pin ror shr splat
//! get number none`; the macros write the rest for its features.

/// Rounds of SHA-256 from the state `[a b c d e f g h]`; gives the state behind them. `kw` adds
/// word and constant, `sum` also stands for `h`, and `half` is a `kw` whose new `a` nobody needs.
macro_rules! rounds256 {
    ([$a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident]) => {
        [$a, $b, $c, $d, $e, $f, $g, $h]
    };
    ([$a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident] sum $sum:expr; $($rest:tt)*) => {{
        sum_step256!($a $b $c $d $e $f $g $h, $sum);
        rounds256!([$h $a $b $c $d $e $f $g] $($rest)*)
    }};
    ([$a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident] kw $kw:expr; $($rest:tt)*) => {{
        step256!($a $b $c $d $e $f $g $h, $kw);
        rounds256!([$h $a $b $c $d $e $f $g] $($rest)*)
    }};
    ([$a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident] half $kw:expr; $($rest:tt)*) => {{
        $d = add($d, add(pin(add(add($h, $kw), ch($e, $f, $g))), big1!($e)));
        rounds256!([$h $a $b $c $d $e $f $g] $($rest)*)
    }};
}

/// Word `$t` of a schedule, put down in its place among the last 16, and the constant added.
macro_rules! word256 {
    ($w:ident, $t:expr, $word:expr) => {{
        $w[$t % 16] = $word;
        add($w[$t % 16], splat(K256[$t]))
    }};
}

/// Word `$t` of the second block of a header, from the 18th; the nonce is word 3. Words 5 to 14 are
/// zero, and what small0 and small1 make of words that are known is in the plan.
macro_rules! tail_word {
    ($p:ident, $w:ident, $nonce:ident, 18) => {
        word256!($w, 18, add(small0!($nonce), splat($p.c18)))
    };
    ($p:ident, $w:ident, $nonce:ident, 19) => {
        word256!($w, 19, add($nonce, splat($p.c19)))
    };
    ($p:ident, $w:ident, $nonce:ident, 20) => {
        word256!($w, 20, add(small1!($w[2]), splat(0x8000_0000)))
    };
    ($p:ident, $w:ident, $nonce:ident, 21) => {
        word256!($w, 21, small1!($w[3]))
    };
    ($p:ident, $w:ident, $nonce:ident, 22) => {
        word256!($w, 22, add(small1!($w[4]), splat(BITS_80)))
    };
    ($p:ident, $w:ident, $nonce:ident, 23) => {
        word256!($w, 23, add(small1!($w[5]), splat($p.w16)))
    };
    ($p:ident, $w:ident, $nonce:ident, 24) => {
        word256!($w, 24, add(small1!($w[6]), splat($p.w17)))
    };
    ($p:ident, $w:ident, $nonce:ident, 30) => {
        word256!(
            $w,
            30,
            add(add(small1!($w[12]), splat(SMALL0_BITS_80)), $w[7])
        )
    };
    ($p:ident, $w:ident, $nonce:ident, 31) => {
        word256!($w, 31, add(add(small1!($w[13]), splat($p.c31)), $w[8]))
    };
    ($p:ident, $w:ident, $nonce:ident, 32) => {
        word256!($w, 32, add(add(small1!($w[14]), splat($p.c32)), $w[9]))
    };
    ($p:ident, $w:ident, $nonce:ident, 33) => {{
        $w[1] = splat($p.w17);
        next256!($w, ROUNDS[2], 1)
    }};
    ($p:ident, $w:ident, $nonce:ident, $t:tt) => {
        later_word!($w, $t)
    };
}

/// Word `$t` of a digest's own block, from the 16th. Word 8 is the padding's one bit, 9 to 14 are
/// zero, 15 is the length.
macro_rules! digest_word {
    ($w:ident, 16) => {
        word256!($w, 16, add($w[0], small0!($w[1])))
    };
    ($w:ident, 17) => {
        word256!($w, 17, add(add($w[1], splat(SMALL1_BITS_32)), small0!($w[2])))
    };
    ($w:ident, 22) => {
        word256!($w, 22, add(add($w[6], splat(BITS_32)), add(small0!($w[7]), small1!($w[4]))))
    };
    ($w:ident, 23) => {
        word256!($w, 23, add(add($w[7], splat(SMALL0_PADDING)), add($w[0], small1!($w[5]))))
    };
    ($w:ident, 24) => {
        word256!($w, 24, add(add($w[1], splat(PADDING)), small1!($w[6])))
    };
    ($w:ident, 30) => {
        word256!($w, 30, add(add($w[7], splat(SMALL0_BITS_32)), small1!($w[12])))
    };
    ($w:ident, 31) => {
        word256!($w, 31, add(add($w[8], splat(BITS_32)), add(small0!($w[0]), small1!($w[13]))))
    };
    // 18 to 21 have a word of the digest, and the one after it.
    ($w:ident, 18) => { digest_word!(@two $w, 18) };
    ($w:ident, 19) => { digest_word!(@two $w, 19) };
    ($w:ident, 20) => { digest_word!(@two $w, 20) };
    ($w:ident, 21) => { digest_word!(@two $w, 21) };
    (@two $w:ident, $t:tt) => {
        word256!($w, $t, add($w[$t % 16], add(small0!($w[($t + 1) % 16]), small1!($w[($t + 14) % 16]))))
    };
    ($w:ident, $t:tt) => { later_word!($w, $t) };
}

/// A word for which no block knows a shortcut; 25 to 29 have but two parts.
macro_rules! later_word {
    ($w:ident, 25) => { later_word!(@two $w, 25) };
    ($w:ident, 26) => { later_word!(@two $w, 26) };
    ($w:ident, 27) => { later_word!(@two $w, 27) };
    ($w:ident, 28) => { later_word!(@two $w, 28) };
    ($w:ident, 29) => { later_word!(@two $w, 29) };
    (@two $w:ident, $t:tt) => {
        word256!($w, $t, add(small1!($w[($t + 14) % 16]), $w[($t + 9) % 16]))
    };
    ($w:ident, $t:tt) => { next256!($w, ROUNDS[$t / 16], $t % 16) };
}

/// Rounds 4 to 63 of a header's second block; `$kw!(.., t)` gives word and constant from the 18th.
macro_rules! tail256 {
    ($tail:ident, $version:ident, $nonce:ident, $kw:ident!$args:tt) => {{
        let start = $version.start.map(|word| splat(word));
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = start;
        a = add(a, $nonce);
        e = add(e, $nonce);
        let state = tail256!(@rounds [a b c d e f g h] $tail $version $kw!$args;
            18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63);
        let mut words = state;
        for i in 0..8 {
            words[i] = add(state[i], splat($version.feed[i]));
        }
        words
    }};
    (@rounds [$a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident]
        $tail:ident $version:ident $kw:ident!$args:tt; $($t:tt)*) => {
        rounds256!([$a $b $c $d $e $f $g $h]
            sum splat($version.sums[0]);
            sum splat($version.sums[1]);
            sum splat($version.sums[2]);
            kw splat($tail.sums[7]);
            kw splat($tail.sums[8]);
            kw splat($tail.sums[9]);
            kw splat($tail.sums[10]);
            kw splat($tail.sums[11]);
            kw splat($tail.sums[12]);
            kw splat($tail.sums[13]);
            kw splat($tail.sums[14]);
            kw splat($tail.sums[15]);
            kw splat($tail.sums[16]);
            kw splat($tail.sums[17]);
            $(kw tail256!(@call $kw $args $t);)*
        )
    };
    (@call $kw:ident ($($args:ident),*) $t:tt) => { $kw!($($args,)* $t) };
}

/// Words and constants 18 to 63 of the second block of a header, in an array.
macro_rules! scheduled {
    ($p:ident, $w:ident, $nonce:ident) => {
        scheduled!(@all $p, $w, $nonce; 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63)
    };
    (@all $p:ident, $w:ident, $nonce:ident; $($t:tt)*) => {
        [$(tail_word!($p, $w, $nonce, $t)),*]
    };
}

/// The different word of a stamp rotated left by 0 to 20 bits; nobody needs 19.
macro_rules! rotations {
    ($x:ident) => {
        [
            $x,
            ror::<31, 1>($x),
            ror::<30, 2>($x),
            ror::<29, 3>($x),
            ror::<28, 4>($x),
            ror::<27, 5>($x),
            ror::<26, 6>($x),
            ror::<25, 7>($x),
            ror::<24, 8>($x),
            ror::<23, 9>($x),
            ror::<22, 10>($x),
            ror::<21, 11>($x),
            ror::<20, 12>($x),
            ror::<19, 13>($x),
            ror::<18, 14>($x),
            ror::<17, 15>($x),
            ror::<16, 16>($x),
            ror::<15, 17>($x),
            ror::<14, 18>($x),
            ror::<13, 19>($x),
            ror::<12, 20>($x),
        ]
    };
}

/// Word and constant that the schedule kept.
macro_rules! kept256 {
    ($kept:ident, $t:tt) => {
        $kept[$t - 18]
    };
}

/// The state of the hash of a digest behind round 56; `$words` becomes its schedule.
macro_rules! digest256 {
    ($w:ident) => {
        digest256!(@rounds $w; 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56)
    };
    (@rounds $w:ident; $($t:tt)*) => {{
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = [
            add($w[0], splat(FIRST[0])),
            splat(START_256[0]),
            splat(START_256[1]),
            splat(START_256[2]),
            add($w[0], splat(FIRST[1])),
            splat(START_256[4]),
            splat(START_256[5]),
            splat(START_256[6]),
        ];
        rounds256!([a b c d e f g h]
            sum add($w[1], splat(START_256[6].wrapping_add(K256[1])));
            sum add($w[2], splat(START_256[5].wrapping_add(K256[2])));
            sum add($w[3], splat(START_256[4].wrapping_add(K256[3])));
            kw add($w[4], splat(K256[4]));
            kw add($w[5], splat(K256[5]));
            kw add($w[6], splat(K256[6]));
            kw add($w[7], splat(K256[7]));
            kw splat(K256[8].wrapping_add(PADDING));
            kw splat(K256[9]);
            kw splat(K256[10]);
            kw splat(K256[11]);
            kw splat(K256[12]);
            kw splat(K256[13]);
            kw splat(K256[14]);
            kw splat(K256[15].wrapping_add(BITS_32));
            $(kw digest_word!($w, $t);)*
        )
    }};
}

/// The last word of the digest of a digest: of rounds 57 to 60 only `e` is needed.
macro_rules! last_word256 {
    ($words:expr) => {{
        let mut w = block_of($words);
        let [mut a, mut b, mut c, mut d, e, f, g, h] = digest256!(w);
        let [_, _, _, _, last, ..] = rounds256!([a b c d e f g h]
            half digest_word!(w, 57);
            half digest_word!(w, 58);
            half digest_word!(w, 59);
            half digest_word!(w, 60);
        );
        add(last, splat(START_256[7]))
    }};
}

/// The first word of the digest of a digest.
macro_rules! first_word256 {
    ($words:expr) => {{
        let mut w = block_of($words);
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = digest256!(w);
        let [first, ..] = rounds256!([a b c d e f g h]
            kw digest_word!(w, 57);
            kw digest_word!(w, 58);
            kw digest_word!(w, 59);
            kw digest_word!(w, 60);
            kw digest_word!(w, 61);
            kw digest_word!(w, 62);
            kw digest_word!(w, 63);
        );
        add(first, splat(START_256[0]))
    }};
}

/// Words exclusive or: three with one instruction where there is one.
macro_rules! mixed {
    ($x:expr, $rotated:ident,) => { $x };
    ($x:expr, $rotated:ident, $r:tt) => { xor($x, $rotated[$r]) };
    ($x:expr, $rotated:ident, $r:tt $s:tt $($rest:tt)*) => {
        mixed!(xor3($x, $rotated[$r], $rotated[$s]), $rotated, $($rest)*)
    };
}

/// Rounds of a stamp, from the state `[a b c d e]`: after `mix twenty:` each round `t[r ..]` has
/// the word of the first message, and the different word rotated left by each `r`.
macro_rules! stamp1 {
    ($p:ident, $rotated:ident, [$a:ident $b:ident $c:ident $d:ident $e:ident]) => { $a };
    ($p:ident, $rotated:ident, [$a:ident $b:ident $c:ident $d:ident $e:ident] $mix:ident $k:tt:; $($rest:tt)*) => {
        stamp1!($p, $rotated, [$a $b $c $d $e] $($rest)*)
    };
    ($p:ident, $rotated:ident, [$a:ident $b:ident $c:ident $d:ident $e:ident]
        $mix:ident $k:tt: $t:tt[$($r:tt)*] $($rest:tt)*) => {{
        let kw = stamp1!(@word $p, $rotated, $k $t $($r)*);
        $e = add(pin(add(add($e, kw), $mix($b, $c, $d))), ror::<27, 5>($a));
        $b = ror::<2, 30>($b);
        stamp1!($p, $rotated, [$e $a $b $c $d] $mix $k: $($rest)*)
    }};
    (@word $p:ident, $rotated:ident, $k:tt $t:tt) => { splat($p.sums[$t]) };
    (@word $p:ident, $rotated:ident, $k:tt $t:tt $($r:tt)+) => {
        add(mixed!(splat($p.words[$t]), $rotated, $($r)+), splat(K1[$k]))
    };
}

/// All rounds of a stamp; the first words are linear in word 12.
macro_rules! stamp_rounds {
    ($p:ident, $rotated:ident, [$a:ident $b:ident $c:ident $d:ident $e:ident]) => {
        stamp1!($p, $rotated, [$a $b $c $d $e]
            ch 0: 12[0] 13[] 14[] 15[] 16[] 17[] 18[] 19[];
            xor3 1: 20[1] 21[] 22[] 23[2] 24[] 25[] 26[1 3] 27[] 28[1 2] 29[2 4] 30[] 31[2]
                32[3 5] 33[] 34[3 4] 35[4 6] 36[3] 37[4] 38[5 7] 39[4];
            maj 2: 40[2 5 6] 41[6 8] 42[3] 43[6] 44[2 3 4 7 9] 45[4] 46[4 7 8] 47[4 8 10] 48[3 7]
                49[8] 50[4 9 11] 51[4 8] 52[3 5 6 9 10] 53[10 12] 54[3 7] 55[4 6 10]
                56[3 6 7 8 11 13] 57[4 8] 58[3 5 7 8 11 12] 59[4 8 12 14];
            xor3 3: 60[3 5 6 7 11] 61[4 6 8 12] 62[8 13 15] 63[4 6 8 12] 64[10 13 14] 65[14 16]
                66[8 11] 67[14] 68[4 10 11 12 15 17] 69[12] 70[7 12 15 16] 71[12 16 18]
                72[6 7 11 15] 73[8 16] 74[7 12 17 19] 75[8 12 16] 76[4 5 6 7 8 11 13 14 17 18]
                77[8 18 20] 78[8 11 15] 79[6 8 12 14 18];
        )
    };
}

/// A kernel of `$lanes` lanes: `$token` is its proof that the processor has `$features`.
macro_rules! miner {
    ($token:ident, $lanes:literal $(, $features:literal)?) => {
        use crate::hash::kernel::{K1, K256, START_256};
        use crate::pow::kernel::{
            BATCH, BITS_32, BITS_80, FIRST, Kernel, PADDING, ROUNDS, SMALL0_BITS_32, SMALL0_BITS_80,
            SMALL0_PADDING, SMALL1_BITS_32, batch,
        };
        use crate::pow::plan_header::{Tail, Version};
        use crate::pow::plan_message::{Block, Plan, Stamp};

        /// The words of a digest as the first half of a block.
        #[inline]
        $(#[target_feature(enable = $features)])?
        fn block_of([a, b, c, d, e, f, g, h]: [V; 8]) -> [V; 16] {
            let zero = splat(0);
            [
                a, b, c, d, e, f, g, h, zero, zero, zero, zero, zero, zero, zero, zero,
            ]
        }

        /// The nonces from `first` as they stand in their word.
        #[inline]
        $(#[target_feature(enable = $features)])?
        fn nonces(first: u32) -> V {
            add(splat(first.swap_bytes()), number())
        }

        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn header(tail: &Tail, version: &Version, first: u32) -> u64 {
            let nonce = nonces(first);
            let mut w = [splat(0); 16];
            let words = tail256!(tail, version, nonce, tail_word!(tail, w, nonce));
            none(last_word256!(words), tail.mask)
        }

        /// Words and constants 18 to 63 of the second block, for all versions.
        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn schedule(tail: &Tail, first: u32) -> [V; 46] {
            let nonce = nonces(first);
            let mut w = [splat(0); 16];
            scheduled!(tail, w, nonce)
        }

        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn rolled(tail: &Tail, version: &Version, first: u32, kept: &[V; 46]) -> u64 {
            let nonce = nonces(first);
            let words = tail256!(tail, version, nonce, kept256!(kept));
            none(last_word256!(words), tail.mask)
        }

        /// The words of a block in the rows from `row`.
        #[inline]
        $(#[target_feature(enable = $features)])?
        fn rows(block: &Block<'_>, row: usize) -> [V; 16] {
            let mut w = block.words.map(|word| splat(word));
            for (at, column) in &block.columns {
                w[*at] = xor(w[*at], get(&column.as_chunks::<$lanes>().0[row / $lanes]));
            }
            w
        }

        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn message256(plan: &Plan<'_, 8>, row: usize) -> u64 {
            let (block, rest) = plan.blocks.split_first().expect("a block that differs");
            let mut s: [V; 8] = plan.start.map(|word| splat(word));
            let words = rows(block, row);
            for i in plan.quarter..4 {
                let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = s;
                step256!(a b c d e f g h, add(words[4 * i], splat(K256[4 * i])));
                step256!(h a b c d e f g, add(words[4 * i + 1], splat(K256[4 * i + 1])));
                step256!(g h a b c d e f, add(words[4 * i + 2], splat(K256[4 * i + 2])));
                step256!(f g h a b c d e, add(words[4 * i + 3], splat(K256[4 * i + 3])));
                s = [e, f, g, h, a, b, c, d];
            }
            let mut w = words;
            for k in &ROUNDS[1..] {
                sixteen256!(s, next256!(w, k));
            }
            for i in 0..8 {
                s[i] = add(s[i], splat(plan.feed[i]));
            }
            for block in rest {
                if block.columns.is_empty() {
                    summed_block256!(s, block.sums);
                } else {
                    let words = rows(block, row);
                    block256!(s, words);
                }
            }
            none(if plan.twice { first_word256!(s) } else { s[0] }, plan.mask)
        }

        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn message1(plan: &Plan<'_, 5>, row: usize) -> u64 {
            let mut s: [V; 5] = plan.start.map(|word| splat(word));
            for block in &plan.blocks {
                let words = rows(block, row);
                block1!(s, sum1, words);
            }
            none(s[0], plan.mask)
        }

        #[inline(never)]
        $(#[target_feature(enable = $features)])?
        fn stamp(plan: &Stamp<'_>, row: usize) -> u64 {
            let x = get(&plan.column.as_chunks::<$lanes>().0[row / $lanes]);
            let rotated = rotations!(x);
            let [mut a, mut b, mut c, mut d, mut e] = plan.start.map(|word| splat(word));
            let first = stamp_rounds!(plan, rotated, [a b c d e]);
            none(add(first, splat(plan.feed[0])), plan.mask)
        }

        #[allow(unused_unsafe, reason = "any processor has the features of the portable one")]
        impl Kernel for $token {
            fn header(&self, tail: &Tail, version: &Version, first: u32) -> u64 {
                // SAFETY: the token proves the features.
                batch::<$lanes>(|at| unsafe { header(tail, version, first + at as u32) })
            }

            fn rolled(&self, tail: &Tail, versions: &[Version], first: u32, hits: &mut [u64]) {
                hits.fill(0);
                for at in (0..BATCH).step_by($lanes) {
                    let first = first + at as u32;
                    // SAFETY: the token proves the features.
                    let kept = unsafe { schedule(tail, first) };
                    for (version, hits) in versions.iter().zip(&mut *hits) {
                        // SAFETY: the token proves the features.
                        *hits |= unsafe { rolled(tail, version, first, &kept) } << at;
                    }
                }
            }

            fn sha256(&self, plan: &Plan<'_, 8>, row: usize) -> u64 {
                // SAFETY: the token proves the features.
                batch::<$lanes>(|at| unsafe { message256(plan, row + at) })
            }

            fn sha1(&self, plan: &Plan<'_, 5>, row: usize) -> u64 {
                // SAFETY: the token proves the features.
                batch::<$lanes>(|at| unsafe { message1(plan, row + at) })
            }

            fn stamp(&self, plan: &Stamp<'_>, row: usize) -> u64 {
                // SAFETY: the token proves the features.
                batch::<$lanes>(|at| unsafe { stamp(plan, row + at) })
            }
        }
    };
}
