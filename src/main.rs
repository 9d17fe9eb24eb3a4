//! The program `tiendo`.

fn main() {}
