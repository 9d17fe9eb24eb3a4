//! How a user types Vietnamese where the terminal has no input method of its own.

/// What the keys of a word are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputMethod {
    /// Letters stand for marks: `dduwowngf` is "đường".
    Telex,
    /// Digits stand for marks: `d9uo7ng2` is "đường".
    Vni,
}

impl InputMethod {
    /// Both methods.
    pub const ALL: [Self; 2] = [Self::Telex, Self::Vni];

    /// The word that it is stored as.
    pub fn code(self) -> &'static str {
        match self {
            Self::Telex => "telex",
            Self::Vni => "vni",
        }
    }

    /// The method of a stored word; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// The name that every Vietnamese keyboard shows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Telex => "Telex",
            Self::Vni => "VNI",
        }
    }

    /// What the key that switches makes of a choice: off, Telex, VNI, off.
    pub fn after(current: Option<Self>) -> Option<Self> {
        match current {
            None => Some(Self::Telex),
            Some(Self::Telex) => Some(Self::Vni),
            Some(Self::Vni) => None,
        }
    }
}
