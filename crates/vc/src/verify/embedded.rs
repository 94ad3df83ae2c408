//! Signatures inside the document: Data Integrity proofs.

use serde_json::{Map, Value};

use super::{Finding, MOST_PROOFS, sentence};
use crate::issuer_key::{self, Owner, Resolve};
use crate::limits::Budget;
use crate::proof::{Expected, Fault, Form, Secured, Suite};
use crate::report::Outcome;
use crate::shape::list;

/// Checks every proof of a document. Also tells whose keys made them, as far as that is known.
pub(crate) fn check_proofs(
    document: &Map<String, Value>,
    expected: &Expected<'_>,
    resolve: Resolve<'_>,
    budget: &Budget,
) -> (Finding, Vec<Owner>) {
    let entries = list(document.get("proof"));
    let proofs: Vec<&Map<String, Value>> = entries.iter().filter_map(|p| p.as_object()).collect();
    if proofs.is_empty() || proofs.len() != entries.len() {
        return ((Outcome::Failed, "It carries no digital signature.".to_owned()), Vec::new());
    }
    if proofs.len() > MOST_PROOFS {
        return ((Outcome::NotChecked, "It carries more signatures than this verifier checks.".to_owned()), Vec::new());
    }
    let known: Vec<_> = proofs.iter().copied().filter(|proof| Suite::of(proof).is_some()).collect();
    let secured = Secured::new(document, budget);
    let mut faults = Vec::new();
    let mut owners = Vec::new();
    for proof in &known {
        match check_proof(&secured, proof, expected, resolve) {
            Ok(owner) => owners.push(owner),
            Err((fault, owner)) => {
                let is_wrong = matches!(fault, Fault::Wrong(_));
                faults.push(fault);
                owners.extend(owner);
                if is_wrong {
                    break;
                }
            }
        }
    }
    (proof_finding(&faults, known.len(), proofs.len()), owners)
}

/// Whether one of a document's proofs is over its JSON text.
pub(super) fn has_proof_over_text(document: &Map<String, Value>) -> bool {
    let suites = list(document.get("proof")).into_iter().filter_map(|proof| Suite::of(proof.as_object()?));
    suites.into_iter().any(|suite| suite.form() == Form::Json)
}

/// Checks one proof. Either way the owner of its key is told, as far as it is known.
fn check_proof<'d>(
    secured: &Secured<'d>,
    proof: &'d Map<String, Value>,
    expected: &Expected<'_>,
    resolve: Resolve<'_>,
) -> Result<Owner, (Fault, Option<Owner>)> {
    let method = match proof.get("verificationMethod") {
        Some(Value::String(method)) => method.as_str(),
        Some(Value::Object(method)) => method.get("id").and_then(Value::as_str).unwrap_or_default(),
        _ => "",
    };
    let found = issuer_key::find(method, expected.purpose, resolve).map_err(|why| (Fault::Wrong(why), None))?;
    let Some(public) = found.public else {
        let (Owner::Proven(why) | Owner::Disowned(why) | Owner::Unproven(why)) = &found.owner;
        return Err((Fault::Unable(why.clone()), Some(found.owner)));
    };
    match secured.check(proof, &public, expected) {
        Ok(()) => Ok(found.owner),
        Err(fault) => Err((fault, Some(found.owner))),
    }
}

fn proof_finding(faults: &[Fault], known: usize, all: usize) -> Finding {
    let wrong = faults.iter().find_map(|fault| match fault {
        Fault::Wrong(why) => Some(why),
        Fault::Unable(_) => None,
    });
    match (wrong, faults.first()) {
        (Some(why), _) => (Outcome::Failed, sentence(why)),
        (None, Some(Fault::Unable(why) | Fault::Wrong(why))) => (Outcome::NotChecked, sentence(why)),
        (None, None) if known == 0 => (Outcome::NotChecked, "It is signed in a way that this verifier does not know.".into()),
        (None, None) if known < all => {
            (Outcome::Passed, "The content is what was signed. Another signature is of a kind not checked here.".into())
        }
        (None, None) => (Outcome::Passed, "The content is exactly what was signed.".into()),
    }
}
