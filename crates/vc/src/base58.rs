//! Base58btc, four bytes and five digits at a time: a signature is written or read with every
//! credential, and the usual way takes as long as a tenth of the signing.

const DIGITS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// 58 to the fifth power, the largest that fits into 32 bits.
const FIVE_DIGITS: u64 = 656_356_768;

/// Appends `bytes`, read as one number, in base 58, with a `1` for each leading zero byte.
pub(crate) fn encode(bytes: &[u8], out: &mut String) {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let bytes = &bytes[zeros..];
    let mut number = limbs(bytes);
    let mut digits: Vec<u8> = Vec::with_capacity(bytes.len() * 7 / 5 + 5);
    let mut start = 0;
    while start < number.len() {
        let mut rest = 0_u64;
        for limb in &mut number[start..] {
            let value = rest << 32 | u64::from(*limb);
            *limb = u32::try_from(value / FIVE_DIGITS).expect("the rest is less than the divisor");
            rest = value % FIVE_DIGITS;
        }
        for _ in 0..5 {
            digits.push(DIGITS[(rest % 58) as usize]);
            rest /= 58;
        }
        start += number[start..].iter().take_while(|limb| **limb == 0).count();
    }
    let leading = digits.iter().rev().take_while(|digit| **digit == DIGITS[0]).count();
    digits.truncate(digits.len() - leading);
    out.extend(std::iter::repeat_n('1', zeros));
    out.extend(digits.into_iter().rev().map(char::from));
}

/// The bytes that `text` stands for; `None` if it has a character that is no digit. The time grows
/// with the square of the length, which the caller bounds.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let zeros = text.bytes().take_while(|digit| *digit == DIGITS[0]).count();
    // The lowest limb first.
    let mut number: Vec<u32> = Vec::with_capacity(text.len() / 5 + 1);
    for chunk in text.as_bytes()[zeros..].chunks(5) {
        let (mut carry, mut factor) = (0_u64, 1_u64);
        for digit in chunk {
            carry = carry * 58 + u64::from(VALUES[usize::from(*digit)]?);
            factor *= 58;
        }
        for limb in &mut number {
            let value = u64::from(*limb) * factor + carry;
            *limb = (value & u64::from(u32::MAX)) as u32;
            carry = value >> 32;
        }
        if carry > 0 {
            number.push(u32::try_from(carry).ok()?);
        }
    }
    let bytes: Vec<u8> = number.iter().rev().flat_map(|limb| limb.to_be_bytes()).skip_while(|byte| *byte == 0).collect();
    Some([vec![0; zeros], bytes].concat())
}

/// What each character is worth.
const VALUES: [Option<u8>; 256] = {
    let mut values = [None; 256];
    let mut digit = 0;
    while digit < DIGITS.len() {
        values[DIGITS[digit] as usize] = Some(digit as u8);
        digit += 1;
    }
    values
};

/// The number in pieces of 32 bits, the highest first.
fn limbs(bytes: &[u8]) -> Vec<u32> {
    let (first, rest) = bytes.split_at(bytes.len() % 4);
    let join = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    let mut limbs = Vec::with_capacity(bytes.len() / 4 + 1);
    if !first.is_empty() {
        limbs.push(join(first));
    }
    limbs.extend(rest.chunks_exact(4).map(join));
    limbs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encoded(bytes: &[u8]) -> String {
        let mut text = String::new();
        encode(bytes, &mut text);
        text
    }

    #[test]
    fn leading_zeros_and_small_numbers() {
        for bytes in [&[][..], &[0], &[0, 0, 1], &[57], &[58], &[0xff; 64], &[0, 0xff, 0, 0, 0, 0]] {
            assert_eq!(encoded(bytes), bs58::encode(bytes).into_string(), "{bytes:?}");
            assert_eq!(decode(&encoded(bytes)).as_deref(), Some(bytes));
        }
        assert_eq!(["0", "1I", "é", "z "].map(decode), [None, None, None, None]);
    }

    proptest! {
        #[test]
        fn writes_and_reads_what_the_library_does(bytes in prop::collection::vec(any::<u8>(), 0..200), zeros in 0_usize..5) {
            let bytes = [vec![0; zeros], bytes].concat();
            prop_assert_eq!(encoded(&bytes), bs58::encode(&bytes).into_string());
            prop_assert_eq!(decode(&encoded(&bytes)), Some(bytes));
        }

        #[test]
        fn reads_any_text_as_the_library_does(text in "1{0,3}[1-9A-Za-z]{0,150}") {
            prop_assert_eq!(decode(&text), bs58::decode(&text).into_vec().ok());
        }
    }
}
