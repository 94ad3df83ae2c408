//! The demo world, served on a port of its own.

use crate::browser::{Browser, Outcome, available, with_browser};
use domain::PersonId;
use server::app::{App, Clock};
use server::config::Config;
use thirtyfour::prelude::*;
use tokio::sync::oneshot;

/// A browser in a demo world of its own; in a run without a browser, neither.
pub async fn visit(name: &str, body: impl AsyncFnOnce(&World, &Browser) -> Outcome) -> Outcome {
    if !available() {
        return with_browser("", async |_| Ok(())).await;
    }
    let world = World::start(name).await;
    with_browser(&world.base, async |b| body(&world, b).await).await
}

/// The demo, running.
pub struct World {
    pub app: App,
    pub base: String,
    folder: std::path::PathBuf,
    stop: Option<oneshot::Sender<()>>,
}

impl World {
    pub async fn start(name: &str) -> World {
        let folder = std::env::temp_dir().join(format!("tessera-browser-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let mut config = Config::default();
        config.web.listen = ([127, 0, 0, 1], 0).into();
        config.data.dir = folder.clone();
        config.fetch.offline = true;
        let listener = server::cli::serve::listen(&config).await.unwrap();
        config.web.listen = listener.local_addr().unwrap();
        let app = server::cli::serve::open(config, true, Clock::machine()).await.unwrap();
        server::demo::load(&app).await.unwrap();
        let (stop, stopped) = oneshot::channel();
        let serving = app.clone();
        tokio::spawn(async move {
            let _ = server::cli::serve::serve(serving, listener, async {
                let _ = stopped.await;
            })
            .await;
        });
        World { base: app.base_url.clone(), app, folder, stop: Some(stop) }
    }

    /// The demo person with this address.
    pub async fn person(&self, email: &str) -> PersonId {
        let found = store::people::person_by_email(&mut self.app.read().await.unwrap(), email).await.unwrap();
        found.unwrap_or_else(|| panic!("nobody in the demo has the address {email}")).0.id
    }

    /// Signs in as a demo person, by the button on the demo page.
    pub async fn sign_in(&self, b: &Browser, email: &str) -> Outcome {
        let id = self.person(email).await;
        b.page().delete_all_cookies().await?;
        b.goto("/en/demo").await?;
        let form = format!("form[action='/en/demo/{id}']");
        // Only the first few of each group are shown before the others are asked for.
        if let Ok(others) = b.page().find(By::Css(format!("details:has({form}) > summary"))).await {
            others.click().await?;
        }
        b.page().query(By::Css(format!("{form} button"))).first().await?.click().await?;
        b.page().query(By::Css("a.who")).first().await?;
        Ok(())
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
