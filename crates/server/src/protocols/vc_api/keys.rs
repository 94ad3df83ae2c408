//! The keys of the VC-API: one of each kind, drawn from the instance key, so that the same instance always has the same.

use crate::app::App;
use vc::{KeyType, SigningKey, Suite};

/// The kinds of keys there are.
const KINDS: [KeyType; 3] = [KeyType::Ed25519, KeyType::P256, KeyType::P384];
/// The suites that are issued by.
const SUITES: [Suite; 5] = [Suite::EddsaRdfc2022, Suite::EddsaJcs2022, Suite::EcdsaRdfc2019, Suite::EcdsaJcs2019, Suite::EcdsaSd2023];

/// A key and the issuer that it is.
pub struct Issuer(SigningKey);

impl Issuer {
    /// The issuer's id, a `did:key`.
    pub fn id(&self) -> String {
        self.0.did_key()
    }

    /// Where verifiers find the public key.
    pub fn method(&self) -> String {
        self.0.did_key_method()
    }

    /// What signs.
    pub fn key(&self) -> &SigningKey {
        &self.0
    }

    /// The kind of key, as suites and JWKs call it.
    pub fn kind_name(&self) -> &'static str {
        match self.0.kind() {
            KeyType::Ed25519 => "Ed25519",
            KeyType::P256 => "P-256",
            KeyType::P384 => "P-384",
            KeyType::P521 => "P-521",
            KeyType::Rsa => "RSA",
        }
    }

    /// The suites that it signs by.
    pub fn suites(&self) -> impl Iterator<Item = Suite> {
        SUITES.into_iter().filter(|suite| suite.fits(self.0.kind()))
    }
}

/// The suite of that name, if it is issued by.
pub fn suite(name: &str) -> Option<Suite> {
    SUITES.into_iter().find(|suite| suite.name() == name)
}

/// Every issuer. They are made once.
pub fn all(app: &App) -> &[Issuer] {
    app.vc_issuers.get_or_init(|| KINDS.iter().map(|kind| Issuer(drawn(app, *kind))).collect())
}

fn drawn(app: &App, kind: KeyType) -> SigningKey {
    let (name, length) = match kind {
        KeyType::P384 => ("P-384", 48),
        KeyType::P256 => ("P-256", 32),
        _ => ("Ed25519", 32),
    };
    // A few of the texts that could be drawn are no number of the curve; the next is taken then.
    let draw = |n: u8| SigningKey::from_secret(kind, &app.vault.draw(&format!("vc-api {name} {n}"), length));
    (0..=u8::MAX).find_map(|n| draw(n).ok()).expect("nearly every text is a secret of the curve")
}

/// Who issues a credential: the issuer that it names, if its key fits the suite; else the first that does.
pub fn issuer_for<'a>(app: &'a App, named: Option<&str>, suite: Option<Suite>) -> Option<(&'a Issuer, Suite)> {
    let all = all(app);
    let by = |issuer: &Issuer| suite.map_or_else(|| issuer.suites().next(), |suite| issuer.suites().find(|own| *own == suite));
    let chosen = all.iter().find(|issuer| named == Some(issuer.id().as_str()) && by(issuer).is_some());
    let issuer = chosen.or_else(|| all.iter().find(|issuer| by(issuer).is_some()))?;
    Some((issuer, by(issuer)?))
}
