//! The document that describes the API says what the API does.

use super::Program;
use crate::both;
use crate::harness::World;
use domain::ClaimId;
use serde_json::{Value, json};

/// Every `$ref` in a document.
fn refs<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(all) => {
            found.extend(all.get("$ref").and_then(Value::as_str));
            all.values().for_each(|v| refs(v, found));
        }
        Value::Array(all) => all.iter().for_each(|v| refs(v, found)),
        _ => {}
    }
}

both!(the_openapi_document_lists_every_operation_and_nothing_else, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    assert_eq!(document["openapi"], "3.1.0");
    let (_, routes) = server::web::site(w.app.clone());
    let mut registered: Vec<String> = routes
        .iter()
        .filter(|r| r.path.starts_with("/api/v1"))
        .map(|r| format!("{} {}", r.method.as_str().to_lowercase(), r.path))
        .collect();
    let mut described = Vec::new();
    let mut ids = std::collections::HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|s| s.starts_with('2')), "{name} says nothing about success");
            assert!(
                answers.values().all(|a| a["$ref"].is_string() || a["description"].as_str().is_some_and(|d| !d.is_empty())),
                "{name}: {answers:?}"
            );
            assert!(answers.contains_key("500") && answers.contains_key("503"), "{name}");
            assert!(ids.insert(operation["operationId"].clone()), "{name} has another operation's id");
            let summary = operation["summary"].as_str().unwrap();
            assert!(!summary.starts_with("api-op-"), "{name} has no words");
            assert!(operation["security"].is_array(), "{name}");
            for tag in operation["tags"].as_array().unwrap() {
                assert!(document["tags"].as_array().unwrap().iter().any(|t| t["name"] == *tag), "{name}: {tag}");
            }
            let placed = path.matches('{').count();
            let parameters = operation["parameters"].as_array().map_or(0, |p| p.iter().filter(|p| p["in"] == "path").count());
            assert_eq!(placed, parameters, "{name}");
            described.push(name);
        }
    }
    registered.sort();
    described.sort();
    assert_eq!(registered, described);
    let mut found = Vec::new();
    refs(&document, &mut found);
    assert!(found.len() > 100);
    for r in found {
        let at = r.strip_prefix('#').unwrap_or_else(|| panic!("{r} leads elsewhere"));
        assert!(document.pointer(at).is_some(), "{r} leads nowhere");
    }
});

both!(what_an_operation_needs_is_what_its_document_says, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    let (_, routes) = server::web::site(w.app.clone());
    for route in routes {
        let Some(needs) = route.needs() else { continue };
        let said = &document["paths"][route.path][route.method.as_str().to_lowercase()]["security"];
        let due = match needs {
            server::api::Needs::Nothing => json!([]),
            server::api::Needs::Token => json!([{ "token": [] }]),
            server::api::Needs::Scope(scope) => json!([{ "token": [scope] }]),
        };
        assert_eq!(*said, due, "{} {}", route.method, route.path);
    }
});

both!(each_answer_fits_its_schema, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    let learner = Program::all(&w, w.learner).await;
    let claim: ClaimId = w.open_claim(w.learner).await;
    w.submit(w.learner, claim, 0).await;
    let competency = w.competency(0).id;
    for (path, pattern) in [
        ("/profiles".to_owned(), "/profiles"),
        (format!("/profiles/{}", w.profile), "/profiles/{profile}"),
        ("/claims".to_owned(), "/claims"),
        (format!("/claims/{claim}"), "/claims/{claim}"),
        (format!("/claims/{claim}/competencies/{competency}"), "/claims/{claim}/competencies/{competency}"),
        (format!("/claims/{claim}/evidence"), "/claims/{claim}/evidence"),
        ("/me".to_owned(), "/me"),
    ] {
        let answer = learner.get(&path).await.is(200).json;
        let schema = &document["paths"][format!("/api/v1{pattern}")]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        fits(&document, schema, &answer, pattern);
    }
});

/// Whether a value has the type, the required fields and no others than a schema says.
fn fits(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(r) = schema["$ref"].as_str() {
        return fits(document, document.pointer(&r[1..]).unwrap(), value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let named = |c: &&Value| {
            c["type"] != "null"
                && (c["$ref"].is_string() || c["properties"]["name"]["enum"].as_array().is_none_or(|n| n.contains(&value["name"])))
        };
        match choices.iter().find(named) {
            Some(choice) if !value.is_null() => return fits(document, choice, value, at),
            _ => return assert!(value.is_null() && choices.iter().any(|c| c["type"] == "null"), "{at}: {value} fits no choice"),
        }
    }
    let types: Vec<&str> =
        schema["type"].as_str().into_iter().chain(schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str)).collect();
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&kind), "{at}: {value} is no {types:?}");
    if let (Some(names), Value::String(_)) = (schema["enum"].as_array(), value) {
        assert!(names.contains(value), "{at}: {value} is none of {names:?}");
    }
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(document, &schema["items"], item, &format!("{at}/{i}"));
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(known) => fits(document, known, inner, &format!("{at}/{name}")),
            None => assert!(
                schema["additionalProperties"].is_object() || schema["additionalProperties"] == true,
                "{at}/{name} is not documented"
            ),
        }
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(value.get(name.as_str().unwrap()).is_some(), "{at}: {name} is missing");
    }
}
