//! The queue as a page of its own: mine, unclaimed, decided.

use crate::caller::Member;
use crate::i18n::{date_short, days_between, t, time_left};
use crate::queries::queue::{Counts, Shelf, Waiting};
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::parts::{Head, State, Tone, empty, filters, link, pagination, pill, row_link, table, tone_pill};
use crate::web::parts::{Weight, mark};
use domain::assessment::CompetencyDecision;
use domain::{Lang, Ts};
use maud::{Markup, html};

/// The page.
pub fn page(who: &Member, shelf: Shelf, lines: &[Waiting], counts: Counts, page: i64) -> Markup {
    let lang = who.lang;
    let pages = (counts.of(shelf).max(1) as usize).div_ceil(PAGE as usize);
    html! {
        div.stack #queue tabindex="-1" data-say=(t!(lang, "desk-count", count = counts.of(shelf))) {
            div.row { h1 { (t(lang, "desk-title")) } span.muted.push { (t!(lang, "desk-waiting", count = counts.mine + counts.unclaimed)) } }
            div.row { (shelves(lang, &Shelf::ALL, shelf, counts, Some("queue"))) }
            @if lines.is_empty() { (nothing(lang, shelf, counts)) }
            @else { (table(&t(lang, &format!("desk-shelf-{}", shelf.code())), &heads(lang, shelf), &rows(who, shelf, lines))) }
            (pagination(lang, page as usize, pages, |n| format!("{}?show={}&page={n}", urls::desk(lang), shelf.code())))
        }
    }
}

/// Links to the parts of the queue, each with how many it holds.
pub fn shelves(lang: Lang, shown: &[Shelf], here: Shelf, counts: Counts, into: Option<&str>) -> Markup {
    let one = |s: Shelf| {
        let words = t(lang, &format!("desk-shelf-{}", s.code()));
        (words, Some(counts.of(s) as usize), format!("{}?show={}", urls::desk(lang), s.code()), s == here)
    };
    filters(&t(lang, "desk-shelves"), into, &shown.iter().copied().map(one).collect::<Vec<_>>())
}

fn nothing(lang: Lang, shelf: Shelf, counts: Counts) -> Markup {
    let (title, text) = (t(lang, &format!("desk-none-{}", shelf.code())), t(lang, &format!("desk-none-{}-text", shelf.code())));
    let to_unclaimed = || link(Weight::Main, &format!("{}?show=unclaimed", urls::desk(lang)), &t(lang, "desk-see-unclaimed"));
    empty(&title, &text, (shelf == Shelf::Mine && counts.unclaimed > 0).then(to_unclaimed))
}

fn heads(lang: Lang, shelf: Shelf) -> Vec<Head> {
    let when = if shelf == Shelf::Decided { "desk-head-decided" } else { "desk-head-due" };
    let last = if shelf == Shelf::Decided { "desk-head-result" } else { "desk-head-why" };
    vec![
        Head::text(t(lang, "desk-head-competency")),
        Head::text(t(lang, "desk-head-learner")),
        Head::text(t(lang, last)),
        Head::text(t(lang, when)),
        Head::actions(t(lang, "desk-head-open")),
    ]
}

fn rows(who: &Member, shelf: Shelf, lines: &[Waiting]) -> Vec<Vec<Markup>> {
    lines.iter().map(|w| row(who, shelf, w)).collect()
}

fn row(who: &Member, shelf: Shelf, w: &Waiting) -> Vec<Markup> {
    let lang = who.lang;
    let href = urls::assessment(lang, w.id);
    let words = match shelf {
        Shelf::Mine => t(lang, "desk-go-on"),
        Shelf::Unclaimed => t(lang, "desk-look"),
        Shelf::Decided => t(lang, "desk-reread"),
    };
    let name = w.competency.get(lang);
    vec![
        html! { a href=(href) { (name) } p.sm.muted { (w.title.get(lang)) } },
        html! { (t!(lang, "desk-learner", number = w.number.as_str())) br; span.sm.muted { (t!(lang, "desk-items", count = w.items)) }
        @if w.recognisable { br; span.sm.muted { (t(lang, "desk-recognisable")) } } },
        match w.decided {
            Some((decision, _)) => outcome_pill(lang, decision),
            None => html! { (t(lang, &format!("desk-why-{}", w.why.code()))) },
        },
        match w.decided {
            Some((_, at)) => html! { time.num { (date_short(lang, at)) } },
            None => html! { (due_pill(lang, who.now, w.due)) br; span.xs.muted.num { (date_short(lang, w.due)) } },
        },
        row_link(&href, &words, name),
    ]
}

/// How a decision reads, with its shape.
pub fn outcome_pill(lang: Lang, decision: CompetencyDecision) -> Markup {
    match decision {
        CompetencyDecision::Competent => pill(State::Demonstrated, &t(lang, "desk-outcome-competent")),
        CompetencyDecision::NotYetCompetent => pill(State::Gap, &t(lang, "desk-outcome-not-yet")),
    }
}

/// The same, for sentences.
pub fn outcome_mark(decision: CompetencyDecision) -> Markup {
    match decision {
        CompetencyDecision::Competent => mark(State::Demonstrated, None),
        CompetencyDecision::NotYetCompetent => mark(State::Gap, None),
    }
}

/// "Due today", "Due in 3 days", "2 days late", the more pressing the redder.
pub fn due_pill(lang: Lang, now: Ts, due: Ts) -> Markup {
    let left = time_left(lang, now, due);
    match days_between(now, due) {
        ..0 => tone_pill(Tone::Bad, &left),
        0 => tone_pill(Tone::Bad, &t!(lang, "desk-due", when = left)),
        1..3 => tone_pill(Tone::Wait, &t!(lang, "desk-due", when = left)),
        _ => html! { span.pill { (t!(lang, "desk-due", when = left)) } },
    }
}
