//! How it is said: the program.
fn main() {}
