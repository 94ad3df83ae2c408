//! Learning that closes gaps: what one's organisations list, and listing more of it.

mod import;
mod tags;

use crate::access::{Thing, Verb};
use crate::actions::write_profile::list_offering;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::{Listed, Published, listed, published, to_choose_from, writing_for};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, PAGE, Sent};
use crate::web::forms::{both_needed, chosen, id, ids, money, number_needed, web_address};
use crate::web::layout::Section;
use crate::web::pages::learning::tell;
use crate::web::parts::{
    Form, Head, Weight, breadcrumbs, choice, empty, error_summary_of, field, link, pagination, panel, row_link, search, submit, table,
};
use crate::web::routes::Routes;
use domain::Lang;
use domain::offering::{Offering, Participation, Stated};
use domain::people::Organisation;
use domain::profile::ProfileVersion;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/offerings", Verb::View, Thing::Offering, list)
        .post("/{lang}/offerings", Verb::Add, Thing::Offering, add)
        .get("/{lang}/offerings/new", Verb::Add, Thing::Offering, new)
        .and(import::routes())
        .and(tags::routes())
}

/// How learning is taken part in, as forms send it.
const PARTICIPATION: &[(&str, Participation)] = &[
    ("online", Participation::Online),
    ("onsite", Participation::Onsite),
    ("blended", Participation::Blended),
    ("work", Participation::Work),
];

async fn list(who: Member) -> Page {
    let listed = listed(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "offerings-title"), Section::Profiles, view(who.lang, &listed))
}

async fn new(who: Member, asked: Asked) -> Page {
    let title = t(who.lang, "offerings-new");
    if let Ok(profile) = asked.get("profile").parse() {
        let (version, providers) = choices(&who, profile).await.or_refuse(&who)?;
        let form = Form::new(who.lang);
        return answer::page(&who, &title, Section::Profiles, form_page(who.lang, &version, &providers, &form));
    }
    let found = published(&who, &asked.get("q"), asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &title, Section::Profiles, choose_profile(who.lang, &found, &asked.get("q"), asked.page()))
}

async fn choices(who: &Member, profile: domain::ProfileId) -> Outcome<(ProfileVersion, Vec<Organisation>)> {
    Ok((to_choose_from(who, profile).await?, writing_for(who).await?))
}

async fn add(who: Member, Sent(mut form): Sent) -> Page {
    let profile = form.value("profile").parse().map_err(|_| Failure::Missing).or_refuse(&who)?;
    let (version, providers) = choices(&who, profile).await.or_refuse(&who)?;
    if let Some(offering) = offering(&who, &mut form, &version) {
        match list_offering(&who, offering).await {
            Ok(_) => return answer::redirect_saying(&urls::offerings(who.lang), "offering-listed"),
            Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
        }
    }
    answer::again(&who, &t(who.lang, "offerings-new"), Section::Profiles, form_page(who.lang, &version, &providers, &form))
}

/// What the form says, unless something in it is wrong. Only criteria of the profile can be chosen.
fn offering(who: &Member, form: &mut Form, version: &ProfileVersion) -> Option<Offering> {
    let known = |id: &domain::CriterionId| version.body.competencies.iter().any(|c| c.criterion(*id).is_some());
    let provider = id(form, "provider");
    let (title, summary) = (both_needed(form, "title", 200), both_needed(form, "summary", 1000));
    let (hours, cents) = (number_needed(form, "hours", 1..=1000), money(form, "price"));
    let participation = chosen(form, "participation", PARTICIPATION);
    let url = web_address(form, "url");
    let criteria = ids(form, "criteria").into_iter().filter(known).collect();
    if !form.is_sound() {
        return None;
    }
    let (price, work) = (Some(Stated::dollars(cents)), Some(Stated::hours(hours)));
    let listed = Offering::listed(who.app.id(), provider?, title, summary, who.now);
    Some(Offering { price, work, participation: Some(participation?), url, criteria, ..listed })
}

fn view(lang: Lang, listed: &[Listed]) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang))]))
        div.row.low {
            div.stack.tight { h1 { (t(lang, "offerings-title")) } p.muted { (t(lang, "offerings-lead")) } }
            div.row.push {
                a.btn href=(urls::import_catalogue(lang)) { (t(lang, "import-title")) }
                a.btn.main href=(urls::new_offering(lang)) { (t(lang, "offerings-new")) }
            }
        }
        @for one in listed {
            (panel(&format!("of-{}", one.provider.id), one.provider.name.get(lang), None, html! {
                @if one.offerings.is_empty() { (empty(&t(lang, "offerings-none"), &t(lang, "offerings-none-text"), None)) }
                @else { (offerings(lang, one)) }
            }))
        }
    }
}

fn offerings(lang: Lang, listed: &Listed) -> Markup {
    let heads = [
        Head::text(t(lang, "offerings-title-field")),
        Head::text(t(lang, "offerings-participation")),
        Head::number(t(lang, "offerings-hours")),
        Head::number(t(lang, "offerings-price")),
        Head::number(t(lang, "offerings-criteria")),
    ];
    let row = |o: &Offering| {
        let title = html! {
            a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) }
            p.sm.muted { (o.summary.get(lang)) }
        };
        vec![
            title,
            html! { (tell::participation(lang, o.participation)) },
            html! { (tell::work(lang, o)) },
            html! { (tell::price(lang, o.price.as_ref())) },
            html! { (o.criteria.len()) },
        ]
    };
    table(&t!(lang, "table-of", what = listed.provider.name.get(lang)), &heads, &listed.offerings.iter().map(row).collect::<Vec<_>>())
}

fn above(lang: Lang) -> Markup {
    breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang)), (&t(lang, "offerings-title"), &urls::offerings(lang))])
}

fn choose_profile(lang: Lang, found: &Published, words: &str, page: i64) -> Markup {
    let base = urls::new_offering(lang);
    let heads =
        [Head::text(t(lang, "profiles-profile")), Head::number(t(lang, "profiles-criteria")), Head::actions(t(lang, "begin-choose-role"))];
    let row = |c: &store::profiles::Card| {
        let title = c.title.get(lang);
        vec![
            html! { (title) },
            html! { (c.criteria) },
            row_link(&format!("{base}?profile={}", c.profile), &t(lang, "begin-choose-role"), title),
        ]
    };
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "offerings-new")) } p.muted { (t(lang, "offerings-choose-profile")) } }
        div.stack #published data-say=(t!(lang, "offerings-found", count = found.all)) tabindex="-1" {
            (search(&base, &t(lang, "offerings-search"), words, Some("published")))
            @if found.cards.is_empty() { (empty(&t(lang, "offerings-no-profile"), &t(lang, "offerings-no-profile-text"), None)) }
            @else { div.panel.pad { (table(&t(lang, "offerings-choose-profile"), &heads, &found.cards.iter().map(row).collect::<Vec<_>>())) } }
            @let pages = (found.all as usize).div_ceil(PAGE as usize);
            (pagination(lang, page as usize, pages, |n| format!("{base}?q={}&page={n}", urls::encode(words))))
        }
    }
}

fn form_page(lang: Lang, version: &ProfileVersion, providers: &[Organisation], form: &Form) -> Markup {
    let providers: Vec<_> = providers.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    let how: Vec<_> = PARTICIPATION.iter().map(|(value, how)| choice(*value, tell::participation(lang, Some(*how)))).collect();
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "offerings-new")) }
            p.muted { (t!(lang, "offerings-for", title = version.body.title.get(lang))) " " a href=(urls::new_offering(lang)) { (t(lang, "offerings-other-profile")) } } }
        (error_summary_of(form, |name| label(lang, name)))
        form.stack.loose method="post" action=(urls::offerings(lang)) data-keep=(t(lang, "kept")) {
            input type="hidden" name="profile" value=(version.profile);
            section.panel.pad.stack {
                (field("provider", t(lang, "offerings-provider")).select(form, &providers))
                (field("title", t(lang, "offerings-title-field")).max(200).both(form, 1))
                (field("summary", t(lang, "offerings-summary")).hint(t(lang, "offerings-summary-hint")).max(1000).both(form, 3))
                (field("hours", t(lang, "offerings-hours")).hint(t(lang, "offerings-hours-hint")).number(form))
                (field("price", t(lang, "offerings-price")).hint(t(lang, "offerings-price-hint")).number(form))
                (field("participation", t(lang, "offerings-participation")).radios(form, &how))
                (field("url", t(lang, "offerings-url")).optional().max(500).url(form))
            }
            (criteria(lang, version, form))
            div.row { (submit(Weight::Main, &t(lang, "offerings-list"))) (link(Weight::Quiet, &urls::offerings(lang), &t(lang, "cancel"))) }
        }
    }
}

/// What a field is called in the list of what is wrong.
fn label(lang: Lang, name: &str) -> String {
    let (base, written_in) = match name.split_once('_') {
        Some((base, "fr")) => (base, " (Français)"),
        Some((base, _)) => (base, " (English)"),
        None => (name, ""),
    };
    let words = match base {
        "provider" => t(lang, "offerings-provider"),
        "title" => t(lang, "offerings-title-field"),
        "summary" => t(lang, "offerings-summary"),
        "hours" => t(lang, "offerings-hours"),
        "price" => t(lang, "offerings-price"),
        "participation" => t(lang, "offerings-participation"),
        "url" => t(lang, "offerings-url"),
        _ => t(lang, "offerings-which"),
    };
    format!("{words}{written_in}")
}

/// The criteria of the profile, by competency; the whole is one field.
fn criteria(lang: Lang, version: &ProfileVersion, form: &Form) -> Markup {
    let mut first = true;
    let mut id = |criterion: domain::CriterionId| {
        let id = if first { "f-criteria".to_owned() } else { format!("c-{criterion}") };
        first = false;
        id
    };
    html! {
        fieldset.panel.pad.stack.wrong[form.error("criteria").is_some()] {
            legend.vh { (t(lang, "offerings-which")) }
            h2.t { (t(lang, "offerings-which")) }
            @if let Some(message) = form.error("criteria") { p.wrong-text { span.vh { (t(lang, "error-label")) " " } (message) } }
            @for c in &version.body.competencies {
                div.stack.tight {
                    h3 { (c.code) " " (c.statement.get(lang)) }
                    ul.ticks {
                        @for k in &c.criteria {
                            @let at = id(k.id);
                            li { label.tick for=(at) {
                                input type="checkbox" id=(at) name="criteria" value=(k.id) checked[form.has("criteria", &k.id.to_string())];
                                span { (k.code) " " (k.statement.get(lang)) }
                            } }
                        }
                    }
                }
            }
        }
    }
}
