//! The signed document out of a certificate of ours.
//!
//! This reads what [`crate::sheet`] writes and nothing else: a PDF made by this program with one attached file. A PDF that
//! was printed anew, joined with others or edited usually has lost it; such a file is refused rather than guessed at.
//! Whether what comes out is genuine is said by its signature alone.

use flate2::read::ZlibDecoder;
use std::io::Read as _;

/// The longest PDF that is looked at, in bytes.
pub const LONGEST: usize = 8 * 1024 * 1024;
/// The longest document that is taken out, in bytes.
pub const LONGEST_INSIDE: usize = 2 * 1024 * 1024;

/// Why nothing was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotInside {
    /// Not a PDF.
    #[error("this is not a PDF")]
    NotPdf,
    /// Larger than any certificate.
    #[error("the file is larger than a certificate can be")]
    TooLong,
    /// Made by some other program.
    #[error("the PDF was not made by this program, or was changed by another one")]
    NotOurs,
    /// No attached file, or more than one.
    #[error("the PDF holds no signed document, or more than one")]
    NotOne,
    /// The attached file is damaged.
    #[error("the document inside the PDF is damaged")]
    Damaged,
}

/// Whether the bytes begin as a PDF does.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The attached document.
///
/// # Errors
/// A file that is none of ours, too long, or damaged.
pub fn take(pdf: &[u8]) -> Result<Vec<u8>, NotInside> {
    if !is_pdf(pdf) {
        return Err(NotInside::NotPdf);
    }
    if pdf.len() > LONGEST {
        return Err(NotInside::TooLong);
    }
    if !positions(pdf, format!("/Producer({})", crate::PRODUCER).as_bytes()).any(|_| true) {
        return Err(NotInside::NotOurs);
    }
    let mut heads = positions(pdf, TYPE).filter_map(|at| head(pdf, at)).take(2);
    let (Some((length, begin)), None) = (heads.next(), heads.next()) else { return Err(NotInside::NotOne) };
    let end = begin.checked_add(length).filter(|end| *end <= pdf.len()).ok_or(NotInside::Damaged)?;
    if !pdf[end..].starts_with(b"\nendstream") {
        return Err(NotInside::Damaged);
    }
    inflated(&pdf[begin..end])
}

const TYPE: &[u8] = b"/Type/EmbeddedFile/Filter/FlateDecode/Subtype";

/// If an attached file's object stands around `at`, as we write it: how long its stream is, and where that begins. A text
/// inside some other stream cannot look like this, as no text of ours holds a line break.
fn head(pdf: &[u8], at: usize) -> Option<(usize, usize)> {
    /// No dictionary of ours is longer.
    const LONGEST_DICTIONARY: usize = 1024;
    const BEFORE: &[u8] = b" 0 obj\n<</Length ";
    let digits = pdf[..at].iter().rev().take(9).take_while(|b| b.is_ascii_digit()).count();
    let (before, length) = (&pdf[..at - digits], &pdf[at - digits..at]);
    let length = std::str::from_utf8(length).ok()?.parse().ok()?;
    let near = &pdf[at..pdf.len().min(at + LONGEST_DICTIONARY)];
    let begin = positions(near, b">>\nstream\n").next()? + b">>\nstream\n".len();
    before.ends_with(BEFORE).then_some((length, at + begin))
}

fn inflated(stream: &[u8]) -> Result<Vec<u8>, NotInside> {
    let mut out = Vec::new();
    let most = LONGEST_INSIDE as u64 + 1;
    ZlibDecoder::new(stream).take(most).read_to_end(&mut out).map_err(|_| NotInside::Damaged)?;
    if out.len() > LONGEST_INSIDE { Err(NotInside::TooLong) } else { Ok(out) }
}

/// Where `what` stands.
fn positions<'a>(within: &'a [u8], what: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    within.windows(what.len()).enumerate().filter(move |(_, w)| *w == what).map(|(n, _)| n)
}
