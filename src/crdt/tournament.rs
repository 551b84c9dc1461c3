//! Which of many sorted inputs comes next: a tree of losers (Knuth, The Art of Computer
//! Programming, volume 3, 5.4.1), so that every step costs one comparison a level.

/// A running tournament of `players` inputs.
pub(crate) struct Tournament {
    /// Losers of the matches, the root at 1; at 0 the winner of all.
    losers: Vec<usize>,
    players: usize,
}

impl Tournament {
    /// Plays all matches. `before(a, b)` says whether input `a` comes before `b`.
    pub(crate) fn new(players: usize, before: impl Fn(usize, usize) -> bool) -> Self {
        let mut winners = vec![0; players.saturating_mul(2)];
        let mut losers = vec![0; players.max(1)];
        for (player, place) in winners.iter_mut().skip(players).enumerate() {
            *place = player;
        }
        for node in (1..players).rev() {
            let left = winners.get(2 * node).copied().unwrap_or_default();
            let right = winners.get(2 * node + 1).copied().unwrap_or_default();
            let (winner, loser) = if before(right, left) {
                (right, left)
            } else {
                (left, right)
            };
            if let (Some(place), Some(lost)) = (winners.get_mut(node), losers.get_mut(node)) {
                (*place, *lost) = (winner, loser);
            }
        }
        if let (Some(first), Some(winner)) = (losers.first_mut(), winners.get(1)) {
            *first = *winner;
        }
        Self { losers, players }
    }

    /// The input that comes next.
    #[inline]
    pub(crate) fn winner(&self) -> usize {
        self.losers.first().copied().unwrap_or_default()
    }

    /// Plays again where the winner has moved on.
    #[inline]
    pub(crate) fn replay(&mut self, before: impl Fn(usize, usize) -> bool) {
        let mut winner = self.winner();
        let mut node = usize::midpoint(winner, self.players);
        while node > 0 {
            if let Some(loser) = self.losers.get_mut(node)
                && before(*loser, winner)
            {
                std::mem::swap(loser, &mut winner);
            }
            node /= 2;
        }
        if let Some(first) = self.losers.first_mut() {
            *first = winner;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_lists_come_out_in_order() {
        for players in 1..20usize {
            let lists: Vec<Vec<usize>> = (0..players)
                .map(|p| (0..p % 7).map(|i| (i * 13 + p * 5) % 50 + i * 50).collect())
                .collect();
            let mut at = vec![0; players];
            let mut all: Vec<usize> = lists.concat();
            all.sort_unstable();
            let key = |at: &[usize], p: usize| lists[p].get(at[p]).copied().unwrap_or(usize::MAX);
            let mut tournament = Tournament::new(players, |a, b| key(&at, a) < key(&at, b));
            let mut merged = Vec::new();
            loop {
                let winner = tournament.winner();
                if key(&at, winner) == usize::MAX {
                    break;
                }
                merged.push(key(&at, winner));
                at[winner] += 1;
                tournament.replay(|a, b| key(&at, a) < key(&at, b));
            }
            assert_eq!(merged, all);
        }
    }
}
