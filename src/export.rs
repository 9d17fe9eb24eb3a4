//! Data and documents for other programs. Knows the domain and the text; knows no database and no screen.

pub mod docx;
pub mod html;
pub mod json;
mod markup;
