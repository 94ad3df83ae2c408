//! A credential for everybody, and checking one: without script, on a small screen, in both themes.

use crate::browser::{Browser, Outcome};
use crate::world::{World, visit};
use domain::CredentialId;
use domain::credential::Achievement;
use thirtyfour::prelude::*;

/// A micro-credential that somebody in the demo accepted, and a single competency of the same person.
async fn held(world: &World) -> (CredentialId, CredentialId) {
    let mut tx = world.app.read().await.unwrap();
    for person in store::people::people(&mut tx, "", 200).await.unwrap() {
        let all = store::awards::credentials_of(&mut tx, person.id, 0, 50).await.unwrap();
        let public = || all.iter().filter(|c| c.state.public() && c.document.is_some());
        let micro = public().find(|c| matches!(c.achievement, Achievement::MicroCredential(_)));
        let single = public().find(|c| matches!(c.achievement, Achievement::Competency(_)));
        if let (Some(micro), Some(single)) = (micro, single) {
            return (micro.id, single.id);
        }
    }
    panic!("nobody in the demo holds a micro-credential");
}

async fn sound(b: &Browser) -> Outcome {
    for dark in [false, true] {
        b.dark(dark).await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
    }
    b.viewport(320, 700).await?;
    assert_eq!(b.sideways_scroll().await?, None);
    b.viewport(1360, 900).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_reads_well_in_both_languages_and_themes() -> Outcome {
    visit("credential", async |world, b| {
        let (micro, single) = held(world).await;
        for path in [format!("/en/c/{micro}"), format!("/fr/c/{micro}"), format!("/en/c/{single}"), format!("/fr/c/{single}")] {
            b.goto(&path).await?;
            sound(b).await?;
        }
        let verdict = b.page().find(By::Css(".verdict.ok")).await?.text().await?;
        assert!(verdict.contains("authentique et en vigueur"), "{verdict}");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_is_verified_by_its_link_without_script() -> Outcome {
    visit("verify", async |world, b| {
        let (micro, _) = held(world).await;
        b.no_script(true).await?;
        b.goto("/en/verify").await?;
        b.page().find(By::Name("text")).await?.send_keys("{ this is no credential").await?;
        b.page().find(By::Css("main form button")).await?.click().await?;
        let said = b.page().query(By::Css(".errors")).first().await?.text().await?;
        assert!(said.contains("neither an object of whole JSON nor a signed token"), "{said}");
        let text = b.page().find(By::Name("text")).await?;
        assert_eq!(text.prop("value").await?.as_deref(), Some("{ this is no credential"), "what was typed is kept");
        sound(b).await?;
        b.page().find(By::Name("text")).await?.clear().await?;
        b.page().find(By::Name("link")).await?.send_keys(format!("{}/c/{micro}", world.base)).await?;
        b.page().find(By::Css("main form button")).await?.click().await?;
        let verdict = b.page().query(By::Css(".verdict.ok")).first().await?.text().await?;
        assert!(verdict.contains("genuine and in force"), "{verdict}");
        sound(b).await?;
        b.page().find(By::Css("a.btn.main")).await?.click().await?;
        b.page().query(By::Css("#share svg[role=img], .qr")).first().await?;
        assert!(b.page().current_url().await?.path().ends_with(&format!("/en/c/{micro}")));
        Ok(())
    })
    .await
}
