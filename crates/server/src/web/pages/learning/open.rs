//! Everything that is listed, to take along: as CSV, as JSON, and as a map for search engines.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::api::OfferingView;
use crate::app::App;
use crate::caller::Visitor;
use crate::i18n::date_machine;
use crate::queries::learning::Names;
use crate::urls;
use crate::web::answer::{OrRefuse as _, Page};
use crate::web::extract::At;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use domain::offering::{Offering, Range, Stated};
use domain::{Lang, OfferingId, Ts};
use futures::{StreamExt as _, stream};
use std::fmt::Write as _;
use std::sync::Arc;

/// How many offerings are read at a time.
const PIECE: i64 = 500;

/// What the pieces of a file are made from, and how far it is.
struct Export {
    app: App,
    names: Arc<Names>,
    after: Option<OfferingId>,
    left: Left,
    write: fn(&Names, &[Offering], bool) -> String,
    tail: &'static str,
}

#[derive(PartialEq)]
enum Left {
    Beginning,
    More,
    Nothing,
}

impl Export {
    async fn next(mut self) -> Option<(std::io::Result<Bytes>, Export)> {
        if self.left == Left::Nothing {
            return None;
        }
        let read = async {
            let mut tx = self.app.read().await?;
            store::offerings::listed_after(&mut tx, self.after, PIECE).await
        };
        // A file that breaks off is seen as broken by whoever fetches it.
        let offerings = match read.await {
            Ok(offerings) => offerings,
            Err(e) => {
                self.left = Left::Nothing;
                return Some((Err(std::io::Error::other(e)), self));
            }
        };
        let mut text = (self.write)(&self.names, &offerings, self.left == Left::Beginning);
        self.after = offerings.last().map(|o| o.id);
        self.left = if (offerings.len() as i64) < PIECE { Left::Nothing } else { Left::More };
        if self.left == Left::Nothing {
            text.push_str(self.tail);
        }
        Some((Ok(Bytes::from(text)), self))
    }
}

async fn export(
    who: &Visitor,
    kind: &'static str,
    write: fn(&Names, &[Offering], bool) -> String,
    tail: &'static str,
) -> Outcome<Response> {
    who.may(Verb::View, Thing::Learning, Relation::default())?;
    let names = Arc::new(Names::load(&mut who.app.read().await?).await?);
    let export = Export { app: who.app.clone(), names, after: None, left: Left::Beginning, write, tail };
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=300"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    // Layers around it may ask once more after the end.
    Ok((headers, Body::from_stream(stream::unfold(export, Export::next).fuse())).into_response())
}

/// All of it as CSV.
pub async fn csv(who: Visitor) -> Page {
    export(&who, "text/csv; charset=utf-8; header=present", as_csv, "").await.or_refuse(&who)
}

/// All of it as JSON.
pub async fn json(who: Visitor) -> Page {
    export(&who, "application/json", as_json, "]}\n").await.or_refuse(&who)
}

fn as_json(names: &Names, offerings: &[Offering], first: bool) -> String {
    let mut text = String::from(if first { "{\"offerings\":[" } else { "" });
    for (n, o) in offerings.iter().enumerate() {
        text.push_str(if first && n == 0 { "\n" } else { ",\n" });
        text.push_str(&serde_json::to_string(&OfferingView::of(o, names)).unwrap_or_default());
    }
    text
}

const COLUMNS: &str = "id,source,source_id,stated,title_en,title_fr,summary_en,summary_fr,provider,price_least,price_most,currency,price_said,aid,\
                       days_least,days_most,days_said,minutes_least,minutes_most,minutes_said,weekly_minutes_least,weekly_minutes_most,\
                       weekly_said,starts,participation,place,language,level,award,marks,skills,prerequisites,url\r\n";

fn as_csv(names: &Names, offerings: &[Offering], first: bool) -> String {
    let mut text = String::from(if first { COLUMNS } else { "" });
    for o in offerings {
        let cells = cells(names, o);
        for (n, cell) in cells.iter().enumerate() {
            let _ = write!(text, "{}{}", if n > 0 { "," } else { "" }, quoted(cell));
        }
        text.push_str("\r\n");
    }
    text
}

fn cells(names: &Names, o: &Offering) -> Vec<String> {
    let ends = |stated: &Option<Stated<Range>>| {
        let known = stated.as_ref().and_then(|s| s.known);
        let end = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        [end(known.map(|r| r.least)), end(known.map(|r| r.most)), stated.as_ref().map(|s| s.said.clone()).unwrap_or_default()]
    };
    let price = o.price.as_ref().and_then(|p| p.known.as_ref());
    let dollars = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut cells =
        vec![o.id.to_string(), names.catalogue(o).unwrap_or_default().to_owned(), o.source.id.clone(), date_machine(o.source.on)];
    cells.extend([&o.title.en, &o.title.fr, &o.summary.en, &o.summary.fr].map(Clone::clone));
    cells.push(names.provider(Lang::En, o).unwrap_or_default().to_owned());
    cells.extend(
        [price.map(|p| dollars(p.range.least)), price.map(|p| dollars(p.range.most)), price.and_then(|p| p.currency.clone())]
            .map(Option::unwrap_or_default),
    );
    cells.push(o.price.as_ref().map(|p| p.said.clone()).unwrap_or_default());
    cells.push(o.aid.map(|aid| aid.to_string()).unwrap_or_default());
    cells.extend([&o.days, &o.work, &o.weekly].into_iter().flat_map(ends));
    let how = o.participation.and_then(|p| serde_json::to_value(p).ok()).and_then(|v| v.as_str().map(str::to_owned));
    cells.extend([text(&o.starts), text(&how), text(&o.place), text(&o.language), text(&o.level), text(&o.award)]);
    cells.extend([o.marks.join("; "), o.skills.join("; "), text(&o.prerequisites), text(&o.url)]);
    cells
}

/// A cell in quotes. One that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
}

/// Addresses of offerings in one map: with both languages, below the 50,000 that the protocol allows.
const IN_A_MAP: i64 = 20_000;

/// The map of all public pages, or the map of the maps.
pub async fn sitemap(who: Visitor) -> Page {
    let n = count(&who).await.or_refuse(&who)?;
    if n <= IN_A_MAP {
        return map(&who, 0).await.or_refuse(&who);
    }
    let maps: String = (0..(n + IN_A_MAP - 1) / IN_A_MAP)
        .map(|part| format!("<sitemap><loc>{}/sitemaps/{part}.xml</loc></sitemap>\n", who.app.base_url))
        .collect();
    Ok(xml(format!("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{maps}</sitemapindex>\n")))
}

/// One of several maps.
pub async fn sitemap_part(who: Visitor, At(part): At<String>) -> Page {
    let part: Option<i64> = part.strip_suffix(".xml").and_then(|n| n.parse().ok()).filter(|n| (0..100_000).contains(n));
    let part = part.ok_or(Failure::Missing).or_refuse(&who)?;
    if part * IN_A_MAP >= count(&who).await.or_refuse(&who)?.max(1) {
        return Err(Failure::Missing).or_refuse(&who);
    }
    map(&who, part).await.or_refuse(&who)
}

async fn count(who: &Visitor) -> Outcome<i64> {
    Ok(store::offerings::count_listed(&mut who.app.read().await?).await?)
}

async fn map(who: &Visitor, part: i64) -> Outcome<Response> {
    let mut tx = who.app.read().await?;
    let base = &who.app.base_url;
    let mut text =
        String::from("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    let mut add = |of: &dyn Fn(Lang) -> String, changed: Option<Ts>| {
        let day = changed.map(|at| format!("<lastmod>{}</lastmod>", date_machine(at))).unwrap_or_default();
        let link = |l: Lang| format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{}\"/>", l.tag(), of(l));
        for lang in Lang::ALL {
            let _ = writeln!(text, "<url><loc>{base}{}</loc>{day}{}{}</url>", of(lang), link(Lang::En), link(Lang::Fr));
        }
    };
    if part == 0 {
        add(&|l| format!("/{}", l.code()), None);
        add(&urls::catalogue, None);
        add(&urls::learning, None);
        let (cards, _) = store::profiles::catalogue(&mut tx, &store::profiles::Filter::default(), false, 0, 4000).await?;
        for card in cards {
            add(&|l| urls::profile(l, card.profile), None);
        }
    }
    for (id, on) in store::offerings::listed_ids(&mut tx, part * IN_A_MAP, IN_A_MAP).await? {
        add(&|l| urls::learning_one(l, id), Some(on));
    }
    text.push_str("</urlset>\n");
    Ok(xml(text))
}

fn xml(body: String) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/xml; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}")).into_response()
}

/// Where the map is; everything public may be read.
pub async fn robots(who: Visitor) -> Page {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", who.app.base_url);
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
    }
}
