//! Every page that can be reached by links, as every kind of person: axe finds nothing in light or dark, in English or
//! French, and nothing scrolls sideways at 320 px.

use crate::browser::{Browser, Outcome};
use crate::world::visit;
use std::collections::{BTreeMap, HashSet, VecDeque};

/// Pages of one route pattern that are looked at, for each person.
const SAMPLES: usize = 1;

/// The pattern that a path belongs to: ids and numbers give way to a mark.
fn pattern(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let mark =
        |s: &str| if (s.len() == 30 && s.as_bytes()[3] == b'_') || s.parse::<u32>().is_ok() { "…".to_owned() } else { s.to_owned() };
    path.split('/').map(mark).collect::<Vec<_>>().join("/")
}

async fn links(b: &Browser) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin && /^\\/(en|fr)(\\/|$)/.test(u.pathname)).map(u => u.pathname + u.search)";
    Ok(b.page().execute(script, vec![]).await?.convert()?)
}

/// What is wrong with the page that is open, in each theme and at phone width.
pub async fn look(b: &Browser, path: &str, found: &mut Vec<String>) -> Outcome {
    let of = |theme: &str, problems: Vec<String>| problems.into_iter().map(|p| format!("{path} ({theme}): {p}")).collect::<Vec<_>>();
    found.extend(of("light", b.axe().await?));
    b.dark(true).await?;
    found.extend(of("dark", b.axe_of_colours().await?));
    b.dark(false).await?;
    b.viewport(320, 700).await?;
    found.extend(b.sideways_scroll().await?.map(|wide| format!("{path} at 320 px: {wide}")));
    b.viewport(1360, 900).await
}

/// Whether a path leads to a document that a browser shows or saves by itself.
fn is_file(path: &str) -> bool {
    let name = path.split('?').next().unwrap_or(path);
    [".json", ".pdf", ".png", ".svg"].iter().any(|end| name.ends_with(end))
}

/// Follows links from `start` and looks at samples of every pattern.
async fn crawl(b: &Browser, start: &[&str], found: &mut Vec<String>) -> Outcome<usize> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut known: HashSet<String> = start.iter().map(|s| (*s).to_owned()).collect();
    let mut queue: VecDeque<String> = start.iter().map(|s| (*s).to_owned()).collect();
    while let Some(path) = queue.pop_front() {
        let count = seen.entry(pattern(&path)).or_default();
        // Files are downloads, not pages; French is looked at where a start leads to it.
        if *count >= SAMPLES || path.ends_with("/file") || is_file(&path) {
            continue;
        }
        *count += 1;
        b.goto(&path).await?;
        look(b, &path, found).await?;
        let lang = &path[..3];
        for link in links(b).await? {
            if link.starts_with(lang) && known.insert(link.clone()) {
                queue.push_back(link);
            }
        }
    }
    Ok(seen.values().sum())
}

async fn nothing_is_wrong(name: &str, email: Option<&str>, start: &[&str]) -> Outcome {
    visit(name, async |world, b| {
        if let Some(email) = email {
            world.sign_in(b, email).await?;
        }
        let mut found = Vec::new();
        let pages = crawl(b, start, &mut found).await?;
        println!("{name}: {pages} pages looked at");
        assert!(pages >= start.len(), "only {pages} pages could be reached");
        assert!(found.is_empty(), "{} problems on {pages} pages:\n{}", found.len(), found.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_everybody_are_accessible() -> Outcome {
    nothing_is_wrong(
        "everybody",
        None,
        &["/en", "/en/demo", "/en/catalogue", "/en/verify", "/en/sign-in", "/en/sign-up", "/en/nothing-here"],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_everybody_are_accessible_in_french() -> Outcome {
    nothing_is_wrong("toutes", None, &["/fr", "/fr/demo", "/fr/catalogue", "/fr/verify", "/fr/sign-in", "/fr/sign-up"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_learners_are_accessible() -> Outcome {
    nothing_is_wrong("learner", Some("l-0101@demo.example"), &["/en/claims", "/en/credentials", "/en/account"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_learners_are_accessible_in_french() -> Outcome {
    nothing_is_wrong("apprenante", Some("l-0112@demo.example"), &["/fr/claims", "/fr/credentials", "/fr/account"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_assessors_are_accessible() -> Outcome {
    nothing_is_wrong("assessor", Some("a-03@demo.example"), &["/en/desk", "/en/desk?show=unclaimed"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_issuers_are_accessible() -> Outcome {
    nothing_is_wrong(
        "issuer",
        Some("i-01@demo.example"),
        &["/en/decisions", "/en/register?show=suspended", "/en/register?show=active", "/fr/register"],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_authors_are_accessible() -> Outcome {
    nothing_is_wrong("author", Some("w-01@demo.example"), &["/en/profiles", "/en/frameworks", "/en/offerings"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_administrators_are_accessible() -> Outcome {
    nothing_is_wrong("admin", Some("admin@demo.example"), &["/en/admin", "/fr/admin/organisations"]).await
}
