//! The JSON Canonicalization Scheme (RFC 8785), for values that JSON-LD keeps as JSON.

use std::fmt::Write;

use serde_json::{Map, Number, Value};

/// The canonical text of `value`; `None` if it has a number that no double can hold.
pub(crate) fn canonical(value: &Value) -> Option<String> {
    let mut out = String::new();
    write_value(value, &mut out)?;
    Some(out)
}

/// The canonical text of an object without the fields `without`, and with `contexts` as its
/// `@context` if they are given.
pub(crate) fn canonical_part(object: &Map<String, Value>, contexts: Option<&Value>, without: &[&str]) -> Option<String> {
    let context = "@context".to_owned();
    let mut fields: Vec<(&String, &Value)> = object.iter().filter(|(name, _)| !without.contains(&name.as_str())).collect();
    if let Some(contexts) = contexts {
        fields.retain(|(name, _)| **name != context);
        fields.push((&context, contexts));
    }
    let mut out = String::with_capacity(4096);
    write_fields(fields, &mut out)?;
    Some(out)
}

fn write_value(value: &Value, out: &mut String) -> Option<()> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(number, out)?,
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_value(item, out)?;
            }
            out.push(']');
        }
        Value::Object(fields) => write_fields(fields.iter().collect(), out)?,
    }
    Some(())
}

fn write_fields(mut fields: Vec<(&String, &Value)>, out: &mut String) -> Option<()> {
    if fields.iter().all(|(name, _)| name.is_ascii()) {
        fields.sort_unstable_by_key(|(name, _)| *name);
    } else {
        // The order is that of UTF-16 code units, which is not that of UTF-8 bytes.
        fields.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    }
    out.push('{');
    for (place, (name, field)) in fields.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_text(name, out);
        out.push(':');
        write_value(field, out)?;
    }
    out.push('}');
    Some(())
}

/// Escapes what JSON must escape, and copies the stretches between as they are.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut copied = 0;
    for (place, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[copied..place]);
        copied = place + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => write!(out, "\\u{control:04x}").expect("writing to a String cannot fail"),
        }
    }
    out.push_str(&text[copied..]);
    out.push('"');
}

/// A number as ECMAScript writes it: the shortest digits that read back as the same double.
fn write_number(number: &Number, out: &mut String) -> Option<()> {
    let value = number.as_f64().filter(|value| value.is_finite())?;
    if value == 0.0 {
        out.push('0');
        return Some(());
    }
    if value < 0.0 {
        out.push('-');
    }
    let shortest = format!("{:e}", value.abs());
    let (mantissa, exponent) = shortest.split_once('e')?;
    let digits = mantissa.replace('.', "");
    let exponent: i32 = exponent.parse().ok()?;
    let count = i32::try_from(digits.len()).ok()?;
    // Where the decimal point stands, counted from the first digit.
    let point = exponent + 1;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if (count..=21).contains(&point) {
        out.push_str(&digits);
        out.push_str(&zeros(point - count));
    } else if (1..=21).contains(&point) {
        let (whole, fraction) = digits.split_at(usize::try_from(point).ok()?);
        write!(out, "{whole}.{fraction}").ok()?;
    } else if (-5..=0).contains(&point) {
        write!(out, "0.{}{digits}", zeros(-point)).ok()?;
    } else {
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        write!(out, "{first}{dot}{rest}e{exponent:+}").ok()?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_ecmascript_writes_them() {
        let cases = [
            ("1e21", "1e+21"),
            ("123456789012345680000", "123456789012345680000"),
            ("1.50", "1.5"),
            ("-0.0", "0"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("-12.5e-9", "-1.25e-8"),
            ("333333333.33333329", "333333333.3333333"),
        ];
        for (written, expected) in cases {
            let value: Value = serde_json::from_str(written).unwrap();
            assert_eq!(canonical(&value).unwrap(), expected, "{written}");
        }
    }

    #[test]
    fn names_are_ordered_by_utf16() {
        let value: Value = serde_json::from_str(r#"{"\uFB33":1,"\uD83D\uDE02":2,"a":[true,null,"\u0001"]}"#).unwrap();
        assert_eq!(canonical(&value).unwrap(), "{\"a\":[true,null,\"\\u0001\"],\"\u{1F602}\":2,\"\u{FB33}\":1}");
    }

    #[test]
    fn the_published_test_files() {
        let Some(folder) = crate::testing::data("vectors/jcs/testdata") else { return };
        let inputs = crate::testing::files(&folder.join("input"));
        assert_eq!(inputs.len(), 6);
        for input in inputs {
            let expected = std::fs::read_to_string(folder.join("output").join(input.file_name().unwrap())).unwrap();
            assert_eq!(canonical(&crate::testing::json(&input)).unwrap(), expected, "{}", input.display());
        }
    }
}
