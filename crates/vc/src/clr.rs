//! A person's whole record, or a part of it, as one credential: 1EdTech Comprehensive Learner
//! Record 2.0.
//!
//! The credentials in it stay as their issuers signed them. Whoever puts them together signs that
//! they belong to one person, and says how what they attest hangs together.

use serde_json::{Value, json};

use crate::achievement::{Achievement, IdentityObject, Profile, StatusEntry};
use crate::achievement_json::Fields;

/// The JSON-LD contexts of a record, in order.
pub const CONTEXTS: [&str; 3] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

/// A record before it is signed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The record's own IRI.
    pub id: String,
    /// What a wallet shows in a list.
    pub name: String,
    /// A sentence for the detail view.
    pub description: Option<String>,
    /// Who put it together; its `id` must be the controller of the signing key.
    pub issuer: Profile,
    /// In force from.
    pub valid_from: String,
    /// In force until.
    pub valid_until: Option<String>,
    /// When it was first given out.
    pub awarded_date: Option<String>,
    /// Whether it leaves out something that the issuer holds. `None` does not say.
    pub partial: Option<bool>,
    /// The person's DID or other IRI.
    pub subject: Option<String>,
    /// Other ways to say who it is.
    pub identifiers: Vec<IdentityObject>,
    /// Signed credentials of the person: at least one.
    pub credentials: Vec<Value>,
    /// Achievements that associations speak of and no credential here attests.
    pub achievements: Vec<Achievement>,
    /// How achievements hang together.
    pub associations: Vec<Association>,
    /// Where to look up whether it is still in force.
    pub statuses: Vec<StatusEntry>,
}

/// How one achievement or credential is related to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Association {
    /// What the source is to the target.
    pub relation: Relation,
    /// IRI of the source.
    pub source: String,
    /// IRI of the target.
    pub target: String,
}

/// What the source of an association is to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same achievement under another id.
    ExactMatchOf,
    /// A part in a hierarchy, seen from below.
    IsChildOf,
    /// A whole in a hierarchy, seen from above.
    IsParentOf,
    /// Belongs to it without hierarchy.
    IsPartOf,
    /// Stands beside it.
    IsPeerOf,
    /// Has to do with it.
    IsRelatedTo,
    /// Comes before it.
    Precedes,
    /// Is no longer used; the target is used instead. Also says which credential renews which.
    ReplacedBy,
}

impl Relation {
    /// The word for it in the standard.
    pub fn word(self) -> &'static str {
        match self {
            Relation::ExactMatchOf => "exactMatchOf",
            Relation::IsChildOf => "isChildOf",
            Relation::IsParentOf => "isParentOf",
            Relation::IsPartOf => "isPartOf",
            Relation::IsPeerOf => "isPeerOf",
            Relation::IsRelatedTo => "isRelatedTo",
            Relation::Precedes => "precedes",
            Relation::ReplacedBy => "replacedBy",
        }
    }
}

impl Record {
    /// The unsigned JSON document, ready for [`crate::sign`].
    pub fn document(&self) -> Value {
        let mut fields = Fields::new();
        fields.put("@context", json!(CONTEXTS));
        fields.text("id", &self.id);
        fields.put("type", json!(["VerifiableCredential", "ClrCredential"]));
        fields.text("name", &self.name);
        fields.maybe("description", &self.description);
        fields.put("issuer", self.issuer.json());
        fields.text("validFrom", &self.valid_from);
        fields.maybe("validUntil", &self.valid_until);
        fields.maybe("awardedDate", &self.awarded_date);
        if let Some(partial) = self.partial {
            fields.put("partial", Value::Bool(partial));
        }
        fields.put("credentialSubject", self.subject());
        match self.statuses.as_slice() {
            [single] => fields.put("credentialStatus", single.json()),
            several => fields.list("credentialStatus", several, StatusEntry::json),
        }
        fields.into()
    }

    fn subject(&self) -> Value {
        let mut fields = Fields::new();
        fields.maybe("id", &self.subject);
        fields.put("type", json!(["ClrSubject"]));
        fields.list("identifier", &self.identifiers, IdentityObject::json);
        fields.list("verifiableCredential", &self.credentials, Value::clone);
        fields.list("achievement", &self.achievements, Achievement::json);
        fields.list("association", &self.associations, Association::json);
        fields.into()
    }
}

impl Association {
    fn json(&self) -> Value {
        json!({
            "type": "Association",
            "associationType": self.relation.word(),
            "sourceId": self.source,
            "targetId": self.target,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::achievement::{Credential, supersedes};
    use crate::testing::{key, sample};
    use crate::{CheckName, Outcome, SignOptions, Verdict, sign};

    const NOW: i64 = 1_800_000_000_000_000;

    fn signed(document: Value) -> Value {
        sign(document, &key(), &SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z")).unwrap()
    }

    fn record() -> Record {
        let badge = Credential { id: "urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-9c4ed2b1a002".into(), ..sample() };
        Record {
            id: "urn:uuid:00000000-0000-4000-8000-0000000000c1".into(),
            name: "Record of Ada Lovelace".into(),
            issuer: sample().issuer,
            valid_from: "2026-05-01T00:00:00Z".into(),
            partial: Some(false),
            identifiers: sample().subject.identifiers,
            credentials: vec![signed(sample().document()), signed(badge.document())],
            achievements: vec![sample().subject.achievement],
            associations: vec![Association { relation: Relation::ReplacedBy, source: sample().id, target: badge.id }],
            ..Record::default()
        }
    }

    fn report(document: &Value) -> crate::Report {
        crate::verify(document, &|_| Err(crate::Unresolved::Offline), NOW).unwrap()
    }

    #[test]
    fn a_signed_record_is_valid_and_covers_what_is_in_it() {
        let mut document = signed(record().document());
        assert_eq!(report(&document).verdict, Verdict::Valid, "{:#?}", report(&document));
        document["credentialSubject"]["verifiableCredential"][1]["name"] = "Brain surgery".into();
        assert_eq!(report(&document).verdict, Verdict::Altered);
        let mut document = signed(record().document());
        document["partial"] = true.into();
        assert_eq!(report(&document).verdict, Verdict::Altered);
    }

    /// The limits on what a document may cost leave room for what fits into the largest one.
    #[test]
    fn the_largest_record_that_fits_is_read() {
        let badge = signed(sample().document());
        let count = crate::LARGEST_DOCUMENT * 9 / 10 / badge.to_string().len();
        let credentials = (0..count).map(|number| {
            let id = format!("urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-{number:012}");
            signed(Credential { id, ..sample() }.document())
        });
        let large = Record { credentials: credentials.collect(), ..record() };
        assert!(count > 150, "{count}");
        assert_eq!(report(&signed(large.document())).verdict, Verdict::Valid);
    }

    #[test]
    fn a_record_without_a_credential_is_none() {
        let empty = Record { credentials: vec![], ..record() };
        let report = report(&signed(empty.document()));
        assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Failed);
        assert!(report.check(CheckName::Shape).detail.contains("verifiableCredential"));
    }

    #[test]
    fn a_renewed_credential_takes_the_place_of_the_old_one() {
        let old = Credential { awarded_date: None, ..sample() };
        let new = old.renewed("2029-05-01T00:00:00Z", None);
        assert_eq!(new.awarded_date.as_ref(), Some(&old.valid_from));
        assert!(supersedes(&new.document(), &old.document()));
        assert!(!supersedes(&old.document(), &new.document()));
        assert!(!supersedes(&old.document(), &old.document()));
        let other = Credential { id: "urn:uuid:00000000-0000-4000-8000-0000000000ff".into(), ..new };
        assert!(!supersedes(&other.document(), &old.document()));
    }

    #[test]
    fn a_credential_that_can_be_fetched_anew_says_where() {
        let badge = Credential { refresh: Some("https://college.example/c/1".into()), ..sample() };
        let document = signed(badge.document());
        assert_eq!(report(&document).verdict, Verdict::Valid);
        assert_eq!(document["refreshService"]["type"], "1EdTechCredentialRefresh");
    }
}
