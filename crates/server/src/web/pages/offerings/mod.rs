//! Learning that closes gaps: what one's organisations list, and listing more of it.

mod form;
mod import;
mod own;
mod tags;

use crate::access::{Thing, Verb};
use crate::actions::list_offering::list_offering;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::{Listed, Published, listed, published, to_choose_from, writing_for};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, PAGE, Sent};
use crate::web::forms::id;
use crate::web::layout::Section;
use crate::web::pages::learning::tell;
use crate::web::parts::{Form, Head, Tone, breadcrumbs, empty, pagination, panel, row_link, search, table, tone_pill};
use crate::web::routes::Routes;
use domain::Lang;
use domain::offering::Offering;
use domain::people::Organisation;
use domain::profile::ProfileVersion;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/offerings", Verb::View, Thing::Offering, list)
        .post("/{lang}/offerings", Verb::Add, Thing::Offering, add)
        .get("/{lang}/offerings/new", Verb::Add, Thing::Offering, new)
        .get("/{lang}/offerings/completions", Verb::Add, Thing::Completion, own::completing)
        .post("/{lang}/offerings/completions", Verb::Add, Thing::Completion, own::complete)
        .get("/{lang}/offerings/{offering}", Verb::Edit, Thing::Offering, own::ask)
        .post("/{lang}/offerings/{offering}", Verb::Edit, Thing::Offering, own::change)
        .post("/{lang}/offerings/{offering}/withdrawal", Verb::Withdraw, Thing::Offering, own::withdraw)
        .and(import::routes())
        .and(tags::routes())
}

async fn list(who: Member) -> Page {
    let listed = listed(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "offerings-title"), Section::Profiles, view(who.lang, &listed))
}

async fn new(who: Member, asked: Asked) -> Page {
    let title = t(who.lang, "offerings-new");
    if let Ok(profile) = asked.get("profile").parse() {
        let (version, providers) = choices(&who, profile).await.or_refuse(&who)?;
        let form = Form::new(who.lang);
        return answer::page(&who, &title, Section::Profiles, form::page(who.lang, &version, &providers, None, &form));
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
    let provider = id(&mut form, "provider");
    if let Some(offering) = form::read(&who, &mut form, &version, provider) {
        match list_offering(&who, offering).await {
            Ok(_) => return answer::redirect_saying(&urls::offerings(who.lang), "offering-listed"),
            Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
        }
    }
    answer::again(&who, &t(who.lang, "offerings-new"), Section::Profiles, form::page(who.lang, &version, &providers, None, &form))
}

fn view(lang: Lang, listed: &[Listed]) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang))]))
        div.row.low {
            div.stack.tight { h1 { (t(lang, "offerings-title")) } p.muted { (t(lang, "offerings-lead")) } }
            div.row.push {
                a.btn href=(urls::completions(lang)) { (t(lang, "completions-title")) }
                a.btn href=(urls::import_catalogue(lang)) { (t(lang, "import-title")) }
                a.btn.main href=(urls::new_offering(lang)) { (t(lang, "offerings-new")) }
            }
        }
        @for one in listed {
            (panel(&format!("of-{}", one.provider.id), one.provider.name.get(lang), None, html! {
                @if one.offerings.is_empty() { (empty(&t(lang, "offerings-none"), &t(lang, "offerings-none-text"), None)) }
                @else { (offerings(lang, one)) p.sm.muted { (t(lang, "offerings-demand")) } }
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
        Head::number(t(lang, "offerings-missing")),
        Head::number(t(lang, "offerings-planned")),
        Head::actions(t(lang, "offerings-change")),
    ];
    let row = |o: &Offering| {
        let title = html! {
            a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) }
            @if let Some(at) = o.retired { " " (tone_pill(Tone::Wait, &t!(lang, "offerings-retired", date = crate::i18n::date(lang, at)))) }
            p.sm.muted { (o.summary.get(lang)) }
        };
        let demand = listed.demand.get(&o.id).copied().unwrap_or_default();
        let by_hand = o.source.catalogue.is_none() && o.retired.is_none();
        vec![
            title,
            html! { (tell::participation(lang, o.participation)) },
            html! { (tell::work(lang, o)) },
            html! { (tell::price(lang, o.price.as_ref())) },
            html! { (o.criteria.len()) },
            html! { (own::people(lang, demand.missing)) },
            html! { (own::people(lang, demand.planned)) },
            html! { @if by_hand { (row_link(&urls::offering(lang, o.id), &t(lang, "offerings-change"), o.title.get(lang))) } },
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
            (search(&base, &t(lang, "offerings-search"), words, Some("published"), &[]))
            @if found.cards.is_empty() { (empty(&t(lang, "offerings-no-profile"), &t(lang, "offerings-no-profile-text"), None)) }
            @else { div.panel.pad { (table(&t(lang, "offerings-choose-profile"), &heads, &found.cards.iter().map(row).collect::<Vec<_>>())) } }
            @let pages = (found.all as usize).div_ceil(PAGE as usize);
            (pagination(lang, page as usize, pages, |n| format!("{base}?q={}&page={n}", urls::encode(words))))
        }
    }
}
