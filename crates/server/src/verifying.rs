//! Checking a credential of anybody: what it needs is brought first, then `vc` decides without any network.

use crate::actions::Outcome as Acted;
use crate::app::App;
use crate::config::Fetch;
use crate::issuing;
use domain::OrganisationId;
use serde_json::Value;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use vc::Unresolved;

/// Longest wait for an issuer's document.
const PATIENCE: Duration = Duration::from_secs(5);
/// Largest issuer's document.
const LARGEST: usize = 256 * 1024;
/// Most documents fetched for one credential.
const MOST: usize = 8;

/// The documents that a check needs, by address.
pub type Brought = HashMap<String, Result<Value, Unresolved>>;

/// Reads a credential from what people paste or send.
pub fn parse(bytes: &[u8]) -> Result<Value, vc::Malformed> {
    if bytes.len() > vc::LARGEST_DOCUMENT {
        return Err(vc::Malformed::TooLarge);
    }
    // serde_json refuses to go deeper than 128 levels, so nothing can exhaust the stack here.
    serde_json::from_slice(bytes).map_err(|_| vc::Malformed::NotAnObject)
}

/// Checks a credential with what was brought.
pub fn check(document: &Value, brought: &Brought, now_us: i64) -> Result<vc::Report, vc::Malformed> {
    let resolve = |address: &str| brought.get(address).cloned().unwrap_or(Err(Unresolved::Offline));
    vc::verify(document, &resolve, now_us)
}

/// Checks a credential on the server: our own issuers' keys come from the database, others' from the web.
pub async fn check_here(app: &App, document: &Value) -> Acted<Result<vc::Report, vc::Malformed>> {
    let mut brought = Brought::new();
    for address in addresses(document) {
        let found = match own_issuer(app, &address) {
            Some(id) => {
                let mut tx = app.read().await?;
                issuing::did_document(app, &mut tx, id).await.map_err(|_| Unresolved::NotFound)
            }
            None => fetch(&address, &app.config.fetch).await,
        };
        brought.insert(address, found);
    }
    Ok(check(document, &brought, app.now().0))
}

fn own_issuer(app: &App, did: &str) -> Option<OrganisationId> {
    let id: OrganisationId = did.rsplit(':').next()?.parse().ok()?;
    (issuing::web_did(&app.base_url, id) == did).then_some(id)
}

/// Checks a credential from the command line.
pub async fn check_anywhere(document: &Value, settings: &Fetch, now_us: i64) -> Result<vc::Report, vc::Malformed> {
    let mut brought = Brought::new();
    for address in addresses(document) {
        let found = fetch(&address, settings).await;
        brought.insert(address, found);
    }
    check(document, &brought, now_us)
}

/// Where the keys of its proofs and its issuer are published. `did:key` needs no fetching.
fn addresses(document: &Value) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |text: Option<&str>| {
        let address = text.and_then(|t| t.split('#').next()).filter(|a| a.starts_with("did:web:") || a.starts_with("https://"));
        if let Some(address) = address.map(str::to_owned).filter(|a| !found.contains(a) && found.len() < MOST) {
            found.push(address);
        }
    };
    let proofs = match document.get("proof") {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
        None => vec![],
    };
    for proof in proofs {
        add(proof.get("verificationMethod").and_then(Value::as_str));
    }
    let issuer = document.get("issuer");
    add(issuer.and_then(|i| i.as_str().or_else(|| i.get("id")?.as_str())).filter(|i| i.starts_with("did:web:")));
    found
}

/// Fetches a DID document or key document: https only, no private addresses, bounded in size and time, no redirects.
pub async fn fetch(address: &str, settings: &Fetch) -> Result<Value, Unresolved> {
    if settings.offline {
        return Err(Unresolved::Offline);
    }
    let target = if address.starts_with("did:web:") { vc::did_web_url(address).ok_or(Unresolved::NotFound)? } else { address.to_owned() };
    let url = url::Url::parse(&target).map_err(|_| Unresolved::NotFound)?;
    if url.scheme() != "https" {
        return Err(Unresolved::Refused("only https is fetched".to_owned()));
    }
    let host = url.host_str().ok_or(Unresolved::NotFound)?.to_owned();
    let at = public_address(&host, url.port_or_known_default().unwrap_or(443), settings).await?;
    // The name is pinned to the address that was looked at: it can't lead elsewhere a moment later.
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .redirect(reqwest::redirect::Policy::none())
        .resolve(&host, at)
        .build()
        .map_err(|_| Unresolved::Offline)?;
    let mut answer = client.get(url).header("accept", "application/did+json, application/json").send().await.map_err(|_| Unresolved::Offline)?;
    if !answer.status().is_success() {
        return Err(if answer.status().is_client_error() { Unresolved::NotFound } else { Unresolved::Offline });
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| Unresolved::Offline)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LARGEST {
            return Err(Unresolved::Refused("it is larger than 256 KiB".to_owned()));
        }
    }
    serde_json::from_slice(&bytes).map_err(|_| Unresolved::Refused("it is not JSON".to_owned()))
}

async fn public_address(host: &str, port: u16, settings: &Fetch) -> Result<SocketAddr, Unresolved> {
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await.map_err(|_| Unresolved::Offline)?.collect();
    if !settings.private_addresses && found.iter().any(|a| is_private(a.ip())) {
        return Err(Unresolved::Refused("it is at a private address".to_owned()));
    }
    found.first().copied().ok_or(Unresolved::Offline)
}

/// Loopback, private, link-local and other addresses that are not on the public internet.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            v4.is_loopback() || v4.is_private() || v4.is_link_local() || v4.is_broadcast() || v4.is_unspecified() || v4.is_multicast() || v4.is_documentation()
                || a == 0 || a >= 240 || (a == 100 && (64..128).contains(&b)) || (a == 198 && (b == 18 || b == 19))
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_private(IpAddr::V4(v4)),
            None => {
                let first = v6.segments()[0];
                v6.is_loopback() || v6.is_unspecified() || v6.is_multicast() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80 || first == 0x2001 && v6.segments()[1] == 0xdb8
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_loopback_addresses_are_known() {
        for private in ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.1.1", "100.64.0.1", "0.0.0.0", "::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1"] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in ["8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }

    #[tokio::test]
    async fn nothing_is_fetched_offline_over_http_or_from_private_addresses() {
        let offline = Fetch { offline: true, ..Fetch::default() };
        assert_eq!(fetch("https://example.org/key", &offline).await, Err(Unresolved::Offline));
        let refused = |r| matches!(r, Err(Unresolved::Refused(_)));
        assert!(refused(fetch("http://example.org/key", &Fetch::default()).await));
        assert!(refused(fetch("https://127.0.0.1/key", &Fetch::default()).await));
        assert!(refused(fetch("did:web:127.0.0.1%3A9", &Fetch::default()).await));
    }
}
