//! The command line: one file for each command.

mod agreement;
mod demo;
mod doctor;
mod import;
mod keys;
mod path;
pub mod serve;
mod verify;

use crate::config::Config;
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Competency-first micro-credentials.
#[derive(Debug, Parser)]
#[command(name = "tessera", version, about)]
pub struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Says how far raters agree, from a table: exit 0 computed, 1 nothing to compare, 2 unreadable.
    Agreement(agreement::Agreement),
    /// Starts with demo content in a fresh temporary folder; one click signs you in as any demo person.
    Demo(demo::Demo),
    /// Runs an instance.
    Serve(Setup),
    /// Says what is wrong with an instance, and what to do.
    Doctor(Setup),
    /// Takes in a framework of somebody else.
    Import(import::Import),
    /// Lists issuers' signing keys, makes a new one, or reports one as compromised.
    Keys(keys::Keys),
    /// Finds the cheapest or soonest learning that closes a gap, with proof: exit 0 found, 1 there is none, 2 unreadable.
    Path(path::Path),
    /// Checks credentials: exit 0 all valid, 1 one is not or can't be checked now, 2 one is unreadable.
    Verify(verify::Verify),
}

/// How an instance is set up: a file, then the environment, then these.
#[derive(Clone, Debug, Default, Args)]
pub struct Setup {
    /// A TOML file of settings.
    #[arg(long, env = "TESSERA_CONFIG")]
    config: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, env = "TESSERA_LISTEN")]
    listen: Option<SocketAddr>,
    /// What people type, such as `https://credentials.example.ca`.
    #[arg(long, env = "TESSERA_BASE_URL")]
    base_url: Option<String>,
    /// Serves https: `self-signed`, or a PEM file with certificates and key.
    #[arg(long, env = "TESSERA_TLS")]
    tls: Option<String>,
    /// The VC-API: `off`, `open` for conformance suites, or the key that programs must send.
    #[arg(long, env = "TESSERA_VC_API", hide_env_values = true)]
    vc_api: Option<String>,
    /// A list of issuers that verification trusts (JSON). May be given more than once.
    #[arg(long, env = "TESSERA_TRUSTED_ISSUERS", value_delimiter = ',')]
    trusted_issuers: Vec<PathBuf>,
    /// Rules of those who help paying for learning (TOML), in place of those that come along.
    #[arg(long, env = "TESSERA_FUNDING_RULES")]
    funding_rules: Option<PathBuf>,
    /// The folder for files and, with SQLite, the database.
    #[arg(long, env = "TESSERA_DATA_DIR")]
    data: Option<PathBuf>,
    /// `sqlite:PATH` or `postgres://…`.
    #[arg(long, env = "TESSERA_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// 64 hexadecimal digits that signing keys are sealed with.
    #[arg(long, env = "TESSERA_INSTANCE_KEY", hide_env_values = true)]
    instance_key: Option<String>,
    /// The mail server, such as `smtps://user:password@host`.
    #[arg(long, env = "TESSERA_SMTP", hide_env_values = true)]
    smtp: Option<String>,
    /// The sender of letters.
    #[arg(long, env = "TESSERA_MAIL_FROM")]
    mail_from: Option<String>,
}

impl Setup {
    /// The configuration: the file, with what the environment and the flags say in its place.
    pub fn config(self) -> anyhow::Result<Config> {
        let mut config = Config::read(self.config.as_deref())?;
        if let Some(listen) = self.listen {
            config.web.listen = listen;
        }
        if let Some(tls) = self.tls {
            config.web.tls = Some(tls.into());
        }
        if let Some(vc_api) = self.vc_api {
            config.vc_api = vc_api.into();
        }
        if !self.trusted_issuers.is_empty() {
            config.trusted_issuers = self.trusted_issuers;
        }
        config.funding_rules = self.funding_rules.or(config.funding_rules);
        if let Some(dir) = self.data {
            config.data.dir = dir;
        }
        let replace = |kept: &mut Option<String>, given: Option<String>| {
            if given.is_some() {
                *kept = given;
            }
        };
        replace(&mut config.web.base_url, self.base_url);
        replace(&mut config.data.database, self.database);
        replace(&mut config.data.instance_key, self.instance_key);
        replace(&mut config.mail.smtp, self.smtp);
        replace(&mut config.mail.from, self.mail_from);
        Ok(config)
    }
}

/// Runs a command; what went wrong is said in one line, with its causes.
pub fn run(command: Command) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return broken(&e.into()),
    };
    let done = runtime.block_on(async {
        match command.what {
            What::Agreement(asked) => agreement::run(&asked),
            What::Demo(demo) => demo::run(demo).await.map(|()| ExitCode::SUCCESS),
            What::Serve(setup) => serve::run(setup).await.map(|()| ExitCode::SUCCESS),
            What::Doctor(setup) => doctor::run(setup).await,
            What::Import(import) => import::run(import).await,
            What::Keys(keys) => keys::run(keys).await,
            What::Path(path) => path::run(&path),
            What::Verify(verify) => verify::run(verify).await,
        }
    });
    // Whatever still runs in the background has been told to stop, or is of no consequence.
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    done.unwrap_or_else(|e| broken(&e))
}

fn broken(error: &anyhow::Error) -> ExitCode {
    eprintln!("tessera: {error:#}");
    ExitCode::from(2)
}
