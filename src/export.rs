//! Data and documents for other programs. Knows the domain and the text; knows no database and no screen.

pub mod csv;
pub mod docx;
pub mod eml;
pub mod html;
pub mod ics;
pub mod json;
mod mark;
mod markup;
pub mod parcel;
pub mod receipt;
pub mod xlsx;
