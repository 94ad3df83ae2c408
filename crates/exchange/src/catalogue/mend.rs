//! Text that was encoded twice: its UTF-8 bytes were once taken for one-byte characters.

/// The text as it was before, if it was encoded twice beyond doubt: every character of it stands for one byte, and these
/// bytes are UTF-8 with fewer characters.
pub fn mended(text: &str) -> Option<String> {
    // The first byte of any character beyond ASCII is one of these in UTF-8.
    if !text.chars().any(|c| ('\u{c2}'..='\u{f4}').contains(&c)) {
        return None;
    }
    let bytes = text.chars().map(byte).collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

/// The byte that a program which took bytes for Windows-1252, or for Latin-1, would have shown as this character.
fn byte(c: char) -> Option<u8> {
    let at = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".chars().position(|known| known == c);
    match at {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    }
}
