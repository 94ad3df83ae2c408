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
use crate::web::parts::{Form, Weight, empty, filter_buttons, icon, link, pages_of_form, submit};
use domain::profile::Competency;
use domain::{CompetencyId, FrameworkId, Lang, VersionId};
use maud::{Markup, html};
use store::frameworks::{Element, Framework};

/// The kinds of statements that can become criteria.
const STATEMENTS: &[&str] = &["task", "skill", "knowledge"];

/// As many as can be chosen at once.
const MOST: usize = 200;

/// What there is to choose from.
struct Offer {
    /// Every framework.
    frameworks: Vec<Framework>,
    /// The one that is looked into.
    framework: Framework,
    /// What was found in it.
    found: Found,
    /// Statements that the competency's own source leads to.
    related: Vec<Element>,
    /// What is ticked so far, wherever it was found.
    chosen: Vec<Element>,
}

impl Offer {
    fn is_chosen(&self, e: &Element) -> bool {
        self.chosen.iter().any(|c| c.source_id == e.source_id)
    }

    /// What is ticked and not among the boxes of this page.
    fn elsewhere(&self) -> Vec<&Element> {
        let here = |e: &Element| self.found.elements.iter().chain(&self.related).any(|h| h.source_id == e.source_id);
        self.chosen.iter().filter(|e| !here(e)).collect()
    }
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
    let ticked = elements(&mut tx, chosen.id, asked.all("take")).await?;
    Ok(Some(Offer { frameworks, chosen: ticked, framework: chosen, found, related }))
}

/// What is asked for. The button that was pressed speaks before what the form says of the page it stands on.
fn looking(asked: &Asked) -> Looking {
    let pressed = asked.get("show");
    let kind = if pressed.is_empty() { asked.get("kind") } else { pressed };
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
    elements(&mut tx, framework, form.values("take")).await
}

/// The statements with these ids; unknown ones are passed over.
async fn elements(tx: &mut store::Tx, framework: FrameworkId, ids: impl Iterator<Item = &str>) -> Outcome<Vec<Element>> {
    let mut elements: Vec<Element> = Vec::new();
    for source_id in ids.take(MOST) {
        if elements.iter().all(|e| e.source_id != source_id) {
            elements.extend(store::frameworks::element(tx, framework, source_id).await?);
        }
    }
    Ok(elements)
}

/// The one form of the page. Its buttons look further (GET, so that ticks travel in the address) or add what is ticked.
const FORM: &str = "taking";

fn choosing(lang: Lang, draft: &Draft, c: &Competency, offer: &Offer, looking: &Looking) -> Markup {
    let base = urls::draft_take(lang, draft.version.id, c.id);
    let open = looking.words.is_empty() && looking.page == 1;
    html! {
        @if offer.frameworks.len() > 1 { (other_frameworks(lang, &base, offer)) }
        @if !offer.related.is_empty() {
            details.panel.pad open[open] {
                @let source = c.source.as_ref().map_or("", |s| &s.source_id);
                summary { (t!(lang, "draft-take-related", id = source, count = offer.related.len())) }
                (ticks(lang, c, offer, offer.related.iter(), "r"))
            }
        }
        form.search role="search" id=(FORM) action=(base) data-into="#found" data-live {
            (editing::revision(draft))
            input type="hidden" name="framework" value=(offer.framework.id);
            label.vh for="q" { (t(lang, "frameworks-search")) }
            input.input #q type="search" name="q" value=(looking.words) placeholder=(t(lang, "frameworks-search"));
            button.btn { (icon("search")) span.vh { (t(lang, "frameworks-search")) } }
        }
        div.stack #found data-say=(t!(lang, "frameworks-found", count = offer.found.all)) tabindex="-1" {
            (narrowing(lang, offer, looking))
            @let elsewhere = offer.elsewhere();
            @if !elsewhere.is_empty() {
                section.panel.pad aria-labelledby="chosen" {
                    h2 #chosen { (t!(lang, "draft-take-chosen", count = elsewhere.len())) }
                    (ticks(lang, c, offer, elsewhere.into_iter(), "c"))
                }
            }
            @if offer.found.elements.is_empty() { (empty(&t(lang, "frameworks-nothing"), &t(lang, "frameworks-nothing-text"), None)) }
            @else { div.panel.pad { (ticks(lang, c, offer, offer.found.elements.iter(), "f")) } }
            @let pages = (offer.found.all as usize).div_ceil(PAGE as usize);
            (pages_of_form(lang, FORM, looking.page as usize, pages))
        }
        div.row.stuck {
            button.btn.main form=(FORM) formmethod="post" { (t(lang, "draft-take-do")) }
            (link(Weight::Quiet, &urls::draft_competency(lang, draft.version.id, c.id), &t(lang, "cancel")))
        }
    }
}

fn other_frameworks(lang: Lang, base: &str, offer: &Offer) -> Markup {
    html! {
        form.row.low action=(base) {
            div.field { label for="framework" { (t(lang, "draft-take-from")) }
                select.input #framework name="framework" {
                    @for f in &offer.frameworks { option value=(f.id) selected[f.id == offer.framework.id] { (name_of(f)) } }
                } }
            (submit(Weight::Plain, &t(lang, "show")))
        }
    }
}

fn narrowing(lang: Lang, offer: &Offer, looking: &Looking) -> Markup {
    let kinds: Vec<_> = STATEMENTS.iter().map(|kind| (kind_name(lang, kind), *kind, looking.kind == *kind)).collect();
    html! {
        input type="hidden" name="kind" value=(looking.kind) form=(FORM);
        (filter_buttons(&t(lang, "frameworks-kind"), FORM, "show", &kinds))
        p.sm.muted { (name_of(&offer.framework)) ": " (t!(lang, "frameworks-found", count = offer.found.all)) }
    }
}

/// Boxes for statements. They belong to the one form of the page, wherever they stand.
fn ticks<'a>(lang: Lang, c: &Competency, offer: &Offer, elements: impl Iterator<Item = &'a Element>, prefix: &str) -> Markup {
    html! {
        ul.ticks data-still {
            @for (i, e) in elements.enumerate() {
                @let taken = c.criteria.iter().any(|k| k.code.ends_with(&format!(".{}", e.source_id)));
                li { label.tick for={ (prefix) (i) } {
                    input type="checkbox" id={ (prefix) (i) } name="take" value=(e.source_id) form=(FORM)
                        checked[!taken && offer.is_chosen(e)] disabled[taken];
                    span { span lang="en" { (if e.text.is_empty() { &e.title } else { &e.text }) }
                        span.hint { (kind_name(lang, &e.kind)) " " (e.source_id) @if taken { " · " (t(lang, "draft-take-taken")) } } }
                } }
            }
        }
    }
}
