//! The way in, in a browser: searching while typing, and from a self-assessment into a claim without script.

use crate::browser::Outcome;
use crate::world::visit;
use thirtyfour::prelude::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_catalogue_is_searched_while_typing_and_the_box_keeps_its_focus() -> Outcome {
    visit("search", async |_, b| {
        b.goto("/en/catalogue").await?;
        b.page().find(By::Id("q")).await?.send_keys("réfrigerant").await?;
        b.page().query(By::Css("#catalogue[data-say='1 profile']")).first().await?;
        let state = "return [document.activeElement.id, document.activeElement.value, location.search]";
        let (focus, value, query): (String, String, String) = b.page().execute(state, vec![]).await?.convert()?;
        assert_eq!((focus.as_str(), value.as_str()), ("q", "réfrigerant"));
        assert_eq!(query, "?q=r%C3%A9frigerant", "what is found has an address");
        b.page().find(By::Id("q")).await?.send_keys(" zebra").await?;
        b.page().query(By::Css("#catalogue[data-say='No profile found'] .empty a")).first().await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.page().find(By::Css(".empty a")).await?.click().await?;
        b.page().query(By::Css("#catalogue[data-say='12 profiles']")).first().await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_self_assessment_into_a_claim_without_script() -> Outcome {
    visit("without", async |_, b| {
        b.no_script(true).await?;
        b.goto("/fr/catalogue?q=soudage").await?;
        b.page().find(By::Css(".profile-list a")).await?.click().await?;
        b.page().query(By::Css("a[href$='/self-assessment']")).first().await?.click().await?;
        b.page().query(By::Css("form.rating")).first().await?;
        for (n, group) in b.page().find_all(By::Css("fieldset.crit")).await?.into_iter().enumerate() {
            let value = if n == 0 { "not_yet" } else { "ready" };
            group.find(By::Css(format!("input[value={value}]"))).await?.click().await?;
        }
        b.page().find(By::Css("form.rating button")).await?.click().await?;
        let said = b.page().query(By::Id("result-title")).first().await?.text().await?;
        assert!(said.ends_with("1 lacune"), "{said}");
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.page().find(By::Css("#result a.btn.main")).await?.click().await?;
        b.page().query(By::Css("a[href^='/fr/sign-up?next=']")).first().await?.click().await?;
        b.page().query(By::Name("name")).first().await?;
        for (name, words) in [("name", "Nora Neuve"), ("email", "nora@example.org"), ("password", "bouilloire bleue sur la colline")] {
            b.page().find(By::Name(name)).await?.send_keys(words).await?;
        }
        b.page().find(By::Css("main form button")).await?.click().await?;
        let before = b.page().query(By::Css("form[action$='/claim'] input[name=ratings]")).first().await?;
        assert!(before.attr("value").await?.is_some_and(|packed| packed.starts_with("1.nr")));
        b.page().find(By::Css("form[action$='/claim'] button")).await?.click().await?;
        let said = b.page().query(By::Css("main .notice")).first().await?.text().await?;
        assert!(said.starts_with("Votre demande est ouverte"), "{said}");
        let claim = b.page().current_url().await?;
        assert!(claim.path().starts_with("/fr/claims/clm_"), "{claim}");
        Ok(())
    })
    .await
}
