//! What is asked of all learning alike, as it stands in an address and in a form.

use crate::caller::Visitor;
use crate::i18n::{date_machine, t};
use crate::queries::paths::ways::{Asked, Matters};
use crate::t;
use crate::urls;
use crate::web::extract::Asked as Query;
use crate::web::forms;
use crate::web::parts::Form;
use domain::offering::Participation;
use domain::pathway::Conditions;
use domain::text::fold;
use domain::time::day_of;
use domain::{CompetencyId, Ts};

/// How learning is taken part in, as addresses have it.
pub const MODES: [(&str, Participation); 4] = [
    ("online", Participation::Online),
    ("onsite", Participation::Onsite),
    ("blended", Participation::Blended),
    ("work", Participation::Work),
];

/// What matters most, as addresses have it; the first is what stands in none.
pub const MATTERS: [(&str, Matters); 3] = [("soonest", Matters::Soonest), ("balance", Matters::Balance), ("cheapest", Matters::Cheapest)];

/// The fields that stay in an address when something else is chosen.
const KEPT: [&str; 11] = ["ratings", "competency", "budget", "by", "hours", "mode", "place", "language", "from", "currency", "nohelp"];

/// A state of the page.
pub struct State {
    /// The page's address without what is asked.
    pub base: String,
    /// What is asked.
    pub asked: Asked,
    /// The one competency that it is about.
    pub competency: Option<CompetencyId>,
    /// What somebody without a claim says of themself.
    pub ratings: String,
    /// The form as it was filled in, with what is wrong in it.
    pub form: Form,
}

impl State {
    /// What an address asks.
    pub fn read(who: &Visitor, query: &Query, base: String) -> State {
        let sound = |(_, value): &&(String, String)| value.chars().count() <= 5_000 && !value.contains(char::is_control);
        let values =
            query.0.iter().filter(|(name, _)| KEPT.contains(&name.as_str()) || matches!(name.as_str(), "matters" | "way")).filter(sound);
        State { base, ..State::sent(who, Form::sent(who.lang, values.cloned().collect())) }
    }

    /// What a form asks.
    pub fn sent(who: &Visitor, mut form: Form) -> State {
        let today = day_of(&date_machine(who.now)).unwrap_or_else(|| who.now.day());
        let from = day(&mut form, "from").unwrap_or(today).max(today);
        let weeks = day(&mut form, "by").map(|by| u32::try_from((by - from).max(0) / 7).unwrap_or(u32::MAX));
        let budget = if form.value("budget").trim().is_empty() { None } else { Some(forms::money(&mut form, "budget")) };
        let hours = forms::number::<u16>(&mut form, "hours", 1..=80);
        let modes = MODES.iter().filter(|(name, _)| form.has("mode", name)).map(|(_, mode)| *mode).collect();
        let code = |name: &str, most: usize| {
            let value = form.value(name).trim();
            (!value.is_empty() && value.len() <= most && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
                .then(|| value.to_owned())
        };
        let conditions = Conditions {
            from,
            hours,
            currency: code("currency", 3).unwrap_or_default(),
            help: !form.has("nohelp", "yes"),
            modes,
            place: fold(&form.value("place").chars().take(100).collect::<String>()),
            language: code("language", 35).filter(|tag| tag != "any"),
        };
        let matters = MATTERS.iter().find(|(name, _)| form.value("matters") == *name).map_or(Matters::Balance, |(_, m)| *m);
        let shown = form.value("way").parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let asked = Asked { conditions, budget: budget.filter(|_| form.error("budget").is_none()), weeks, matters, shown };
        let (competency, ratings) = (form.value("competency").parse().ok(), form.value("ratings").to_owned());
        State { base: String::new(), asked, competency, ratings, form }
    }

    /// What was filled in, as it stands in an address or in hidden fields.
    pub fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        KEPT.into_iter().flat_map(|name| self.form.values(name).filter(|v| !v.is_empty()).map(move |v| (name, v)))
    }

    /// The address of the same with `more` in place of what matters and which way is shown.
    pub fn address(&self, more: &[(&str, String)]) -> String {
        let more = more.iter().map(|(name, value)| (*name, value.as_str()));
        urls::listed(self.base.clone(), self.kept().chain(more), 1)
    }

    /// The name of what matters.
    pub fn matters(&self) -> &'static str {
        MATTERS.iter().find(|(_, m)| *m == self.asked.matters).map_or("balance", |(name, _)| name)
    }

    /// Whether anything narrows what is compared.
    pub fn narrowed(&self) -> bool {
        self.kept().any(|(name, value)| !matches!(name, "ratings" | "competency") && value != "any")
    }

    /// The moment at which the learner can begin.
    pub fn begins(&self) -> Ts {
        Ts(self.asked.conditions.from * domain::time::DAY + 12 * domain::time::HOUR)
    }
}

/// A day that was picked, or none; what is no day is refused.
fn day(form: &mut Form, name: &str) -> Option<i64> {
    let typed = form.value(name).trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    let day = day_of(&typed);
    if day.is_none() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-day"));
    } else if day.is_some_and(|d| d > 100_000) {
        let lang = form.lang();
        form.refuse(name, t!(lang, "paths-too-far", day = typed.as_str()));
        return None;
    }
    day
}
