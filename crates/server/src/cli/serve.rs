//! `tessera serve`, and what every command that needs an instance begins with.

use super::Setup;
use crate::actions::run_instance::set_up_link;
use crate::app::{App, Clock, Parts};
use crate::config::Config;
use crate::keys::Vault;
use crate::verifying::trust::TrustLists;
use crate::{jobs, tls, web};
use anyhow::Context as _;
use std::future::IntoFuture as _;
use store::Db;
use store::files::Files;
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore, watch};

pub(super) async fn run(setup: Setup) -> anyhow::Result<()> {
    log();
    let config = setup.config()?;
    let listener = listen(&config).await?;
    let app = open(config, false, Clock::machine()).await?;
    if let Some(link) = set_up_link(&app).await? {
        tracing::warn!(%link, "there is no administrator yet: open this link once to become the first");
    }
    tracing::info!(address = %listener.local_addr()?, base_url = app.base_url, "listening");
    serve(app, listener, stop_signal()).await
}

/// Structured lines on standard error: JSON when nobody watches, readable when somebody does. `RUST_LOG` sets how much.
pub fn log() {
    use std::io::IsTerminal as _;
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info,sqlx=warn".into());
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A test may have set one up before: that one is kept.
    let _ = if std::io::stderr().is_terminal() { lines.try_init() } else { lines.json().try_init() };
}

/// Takes the address, before anything else is begun.
pub async fn listen(config: &Config) -> anyhow::Result<TcpListener> {
    let address = config.web.listen;
    TcpListener::bind(address).await.with_context(|| format!("{address} can't be listened on; is something else running there?"))
}

/// Opens an instance: folder, database, keys.
pub async fn open(config: Config, demo: bool, clock: Clock) -> anyhow::Result<App> {
    let dir = config.data.dir.clone();
    std::fs::create_dir_all(&dir).with_context(|| format!("the folder {} can't be made", dir.display()))?;
    let db = Db::open(&config.database_url()).await?;
    let vault = match &config.data.instance_key {
        Some(hex) => Vault::from_hex(hex)?,
        None => Vault::from_file(&dir.join("instance.key"))?,
    };
    Ok(App::new(Parts {
        db,
        files: Files::open(dir.join("files"))?,
        base_url: config.base_url(),
        trusted: TrustLists::read(&config.trusted_issuers)?,
        funding: crate::funding::read(config.funding_rules.as_deref())?,
        config,
        clock,
        vault,
        versions: Default::default(),
        pages: Default::default(),
        brought: Default::default(),
        statements: Default::default(),
        market: Default::default(),
        lists: Default::default(),
        vc_issuers: Default::default(),
        vc_numbers: Default::default(),
        demo,
        jobs_due: Notify::new(),
        hashing: Semaphore::new(2),
    }))
}

/// Serves until `stop` resolves; then finishes what was begun, and closes.
pub async fn serve(app: App, listener: TcpListener, stop: impl Future<Output = ()> + Send + 'static) -> anyhow::Result<()> {
    let (tell, told) = watch::channel(false);
    let stopped = |mut told: watch::Receiver<bool>| async move {
        let _ = told.wait_for(|stop| *stop).await;
    };
    let work = tokio::spawn(jobs::work(app.clone(), stopped(told.clone())));
    let (site, _) = web::site(app.clone());
    let server = match &app.config.web.tls {
        None => tokio::spawn(axum::serve(listener, site).with_graceful_shutdown(stopped(told)).into_future()),
        Some(source) => {
            let secure = tls::listener(listener, source, &app.base_url)?;
            tokio::spawn(axum::serve(secure, site).with_graceful_shutdown(stopped(told)).into_future())
        }
    };
    stop.await;
    tracing::info!("stopping");
    let _ = tell.send(true);
    // A learner on a slow line may be in the middle of an upload: what arrived is kept, so waiting long gains nothing.
    let patience = std::time::Duration::from_secs(10);
    let _ = tokio::time::timeout(patience, server).await;
    let _ = tokio::time::timeout(patience, work).await;
    app.db.close().await;
    Ok(())
}

/// Resolves on Ctrl-C or SIGTERM.
pub async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate()).expect("signals can be listened to");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = term.recv() => {}
    }
}
