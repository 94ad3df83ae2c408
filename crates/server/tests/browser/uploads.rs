//! A large file on its way: the page is left in the middle, and what had arrived is not sent again.

use crate::browser::Outcome;
use crate::world::{World, visit};
use domain::EvidenceId;
use domain::evidence::{Content, EvidenceClass, EvidenceKind, Occasion, ThirdPartyBasis};
use serde_json::json;
use server::actions::add_evidence::{Brought, NewEvidence, add_evidence};
use server::actions::open_claim::open_claim;
use server::caller::Member;
use std::collections::BTreeMap;

const LEARNER: &str = "l-0120@demo.example";
const SIZE: usize = 9 * 1024 * 1024;

/// A piece of evidence that waits for its file.
async fn awaited(w: &World) -> EvidenceId {
    let who = Member::of(&w.app, w.person(LEARNER).await).await.expect("the learner is there");
    let filter = store::profiles::Filter::default();
    let (cards, _) = store::profiles::catalogue(&mut w.app.read().await.unwrap(), &filter, false, 0, 1).await.unwrap();
    let claim = open_claim(&who, cards[0].profile, BTreeMap::new()).await.unwrap();
    let occasion =
        Occasion { performed: w.app.now(), setting: "A yard".into(), edited: false, people: ThirdPartyBasis::NobodyIdentifiable };
    let new = NewEvidence {
        title: "Log of a long week".into(),
        note: String::new(),
        class: EvidenceClass::Indirect,
        occasion,
        brought: Brought::Awaited { kind: EvidenceKind::Document, file_name: String::new() },
        shows: vec![],
    };
    add_evidence(&who, claim, new).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_goes_on_after_a_reload_where_it_stopped() -> Outcome {
    visit("reload", async |w, b| {
        let id = awaited(w).await;
        let file = std::env::temp_dir().join(format!("tessera-log-{}.txt", std::process::id()));
        std::fs::write(&file, "Tuesday: nothing unusual.\n".repeat(SIZE / 26))?;
        w.sign_in(b, LEARNER).await?;
        b.goto(&format!("/en/evidence/{id}")).await?;
        let slow = json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 3_000_000});
        b.cdp("Network.enable", json!({})).await?;
        b.cdp("Network.emulateNetworkConditions", slow).await?;
        b.at("input[type=file]").await?.send_keys(file.to_string_lossy()).await?;
        b.wait_for("document.querySelector('evidence-uploads progress')?.value > 4.2e6").await?;
        b.page().refresh().await?;
        b.part_reads("evidence-uploads", "% was uploaded before").await?;
        let said = b.at("evidence-uploads").await?.text().await?;
        let share = said.split('%').next().and_then(|s| s.rsplit(' ').next()).and_then(|n| n.parse::<u32>().ok());
        assert!(share.is_some_and(|share| share >= 44), "at least the first piece of 4 MB has arrived: {said}");
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.offline(false).await?;
        let note_first_offset = "const set = XMLHttpRequest.prototype.setRequestHeader; \
            XMLHttpRequest.prototype.setRequestHeader = function (name, value) { \
                if (name === 'Upload-Offset') sessionStorage.first ??= value; \
                return set.call(this, name, value); \
            }";
        b.page().execute(note_first_offset, vec![]).await?;
        b.at("input[type=file]").await?.send_keys(file.to_string_lossy()).await?;
        b.wait_for("document.querySelector(\"section a[href$='/file']\")").await?;
        let first: String = b.page().execute("return sessionStorage.first", vec![]).await?.convert()?;
        assert!(first.parse::<usize>()? >= 4 * 1024 * 1024, "sent again from byte {first}");
        let kept = store::evidence::get(&mut w.app.read().await?, id).await?.expect("the evidence is there");
        let Content::File { size, .. } = kept.content else { panic!("{:?}", kept.content) };
        assert_eq!(size, std::fs::metadata(&file)?.len());
        Ok(std::fs::remove_file(&file)?)
    })
    .await
}
