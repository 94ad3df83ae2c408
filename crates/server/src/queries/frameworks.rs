//! Frameworks that were taken in: their elements, what links them, and what could not be taken in.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::web::extract::PAGE;
use domain::FrameworkId;
use store::frameworks::{Element, Framework, Rejected};

/// A framework with what is in it.
#[derive(Debug)]
pub struct Counted {
    /// The framework.
    pub framework: Framework,
    /// Elements of each kind.
    pub kinds: Vec<(String, i64)>,
    /// Links between them.
    pub links: i64,
    /// Rows with a remark at the import.
    pub rejected: i64,
}

impl Counted {
    /// Elements of every kind.
    pub fn elements(&self) -> i64 {
        self.kinds.iter().map(|(_, n)| n).sum()
    }
}

/// What somebody looks for in a framework.
#[derive(Clone, Debug, Default)]
pub struct Looking {
    /// Words in its id, title or text.
    pub words: String,
    /// A kind, or nothing for all.
    pub kind: String,
    /// The page, from 1.
    pub page: i64,
}

/// A page of elements.
#[derive(Debug)]
pub struct Found {
    /// The elements.
    pub elements: Vec<Element>,
    /// How many there are on all pages.
    pub all: i64,
}

/// Every framework, with what is in it.
pub async fn all(who: &Visitor) -> Outcome<Vec<Counted>> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let mut found = Vec::new();
    for framework in store::frameworks::all(&mut tx).await? {
        found.push(counted(&mut tx, framework).await?);
    }
    Ok(found)
}

async fn counted(tx: &mut store::Tx, framework: Framework) -> Outcome<Counted> {
    let kinds = store::frameworks::counts(tx, framework.id).await?;
    let links = store::frameworks::link_count(tx, framework.id).await?;
    let (_, rejected) = store::frameworks::rejected(tx, framework.id, 0, 1).await?;
    Ok(Counted { framework, kinds, links, rejected })
}

/// One framework and the elements that somebody looks for in it.
pub async fn framework(who: &Visitor, id: FrameworkId, looking: &Looking) -> Outcome<(Counted, Found)> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let framework = store::frameworks::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let counted = counted(&mut tx, framework).await?;
    Ok((counted, found(&mut tx, id, looking).await?))
}

/// A page of the elements that somebody looks for.
pub async fn found(tx: &mut store::Tx, id: FrameworkId, looking: &Looking) -> Outcome<Found> {
    let words = looking.words.to_lowercase();
    let elements = store::frameworks::elements(tx, id, &looking.kind, &words, (looking.page - 1) * PAGE, PAGE).await?;
    let all = store::frameworks::count_elements(tx, id, &looking.kind, &words).await?;
    Ok(Found { elements, all })
}

/// An element and its neighbours.
#[derive(Debug)]
pub struct Neighbours {
    /// The framework it is in.
    pub framework: Framework,
    /// The element.
    pub element: Element,
    /// What it is linked to.
    pub to: Vec<Element>,
    /// What is linked to it.
    pub from: Vec<Element>,
}

/// An element with what it is linked to, both ways.
pub async fn element(who: &Visitor, id: FrameworkId, source_id: &str) -> Outcome<Neighbours> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let framework = store::frameworks::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let element = store::frameworks::element(&mut tx, id, source_id).await?.ok_or(Failure::Missing)?;
    let to = store::frameworks::linked(&mut tx, id, source_id).await?;
    let from = store::frameworks::linking(&mut tx, id, source_id).await?;
    Ok(Neighbours { framework, element, to, from })
}

/// What could not be taken in, or not as it stands.
#[derive(Debug)]
pub struct Report {
    /// The framework and what was taken in.
    pub counted: Counted,
    /// A page of rows with a remark.
    pub rows: Vec<Rejected>,
}

/// What an import came to.
pub async fn report(who: &Visitor, id: FrameworkId, page: i64) -> Outcome<Report> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let framework = store::frameworks::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let counted = counted(&mut tx, framework).await?;
    let (rows, _) = store::frameworks::rejected(&mut tx, id, (page - 1) * PAGE, PAGE).await?;
    Ok(Report { counted, rows })
}
