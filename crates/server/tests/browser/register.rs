//! The issuer's register without script: a credential is suspended, everybody reads it, and it is put in force again.

use crate::browser::{Browser, Outcome};
use crate::world::visit;
use thirtyfour::prelude::*;

const ISSUER: &str = "i-01@demo.example";

/// What the public page of the credential says first.
async fn verdict(b: &Browser, public: &str) -> Outcome<String> {
    b.goto(public).await?;
    Ok(b.page().query(By::Css(".verdict strong")).first().await?.text().await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_credential_is_suspended_and_put_in_force_again() -> Outcome {
    visit("register", async |w, b| {
        b.no_script(true).await?;
        w.sign_in(b, ISSUER).await?;
        b.goto("/en/register?show=active&q=volkov").await?;
        b.press("#register tbody th a").await?;
        let entry = b.path().await?;
        let public = entry.replace("/register/", "/c/");
        b.press_named("Suspend").await?;
        b.pick("ground", "under_review").await?;
        b.fill("words", "An appeal is open.").await?;
        b.press_named("Suspend it").await?;
        b.reads("Suspended. The holder is told.").await?;
        assert_eq!(verdict(b, &public).await?, "This credential is suspended");
        b.reads("The decision behind it is being looked at again.").await?;
        b.goto(&entry).await?;
        b.press_named("Put in force again").await?;
        b.fill("words", "The appeal is closed.").await?;
        b.press_named("Put it in force again").await?;
        b.reads("In force again. The holder is told.").await?;
        assert_eq!(verdict(b, &public).await?, "This credential is genuine and in force");
        Ok(())
    })
    .await
}
