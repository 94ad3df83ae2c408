//! Contexts that a document writes out itself, against another processor.

use proptest::prelude::*;

use super::*;

/// A document whose second context is written out in it.
fn with_own(own: Value, subject: Value) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", own],
        "type": "VerifiableCredential", "issuer": "did:example:i", "credentialSubject": subject,
    })
}

#[test]
fn the_same_statements_for_contexts_that_a_document_writes_out() {
    let Some(published) = published() else { return };
    let xsd = "http://www.w3.org/2001/XMLSchema#";
    for (own, subject) in [
        (json!({"colour": "https://a.example/colour"}), json!({"colour": "red"})),
        (json!({"@vocab": "https://a.example/#"}), json!({"type": "Shoe", "size": 42, "https://b.example/x": true})),
        (
            json!({"ex": "https://a.example/", "xsd": xsd, "day": {"@id": "ex:day", "@type": "xsd:date"}, "at": {"@id": "ex:at", "@type": "@id"}}),
            json!({"day": "2026-01-01", "at": "ex:here", "ex:other": 1}),
        ),
        (json!({"b": "a", "a": "urn:x:a", "c": {"@id": "urn:x:c", "@container": "@list"}}), json!({"b": 1, "c": [1, 2]})),
        (json!({"c": {"@id": "urn:x:c", "@container": ["@set"], "@type": "@json"}}), json!({"c": {"z": 1, "a": [null]}})),
        (
            json!({"Shoe": {"@id": "urn:x:Shoe", "@context": {"size": "urn:x:size"}}, "maker": "urn:x:maker", "size": "urn:x:other"}),
            json!({"type": "Shoe", "size": 42, "maker": {"size": 7}}),
        ),
        (
            json!({"box": {"@id": "urn:x:box", "@context": {"size": {"@id": "urn:x:size", "@type": "urn:x:number"}}}}),
            json!({"box": {"size": "1", "box": [{"size": "2"}]}}),
        ),
        (json!([{"a": "urn:x:a"}, {"b": {"@id": "a"}}]), json!({"a": 1, "b": 2})),
        (json!({"name": "https://schema.org/name", "id": "@id", "urn:x:y": {"@type": "@id"}}), json!({"name": "n", "urn:x:y": "urn:x:z"})),
        (json!({"kind": "@type", "key": "@id", "Thing": "urn:x:Thing"}), json!({"kind": "Thing", "key": "urn:x:1"})),
        (json!({"p": {"@id": "urn:x:", "@prefix": true}, "q": {"@id": "urn:y:"}}), json!({"p:a": 1, "urn:y:b": 2})),
    ] {
        let document = match own {
            Value::Array(several) => {
                let mut document = with_own(json!({}), subject);
                document["@context"].as_array_mut().unwrap().splice(1.., several);
                document
            }
            one => with_own(one, subject),
        };
        assert_eq!(ours(&document).unwrap(), theirs(&document, &published), "{document}");
    }
    let mut inside = with_own(json!({"a": "urn:x:a"}), json!({"a": 1}));
    inside["credentialSubject"]["@context"] = json!({"b": "urn:x:b"});
    inside["credentialSubject"]["b"] = json!([{"a": 2}, {"b": 3}]);
    assert_eq!(ours(&inside).unwrap(), theirs(&inside, &published));
}

#[test]
fn a_written_out_context_does_not_bend_what_is_protected_or_ask_for_more_than_is_known() {
    let refused = |own: Value| ours(&with_own(own, json!({"id": "urn:x:1", "a": 1}))).unwrap_err().to_string();
    let protected = "it gives the protected term \u{201c}VerifiableCredential\u{201d} another meaning";
    assert_eq!(refused(json!({"VerifiableCredential": "https://a.example/credential"})), protected);
    assert_eq!(
        refused(json!({"Shoe": {"@id": "urn:x:Shoe", "@context": {}}})),
        "\u{201c}a\u{201d} is defined nowhere, so no signature covers it"
    );
    for (own, why) in [
        (json!({"@base": "https://a.example/"}), "uses a keyword"),
        (json!({"@import": "https://a.example/"}), "uses a keyword"),
        (json!({"@vocab": "relative"}), "uses a relative @vocab"),
        (json!({"a": null}), "uses a term that means nothing"),
        (json!({"a": {"@reverse": "urn:x:b"}}), "uses a keyword in a term"),
        (json!({"a": {"@id": "urn:x:a", "@container": "@language"}}), "uses a container"),
        (json!({"a": "@graph"}), "uses another name for a keyword"),
        (json!({"a": "_:b"}), "uses a nameless thing"),
        (json!({"a": "b", "b": "c", "c": "a"}), "not well formed: a"),
        (json!({"a": 7}), "not well formed: a"),
        (json!({"a": "b c"}), "not well formed: b c"),
        (json!({"a": "urn:x:<"}), "not well formed: a"),
        (json!({"a:b": "urn:x:c", "a": "urn:x:"}), "not well formed: a:b"),
        (json!({"": "urn:x:a"}), "not well formed"),
        (json!(7), "neither an address nor an object"),
        (json!([[]]), "a list in a list"),
        (json!(null), "protected term"),
    ] {
        let found = refused(own.clone());
        assert!(found.contains(why), "{own}: {found}");
    }
    let many: serde_json::Map<String, Value> = (0..600).map(|n| (format!("t{n}"), json!("urn:x:t"))).collect();
    assert!(refused(many.into()).contains("very many terms"));
    let nested: Vec<Value> = (0..100).map(|_| json!({"@context": {"b": "urn:x:b"}, "b": 1})).collect();
    assert_eq!(ours(&with_own(json!({"a": "urn:x:a"}), json!({"a": nested}))), Err(Refused::TooComplicated));
}

/// CLR 2.0 of the first data model leaves a prefix open that the Open Badges context defines.
#[test]
fn a_prefix_left_open_is_read_as_the_contexts_around_say() {
    let Some(published) = published() else { return };
    let document = json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json"],
        "type": ["VerifiableCredential", "ClrCredential"], "issuer": {"id": "did:example:i", "type": "Profile", "name": "I"},
        "credentialSubject": {"type": "ClrSubject",
            "association": [{"type": "Association", "associationType": "isPartOf", "sourceId": "urn:x:1", "targetId": "urn:x:2"}]},
    });
    let lines = ours(&document).unwrap();
    assert!(lines.contains("\"urn:x:1\"^^<http"), "{lines}");
    assert_eq!(lines, theirs(&document, &published));
}

/// What may stand behind a term in a context that somebody made up.
fn definitions() -> impl Strategy<Value = Value> {
    let iri = prop::sample::select(vec![
        "urn:x:1",
        "https://a.example/#",
        "a",
        "b:c",
        "b",
        "@id",
        "@type",
        "@graph",
        "_:b",
        "",
        "no",
        "a b",
        "schema:",
    ]);
    let simple = iri.clone().prop_map(|iri| json!(iri));
    let kind = prop::sample::select(vec!["@id", "@vocab", "@json", "urn:x:kind", "a:kind", "b", "@none", ""]);
    let container =
        prop::sample::select(vec![json!("@set"), json!("@list"), json!("@graph"), json!(["@set"]), json!("@language"), json!(7)]);
    let scope = prop::sample::select(vec![
        json!({}),
        json!({"a": "urn:x:inner"}),
        json!({"@vocab": "urn:v:"}),
        json!(null),
        json!([{"b": "urn:x:2"}]),
    ]);
    let parts = (
        // Of a definition that is an object the other processor makes a prefix, against the standard; also where its
        // IRI is another name that stands for one.
        prop::option::of(
            iri.prop_filter("not like a prefix", |iri| (iri.contains(':') || iri.starts_with('@')) && !iri.ends_with([':', '#'])),
        ),
        prop::option::weighted(0.4, kind),
        prop::option::weighted(0.3, container),
        prop::option::weighted(0.3, scope),
        prop::option::weighted(0.2, any::<bool>()),
        prop::option::weighted(0.2, any::<bool>()),
    );
    let full = parts.prop_map(|(id, kind, container, scope, protected, prefix)| {
        let fields = [
            ("@id", id.map(Value::from)),
            ("@type", kind.map(Value::from)),
            ("@container", container),
            ("@context", scope),
            ("@protected", protected.map(Value::from)),
            ("@prefix", prefix.map(Value::from)),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect::<Map<_, _>>().into()
    });
    prop_oneof![3 => simple, 4 => full, 1 => Just(json!(null))]
}

/// A context somebody made up.
fn own_contexts() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "a",
        "b",
        "c",
        "Thing",
        "name",
        "id",
        "a:b",
        "VerifiableCredential",
        "issuer",
        "@vocab",
        "@protected",
        "",
    ]);
    prop::collection::vec((names, definitions()), 0..5).prop_map(|terms| {
        let value = |name: &str, value: Value| match name {
            "@vocab" => json!("https://v.example/#"),
            "@protected" => json!(true),
            _ => value,
        };
        terms.into_iter().map(|(name, term)| (name.to_owned(), value(name, term))).collect::<Map<_, _>>().into()
    })
}

/// What somebody may say with it.
fn subjects() -> impl Strategy<Value = Value> {
    let leaf = prop::sample::select(vec![
        json!("text"),
        json!("urn:x:5"),
        json!("a"),
        json!("a:rest"),
        json!("b:c"),
        json!(1),
        json!(1.5),
        json!(true),
        json!(null),
        json!({"@value": "v", "@type": "a"}),
        json!({"@list": [1, "a"]}),
        json!({"@id": "b:d"}),
    ]);
    leaf.prop_recursive(3, 12, 4, |inner| {
        let names = prop::sample::select(vec!["a", "b", "c", "type", "id", "name", "a:x", "@type", "unheard", "urn:x:p"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
            prop::collection::vec((names, inner), 0..4).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What we accept, the other processor reads the same, if it reads it: it also checks the
    /// contexts of terms that are not used. Nothing upsets us.
    #[test]
    fn contexts_that_somebody_made_up_are_refused_or_read_as_another_processor_does(own in own_contexts(), subject in subjects()) {
        let mut document = with_own(own, json!({"id": "urn:x:1"}));
        document["credentialSubject"] = subject;
        let ours = ours(&document);
        if let (Ok(ours), Some(published)) = (ours, PUBLISHED.as_ref())
            && let Ok(theirs) = read_by_them(&document, published)
        {
            prop_assert_eq!(ours, theirs, "{}", document);
        }
    }
}

static PUBLISHED: std::sync::LazyLock<Option<BTreeMap<&'static str, Vec<u8>>>> = std::sync::LazyLock::new(published);
