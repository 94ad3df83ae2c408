//! A learner's evidence: one item, the list of a claim, and what a new item can be said to show.

use crate::access::{Relation, Thing, Verb};
use crate::actions::add_evidence::frozen;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::claim::{Names, own};
use crate::queries::versions::version;
use crate::web::extract::PAGE;
use domain::claim::Claim;
use domain::evidence::{EvidenceItem, EvidenceLink};
use domain::profile::{Competency, ProfileVersion};
use domain::{ClaimId, CompetencyId, EvidenceId, Lang};
use std::sync::Arc;

/// What the form for a new item needs to know.
pub struct NewPage {
    /// The claim it is added to.
    pub claim: Claim,
    /// The version the claim is pinned to.
    pub version: Arc<ProfileVersion>,
    /// Whether the notice of collection was acknowledged before, with an earlier item.
    pub notice_known: bool,
    /// What organisations are called.
    pub names: Names,
}

impl NewPage {
    /// The competencies that evidence can be brought for now; the one that was asked for first.
    pub fn open(&self, first: Option<CompetencyId>) -> Vec<&Competency> {
        let open = |c: &&Competency| self.claim.part(c.id).is_some_and(|p| p.takes_evidence());
        let mut open: Vec<_> = self.version.body.competencies.iter().filter(open).collect();
        open.sort_by_key(|c| Some(c.id) != first);
        open
    }
}

/// The version that a member's own claim is pinned to.
pub async fn version_of_claim(who: &Member, id: ClaimId) -> Outcome<Arc<ProfileVersion>> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    version(&who.app, &mut tx, claim.version).await
}

/// What the form for a new item needs to know. Refused where the claim takes no evidence any more.
pub async fn new_page(who: &Member, id: ClaimId) -> Outcome<NewPage> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    if !claim.state.takes_evidence() {
        return Err(Failure::Refused("refused-claim-state"));
    }
    let version = version(&who.app, &mut tx, claim.version).await?;
    let notice_known = store::evidence::any(&mut tx, id).await?;
    let bodies = version.body.assessed_by.iter().copied().chain([version.body.issuer]);
    let names = Names::of(&mut tx, bodies).await?;
    Ok(NewPage { claim, version, notice_known, names })
}

/// One item.
pub struct ItemPage {
    /// The item.
    pub item: EvidenceItem,
    /// The claim it was brought to.
    pub claim: Claim,
    /// The version the claim is pinned to.
    pub version: Arc<ProfileVersion>,
    /// What it is said to show.
    pub links: Vec<EvidenceLink>,
    /// The item that has the same content and was there first; itself, if none.
    pub first: EvidenceId,
    /// The languages that it has captions in.
    pub captioned: Vec<Lang>,
}

impl ItemPage {
    /// Whether what it shows of a competency can't change any more.
    pub fn frozen(&self, competency: CompetencyId) -> bool {
        frozen(&self.claim, competency, self.first)
    }

    /// Whether something of what it shows can still change.
    pub fn editable(&self) -> bool {
        self.claim.state.takes_evidence()
            && crate::actions::add_evidence::linkable(&self.item.state)
            && self.version.body.competencies.iter().any(|c| !self.frozen(c.id))
    }

    /// What it is said to show of one competency.
    pub fn shows(&self, competency: CompetencyId) -> impl Iterator<Item = &EvidenceLink> {
        self.links.iter().filter(move |l| l.competency == competency)
    }
}

/// One item, if it is the member's own.
pub async fn item_page(who: &Member, id: EvidenceId) -> Outcome<ItemPage> {
    let mut tx = who.app.read().await?;
    let item = store::evidence::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Evidence, Relation::owned_by(item.learner))?;
    let claim = own(&mut tx, who, item.claim).await?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let links = store::evidence::links_of_item(&mut tx, id).await?;
    let first = store::evidence::first_alike(&mut tx, &item).await?;
    let captioned = store::evidence::captioned(&mut tx, id).await?;
    Ok(ItemPage { item, claim, version, links, first, captioned })
}

/// A page of the items of a claim.
pub struct ListPage {
    /// The claim.
    pub claim: Claim,
    /// The version it is pinned to.
    pub version: Arc<ProfileVersion>,
    /// Latest first.
    pub items: Vec<EvidenceItem>,
    /// How many there are in all.
    pub all: i64,
}

/// A page of the items of a claim, latest first.
pub async fn list_page(who: &Member, id: ClaimId, page: i64) -> Outcome<ListPage> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let (items, all) = store::evidence::page_of_claim(&mut tx, id, (page - 1) * PAGE, PAGE).await?;
    Ok(ListPage { claim, version, items, all })
}
