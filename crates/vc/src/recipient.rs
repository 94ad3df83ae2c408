//! Whom a credential says it is for, and whether that is somebody whom the person who checks it knows by an e-mail
//! address, a DID or a number.

use serde_json::{Map, Value};

use crate::achievement::IdentityObject;
use crate::shape::list;

/// Whom a credential is for, as it states it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recipient {
    /// The ids of its subjects: DIDs or other addresses.
    pub ids: Vec<String>,
    /// Other ways in which it says so, in the clear or hashed.
    pub identities: Vec<IdentityObject>,
}

impl Recipient {
    pub(crate) fn of(credential: &Map<String, Value>) -> Recipient {
        let subjects = list(credential.get("credentialSubject"));
        let ids = subjects.iter().filter_map(|subject| Some(subject.get("id")?.as_str()?.to_owned())).collect();
        let identifiers = subjects.iter().flat_map(|subject| list(subject.get("identifier")));
        Recipient { ids, identities: identifiers.filter_map(identity).collect() }
    }

    /// Whether it is for `asked`: an e-mail address, a DID or other address, or a number. `None` if the credential says nothing
    /// of that kind. That two names differ says nothing; that they are the same does.
    ///
    /// E-mail addresses are compared without regard to case. Hashes other than SHA-256 are not compared.
    pub fn is(&self, asked: &str) -> Option<bool> {
        let asked = asked.trim();
        let kind = Kind::of_text(asked);
        let is_email = kind == Kind::Email;
        let ids = self.ids.iter().map(|id| match id.strip_prefix("mailto:") {
            Some(email) => (Kind::Email, Some(same(email, asked, is_email))),
            None => (Kind::Address, Some(id == asked)),
        });
        let identities = self.identities.iter().map(|one| (Kind::of_identity(&one.identity_type), one.is(asked, is_email)));
        let told = ids.chain(identities).filter_map(|(of, is)| is.filter(|is| *is || of == kind));
        told.reduce(|one, other| one || other)
    }
}

/// What can be compared with what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Email,
    Address,
    Number,
    Name,
}

impl Kind {
    fn of_text(text: &str) -> Kind {
        match text {
            _ if text.contains(':') => Kind::Address,
            _ if text.contains('@') => Kind::Email,
            _ => Kind::Number,
        }
    }

    fn of_identity(identity_type: &str) -> Kind {
        match identity_type {
            "emailAddress" => Kind::Email,
            "name" => Kind::Name,
            _ => Kind::Number,
        }
    }
}

impl IdentityObject {
    /// `None` if the hash is of a kind that is not known here.
    fn is(&self, asked: &str, is_email: bool) -> Option<bool> {
        if !self.hashed {
            return Some(same(&self.identity_hash, asked, is_email));
        }
        let stated = self.identity_hash.strip_prefix("sha256$")?.to_lowercase();
        let salt = self.salt.as_deref().unwrap_or_default();
        // Some issuers hash an address as it was typed.
        let hash = |value: &str| crate::digest::hex(&crate::digest::sha256(format!("{value}{salt}").as_bytes()));
        Some([asked.to_owned(), asked.to_lowercase()].iter().any(|value| hash(value) == stated))
    }
}

fn same(stated: &str, asked: &str, is_email: bool) -> bool {
    if is_email { stated.to_lowercase() == asked.to_lowercase() } else { stated == asked }
}

fn identity(written: &Value) -> Option<IdentityObject> {
    let text = |field: &str| written.get(field).and_then(Value::as_str).map(str::to_owned);
    Some(IdentityObject {
        identity_type: text("identityType").unwrap_or_default(),
        identity_hash: text("identityHash")?,
        hashed: written.get("hashed").is_some_and(|hashed| hashed.as_bool().unwrap_or(hashed == "true")),
        salt: text("salt"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(subject: Value) -> Recipient {
        Recipient::of(json!({ "credentialSubject": subject }).as_object().unwrap())
    }

    #[test]
    fn a_hashed_address_is_recognised_by_whoever_knows_it() {
        let hashed = IdentityObject::hashed("emailAddress", "Ada@a.example", "salt").json();
        let recipient = of(json!({ "identifier": [hashed] }));
        assert_eq!(recipient.is(" ada@A.example "), Some(true));
        assert_eq!(recipient.is("bob@a.example"), Some(false));
        assert_eq!(recipient.is("did:example:ada"), None, "it says nothing about DIDs");
    }

    #[test]
    fn an_address_that_was_hashed_as_typed_is_recognised_too() {
        let hash = format!("sha256${}", crate::digest::hex(&crate::digest::sha256(b"Ada@a.example")));
        let written = json!({ "identityType": "emailAddress", "hashed": true, "identityHash": hash });
        assert_eq!(of(json!({ "identifier": written })).is("Ada@a.example"), Some(true));
    }

    #[test]
    fn ids_numbers_and_addresses_in_the_clear_are_compared_as_they_stand() {
        let recipient = of(json!([
            { "id": "did:example:ada" },
            { "id": "mailto:ada@a.example", "identifier": { "identityType": "sourcedId", "hashed": false, "identityHash": "4711" } },
        ]));
        for asked in ["did:example:ada", "ADA@a.example", "4711"] {
            assert_eq!(recipient.is(asked), Some(true), "{asked}");
        }
        for other in ["did:example:Ada", "a@a.example", "4712"] {
            assert_eq!(recipient.is(other), Some(false), "{other}");
        }
    }

    #[test]
    fn another_name_does_not_make_it_somebody_elses() {
        let recipient = of(json!({ "identifier": IdentityObject::plain("name", "Ada").json() }));
        assert_eq!((recipient.is("Ada"), recipient.is("4711"), recipient.is("did:example:ada")), (Some(true), None, None));
    }

    #[test]
    fn what_cannot_be_compared_is_not_called_somebody_else() {
        let md5 = json!({ "identityType": "emailAddress", "hashed": true, "identityHash": "md5$00" });
        for subject in [json!({}), json!("ada"), json!({ "identifier": [md5] }), json!({ "identifier": [7, null] })] {
            assert_eq!(of(subject.clone()).is("ada@a.example"), None, "{subject}");
        }
    }
}
