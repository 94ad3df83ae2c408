//! How each part of an achievement credential is written as JSON. One function a part, in the
//! order of `achievement.rs`.

use serde_json::{Map, Value, json};

use crate::achievement::{
    Achievement, Alignment, Criteria, Evidence, IdentityObject, Profile, Related, ResultDescription, ResultEntry, RubricCriterionLevel,
    Schema, StatusEntry, Subject,
};

/// A JSON object being filled; what is empty is left out, never written as `null`.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    pub(crate) fn new() -> Self {
        Self(Map::new())
    }

    fn typed(kind: &str) -> Self {
        let mut fields = Self::new();
        fields.put("type", json!([kind]));
        fields
    }

    pub(crate) fn with_id(id: &str, kind: &str) -> Self {
        let mut fields = Self::new();
        fields.text("id", id);
        fields.put("type", json!([kind]));
        fields
    }

    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.put(name, Value::String(value.to_owned()));
    }

    pub(crate) fn maybe(&mut self, name: &str, value: &Option<String>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn number(&mut self, name: &str, value: Option<f64>) {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            self.put(name, json!(value));
        }
    }

    fn texts(&mut self, name: &str, values: &[String]) {
        if !values.is_empty() {
            self.put(name, json!(values));
        }
    }

    pub(crate) fn list<T>(&mut self, name: &str, items: &[T], write: fn(&T) -> Value) {
        if !items.is_empty() {
            self.put(name, Value::Array(items.iter().map(write).collect()));
        }
    }
}

impl From<Fields> for Value {
    fn from(fields: Fields) -> Self {
        Value::Object(fields.0)
    }
}

impl Profile {
    pub(crate) fn json(&self) -> Value {
        let mut fields = Fields::with_id(&self.id, "Profile");
        fields.maybe("name", &self.name);
        fields.maybe("url", &self.url);
        fields.maybe("email", &self.email);
        fields.maybe("description", &self.description);
        fields.maybe("official", &self.official);
        if let Some(country) = &self.country {
            fields.put("address", json!({"type": ["Address"], "addressCountryCode": country}));
        }
        fields.into()
    }
}

impl Subject {
    pub(crate) fn json(&self) -> Value {
        let mut fields = Fields::new();
        fields.maybe("id", &self.id);
        fields.put("type", json!(["AchievementSubject"]));
        fields.list("identifier", &self.identifiers, IdentityObject::json);
        if let Some(source) = &self.source {
            fields.put("source", source.json());
        }
        fields.put("achievement", self.achievement.json());
        fields.list("result", &self.results, ResultEntry::json);
        fields.maybe("narrative", &self.narrative);
        fields.number("creditsEarned", self.credits_earned);
        fields.into()
    }
}

impl IdentityObject {
    /// The schema wants the single type as a text here, not as a list.
    pub(crate) fn json(&self) -> Value {
        let mut fields = Fields::new();
        fields.text("type", "IdentityObject");
        fields.put("hashed", Value::Bool(self.hashed));
        fields.text("identityHash", &self.identity_hash);
        fields.text("identityType", &self.identity_type);
        fields.maybe("salt", &self.salt);
        fields.into()
    }
}

impl Achievement {
    pub(crate) fn json(&self) -> Value {
        let mut fields = Fields::with_id(&self.id, "Achievement");
        fields.maybe("achievementType", &self.achievement_type);
        fields.text("name", &self.name);
        fields.text("description", &self.description);
        fields.put("criteria", self.criteria.json());
        fields.list("alignment", &self.alignments, Alignment::json);
        if let Some(creator) = &self.creator {
            fields.put("creator", creator.json());
        }
        fields.maybe("inLanguage", &self.in_language);
        fields.maybe("version", &self.version);
        fields.list("related", &self.related, Related::json);
        fields.list("resultDescription", &self.result_descriptions, ResultDescription::json);
        fields.maybe("humanCode", &self.human_code);
        fields.maybe("fieldOfStudy", &self.field_of_study);
        fields.maybe("specialization", &self.specialization);
        fields.number("creditsAvailable", self.credits_available);
        fields.texts("tag", &self.tags);
        fields.into()
    }
}

impl Criteria {
    fn json(&self) -> Value {
        let mut fields = Fields::new();
        fields.maybe("id", &self.id);
        fields.maybe("narrative", &self.narrative);
        fields.into()
    }
}

impl Alignment {
    fn json(&self) -> Value {
        let mut fields = Fields::typed("Alignment");
        fields.text("targetName", &self.target_name);
        fields.text("targetUrl", &self.target_url);
        fields.maybe("targetCode", &self.target_code);
        fields.maybe("targetDescription", &self.target_description);
        fields.maybe("targetFramework", &self.target_framework);
        fields.maybe("targetType", &self.target_type);
        fields.into()
    }
}

impl Related {
    fn json(&self) -> Value {
        let mut fields = Fields::with_id(&self.id, "Related");
        fields.maybe("inLanguage", &self.in_language);
        fields.maybe("version", &self.version);
        fields.into()
    }
}

impl ResultDescription {
    fn json(&self) -> Value {
        let mut fields = Fields::with_id(&self.id, "ResultDescription");
        fields.text("name", &self.name);
        fields.text("resultType", &self.result_type);
        fields.list("rubricCriterionLevel", &self.rubric_criterion_levels, RubricCriterionLevel::json);
        fields.texts("allowedValue", &self.allowed_values);
        fields.maybe("requiredLevel", &self.required_level);
        fields.maybe("requiredValue", &self.required_value);
        fields.maybe("valueMin", &self.value_min);
        fields.maybe("valueMax", &self.value_max);
        fields.into()
    }
}

impl RubricCriterionLevel {
    fn json(&self) -> Value {
        let mut fields = Fields::with_id(&self.id, "RubricCriterionLevel");
        fields.text("name", &self.name);
        fields.maybe("description", &self.description);
        fields.maybe("level", &self.level);
        fields.maybe("points", &self.points);
        fields.into()
    }
}

impl ResultEntry {
    fn json(&self) -> Value {
        let mut fields = Fields::typed("Result");
        fields.maybe("resultDescription", &self.result_description);
        fields.maybe("achievedLevel", &self.achieved_level);
        fields.maybe("value", &self.value);
        fields.maybe("status", &self.status);
        fields.into()
    }
}

impl Evidence {
    pub(crate) fn json(&self) -> Value {
        let mut fields = Fields::new();
        fields.maybe("id", &self.id);
        fields.put("type", json!(["Evidence"]));
        fields.maybe("name", &self.name);
        fields.maybe("narrative", &self.narrative);
        fields.maybe("description", &self.description);
        fields.maybe("genre", &self.genre);
        fields.maybe("audience", &self.audience);
        fields.into()
    }
}

impl Schema {
    pub(crate) fn json(&self) -> Value {
        json!({"id": self.id, "type": "JsonSchema"})
    }
}

impl StatusEntry {
    pub(crate) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "type": "BitstringStatusListEntry",
            "statusPurpose": self.purpose,
            "statusListIndex": self.index.to_string(),
            "statusListCredential": self.list,
        })
    }
}
