//! One offering, for people and for search engines.

use super::results::source;
use super::tell;
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::learning::{Closes, One};
use crate::t;
use crate::urls;
use crate::web::parts::{Tone, breadcrumbs, facts, icon, notice, panel};
use domain::Lang;
use domain::offering::{Offering, Participation, Stated};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// The page. `may_tag`: whoever looks may say what it teaches.
pub fn view(lang: Lang, one: &One, may_tag: bool) -> Markup {
    let o = &one.offering;
    let written = tell::other_language(lang, o);
    html! {
        (breadcrumbs(lang, &[(&t(lang, "learning-title"), &urls::learning(lang))]))
        div.stack.tight {
            h1 lang=[written] { (o.title.get(lang)) }
            p.muted { (one.names.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned)) }
        }
        @if let Some(at) = o.retired { (notice(Tone::Wait, html! { p { (t!(lang, "learning-retired", day = crate::i18n::date(lang, at))) } })) }
        @if !o.summary.get(lang).is_empty() { p.measure.lines lang=[written] { (o.summary.get(lang)) } }
        div.row {
            @if let Some(url) = &o.url { a.btn.main href=(url) rel="noopener nofollow" { (t(lang, "learning-sign-up")) (icon("arrow")) } }
            a.btn href={ (urls::learning_compared(lang)) "?o=" (o.id) } { (t(lang, "learning-compare-start")) }
            a.btn href=(urls::funding(lang, o.id)) { (t(lang, "funding-open")) }
            @if may_tag { a.btn href=(urls::offering_tags(lang, o.id)) { (t(lang, "tags-open")) } }
        }
        (panel("numbers", &t(lang, "learning-numbers"), None, html! {
            (facts(&comparable(lang, o)))
            p.sm.muted { (source(lang, &one.names, o)) }
        }))
        (taught(lang, one))
        p.sm.muted { (t(lang, "learning-never")) }
    }
}

/// A number, and the words it was read from where they say more.
fn number<T>(lang: Lang, told: String, stated: Option<&Stated<T>>) -> Markup {
    html! {
        (told)
        @if let Some(said) = tell::said(stated) { br; span.sm.muted { (t(lang, "learning-said")) " " q { (said) } } }
    }
}

/// The facts of an offering, always the same in the same order, so that several can stand side by side; what is not known
/// is said to be.
pub fn comparable(lang: Lang, o: &Offering) -> Vec<(String, Markup)> {
    let words = |text: &Option<String>| text.clone().unwrap_or_else(|| tell::unknown(lang));
    let list = |all: &[String]| if all.is_empty() { tell::unknown(lang) } else { all.join(", ") };
    let aid = match (&o.help, o.aid) {
        (Some(help), _) => {
            let currency = o.price.as_ref().and_then(|p| p.known.as_ref()).and_then(|p| p.currency.as_deref()).unwrap_or_default();
            t!(lang, "learning-help", money = crate::i18n::money(lang, help.cents, currency), terms = help.terms.get(lang))
        }
        (None, Some(true)) => t(lang, "learning-aid-yes"),
        (None, Some(false)) => t(lang, "learning-aid-no"),
        (None, None) => tell::unknown(lang),
    };
    let in_all = match o.minutes() {
        Some(minutes) if o.work.as_ref().is_none_or(|w| w.known.is_none()) => {
            Some(t!(lang, "learning-in-all", hours = (minutes + 59) / 60))
        }
        _ => None,
    };
    let work = o.work.as_ref().or(o.weekly.as_ref());
    let plain = |text: String| html! { (text) };
    let own = |text: String| html! { span lang=[tell::other_language(lang, o)] { (text) } };
    vec![
        (t(lang, "learning-price"), number(lang, tell::price(lang, o.price.as_ref()), o.price.as_ref())),
        (t(lang, "learning-aid"), plain(aid)),
        (t(lang, "learning-length"), number(lang, tell::length(lang, o.days.as_ref()), o.days.as_ref())),
        (
            t(lang, "learning-work"),
            html! { (number(lang, tell::work(lang, o), work)) @if let Some(all) = in_all { br; span.sm.muted { (all) } } },
        ),
        (t(lang, "learning-starts"), plain(o.starts.clone().unwrap_or_else(|| tell::unknown(lang)))),
        (t(lang, "learning-mode"), plain(tell::participation(lang, o.participation))),
        (t(lang, "learning-place"), plain(words(&o.place))),
        (t(lang, "learning-language"), plain(tell::language(lang, o.language.as_deref()))),
        (t(lang, "learning-level"), own(words(&o.level))),
        (t(lang, "learning-before"), own(words(&o.prerequisites))),
        (t(lang, "learning-award"), own(words(&o.award))),
        (t(lang, "learning-marks"), own(list(&o.marks))),
        (t(lang, "learning-skills"), own(list(&o.skills))),
    ]
}

fn taught(lang: Lang, one: &One) -> Markup {
    html! {
        @if !one.closes.is_empty() || !one.teaches.is_empty() {
            (panel("teaches", &t(lang, "learning-teaches"), None, html! { div.stack {
                p.sm.muted { (t(lang, "learning-confirmed")) }
                @for c in &one.closes { (closes(lang, c)) }
                @if !one.teaches.is_empty() {
                    ul.stack.tight { @for (element, level) in &one.teaches {
                        li { span.num { (element.source_id) } " " (element.title) @if element.title.is_empty() { (element.text) }
                            @if let Some(level) = level { " · " (level) } }
                    } }
                }
            } }))
        }
    }
}

fn closes(lang: Lang, c: &Closes) -> Markup {
    html! {
        div.stack.tight {
            h3 { span.num { (c.competency.code) } " " (c.competency.statement.get(lang)) }
            p.sm.muted { (t(lang, "learning-for-profile")) " " a href=(urls::profile(lang, c.profile)) { (c.title.get(lang)) } }
            ul.sm { @for k in &c.criteria { li { span.num { (k.code) } " " (k.statement.get(lang)) } } }
        }
    }
}

/// What search engines read, in the words of schema.org. What is not known is left out.
pub fn for_search(who: &Visitor, one: &One) -> Markup {
    let about = course(who, one);
    // Inside a script element only `<` could end it early.
    let text = about.to_string().replace('<', "\\u003c");
    let url = format!("{}{}", who.app.base_url, urls::learning_one(who.lang, one.offering.id));
    html! {
        link rel="canonical" href=(url);
        script type="application/ld+json" { (PreEscaped(text)) }
    }
}

fn course(who: &Visitor, one: &One) -> Value {
    let (lang, o) = (who.lang, &one.offering);
    let teaches: Vec<Value> = one
        .closes
        .iter()
        .map(|c| json!({ "@type": "DefinedTerm", "termCode": c.competency.code, "name": c.competency.statement.get(lang) }))
        .chain(o.skills.iter().map(|s| json!({ "@type": "DefinedTerm", "name": s })))
        .collect();
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "name": o.title.get(lang),
        "url": format!("{}{}", who.app.base_url, urls::learning_one(lang, o.id)),
    });
    let mut say = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            about[name] = value;
        }
    };
    let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    say("description", text(o.summary.get(lang)));
    say("provider", one.names.provider(lang, o).map(|name| json!({ "@type": "Organization", "name": name })));
    say("inLanguage", o.language.as_deref().and_then(text));
    say("sameAs", o.url.as_deref().and_then(text));
    say("educationalLevel", o.level.as_deref().and_then(text));
    say("coursePrerequisites", o.prerequisites.as_deref().and_then(text));
    say("educationalCredentialAwarded", o.award.as_deref().and_then(text));
    say("teaches", (!teaches.is_empty()).then(|| teaches.into()));
    say("offers", offer(o));
    say("hasCourseInstance", instance(o));
    about
}

/// The price, if it is known.
fn offer(o: &Offering) -> Option<Value> {
    let price = o.price.as_ref()?.known.as_ref()?;
    let units = |cents: i64| json!(cents as f64 / 100.0);
    let mut offer = json!({ "@type": "Offer", "category": if price.range.most == 0 { "Free" } else { "Paid" } });
    if price.range.least == price.range.most {
        offer["price"] = units(price.range.most);
    } else {
        offer["priceSpecification"] = json!({ "@type": "PriceSpecification", "minPrice": units(price.range.least), "maxPrice": units(price.range.most), "priceCurrency": price.currency });
    }
    if let Some(currency) = &price.currency {
        offer["priceCurrency"] = currency.as_str().into();
    }
    Some(offer)
}

/// How, where and when, as far as that is known.
fn instance(o: &Offering) -> Option<Value> {
    let mut instance = json!({ "@type": "CourseInstance" });
    let mode = o.participation.map(|p| match p {
        Participation::Online => "Online",
        Participation::Onsite | Participation::Work => "Onsite",
        Participation::Blended => "Blended",
    });
    let mut say = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            instance[name] = value;
        }
    };
    say("courseMode", mode.map(Value::from));
    say("courseWorkload", o.minutes().map(|m| Value::from(format!("PT{}H{}M", m / 60, m % 60))));
    say("location", o.place.as_deref().map(Value::from));
    say("startDate", o.starts.as_deref().map(Value::from));
    (instance.as_object().is_some_and(|i| i.len() > 1)).then_some(instance)
}
