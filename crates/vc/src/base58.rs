//! Writing base58btc, four bytes and five digits at a time: a signature is written with every
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
        }
    }

    proptest! {
        #[test]
        fn writes_what_the_library_writes(bytes in prop::collection::vec(any::<u8>(), 0..200), zeros in 0_usize..5) {
            let bytes = [vec![0; zeros], bytes].concat();
            prop_assert_eq!(encoded(&bytes), bs58::encode(&bytes).into_string());
        }
    }
}
