//! Evidence: describing it, saying what it shows, taking it back. Files are sent to `/uploads` by the tus protocol.

use super::callers::{ASSESSMENTS_WRITE, CLAIMS_READ, CLAIMS_WRITE, Client};
use super::document::Operations;
use super::input::{At, At2, Json, Query};
use super::listed::{Listed, PageAsked, page_of};
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use super::words::{
    ClaimRef, CompetencyRef, CriterionRef, Day, EvidenceClass, EvidenceKind, EvidenceRef, EvidenceState, Id, Moment, PeopleShown,
};
use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::actions::add_evidence::{self, Brought};
use crate::actions::caption_evidence::caption_evidence;
use crate::queries::assessment::case;
use crate::queries::evidence::{item_page, list_page};
use crate::queries::evidence_file::{self, evidence_file};
use crate::web::media;
use crate::web::pages::evidence::words::no_captions;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use base64::Engine as _;
use domain::evidence::{self as theirs, Captions, Content, EvidenceItem, EvidenceLink, Occasion};
use domain::{AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId, Lang};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(list_evidence))
        .on(CLAIMS_WRITE, Verb::Add, Thing::Evidence, routes!(add_evidence))
        .on(CLAIMS_READ, Verb::View, Thing::Evidence, routes!(get_evidence))
        .on(CLAIMS_READ, Verb::View, Thing::Evidence, routes!(get_evidence_file))
        .on(CLAIMS_READ, Verb::View, Thing::Evidence, routes!(get_captions))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Evidence, routes!(put_captions))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Evidence, routes!(remove_captions))
        .on(ASSESSMENTS_WRITE, Verb::View, Thing::Evidence, routes!(get_assessed_file))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Evidence, routes!(link_evidence))
        .on(CLAIMS_WRITE, Verb::Withdraw, Thing::Evidence, routes!(withdraw_evidence))
}

/// A piece of evidence.
#[derive(Serialize, ToSchema)]
pub struct Evidence {
    id: EvidenceRef,
    kind: EvidenceKind,
    class: EvidenceClass,
    title: String,
    /// What the assessor should notice, in the learner's words.
    note: String,
    performed: Day,
    /// Where it was performed.
    setting: String,
    /// Whether it was cut or edited.
    edited: bool,
    people: PeopleShown,
    /// Supervision and identity while it was made, `A0` to `A5`.
    #[schema(example = "A0")]
    supervision: String,
    content: EvidenceContent,
    added: Moment,
    state: EvidenceState,
    /// What it is said to show.
    shows: Vec<Shows>,
}

/// Bytes or words.
#[derive(Serialize, ToSchema)]
#[serde(tag = "name", rename_all = "snake_case")]
enum EvidenceContent {
    /// Written here.
    Text { text: String },
    /// On the web.
    Link { link: String },
    /// A file that is still to be sent, by the tus protocol.
    Awaited {
        file_name: String,
        /// Where the upload is begun.
        #[schema(example = "/uploads")]
        upload_to: &'static str,
        /// What `Upload-Metadata` must say, besides `filename`.
        #[schema(example = "evidence ZXZkX…")]
        upload_metadata: String,
    },
    /// A file.
    File {
        file_name: String,
        /// As sniffed from the bytes.
        media_type: String,
        size: u64,
        sha256: String,
        duration_ms: Option<u64>,
    },
}

/// Something that evidence shows.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shows {
    pub competency: CompetencyRef,
    pub criterion: CriterionRef,
    /// Which part of it; recordings and documents must say.
    #[serde(default)]
    pub at: Place,
}

/// A part of a piece of evidence.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(tag = "part", rename_all = "snake_case", deny_unknown_fields)]
pub enum Place {
    /// All of it: for text, links and pictures.
    #[default]
    Whole,
    /// From a second of a recording.
    Second { second: u32 },
    /// A page of a document.
    Page { page: u32 },
}

impl From<theirs::Locator> for Place {
    fn from(at: theirs::Locator) -> Place {
        match at {
            theirs::Locator::Whole => Place::Whole,
            theirs::Locator::Second(second) => Place::Second { second },
            theirs::Locator::Page(page) => Place::Page { page },
        }
    }
}

impl From<Place> for theirs::Locator {
    fn from(at: Place) -> theirs::Locator {
        match at {
            Place::Whole => theirs::Locator::Whole,
            Place::Second { second } => theirs::Locator::Second(second),
            Place::Page { page } => theirs::Locator::Page(page),
        }
    }
}

impl Evidence {
    /// An item with those of the links that are its own.
    pub fn of(item: &EvidenceItem, links: &[EvidenceLink]) -> Evidence {
        let shows = |l: &EvidenceLink| Shows { competency: Id(l.competency), criterion: Id(l.criterion), at: l.at.into() };
        Evidence {
            id: Id(item.id),
            kind: (&item.kind).into(),
            class: (&item.class).into(),
            title: item.title.clone(),
            note: item.note.clone(),
            performed: Day(item.occasion.performed),
            setting: item.occasion.setting.clone(),
            edited: item.occasion.edited,
            people: (&item.occasion.people).into(),
            supervision: item.supervision.code().to_owned(),
            content: content(item),
            added: Moment(item.added),
            state: (&item.state).into(),
            shows: links.iter().filter(|l| l.evidence == item.id).map(shows).collect(),
        }
    }
}

fn content(item: &EvidenceItem) -> EvidenceContent {
    match item.content.clone() {
        Content::Text(text) => EvidenceContent::Text { text },
        Content::Link(link) => EvidenceContent::Link { link },
        Content::Awaited { file_name } => {
            let id = base64::engine::general_purpose::STANDARD.encode(item.id.to_string());
            EvidenceContent::Awaited { file_name, upload_to: "/uploads", upload_metadata: format!("evidence {id}") }
        }
        Content::File { sha256, size, media_type, file_name, duration_ms } => {
            EvidenceContent::File { file_name, media_type, size, sha256, duration_ms }
        }
    }
}

#[utoipa::path(
    get, path = "/claims/{claim}/evidence", tag = "evidence", params(PageAsked),
    responses((status = 200, description = "A page of the evidence of a claim, latest first.", body = Listed<Evidence>))
)]
async fn list_evidence(who: Client, uri: Uri, At(claim): At<ClaimId>, Query(asked): Query<PageAsked>) -> Answer {
    let page = page_of(asked.page);
    let found = list_page(&who, claim, page).await.or_problem(&who)?;
    let links = store::evidence::links(&mut who.app.read().await.or_problem(&who)?, claim).await.or_problem(&who)?;
    let items = found.items.iter().map(|item| Evidence::of(item, &links)).collect();
    Ok(Listed { items, page, total: found.all }.answer(&uri))
}

/// A piece of evidence to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewEvidence {
    title: String,
    /// What the assessor should notice.
    #[serde(default)]
    note: String,
    class: EvidenceClass,
    performed: Day,
    /// Where it was performed.
    setting: String,
    /// Whether it was cut or edited.
    edited: bool,
    people: PeopleShown,
    content: NewContent,
    #[serde(default)]
    shows: Vec<Shows>,
}

/// Bytes or words to add.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "name", rename_all = "snake_case", deny_unknown_fields)]
enum NewContent {
    /// Written here.
    Text { text: String },
    /// On the web.
    Link {
        #[schema(example = "https://example.org/my-work")]
        link: String,
    },
    /// A file, sent afterwards to the address that the answer gives.
    File { kind: EvidenceKind, file_name: String },
}

impl From<NewContent> for Brought {
    fn from(content: NewContent) -> Brought {
        match content {
            NewContent::Text { text } => Brought::Text(text),
            NewContent::Link { link } => Brought::Link(link),
            NewContent::File { kind, file_name } => Brought::Awaited { kind: kind.into(), file_name },
        }
    }
}

impl From<NewEvidence> for add_evidence::NewEvidence {
    fn from(new: NewEvidence) -> Self {
        let occasion = Occasion { performed: new.performed.0, setting: new.setting, edited: new.edited, people: new.people.into() };
        let (brought, shows) = (new.content.into(), shown(new.shows));
        add_evidence::NewEvidence { title: new.title, note: new.note, class: new.class.into(), occasion, brought, shows }
    }
}

fn shown(shows: Vec<Shows>) -> Vec<(CompetencyId, CriterionId, theirs::Locator)> {
    shows.into_iter().map(|s| (s.competency.0, s.criterion.0, s.at.into())).collect()
}

/// Where the fields stand that the action calls as the learner's form does.
const FIELDS: &[(&str, &str)] = &[("text", "content/text"), ("link", "content/link"), ("file", "content/file_name")];

#[utoipa::path(
    post, path = "/claims/{claim}/evidence", tag = "evidence",
    responses((status = 201, description = "Added. For a file, `content` says where to send it.", body = Evidence, headers(("Location" = String))))
)]
async fn add_evidence(who: Client, At(claim): At<ClaimId>, Json(new): Json<NewEvidence>) -> Answer {
    let id = add_evidence::add_evidence(&who, claim, new.into()).await.or_problem_at(&who, FIELDS)?;
    let page = item_page(&who, id).await.or_problem(&who)?;
    let location = [(header::LOCATION, format!("{}/evidence/{id}", super::BASE))];
    Ok((StatusCode::CREATED, location, axum::Json(Evidence::of(&page.item, &page.links))).into_response())
}

/// A piece of evidence, and the claim that it was brought to.
#[derive(Serialize, ToSchema)]
struct ClaimedEvidence {
    claim: ClaimRef,
    evidence: Evidence,
}

#[utoipa::path(
    get, path = "/evidence/{evidence}", tag = "evidence",
    responses((status = 200, description = "One's own piece of evidence.", body = ClaimedEvidence))
)]
async fn get_evidence(who: Client, At(id): At<EvidenceId>) -> Answer<axum::Json<ClaimedEvidence>> {
    let page = item_page(&who, id).await.or_problem(&who)?;
    Ok(axum::Json(ClaimedEvidence { claim: Id(page.claim.id), evidence: Evidence::of(&page.item, &page.links) }))
}

#[utoipa::path(
    get, path = "/evidence/{evidence}/file", tag = "evidence",
    responses((status = 200, description = "The bytes; a `Range` is answered with 206.", body = Vec<u8>, content_type = "application/octet-stream"))
)]
async fn get_evidence_file(who: Client, At(id): At<EvidenceId>, headers: HeaderMap) -> Answer {
    // A learner's token reads the learner's own evidence; what they judge for others needs the assessors' scope.
    let own = item_page(&who, id).await.or_problem(&who)?;
    given_file(&who, own.item.id, &headers).await
}

#[utoipa::path(
    get, path = "/assessments/{assessment}/evidence/{evidence}/file", tag = "assessments",
    responses((status = 200, description = "The bytes; a `Range` is answered with 206.", body = Vec<u8>, content_type = "application/octet-stream"))
)]
async fn get_assessed_file(who: Client, At2(assessment, id): At2<AssessmentId, EvidenceId>, headers: HeaderMap) -> Answer {
    let judged = case(&who, assessment).await.or_problem(&who)?;
    let there = judged.items.iter().find(|i| i.id == id).ok_or(Failure::Missing).or_problem(&who)?;
    given_file(&who, there.id, &headers).await
}

#[utoipa::path(
    get, path = "/evidence/{evidence}/captions/{language}", tag = "evidence",
    responses((status = 200, description = "The captions in this language, `en` or `fr`.", body = String, content_type = "text/vtt"))
)]
async fn get_captions(who: Client, At2(id, language): At2<EvidenceId, String>) -> Answer {
    let own = item_page(&who, id).await.or_problem(&who)?;
    let language = spoken(&language).or_problem(&who)?;
    let found = evidence_file::captions(&who, own.item.id, language).await.and_then(|f| f.ok_or(Failure::Missing)).or_problem(&who)?;
    Ok(media::given_captions(found))
}

#[utoipa::path(
    put, path = "/evidence/{evidence}/captions/{language}", tag = "evidence",
    request_body(content = String, content_type = "text/vtt", description = "WebVTT or SubRip, at most 512 KiB."),
    responses((status = 204, description = "Added, or replaced."))
)]
async fn put_captions(who: Client, At2(id, language): At2<EvidenceId, String>, text: String) -> Answer {
    let language = spoken(&language).or_problem(&who)?;
    let captions = Captions::read(&text).map_err(|why| {
        let (code, detail) = no_captions(who.lang, why);
        Problem::new(&who, Kind::Invalid).at("#", code, detail)
    })?;
    caption_evidence(&who, id, language, Some(captions)).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    delete, path = "/evidence/{evidence}/captions/{language}", tag = "evidence",
    responses((status = 204, description = "Removed, or never there."))
)]
async fn remove_captions(who: Client, At2(id, language): At2<EvidenceId, String>) -> Answer {
    let language = spoken(&language).or_problem(&who)?;
    caption_evidence(&who, id, language, None).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn spoken(language: &str) -> Result<Lang, Failure> {
    Lang::parse(language).ok_or(Failure::Missing)
}

async fn given_file(who: &Client, id: EvidenceId, headers: &HeaderMap) -> Answer {
    let found = evidence_file(who, id).await.and_then(|f| f.ok_or(Failure::Missing)).or_problem(who)?;
    media::given(&who.app, &found, headers).await.or_problem(who)
}

#[utoipa::path(
    put, path = "/evidence/{evidence}/links", tag = "evidence", request_body = Vec<Shows>,
    responses((status = 204, description = "Said anew. What was sent to the assessors stays as it was."))
)]
async fn link_evidence(who: Client, At(id): At<EvidenceId>, Json(shows): Json<Vec<Shows>>) -> Answer {
    add_evidence::link_evidence(&who, id, shown(shows)).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/evidence/{evidence}/withdrawal", tag = "evidence",
    responses((status = 204, description = "Taken back: gone if no decision rests on it, else hidden and kept."))
)]
async fn withdraw_evidence(who: Client, At(id): At<EvidenceId>) -> Answer {
    add_evidence::withdraw_evidence(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
