//! Roman numerals, as annexes are counted (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1.a).

const SIGNS: [(usize, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// `number` in Roman numerals; 0 is empty.
pub(super) fn roman(mut number: usize) -> String {
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn annexes_are_counted_as_the_romans_did() {
        let counted: Vec<String> = [1, 2, 4, 9, 14, 40, 99].map(roman).into();
        assert_eq!(counted, ["I", "II", "IV", "IX", "XIV", "XL", "XCIX"]);
    }
}
