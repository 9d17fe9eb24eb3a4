//! A stable hash of a file's text, so that the store can tell whether a bundled plan changed.

/// FNV-1a, 64 bits: the same on every machine and in every version of the program.
pub const fn fnv1a(bytes: &[u8]) -> u64 {
    extend(0xcbf2_9ce4_8422_2325, bytes)
}

/// The hash of a text that goes on with `bytes`, from the hash of what stands before them.
pub(super) const fn extend(mut hash: u64, mut bytes: &[u8]) -> u64 {
    // Worked out while the program is compiled, where there are no iterators.
    while let Some((byte, rest)) = bytes.split_first() {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        bytes = rest;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::{extend, fnv1a};

    #[test]
    fn agrees_with_the_published_vectors() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(extend(fnv1a(b"foo"), b"bar"), fnv1a(b"foobar"));
    }
}
