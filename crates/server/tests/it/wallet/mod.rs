//! Wallets: a credential is taken into one, and shown from one.

mod issuing;
mod outside;
mod showing;

use crate::apps::json_of;
use crate::credential::competency;
use crate::harness::{Answer, Client, World};
use axum::http::Method;
use domain::CredentialId;
use serde_json::{Value, json};
use server::actions::award_credential::accept_credential;
use server::actions::offer_to_wallet::{Offered, offer_to_wallet};
use vc::{SigningKey, jose};

pub const ISSUER: &str = "https://tessera.example";
const GRANT: &str = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

/// A credential in force of the learner's.
pub async fn held(w: &World) -> CredentialId {
    let id = competency(w).await;
    if crate::credential::kept(w, id).await.state.name() == "offered" {
        accept_credential(&w.member(w.learner).await, id).await.unwrap();
    }
    id
}

/// A wallet with one key.
pub struct Wallet {
    pub http: Client,
    pub key: SigningKey,
}

impl Wallet {
    pub fn new(w: &World) -> Wallet {
        Wallet { http: w.stranger(), key: SigningKey::from_seed(&[42; 32]) }
    }

    pub fn did(&self) -> String {
        self.key.did_key()
    }

    async fn offered(w: &World) -> (CredentialId, Offered) {
        let id = held(w).await;
        (id, offer_to_wallet(&w.member(w.learner).await, id, false).await.unwrap())
    }

    pub async fn redeem(&self, code: &str, pin: Option<&str>) -> Answer {
        let mut form = vec![("grant_type", GRANT), ("pre-authorized_code", code)];
        form.extend(pin.map(|pin| ("tx_code", pin)));
        self.http.post("/oauth/token", &form).await
    }

    /// A token for an offer of the learner's credential.
    pub async fn with_token(w: &World) -> (Wallet, CredentialId, String) {
        let (wallet, (id, offered)) = (Wallet::new(w), Wallet::offered(w).await);
        let said = json_of(&wallet.redeem(&offered.code, None).await.is(200));
        let token = said["access_token"].as_str().unwrap().to_owned();
        (wallet, id, token)
    }

    pub async fn nonce(&self) -> String {
        let answer = self.http.post("/oid4vci/nonce", &[]).await.is(200);
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
        json_of(&answer)["c_nonce"].as_str().unwrap().to_owned()
    }

    pub fn proof(&self, w: &World, nonce: &str) -> String {
        let header = json!({ "typ": "openid4vci-proof+jwt", "jwk": self.key.public().to_jwk() });
        let claims = json!({ "aud": w.app.base_url, "iat": w.app.now().0 / 1_000_000, "nonce": nonce });
        jose::sign(header, claims.to_string().as_bytes(), &self.key)
    }

    pub async fn ask(&self, token: &str, body: Value) -> Answer {
        self.tell("/oid4vci/credential", token, body).await
    }

    pub async fn tell(&self, path: &str, token: &str, body: Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        self.http.ask(Method::POST, path, &headers, body.to_string()).await
    }

    /// The request for a credential in this form, with a proof for a fresh nonce.
    pub async fn request(&self, w: &World, configuration: &str) -> Value {
        json!({ "credential_configuration_id": configuration, "proofs": { "jwt": [self.proof(w, &self.nonce().await)] } })
    }

    /// The learner's credential, fetched into this wallet.
    pub async fn fetched(w: &World) -> (Wallet, CredentialId, Value) {
        let (wallet, id, token) = Wallet::with_token(w).await;
        let request = wallet.request(w, "OpenBadgeCredential_ldp").await;
        let said = json_of(&wallet.ask(&token, request).await.is(200));
        let credential = said["credentials"][0]["credential"].clone();
        (wallet, id, credential)
    }
}

#[track_caller]
fn refused(answer: Answer, error: &str) {
    assert_eq!(json_of(&answer.is(400))["error"], error);
}
