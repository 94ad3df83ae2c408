//! The few forms of DER (X.690) that keys are handed to the cryptography library in.

/// A value behind its tag and length.
pub(crate) fn tagged(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = value.len().to_be_bytes();
    let skipped = length.iter().take_while(|byte| **byte == 0).count();
    match value.len() {
        short @ 0..=127 => out.push(short as u8),
        _ => {
            out.push(0x80 | (length.len() - skipped) as u8);
            out.extend_from_slice(&length[skipped..]);
        }
    }
    out.extend_from_slice(value);
    out
}

/// Values one after the other.
pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tagged(0x30, &parts.concat())
}

/// A number that is not negative, from its big-endian bytes.
pub(crate) fn integer(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
    let digits = &bytes[start..];
    // A leading bit would read as a minus sign.
    let mut value = if digits.first().is_none_or(|first| first & 0x80 != 0) { vec![0] } else { Vec::new() };
    value.extend_from_slice(digits);
    tagged(0x02, &value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_lengths_take_the_shortest_form() {
        assert_eq!(integer(&[]), [2, 1, 0]);
        assert_eq!(integer(&[0, 0, 5]), [2, 1, 5]);
        assert_eq!(integer(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(&tagged(4, &[7; 127])[..2], [4, 127]);
        assert_eq!(&tagged(4, &[7; 128])[..3], [4, 0x81, 128]);
        assert_eq!(&tagged(4, &[7; 300])[..4], [4, 0x82, 1, 44]);
        assert_eq!(sequence(&[&[5, 0], &[5, 0]]), [0x30, 4, 5, 0, 5, 0]);
    }
}
