//! From a gap to learning, in a browser: with and without script, with and without an account.

use crate::browser::{Browser, Outcome};
use crate::world::visit;
use thirtyfour::prelude::*;

/// Has demonstrated four competencies, and has a plan for the fifth.
const LEARNER: &str = "l-0101@demo.example";

/// The ways for the gap, from the list of claims.
async fn to_the_ways(b: &Browser) -> Outcome {
    b.goto("/en/claims").await?;
    b.press("main a[href^='/en/claims/clm_']").await?;
    b.press("#competencies a[href$='#learning']").await?;
    b.press("section[aria-labelledby=learning] a[href*='/paths?competency=']").await?;
    b.reads("No option beats those on the dashed line").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_way_is_chosen_for_a_gap_and_followed_to_new_evidence() -> Outcome {
    visit("paths", async |w, b| {
        w.sign_in(b, LEARNER).await?;
        to_the_ways(b).await?;
        b.reads("Skip the course and add evidence").await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.press_in("#paths nav.filters a", "Soonest").await?;
        b.part_reads("section[aria-labelledby=way]", "Welding symbols clinic").await?;
        b.viewport(320, 800).await?;
        assert_eq!(b.sideways_scroll().await?, None);
        b.viewport(1280, 900).await?;
        b.press_named("Plan this").await?;
        b.reads("This is your plan now.").await?;
        b.press_named("I have finished Welding symbols clinic").await?;
        b.reads("Done, as you said on").await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.press("ol.plan-items a.btn.main[href*='criterion=']").await?;
        let ticked = b.page().query(By::Css("input[name=shows]:checked")).all_from_selector().await?;
        assert_eq!(ticked.len(), 2, "the two criteria that are missing");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_and_account_a_self_assessment_leads_to_ways() -> Outcome {
    visit("paths-without", async |_, b| {
        b.no_script(true).await?;
        b.goto("/en/catalogue?q=security").await?;
        b.press(".profile-list a").await?;
        b.press("a[href$='/self-assessment']").await?;
        for group in b.page().find_all(By::Css("fieldset.crit")).await? {
            group.find(By::Css("input[value=not_yet]")).await?.click().await?;
        }
        b.press("form.rating button.main").await?;
        b.press("#result a[href*='/paths?ratings=']").await?;
        b.reads("Time against cost").await?;
        b.reads("Sign in to plan this").await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.fill("budget", "300").await?;
        b.press("section[aria-labelledby=narrow] form button").await?;
        b.page().query(By::Css("input[name=budget][value='300']")).first().await?;
        let address = b.page().current_url().await?;
        assert!(address.query().is_some_and(|q| q.contains("budget=300")), "what is asked has an address: {address}");
        b.fill("budget", "1").await?;
        b.press("section[aria-labelledby=narrow] form button").await?;
        b.reads("No way keeps to your budget").await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}
