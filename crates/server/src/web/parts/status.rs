//! State as shape, word and colour together, never colour alone.

use super::icon;
use crate::i18n::t;
use crate::t;
use crate::web::assets;
use domain::Lang;
use maud::{Markup, html};

/// Where a person stands with one competency. The shapes fill up in this order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// A full hexagon with a tick.
    Demonstrated,
    /// A half-filled hexagon.
    InReview,
    /// A dashed hexagon.
    Gap,
    /// A hexagon with "!": expiring, a question to answer, a problem.
    Attention,
}

impl State {
    /// Every state, in the order they are counted to people.
    pub const ALL: [State; 4] = [State::Demonstrated, State::InReview, State::Gap, State::Attention];

    fn shape(self) -> &'static str {
        match self {
            State::Demonstrated => "m-ok",
            State::InReview => "m-wait",
            State::Gap => "m-gap",
            State::Attention => "m-bad",
        }
    }

    fn colour(self) -> Option<&'static str> {
        match self {
            State::Demonstrated => Some("ok"),
            State::InReview => Some("wait"),
            State::Gap => None,
            State::Attention => Some("bad"),
        }
    }

    /// Its name.
    pub fn word(self, lang: Lang) -> String {
        match self {
            State::Demonstrated => t(lang, "state-demonstrated"),
            State::InReview => t(lang, "state-in-review"),
            State::Gap => t(lang, "state-gap"),
            State::Attention => t(lang, "state-attention"),
        }
    }

    fn counted(self, lang: Lang, count: usize) -> String {
        match self {
            State::Demonstrated => t!(lang, "count-demonstrated", count = count),
            State::InReview => t!(lang, "count-in-review", count = count),
            State::Gap => t!(lang, "count-gaps", count = count),
            State::Attention => t!(lang, "count-attention", count = count),
        }
    }
}

/// What a message or a label is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Done, genuine, in force.
    Good,
    /// Due soon, waiting.
    Wait,
    /// Refused, revoked, failed.
    Bad,
}

impl Tone {
    pub(super) fn class(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good => "ok",
            Tone::Wait => "wait",
            Tone::Bad => "bad",
        }
    }

    pub(super) fn icon(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good => "check-round",
            Tone::Wait => "clock",
            Tone::Bad => "warning",
        }
    }
}

/// The shape alone. With a label it speaks; without one the word must stand beside it.
pub fn mark(state: State, label: Option<&str>) -> Markup {
    html! {
        svg.mark data-s=[state.colour()] role=[label.map(|_| "img")] aria-label=[label] aria-hidden=[label.is_none().then_some("true")] {
            use href={ (assets::url("icons.svg")) "#" (state.shape()) } {}
        }
    }
}

/// Shape and word; `words` may say more than the state's own name.
pub fn pill(state: State, words: &str) -> Markup {
    html! { span.pill data-s=[state.colour()] { (mark(state, None)) (words) } }
}

/// A label for anything that is not a competency's state: a kind, a version, a deadline.
pub fn tone_pill(tone: Tone, words: &str) -> Markup {
    html! { span.pill data-s=[(tone != Tone::Info).then(|| tone.class())] { (icon(tone.icon())) (words) } }
}

/// A message in the page: what happened or what to know. `Bad` is announced at once.
pub fn notice(tone: Tone, body: Markup) -> Markup {
    html! {
        div class={ "notice " (tone.class()) } role=[(tone == Tone::Bad).then_some("alert")] {
            (icon(tone.icon())) div { (body) }
        }
    }
}

/// How many competencies are in each state; states that nobody is in are left out, except gaps.
pub fn tally(lang: Lang, counts: &[(State, usize)]) -> Markup {
    html! {
        ul.tally {
            @for (state, count) in counts.iter().filter(|(s, n)| *n > 0 || *s == State::Gap) {
                li { (mark(*state, None)) span { (state.counted(lang, *count)) } }
            }
        }
    }
}

/// One tile per competency, by area; the tiles repeat what the lists below say, so they are not spoken.
pub fn mosaic(areas: &[(String, String, Vec<State>)]) -> Markup {
    html! {
        div.mosaic {
            @for (name, href, states) in areas {
                div {
                    ul aria-hidden="true" { @for state in states { li { (mark(*state, None)) } } }
                    a.sm href=(href) { (name) }
                }
            }
        }
    }
}

/// The level held and the level needed, as `top` bars and in words.
pub fn level(lang: Lang, now: u8, want: u8, top: u8) -> Markup {
    let words = match (now, want) {
        (now, 0) => t!(lang, "level-has", now = now),
        (0, want) => t!(lang, "level-none", want = want),
        (now, want) => t!(lang, "level-of", now = now, want = want),
    };
    html! {
        div.lvl {
            @for bar in 1..=top.max(now).max(want) { i.on[bar <= now].want[bar > now && bar <= want] {} }
            span { (words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_either_speaks_or_hides() {
        assert!(mark(State::Gap, Some("Gap")).into_string().contains("role=\"img\""));
        assert!(mark(State::Gap, None).into_string().contains("aria-hidden"));
    }

    #[test]
    fn the_level_shows_what_is_held_and_what_is_missing() {
        let bars = level(Lang::En, 1, 3, 4).into_string();
        assert_eq!((bars.matches("\"on\">").count(), bars.matches(" want\">").count()), (1, 2));
        assert!(bars.contains("Level 1, needs 3"));
    }

    #[test]
    fn no_gaps_is_worth_saying() {
        let said = tally(Lang::Fr, &[(State::Demonstrated, 3), (State::InReview, 0), (State::Gap, 0)]).into_string();
        assert!(said.contains("3 démontrées") && said.contains("0 lacune") && !said.contains("évaluation"));
    }
}
