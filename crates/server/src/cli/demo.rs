//! `tessera demo`: an instance with content to try everything on.

use super::serve;
use crate::app::Clock;
use crate::config::Config;
use anyhow::{Context as _, bail};
use clap::Args;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serves https: `self-signed`, or a PEM file with certificates and key.
    #[arg(long)]
    tls: Option<String>,
    /// The VC-API: `off`, `open` for conformance suites, or the key that programs must send.
    #[arg(long)]
    vc_api: Option<String>,
    /// A folder that is kept between runs; without it, a fresh temporary one.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Begins anew in the folder.
    #[arg(long, requires = "data")]
    reset: bool,
}

/// Marks a folder as one that the demo made and may empty.
const MARK: &str = "tessera-demo";

pub(super) async fn run(demo: Demo) -> anyhow::Result<()> {
    serve::log();
    let dir = match &demo.data {
        Some(dir) => dir.clone(),
        None => std::env::temp_dir().join(format!("tessera-demo-{}", std::process::id())),
    };
    if demo.reset || demo.data.is_none() {
        empty(&dir)?;
    }
    let mut config = Config::default();
    config.web.listen = SocketAddr::from(([127, 0, 0, 1], demo.port));
    config.web.tls = demo.tls.clone().map(Into::into);
    config.vc_api = demo.vc_api.clone().map(Into::into).unwrap_or_default();
    config.data.dir = dir.clone();
    let listener = serve::listen(&config).await?;
    config.web.listen = listener.local_addr()?;
    let app = serve::open(config, true, Clock::machine()).await?;
    std::fs::write(dir.join(MARK), "This folder was made by `tessera demo`.\n")?;
    crate::demo::load(&app).await?;
    let address = app.base_url.clone();
    use std::io::Write as _;
    writeln!(std::io::stdout(), "Tessera is at {address}  (stop with Ctrl-C)")?;
    let served = serve::serve(app, listener, serve::stop_signal()).await;
    if demo.data.is_none() {
        std::fs::remove_dir_all(&dir).context("the temporary folder can't be removed")?;
    }
    served
}

/// Empties a folder of the demo, and no other.
fn empty(dir: &Path) -> anyhow::Result<()> {
    if !dir.exists() {
        return Ok(());
    }
    let vacant = std::fs::read_dir(dir)?.next().is_none();
    if !vacant && !dir.join(MARK).exists() {
        bail!("{} was not made by the demo, so it is not emptied", dir.display());
    }
    std::fs::remove_dir_all(dir).with_context(|| format!("{} can't be emptied", dir.display()))
}
