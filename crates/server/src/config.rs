//! How an instance is set up: one struct for each concern, read from a TOML file, then the environment, then flags.

use serde::Deserialize;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Everything that can be set.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where it listens, and what it is called from outside.
    pub web: Web,
    /// Where its data is.
    pub data: Data,
    /// How letters leave.
    pub mail: Mail,
    /// How big and how long.
    pub limits: Limits,
    /// What verification may fetch.
    pub fetch: Fetch,
    /// Files with lists of issuers that verification trusts; see [`crate::verifying::trust`]. `TESSERA_TRUSTED_ISSUERS`, with
    /// commas between them.
    pub trusted_issuers: Vec<PathBuf>,
    /// A file with rules of those who help paying for learning, in place of those that come along; see [`crate::funding`].
    /// `TESSERA_FUNDING_RULES`.
    pub funding_rules: Option<PathBuf>,
    /// Whether programs may have any credential issued, with keys made for that alone: `off`, `open` (for conformance
    /// suites), or the key that they must send. `TESSERA_VC_API`.
    pub vc_api: VcApi,
}

/// Who may use the VC-API.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum VcApi {
    /// Nobody.
    #[default]
    Off,
    /// Anybody.
    Open,
    /// Whoever sends this key as a bearer token.
    Key(String),
}

impl From<String> for VcApi {
    fn from(text: String) -> VcApi {
        match text.as_str() {
            "" | "off" => VcApi::Off,
            "open" => VcApi::Open,
            _ => VcApi::Key(text),
        }
    }
}

/// Where it listens, and what it is called from outside.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Web {
    /// Address and port to listen on. `TESSERA_LISTEN`.
    pub listen: SocketAddr,
    /// What people type, without a slash at the end: `https://credentials.example.ca`. Links in letters, issuer
    /// identifiers and credentials are made from it, so it must not change later. `TESSERA_BASE_URL`.
    pub base_url: Option<String>,
    /// Serves https itself: `self-signed`, for tests and closed networks, or a PEM file with the certificates and the
    /// key. Without it a proxy in front does. `TESSERA_TLS`.
    pub tls: Option<Tls>,
}

impl Default for Web {
    fn default() -> Self {
        Web { listen: SocketAddr::from(([127, 0, 0, 1], 8080)), base_url: None, tls: None }
    }
}

/// Where the certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Tls {
    /// Made at the start, for the host of the base address; nobody trusts it without being told to.
    SelfSigned,
    /// A PEM file: the certificate, those that it rests on, and its private key.
    File(PathBuf),
}

impl From<String> for Tls {
    fn from(text: String) -> Tls {
        if text == "self-signed" { Tls::SelfSigned } else { Tls::File(text.into()) }
    }
}

/// Where its data is.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// The folder for files, and for the database if that is SQLite. `TESSERA_DATA_DIR`.
    pub dir: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; without it, `tessera.db` in the folder. `TESSERA_DATABASE`.
    pub database: Option<String>,
    /// 32 bytes as 64 hexadecimal digits that signing keys are sealed with. Keep it apart from backups of the
    /// database. Without it a file `instance.key` is made in the folder. `TESSERA_INSTANCE_KEY`.
    pub instance_key: Option<String>,
}

impl Default for Data {
    fn default() -> Self {
        Data { dir: PathBuf::from("tessera-data"), database: None, instance_key: None }
    }
}

/// How letters leave.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// `smtps://user:password@host` or `smtp://host:25`; without it letters are kept and not sent. `TESSERA_SMTP`.
    pub smtp: Option<String>,
    /// The sender, such as `Tessera <no-reply@example.ca>`. `TESSERA_MAIL_FROM`.
    pub from: Option<String>,
}

/// How big and how long.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of one file of evidence.
    pub file_bytes: u64,
    /// Days that an unfinished upload is kept.
    pub upload_days: i64,
    /// Days that a session lasts.
    pub session_days: i64,
    /// Days that claims on a replaced version may still finish in.
    pub teach_out_days: i64,
    /// Whether a second assessor is asked for where the rules say so (2.13.2). Without, one is enough in every tier.
    pub second_assessor: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { file_bytes: 5 << 30, upload_days: 7, session_days: 14, teach_out_days: 180, second_assessor: true }
    }
}

/// What verification may fetch.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fetch {
    /// Whether issuers' documents are fetched from the web at all.
    pub offline: bool,
    /// Whether private and loopback addresses may be asked; only for tests and closed networks.
    pub private_addresses: bool,
    /// Whether certificates that nobody vouches for are accepted; only for tests.
    pub any_certificate: bool,
}

/// A configuration that can't be read.
#[derive(Debug, thiserror::Error)]
pub enum BadConfig {
    /// The file can't be read.
    #[error("{0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// The file is not what it should be.
    #[error("{0}: {1}")]
    Malformed(PathBuf, toml::de::Error),
}

impl Config {
    /// Reads a file; without one, everything is as by default.
    pub fn read(file: Option<&std::path::Path>) -> Result<Config, BadConfig> {
        let Some(path) = file else { return Ok(Config::default()) };
        let text = std::fs::read_to_string(path).map_err(|e| BadConfig::Unreadable(path.to_owned(), e))?;
        toml::from_str(&text).map_err(|e| BadConfig::Malformed(path.to_owned(), e))
    }

    /// The database's address.
    pub fn database_url(&self) -> String {
        match &self.data.database {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data.dir.join("tessera.db").display()),
        }
    }

    /// What it is called from outside.
    pub fn base_url(&self) -> String {
        match &self.web.base_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("{}://{}", if self.web.tls.is_some() { "https" } else { "http" }, self.web.listen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_setting_is_named_and_not_passed_over() {
        let error = toml::from_str::<Config>("[web]\nlissen = '127.0.0.1:1'").unwrap_err();
        assert!(error.to_string().contains("lissen"), "{error}");
    }

    #[test]
    fn without_a_database_the_folder_holds_one() {
        assert_eq!(Config::default().database_url(), "sqlite:tessera-data/tessera.db");
    }
}
