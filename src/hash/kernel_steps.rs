//! The steps of SHA-256 and SHA-1 over vectors of lanes, written once: for many messages at a time
//! (`kernel_rounds`) as for the miner (`pow/kernel_rounds.rs`). Whoever uses them has a vector `V`
//! and the operations `add xor xor3 ch maj pin ror shr splat` in scope.

macro_rules! big0 {
    ($x:expr) => {
        xor3(ror::<2, 30>($x), ror::<13, 19>($x), ror::<22, 10>($x))
    };
}

macro_rules! big1 {
    ($x:expr) => {
        xor3(ror::<6, 26>($x), ror::<11, 21>($x), ror::<25, 7>($x))
    };
}

macro_rules! small0 {
    ($x:expr) => {
        xor3(ror::<7, 25>($x), ror::<18, 14>($x), shr::<3>($x))
    };
}

macro_rules! small1 {
    ($x:expr) => {
        xor3(ror::<17, 15>($x), ror::<19, 13>($x), shr::<10>($x))
    };
}

/// A round of SHA-256 in which `$h`, the constant and the word of the schedule are one `$sum`.
/// `big1` is known last and must be added last: from `e` to the next `e` is the longest way, and left
/// alone the compiler adds the constant there, for one cycle more in each round.
macro_rules! sum_step256 {
    ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $sum:expr) => {
        let t = add(pin(add($sum, ch($e, $f, $g))), big1!($e));
        $d = add($d, t);
        $h = add(t, add(big0!($a), maj($a, $b, $c)));
    };
}

macro_rules! step256 {
    ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $kw:expr) => {
        sum_step256!($a $b $c $d $e $f $g $h, add($h, $kw));
    };
}

/// Sixteen rounds; `$kw` is a macro that gives what round `$i` of them adds.
macro_rules! sixteen256 {
    ($s:ident, $kw:ident!($w:ident, $k:expr)) => {
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = $s;
        step256!(a b c d e f g h, $kw!($w, $k, 0));
        step256!(h a b c d e f g, $kw!($w, $k, 1));
        step256!(g h a b c d e f, $kw!($w, $k, 2));
        step256!(f g h a b c d e, $kw!($w, $k, 3));
        step256!(e f g h a b c d, $kw!($w, $k, 4));
        step256!(d e f g h a b c, $kw!($w, $k, 5));
        step256!(c d e f g h a b, $kw!($w, $k, 6));
        step256!(b c d e f g h a, $kw!($w, $k, 7));
        step256!(a b c d e f g h, $kw!($w, $k, 8));
        step256!(h a b c d e f g, $kw!($w, $k, 9));
        step256!(g h a b c d e f, $kw!($w, $k, 10));
        step256!(f g h a b c d e, $kw!($w, $k, 11));
        step256!(e f g h a b c d, $kw!($w, $k, 12));
        step256!(d e f g h a b c, $kw!($w, $k, 13));
        step256!(c d e f g h a b, $kw!($w, $k, 14));
        step256!(b c d e f g h a, $kw!($w, $k, 15));
        $s = [a, b, c, d, e, f, g, h];
    };
}

/// A word of the block as it is.
macro_rules! given256 {
    ($w:ident, $k:expr, $i:expr) => {
        add($w[$i], splat($k[$i]))
    };
}

/// The word 16 places on, put in the place of the one no longer needed.
macro_rules! next256 {
    ($w:ident, $k:expr, $i:expr) => {{
        let (x, y) = ($w[($i + 1) % 16], $w[($i + 14) % 16]);
        $w[$i] = add(add($w[$i], $w[($i + 9) % 16]), add(small0!(x), small1!(y)));
        add($w[$i], splat($k[$i]))
    }};
}

/// Words and constants summed beforehand.
macro_rules! summed256 {
    ($w:ident, $k:expr, $i:expr) => {
        splat($w[$i])
    };
}

macro_rules! word1 {
    ($w:ident, $i:expr) => {{
        if $i >= 16 {
            let three = xor3($w[($i + 13) % 16], $w[($i + 8) % 16], $w[($i + 2) % 16]);
            $w[$i % 16] = ror::<31, 1>(xor($w[$i % 16], three));
        }
        $w[$i % 16]
    }};
}

/// The word and the constant of a round.
macro_rules! sum1 {
    ($w:ident, $k:ident, $i:expr) => {
        add(word1!($w, $i), $k)
    };
}

/// The same where every word is zero.
macro_rules! zero1 {
    ($w:ident, $k:ident, $i:expr) => {
        $k
    };
}

macro_rules! step1 {
    ($a:ident $b:ident $c:ident $d:ident $e:ident, $mix:ident, $k:ident, $sum:ident, $w:ident, $i:expr) => {
        let rest = add(add($e, $sum!($w, $k, $i)), $mix($b, $c, $d));
        $e = add(pin(rest), ror::<27, 5>($a));
        $b = ror::<2, 30>($b);
    };
}

macro_rules! five1 {
    ($s:ident, $mix:ident, $k:ident, $sum:ident, $w:ident, $i:expr) => {
        let [mut a, mut b, mut c, mut d, mut e] = $s;
        step1!(a b c d e, $mix, $k, $sum, $w, $i);
        step1!(e a b c d, $mix, $k, $sum, $w, $i + 1);
        step1!(d e a b c, $mix, $k, $sum, $w, $i + 2);
        step1!(c d e a b, $mix, $k, $sum, $w, $i + 3);
        step1!(b c d e a, $mix, $k, $sum, $w, $i + 4);
        $s = [a, b, c, d, e];
    };
}

macro_rules! twenty1 {
    ($s:ident, $mix:ident, $k:expr, $sum:ident, $w:ident, $i:expr) => {
        let k = splat($k);
        five1!($s, $mix, k, $sum, $w, $i);
        five1!($s, $mix, k, $sum, $w, $i + 5);
        five1!($s, $mix, k, $sum, $w, $i + 10);
        five1!($s, $mix, k, $sum, $w, $i + 15);
    };
}

/// A block of SHA-256 into the state `$s`; a macro, since a function of this size is not inlined.
macro_rules! block256 {
    ($s:ident, $w:expr) => {
        let before = $s;
        let mut w = $w;
        let (first, more) = K256.as_chunks::<16>().0.split_at(1);
        sixteen256!($s, given256!(w, first[0]));
        for k in more {
            sixteen256!($s, next256!(w, k));
        }
        for i in 0..8 {
            $s[i] = add($s[i], before[i]);
        }
    };
}

/// A block of SHA-256 whose schedule is known, into the state `$s`.
macro_rules! summed_block256 {
    ($s:ident, $schedule:expr) => {
        let before = $s;
        for sums in $schedule.as_chunks::<16>().0 {
            sixteen256!($s, summed256!(sums, ()));
        }
        for i in 0..8 {
            $s[i] = add($s[i], before[i]);
        }
    };
}

/// A block of SHA-1 into the state `$s`, its words as `$sum` gives them.
macro_rules! block1 {
    ($s:ident, $sum:ident, $w:expr) => {
        let before = $s;
        #[allow(unused_mut, unused_variables, reason = "zeros need no words")]
        let mut w = $w;
        twenty1!($s, ch, K1[0], $sum, w, 0);
        twenty1!($s, xor3, K1[1], $sum, w, 20);
        twenty1!($s, maj, K1[2], $sum, w, 40);
        twenty1!($s, xor3, K1[3], $sum, w, 60);
        for i in 0..5 {
            $s[i] = add($s[i], before[i]);
        }
    };
}
