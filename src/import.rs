//! Tables that other people filled in. Knows the domain; knows no database and no screen.

pub mod filled;
pub mod table;
