//! The whole loop in the browser, as the people who take part in it: an author makes a profile from a framework, a
//! learner shows what they can do, an assessor finds a gap, the learner closes it, the issuer awards, and others verify.

mod author;
mod judges;
mod learner;

use crate::browser::{Browser, Outcome};
use crate::world::{World, visit};
use std::path::{Path, PathBuf};
use std::process::Command;

const AUTHOR: &str = "w-02@demo.example";
const ADMIN: &str = "admin@demo.example";
const ASSESSOR: &str = "a-03@demo.example";
const ISSUER: &str = "i-01@demo.example";
const LEARNER: (&str, &str, &str) = ("Nora Newcomer", "nora@example.org", "blue kettle on the far hill");

const TITLE: (&str, &str) = ("Digital triage of incidents", "Triage numérique des incidents");
const COMPETENCY: (&str, &str) = ("Triages incoming alerts", "Trie les alertes reçues");
const WRITTEN: (&str, &str) = ("Explains the priority given to an alert", "Explique la priorité donnée à une alerte");
const REASON: &str = "The note lists the alerts and does not say why the first one came first.";
const WORKSHOP: (&str, &str) = ("Saying why: an afternoon on priorities", "Dire pourquoi : un après-midi sur les priorités");

/// A file of the folder with real data, where that is there.
fn data(file: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("TESSERA_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    folder.join(file).canonicalize().ok()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

struct Journey<'a> {
    w: &'a World,
    b: &'a Browser,
    /// The draft of the profile.
    draft: String,
    /// The learner's claim.
    claim: String,
    /// The competency on it.
    competency: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_framework_to_a_credential_that_others_verify() -> Outcome {
    visit("journey", async |w, b| {
        let mut j = Journey { w, b, draft: String::new(), claim: String::new(), competency: String::new() };
        j.the_author_begins_a_profile().await?;
        j.they_write_its_competency().await?;
        j.they_say_who_is_behind_it().await?;
        j.they_publish_it().await?;
        j.the_administrator_names_an_assessor().await?;
        j.the_author_lists_learning().await?;
        j.a_learner_finds_it_and_rates_themself().await?;
        j.they_open_a_claim_with_a_new_account().await?;
        j.they_describe_a_recording().await?;
        j.they_record_and_the_network_goes_away().await?;
        j.they_write("Shift note of Tuesday", "Three alerts: a phishing mail, a failed backup, a new admin account.").await?;
        j.they_send_it("None").await?;
        j.the_assessor_takes_it_on("New").await?;
        j.the_assessor_watches().await?;
        j.the_assessor_finds_a_gap().await?;
        j.the_learner_reads_why_and_what_helps().await?;
        j.they_write("Why the admin account came first", "It could undo every other defence, so it came first.").await?;
        j.they_send_it("An AI tool checked my spelling.").await?;
        j.the_assessor_takes_it_on("New evidence after a gap").await?;
        j.the_assessor_finds_it_demonstrated().await?;
        j.the_learner_sees_the_recognition().await?;
        j.the_issuer_awards().await?;
        j.the_learner_accepts().await?;
        j.others_verify().await
    })
    .await
}

impl Journey<'_> {
    /// The file from the public page, checked by other people's libraries and by our command without this server.
    async fn others_verify(&mut self) -> Outcome {
        let b = self.b;
        b.page().delete_all_cookies().await?;
        b.page().refresh().await?;
        b.reads("This credential is genuine and in force").await?;
        let take = "const done = arguments[0]; fetch(document.querySelector('a[download]').href).then(r => r.text()).then(\
                    text => fetch(JSON.parse(text).credentialStatus.statusListCredential).then(r => r.text()).then(list => done([text, list])))\
                    .catch(e => done([String(e), '']))";
        let [document, list]: [String; 2] = b.page().execute_async(take, vec![]).await?.convert()?;
        let temporary = |name: &str| std::env::temp_dir().join(format!("tessera-journey-{}-{name}.json", std::process::id()));
        let (file, list_file) = (temporary("credential"), temporary("list"));
        std::fs::write(&file, &document)?;
        std::fs::write(&list_file, &list)?;
        let mut outside = Command::new("node");
        outside.arg(root().join("e2e/verify.mjs")).arg(&file).arg("--status-list").arg(&list_file);
        match data("schemas/ob_v3p0_achievementcredential_schema.json") {
            Some(schema) => _ = outside.arg("--schema").arg(schema),
            None => println!("SKIPPED: no schema in the data folder to hold the credential against"),
        }
        let mut ours = Command::new(env!("CARGO_BIN_EXE_tessera"));
        ours.arg("verify").arg(&file).arg("--offline").arg("--documents").arg(&list_file);
        let found = [ran(outside)?, ran(ours)?];
        for file in [file, list_file] {
            std::fs::remove_file(file)?;
        }
        assert!(found.iter().all(|(sound, _)| *sound), "{document}\n{list}\n{found:?}");
        Ok(())
    }
}

/// Whether a command was content, and what it said.
fn ran(mut command: Command) -> Outcome<(bool, String)> {
    let said = command.output()?;
    Ok((said.status.success(), format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))))
}
