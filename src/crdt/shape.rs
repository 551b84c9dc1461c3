//! The shapes in which counter states are found.

/// A shape in which a counter's state was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `{"a":1,"b":2}`; of two halves `{"p":{"a":1},"n":{"b":2}}`.
    Object,
    /// A grow-only counter where one may fall that has not.
    Grown,
    /// `[1,2]`: the replicas are called 0, 1, ...
    Array,
    /// `{"inner":{"dots":{"a":1}}}`, as the `crdts` crate writes it.
    Crdts,
    /// `{"state":{"a":1}}`, as Akka's.
    Akka,
    /// `{"replica":"a","count":1}`
    Row,
    /// `{"replica":"a","seq":1,"add":1}`
    Operation,
    /// `a`, a tab, `1`; of two halves one count more.
    Lines,
    /// States in an array.
    List,
}

impl Shape {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Grown => "gcounter",
            Self::Array => "array",
            Self::Crdts => "crdts",
            Self::Akka => "akka",
            Self::Row => "rows",
            Self::Operation => "operations",
            Self::Lines => "lines",
            Self::List => "list",
        }
    }
}
