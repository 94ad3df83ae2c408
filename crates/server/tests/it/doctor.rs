//! `tessera doctor` and `tessera keys`, as their users run them.

use crate::harness::Folder;
use std::process::{Command, Output};

fn tessera(arguments: &[&str], folder: &std::path::Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tessera")).args(arguments).arg("--data").arg(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_of_both_kinds_are_found_well_and_listed() {
    let folder = Folder::new();
    let mut config = server::config::Config::default();
    config.data.dir = folder.0.clone();
    config.fetch.offline = true;
    let app = server::cli::serve::open(config, false, server::app::Clock::machine()).await.unwrap();
    let mut tx = app.begin().await.unwrap();
    let name = domain::Text::of("College".to_owned(), "Collège".to_owned());
    let kind = domain::people::OrganisationKind::Institution;
    let college = domain::people::Organisation { id: app.id(), kind, name, website: None, region: "CA-ON".to_owned() };
    store::people::add_organisation(&mut tx, &college).await.unwrap();
    server::issuing::signing_key(&app, &mut tx, college.id).await.unwrap();
    tx.commit().await.unwrap();
    app.db.close().await;

    let report = said(&tessera(&["doctor"], &folder.0));
    assert_eq!(report.matches("signs and verifies").count(), 2, "{report}");
    assert!(!report.contains("WRONG   signing key"), "{report}");
    let listed = said(&tessera(&["keys", "list"], &folder.0));
    assert!(listed.contains("Ed25519") && listed.contains("P-256") && listed.lines().count() == 2, "{listed}");
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let folder = Folder::new();
    let missing = folder.0.join("typo");
    let output = tessera(&["keys", "list"], &missing);
    assert!(!output.status.success() && said(&output).contains("is not there"), "{output:?}");
    assert!(!missing.exists());
}
