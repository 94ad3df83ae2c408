//! One search over listed offerings, its facets, and everything there is for export.

use super::{offering_of, select_offering};
use crate::sql::Value;
use crate::sql::full_text::Worded;
use crate::{Result, StoreError, Tx, args, worded};
use domain::offering::Offering;
use domain::text::fold;
use domain::{Lang, OfferingId, Ts};

/// What people narrow the list by; empty means no narrowing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed. Each of its words must occur at the beginning of a word, with or without accents.
    pub words: String,
    /// Names of providers, any of which will do.
    pub providers: Vec<String>,
    /// Ways to take part.
    pub participations: Vec<String>,
    /// Language tags.
    pub languages: Vec<String>,
    /// Price bands.
    pub prices: Vec<String>,
    /// Length bands.
    pub lengths: Vec<String>,
    /// Ids of catalogues.
    pub catalogues: Vec<String>,
}

/// In which order. None of them can be bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those whose title has the words first, then by title.
    #[default]
    Best,
    /// By the most that it may cost, currency by currency; the unknown last.
    Price,
    /// By how long it may last; the unknown last.
    Length,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Found {
    /// A page of it.
    pub offerings: Vec<Offering>,
    /// How many there are in all.
    pub total: i64,
}

/// Values as one text with a line for each, to look one up in; empty if there are none.
fn listed(values: &[String]) -> String {
    if values.is_empty() { String::new() } else { format!("\n{}\n", values.join("\n")) }
}

impl Filter {
    /// `$2` to `$7` of every search; the facet of this place is left open.
    fn values(&self, open: Option<usize>) -> Vec<Value> {
        let lists = [&self.providers, &self.participations, &self.languages, &self.prices, &self.lengths, &self.catalogues];
        lists.iter().enumerate().map(|(at, list)| Value::from(if open == Some(at) { String::new() } else { listed(list) })).collect()
    }
}

/// A statement about the offerings that a filter leaves.
macro_rules! filtered {
    ($before:expr, $after:expr) => {
        worded!(
            concat!($before, " WHERE o.retired_at IS NULL AND "),
            concat!(
                " AND ($2 = '' OR REPLACE($2, '\n' || o.provider_name || '\n', '') <> $2)",
                " AND ($3 = '' OR REPLACE($3, '\n' || o.participation || '\n', '') <> $3)",
                " AND ($4 = '' OR REPLACE($4, '\n' || o.language || '\n', '') <> $4)",
                " AND ($5 = '' OR REPLACE($5, '\n' || o.price_band || '\n', '') <> $5)",
                " AND ($6 = '' OR REPLACE($6, '\n' || o.length_band || '\n', '') <> $6)",
                " AND ($7 = '' OR REPLACE($7, '\n' || COALESCE(o.catalogue, '') || '\n', '') <> $7) ",
                $after
            )
        )
    };
}

const COUNT: Worded = filtered!("SELECT COUNT(*) AS n FROM offering o", "");
const BEST_EN: Worded = filtered!(
    select_offering!(""),
    "ORDER BY CASE WHEN $10 <> '' AND o.title_en LIKE '%' || $10 || '%' THEN 0 ELSE 1 END, o.title_en, o.id LIMIT $9 OFFSET $8"
);
const BEST_FR: Worded = filtered!(
    select_offering!(""),
    "ORDER BY CASE WHEN $10 <> '' AND o.title_fr LIKE '%' || $10 || '%' THEN 0 ELSE 1 END, o.title_fr, o.id LIMIT $9 OFFSET $8"
);
const BY_PRICE: Worded = filtered!(
    select_offering!(""),
    "ORDER BY CASE WHEN o.price IS NULL THEN 2 WHEN o.price = 0 THEN 0 ELSE 1 END, o.currency, o.price, o.title_en, o.id LIMIT $9 OFFSET $8"
);
const BY_LENGTH: Worded =
    filtered!(select_offering!(""), "ORDER BY CASE WHEN o.days IS NULL THEN 1 ELSE 0 END, o.days, o.title_en, o.id LIMIT $9 OFFSET $8");

/// A page of the listed offerings that a filter leaves.
pub async fn search(tx: &mut Tx, f: &Filter, order: Order, lang: Lang, offset: i64, most: i64) -> Result<Found> {
    let folded = fold(&f.words);
    let count = tx.all_with_words(&COUNT, &folded, f.values(None)).await?;
    let total = count.first().ok_or(StoreError::impossible("count"))?.int("n")?;
    let mut values = f.values(None);
    values.extend(args![offset, most]);
    let sql = match (order, lang) {
        (Order::Best, Lang::En) => &BEST_EN,
        (Order::Best, Lang::Fr) => &BEST_FR,
        (Order::Price, _) => &BY_PRICE,
        (Order::Length, _) => &BY_LENGTH,
    };
    if order == Order::Best {
        values.push(Value::from(&folded));
    }
    let rows = tx.all_with_words(sql, &folded, values).await?;
    Ok(Found { offerings: rows.iter().map(offering_of).collect::<Result<_>>()?, total })
}

/// How often each value of a facet occurs among what everything else chosen leaves, the most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Facet {
    /// Value and count.
    pub values: Vec<(String, i64)>,
}

/// A facet's statement: by one column.
macro_rules! counted {
    ($column:literal) => {
        filtered!(
            concat!("SELECT ", $column, " AS value, COUNT(*) AS n FROM offering o"),
            concat!(" AND ", $column, " <> '' GROUP BY ", $column, " ORDER BY n DESC, value LIMIT 30")
        )
    };
}

const FACETS: [Worded; 6] = [
    counted!("o.provider_name"),
    counted!("o.participation"),
    counted!("o.language"),
    counted!("o.price_band"),
    counted!("o.length_band"),
    counted!("COALESCE(o.catalogue, '')"),
];

/// Providers, ways to take part, languages, prices, lengths, catalogues: the values to narrow a search by.
pub async fn facets(tx: &mut Tx, f: &Filter) -> Result<[Facet; 6]> {
    let folded = fold(&f.words);
    let mut all: [Facet; 6] = Default::default();
    for (at, sql) in FACETS.iter().enumerate() {
        let rows = tx.all_with_words(sql, &folded, f.values(Some(at))).await?;
        all[at].values = rows.iter().map(|r| Ok((r.text("value")?, r.int("n")?))).collect::<Result<_>>()?;
    }
    Ok(all)
}

/// How many offerings are listed.
pub async fn count_listed(tx: &mut Tx) -> Result<i64> {
    let row = tx.opt("SELECT COUNT(*) AS n FROM offering WHERE retired_at IS NULL", vec![]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// Listed offerings in the order of their ids, after one of them: everything, a piece at a time.
pub async fn listed_after(tx: &mut Tx, after: Option<OfferingId>, most: i64) -> Result<Vec<Offering>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let sql = select_offering!("WHERE o.retired_at IS NULL AND o.id > $1 ORDER BY o.id LIMIT $2");
    tx.all(sql, args![after, most]).await?.iter().map(offering_of).collect::<Result<_>>()
}

/// Ids and days of listed offerings, in the order of their ids.
pub async fn listed_ids(tx: &mut Tx, offset: i64, most: i64) -> Result<Vec<(OfferingId, Ts)>> {
    let sql = "SELECT id, stated_at FROM offering WHERE retired_at IS NULL ORDER BY id LIMIT $2 OFFSET $1";
    tx.all(sql, args![offset, most]).await?.iter().map(|r| Ok((r.parse("id")?, r.ts("stated_at")?))).collect()
}
