//! The part of CBOR (RFC 8949) that selective disclosure proofs are written in.

/// A CBOR value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cbor {
    Number(u64),
    Bytes(Vec<u8>),
    Text(String),
    List(Vec<Cbor>),
    Map(Vec<(Cbor, Cbor)>),
}

/// How deep lists may be nested. Proofs need two levels.
const DEEPEST: u32 = 4;

/// "What follows is an array of bytes": some programs write it before a byte string.
const TYPED_BYTES: u64 = 64;

impl Cbor {
    /// Appends the value in its shortest form.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Cbor::Number(number) => head(0, *number, out),
            Cbor::Bytes(bytes) => {
                head(2, bytes.len() as u64, out);
                out.extend_from_slice(bytes);
            }
            Cbor::Text(text) => {
                head(3, text.len() as u64, out);
                out.extend_from_slice(text.as_bytes());
            }
            Cbor::List(items) => {
                head(4, items.len() as u64, out);
                items.iter().for_each(|item| item.write(out));
            }
            Cbor::Map(entries) => {
                head(5, entries.len() as u64, out);
                for (key, value) in entries {
                    key.write(out);
                    value.write(out);
                }
            }
        }
    }

    /// The one value that `bytes` are; `None` if they are anything else.
    pub(crate) fn read(bytes: &[u8]) -> Option<Cbor> {
        let mut rest = bytes;
        let value = read(&mut rest, DEEPEST)?;
        rest.is_empty().then_some(value)
    }

    pub(crate) fn number(&self) -> Option<u64> {
        if let Cbor::Number(number) = self { Some(*number) } else { None }
    }

    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        if let Cbor::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Cbor::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn list(&self) -> Option<&[Cbor]> {
        if let Cbor::List(items) = self { Some(items) } else { None }
    }

    pub(crate) fn map(&self) -> Option<&[(Cbor, Cbor)]> {
        if let Cbor::Map(entries) = self { Some(entries) } else { None }
    }
}

fn head(major: u8, number: u64, out: &mut Vec<u8>) {
    let major = major << 5;
    let bytes = number.to_be_bytes();
    match number {
        0..=23 => out.push(major | number as u8),
        24..=0xff => out.extend_from_slice(&[major | 24, bytes[7]]),
        0x100..=0xffff => out.extend_from_slice(&[major | 25, bytes[6], bytes[7]]),
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&bytes);
        }
    }
}

fn read(rest: &mut &[u8], levels: u32) -> Option<Cbor> {
    let (major, number) = read_head(rest)?;
    let count = usize::try_from(number).ok();
    match major {
        0 => Some(Cbor::Number(number)),
        2 => Some(Cbor::Bytes(take(rest, count?)?.to_vec())),
        3 => Some(Cbor::Text(std::str::from_utf8(take(rest, count?)?).ok()?.to_owned())),
        // Each item takes a byte at least, so a count over that is a lie, and nothing is set aside for it.
        4 if count? <= rest.len() => {
            let levels = levels.checked_sub(1)?;
            (0..number).map(|_| read(rest, levels)).collect::<Option<_>>().map(Cbor::List)
        }
        5 if count? <= rest.len() => {
            let levels = levels.checked_sub(1)?;
            (0..number).map(|_| Some((read(rest, levels)?, read(rest, levels)?))).collect::<Option<_>>().map(Cbor::Map)
        }
        6 if number == TYPED_BYTES => match read(rest, levels.checked_sub(1)?)? {
            bytes @ Cbor::Bytes(_) => Some(bytes),
            _ => None,
        },
        _ => None,
    }
}

fn read_head(rest: &mut &[u8]) -> Option<(u8, u64)> {
    let first = *take(rest, 1)?.first()?;
    let number = match first & 31 {
        small @ 0..=23 => u64::from(small),
        size @ 24..=27 => take(rest, 1 << (size - 24))?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        _ => return None,
    };
    Some((first >> 5, number))
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let numbers = [0, 23, 24, 255, 256, 65_535, 65_536, u64::from(u32::MAX), u64::MAX];
        let value = Cbor::List(vec![
            Cbor::List(numbers.map(Cbor::Number).to_vec()),
            Cbor::Bytes(vec![7; 300]),
            Cbor::Text("é".into()),
            Cbor::Map(vec![(Cbor::Number(1), Cbor::Bytes(vec![]))]),
        ]);
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        assert_eq!(Cbor::read(&bytes), Some(value));
        bytes.push(0);
        assert_eq!(Cbor::read(&bytes), None, "something follows");
        assert_eq!(Cbor::read(&[0xd8, 64, 0x41, 9]), Some(Cbor::Bytes(vec![9])), "bytes behind a tag");
    }

    #[test]
    fn lies_about_sizes_and_endless_nesting_are_refused() {
        assert_eq!(Cbor::read(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
        assert_eq!(Cbor::read(&[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
        assert_eq!(Cbor::read(&[0x81; 1000]), None);
        assert_eq!(Cbor::read(&[0x9f, 0xff]), None, "of no stated length");
        assert_eq!(Cbor::read(&[]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = Cbor::read(&bytes);
        }
    }
}
