//! An Open Badges 3.0 achievement credential before it is signed, as plain fields.
//!
//! Fill in [`Credential`], call [`Credential::document`], hand the result to [`crate::sign`].
//! Times are RFC 3339 texts ending in `Z` (see [`crate::rfc3339`]); ids are absolute IRIs.
//! Empty lists and `None` leave their field out.

use serde_json::{Value, json};

use crate::achievement_json::Fields;
use crate::shape::issuer_id;
use crate::time::parse_rfc3339;

/// The JSON-LD contexts that every credential built here uses, in order.
pub const CONTEXTS: [&str; 2] = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// The context that defines the refresh service.
pub(crate) const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

/// The official JSON Schema of an achievement credential, for [`Schema`].
pub const SCHEMA_URL: &str = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// A whole credential: who says that whom has achieved what, from when to when.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Credential {
    /// The credential's own IRI.
    pub id: String,
    /// What a wallet shows in a list.
    pub name: String,
    /// A sentence for the detail view.
    pub description: Option<String>,
    /// Who vouches for it; its `id` must be the controller of the signing key.
    pub issuer: Profile,
    /// In force from.
    pub valid_from: String,
    /// In force until.
    pub valid_until: Option<String>,
    /// When it was first awarded, kept when `valid_from` moves.
    pub awarded_date: Option<String>,
    /// Who achieved what.
    pub subject: Subject,
    /// What was looked at.
    pub evidence: Vec<Evidence>,
    /// Schemas that the document claims to fit.
    pub schemas: Vec<Schema>,
    /// Where to look up whether it is still in force. The official schema has room for one place;
    /// the W3C data model for several.
    pub statuses: Vec<StatusEntry>,
    /// Where a holder's program fetches the newest version of it, over https.
    pub refresh: Option<String>,
    /// Endorsement credentials by others, already signed.
    pub endorsements: Vec<Value>,
}

/// An organisation or person: issuer, creator or assessor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// IRI; for an issuer its DID or URL.
    pub id: String,
    /// Name.
    pub name: Option<String>,
    /// Web page.
    pub url: Option<String>,
    /// E-mail address for questions.
    pub email: Option<String>,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Country as an ISO 3166-1 code, such as `CA`.
    pub country: Option<String>,
    /// The name in law, where it differs.
    pub official: Option<String>,
}

/// Who achieved what, and who judged it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    /// The person's DID or other IRI, if the person has one to share.
    pub id: Option<String>,
    /// Other ways to say who it is. One of `id` and `identifiers` must be there.
    pub identifiers: Vec<IdentityObject>,
    /// Who assessed on behalf of the issuer.
    pub source: Option<Profile>,
    /// What was achieved.
    pub achievement: Achievement,
    /// How well.
    pub results: Vec<ResultEntry>,
    /// What the person did, in words (Markdown).
    pub narrative: Option<String>,
    /// Credits earned.
    pub credits_earned: Option<f64>,
}

/// A way to recognise the person without naming them to everybody.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IdentityObject {
    /// What the identifier is: `emailAddress`, `name`, `sourcedId`, …
    pub identity_type: String,
    /// The plain value, or with `hashed` the text `sha256$…`.
    pub identity_hash: String,
    /// Whether the value is hashed.
    pub hashed: bool,
    /// The salt of the hash.
    pub salt: Option<String>,
}

impl IdentityObject {
    /// The value in the clear.
    pub fn plain(identity_type: impl Into<String>, value: impl Into<String>) -> Self {
        Self { identity_type: identity_type.into(), identity_hash: value.into(), hashed: false, salt: None }
    }

    /// The SHA-256 of value and salt: whoever knows the value can confirm it, others learn
    /// nothing. E-mail addresses are put into lower case first, so that case does not matter.
    pub fn hashed(identity_type: impl Into<String>, value: &str, salt: &str) -> Self {
        let identity_type = identity_type.into();
        let value = if identity_type == "emailAddress" { value.trim().to_lowercase() } else { value.to_owned() };
        Self { identity_hash: hash_of(&value, salt), identity_type, hashed: true, salt: Some(salt.to_owned()) }
    }
}

fn hash_of(value: &str, salt: &str) -> String {
    let digest = crate::digest::sha256(format!("{value}{salt}").as_bytes());
    format!("sha256${}", crate::digest::hex(&digest))
}

/// What can be achieved: a competency, a micro-credential, a certificate.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Achievement {
    /// IRI.
    pub id: String,
    /// `Competency`, `MicroCredential`, `Certificate`, … or `ext:…`.
    pub achievement_type: Option<String>,
    /// Name.
    pub name: String,
    /// What the holder can do.
    pub description: String,
    /// What one has to show to get it.
    pub criteria: Criteria,
    /// Which competencies of which frameworks it stands for.
    pub alignments: Vec<Alignment>,
    /// Who defined it.
    pub creator: Option<Profile>,
    /// BCP 47 code of the language it is written in, such as `fr-CA`.
    pub in_language: Option<String>,
    /// The version of the definition.
    pub version: Option<String>,
    /// The same achievement elsewhere: other versions, other languages.
    pub related: Vec<Related>,
    /// What the results mean.
    pub result_descriptions: Vec<ResultDescription>,
    /// A short code for people.
    pub human_code: Option<String>,
    /// The field.
    pub field_of_study: Option<String>,
    /// The specialisation within the field.
    pub specialization: Option<String>,
    /// Credits that it can count for.
    pub credits_available: Option<f64>,
    /// Search words.
    pub tags: Vec<String>,
}

/// What has to be shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Criteria {
    /// The page that says it.
    pub id: Option<String>,
    /// The words (Markdown).
    pub narrative: Option<String>,
}

/// A node of somebody's framework.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// Its name.
    pub target_name: String,
    /// Its address.
    pub target_url: String,
    /// Its code.
    pub target_code: Option<String>,
    /// Its text.
    pub target_description: Option<String>,
    /// The framework's name.
    pub target_framework: Option<String>,
    /// `ceasn:Competency`, `CFItem`, … or `ext:…`.
    pub target_type: Option<String>,
}

/// A pointer to a related achievement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Related {
    /// Its IRI.
    pub id: String,
    /// Its language.
    pub in_language: Option<String>,
    /// Its version.
    pub version: Option<String>,
}

/// What a kind of result means.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultDescription {
    /// IRI that results point to.
    pub id: String,
    /// Name, such as the performance criterion.
    pub name: String,
    /// `Percent`, `RubricCriterionLevel`, … or `ext:…`.
    pub result_type: String,
    /// The levels of a rubric, low to high.
    pub rubric_criterion_levels: Vec<RubricCriterionLevel>,
    /// The values that can occur, low to high.
    pub allowed_values: Vec<String>,
    /// The IRI of the rubric level one must reach.
    pub required_level: Option<String>,
    /// The value one must reach.
    pub required_value: Option<String>,
    /// Smallest value.
    pub value_min: Option<String>,
    /// Largest value.
    pub value_max: Option<String>,
}

/// One level of a rubric.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RubricCriterionLevel {
    /// IRI.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it looks like.
    pub description: Option<String>,
    /// Its rank, as text.
    pub level: Option<String>,
    /// Its points, as text.
    pub points: Option<String>,
}

/// One result that the person got.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultEntry {
    /// The [`ResultDescription`] it belongs to.
    pub result_description: Option<String>,
    /// The IRI of the [`RubricCriterionLevel`] reached.
    pub achieved_level: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// `Completed`, `Provisional`, `InProgress`, …
    pub status: Option<String>,
}

/// What was looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// Its address, if it has one that may be shared.
    pub id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// What it shows (Markdown).
    pub narrative: Option<String>,
    /// A description for display.
    pub description: Option<String>,
    /// What it is: `Observation`, `Work product`, …
    pub genre: Option<String>,
    /// Whom it is meant for.
    pub audience: Option<String>,
}

/// A schema that the document claims to fit. Written with type `JsonSchema`: the name that
/// 1EdTech uses, `1EdTechJsonSchemaValidator2019`, is in no context that is used here, so a
/// signature could not cover it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// Address of the schema.
    pub id: String,
}

/// Where to look up whether the credential is in force: a place in a bit list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatusEntry {
    /// IRI of this entry.
    pub id: String,
    /// `revocation` or `suspension`.
    pub purpose: String,
    /// Place in the list.
    pub index: u64,
    /// Address of the list, itself a credential.
    pub list: String,
}

/// Somebody else's word for an achievement, a credential or a profile: an endorsement credential
/// before it is signed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Endorsement {
    /// The endorsement's own IRI.
    pub id: String,
    /// What a wallet shows in a list.
    pub name: String,
    /// A sentence for the detail view.
    pub description: Option<String>,
    /// Who endorses; its `id` must be the controller of the signing key.
    pub issuer: Profile,
    /// In force from.
    pub valid_from: String,
    /// In force until.
    pub valid_until: Option<String>,
    /// The IRI of what is endorsed.
    pub endorsed: String,
    /// What is said about it (Markdown).
    pub comment: Option<String>,
}

impl Endorsement {
    /// The unsigned JSON document, ready for [`crate::sign`].
    pub fn document(&self) -> Value {
        let mut fields = Fields::new();
        fields.put("@context", json!(CONTEXTS));
        fields.text("id", &self.id);
        fields.put("type", json!(["VerifiableCredential", "EndorsementCredential"]));
        fields.text("name", &self.name);
        fields.maybe("description", &self.description);
        fields.put("issuer", self.issuer.json());
        fields.text("validFrom", &self.valid_from);
        fields.maybe("validUntil", &self.valid_until);
        let mut subject = Fields::with_id(&self.endorsed, "EndorsementSubject");
        subject.maybe("endorsementComment", &self.comment);
        fields.put("credentialSubject", subject.into());
        fields.into()
    }
}

impl Credential {
    /// The unsigned JSON document, ready for [`crate::sign`].
    pub fn document(&self) -> Value {
        let mut fields = Fields::new();
        let extensions = self.refresh.as_ref().map(|_| EXTENSIONS);
        fields.put("@context", CONTEXTS.into_iter().chain(extensions).collect());
        fields.text("id", &self.id);
        fields.put("type", json!(["VerifiableCredential", "OpenBadgeCredential"]));
        fields.text("name", &self.name);
        fields.maybe("description", &self.description);
        fields.put("issuer", self.issuer.json());
        fields.text("validFrom", &self.valid_from);
        fields.maybe("validUntil", &self.valid_until);
        fields.maybe("awardedDate", &self.awarded_date);
        fields.put("credentialSubject", self.subject.json());
        fields.list("evidence", &self.evidence, Evidence::json);
        fields.list("credentialSchema", &self.schemas, Schema::json);
        match self.statuses.as_slice() {
            [single] => fields.put("credentialStatus", single.json()),
            several => fields.list("credentialStatus", several, StatusEntry::json),
        }
        if let Some(refresh) = &self.refresh {
            fields.put("refreshService", json!({"id": refresh, "type": "1EdTechCredentialRefresh"}));
        }
        fields.list("endorsement", &self.endorsements, Value::clone);
        fields.into()
    }

    /// The same credential for a further term: the standard tells versions of one credential, which
    /// share id and issuer, apart by `validFrom`, and keeps the day of the first award beside it.
    /// Its entries in status lists and its endorsements stay; see [`supersedes`].
    pub fn renewed(&self, valid_from: impl Into<String>, valid_until: Option<String>) -> Credential {
        let awarded_date = self.awarded_date.clone().or_else(|| Some(self.valid_from.clone()));
        Credential { valid_from: valid_from.into(), valid_until, awarded_date, ..self.clone() }
    }
}

/// Whether `newer` takes the place of `older`: the same id, the same issuer, and in force from a
/// later moment. Of two versions that begin at one moment neither does.
pub fn supersedes(newer: &Value, older: &Value) -> bool {
    let key = |document: &Value| {
        let object = document.as_object()?;
        let begins = ["validFrom", "issuanceDate"].iter().find_map(|field| object.get(*field)?.as_str().and_then(parse_rfc3339))?;
        Some((object.get("id")?.as_str()?.to_owned(), issuer_id(object)?.to_owned(), begins))
    };
    match (key(newer), key(older)) {
        (Some((id, issuer, begins)), Some((old_id, old_issuer, old_begins))) => id == old_id && issuer == old_issuer && begins > old_begins,
        _ => false,
    }
}
