//! Learning that is listed: by those who give it, or in catalogues from elsewhere.

mod catalogues;
mod market;
mod search;

pub use catalogues::{Catalogue, Preview, Taken, catalogue_named, catalogues, keep_preview, take, take_preview};
pub use market::{of_market, revision};
pub use search::{Facet, Filter, Found, Order, count_listed, facets, listed_after, listed_ids, search};

use crate::sql::{Row, Value};
use crate::{Result, Tx, args, doc, name_of};
use domain::offering::{Offering, Provider, Teaches};
use domain::text::fold;
use domain::{CriterionId, ElementId, OfferingId, OrganisationId};

/// The columns of an offering in the order of [`columns`], and what is written when it is saved again.
macro_rules! insert {
    ($values:expr) => {
        concat!(
            "INSERT INTO offering (id, place_in_index, catalogue, source_id, provider, provider_name, title_en, title_fr, participation, language, ",
            "currency, price, price_band, days, length_band, doc, stated_at, retired_at) VALUES ",
            $values,
            " ON CONFLICT (id) DO UPDATE SET provider = EXCLUDED.provider, provider_name = EXCLUDED.provider_name, title_en = EXCLUDED.title_en, ",
            "title_fr = EXCLUDED.title_fr, participation = EXCLUDED.participation, language = EXCLUDED.language, currency = EXCLUDED.currency, ",
            "price = EXCLUDED.price, price_band = EXCLUDED.price_band, days = EXCLUDED.days, length_band = EXCLUDED.length_band, ",
            "doc = EXCLUDED.doc, stated_at = EXCLUDED.stated_at, retired_at = EXCLUDED.retired_at"
        )
    };
}

const INSERT: &str = insert!("($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)");

/// What is not known, as a column says it.
pub const UNKNOWN: &str = "unknown";

/// What stands in the columns of an offering. Its links are in tables of their own.
fn columns(o: &Offering, place: i64, provider_name: &str) -> Vec<Value> {
    let provider = match &o.provider {
        Provider::Here(id) => Some(id.to_string()),
        _ => None,
    };
    let price = o.price.as_ref().and_then(|p| p.known.as_ref());
    let known = |text: Option<&str>| text.unwrap_or(UNKNOWN).to_owned();
    let participation = o.participation.map_or(UNKNOWN.to_owned(), |p| name_of(&p));
    let days = o.days.as_ref().and_then(|d| d.known).map(|d| d.most);
    let mut values = args![o.id.to_string(), place, o.source.catalogue.map(|c| c.to_string()), source_id(o), provider, provider_name];
    values.extend(args![fold(&o.title.en), fold(&o.title.fr), participation, known(o.language.as_deref())]);
    values.extend(args![price.and_then(|p| p.currency.as_deref()).unwrap_or_default(), o.cost(), name_of(&o.price_band())]);
    values.extend(args![days, name_of(&o.length_band()), body(o), o.source.on, o.retired]);
    values
}

/// What was listed here has no other id than its own.
fn source_id(o: &Offering) -> String {
    if o.source.catalogue.is_some() { o.source.id.clone() } else { o.id.to_string() }
}

/// All that an offering says itself; its links, its day and whether it is retired stand beside it.
fn body(o: &Offering) -> String {
    let mut plain = Offering { criteria: Vec::new(), teaches: Vec::new(), retired: None, ..o.clone() };
    plain.source.on = domain::Ts(0);
    doc(&plain)
}

/// Everything people may search for, folded.
fn words(o: &Offering, provider_name: &str) -> String {
    let mut all = vec![provider_name, &o.title.en, &o.summary.en];
    if o.title.fr != o.title.en {
        all.extend([o.title.fr.as_str(), &o.summary.fr]);
    }
    all.extend([&o.place, &o.level, &o.award].into_iter().flatten().map(String::as_str));
    all.extend(o.skills.iter().chain(&o.marks).map(String::as_str));
    fold(&all.join(" "))
}

/// The next place in the index of words; nobody else takes one until this transaction ends.
async fn next_place(tx: &mut Tx) -> Result<i64> {
    tx.lock("offering").await?;
    let row = tx.opt("SELECT COALESCE(MAX(place_in_index), 0) AS n FROM offering", vec![]).await?;
    Ok(row.map(|r| r.int("n")).transpose()?.unwrap_or(0) + 1)
}

async fn provider_name(tx: &mut Tx, o: &Offering) -> Result<String> {
    Ok(match &o.provider {
        Provider::Here(id) => crate::people::organisation(tx, *id).await?.map(|p| p.name.en).unwrap_or_default(),
        Provider::Named(name) => name.clone(),
        Provider::Unknown => String::new(),
    })
}

/// Lists an offering.
pub async fn add(tx: &mut Tx, o: &Offering) -> Result<()> {
    let (place, name) = (next_place(tx).await?, provider_name(tx, o).await?);
    tx.exec(INSERT, columns(o, place, &name)).await?;
    tx.index_words(place, &words(o, &name)).await?;
    market::changed(tx).await?;
    link(tx, o.id, &o.criteria, &o.teaches).await
}

/// Saves what is different in a listed offering. Its id, its source and its place stay.
pub async fn change(tx: &mut Tx, o: &Offering) -> Result<()> {
    let sql = "SELECT place_in_index FROM offering WHERE id = $1";
    let found = tx.opt(sql, args![o.id.to_string()]).await?.ok_or(crate::StoreError::Stale)?;
    let (place, name) = (found.int("place_in_index")?, provider_name(tx, o).await?);
    tx.exec(INSERT, columns(o, place, &name)).await?;
    tx.index_words(place, &words(o, &name)).await?;
    tag(tx, o.id, &o.criteria, &o.teaches).await
}

async fn link(tx: &mut Tx, offering: OfferingId, criteria: &[CriterionId], teaches: &[Teaches]) -> Result<()> {
    for criterion in criteria {
        let sql = "INSERT INTO offering_criterion (offering, criterion) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        tx.exec(sql, args![offering.to_string(), criterion.to_string()]).await?;
    }
    for t in teaches {
        let sql = "INSERT INTO offering_statement (offering, element, level) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        tx.exec(sql, args![offering.to_string(), t.element.to_string(), t.level.clone()]).await?;
    }
    Ok(())
}

/// Says anew what an offering is made for and what it teaches.
pub async fn tag(tx: &mut Tx, offering: OfferingId, criteria: &[CriterionId], teaches: &[Teaches]) -> Result<()> {
    tx.exec("DELETE FROM offering_criterion WHERE offering = $1", args![offering.to_string()]).await?;
    tx.exec("DELETE FROM offering_statement WHERE offering = $1", args![offering.to_string()]).await?;
    market::changed(tx).await?;
    link(tx, offering, criteria, teaches).await
}

/// What is read of an offering.
macro_rules! select_offering {
    ($rest:expr) => {
        concat!("SELECT o.id, o.doc, o.stated_at, o.retired_at FROM offering o ", $rest)
    };
}
use select_offering;

fn offering_of(row: &Row) -> Result<Offering> {
    let mut offering: Offering = row.json("doc")?;
    offering.source.on = row.ts("stated_at")?;
    offering.retired = row.opt_ts("retired_at")?;
    Ok(offering)
}

/// The offering of this id, with its links.
pub async fn get(tx: &mut Tx, id: OfferingId) -> Result<Option<Offering>> {
    let Some(row) = tx.opt(select_offering!("WHERE o.id = $1"), args![id.to_string()]).await? else { return Ok(None) };
    let mut offering = offering_of(&row)?;
    let criteria =
        tx.all("SELECT criterion FROM offering_criterion WHERE offering = $1 ORDER BY criterion LIMIT 1000", args![id.to_string()]).await?;
    offering.criteria = criteria.iter().map(|r| r.parse("criterion")).collect::<Result<_>>()?;
    let sql = "SELECT element, level FROM offering_statement WHERE offering = $1 ORDER BY element LIMIT 1000";
    let teaches = |r: &Row| Ok(Teaches { element: r.parse::<ElementId>("element")?, level: r.opt_text("level")? });
    offering.teaches = tx.all(sql, args![id.to_string()]).await?.iter().map(teaches).collect::<Result<_>>()?;
    Ok(Some(offering))
}

/// The listed offerings made for any of these criteria, each once with the criteria of these it is made for.
pub async fn for_criteria(tx: &mut Tx, criteria: &[CriterionId]) -> Result<Vec<Offering>> {
    let sql = "SELECT o.id, o.doc, o.stated_at, o.retired_at, c.criterion FROM offering_criterion c JOIN offering o ON o.id = c.offering \
               WHERE c.criterion = $1 AND o.retired_at IS NULL ORDER BY COALESCE(o.price, 9223372036854775807), o.id LIMIT 50";
    let mut found: Vec<Offering> = Vec::new();
    for criterion in criteria {
        for row in tx.all(sql, args![criterion.to_string()]).await? {
            add_link(&mut found, &row)?;
        }
    }
    Ok(found)
}

/// What a provider lists here.
pub async fn of_provider(tx: &mut Tx, provider: OrganisationId) -> Result<Vec<Offering>> {
    let sql = "SELECT o.id, o.doc, o.stated_at, o.retired_at, c.criterion FROM offering o LEFT JOIN offering_criterion c ON c.offering = o.id \
               WHERE o.provider = $1 ORDER BY CASE WHEN o.retired_at IS NULL THEN 0 ELSE 1 END, o.title_en, o.id LIMIT 1000";
    let mut found: Vec<Offering> = Vec::new();
    for row in tx.all(sql, args![provider.to_string()]).await? {
        add_link(&mut found, &row)?;
    }
    Ok(found)
}

fn add_link(found: &mut Vec<Offering>, row: &Row) -> Result<()> {
    let id: OfferingId = row.parse("id")?;
    let at = match found.iter().position(|o| o.id == id) {
        Some(at) => at,
        None => {
            found.push(offering_of(row)?);
            found.len() - 1
        }
    };
    if let Some(criterion) = row.opt_text("criterion")? {
        found[at].criteria.push(criterion.parse().map_err(|_| crate::StoreError::impossible("criterion"))?);
    }
    Ok(())
}
