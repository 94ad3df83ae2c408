//! A program changes a code or a refresh token for tokens: `POST /oauth/token`; and gives one back: `POST /oauth/revoke`
//! (RFC 7009).

use super::super::issuance::PRE_AUTHORIZED;
use super::super::scope::Scope;
use super::Parameters;
use crate::actions::app_tokens::{NoTokens, Tokens, give_back, redeem_code, refresh};
use crate::actions::offer_to_wallet::{NoToken, TOKEN_SECONDS, redeem_offer};
use crate::api::callers::Reader;
use crate::app::hash_of;
use crate::protocols::refusal::Refusal;
use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use domain::AppId;
use serde_json::json;
use store::apps::App;

/// `POST /oauth/token`.
pub async fn token(who: Reader, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let given = Parameters::read(&headers, body).await?;
    let grant = given.needed("grant_type")?;
    if grant == PRE_AUTHORIZED {
        return for_wallet(&who, &given).await;
    }
    let app = client(&who, &headers).await?;
    let tokens = match grant {
        "authorization_code" => {
            let (code, verifier) = (given.needed("code")?, given.needed("code_verifier")?);
            redeem_code(&who, app.id, code, given.needed("redirect_uri")?, verifier).await
        }
        "refresh_token" => {
            let scopes = given.get("scope").map(Scope::among);
            refresh(&who, app.id, given.needed("refresh_token")?, scopes).await
        }
        _ => return Err(Refusal::new("unsupported_grant_type", "grant_type has to be authorization_code or refresh_token.")),
    };
    Ok(answer(tokens?.map_err(refused)?))
}

/// A wallet is nobody's registered client: the code that its holder gave it is all that it shows.
async fn for_wallet(who: &Reader, given: &Parameters) -> Result<Response, Refusal> {
    let redeemed = redeem_offer(who, given.needed("pre-authorized_code")?, given.get("tx_code")).await?;
    let token = redeemed.map_err(|why| match why {
        NoToken::NotGood => Refusal::new("invalid_grant", "The code is not good, is over or was used before; or the tx_code is wrong."),
        NoToken::PinMissing => Refusal::new("invalid_request", "The tx_code is missing: its holder has to type it in."),
        NoToken::PinUnexpected => Refusal::new("invalid_request", "This offer has no tx_code."),
    })?;
    let answer = json!({ "access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS });
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    Ok((headers, Json(answer)).into_response())
}

fn refused(why: NoTokens) -> Refusal {
    match why {
        NoTokens::NotGood => Refusal::new("invalid_grant", "It is not good, is over, was used before, or was given to another program."),
        NoTokens::Scope => Refusal::new("invalid_scope", "scope names more than was allowed."),
    }
}

fn answer(tokens: Tokens) -> Response {
    let mut answer = json!({
        "access_token": tokens.access,
        "token_type": "Bearer",
        "expires_in": tokens.seconds,
        "scope": Scope::list(&tokens.scopes),
    });
    if let Some(refresh) = tokens.refresh {
        answer["refresh_token"] = refresh.into();
    }
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

/// `POST /oauth/revoke`. A token that is not known is no reason to complain (RFC 7009 section 2.2).
pub async fn revoke(who: Reader, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let given = Parameters::read(&headers, body).await?;
    let app = client(&who, &headers).await?;
    give_back(&who, app.id, given.needed("token")?).await?;
    Ok(StatusCode::OK.into_response())
}

/// The program that sends a request, by its id and secret (`client_secret_basic`).
async fn client(who: &Reader, headers: &HeaderMap) -> Result<App, Refusal> {
    let (id, secret) = basic(headers).ok_or_else(Refusal::unknown_client)?;
    let id: AppId = id.parse().map_err(|_| Refusal::unknown_client())?;
    let read = async { store::apps::get(&mut who.app.read().await?, id).await };
    let found = read.await.map_err(crate::actions::Failure::from)?;
    // What is compared are hashes of secrets of 256 bits: how long it takes tells nobody anything.
    found.filter(|(_, hash)| *hash == hash_of(&secret)).map(|(app, _)| app).ok_or_else(Refusal::unknown_client)
}

/// Name and password of HTTP Basic authentication, each encoded as in a form (RFC 6749 section 2.3.1).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (_, encoded) = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"))?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(encoded.trim()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (id, secret) = text.split_once(':')?;
    let plain = |text: &str| url::form_urlencoded::parse(text.as_bytes()).next().map(|(name, _)| name.into_owned());
    Some((plain(id)?, plain(secret)?))
}
