/// Finds the line on which a part of a text begins.
///
/// Remembers where it was last asked, so that asking in the order of the file walks the text once.
pub(crate) struct LineCursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> LineCursor<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of `part`, which must be a slice of the cursor's text.
    pub fn line_of(&mut self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        if offset < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += newlines(&self.text.as_bytes()[self.at..offset]);
        self.at = offset;
        self.line
    }
}

/// The line on which the byte at `offset` stands.
pub(crate) fn line_at(bytes: &[u8], offset: usize) -> usize {
    1 + newlines(&bytes[..offset.min(bytes.len())])
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lines_forwards_and_backwards() {
        let text = "one\ntwo\r\n\nfour";
        let mut cursor = LineCursor::new(text);
        let lines = [0, 3, 4, 9, 10, 4, 0].map(|at| cursor.line_of(&text[at..]));
        assert_eq!(lines, [1, 1, 2, 3, 4, 2, 1]);
        assert_eq!(line_at(text.as_bytes(), 10), 4);
    }
}
