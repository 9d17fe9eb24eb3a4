//! The charset that the environment names for the terminal.

/// A variable of the locale that names another charset than UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The variable that decides, such as `LANG`.
    pub variable: &'static str,
    /// Its value, such as `C`.
    pub value: String,
}

/// Those that decide on letters; the first one that is set counts.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// What says that the terminal takes no UTF-8; `None`: it does.
///
/// With none of them set it does: a bare SSH session has no locale, and terminals of today are UTF-8 by themselves.
/// So does a locale that names no charset, such as `vi_VN`, for that of Vietnamese is UTF-8.
pub fn foreign(env: &dyn Fn(&str) -> Option<String>) -> Option<Foreign> {
    let mut set = VARIABLES.into_iter().filter_map(|name| env(name).map(|value| (name, value)));
    let (variable, value) = set.find(|(_, value)| !value.is_empty())?;
    (!is_utf8(&value)).then_some(Foreign { variable, value })
}

fn is_utf8(locale: &str) -> bool {
    let locale = locale.split('@').next().unwrap_or_default();
    match locale.split_once('.') {
        Some((_, charset)) => charset.replace('-', "").eq_ignore_ascii_case("utf8"),
        None => !matches!(locale, "C" | "POSIX"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(vars: &[(&str, &str)]) -> Option<(&'static str, String)> {
        let env = |name: &str| vars.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned());
        foreign(&env).map(|foreign| (foreign.variable, foreign.value))
    }

    #[test]
    fn utf8_by_name_or_by_silence() {
        for value in ["vi_VN.UTF-8", "en_US.utf8", "C.UTF-8", "de_DE.UTF-8@euro", "vi_VN", "UTF-8"] {
            assert_eq!(named(&[("LANG", value)]), None, "{value}");
        }
        assert_eq!(named(&[]), None);
        assert_eq!(named(&[("LC_ALL", ""), ("LC_CTYPE", ""), ("LANG", "")]), None);
    }

    #[test]
    fn another_charset_is_told_with_the_variable_that_decides() {
        for value in ["C", "POSIX", "en_US.ISO-8859-1", "vi_VN.TCVN5712-1", "ja_JP.eucJP@x"] {
            assert_eq!(named(&[("LANG", value)]), Some(("LANG", value.to_owned())));
        }
        let decided = named(&[("LC_ALL", ""), ("LC_CTYPE", "C"), ("LANG", "vi_VN.UTF-8")]);
        assert_eq!(decided, Some(("LC_CTYPE", "C".to_owned())));
        assert_eq!(named(&[("LC_ALL", "C.UTF-8"), ("LANG", "C")]), None);
    }
}
