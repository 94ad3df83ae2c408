//! Pages between people, programs and wallets, that are reached by a form or from outside.

use crate::browser::{Browser, Outcome};
use crate::every_page::look;
use crate::world::{World, visit};
use server::actions::register_app::{NewApp, register_app};
use server::caller::Member;
use server::protocols::scope::Scope;
use server::urls::encode;
use thirtyfour::prelude::*;

const LEARNER: &str = "l-0101@demo.example";
/// Nobody listens there: the browser shows an error, at that address.
const BACK: &str = "http://127.0.0.1:59999/back";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Nothing is wrong with the page that is open, which only this visit can reach: it is looked at without leaving it.
async fn nothing_wrong(b: &Browser, what: &str) -> Outcome {
    let mut found = Vec::new();
    look(b, what, &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Where a program sends the browser of somebody.
async fn question(world: &World) -> Result<String, crate::browser::Failure> {
    let about = serde_json::json!({
        "client_uri": "http://127.0.0.1:59999/", "tos_uri": "http://127.0.0.1:59999/terms", "policy_uri": "http://127.0.0.1:59999/privacy",
        "redirect_uris": [BACK], "scope": Scope::list(&Scope::ALL),
    });
    let somebody = Member::of(&world.app, world.person(LEARNER).await).await?;
    let (app, _) = register_app(&somebody, NewApp { name: "Passport".to_owned(), about: about.to_string() }).await?;
    Ok(format!(
        "/oauth/authorize?response_type=code&client_id={}&redirect_uri={}&state=s&code_challenge={CHALLENGE}&code_challenge_method=S256",
        app.id,
        encode(BACK)
    ))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_lets_a_program_act_for_them_without_script_and_takes_it_back() -> Outcome {
    visit("connect", async |world, b| {
        world.sign_in(b, LEARNER).await?;
        let question = question(world).await?;
        b.goto(&question).await?;
        nothing_wrong(b, "the question of a program").await?;
        b.page().query(By::Css("a.lang")).first().await?.click().await?;
        b.page().query(By::Css("html[lang=fr-CA]")).first().await?;
        nothing_wrong(b, "the question of a program, in French").await?;
        b.no_script(true).await?;
        b.page().find(By::Css("button[value=allow]")).await?.click().await?;
        // The browser follows the answer to the program only if the page named it.
        let mut at = String::new();
        for _ in 0..50 {
            at = b.page().current_url().await?.to_string();
            if at.starts_with(BACK) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(at.starts_with(&format!("{BACK}?code=")) && at.contains("state=s"), "{at}");
        b.goto("/en/account/apps").await?;
        nothing_wrong(b, "connected apps").await?;
        b.page().find(By::Css("form[action$='/withdrawal'] button")).await?.click().await?;
        b.page().query(By::Css(".empty")).first().await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holder_gets_a_code_for_their_wallet_without_script() -> Outcome {
    visit("wallet", async |world, b| {
        world.sign_in(b, LEARNER).await?;
        b.no_script(true).await?;
        b.goto("/en/credentials").await?;
        for link in ["ul.held a[href^='/en/credentials/crd_']", "a[href$='/wallet']"] {
            b.page().query(By::Css(link)).first().await?.click().await?;
        }
        b.page().find(By::Name("pin")).await?.click().await?;
        b.page().find(By::Css("form.stack button")).await?.click().await?;
        b.page().query(By::Css("#made-title")).first().await?;
        nothing_wrong(b, "the code for a wallet").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_gets_a_code_to_be_shown_a_credential_without_script() -> Outcome {
    visit("showing", async |_, b| {
        b.no_script(true).await?;
        for path in ["/en/verify", "/fr/verify"] {
            b.goto(path).await?;
            b.page().find(By::Css("form[action$='/verify/showings'] button")).await?.click().await?;
            b.page().query(By::Css("a[href^='openid4vp:']")).first().await?;
            nothing_wrong(b, "a question to a wallet").await?;
        }
        Ok(())
    })
    .await
}
