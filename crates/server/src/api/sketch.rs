//! What a body looks like, as a few lines that people read faster than a schema: `"note"?: string`.

use serde_json::Value;

/// Longest thing that stays on one line.
const LINE: usize = 72;

/// A schema of the document as lines, with what it refers to in its place.
pub fn sketch(document: &Value, schema: &Value) -> String {
    drawn(document, schema, 0)
}

fn drawn(document: &Value, schema: &Value, depth: usize) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.strip_prefix("#/components/schemas/")) {
        let found = &document["components"]["schemas"][name];
        return match name {
            "Id" => "id".to_owned(),
            _ => drawn(document, found, depth),
        };
    }
    let several = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    if let Some(choices) = several {
        let gap = format!("\n{}| ", "  ".repeat(depth));
        let all: Vec<String> = choices.iter().map(|c| drawn(document, c, depth)).collect();
        return if all.iter().map(String::len).sum::<usize>() < LINE { all.join(" | ") } else { all.join(&gap) };
    }
    if let Some(names) = schema["enum"].as_array() {
        return names.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let kinds = kinds.iter().map(|kind| match *kind {
        "object" => object(document, schema, depth),
        "array" => format!("[{}, …]", drawn(document, &schema["items"], depth)),
        "string" => schema["format"].as_str().unwrap_or("string").to_owned(),
        other => other.to_owned(),
    });
    kinds.collect::<Vec<_>>().join(" | ")
}

fn object(document: &Value, schema: &Value, depth: usize) -> String {
    if let Some(values) = schema["additionalProperties"].as_object() {
        return format!("{{ id: {}, … }}", drawn(document, &Value::Object(values.clone()), depth));
    }
    let required = |name: &str| schema["required"].as_array().is_some_and(|all| all.iter().any(|r| r == name));
    let Some(fields) = schema["properties"].as_object() else { return "{ … }".to_owned() };
    let field = |(name, inner): (&String, &Value)| {
        format!("\"{name}\"{}: {}", if required(name) { "" } else { "?" }, drawn(document, inner, depth + 1))
    };
    let all: Vec<String> = fields.iter().map(field).collect();
    if all.iter().map(|f| f.len() + 2).sum::<usize>() < LINE && !all.iter().any(|f| f.contains('\n')) {
        return format!("{{ {} }}", all.join(", "));
    }
    let pad = "  ".repeat(depth + 1);
    format!("{{\n{pad}{}\n{}}}", all.join(&format!(",\n{pad}")), "  ".repeat(depth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_short_stays_on_a_line_and_what_may_be_left_out_is_marked() {
        let document = json!({ "components": { "schemas": { "Text": {
            "type": "object", "required": ["en"], "properties": { "en": { "type": "string" }, "fr": { "type": ["string", "null"] } } } } } });
        let text = json!({ "$ref": "#/components/schemas/Text" });
        assert_eq!(sketch(&document, &text), r#"{ "en": string, "fr"?: string | null }"#);
        let list = json!({ "type": "array", "items": { "enum": ["a", "b"] } });
        assert_eq!(sketch(&document, &list), r#"["a" | "b", …]"#);
    }

    #[test]
    fn every_body_of_the_api_can_be_drawn() {
        let document = serde_json::to_value(crate::api::openapi()).unwrap();
        for schema in document["components"]["schemas"].as_object().unwrap().values() {
            let drawn = sketch(&document, schema);
            assert!(!drawn.is_empty() && !drawn.contains(": ,") && !drawn.contains(": }"), "{drawn} for {schema}");
        }
    }
}
