//! Learning that closes gaps, listed by those who give it.

use super::callers::{Client, Needs, PROFILES_READ, PROFILES_WRITE, Reader};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, page_of};
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, CriterionRef, Day, Id, Moment, OfferingRef, OrganisationRef, Participation};
use crate::access::{Relation, Thing, Verb};
use crate::actions::list_offering::{self, list_offering, to_change};
use crate::actions::tag_offering::tag_offering;
use crate::actions::{Failure, Outcome};
use crate::queries::demand;
use crate::queries::learning::{self, Names};
use crate::queries::tags;
use crate::web::extract::PAGE;
use axum::http::{StatusCode, Uri};
use axum::response::IntoResponse as _;
use domain::offering::{Help, Offering, Provider, Range, Stated};
use domain::people::Role;
use domain::{Lang, OfferingId};
use serde::{Deserialize, Serialize};
use store::offerings::{Filter, Order};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(Needs::Nothing, Verb::View, Thing::Learning, routes!(search_learning))
        .on(Needs::Nothing, Verb::View, Thing::Learning, routes!(get_learning))
        .on(PROFILES_READ, Verb::View, Thing::Offering, routes!(list_offerings))
        .on(PROFILES_WRITE, Verb::Add, Thing::Offering, routes!(add_offering))
        .on(PROFILES_WRITE, Verb::Edit, Thing::Offering, routes!(change_offering))
        .on(PROFILES_WRITE, Verb::Withdraw, Thing::Offering, routes!(withdraw_offering))
        .on(PROFILES_READ, Verb::Edit, Thing::Offering, routes!(get_offering_demand))
        .on(PROFILES_READ, Verb::Edit, Thing::Offering, routes!(suggest_tags))
        .on(PROFILES_WRITE, Verb::Edit, Thing::Offering, routes!(confirm_tags))
}

/// From the least to the most.
#[derive(Serialize, ToSchema)]
struct RangeView {
    least: i64,
    most: i64,
}

/// A number that a source states: what it says, and the number if its words can mean only one.
#[derive(Serialize, ToSchema)]
struct StatedRange {
    /// The source's words; empty for a number that was entered here.
    said: String,
    /// `null`: not known. It is never 0 in place of that.
    known: Option<RangeView>,
}

/// A price that a source states.
#[derive(Serialize, ToSchema)]
struct StatedPrice {
    /// The source's words; empty for a price that was entered here.
    said: String,
    /// In hundredths of the currency; `null`: not known.
    known: Option<RangeView>,
    /// ISO 4217.
    currency: Option<String>,
}

/// Where an offering's numbers come from.
#[derive(Serialize, ToSchema)]
struct SourceView {
    /// The catalogue; `null`: its provider listed it here.
    catalogue: Option<String>,
    /// What it is known by there.
    id: String,
    /// When the source said so last.
    stated: Moment,
}

/// A statement of a framework that it teaches, as somebody confirmed.
#[derive(Serialize, ToSchema)]
struct TeachesView {
    element: String,
    level: Option<String>,
}

/// Help with a price.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HelpView {
    /// In hundredths of the price's currency.
    cents: i64,
    /// Who gets it.
    terms: Bilingual,
}

/// Short learning. What is `null` is not known.
#[derive(Serialize, ToSchema)]
pub struct OfferingView {
    id: OfferingRef,
    /// The organisation of this instance that gives it.
    provider: Option<OrganisationRef>,
    /// Who gives it, by name.
    provider_name: Option<String>,
    title: Bilingual,
    summary: Bilingual,
    price: Option<StatedPrice>,
    /// Whether there is help with the price.
    aid: Option<bool>,
    /// What whoever gives it takes off the price, and for whom.
    help: Option<HelpView>,
    /// Days from beginning to end.
    days: Option<StatedRange>,
    /// Minutes of work in all.
    minutes: Option<StatedRange>,
    /// Minutes of work in a week.
    weekly_minutes: Option<StatedRange>,
    /// The day it begins.
    starts: Option<String>,
    participation: Option<Participation>,
    place: Option<String>,
    /// The language tag of what is taught.
    language: Option<String>,
    /// Where one signs up.
    url: Option<String>,
    /// Skills that the source names.
    skills: Vec<String>,
    level: Option<String>,
    award: Option<String>,
    /// Approvals and certifications that the source names.
    marks: Vec<String>,
    prerequisites: Option<String>,
    /// The criteria that come first.
    requires: Vec<CriterionRef>,
    /// The criteria it is made for; in a list of many it is empty.
    criteria: Vec<CriterionRef>,
    /// The statements of frameworks that it teaches; in a list of many it is empty.
    teaches: Vec<TeachesView>,
    source: SourceView,
    /// Since when its source lists it no more.
    retired: Option<Moment>,
}

impl OfferingView {
    /// As programs see it, with the names of those it speaks of.
    pub fn of(o: &Offering, names: &Names) -> OfferingView {
        let range = |r: Range| RangeView { least: r.least, most: r.most };
        let stated = |s: &Option<Stated<Range>>| s.as_ref().map(|s| StatedRange { said: s.said.clone(), known: s.known.map(range) });
        let price = o.price.as_ref().map(|p| StatedPrice {
            said: p.said.clone(),
            known: p.known.as_ref().map(|k| range(k.range)),
            currency: p.known.as_ref().and_then(|k| k.currency.clone()),
        });
        let provider = match o.provider {
            Provider::Here(id) => Some(Id(id)),
            Provider::Named(_) | Provider::Unknown => None,
        };
        let source = SourceView { catalogue: names.catalogue(o).map(str::to_owned), id: o.source.id.clone(), stated: Moment(o.source.on) };
        OfferingView {
            id: Id(o.id),
            provider,
            provider_name: names.provider(Lang::En, o).map(str::to_owned),
            title: (&o.title).into(),
            summary: (&o.summary).into(),
            price,
            aid: o.aid,
            help: o.help.as_ref().map(|h| HelpView { cents: h.cents, terms: (&h.terms).into() }),
            days: stated(&o.days),
            minutes: stated(&o.work),
            weekly_minutes: stated(&o.weekly),
            starts: o.starts.clone(),
            participation: o.participation.as_ref().map(Into::into),
            place: o.place.clone(),
            language: o.language.clone(),
            url: o.url.clone(),
            skills: o.skills.clone(),
            level: o.level.clone(),
            award: o.award.clone(),
            marks: o.marks.clone(),
            prerequisites: o.prerequisites.clone(),
            requires: o.requires.iter().copied().map(Id).collect(),
            criteria: o.criteria.iter().copied().map(Id).collect(),
            teaches: o.teaches.iter().map(|t| TeachesView { element: t.element.to_string(), level: t.level.clone() }).collect(),
            source,
            retired: o.retired.map(Moment),
        }
    }
}

/// What a search of everybody's learning can be narrowed by.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct LearningAsked {
    /// Words that must all occur, each at the beginning of a word, with or without accents.
    q: Option<String>,
    /// The name of who gives it.
    provider: Option<String>,
    /// `online`, `onsite`, `blended`, `work` or `unknown`.
    mode: Option<String>,
    /// The language tag of what is taught, or `unknown`.
    language: Option<String>,
    /// `free`, `hundred`, `five_hundred`, `two_thousand`, `over` or `unknown`, in its own currency.
    price: Option<String>,
    /// `week`, `month`, `quarter`, `year`, `over` or `unknown`.
    length: Option<String>,
    /// The id of a catalogue.
    source: Option<String>,
    /// `best` (the words in the title first, then by title), `price` or `length`. No place in any order can be bought.
    order: Option<String>,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

impl LearningAsked {
    fn read(&self) -> (Filter, Order) {
        let list = |value: &Option<String>| value.iter().filter(|v| !v.is_empty() && !v.contains(char::is_control)).cloned().collect();
        let filter = Filter {
            words: self.q.as_deref().unwrap_or_default().chars().take(200).collect(),
            providers: list(&self.provider),
            participations: list(&self.mode),
            languages: list(&self.language),
            prices: list(&self.price),
            lengths: list(&self.length),
            catalogues: list(&self.source),
        };
        let order = match self.order.as_deref() {
            Some("price") => Order::Price,
            Some("length") => Order::Length,
            _ => Order::Best,
        };
        (filter, order)
    }
}

#[utoipa::path(
    get, path = "/learning", tag = "offerings", params(LearningAsked),
    responses((status = 200, description = "A page of everybody's listed learning.", body = Listed<OfferingView>))
)]
async fn search_learning(who: Reader, uri: Uri, Query(asked): Query<LearningAsked>) -> Answer {
    let page = page_of(asked.page);
    let (filter, order) = asked.read();
    let listing = learning::listing(&who, &filter, order, page, PAGE).await.or_problem(&who)?;
    let items = listing.offerings.iter().map(|o| OfferingView::of(o, &listing.names)).collect();
    Ok(Listed { items, page, total: listing.total }.answer(&uri))
}

#[utoipa::path(
    get, path = "/learning/{offering}", tag = "offerings",
    responses((status = 200, description = "One offering, with what it closes and teaches. Retired ones stay readable.", body = OfferingView))
)]
async fn get_learning(who: Reader, At(id): At<OfferingId>) -> Answer<axum::Json<OfferingView>> {
    let one = learning::one(&who, id).await.or_problem(&who)?;
    Ok(axum::Json(OfferingView::of(&one.offering, &one.names)))
}

#[utoipa::path(
    get, path = "/offerings", tag = "offerings",
    responses((status = 200, description = "What one's organisations list.", body = Vec<OfferingView>))
)]
async fn list_offerings(who: Client) -> Answer<axum::Json<Vec<OfferingView>>> {
    who.may(Verb::View, Thing::Offering, Relation::default()).or_problem(&who)?;
    let mut tx = who.app.read().await.or_problem(&who)?;
    let names = Names::load(&mut tx).await.or_problem(&who)?;
    let mut all = Vec::new();
    for organisation in who.organisations(Role::Author) {
        let listed = store::offerings::of_provider(&mut tx, organisation).await.or_problem(&who)?;
        all.extend(listed.iter().map(|o| OfferingView::of(o, &names)));
    }
    Ok(axum::Json(all))
}

/// Learning to list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewOffering {
    /// Who gives it; one is an author there.
    provider: OrganisationRef,
    title: Bilingual,
    summary: Bilingual,
    /// Hours of work.
    hours: u16,
    /// Price in cents.
    cents: i64,
    participation: Participation,
    /// Where one signs up.
    #[serde(default)]
    url: Option<String>,
    /// What it is made for.
    criteria: Vec<CriterionRef>,
    /// What comes first.
    #[serde(default)]
    requires: Vec<CriterionRef>,
    /// Weeks from beginning to end.
    #[serde(default)]
    weeks: Option<u16>,
    /// The day it begins; without it, at any time.
    #[serde(default)]
    starts: Option<Day>,
    #[serde(default)]
    place: Option<String>,
    /// The language tag of what is taught.
    #[serde(default)]
    language: Option<String>,
    /// What is taken off the price for some.
    #[serde(default)]
    help: Option<HelpView>,
}

impl NewOffering {
    fn read(self, id: OfferingId, now: domain::Ts) -> Outcome<Offering> {
        let web = |u: &String| u.len() <= 500 && url::Url::parse(u).is_ok_and(|u| matches!(u.scheme(), "https" | "http") && u.has_host());
        if self.url.as_ref().is_some_and(|u| !web(u)) {
            return Err(Failure::field("url", "wrong-link"));
        }
        if self.cents > 10_000_000 {
            return Err(Failure::field("cents", "wrong-fee"));
        }
        let long = |text: &Option<String>, most: usize| text.as_ref().is_some_and(|t| t.chars().count() > most);
        if long(&self.place, 200) {
            return Err(Failure::field("place", "wrong-too-long"));
        }
        if long(&self.language, 35) {
            return Err(Failure::field("language", "wrong-too-long"));
        }
        if self.weeks.is_some_and(|w| !(1..=520).contains(&w)) {
            return Err(Failure::field("weeks", "wrong-weeks"));
        }
        if self.criteria.len() > 500 || self.requires.len() > 500 {
            return Err(Failure::field("criteria", "wrong-too-many"));
        }
        Ok(Offering {
            price: Some(Stated::dollars(self.cents)),
            work: Some(Stated::hours(self.hours)),
            participation: Some(self.participation.into()),
            url: self.url,
            criteria: self.criteria.into_iter().map(|c| c.0).collect(),
            requires: self.requires.into_iter().map(|c| c.0).collect(),
            days: self.weeks.map(|w| Stated::entered(Range::just(i64::from(w) * 7))),
            starts: self.starts.and_then(|day| serde_json::to_value(day).ok()?.as_str().map(str::to_owned)),
            place: self.place,
            language: self.language,
            help: self.help.map(|h| Help { cents: h.cents, terms: h.terms.into() }),
            ..Offering::listed(id, self.provider.0, self.title.into(), self.summary.into(), now)
        })
    }
}

/// Where the fields stand that the action calls as the form does.
const FIELDS: &[(&str, &str)] = &[("title_en", "title"), ("summary_en", "summary"), ("price", "cents")];

/// An offering that was listed.
#[derive(Serialize, ToSchema)]
struct OfferingListed {
    id: OfferingRef,
}

#[utoipa::path(
    post, path = "/offerings", tag = "offerings",
    responses((status = 201, description = "Listed.", body = OfferingListed))
)]
async fn add_offering(who: Client, Json(new): Json<NewOffering>) -> Answer {
    let offering = new.read(who.app.id(), who.now).or_problem(&who)?;
    let id = list_offering(&who, offering).await.or_problem_at(&who, FIELDS)?;
    Ok((StatusCode::CREATED, axum::Json(OfferingListed { id: Id(id) })).into_response())
}

#[utoipa::path(
    put, path = "/offerings/{offering}", tag = "offerings",
    responses((status = 204, description = "Changed. Whoever planned it is told on their plan what is different."))
)]
async fn change_offering(who: Client, At(id): At<OfferingId>, Json(said): Json<NewOffering>) -> Answer {
    let said = said.read(id, who.now).or_problem(&who)?;
    if said.provider != to_change(&who, id).await.or_problem(&who)?.provider {
        return Err(Failure::field("provider", "wrong-provider")).or_problem(&who);
    }
    list_offering::change_offering(&who, id, said).await.or_problem_at(&who, FIELDS)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    delete, path = "/offerings/{offering}", tag = "offerings",
    responses((status = 204, description = "Listed no more; it stays readable."))
)]
async fn withdraw_offering(who: Client, At(id): At<OfferingId>) -> Answer {
    list_offering::withdraw_offering(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// How many people need an offering. Counts under five are `null`.
#[derive(Serialize, ToSchema)]
struct DemandView {
    /// Who were judged to miss something that it is made for.
    missing: Option<i64>,
    /// Who have it ahead of them in a plan.
    planned: Option<i64>,
}

#[utoipa::path(
    get, path = "/offerings/{offering}/demand", tag = "offerings",
    responses((status = 200, description = "Counts of people, never who they are.", body = DemandView))
)]
async fn get_offering_demand(who: Client, At(id): At<OfferingId>) -> Answer<axum::Json<DemandView>> {
    let offering = to_change(&who, id).await.or_problem(&who)?;
    let Provider::Here(provider) = offering.provider else { return Err(Failure::Missing).or_problem(&who) };
    let all = demand::demand(&who, provider, std::slice::from_ref(&offering)).await.or_problem(&who)?;
    let of = all.get(&id).copied().unwrap_or_default();
    Ok(axum::Json(DemandView { missing: demand::told(of.missing), planned: demand::told(of.planned) }))
}

/// What an offering may teach besides what is confirmed.
#[derive(Serialize, ToSchema)]
struct Suggestion {
    /// What to send to confirm it: the id of a competency or of a framework's element.
    tag: String,
    code: String,
    text: Bilingual,
    /// The profile or framework it is from.
    from: Bilingual,
    /// From 0 to 1.
    likeness: f32,
}

#[utoipa::path(
    get, path = "/offerings/{offering}/suggestions", tag = "offerings",
    responses((status = 200, description = "Statements that its words are like, the most like first.", body = Vec<Suggestion>))
)]
async fn suggest_tags(who: Client, At(id): At<OfferingId>) -> Answer<axum::Json<Vec<Suggestion>>> {
    let found = tags::tagging(&who, id).await.or_problem(&who)?;
    let view = |(s, likeness): &(tags::Statement, f32)| Suggestion {
        tag: s.what.name(),
        code: s.code.clone(),
        text: (&s.text).into(),
        from: (&s.from).into(),
        likeness: *likeness,
    };
    Ok(axum::Json(found.suggested.iter().map(view).collect()))
}

/// All that an offering teaches.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Tags {
    /// Ids of competencies and of frameworks' elements; what is not named is taken off.
    tags: Vec<TagSent>,
}

/// One thing that it teaches.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TagSent {
    tag: String,
    /// To what level, in the framework's own words.
    #[serde(default)]
    level: Option<String>,
}

#[utoipa::path(
    put, path = "/offerings/{offering}/tags", tag = "offerings",
    responses((status = 204, description = "Confirmed."))
)]
async fn confirm_tags(who: Client, At(id): At<OfferingId>, Json(sent): Json<Tags>) -> Answer {
    let names: Vec<_> = sent.tags.into_iter().map(|t| (t.tag, t.level)).collect();
    tag_offering(&who, id, &names).await.or_problem_at(&who, &[("tag", "tags")])?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
