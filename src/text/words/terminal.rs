//! What is said about the terminal itself.

use super::Lang;
use crate::text::locale::Foreign;

impl Lang {
    /// Why letters have no marks, and what to set; what to set comes first, for the line may be cut.
    pub fn without_marks(self, foreign: &Foreign) -> String {
        let Foreign { variable, value } = foreign;
        self.pick(
            format!("Đặt {variable}=vi_VN.UTF-8 để chữ có dấu; đang là {variable}={value}."),
            format!("Set {variable}=vi_VN.UTF-8 to see every letter; it is {value} now."),
        )
    }
}
