//! `tessera keys`: the keys that issuers sign with, for whoever runs the program.

use super::{Setup, serve};
use crate::actions::manage_keys::{report, rotate};
use crate::app::{App, Clock};
use crate::issuing::key_kind;
use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use domain::key::KeyState;
use domain::{KeyId, OrganisationId, Ts};
use std::io::Write as _;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every key: organisation, key, kind (Ed25519 for documents, P-256 for tokens), state, since when.
    List {
        #[command(flatten)]
        setup: Setup,
    },
    /// A new key signs from now on; the one before is retired and still verifies.
    Rotate {
        /// Whose, such as `org_01…`.
        organisation: OrganisationId,
        #[command(flatten)]
        setup: Setup,
    },
    /// A key fell into wrong hands: another signs, what it signed since then is signed anew by the running server.
    Compromised {
        /// Which, such as `key_01…`.
        key: KeyId,
        /// From when on it can't be trusted, such as `2026-05-01T00:00:00Z`.
        #[arg(long)]
        from: String,
        #[command(flatten)]
        setup: Setup,
    },
}

pub(super) async fn run(keys: Keys) -> anyhow::Result<ExitCode> {
    let (What::List { setup } | What::Rotate { setup, .. } | What::Compromised { setup, .. }) = &keys.what;
    let config = setup.clone().config()?;
    if !config.data.dir.is_dir() {
        bail!("{} is not there: run `tessera serve` with the same --data once, or mend the path", config.data.dir.display());
    }
    let app = serve::open(config, false, Clock::machine()).await?;
    let done = act(&app, keys.what).await;
    app.db.close().await;
    done.map(|()| ExitCode::SUCCESS)
}

async fn act(app: &App, what: What) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    match what {
        What::List { .. } => {
            for key in store::awards::all_keys(&mut app.read().await?).await? {
                let (state, at) = match key.state() {
                    KeyState::InUse => ("in use", key.created),
                    KeyState::Retired(at) => ("retired", at),
                    KeyState::Compromised(from) => ("compromised", from),
                };
                let kind = key_kind(&key);
                writeln!(out, "{}  {}  {kind:<8} {state:<12} {}", key.organisation, key.id, vc::rfc3339(at.0).unwrap_or_default())?;
            }
        }
        What::Rotate { organisation, .. } => {
            let key = rotate(app, None, organisation).await.with_context(|| format!("{organisation}"))?;
            writeln!(out, "{key} signs from now on.")?;
        }
        What::Compromised { key, from, .. } => {
            let from = vc::parse_rfc3339(&from).with_context(|| format!("{from} is no moment such as 2026-05-01T00:00:00Z"))?;
            if from > app.now().0 {
                bail!("--from lies in the future");
            }
            report(app, None, key, Ts(from)).await.with_context(|| format!("{key}"))?;
            writeln!(out, "Reported. Another key signs; the running server signs anew what this one signed since then.")?;
        }
    }
    Ok(())
}
