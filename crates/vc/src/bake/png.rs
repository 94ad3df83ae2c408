//! PNG: the credential is the text of one `iTXt` chunk with the keyword `openbadgecredential`.
//!
//! A chunk is its length (4 bytes, big end first), its type (4 letters), its data and a CRC over
//! type and data. An `iTXt` chunk holds: keyword, 0, compression flag, compression method,
//! language tag, 0, translated keyword, 0, text in UTF-8 (PNG specification, 11.3.4.5).

use std::io::Read;
use std::ops::Range;

use flate2::Crc;
use flate2::bufread::ZlibDecoder;

use super::{BakeError, Existing};
use crate::LARGEST_DOCUMENT;

pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const KEYWORD: &[u8] = b"openbadgecredential";

/// Largest length that a chunk may state.
const LONGEST_CHUNK: usize = (1 << 31) - 1;

struct Chunk<'p> {
    kind: &'p [u8],
    data: &'p [u8],
    /// Where it stands in the file, from its length to its CRC.
    place: Range<usize>,
}

/// All chunks of a whole and undamaged file, from `IHDR` to `IEND`.
fn chunks(picture: &[u8]) -> Result<Vec<Chunk<'_>>, BakeError> {
    let mut chunks = Vec::new();
    let mut start = SIGNATURE.len();
    while start < picture.len() {
        let chunk = chunk(picture, start)?;
        start = chunk.place.end;
        let is_last = chunk.kind == b"IEND";
        chunks.push(chunk);
        if is_last && start < picture.len() {
            return Err(BakeError::Damaged("something follows its end"));
        }
    }
    match (chunks.first(), chunks.last()) {
        (Some(first), Some(last)) if first.kind == b"IHDR" && last.kind == b"IEND" => Ok(chunks),
        (Some(first), _) if first.kind == b"IHDR" => Err(BakeError::Damaged("it breaks off")),
        _ => Err(BakeError::Damaged("it does not begin with its header")),
    }
}

fn chunk(picture: &[u8], start: usize) -> Result<Chunk<'_>, BakeError> {
    let cut = BakeError::Damaged("it breaks off");
    let rest = &picture[start..];
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(cut.clone())?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > LONGEST_CHUNK || rest.len() < length + 8 {
        return Err(cut);
    }
    let (covered, rest) = rest.split_at(4 + length);
    let mut crc = Crc::new();
    crc.update(covered);
    if rest[..4] != crc.sum().to_be_bytes() {
        return Err(BakeError::Damaged("a checksum is wrong"));
    }
    let (kind, data) = covered.split_at(4);
    Ok(Chunk { kind, data, place: start..start + 12 + length })
}

fn carries_credential(chunk: &Chunk<'_>) -> bool {
    chunk.kind == b"iTXt" && chunk.data.strip_prefix(KEYWORD).is_some_and(|rest| rest.first() == Some(&0))
}

/// The one chunk with a credential, if any.
fn find<'c, 'p>(chunks: &'c [Chunk<'p>]) -> Result<Option<&'c Chunk<'p>>, BakeError> {
    let mut found = chunks.iter().filter(|chunk| carries_credential(chunk));
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(BakeError::Several),
        (found, None) => Ok(found),
    }
}

pub(super) fn unbake(picture: &[u8]) -> Result<Option<String>, BakeError> {
    find(&chunks(picture)?)?.map(text).transpose()
}

/// The text of an `iTXt` chunk. The standard forbids compression here; a compressed text is
/// unpacked all the same, as far as a credential may be long.
fn text(chunk: &Chunk<'_>) -> Result<String, BakeError> {
    let bad = BakeError::Damaged("its text chunk is not well formed");
    let rest = &chunk.data[KEYWORD.len() + 1..];
    let ([is_compressed, method], rest) = rest.split_first_chunk::<2>().ok_or(bad.clone())?;
    let mut fields = rest.splitn(3, |byte| *byte == 0);
    let bytes = fields.nth(2).ok_or(bad.clone())?;
    let bytes = match (is_compressed, method) {
        (0, _) => bytes.to_vec(),
        (1, 0) => unpack(bytes).map_err(|_| bad.clone())?,
        _ => return Err(bad),
    };
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(BakeError::CredentialTooLarge);
    }
    String::from_utf8(bytes).map_err(|_| bad)
}

/// At most one byte more than a credential may have.
fn unpack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    ZlibDecoder::new(bytes).take(LARGEST_DOCUMENT as u64 + 1).read_to_end(&mut text)?;
    Ok(text)
}

/// Puts the chunk right after the header, so that a program reads it before the picture.
pub(super) fn bake(picture: &[u8], credential: &str, existing: Existing) -> Result<Vec<u8>, BakeError> {
    let chunks = chunks(picture)?;
    let present = find(&chunks)?;
    if present.is_some() && existing == Existing::Refuse {
        return Err(BakeError::Present);
    }
    let old = present.map(|chunk| chunk.place.clone());
    let header_end = chunks[0].place.end;
    let (before, after) = match old {
        Some(old) => (header_end..old.start, old.end..picture.len()),
        None => (header_end..picture.len(), 0..0),
    };
    let mut baked = Vec::with_capacity(picture.len() + credential.len() + 64);
    baked.extend_from_slice(&picture[..header_end]);
    write_chunk(credential, &mut baked);
    baked.extend_from_slice(&picture[before]);
    baked.extend_from_slice(&picture[after]);
    Ok(baked)
}

/// Compression flag and method 0, no language, no translated keyword.
fn write_chunk(credential: &str, out: &mut Vec<u8>) {
    let data = [KEYWORD, &[0, 0, 0, 0, 0], credential.as_bytes()].concat();
    let length = u32::try_from(data.len()).expect("a credential is far shorter than 4 GiB");
    let mut crc = Crc::new();
    crc.update(b"iTXt");
    crc.update(&data);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(b"iTXt");
    out.extend_from_slice(&data);
    out.extend_from_slice(&crc.sum().to_be_bytes());
}
