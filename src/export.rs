//! Data for other programs. Knows the domain; knows no database and no screen.

pub mod csv;
pub mod eml;
pub mod ics;
pub mod json;
pub mod xlsx;
