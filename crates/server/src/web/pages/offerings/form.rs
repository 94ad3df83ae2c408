//! The form for an offering that is listed by hand: new, or to be changed.

use super::above;
use crate::caller::Member;
use crate::i18n::t;
use crate::t;
use crate::urls;
use crate::web::forms::{both, both_needed, chosen, dollars, fill, ids, money, number_needed, web_address, words};
use crate::web::pages::learning::tell;
use crate::web::parts::{Form, Weight, choice, error_summary_of, field, link, submit};
use domain::offering::{Help, Offering, Participation, Range, Stated};
use domain::people::Organisation;
use domain::profile::ProfileVersion;
use domain::time::day_of;
use domain::{CriterionId, Lang, OfferingId, OrganisationId};
use maud::{Markup, html};

/// How learning is taken part in, as forms send it.
const PARTICIPATION: &[(&str, Participation)] = &[
    ("online", Participation::Online),
    ("onsite", Participation::Onsite),
    ("blended", Participation::Blended),
    ("work", Participation::Work),
];
/// The languages that can be chosen for what is taught.
const LANGUAGES: [&str; 3] = ["en", "fr", "iu"];

/// What the form says, unless something in it is wrong. Only criteria of the profile can be chosen.
pub fn read(who: &Member, form: &mut Form, version: &ProfileVersion, provider: Option<OrganisationId>) -> Option<Offering> {
    let known = |id: &CriterionId| version.body.competencies.iter().any(|c| c.criterion(*id).is_some());
    let (title, summary) = (both_needed(form, "title", 200), both_needed(form, "summary", 1000));
    let (hours, weeks, cents) =
        (number_needed(form, "hours", 1..=1000), number_needed::<u16>(form, "weeks", 1..=520), money(form, "price"));
    let help = help(form);
    let participation = chosen(form, "participation", PARTICIPATION);
    let place = words(form, "place", 200);
    let language = LANGUAGES.into_iter().find(|tag| *tag == form.value("language")).map(str::to_owned);
    let starts = starts(form);
    let url = web_address(form, "url");
    let criteria = ids(form, "criteria").into_iter().filter(known).collect();
    let requires = ids(form, "requires").into_iter().filter(known).collect();
    if !form.is_sound() {
        return None;
    }
    let listed = Offering::listed(who.app.id(), provider?, title, summary, who.now);
    Some(Offering {
        price: Some(Stated::dollars(cents)),
        help,
        work: Some(Stated::hours(hours)),
        days: Some(Stated::entered(Range::just(i64::from(weeks) * 7))),
        participation: Some(participation?),
        place: Some(place).filter(|p| !p.is_empty()),
        language,
        starts,
        url,
        criteria,
        requires,
        ..listed
    })
}

/// Help with the price, and for whom; nothing where no amount is given.
fn help(form: &mut Form) -> Option<Help> {
    let given = !form.value("help").trim().is_empty();
    let terms = if given { both_needed(form, "help_terms", 300) } else { both(form, "help_terms", 300) };
    given.then(|| Help { cents: money(form, "help"), terms })
}

fn starts(form: &mut Form) -> Option<String> {
    let typed = form.value("starts").trim().to_owned();
    if !typed.is_empty() && day_of(&typed).is_none() {
        let lang = form.lang();
        form.refuse("starts", t(lang, "form-day"));
    }
    Some(typed).filter(|d| !d.is_empty())
}

/// The form as an offering fills it in.
pub fn filled(lang: Lang, o: &Offering) -> Form {
    let known = |range: &Option<Stated<Range>>| range.as_ref().and_then(|r| r.known).map(|r| r.most);
    let mut form = fill(fill(Form::new(lang), "title", &o.title), "summary", &o.summary);
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            form = form.clone().with(name, value);
        }
    };
    put("hours", known(&o.work).map(|m| (m / 60).to_string()));
    put("weeks", known(&o.days).map(|d| ((d + 6) / 7).to_string()));
    put("price", o.cost().map(|cents| dollars(lang, cents)));
    put("help", o.help.as_ref().map(|h| dollars(lang, h.cents)));
    put("help_terms_en", o.help.as_ref().map(|h| h.terms.en.clone()));
    put("help_terms_fr", o.help.as_ref().map(|h| h.terms.fr.clone()));
    put("participation", o.participation.and_then(|p| PARTICIPATION.iter().find(|(_, how)| *how == p)).map(|(name, _)| (*name).to_owned()));
    put("place", o.place.clone());
    put("language", o.language.clone());
    put("starts", o.starts.clone());
    put("url", o.url.clone());
    for (name, criteria) in [("criteria", &o.criteria), ("requires", &o.requires)] {
        for criterion in criteria {
            put(name, Some(criterion.to_string()));
        }
    }
    form
}

/// The page. With an offering it is changed, and whoever gives it stays.
pub fn page(lang: Lang, version: &ProfileVersion, providers: &[Organisation], changed: Option<OfferingId>, form: &Form) -> Markup {
    let providers: Vec<_> = providers.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    let how: Vec<_> = PARTICIPATION.iter().map(|(value, how)| choice(*value, tell::participation(lang, Some(*how)))).collect();
    let languages: Vec<_> =
        std::iter::once(choice("", tell::unknown(lang))).chain(LANGUAGES.map(|tag| choice(tag, tell::language(lang, Some(tag))))).collect();
    let title = t(lang, if changed.is_some() { "offerings-change" } else { "offerings-new" });
    let action = changed.map_or_else(|| urls::offerings(lang), |id| urls::offering(lang, id));
    html! {
        (above(lang))
        div.stack.tight { h1 { (title) }
            p.muted { (t!(lang, "offerings-for", title = version.body.title.get(lang)))
                @if changed.is_none() { " " a href=(urls::new_offering(lang)) { (t(lang, "offerings-other-profile")) } } } }
        (error_summary_of(form, |name| label(lang, name)))
        form.stack.loose method="post" action=(action) data-keep=(t(lang, "kept")) {
            input type="hidden" name="profile" value=(version.profile);
            section.panel.pad.stack {
                @if changed.is_none() { (field("provider", t(lang, "offerings-provider")).select(form, &providers)) }
                (field("title", t(lang, "offerings-title-field")).max(200).both(form, 1))
                (field("summary", t(lang, "offerings-summary")).hint(t(lang, "offerings-summary-hint")).max(1000).both(form, 3))
                (field("hours", t(lang, "offerings-hours")).hint(t(lang, "offerings-hours-hint")).number(form))
                (field("weeks", t(lang, "offerings-weeks")).hint(t(lang, "offerings-weeks-hint")).number(form))
                (field("price", t(lang, "offerings-price")).hint(t(lang, "offerings-price-hint")).number(form))
                (field("help", t(lang, "offerings-help")).hint(t(lang, "offerings-help-hint")).optional().number(form))
                (field("help_terms", t(lang, "offerings-help-terms")).for_now().max(300).both(form, 1))
                (field("participation", t(lang, "offerings-participation")).radios(form, &how))
                (field("place", t(lang, "learning-place")).optional().max(200).text(form))
                (field("language", t(lang, "paths-language")).for_now().select(form, &languages))
                (field("starts", t(lang, "learning-starts")).hint(t(lang, "offerings-starts-hint")).optional().date(form))
                (field("url", t(lang, "offerings-url")).optional().max(500).url(form))
            }
            (criteria(lang, version, form, "criteria", "offerings-which"))
            details.panel.pad open[form.values("requires").next().is_some() || form.error("requires").is_some()] {
                summary { (t(lang, "offerings-requires")) }
                (criteria(lang, version, form, "requires", "offerings-requires"))
            }
            div.row { (submit(Weight::Main, &t(lang, if changed.is_some() { "offerings-save" } else { "offerings-list" }))) (link(Weight::Quiet, &urls::offerings(lang), &t(lang, "cancel"))) }
        }
    }
}

/// What a field is called in the list of what is wrong.
fn label(lang: Lang, name: &str) -> String {
    let (base, written_in) = match name.rsplit_once('_') {
        Some((base, "fr")) => (base, " (Français)"),
        Some((base, "en")) => (base, " (English)"),
        _ => (name, ""),
    };
    let words = match base {
        "provider" => t(lang, "offerings-provider"),
        "title" => t(lang, "offerings-title-field"),
        "summary" => t(lang, "offerings-summary"),
        "hours" => t(lang, "offerings-hours"),
        "weeks" => t(lang, "offerings-weeks"),
        "price" => t(lang, "offerings-price"),
        "help" => t(lang, "offerings-help"),
        "help_terms" => t(lang, "offerings-help-terms"),
        "participation" => t(lang, "offerings-participation"),
        "place" => t(lang, "learning-place"),
        "starts" => t(lang, "learning-starts"),
        "url" => t(lang, "offerings-url"),
        "requires" => t(lang, "offerings-requires"),
        _ => t(lang, "offerings-which"),
    };
    format!("{words}{written_in}")
}

/// The criteria of the profile, by competency; the whole is one field.
fn criteria(lang: Lang, version: &ProfileVersion, form: &Form, name: &str, title: &str) -> Markup {
    let mut first = true;
    let mut id = |criterion: CriterionId| {
        let id = if first { format!("f-{name}") } else { format!("{name}-{criterion}") };
        first = false;
        id
    };
    html! {
        fieldset.panel.pad.stack.wrong[form.error(name).is_some()] {
            legend.vh { (t(lang, title)) }
            h2.t { (t(lang, title)) }
            @if let Some(message) = form.error(name) { p.wrong-text { span.vh { (t(lang, "error-label")) " " } (message) } }
            @for c in &version.body.competencies {
                div.stack.tight {
                    h3 { (c.code) " " (c.statement.get(lang)) }
                    ul.ticks {
                        @for k in &c.criteria {
                            @let at = id(k.id);
                            li { label.tick for=(at) {
                                input type="checkbox" id=(at) name=(name) value=(k.id) checked[form.has(name, &k.id.to_string())];
                                span { (k.code) " " (k.statement.get(lang)) }
                            } }
                        }
                    }
                }
            }
        }
    }
}
