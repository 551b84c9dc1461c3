//! A space-time diagram in lines of text: a column a host, a row an event, an arrow from the
//! sender's column where a message arrives.

use crate::clock::graph::Graph;
use crate::clock::log::Log;

/// The letters of a diagram.
#[derive(Clone, Copy, Debug)]
struct Letters {
    event: char,
    bar: char,
    line: char,
    right: char,
    left: char,
    from_left: char,
    from_right: char,
    between: char,
    cut: char,
    arrow: &'static str,
}

const UNICODE: Letters = Letters {
    event: '●',
    bar: '│',
    line: '─',
    right: '▶',
    left: '◀',
    from_left: '├',
    from_right: '┤',
    between: '┼',
    cut: '…',
    arrow: "←",
};

const ASCII: Letters = Letters {
    event: '*',
    bar: '|',
    line: '-',
    right: '>',
    left: '<',
    from_left: '+',
    from_right: '+',
    between: '+',
    cut: '~',
    arrow: "<-",
};

/// The least and the greatest width of a column.
const NARROW: usize = 4;
const WIDE: usize = 20;

/// A diagram under way. Rows are asked for in an order in which no cause is behind its effect.
///
/// ```
/// use decent::clock::{draw::Diagram, log::Log, marks::Marks};
/// let (mut log, mut marks) = (Log::default(), Marks::default());
/// marks.read(b"a !m asks\nb ?m reads\n".as_slice().into(), &mut log, &decent::watch::Deaf).unwrap();
/// let (graph, sorted) = marks.graph(&log).unwrap();
/// let mut diagram = Diagram::new(&log, &graph, vec![0, 1], 80, true);
/// assert_eq!(diagram.head(), "a   b");
/// assert_eq!(diagram.row(sorted.events[0]).unwrap(), "*       a:1  asks");
/// assert_eq!(diagram.row(sorted.events[1]).unwrap(), "+-->*   b:1 <- a:1  reads");
/// ```
pub struct Diagram<'d, 'a> {
    log: &'d Log<'a>,
    graph: &'d Graph,
    /// The hosts that have a column, from left to right.
    columns: Vec<u32>,
    /// The column of each host.
    places: Vec<Option<usize>>,
    /// How many events of each host were passed.
    passed: Vec<usize>,
    column: usize,
    width: usize,
    letters: Letters,
}

impl<'d, 'a> Diagram<'d, 'a> {
    /// A diagram of these hosts, at most `width` letters wide.
    pub fn new(
        log: &'d Log<'a>,
        graph: &'d Graph,
        columns: Vec<u32>,
        width: usize,
        ascii: bool,
    ) -> Self {
        let mut places = vec![None; log.hosts().len()];
        for (column, host) in columns.iter().enumerate() {
            if let Some(place) = places.get_mut(*host as usize) {
                *place = Some(column);
            }
        }
        let longest = columns.iter().map(|host| log.host(*host).chars().count());
        let longest = longest.max().unwrap_or(0) + 2;
        // Two thirds for the bars, the rest for what the events say.
        let share = width * 2 / 3 / columns.len().max(1);
        Self {
            log,
            graph,
            places,
            passed: vec![0; log.hosts().len()],
            column: longest.min(WIDE).min(share).max(NARROW),
            columns,
            width,
            letters: if ascii { ASCII } else { UNICODE },
        }
    }

    /// How many columns there is room for in `width` letters.
    pub fn room(width: usize) -> usize {
        (width * 2 / 3 / NARROW).max(1)
    }

    /// The names of the hosts, each over its column.
    pub fn head(&self) -> String {
        let mut line = String::new();
        for host in &self.columns {
            let name: String = safe(self.log.host(*host));
            let letters = name.chars().count();
            let room = self.column - 1;
            if letters > room {
                // Names of hosts mostly begin alike.
                line.push(self.letters.cut);
                line.extend(name.chars().skip(letters + 1 - room));
            } else {
                line.push_str(&name);
                line.extend(std::iter::repeat_n(' ', room - letters));
            }
            line.push(' ');
        }
        self.fitted(&line)
    }

    /// Passes over an event without drawing it.
    pub fn pass(&mut self, event: u32) {
        let host = self.log.host_of(event) as usize;
        if let Some(passed) = self.passed.get_mut(host) {
            *passed += 1;
        }
    }

    /// The row of an event; none where its host has no column. Passes over it.
    pub fn row(&mut self, event: u32) -> Option<String> {
        let host = self.log.host_of(event);
        let own = self.places.get(host as usize).copied().flatten();
        let mut grid: Vec<char> = Vec::new();
        for (column, one) in self.columns.iter().enumerate() {
            let passed = self.passed.get(*one as usize).copied().unwrap_or(0);
            let alive = passed > 0 && passed < self.log.chain(*one).len();
            let letter = match () {
                () if Some(column) == own => self.letters.event,
                () if alive => self.letters.bar,
                () => ' ',
            };
            grid.push(letter);
            grid.extend(std::iter::repeat_n(' ', self.column - 1));
        }
        self.pass(event);
        let own = own?;
        let causes = self.graph.causes(event);
        let column = |cause: &u32| {
            self.places
                .get(self.log.host_of(*cause) as usize)
                .copied()
                .flatten()
        };
        let shown: Vec<usize> = causes
            .iter()
            .filter_map(column)
            .filter(|one| *one != own)
            .collect();
        self.arrows(&mut grid, own, &shown);
        let line: String = grid.into_iter().collect();
        let from: Vec<_> = causes.iter().map(|cause| self.log.name(*cause)).collect();
        let text = String::from_utf8_lossy(&self.log.text(event)).into_owned();
        let name = self.log.name(event);
        let name = if from.is_empty() {
            name
        } else {
            format!("{name} {} {}", self.letters.arrow, from.join(", "))
        };
        Some(self.fitted(&format!("{line}{}  {}", safe(&name), safe(&text))))
    }

    fn arrows(&self, grid: &mut [char], own: usize, from: &[usize]) {
        let own_at = own * self.column;
        let ends = [from.iter().min(), from.iter().max()];
        let [Some(first), Some(last)] = ends.map(|end| end.map(|column| column * self.column))
        else {
            return;
        };
        for (at, letter) in grid.iter_mut().enumerate() {
            let column = at / self.column;
            let left = (first..own_at).contains(&at);
            let right = at > own_at && at <= last;
            if !left && !right {
                continue;
            }
            if at % self.column == 0 && from.contains(&column) {
                *letter = match () {
                    () if at == first && left => self.letters.from_left,
                    () if at == last && right => self.letters.from_right,
                    () => self.letters.between,
                };
            } else if left && at + 1 == own_at {
                *letter = self.letters.right;
            } else if right && at == own_at + 1 {
                *letter = self.letters.left;
            } else if *letter == ' ' {
                // A bar that is not the sender's stays whole: the arrow passes behind it.
                *letter = self.letters.line;
            }
        }
    }

    fn fitted(&self, line: &str) -> String {
        let line = line.trim_end();
        if line.chars().count() <= self.width {
            return line.to_owned();
        }
        let kept = line.chars().take(self.width.saturating_sub(1));
        kept.chain([self.letters.cut]).collect()
    }
}

/// Letters that could drive a terminal are shown as what they are not.
fn safe(text: &str) -> String {
    let letter = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    text.chars().map(letter).collect()
}
