//! Other people's documents, brought from the web: https only, no private addresses, bounded in size, time and detours,
//! and kept for a short while, so that whoever publishes them learns less of who looks at what.

use crate::config::Fetch;
use domain::Ts;
use serde_json::Value;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Longest wait for somebody else's document, detours included.
const PATIENCE: Duration = Duration::from_secs(5);
/// Most addresses that one document may lead on to.
const DETOURS: usize = 3;
/// How much is kept, in bytes and in documents.
const ROOM: (usize, usize) = (16 << 20, 500);
/// Seconds that a failure is remembered.
const FAILURE_SECONDS: i64 = 30;

/// What a document is, which says how large it may be and how long it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A DID document or a key: at most 256 KiB, kept for five minutes.
    Key,
    /// A status list: at most 1 MiB, kept for one minute, in which a revocation has to be seen.
    StatusList,
    /// A credential that somebody gave the address of: never kept.
    Credential,
}

impl Kind {
    fn largest(self) -> usize {
        match self {
            Kind::Key => 256 << 10,
            Kind::StatusList => 1 << 20,
            Kind::Credential => super::LARGEST_FILE,
        }
    }

    fn seconds(self) -> i64 {
        match self {
            Kind::Key => 300,
            Kind::StatusList => 60,
            Kind::Credential => 0,
        }
    }

    fn accept(self) -> &'static str {
        match self {
            Kind::Key => "application/did+json, application/json",
            Kind::StatusList => "application/vc, application/json;q=0.9",
            Kind::Credential => "application/vc, application/vc+ld+json, application/ld+json, application/json;q=0.9",
        }
    }
}

/// Why nothing was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFetched {
    /// This instance fetches nothing.
    #[error("nothing is fetched from the web here")]
    Off,
    /// Not an `https` address.
    #[error("only https is fetched")]
    NotHttps,
    /// An address that is not on the public internet.
    #[error("it is at a private address")]
    Private,
    /// Nothing is there.
    #[error("nothing is published there")]
    NotFound,
    /// It leads on and on.
    #[error("it leads on to too many other addresses")]
    Moved,
    /// Nobody answers, or not in time.
    #[error("it cannot be reached now")]
    Unreachable,
    /// More than is read.
    #[error("it is too large")]
    TooLarge,
    /// Something else is there, such as a page for people.
    #[error("it is not JSON")]
    NotJson,
}

/// One document that was asked for.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Where.
    pub address: String,
    /// When it was fetched; earlier than now if it was still kept. Of a file, when it was saved.
    pub at: Ts,
    /// Whether it is a file that was saved before.
    pub saved: bool,
    /// What came.
    pub found: Result<Arc<[u8]>, NotFetched>,
}

impl Fetched {
    /// What came, as JSON; of a signed token, a JSON text.
    pub fn json(&self) -> Result<Value, NotFetched> {
        vc::read(&self.found.clone()?)
            .map_err(|why| if why == vc::Malformed::TooLarge { NotFetched::TooLarge } else { NotFetched::NotJson })
    }
}

/// What was fetched a short while ago.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<String, (i64, Fetched)>>);

impl Kept {
    /// The document at `address`: kept from before, or fetched now.
    pub async fn get(&self, address: &str, kind: Kind, settings: &Fetch, now: Ts) -> Fetched {
        if let Some(kept) = self.fresh(address, now) {
            return kept;
        }
        let fetched = fetch(address, kind, settings, now).await;
        let seconds = if fetched.found.is_ok() { kind.seconds() } else { kind.seconds().min(FAILURE_SECONDS) };
        if seconds > 0 && fetched.found != Err(NotFetched::Off) {
            self.keep(&fetched, Ts(now.0 + seconds * 1_000_000));
        }
        fetched
    }

    fn fresh(&self, address: &str, now: Ts) -> Option<Fetched> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(address).filter(|(until, _)| *until > now.0).map(|(_, fetched)| fetched.clone())
    }

    fn keep(&self, fetched: &Fetched, until: Ts) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let size = |f: &Fetched| f.found.as_ref().map_or(0, |bytes| bytes.len());
        kept.insert(fetched.address.clone(), (until.0, fetched.clone()));
        let full =
            |kept: &HashMap<String, (i64, Fetched)>| kept.len() > ROOM.1 || kept.values().map(|(_, f)| size(f)).sum::<usize>() > ROOM.0;
        if full(&kept) {
            kept.retain(|_, (until, _)| *until > fetched.at.0);
        }
        while full(&kept) {
            let Some(oldest) = kept.iter().min_by_key(|(_, (until, _))| *until).map(|(address, _)| address.clone()) else { return };
            kept.remove(&oldest);
        }
    }
}

/// Fetches a document now.
pub async fn fetch(address: &str, kind: Kind, settings: &Fetch, now: Ts) -> Fetched {
    let target = match address.strip_prefix("did:web:") {
        Some(_) => vc::did_web_url(address).ok_or(NotFetched::NotFound),
        None => Ok(address.to_owned()),
    };
    let found = match target {
        Ok(target) if !settings.offline => match tokio::time::timeout(PATIENCE, follow(&target, kind, settings)).await {
            Ok(found) => found,
            Err(_) => Err(NotFetched::Unreachable),
        },
        Ok(_) => Err(NotFetched::Off),
        Err(why) => Err(why),
    };
    Fetched { address: address.to_owned(), at: now, saved: false, found: found.map(Arc::from) }
}

async fn follow(address: &str, kind: Kind, settings: &Fetch) -> Result<Vec<u8>, NotFetched> {
    let mut url = url::Url::parse(address).map_err(|_| NotFetched::NotHttps)?;
    for _ in 0..=DETOURS {
        let answer = ask(&url, kind, settings).await?;
        let status = answer.status();
        if status.is_redirection() {
            let next = answer.headers().get(reqwest::header::LOCATION).and_then(|to| to.to_str().ok());
            url = next.and_then(|to| url.join(to).ok()).ok_or(NotFetched::Unreachable)?;
            continue;
        }
        return match status {
            _ if status.is_success() => read(answer, kind.largest()).await,
            _ if status.is_client_error() => Err(NotFetched::NotFound),
            _ => Err(NotFetched::Unreachable),
        };
    }
    Err(NotFetched::Moved)
}

/// Asks one address. The name is pinned to the address that was looked at: it can't lead elsewhere a moment later.
async fn ask(url: &url::Url, kind: Kind, settings: &Fetch) -> Result<reqwest::Response, NotFetched> {
    if url.scheme() != "https" {
        return Err(NotFetched::NotHttps);
    }
    let host = url.host_str().ok_or(NotFetched::NotHttps)?;
    let at = public_address(host, url.port_or_known_default().unwrap_or(443), settings).await?;
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .danger_accept_invalid_certs(settings.any_certificate)
        .resolve(host, at)
        .build()
        .map_err(|_| NotFetched::Unreachable)?;
    client.get(url.clone()).header("accept", kind.accept()).send().await.map_err(|_| NotFetched::Unreachable)
}

async fn read(mut answer: reqwest::Response, largest: usize) -> Result<Vec<u8>, NotFetched> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| NotFetched::Unreachable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > largest {
            return Err(NotFetched::TooLarge);
        }
    }
    Ok(bytes)
}

async fn public_address(host: &str, port: u16, settings: &Fetch) -> Result<SocketAddr, NotFetched> {
    let asked = tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await;
    let found: Vec<SocketAddr> = asked.map_err(|_| NotFetched::Unreachable)?.collect();
    if !settings.private_addresses && found.iter().any(|a| is_private(a.ip())) {
        return Err(NotFetched::Private);
    }
    found.first().copied().ok_or(NotFetched::Unreachable)
}

/// Loopback, private, link-local and other addresses that are not on the public internet.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            v4.is_loopback()
                || v4.is_private()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_unspecified()
                || v4.is_multicast()
                || v4.is_documentation()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b))
                || (a == 198 && (b == 18 || b == 19))
        }
        IpAddr::V6(v6) => match embedded(v6) {
            Some(v4) => is_private(IpAddr::V4(v4)),
            None => {
                let [first, second, ..] = v6.segments();
                v6.is_loopback()
                    || v6.is_unspecified()
                    || v6.is_multicast()
                    || first & 0xfe00 == 0xfc00
                    || first & 0xffc0 == 0xfe80
                    || (first == 0x2001 && second == 0xdb8)
            }
        },
    }
}

/// The IPv4 address that an IPv6 one only wraps: mapped, translated (NAT64) or 6to4.
fn embedded(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| Some(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    match v6.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => of(high, low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_loopback_addresses_are_known() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.5.5",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
        ] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in ["8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }

    async fn why(address: &str, settings: &Fetch) -> NotFetched {
        fetch(address, Kind::Key, settings, Ts(0)).await.found.unwrap_err()
    }

    #[tokio::test]
    async fn nothing_is_fetched_offline_over_http_or_from_private_addresses() {
        let offline = Fetch { offline: true, ..Fetch::default() };
        assert_eq!(why("https://example.org/key", &offline).await, NotFetched::Off);
        assert_eq!(why("http://example.org/key", &Fetch::default()).await, NotFetched::NotHttps);
        assert_eq!(why("https://127.0.0.1/key", &Fetch::default()).await, NotFetched::Private);
        assert_eq!(why("did:web:127.0.0.1%3A9", &Fetch::default()).await, NotFetched::Private);
        assert_eq!(why("did:web:a..b/c", &Fetch::default()).await, NotFetched::NotFound);
    }

    fn document(address: String, at: i64, bytes: usize) -> Fetched {
        Fetched { address, at: Ts(at), saved: false, found: Ok(vec![0; bytes].into()) }
    }

    #[tokio::test]
    async fn what_was_fetched_is_kept_until_its_time_is_over() {
        let kept = Kept::default();
        kept.keep(&document("https://a.example/".into(), 5, 3), Ts(100));
        let offline = Fetch { offline: true, ..Fetch::default() };
        let again = kept.get("https://a.example/", Kind::Key, &offline, Ts(99)).await;
        assert_eq!((again.at, again.found.unwrap().len()), (Ts(5), 3));
        let over = kept.get("https://a.example/", Kind::Key, &offline, Ts(100)).await;
        assert_eq!(over.found, Err(NotFetched::Off));
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let kept = Kept::default();
        for n in 0..40 {
            kept.keep(&document(format!("https://a.example/{n}"), 0, 1 << 20), Ts(1000 + n));
        }
        let held = kept.0.lock().unwrap();
        assert_eq!(held.len(), 16);
        assert!(held.contains_key("https://a.example/39") && !held.contains_key("https://a.example/0"));
    }
}
