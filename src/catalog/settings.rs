//! The settings of a user: `config.toml`, with line and reason for every fault.

use super::fault::{Fault, Faults};
use super::source::Source;
use crate::text::settings::Settings;

/// Reads a settings file.
///
/// # Errors
/// The faults of the file; a text that is no TOML has all of its syntax faults, else the first wrong value is told.
pub fn load_settings(file_name: &str, text: &str) -> Result<Settings, Vec<Fault>> {
    let mut faults = Faults::default();
    let settings = Source::parse(text, &mut faults).and_then(|source| source.head(&mut faults));
    match settings {
        Some(settings) if faults.is_empty() => Ok(settings.into_inner()),
        _ => Err(faults.finish(file_name, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::settings::{Colours, Contrast, GlyphSet, Highlight};

    fn fault(text: &str) -> String {
        let faults = load_settings("config.toml", text).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        faults[0].to_string()
    }

    #[test]
    fn what_is_left_out_stays_as_it_is() {
        assert_eq!(load_settings("config.toml", "").unwrap(), Settings::default());
        let row = Settings { highlight: Highlight::Row, ..Settings::default() };
        assert_eq!(load_settings("config.toml", "# dòng\nhighlight = \"row\"\n").unwrap(), row);
        let all = "highlight = \"marker\"\ncontrast = \"high\"\ncolour = \"never\"\nglyphs = \"ascii\"\n";
        let wanted = Settings {
            highlight: Highlight::Marker,
            contrast: Contrast::High,
            colour: Colours::Never,
            glyphs: GlyphSet::Ascii,
        };
        assert_eq!(load_settings("config.toml", all).unwrap(), wanted);
    }

    #[test]
    fn a_fault_names_its_line_and_what_is_allowed() {
        let wrong = fault("contrast = \"high\"\nhighlight = \"hàng\"\n");
        assert!(wrong.starts_with("config.toml:2:"), "{wrong}");
        assert!(wrong.contains("“hàng”") && wrong.contains("marker, row"), "{wrong}");
        let unknown = fault("\ncolor = \"never\"\n");
        assert!(unknown.starts_with("config.toml:2:1: color"), "{unknown}");
        assert!(fault("glyphs = 1\n").starts_with("config.toml:1:10: glyphs"));
        assert!(fault("glyphs = ascii\n").starts_with("config.toml:1:"));
    }
}
