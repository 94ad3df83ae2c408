//! Gap learning that is listed.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::gap::{Offering, Participation};
use domain::{CriterionId, OrganisationId, Text};

/// Lists an offering.
pub async fn add(tx: &mut Tx, o: &Offering) -> Result<()> {
    let sql = "INSERT INTO offering (id, provider, title_en, title_fr, summary_en, summary_fr, hours, cents, participation, url) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let mut values = args![o.id.to_string(), o.provider.to_string(), &o.title.en, &o.title.fr, &o.summary.en, &o.summary.fr];
    values.extend(args![i64::from(o.hours), o.cents, participation(o.participation), o.url.clone()]);
    tx.exec(sql, values).await?;
    for criterion in &o.criteria {
        let sql = "INSERT INTO offering_criterion (offering, criterion) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        tx.exec(sql, args![o.id.to_string(), criterion.to_string()]).await?;
    }
    Ok(())
}

fn participation(p: Participation) -> &'static str {
    match p {
        Participation::Online => "online",
        Participation::Onsite => "onsite",
        Participation::Blended => "blended",
        Participation::Work => "work",
    }
}

fn offering_of(row: &Row) -> Result<Offering> {
    let participation = match row.text("participation")?.as_str() {
        "online" => Participation::Online,
        "onsite" => Participation::Onsite,
        "blended" => Participation::Blended,
        "work" => Participation::Work,
        _ => return Err(StoreError::impossible("participation")),
    };
    Ok(Offering {
        id: row.parse("id")?,
        provider: row.parse("provider")?,
        title: Text::of(row.text("title_en")?, row.text("title_fr")?),
        summary: Text::of(row.text("summary_en")?, row.text("summary_fr")?),
        hours: row.int("hours")? as u16,
        cents: row.int("cents")?,
        participation,
        url: row.opt_text("url")?,
        criteria: vec![row.parse("criterion")?],
    })
}

/// The offerings made for any of these criteria, each once with the criteria of these it is made for.
pub async fn for_criteria(tx: &mut Tx, criteria: &[CriterionId]) -> Result<Vec<Offering>> {
    let sql = "SELECT o.id, o.provider, o.title_en, o.title_fr, o.summary_en, o.summary_fr, o.hours, o.cents, o.participation, o.url, c.criterion \
               FROM offering_criterion c JOIN offering o ON o.id = c.offering WHERE c.criterion = $1 ORDER BY o.cents, o.id LIMIT 50";
    let mut found: Vec<Offering> = Vec::new();
    for criterion in criteria {
        for offering in tx.all(sql, args![criterion.to_string()]).await?.iter().map(offering_of) {
            let offering = offering?;
            match found.iter_mut().find(|o| o.id == offering.id) {
                Some(known) => known.criteria.extend(offering.criteria),
                None => found.push(offering),
            }
        }
    }
    Ok(found)
}

/// What a provider lists, one line for each criterion.
pub async fn of_provider(tx: &mut Tx, provider: OrganisationId) -> Result<Vec<Offering>> {
    let sql = "SELECT o.id, o.provider, o.title_en, o.title_fr, o.summary_en, o.summary_fr, o.hours, o.cents, o.participation, o.url, c.criterion \
               FROM offering o JOIN offering_criterion c ON c.offering = o.id WHERE o.provider = $1 ORDER BY o.title_en, o.id LIMIT 1000";
    let mut found: Vec<Offering> = Vec::new();
    for offering in tx.all(sql, args![provider.to_string()]).await?.iter().map(offering_of) {
        let offering = offering?;
        match found.iter_mut().find(|o| o.id == offering.id) {
            Some(known) => known.criteria.extend(offering.criteria),
            None => found.push(offering),
        }
    }
    Ok(found)
}
