//! Turning JSON values into RDF values.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use crate::contexts::{Coercion, Context};
use crate::iri::{self, Meaning};
use crate::jcs;
use crate::quads::{Literal, RDF_LANG_STRING, Text, XSD_STRING};
use crate::refused::Refused;

const XSD_BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
const XSD_DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";
const RDF_JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
const I18N: &str = "https://www.w3.org/ns/i18n#";

/// Largest whole number that every JSON reader reads alike.
const LARGEST_SAFE: f64 = 9_007_199_254_740_991.0;

/// A plain text, number or truth value as the property's coercion reads it.
pub(crate) fn plain<'d>(value: &'d Value, coercion: &Coercion) -> Result<Literal<'d>, Refused> {
    let datatype = match coercion {
        Coercion::Datatype(datatype) => Some(datatype.clone()),
        _ => None,
    };
    typed(value, datatype)
}

/// Any JSON, kept as JSON in its canonical form.
pub(crate) fn json<'d>(value: &'d Value) -> Result<Literal<'d>, Refused> {
    let text = jcs::canonical(value).ok_or(Refused::Number)?;
    Ok(Literal { value: Cow::Owned(text), datatype: RDF_JSON.into(), language: None })
}

/// An object with `@value`. `None` if the value is `null`, which states nothing.
pub(crate) fn object<'d>(context: &Context, object: &'d Map<String, Value>) -> Result<Option<Literal<'d>>, Refused> {
    let (mut value, mut datatype, mut language, mut direction) = (&Value::Null, None, None, None);
    for (key, entry) in object {
        let keyword = match iri::of_name(context, key)? {
            Meaning::Type => "@type",
            Meaning::Keyword(keyword) => keyword,
            _ => return Err(Refused::Value),
        };
        match (keyword, entry) {
            ("@value", entry) => value = entry,
            ("@type", Value::String(text)) => datatype = Some(text.as_str()),
            ("@language", Value::String(text)) => language = Some(text.as_str()),
            ("@direction", Value::String(text)) => direction = Some(text.as_str()),
            _ => return Err(Refused::Value),
        }
    }
    if datatype.is_some() && (language.is_some() || direction.is_some()) {
        return Err(Refused::Value);
    }
    if datatype == Some("@json") {
        return json(value).map(Some);
    }
    if value.is_null() {
        return Ok(None);
    }
    if language.is_some() || direction.is_some() {
        return in_language(value, language, direction).map(Some);
    }
    let datatype = match datatype {
        None => None,
        Some(name) => match iri::of_name(context, name)? {
            Meaning::Iri(iri) => Some(iri),
            _ => return Err(Refused::Value),
        },
    };
    typed(value, datatype).map(Some)
}

fn in_language<'d>(value: &'d Value, language: Option<&'d str>, direction: Option<&'d str>) -> Result<Literal<'d>, Refused> {
    let Value::String(text) = value else {
        return Err(Refused::Value);
    };
    if language.is_some_and(|language| !is_language(language)) {
        return Err(Refused::Value);
    }
    let value = Cow::Borrowed(text.as_str());
    match direction {
        None => Ok(Literal { value, datatype: RDF_LANG_STRING.into(), language: language.map(Cow::Borrowed) }),
        Some(direction @ ("ltr" | "rtl")) => {
            let language = language.unwrap_or_default().to_lowercase();
            let datatype = Cow::Owned(format!("{I18N}{language}_{direction}"));
            Ok(Literal { value, datatype, language: None })
        }
        Some(_) => Err(Refused::Value),
    }
}

/// Letters and digits in groups of one to eight, the first of letters only.
fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(place, part)| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic() || (place > 0 && b.is_ascii_digit()))
    })
}

fn typed<'d>(value: &'d Value, datatype: Option<Text<'d>>) -> Result<Literal<'d>, Refused> {
    let (value, usual): (Text<'d>, &'static str) = match value {
        Value::String(text) => (Cow::Borrowed(text.as_str()), XSD_STRING),
        Value::Bool(true) => (Cow::Borrowed("true"), XSD_BOOLEAN),
        Value::Bool(false) => (Cow::Borrowed("false"), XSD_BOOLEAN),
        Value::Number(number) => number_text(number, datatype.as_deref())?,
        _ => return Err(Refused::Value),
    };
    Ok(Literal { value, datatype: datatype.unwrap_or(Cow::Borrowed(usual)), language: None })
}

fn number_text<'d>(number: &Number, datatype: Option<&str>) -> Result<(Text<'d>, &'static str), Refused> {
    let value = number.as_f64().ok_or(Refused::Number)?;
    let whole = value.fract() == 0.0;
    if whole && value.abs() > LARGEST_SAFE {
        return Err(Refused::Number);
    }
    if whole && datatype != Some(XSD_DOUBLE) {
        // `+ 0.0` turns minus zero into zero.
        return Ok((Cow::Owned(format!("{:.0}", value + 0.0)), XSD_INTEGER));
    }
    let text = format!("{value:.15E}");
    let (digits, exponent) = text.split_once('E').ok_or(Refused::Number)?;
    let shortest = digits.trim_end_matches('0');
    let zero = if shortest.ends_with('.') { "0" } else { "" };
    Ok((Cow::Owned(format!("{shortest}{zero}E{exponent}")), XSD_DOUBLE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn shown(value: Value) -> String {
        let literal = plain(&value, &Coercion::None).unwrap();
        format!("{}^^{}", literal.value, literal.datatype.rsplit_once('#').unwrap().1)
    }

    #[test]
    fn numbers_have_one_spelling() {
        assert_eq!(shown(json!(1.5)), "1.5E0^^double");
        assert_eq!(shown(json!(0.000123)), "1.23E-4^^double");
        assert_eq!(shown(json!(3.0)), "3^^integer");
        assert_eq!(shown(json!(-0.0)), "0^^integer");
        assert_eq!(shown(json!(-17)), "-17^^integer");
        assert_eq!(shown(json!(true)), "true^^boolean");
        let one = json!(1);
        let double = plain(&one, &Coercion::Datatype(XSD_DOUBLE.into())).unwrap();
        assert_eq!(double.value, "1.0E0");
    }

    #[test]
    fn a_number_that_readers_disagree_about_is_refused() {
        assert_eq!(plain(&json!(9_007_199_254_740_993_i64), &Coercion::None), Err(Refused::Number));
        assert_eq!(plain(&json!(1e300), &Coercion::None), Err(Refused::Number));
    }

    #[test]
    fn value_objects() {
        let context = Context::initial();
        let read = |value: &Value| {
            object(&context, value.as_object().unwrap()).map(|literal| literal.map(|l| (l.value.to_string(), l.datatype.to_string())))
        };
        let hebrew = json!({"@value": "x", "@language": "he-IL", "@direction": "rtl"});
        assert_eq!(read(&hebrew), Ok(Some(("x".into(), format!("{I18N}he-il_rtl")))));
        assert_eq!(read(&json!({"@value": null})), Ok(None));
        assert_eq!(read(&json!({"@value": "x", "@language": "not a tag"})), Err(Refused::Value));
        assert_eq!(read(&json!({"@value": 1, "@language": "en"})), Err(Refused::Value));
        assert_eq!(read(&json!({"@value": {}, "@type": "@json"})).unwrap().unwrap().0, "{}");
    }
}
