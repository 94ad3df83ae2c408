//! The kinds of Data Integrity proof, and how each makes bytes of a document.

use serde_json::{Map, Value};

use super::Fault;
use crate::canon::canonicalize_with;
use crate::digest::Hash;
use crate::expand::expand;
use crate::jcs;
use crate::key::KeyType;

/// The kinds of Data Integrity proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Suite {
    /// Ed25519 over canonical statements: what Open Badges 3.0 asks for.
    #[default]
    EddsaRdfc2022,
    /// Ed25519 over canonical JSON.
    EddsaJcs2022,
    /// P-256 or P-384 over canonical statements.
    EcdsaRdfc2019,
    /// P-256 or P-384 over canonical JSON.
    EcdsaJcs2019,
    /// P-256 over each statement, so that a holder can pass on some of them: see [`crate::derive`].
    EcdsaSd2023,
    /// The older form of `eddsa-rdfc-2022`. It is checked, but no longer made.
    Ed25519Signature2020,
}

/// What a document is turned into before it is hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// RDF statements, canonically named and ordered.
    Statements,
    /// Its JSON, canonically written.
    Json,
}

const CRYPTOSUITES: [Suite; 5] = [Suite::EddsaRdfc2022, Suite::EddsaJcs2022, Suite::EcdsaRdfc2019, Suite::EcdsaJcs2019, Suite::EcdsaSd2023];

impl Suite {
    /// The suite for keys of that kind over canonical statements, if there is one.
    pub fn for_key(kind: KeyType) -> Option<Suite> {
        match kind {
            KeyType::Ed25519 => Some(Suite::EddsaRdfc2022),
            KeyType::P256 | KeyType::P384 => Some(Suite::EcdsaRdfc2019),
            KeyType::P521 | KeyType::Rsa => None,
        }
    }

    /// The name in a proof's `cryptosuite`, or in its `type` for the older form.
    pub fn name(self) -> &'static str {
        match self {
            Suite::EddsaRdfc2022 => "eddsa-rdfc-2022",
            Suite::EddsaJcs2022 => "eddsa-jcs-2022",
            Suite::EcdsaRdfc2019 => "ecdsa-rdfc-2019",
            Suite::EcdsaJcs2019 => "ecdsa-jcs-2019",
            Suite::EcdsaSd2023 => "ecdsa-sd-2023",
            Suite::Ed25519Signature2020 => "Ed25519Signature2020",
        }
    }

    /// The suite of a proof; `None` if it is of another kind.
    pub(crate) fn of(proof: &Map<String, Value>) -> Option<Suite> {
        let text = |field: &str| proof.get(field).and_then(Value::as_str);
        match (text("type"), proof.get("cryptosuite")) {
            (Some("Ed25519Signature2020"), None) => Some(Suite::Ed25519Signature2020),
            (Some("DataIntegrityProof"), Some(Value::String(name))) => CRYPTOSUITES.into_iter().find(|suite| suite.name() == name),
            _ => None,
        }
    }

    /// Whether keys of that kind make proofs of this kind.
    pub fn fits(self, kind: KeyType) -> bool {
        match self {
            Suite::EddsaRdfc2022 | Suite::EddsaJcs2022 | Suite::Ed25519Signature2020 => kind == KeyType::Ed25519,
            Suite::EcdsaRdfc2019 | Suite::EcdsaJcs2019 => matches!(kind, KeyType::P256 | KeyType::P384),
            Suite::EcdsaSd2023 => kind == KeyType::P256,
        }
    }

    pub(crate) fn form(self) -> Form {
        match self {
            Suite::EddsaJcs2022 | Suite::EcdsaJcs2019 => Form::Json,
            Suite::EddsaRdfc2022 | Suite::EcdsaRdfc2019 | Suite::EcdsaSd2023 | Suite::Ed25519Signature2020 => Form::Statements,
        }
    }
}

/// The hash function that goes with keys of that kind.
pub(crate) fn hash_for(kind: KeyType) -> Hash {
    if kind == KeyType::P384 { Hash::Sha384 } else { Hash::Sha256 }
}

/// The canonical bytes of an object without some of its fields. `contexts` is what it is read
/// with; JSON that has none is taken as it is.
pub(crate) fn canonical(
    object: &Map<String, Value>,
    contexts: Option<&Value>,
    without: &[&str],
    form: Form,
    hash: Hash,
) -> Result<String, Fault> {
    match form {
        Form::Statements => {
            let contexts = contexts.ok_or_else(|| Fault::Wrong("it names no vocabulary (@context)".to_owned()))?;
            let expanded = expand(object, contexts, without)?;
            Ok(canonicalize_with(&expanded.quads, expanded.blanks, hash.algorithm())?.nquads)
        }
        Form::Json => {
            let written = jcs::canonical_part(object, contexts, without);
            written.ok_or_else(|| Fault::Unable("it has a number that not every program reads alike".to_owned()))
        }
    }
}
