//! Somebody on the list of a batch follows the link that was made for them, and takes the credential as theirs.
//!
//! The link holds a secret that follows from the key of the instance, so that it can be written into letters and lists
//! without being kept. Once somebody holds the credential, the link leads nobody else to it.

use super::award_credential::replace_earlier;
use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::App;
use crate::caller::{Member, Visitor};
use crate::queries::held::{HeldLine, line};
use crate::urls;
use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::credential::Credential;
use domain::event::Event;
use domain::{CredentialId, Lang, PersonId};
use store::Tx;

/// Bytes of a link's secret.
const SECRET: usize = 18;

fn secret(app: &App, id: CredentialId) -> Vec<u8> {
    app.vault.draw(&format!("offer of {id}"), SECRET)
}

/// The path by which whoever has it takes the credential.
pub fn link_to(app: &App, lang: Lang, id: CredentialId) -> String {
    urls::offer(lang, id, &URL_SAFE_NO_PAD.encode(secret(app, id)))
}

/// What somebody with the link sees.
pub struct Offer {
    /// The credential.
    pub line: HeldLine,
    /// Who holds it, if somebody took it already.
    pub holder: Option<PersonId>,
}

/// The offer of this link; one with a wrong secret does not exist.
pub async fn offer(who: &Visitor, id: CredentialId, shown: &str) -> Outcome<Offer> {
    who.may(Verb::View, Thing::Offer, Relation::default())?;
    let mut tx = who.app.read().await?;
    let credential = find(&who.app, &mut tx, id, shown).await?;
    let holder = credential.holder;
    Ok(Offer { line: line(&who.app, &mut tx, credential).await?, holder })
}

async fn find(app: &App, tx: &mut Tx, id: CredentialId, shown: &str) -> Outcome<Credential> {
    let shown = URL_SAFE_NO_PAD.decode(shown).map_err(|_| Failure::Missing)?;
    verify_slices_are_equal(&shown, &secret(app, id)).map_err(|_| Failure::Missing)?;
    store::awards::credential(tx, id).await?.ok_or(Failure::Missing)
}

/// Takes it and accepts it in one: from now on it is public under its link, like any other that was accepted.
pub async fn claim_offer(who: &Member, id: CredentialId, shown: &str) -> Outcome<()> {
    who.may(Verb::Accept, Thing::Offer, Relation::default())?;
    let mut tx = who.app.begin().await?;
    let credential = find(&who.app, &mut tx, id, shown).await?.claim(who.id())?.accept(who.now)?;
    store::awards::save_credential(&mut tx, &credential).await?;
    record(&mut tx, who, id, Event::CredentialClaimed { credential: id }).await?;
    record(&mut tx, who, id, Event::CredentialAccepted { credential: id }).await?;
    replace_earlier(&mut tx, who, &credential).await?;
    commit(tx, who).await
}
