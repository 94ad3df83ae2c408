//! The direction of things, held by a test instead of by taste.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn dependencies(krate: &str) -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("crates").join(krate).join("Cargo.toml")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|l| !l.starts_with('['));
    lines.filter_map(|l| l.split(['.', ' ', '=']).next()).filter(|n| !n.is_empty() && !n.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn pure_crates_depend_on_nothing_that_does_io() {
    let allowed = ["aws-lc-rs", "base64", "bs58", "flate2", "quick-xml", "serde", "serde_json", "thiserror", "time", "toml"];
    for krate in ["domain", "vc", "exchange", "pathfinder"] {
        let wrong: Vec<String> = dependencies(krate).into_iter().filter(|d| !allowed.contains(&d.as_str())).collect();
        assert!(wrong.is_empty(), "{krate} depends on {wrong:?}");
    }
    // Heavy, and as pure: these stand behind one wall.
    let allowed =
        ["aws-lc-rs", "fast_qr", "flate2", "krilla", "notosans", "png", "rqrr", "rustybuzz", "thiserror", "tiny-skia", "zune-jpeg"];
    let wrong: Vec<String> = dependencies("paper").into_iter().filter(|d| !allowed.contains(&d.as_str())).collect();
    assert!(wrong.is_empty(), "paper depends on {wrong:?}");
    for krate in ["domain", "vc", "exchange", "store", "server"] {
        assert!(!dependencies(krate).contains(&"krilla".to_owned()), "{krate} depends on krilla");
    }
}

#[test]
fn pure_crates_open_no_file_and_no_socket() {
    for krate in ["domain", "vc", "exchange", "paper", "pathfinder"] {
        let all = sources(&root().join("crates").join(krate).join("src"));
        // Modules that exist in tests only, by the line that declares them.
        let declared =
            |name: &str| all.iter().any(|(_, t)| t.replace(char::is_whitespace, "").contains(&format!("#[cfg(test)]mod{name};")));
        for (path, text) in &all {
            let test =
                path.components().any(|c| declared(Path::new(c.as_os_str()).file_stem().and_then(|s| s.to_str()).unwrap_or_default()));
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in ["std::fs", "std::net", "std::env", "std::process", "SystemTime", "Instant::now"] {
                assert!(test || !code.contains(word), "{} mentions {word}", path.display());
            }
        }
    }
}

#[test]
fn sql_stands_in_the_store_only() {
    for krate in ["domain", "vc", "exchange", "paper", "pathfinder", "server"] {
        for library in ["sqlx", "rusqlite"] {
            assert!(!dependencies(krate).contains(&library.to_owned()), "{krate} depends on {library}");
        }
    }
}

#[test]
fn one_file_names_the_databases() {
    for (path, text) in sources(&root().join("crates/store/src")) {
        let named = ["Sqlite", "Postgres"].iter().any(|word| text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains(word)));
        assert!(
            !named || path.ends_with("sql.rs") || path.parent().is_some_and(|folder| folder.ends_with("sql")),
            "{} names a database",
            path.display()
        );
    }
}

#[test]
fn routes_are_added_where_their_rule_is_given() {
    let server = root().join("crates/server/src");
    for (path, text) in sources(&server) {
        let own = path.ends_with("web/routes.rs") || path.ends_with("web/assets.rs") || path.starts_with(server.join("api"));
        assert!(own || !text.contains(".route("), "{} adds a route without a rule", path.display());
    }
}

#[test]
fn no_source_file_is_longer_than_five_hundred_lines() {
    for krate in ["domain", "vc", "exchange", "store", "paper", "pathfinder", "server"] {
        for (path, text) in sources(&root().join("crates").join(krate).join("src")) {
            let content = path.to_string_lossy().contains("/demo/");
            assert!(content || text.lines().count() <= 500, "{} has {} lines", path.display(), text.lines().count());
        }
    }
}
