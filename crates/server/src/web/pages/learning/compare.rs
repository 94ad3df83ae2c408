//! Up to four offerings side by side, with the same facts in the same order.

use super::one::comparable;
use super::results::source;
use super::tell;
use crate::i18n::t;
use crate::queries::learning::Names;
use crate::t;
use crate::urls;
use crate::web::parts::{Tone, Weight, breadcrumbs, empty, link, notice};
use domain::Lang;
use domain::offering::Offering;
use maud::{Markup, html};

/// The page. `left_out`: how many more were chosen than can be compared.
pub fn view(lang: Lang, offerings: &[Offering], names: &Names, left_out: usize) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "learning-title"), &urls::learning(lang))]))
        div.stack.tight { h1 { (t(lang, "learning-compare-title")) } p.muted { (t(lang, "learning-compare-lead")) } }
        @if left_out > 0 { (notice(Tone::Wait, html! { p { (t!(lang, "learning-compare-more", count = left_out)) } })) }
        @if offerings.is_empty() {
            (empty(&t(lang, "learning-compare-none"), &t(lang, "learning-compare-none-text"), Some(link(Weight::Main, &urls::learning(lang), &t(lang, "learning-all")))))
        } @else {
            (side_by_side(lang, offerings, names))
            div { (link(Weight::Plain, &urls::learning(lang), &t(lang, "learning-compare-other"))) }
        }
    }
}

/// A row for each fact. What is the same for all stands in each cell: whoever listens to the table hears it in place.
fn side_by_side(lang: Lang, offerings: &[Offering], names: &Names) -> Markup {
    let columns: Vec<_> = offerings.iter().map(|o| comparable(lang, o)).collect();
    let caption = t(lang, "learning-compare-title");
    let others =
        |gone: &Offering| offerings.iter().filter(|o| o.id != gone.id).map(|o| format!("o={}", o.id)).collect::<Vec<_>>().join("&");
    html! {
        div.scroll-x tabindex="0" role="region" aria-label=(caption) {
            table.table.compare {
                caption.vh { (caption) }
                thead { tr { td {} @for o in offerings { th scope="col" {
                    a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) }
                    br; span.sm.muted { (names.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned)) }
                } } } }
                tbody {
                    @for (at, (name, _)) in columns[0].iter().enumerate() {
                        tr { th scope="row" { (name) } @for column in &columns { td { (column[at].1) } } }
                    }
                    tr { th scope="row" { (t(lang, "learning-source-name")) } @for o in offerings { td.sm { (source(lang, names, o)) } } }
                    tr { th scope="row" { (t(lang, "learning-compare-drop")) } @for o in offerings { td {
                        a.btn.small href={ (urls::learning_compared(lang)) "?" (others(o)) } { (t(lang, "learning-compare-without")) span.vh { " " (o.title.get(lang)) } }
                    } } }
                }
            }
        }
    }
}
