//! Whether a signature by one of our issuers' keys counts, should that key have been compromised (E16).

use super::own_link;
use crate::actions::Outcome;
use crate::app::App;
use crate::issuing::print_of;
use domain::event::Event;
use domain::key::KeyState;
use domain::{CredentialId, KeyId, Ts};
use serde_json::Value;
use store::Tx;

/// What is known of the key that signed a credential of ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignedBy {
    /// One in use or retired.
    #[default]
    Sound,
    /// One that was compromised later: our record shows that this signature is older.
    LostLater {
        /// From when the key can't be trusted.
        from: Ts,
        /// When this was signed.
        signed: Ts,
    },
    /// One that was compromised, and nothing shows that this signature is older.
    Lost {
        /// From when the key can't be trusted.
        from: Ts,
    },
}

/// Looks for the key among those of the issuer and, should it be compromised, for the signature in our record.
pub(super) async fn signed_by(app: &App, tx: &mut Tx, document: &Value, keys: &[(KeyId, String, KeyState)]) -> Outcome<SignedBy> {
    let proofs = document.get("proof").map_or(&[][..], |p| p.as_array().map_or(std::slice::from_ref(p), Vec::as_slice));
    for proof in proofs {
        // However it is written: as text, with its id inside, with or without a fragment.
        let named = proof["verificationMethod"].to_string();
        let lost = keys.iter().find_map(|(id, public, state)| match state {
            KeyState::Compromised(from) if named.contains(&id.to_string()) || named.contains(public) => Some((*id, *from)),
            _ => None,
        });
        let Some((key, from)) = lost else { continue };
        let signed = match (document["id"].as_str().and_then(|id| own_link(app, id)), print_of(proof)) {
            (Some(credential), Some(print)) => recorded(tx, credential, key, &print).await?,
            _ => None,
        };
        return Ok(match signed {
            Some(signed) if KeyState::Compromised(from).counts(Some(signed)) => SignedBy::LostLater { from, signed },
            _ => SignedBy::Lost { from },
        });
    }
    Ok(SignedBy::Sound)
}

/// When our record says that this signature was made with this key. A record that was tampered with says nothing.
async fn recorded(tx: &mut Tx, credential: CredentialId, key: KeyId, print: &str) -> Outcome<Option<Ts>> {
    let chain = credential.to_string();
    if store::events::check(tx, &chain).await?.is_some() {
        return Ok(None);
    }
    for entry in store::events::of(tx, &chain, 0, 500).await? {
        let found = matches!(entry.event()?, Event::CredentialSigned { key: by, signature, .. } if by == key && signature == print);
        if found {
            return Ok(Some(entry.at));
        }
    }
    Ok(None)
}
