//! Evidence: describing it, saying what it shows, taking it back.

use super::{Failure, FieldError, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::queries::versions::version;
use domain::claim::Claim;
use domain::event::Event;
use domain::evidence::{
    Content, EvidenceClass, EvidenceItem, EvidenceKind, EvidenceLink, EvidenceState, Locator, Occasion, SupervisionIdentity,
    ThirdPartyBasis,
};
use domain::{ClaimId, CompetencyId, CriterionId, EvidenceId, Lang};
use store::Tx;

/// Longest text that can be written as evidence, in characters.
pub const LONGEST_TEXT: usize = 50_000;

/// Where the bytes or words are.
#[derive(Clone, Debug)]
pub enum Brought {
    /// Written here.
    Text(String),
    /// On the web.
    Link(String),
    /// Sent afterwards, by upload.
    Awaited {
        /// Video, audio, picture, document or other, as the learner says.
        kind: EvidenceKind,
        /// What the device calls it.
        file_name: String,
    },
}

/// What a learner says about a piece of evidence.
#[derive(Clone, Debug)]
pub struct NewEvidence {
    /// What it is called.
    pub title: String,
    /// What the assessor should notice.
    pub note: String,
    /// Direct, indirect or supplementary.
    pub class: EvidenceClass,
    /// When and where it was made.
    pub occasion: Occasion,
    /// Bytes or words.
    pub brought: Brought,
    /// What it shows.
    pub shows: Vec<(CompetencyId, CriterionId, Locator)>,
}

/// Adds a piece of evidence to a claim. Text and links are available at once; files once their bytes have arrived.
pub async fn add_evidence(who: &Member, claim: ClaimId, new: NewEvidence) -> Outcome<EvidenceId> {
    let mut tx = who.app.begin().await?;
    store::events::wait_for(&mut tx, &claim.to_string()).await?;
    let claim = store::claims::get(&mut tx, claim).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Add, Thing::Evidence, Relation::owned_by(claim.learner))?;
    if !claim.state.takes_evidence() {
        return Err(Failure::Refused("refused-claim-state"));
    }
    check(who, &new)?;
    let item = item(who, &claim, new.clone());
    store::evidence::add(&mut tx, &item).await?;
    record(&mut tx, who, claim.id, Event::EvidenceAdded { evidence: item.id }).await?;
    link(&mut tx, who, &claim, &item, &new.shows).await?;
    commit(tx, who).await?;
    Ok(item.id)
}

fn item(who: &Member, claim: &Claim, new: NewEvidence) -> EvidenceItem {
    let available = EvidenceState::Available { at: who.now };
    let (kind, content, state) = match new.brought {
        Brought::Text(words) => (EvidenceKind::Text, Content::Text(words.trim().to_owned()), available),
        Brought::Link(address) => (EvidenceKind::Link, Content::Link(address.trim().to_owned()), available),
        Brought::Awaited { kind, file_name } => (kind, Content::Awaited { file_name }, EvidenceState::Draft),
    };
    EvidenceItem {
        id: who.app.id(),
        claim: claim.id,
        learner: who.id(),
        kind,
        class: new.class,
        title: new.title.trim().to_owned(),
        note: new.note.trim().to_owned(),
        occasion: new.occasion,
        supervision: SupervisionIdentity::A0,
        content,
        added: who.now,
        state,
    }
}

fn check(who: &Member, new: &NewEvidence) -> Outcome<()> {
    let mut wrong = Vec::new();
    let mut refuse = |field: &str, key| wrong.push(FieldError { field: field.to_owned(), key });
    if new.title.trim().is_empty() || new.title.chars().count() > 200 {
        refuse("title", "wrong-evidence-title");
    }
    if new.note.chars().count() > 4000 {
        refuse("note", "wrong-too-long");
    }
    if crate::i18n::days_between(who.now, new.occasion.performed) > 0 {
        refuse("performed", "wrong-performed-future");
    }
    if new.occasion.setting.trim().is_empty() || new.occasion.setting.chars().count() > 200 {
        refuse("setting", "wrong-setting");
    }
    if new.occasion.people == ThirdPartyBasis::ProtectedPerson {
        refuse("people", "refused-protected-person");
    }
    match &new.brought {
        Brought::Text(words) if words.trim().is_empty() => refuse("text", "wrong-text-empty"),
        Brought::Text(words) if words.chars().count() > LONGEST_TEXT => refuse("text", "wrong-too-long"),
        Brought::Link(address) if !is_web_address(address) => refuse("link", "wrong-link"),
        Brought::Awaited { file_name, .. } if file_name.chars().count() > 255 => refuse("file", "wrong-too-long"),
        _ => {}
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Invalid(wrong)) }
}

fn is_web_address(address: &str) -> bool {
    address.len() <= 2000 && url::Url::parse(address.trim()).is_ok_and(|u| matches!(u.scheme(), "https" | "http") && u.host().is_some())
}

/// Says anew what a piece of evidence shows. What was sent stays frozen.
pub async fn link_evidence(who: &Member, id: EvidenceId, shows: Vec<(CompetencyId, CriterionId, Locator)>) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let item = store::evidence::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Evidence, Relation::owned_by(item.learner))?;
    if !linkable(&item.state) {
        return Err(Failure::Refused("refused-evidence-state"));
    }
    let claim = store::claims::get(&mut tx, item.claim).await?.ok_or(Failure::Missing)?;
    if !claim.state.takes_evidence() {
        return Err(Failure::Refused("refused-claim-state"));
    }
    link(&mut tx, who, &claim, &item, &shows).await?;
    commit(tx, who).await
}

/// Whether it can still be said to show something more: it is here or on its way.
pub fn linkable(state: &EvidenceState) -> bool {
    state.counts() || matches!(state, EvidenceState::Draft | EvidenceState::Processing { .. })
}

/// Whether what an item shows of a competency can't change any more: it was sent for it, or that competency is with
/// the assessors or held. `first` is the first item with the same content.
pub fn frozen(claim: &Claim, competency: CompetencyId, first: EvidenceId) -> bool {
    claim.part(competency).is_none_or(|p| !p.takes_evidence() || p.used.contains(&first))
}

/// Keeps links to criteria that are with the assessors or decided as they are; the others are set to `shows`.
async fn link(
    tx: &mut Tx,
    who: &Member,
    claim: &Claim,
    item: &EvidenceItem,
    shows: &[(CompetencyId, CriterionId, Locator)],
) -> Outcome<()> {
    let version = version(&who.app, tx, claim.version).await?;
    let first = store::evidence::first_alike(tx, item).await?;
    let frozen = |c: CompetencyId| frozen(claim, c, first);
    let old = store::evidence::links_of_item(tx, item.id).await?;
    let mut links: Vec<EvidenceLink> = old.into_iter().filter(|l| frozen(l.competency)).collect();
    for (competency, criterion, at) in shows {
        let known = version.body.competency(*competency).is_some_and(|c| c.criterion(*criterion).is_some());
        if !known {
            return Err(Failure::Missing);
        }
        if !frozen(*competency) && !links.iter().any(|l| l.criterion == *criterion) {
            links.push(EvidenceLink { evidence: item.id, competency: *competency, criterion: *criterion, at: *at });
        }
    }
    store::evidence::set_links(tx, item, &links).await?;
    if !links.is_empty() {
        record(tx, who, claim.id, Event::EvidenceLinked { evidence: item.id, criteria: links.len() }).await?;
    }
    Ok(())
}

/// Takes a piece of evidence back: gone if nothing rests on it, else hidden and kept (E5).
pub async fn withdraw_evidence(who: &Member, id: EvidenceId) -> Outcome<ClaimId> {
    let mut tx = who.app.begin().await?;
    let item = store::evidence::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Withdraw, Thing::Evidence, Relation::owned_by(item.learner))?;
    let item = item.withdraw(who.now)?;
    store::evidence::save(&mut tx, &item).await?;
    if item.state.name() == "withdrawn" {
        store::evidence::set_links(&mut tx, &item, &[]).await?;
        for language in Lang::ALL {
            store::evidence::set_captions(&mut tx, id, language, None).await?;
        }
    }
    record(&mut tx, who, item.claim, Event::EvidenceWithdrawn { evidence: id }).await?;
    commit(tx, who).await?;
    Ok(item.claim)
}
