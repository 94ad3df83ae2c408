//! Takes in somebody's catalogue of learning: what is new, what changed, and what is listed no more.

use super::{Failure, Outcome, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::App;
use crate::caller::Member;
use crate::mail;
use domain::event::{Event, Happened};
use domain::offering::{Offering, Participation, Price, Provider, Range, Source, Stated};
use domain::people::Role;
use domain::{CatalogueId, OrganisationId, Text};
use exchange::catalogue::{self, CatalogueImport, Listing, Mapping, Mode, Unreadable};
use std::collections::{BTreeMap, HashSet};
use store::Tx;
use store::offerings::{Catalogue, Preview, Taken};

/// Largest file that the browser may bring: it is kept between the preview and the yes.
pub const MOST_IN_BROWSER: usize = 8 * 1024 * 1024;

/// What was taken in.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Imported {
    /// The catalogue.
    pub catalogue: String,
    /// Its name.
    pub name: String,
    /// What became of its offerings.
    #[serde(flatten)]
    pub taken: Taken,
    /// Remarks on rows, most of which were not taken in.
    pub rejected: usize,
    /// How many rows of each field say words that are no number or nothing we know; they are kept as unknown.
    pub unknown: BTreeMap<&'static str, usize>,
    /// Rows that were mended because they had been encoded twice.
    pub mended: usize,
}

/// Reads the bytes of a catalogue on a thread that may take its time.
pub async fn read(bytes: Vec<u8>, mapping: Mapping) -> Outcome<Result<CatalogueImport, Unreadable>> {
    let read = tokio::task::spawn_blocking(move || catalogue::read(&bytes, &mapping)).await;
    read.map_err(|e| Failure::Broken(format!("reading a catalogue: {e}")))
}

/// Takes in a catalogue for an organisation that the member writes for.
pub async fn import_catalogue(who: &Member, owner: OrganisationId, file: &CatalogueImport) -> Outcome<Imported> {
    may_bring(who, owner)?;
    save(&who.app, Some((who, owner)), file).await
}

/// Takes it in from the command line, by whoever runs the instance.
pub async fn import_catalogue_as_operator(app: &App, file: &CatalogueImport) -> Outcome<Imported> {
    save(app, None, file).await
}

/// Keeps a file until its sender has seen what would come of it; an earlier one of theirs is gone.
pub async fn keep_for_preview(who: &Member, owner: OrganisationId, mapping: &str, bytes: Vec<u8>) -> Outcome<()> {
    may_bring(who, owner)?;
    if bytes.len() > MOST_IN_BROWSER {
        return Err(Failure::field("file", "wrong-file-too-large"));
    }
    let mut tx = who.app.begin().await?;
    let preview = Preview { person: who.id(), owner, mapping: mapping.to_owned(), bytes, at: who.now };
    store::offerings::keep_preview(&mut tx, &preview).await?;
    Ok(tx.commit().await?)
}

/// Takes in the file that was previewed; after a day, or if it was taken in already, it is gone.
pub async fn import_previewed(who: &Member) -> Outcome<Imported> {
    let mut tx = who.app.begin().await?;
    let kept = store::offerings::take_preview(&mut tx, who.id(), who.now.plus_days(-1)).await?;
    tx.commit().await?;
    let preview = kept.ok_or(Failure::Refused("refused-no-preview"))?;
    let mapping = Mapping::parse(&preview.mapping).map_err(|e| Failure::Broken(format!("a kept mapping: {e}")))?;
    let file = read(preview.bytes, mapping).await?.map_err(|e| Failure::Broken(format!("a kept catalogue: {e}")))?;
    import_catalogue(who, preview.owner, &file).await
}

fn may_bring(who: &Member, owner: OrganisationId) -> Outcome<()> {
    who.may(Verb::Add, Thing::Offering, Relation::of(owner))?;
    if who.organisations(Role::Author).any(|o| o == owner) { Ok(()) } else { Err(Failure::Missing) }
}

async fn save(app: &App, who: Option<(&Member, OrganisationId)>, file: &CatalogueImport) -> Outcome<Imported> {
    if file.listings.is_empty() {
        return Err(Failure::field("file", "wrong-catalogue-empty"));
    }
    let owner = who.map(|(_, owner)| owner);
    let mut tx = app.begin().await?;
    let known = store::offerings::catalogue_named(&mut tx, &file.name).await?;
    if known.as_ref().is_some_and(|c| c.owner != owner) {
        return Err(Failure::field("mapping", "wrong-catalogue-owned"));
    }
    let id = known.map_or_else(|| app.id(), |c| c.id);
    let catalogue = Catalogue { id, name: file.name.clone(), owner, taken: app.now() };
    let offerings = file.listings.iter().map(|l| offering(app, id, l)).collect();
    let kept: HashSet<String> = file.errors.iter().filter_map(|e| e.source_id.clone()).collect();
    let planned = planned(&mut tx, id).await?;
    let taken = store::offerings::take(&mut tx, &catalogue, offerings, &kept).await?;
    for before in planned {
        if let Some(after) = store::offerings::get(&mut tx, before.id).await? {
            mail::plan_changed::send(&mut tx, app, &before, &after).await?;
        }
    }
    let (added, changed, retired, rejected) = (taken.added, taken.changed, taken.retired, file.errors.len());
    let event = Event::CatalogueImported { catalogue: id, added, changed, retired, rejected };
    match who {
        Some((who, _)) => record(&mut tx, who, id, event).await?,
        None => {
            let happened = Happened { chain: id.to_string(), actor: None, at: app.now(), event };
            store::events::record(&mut tx, app.id(), &happened).await?;
        }
    }
    tx.commit().await?;
    let mut unknown = BTreeMap::new();
    for unread in &file.unread {
        *unknown.entry(unread.field).or_default() += 1;
    }
    Ok(Imported { catalogue: id.to_string(), name: file.name.clone(), taken, rejected, unknown, mended: file.mended })
}

/// Offerings that people planned; beyond these nobody is told by letter, only on the plan's page.
const MOST_PLANNED: i64 = 5_000;

/// The offerings of a catalogue that somebody planned, as they are before it is taken in again.
async fn planned(tx: &mut Tx, catalogue: CatalogueId) -> Outcome<Vec<Offering>> {
    let mut all = Vec::new();
    for id in store::plans::planned_in(tx, catalogue, MOST_PLANNED).await? {
        all.extend(store::offerings::get(tx, id).await?);
    }
    Ok(all)
}

/// A listing as an offering: the same words, in both languages where the source has one.
pub fn offering(app: &App, catalogue: CatalogueId, l: &Listing) -> Offering {
    let range = |r: catalogue::Range| Range { least: r.least, most: r.most };
    let span = |s: &catalogue::Stated<catalogue::Range>| Stated { said: s.said.clone(), known: s.read.map(range) };
    let price = |s: &catalogue::Stated<catalogue::Price>| Stated {
        said: s.said.clone(),
        known: s.read.as_ref().map(|p| Price { range: Range { least: p.least, most: p.most }, currency: p.currency.clone() }),
    };
    let empty = Offering::listed(app.id(), OrganisationId(0), Text::of(&l.title, &l.title), Text::of(&l.summary, &l.summary), app.now());
    Offering {
        provider: l.provider.clone().map_or(Provider::Unknown, Provider::Named),
        written_in: Some(l.language.clone().unwrap_or_default()),
        price: l.price.as_ref().map(price),
        aid: l.aid,
        days: l.duration.as_ref().map(span),
        work: l.work.as_ref().map(span),
        weekly: l.weekly.as_ref().map(span),
        starts: l.starts.clone(),
        participation: l.mode.map(participation),
        place: l.place.clone(),
        language: l.language.clone(),
        url: l.url.clone(),
        skills: l.skills.clone(),
        level: l.level.clone(),
        award: l.award.clone(),
        marks: l.marks.clone(),
        prerequisites: l.prerequisites.clone(),
        source: Source { catalogue: Some(catalogue), id: l.source_id.clone(), on: app.now() },
        ..empty
    }
}

fn participation(mode: Mode) -> Participation {
    match mode {
        Mode::Online => Participation::Online,
        Mode::Onsite => Participation::Onsite,
        Mode::Blended => Participation::Blended,
        Mode::Work => Participation::Work,
    }
}
