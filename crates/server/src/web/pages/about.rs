//! Pages about the service itself: help, accessibility, privacy, appeals. Their words are in the locale files, as
//! titled sections whose lines that begin with a dash are a list.

use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::caller::Visitor;
use crate::i18n::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::tabs;
use crate::web::routes::Routes;
use domain::Lang;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/about/{page}", Verb::View, Thing::Public, read)
}

/// Each page with its sections, in order.
const PAGES: &[(&str, &[&str])] = &[
    ("help", &["begin", "evidence", "result", "gap", "credential", "verify", "password", "ask"]),
    ("appeals", &["what", "when", "how", "then"]),
    ("accessibility", &["aim", "done", "limits", "tell"]),
    ("privacy", &["who", "kept", "seen", "cookies", "share", "long", "rights"]),
];

async fn read(who: Visitor, At(page): At<String>) -> Page {
    let known = PAGES.iter().find(|(name, _)| *name == page);
    let (name, sections) = known.ok_or(Failure::Missing).or_refuse(&who)?;
    answer::page(&who, &t(who.lang, &format!("about-{name}")), Section::Other, view(who.lang, name, sections))
}

fn view(lang: Lang, here: &str, sections: &[&str]) -> Markup {
    let pages: Vec<_> = PAGES.iter().map(|(name, _)| (t(lang, &format!("about-{name}")), urls::about(lang, name), *name == here)).collect();
    html! {
        (tabs(&t(lang, "about-pages"), &pages))
        article.prose.narrow {
            h1 { (t(lang, &format!("about-{here}"))) }
            @for section in sections {
                h2 id=(section) { (t(lang, &format!("about-{here}-{section}"))) }
                (words(&t(lang, &format!("about-{here}-{section}-text"))))
            }
        }
    }
}

/// Paragraphs and lists, from plain lines.
fn words(text: &str) -> Markup {
    let blocks = text.split("\n\n").map(|block| block.lines().map(str::trim).collect::<Vec<_>>());
    html! {
        @for lines in blocks {
            @if lines.iter().all(|l| l.starts_with("- ")) { ul { @for line in &lines { li { (line[2..]) } } } }
            @else { p { (lines.join(" ")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_written_in_both_languages() {
        for lang in Lang::ALL {
            for (page, sections) in PAGES {
                let drawn = view(lang, page, sections).into_string();
                assert!(!drawn.contains("about-help-") && !drawn.contains(&format!("about-{page}-")), "{page} in {lang:?}: {drawn}");
            }
        }
    }

    #[test]
    fn lines_with_dashes_are_a_list() {
        assert_eq!(words("One\ntwo.\n\n- a\n- b").into_string(), "<p>One two.</p><ul><li>a</li><li>b</li></ul>");
    }
}
