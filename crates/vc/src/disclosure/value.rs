//! How base and derived proofs are written: CBOR behind a prefix, in base64url.

use super::*;

const BASE: [u8; 3] = [0xd9, 0x5d, 0x00];
const DERIVED: [u8; 3] = [0xd9, 0x5d, 0x01];

/// Bytes of the key made for one credential, with the prefix that tells its kind.
const LOCAL_KEY: usize = 35;
/// Bytes of a signature on P-256, and of a keyed hash.
const SIGNATURE: usize = 64;
const HASH: usize = 32;

/// What an issuer gives the holder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Base {
    pub signature: Vec<u8>,
    pub local_key: Vec<u8>,
    pub hmac_key: Vec<u8>,
    pub signatures: Vec<Vec<u8>>,
    pub pointers: Vec<String>,
}

/// What a holder shows others.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Derived {
    pub signature: Vec<u8>,
    pub local_key: Vec<u8>,
    pub signatures: Vec<Vec<u8>>,
    /// For the number of each nameless thing in canonical order, the keyed hash that stands for it.
    pub labels: Vec<(u64, Vec<u8>)>,
    /// Which statements are mandatory, counted from 0 among those shown. In order.
    pub mandatory: Vec<u64>,
}

impl Base {
    pub(super) fn write(&self) -> String {
        write(
            BASE,
            vec![
                Cbor::Bytes(self.signature.clone()),
                Cbor::Bytes(self.local_key.clone()),
                Cbor::Bytes(self.hmac_key.clone()),
                byte_strings(&self.signatures),
                Cbor::List(self.pointers.iter().cloned().map(Cbor::Text).collect()),
            ],
        )
    }

    pub(super) fn read(text: &str) -> Option<Base> {
        let parts = read(BASE, text)?;
        let [signature, local_key, hmac_key, signatures, pointers] = parts.as_slice() else { return None };
        Some(Base {
            signature: sized(signature, SIGNATURE)?,
            local_key: sized(local_key, LOCAL_KEY)?,
            hmac_key: sized(hmac_key, HASH)?,
            signatures: signatures_in(signatures)?,
            pointers: pointers.list()?.iter().map(|text| text.text().map(str::to_owned)).collect::<Option<_>>()?,
        })
    }
}

impl Derived {
    pub(super) fn write(&self) -> String {
        let labels = self.labels.iter().map(|(number, label)| (Cbor::Number(*number), Cbor::Bytes(label.clone()))).collect();
        write(
            DERIVED,
            vec![
                Cbor::Bytes(self.signature.clone()),
                Cbor::Bytes(self.local_key.clone()),
                byte_strings(&self.signatures),
                Cbor::Map(labels),
                Cbor::List(self.mandatory.iter().copied().map(Cbor::Number).collect()),
            ],
        )
    }

    pub(super) fn read(text: &str) -> Option<Derived> {
        let parts = read(DERIVED, text)?;
        let [signature, local_key, signatures, labels, mandatory] = parts.as_slice() else { return None };
        let mut labels: Vec<(u64, Vec<u8>)> =
            labels.map()?.iter().map(|(number, label)| Some((number.number()?, sized(label, HASH)?))).collect::<Option<_>>()?;
        let mut mandatory: Vec<u64> = mandatory.list()?.iter().map(Cbor::number).collect::<Option<_>>()?;
        // Two things under one name, or one under two, would let statements change places.
        labels.sort_unstable();
        let mut names: Vec<&Vec<u8>> = labels.iter().map(|(_, label)| label).collect();
        names.sort_unstable();
        if labels.windows(2).any(|pair| pair[0].0 == pair[1].0) || names.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        mandatory.sort_unstable();
        Some(Derived {
            signature: sized(signature, SIGNATURE)?,
            local_key: sized(local_key, LOCAL_KEY)?,
            signatures: signatures_in(signatures)?,
            labels,
            mandatory,
        })
    }

    /// The name of the nameless thing with that canonical number.
    pub(super) fn label(&self, number: u32) -> Option<String> {
        let place = self.labels.binary_search_by_key(&u64::from(number), |(number, _)| *number).ok()?;
        Some(statements::name(&self.labels[place].1))
    }
}

fn write(prefix: [u8; 3], parts: Vec<Cbor>) -> String {
    let mut bytes = prefix.to_vec();
    Cbor::List(parts).write(&mut bytes);
    format!("u{}", multibase::encode64(&bytes))
}

fn read(prefix: [u8; 3], text: &str) -> Option<Vec<Cbor>> {
    let bytes = multibase::decode64(text.strip_prefix('u')?)?;
    match Cbor::read(bytes.strip_prefix(&prefix)?)? {
        Cbor::List(parts) => Some(parts),
        _ => None,
    }
}

fn byte_strings(strings: &[Vec<u8>]) -> Cbor {
    Cbor::List(strings.iter().cloned().map(Cbor::Bytes).collect())
}

fn sized(value: &Cbor, length: usize) -> Option<Vec<u8>> {
    value.bytes().filter(|bytes| bytes.len() == length).map(<[u8]>::to_vec)
}

fn signatures_in(value: &Cbor) -> Option<Vec<Vec<u8>>> {
    let items = value.list().filter(|items| items.len() <= MOST_STATEMENTS)?;
    items.iter().map(|signature| sized(signature, SIGNATURE)).collect()
}
