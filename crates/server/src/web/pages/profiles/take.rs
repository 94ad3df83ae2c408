//! Criteria taken from a framework: search it, tick statements, add them.

use super::competency::{place, title};
use super::editing::{self, Edited, Saved};
use crate::access::{Relation, Thing, Verb};
use crate::actions::draft_profile::{criterion_from, short_name};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::frameworks::{Found, Looking, found};
use crate::queries::profiles::Draft;
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At2, PAGE, Sent};
use crate::web::layout::Section;
use crate::web::pages::frameworks::{kind_name, name_of};
use crate::web::parts::{Form, Weight, empty, filters, icon, link, pagination, submit};
use domain::profile::Competency;
use domain::{CompetencyId, FrameworkId, Lang, VersionId};
use maud::{Markup, html};
use store::frameworks::{Element, Framework};

/// The kinds of statements that can become criteria.
const STATEMENTS: &[&str] = &["task", "skill", "knowledge"];

/// What there is to choose from.
struct Offer {
    /// Every framework.
    frameworks: Vec<Framework>,
    /// The one that is looked into.
    chosen: Framework,
    /// What was found in it.
    found: Found,
    /// Statements that the competency's own source leads to.
    related: Vec<Element>,
}

async fn look(who: &Member, c: &Competency, asked: &Asked, looking: &Looking) -> Outcome<Option<Offer>> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let frameworks = store::frameworks::all(&mut tx).await?;
    let wanted: Option<FrameworkId> = asked.get("framework").parse().ok();
    let source = c.source.as_ref();
    let by_source = |f: &&Framework| source.is_some_and(|s| s.framework == short_name(f));
    let chosen = frameworks.iter().find(|f| Some(f.id) == wanted).or_else(|| frameworks.iter().find(by_source)).or(frameworks.first());
    let Some(chosen) = chosen.cloned() else { return Ok(None) };
    let found = found(&mut tx, chosen.id, looking).await?;
    let related = match source.filter(|s| s.framework == short_name(&chosen)) {
        Some(s) => store::frameworks::linked(&mut tx, chosen.id, &s.source_id).await?,
        None => vec![],
    };
    let related = related.into_iter().filter(|e| STATEMENTS.contains(&e.kind.as_str())).collect();
    Ok(Some(Offer { frameworks, chosen, found, related }))
}

fn looking(asked: &Asked) -> Looking {
    let kind = asked.get("kind");
    let kind = if STATEMENTS.contains(&kind.as_str()) { kind } else { STATEMENTS[0].to_owned() };
    Looking { words: asked.get("q"), kind, page: asked.page() }
}

pub async fn offer(who: Member, At2(id, competency): At2<VersionId, CompetencyId>, asked: Asked) -> Page {
    let (draft, place) = place(&who, id, competency).await.or_refuse(&who)?;
    let c = &draft.version.body.competencies[place];
    let looking = looking(&asked);
    let offer = look(&who, c, &asked, &looking).await.or_refuse(&who)?;
    let heading = t!(who.lang, "draft-take-title", code = c.code.as_str());
    let body = html! {
        (super::view::above_criterion(who.lang, &draft, c))
        div.stack.tight { h1 { (heading) } p.muted { (t(who.lang, "draft-take-lead")) } }
        @match &offer {
            Some(offer) => (choosing(who.lang, &draft, c, offer, &looking)),
            None => (empty(&t(who.lang, "frameworks-none"), &t(who.lang, "frameworks-none-text"), Some(link(Weight::Main, &urls::frameworks(who.lang), &t(who.lang, "frameworks-import"))))),
        }
    };
    answer::page(&who, &heading, Section::Profiles, body)
}

pub async fn take(who: Member, At2(id, competency): At2<VersionId, CompetencyId>, Sent(mut form): Sent) -> Page {
    let (draft, place) = place(&who, id, competency).await.or_refuse(&who)?;
    let before = &draft.version.body.competencies[place];
    let mut body = draft.version.body.clone();
    for element in ticked(&who, &form).await.or_refuse(&who)? {
        let criterion = criterion_from(&who.app, &before.code, &element);
        let list = &mut body.competencies[place].criteria;
        if !list.iter().any(|k| k.code == criterion.code) {
            list.push(criterion);
        }
    }
    let saved = editing::save(&who, &draft, &mut form, body, draft.version.change.clone()).await.or_refuse(&who)?;
    let next = format!("{}#criteria", urls::draft_competency(who.lang, id, competency));
    match saved {
        Saved::Done => answer::redirect_saying(&next, "draft-taken"),
        saved => {
            let shown = super::fields::criteria(who.lang, &draft, before, &Form::new(who.lang));
            editing::answer(
                &who,
                &draft,
                saved,
                Edited { title: title(&who, before), form: shown, next, now: Form::new(who.lang), sent: &form },
            )
        }
    }
}

/// The elements that were ticked, as the framework has them.
async fn ticked(who: &Member, form: &Form) -> Outcome<Vec<Element>> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let framework: FrameworkId = form.value("framework").parse().map_err(|_| Failure::Missing)?;
    let mut tx = who.app.read().await?;
    let mut elements = Vec::new();
    for source_id in form.values("take").take(200) {
        elements.extend(store::frameworks::element(&mut tx, framework, source_id).await?);
    }
    Ok(elements)
}

fn choosing(lang: Lang, draft: &Draft, c: &Competency, offer: &Offer, looking: &Looking) -> Markup {
    let base = urls::draft_take(lang, draft.version.id, c.id);
    let open = looking.words.is_empty() && looking.page == 1;
    html! {
        @if offer.frameworks.len() > 1 { (other_frameworks(lang, &base, offer)) }
        form.stack.loose method="post" action=(base) id="taking" {
            (editing::revision(draft))
            input type="hidden" name="framework" value=(offer.chosen.id);
        }
        @if !offer.related.is_empty() {
            details.panel.pad open[open] {
                @let source = c.source.as_ref().map_or("", |s| &s.source_id);
                summary { (t!(lang, "draft-take-related", id = source, count = offer.related.len())) }
                (ticks(lang, c, &offer.related, "r"))
            }
        }
        div.stack #found data-say=(t!(lang, "frameworks-found", count = offer.found.all)) tabindex="-1" {
            (narrowing(lang, &base, offer, looking))
            @if offer.found.elements.is_empty() { (empty(&t(lang, "frameworks-nothing"), &t(lang, "frameworks-nothing-text"), None)) }
            @else { div.panel.pad { (ticks(lang, c, &offer.found.elements, "f")) } }
            @let pages = (offer.found.all as usize).div_ceil(PAGE as usize);
            (pagination(lang, looking.page as usize, pages, |page| address(&base, offer, looking, &looking.kind, page)))
        }
        div.row.stuck {
            button.btn.main form="taking" { (t(lang, "draft-take-do")) }
            (link(Weight::Quiet, &urls::draft_competency(lang, draft.version.id, c.id), &t(lang, "cancel")))
        }
    }
}

fn other_frameworks(lang: Lang, base: &str, offer: &Offer) -> Markup {
    html! {
        form.row.low action=(base) {
            div.field { label for="framework" { (t(lang, "draft-take-from")) }
                select.input #framework name="framework" {
                    @for f in &offer.frameworks { option value=(f.id) selected[f.id == offer.chosen.id] { (name_of(f)) } }
                } }
            (submit(Weight::Plain, &t(lang, "show")))
        }
    }
}

fn narrowing(lang: Lang, base: &str, offer: &Offer, looking: &Looking) -> Markup {
    let links: Vec<_> = STATEMENTS
        .iter()
        .map(|kind| (kind_name(lang, kind), None, address(base, offer, looking, kind, 1), looking.kind == *kind))
        .collect();
    html! {
        div.row {
            form.search role="search" action=(base) data-into="#found" data-live {
                label.vh for="q" { (t(lang, "frameworks-search")) }
                input.input #q type="search" name="q" value=(looking.words) placeholder=(t(lang, "frameworks-search"));
                input type="hidden" name="kind" value=(looking.kind);
                input type="hidden" name="framework" value=(offer.chosen.id);
                button.btn { (icon("search")) span.vh { (t(lang, "frameworks-search")) } }
            }
            (filters(&t(lang, "frameworks-kind"), Some("found"), &links))
        }
        p.sm.muted { (name_of(&offer.chosen)) ": " (t!(lang, "frameworks-found", count = offer.found.all)) }
    }
}

fn address(base: &str, offer: &Offer, looking: &Looking, kind: &str, page: usize) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("framework", &offer.chosen.id.to_string()).append_pair("kind", kind);
    if !looking.words.is_empty() {
        query.append_pair("q", &looking.words);
    }
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    format!("{base}?{}", query.finish())
}

/// Boxes for statements. They belong to the one form of the page, so that the search between them has its own.
fn ticks(lang: Lang, c: &Competency, elements: &[Element], prefix: &str) -> Markup {
    html! {
        ul.ticks {
            @for (i, e) in elements.iter().enumerate() {
                @let taken = c.criteria.iter().any(|k| k.code.ends_with(&format!(".{}", e.source_id)));
                li { label.tick for={ (prefix) (i) } {
                    input type="checkbox" id={ (prefix) (i) } name="take" value=(e.source_id) form="taking" disabled[taken];
                    span { span lang="en" { (if e.text.is_empty() { &e.title } else { &e.text }) }
                        span.hint { (kind_name(lang, &e.kind)) " " (e.source_id) @if taken { " · " (t(lang, "draft-take-taken")) } } }
                } }
            }
        }
    }
}
