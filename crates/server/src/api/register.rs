//! The issuer's register: what was issued, and the acts that put a credential out of force or in force again.

use super::callers::{AWARDS_WRITE, Client};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, page_of};
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, CredentialRef, CredentialState, Ground, Id, Moment, OrganisationRef};
use crate::access::{Thing, Verb};
use crate::actions::change_status;
use crate::queries::register::{register, register_entry};
use axum::http::{StatusCode, Uri};
use axum::response::IntoResponse as _;
use domain::CredentialId;
use domain::credential::{Credential, Reason};
use serde::{Deserialize, Serialize};
use store::register::Part;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(AWARDS_WRITE, Verb::View, Thing::Register, routes!(list_register))
        .on(AWARDS_WRITE, Verb::View, Thing::Register, routes!(get_register_entry))
        .on(AWARDS_WRITE, Verb::Suspend, Thing::Register, routes!(suspend_credential))
        .on(AWARDS_WRITE, Verb::Suspend, Thing::Register, routes!(reinstate_credential))
        .on(AWARDS_WRITE, Verb::Revoke, Thing::Register, routes!(revoke_credential))
}

/// A part of the register.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RegisterPart {
    #[default]
    All,
    Active,
    Suspended,
    Revoked,
    /// Past its end, or replaced by a renewed one.
    Ended,
    /// Waiting for the holder's answer, or declined.
    Offered,
}

impl From<RegisterPart> for Part {
    fn from(part: RegisterPart) -> Part {
        match part {
            RegisterPart::All => Part::All,
            RegisterPart::Active => Part::Active,
            RegisterPart::Suspended => Part::Suspended,
            RegisterPart::Revoked => Part::Revoked,
            RegisterPart::Ended => Part::Ended,
            RegisterPart::Offered => Part::Offered,
        }
    }
}

/// Which credentials.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RegisterAsked {
    /// Where they stand.
    #[serde(default)]
    #[param(inline, default = "all")]
    show: RegisterPart,
    /// Words to find in names, titles and numbers.
    #[serde(default)]
    #[param(max_length = 200)]
    q: String,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

/// A credential as its issuer sees it.
#[derive(Serialize, ToSchema)]
struct RegisterLine {
    credential: CredentialRef,
    issuer: OrganisationRef,
    /// Who it is made out to.
    recipient: String,
    /// What it certifies.
    title: Bilingual,
    state: CredentialState,
    /// Why it is out of force, if it is suspended, revoked or withdrawn.
    ground: Option<Ground>,
    from: Moment,
    until: Option<Moment>,
}

impl From<&Credential> for RegisterLine {
    fn from(c: &Credential) -> RegisterLine {
        let ground = c.out_of_force().map(|(_, reason)| (&reason.ground).into());
        RegisterLine {
            credential: Id(c.id),
            issuer: Id(c.issuer),
            recipient: c.recipient.name.clone(),
            title: (&c.title).into(),
            state: (&c.state).into(),
            ground,
            from: Moment(c.from),
            until: c.until.map(Moment),
        }
    }
}

#[utoipa::path(
    get, path = "/register", tag = "register", params(RegisterAsked),
    responses((status = 200, description = "A page of what the organisations that one issues for have issued, latest first.", body = Listed<RegisterLine>))
)]
async fn list_register(who: Client, uri: Uri, Query(asked): Query<RegisterAsked>) -> Answer {
    let page = page_of(asked.page);
    let part = asked.show.into();
    let query: String = asked.q.chars().take(200).collect();
    let found = register(&who, part, &query, page).await.or_problem(&who)?;
    Ok(Listed { items: found.lines.iter().map(RegisterLine::from).collect(), page, total: found.count(part) }.answer(&uri))
}

#[utoipa::path(
    get, path = "/register/{credential}", tag = "register",
    responses((status = 200, description = "One credential of the register.", body = RegisterLine))
)]
async fn get_register_entry(who: Client, At(id): At<CredentialId>) -> Answer<axum::Json<RegisterLine>> {
    Ok(axum::Json((&register_entry(&who, id).await.or_problem(&who)?.credential).into()))
}

/// Why a credential is put out of force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OutOfForce {
    /// For everybody. For a time: `under_review`, `condition_lapsed`, `holder_asked`; for good: the others and `holder_asked`.
    ground: Ground,
    /// For the holder.
    #[schema(max_length = 4000)]
    words: String,
}

impl From<OutOfForce> for Reason {
    fn from(sent: OutOfForce) -> Reason {
        Reason { ground: sent.ground.into(), words: sent.words.trim().to_owned() }
    }
}

#[utoipa::path(
    post, path = "/register/{credential}/suspension", tag = "register",
    responses((status = 204, description = "Out of force for a time; the holder is told why."))
)]
async fn suspend_credential(who: Client, At(id): At<CredentialId>, Json(sent): Json<OutOfForce>) -> Answer {
    change_status::suspend_credential(&who, id, sent.into()).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What is said to the holder.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Reinstatement {
    /// For the holder.
    #[schema(max_length = 4000)]
    words: String,
}

#[utoipa::path(
    post, path = "/register/{credential}/reinstatement", tag = "register",
    responses((status = 204, description = "In force again; the holder is told."))
)]
async fn reinstate_credential(who: Client, At(id): At<CredentialId>, Json(sent): Json<Reinstatement>) -> Answer {
    change_status::reinstate_credential(&who, id, sent.words.trim().to_owned()).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/register/{credential}/revocation", tag = "register",
    responses((status = 204, description = "Out of force for good, or withdrawn if nobody has accepted it; the holder is told why."))
)]
async fn revoke_credential(who: Client, At(id): At<CredentialId>, Json(sent): Json<OutOfForce>) -> Answer {
    change_status::revoke_credential(&who, id, sent.into()).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
