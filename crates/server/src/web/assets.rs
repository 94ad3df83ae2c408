//! Stylesheet, scripts and pictures, compiled in and served under an address that changes with them.

use aws_lc_rs::digest::{Context, SHA256};
use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

macro_rules! asset {
    ($name:literal, $kind:expr) => {
        Asset { name: $name, kind: $kind, bytes: include_bytes!(concat!("assets/", $name)) }
    };
}

const ASSETS: &[Asset] = &[
    asset!("app.css", CSS),
    asset!("enhance.js", SCRIPT),
    asset!("evidence.js", SCRIPT),
    asset!("recorder.js", SCRIPT),
    asset!("slices.js", SCRIPT),
    asset!("tus.js", SCRIPT),
    asset!("desk.js", SCRIPT),
    asset!("icons.svg", SVG),
    asset!("favicon.svg", SVG),
];

/// One digest over all files, so that scripts can import each other by plain relative names.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut context = Context::new(&SHA256);
    for asset in ASSETS {
        context.update(asset.bytes);
    }
    context.finish().as_ref()[..8].iter().map(|b| format!("{b:02x}")).collect()
});

/// The address of a file: `/static/9f2c77a103b4d5e6/app.css`.
pub fn url(name: &str) -> String {
    debug_assert!(ASSETS.iter().any(|a| a.name == name), "no asset is called {name}");
    format!("/static/{}/{name}", *HASH)
}

/// Whether the sprite has a picture of this name.
pub fn has_picture(name: &str) -> bool {
    include_str!("assets/icons.svg").contains(&format!("id=\"{name}\""))
}

/// The route that serves them.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/static/{hash}/{name}", get(serve))
}

/// A page from before an update asks with the old digest: it gets today's file, but may not keep it.
async fn serve(Path((hash, name)): Path<(String, String)>) -> Response {
    let Some(asset) = ASSETS.iter().find(|a| a.name == name) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if hash == *HASH { "public, max-age=31536000, immutable" } else { "no-cache" };
    let head = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, keep), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (head, asset.bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    async fn ask(path: &str) -> Response {
        router::<()>().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn a_file_is_kept_for_good_only_under_its_own_digest() {
        let now = ask(&url("app.css")).await;
        assert_eq!(now.status(), StatusCode::OK);
        assert_eq!(now.headers()[header::CONTENT_TYPE], CSS);
        assert!(now.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert_eq!(ask("/static/old/app.css").await.headers()[header::CACHE_CONTROL], "no-cache");
        assert_eq!(ask("/static/old/../Cargo.toml").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(ask("/static/old/missing.js").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn every_picture_that_pages_ask_for_is_in_the_sprite() {
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web"))];
        let mut asked = 0;
        while let Some(folder) = folders.pop() {
            for file in std::fs::read_dir(folder).unwrap().flatten() {
                if file.path().is_dir() {
                    folders.push(file.path());
                    continue;
                }
                let source = std::fs::read(file.path()).unwrap();
                for after in String::from_utf8_lossy(&source).split("(icon(\"").skip(1) {
                    let name = after.split('"').next().unwrap();
                    assert!(has_picture(name), "no picture called {name} for {}", file.path().display());
                    asked += 1;
                }
            }
        }
        assert!(asked > 10, "only {asked} uses found");
    }

    #[test]
    fn scripts_import_only_files_that_are_served() {
        for asset in ASSETS.iter().filter(|a| a.kind == SCRIPT) {
            let source = std::str::from_utf8(asset.bytes).unwrap();
            for after in source.split("from './").skip(1) {
                let name = after.split('\'').next().unwrap();
                assert!(ASSETS.iter().any(|a| a.name == name), "{} imports {name}", asset.name);
            }
        }
    }
}
