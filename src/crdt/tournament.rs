//! Which of many sorted inputs comes next: a tree of losers (Knuth, The Art of Computer
//! Programming, volume 3, 5.4.1), so that every step costs one comparison a level. The codes that
//! are compared stand in the tree itself.

use crate::crdt::batch::{Code, NO_CODE};

/// An input with the code of its next id: as numbers, nodes compare as their codes do, then as the
/// places of their inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Node(u128);

impl Node {
    #[inline]
    pub(crate) fn new(code: Code, player: usize) -> Self {
        Self((u128::from(code) << 64) | player as u128)
    }

    #[inline]
    pub(crate) fn code(self) -> Code {
        (self.0 >> 64) as Code
    }

    #[inline]
    pub(crate) fn player(self) -> usize {
        self.0 as u64 as usize
    }
}

/// A running tournament.
pub(crate) struct Tournament {
    /// Losers of the matches, the root at 1; at 0 the winner of all.
    nodes: Vec<Node>,
}

impl Tournament {
    /// Plays all matches of inputs with these codes. `tie(a, b)` decides between inputs of equal
    /// codes: the winner, and the loser with the code that it has behind the winner.
    pub(crate) fn new(codes: &[Code], mut tie: impl FnMut(Node, Node) -> (Node, Node)) -> Self {
        let players = codes.len();
        let none = Node::new(NO_CODE, 0);
        let mut nodes = vec![none; players.max(1)];
        let entered = codes
            .iter()
            .enumerate()
            .map(|(player, code)| Node::new(*code, player));
        let mut winners: Vec<Node> = std::iter::repeat_n(none, players).chain(entered).collect();
        for at in (1..players).rev() {
            let pair = (winners.get(2 * at), winners.get(2 * at + 1));
            let (Some(left), Some(right)) = pair else {
                continue;
            };
            let (winner, loser) = play(*left, *right, &mut tie);
            if let (Some(place), Some(lost)) = (winners.get_mut(at), nodes.get_mut(at)) {
                (*place, *lost) = (winner, loser);
            }
        }
        if let (Some(first), Some(winner)) = (nodes.first_mut(), winners.get(1)) {
            *first = *winner;
        }
        Self { nodes }
    }

    /// The input that comes next.
    #[inline]
    pub(crate) fn winner(&self) -> Node {
        self.nodes.first().copied().unwrap_or(Node::new(NO_CODE, 0))
    }

    /// Plays again where the winner has moved on to another code.
    #[inline]
    pub(crate) fn replay(&mut self, code: Code, mut tie: impl FnMut(Node, Node) -> (Node, Node)) {
        let player = self.winner().player();
        let mut winner = Node::new(code, player);
        let mut at = usize::midpoint(player, self.nodes.len());
        while at > 0 {
            if let Some(loser) = self.nodes.get_mut(at) {
                (winner, *loser) = play(winner, *loser, &mut tie);
            }
            at /= 2;
        }
        if let Some(first) = self.nodes.first_mut() {
            *first = winner;
        }
    }
}

#[inline]
fn play(a: Node, b: Node, tie: &mut impl FnMut(Node, Node) -> (Node, Node)) -> (Node, Node) {
    let (before, after) = (a.min(b), a.max(b));
    let decided = a.code() != b.code() || a.code() == 0 || a.code() == NO_CODE;
    if decided {
        (before, after)
    } else {
        tie(before, after)
    }
}
