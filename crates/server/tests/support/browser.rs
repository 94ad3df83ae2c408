//! A real Chromium for tests, driven through chromedriver.
//!
//! ```ignore
//! #[tokio::test(flavor = "multi_thread")]
//! async fn the_catalogue_reads_well() -> browser::Outcome {
//!     browser::with_browser(&app.base_url(), async |b| {
//!         b.goto("/en/catalogue").await?;
//!         assert_eq!(b.axe().await?, Vec::<String>::new());
//!         Ok(())
//!     })
//!     .await
//! }
//! ```
//!
//! Use `flavor = "multi_thread"`: on one thread, a driver that is dropped by a panic blocks the test for two minutes.

// Each test binary that includes this file uses a part of it.
#![allow(dead_code)]

use futures::FutureExt;
use serde_json::{Value, json};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;
pub type Outcome<T = ()> = Result<T, Failure>;

/// Debian's Chromium as root, without a graphics card, and silent towards the network. The camera and the microphone
/// are Chromium's own moving picture and beep.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1360,900",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
];

/// Whether this run has promised a browser, so that a test that needs one must run.
pub fn available() -> bool {
    std::env::var_os("TESSERA_TEST_E2E").is_some_and(|value| value == "1")
}

/// Opens a browser for `body` and closes it whatever becomes of the body: returned, refused or panicked.
///
/// Does nothing, and says so, in a run without a browser. What the page looked like at a failure is kept as a picture.
pub async fn with_browser(base_url: &str, body: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    if !available() {
        println!("SKIPPED: no browser in this run (bin/test without --quick brings one)");
        return Ok(());
    }
    let browser = Browser::start(base_url).await?;
    let outcome = AssertUnwindSafe(body(&browser)).catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        match browser.screenshot(&format!("failed-{test}")).await {
            Ok(path) => println!("the page at the failure: {}", path.display()),
            Err(e) => println!("no picture of the page at the failure: {e}"),
        }
    }
    browser.quit().await;
    match outcome {
        Ok(outcome) => outcome,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// One window with a profile of its own.
pub struct Browser {
    page: WebDriver,
    driver: Driver,
    base_url: String,
    script_off: AtomicBool,
}

impl Browser {
    /// A window of 1360 × 900 in the light theme, without motion. Prefer [`with_browser`], which closes it too.
    pub async fn start(base_url: &str) -> Outcome<Self> {
        let driver = Driver::start().await?;
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        let page = WebDriver::new(&driver.url, capabilities).await?;
        let browser = Self { page, driver, base_url: base_url.trim_end_matches('/').to_owned(), script_off: AtomicBool::new(false) };
        match browser.dark(false).await {
            Ok(()) => Ok(browser),
            Err(e) => {
                browser.quit().await;
                Err(e)
            }
        }
    }

    /// Closes the window and ends all of its processes.
    pub async fn quit(self) {
        if let Err(e) = self.page.quit().await {
            println!("the browser did not close by itself: {e}");
        }
        drop(self.driver);
    }

    /// The page, for finding, clicking and typing: `b.page().query(By::Id("q")).first().await?`.
    pub fn page(&self) -> &WebDriver {
        &self.page
    }

    pub async fn goto(&self, path: &str) -> Outcome {
        Ok(self.page.goto(format!("{}{path}", self.base_url)).await?)
    }

    /// The accessibility problems of the page as it stands, as `rule: place: what it should be`. Empty is good.
    ///
    /// Says nothing about reflow: see [`Browser::sideways_scroll`]. In the other theme, ask [`Browser::axe_of_colours`].
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        self.axe_of(json!({"runOnly": tags})).await
    }

    /// What [`Browser::axe`] says of colours alone: all that another theme can change.
    pub async fn axe_of_colours(&self) -> Outcome<Vec<String>> {
        self.axe_of(json!({"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}})).await
    }

    async fn axe_of(&self, options: Value) -> Outcome<Vec<String>> {
        let script = root().join("e2e/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&script).map_err(|e| format!("{}: {e}", script.display()))?;
        let run = "const [options, done] = arguments; \
            axe.run(document, options).then( \
                r => done(r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target}: ${n.failureSummary.replace(/\\s+/g, ' ')}`))), \
                e => done([`axe failed: ${e}`]))";
        self.with_script(async {
            // The page keeps it until the next one is opened.
            if !self.page.execute("return 'axe' in window", vec![]).await?.convert()? {
                self.page.execute(axe, vec![]).await?;
            }
            Ok(self.page.execute_async(run, vec![options]).await?.convert()?)
        })
        .await
    }

    /// What the person's system asks for: the dark or the light theme. Motion is always off, so that nothing is
    /// measured half-way.
    pub async fn dark(&self, yes: bool) -> Outcome {
        let theme = if yes { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": theme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features})).await
    }

    /// Forced colours, as in a high-contrast theme of the system; also resets the theme to the browser's own.
    pub async fn forced_colours(&self, yes: bool) -> Outcome {
        let value = if yes { "active" } else { "none" };
        self.cdp("Emulation.setEmulatedMedia", json!({"features": [{"name": "forced-colors", "value": value}]})).await
    }

    /// The size of the page area in CSS pixels. Stays until changed.
    pub async fn viewport(&self, width: u32, height: u32) -> Outcome {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Takes the network away, or gives it back.
    pub async fn offline(&self, yes: bool) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        let throughput = if yes { 0 } else { -1 };
        let conditions = json!({"offline": yes, "latency": 0, "downloadThroughput": throughput, "uploadThroughput": throughput});
        self.cdp("Network.emulateNetworkConditions", conditions).await
    }

    /// Turns the page's own script off for the pages that are opened from now on, or on again.
    pub async fn no_script(&self, yes: bool) -> Outcome {
        self.script_off.store(yes, Ordering::Relaxed);
        self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": yes})).await
    }

    /// Lets our own script run on a page that was opened without script. The page's script has missed its moment.
    async fn with_script<T>(&self, work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
        if !self.script_off.load(Ordering::Relaxed) {
            return work.await;
        }
        self.no_script(false).await?;
        let outcome = work.await;
        self.no_script(true).await?;
        outcome
    }

    /// How much wider than the window the page is, and what sticks out. Nothing is good.
    pub async fn sideways_scroll(&self) -> Outcome<Option<String>> {
        let script = "const room = document.documentElement.clientWidth, \
                over = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - room; \
            if (over <= 0) return ''; \
            const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join(''); \
            const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 0.5); \
            return `${over} px: ${out.slice(-5).map(name).join(', ')}`";
        let found: String = self.with_script(async { Ok(self.page.execute(script, vec![]).await?.convert()?) }).await?;
        Ok(Some(found).filter(|found| !found.is_empty()))
    }

    /// A picture of what the window shows, as `target/shots/{name}.png`.
    pub async fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        let png = self.page.screenshot_as_png().await?;
        save_shot(name, &png)
    }

    /// A picture of the whole page, from top to bottom. Sticky parts may be drawn in odd places.
    pub async fn full_screenshot(&self, name: &str) -> Outcome<PathBuf> {
        let script = "return [innerWidth, innerHeight, document.documentElement.scrollHeight]";
        let (width, before, height): (u32, u32, u32) =
            self.with_script(async { Ok(self.page.execute(script, vec![]).await?.convert()?) }).await?;
        self.viewport(width, height.clamp(before, 16_000)).await?;
        let shot = self.screenshot(name).await;
        self.viewport(width, before).await?;
        shot
    }

    /// Any other command of Chromium's DevTools protocol.
    pub async fn cdp(&self, method: &str, params: Value) -> Outcome {
        self.page.cdp().send_raw(method, params).await?;
        Ok(())
    }
}

/// A chromedriver in a process group of its own, which is ended as a whole: killing the driver alone would leave its
/// Chromium running.
struct Driver {
    _process: Child,
    group: u32,
    url: String,
    /// What Chromium leaves behind when it is ended lies here.
    folder: PathBuf,
}

impl Driver {
    async fn start() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("tessera-browser-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)?;
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|e| format!("chromedriver does not start: {e}"))?;
        let group = process.id().ok_or("chromedriver ended at once")?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("chromedriver has no output")?).lines();
        let mut driver = Self { _process: process, group, url: String::new(), folder };
        let port = async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, port)) = line.trim_end_matches('.').rsplit_once("successfully on port ") {
                    return Ok(port.to_owned());
                }
            }
            Err(Failure::from("chromedriver ended before it said its port"))
        };
        let port = tokio::time::timeout(Duration::from_secs(30), port).await.map_err(|_| "chromedriver did not say its port")??;
        driver.url = format!("http://127.0.0.1:{port}");
        // A driver whose output nobody reads would stop when the pipe is full.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.group);
        let _ = std::process::Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn save_shot(name: &str, png: &[u8]) -> Outcome<PathBuf> {
    // Cargo gives integration tests a folder inside its target folder, wherever that is.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../shots");
    std::fs::create_dir_all(&folder)?;
    let path = folder.canonicalize()?.join(format!("{name}.png"));
    std::fs::write(&path, png)?;
    Ok(path)
}
