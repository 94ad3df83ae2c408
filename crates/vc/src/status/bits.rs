//! The list itself: one bit for each credential, first place in the highest bit of the first byte,
//! published as gzip in multibase base64url (W3C Bitstring Status List 1.0, section 3).

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;

use super::StatusError;

/// One bit for each credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    bytes: Vec<u8>,
}

impl StatusList {
    /// The fewest places a list may have: among fewer, a fetched list tells who is asked about.
    pub const FEWEST: u64 = 131_072;

    /// The most places of a list that is read: 2 MiB of bits.
    pub const MOST: u64 = 16_777_216;

    /// A list of at least `entries` places (filled up to whole bytes), none set.
    ///
    /// # Errors
    /// [`StatusError::TooShort`] or [`StatusError::TooLong`].
    pub fn new(entries: u64) -> Result<StatusList, StatusError> {
        Self::of(entries, || vec![0; entries.div_ceil(8) as usize])
    }

    fn of(entries: u64, bytes: impl FnOnce() -> Vec<u8>) -> Result<StatusList, StatusError> {
        match entries {
            Self::FEWEST..=Self::MOST => Ok(StatusList { bytes: bytes() }),
            short if short < Self::FEWEST => Err(StatusError::TooShort(short)),
            _ => Err(StatusError::TooLong),
        }
    }

    /// How many places there are.
    pub fn entries(&self) -> u64 {
        self.bytes.len() as u64 * 8
    }

    /// Whether the bit at `index`, counted from 0, is set.
    ///
    /// # Errors
    /// [`StatusError::Range`].
    pub fn get(&self, index: u64) -> Result<bool, StatusError> {
        let byte = self.bytes.get(place(index)).ok_or_else(|| self.behind(index))?;
        Ok(byte & mask(index) != 0)
    }

    /// Sets or clears the bit at `index`.
    ///
    /// # Errors
    /// [`StatusError::Range`].
    pub fn set(&mut self, index: u64, to: bool) -> Result<(), StatusError> {
        let behind = self.behind(index);
        let byte = self.bytes.get_mut(place(index)).ok_or(behind)?;
        *byte = if to { *byte | mask(index) } else { *byte & !mask(index) };
        Ok(())
    }

    fn behind(&self, index: u64) -> StatusError {
        StatusError::Range { index, entries: self.entries() }
    }

    /// The list as an `encodedList`: `u`, then base64url without padding of gzip.
    pub fn encode(&self) -> String {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(&self.bytes).expect("writing to a Vec cannot fail");
        let packed = packed.finish().expect("writing to a Vec cannot fail");
        let mut text = String::with_capacity(packed.len() * 4 / 3 + 4);
        text.push('u');
        URL_SAFE_NO_PAD.encode_string(packed, &mut text);
        text
    }

    /// Reads an `encodedList`. Stops unpacking where [`StatusList::MOST`] is passed.
    ///
    /// # Errors
    /// [`StatusError::Encoding`], [`StatusError::TooShort`] or [`StatusError::TooLong`].
    pub fn decode(text: &str) -> Result<StatusList, StatusError> {
        let digits = text.strip_prefix('u').ok_or(StatusError::Encoding("it does not begin with u"))?;
        let packed = URL_SAFE_NO_PAD.decode(digits).map_err(|_| StatusError::Encoding("not base64url without padding"))?;
        let mut unpacking = GzDecoder::new(packed.as_slice());
        let mut bytes = Vec::new();
        (&mut unpacking).take(Self::MOST / 8 + 1).read_to_end(&mut bytes).map_err(|_| StatusError::Encoding("not gzip"))?;
        let list = Self::of(bytes.len() as u64 * 8, || bytes)?;
        match unpacking.into_inner() {
            [] => Ok(list),
            _ => Err(StatusError::Encoding("something follows the gzip")),
        }
    }
}

fn place(index: u64) -> usize {
    usize::try_from(index / 8).unwrap_or(usize::MAX)
}

fn mask(index: u64) -> u8 {
    0x80 >> (index % 8)
}
