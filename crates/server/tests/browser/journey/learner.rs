//! The learner: from the catalogue to a claim, evidence, a gap, and what comes of closing it.

use super::{COMPETENCY, Journey, LEARNER, REASON, TITLE, WORKSHOP, WRITTEN};
use crate::browser::Outcome;
use std::time::Duration;
use thirtyfour::prelude::*;

impl Journey<'_> {
    pub(super) async fn a_learner_finds_it_and_rates_themself(&mut self) -> Outcome {
        let b = self.b;
        b.page().delete_all_cookies().await?;
        b.goto("/en/catalogue").await?;
        b.fill("q", "triage of incidents").await?;
        b.at("#catalogue[data-say='1 profile']").await?;
        b.press(".profile-list a").await?;
        b.reads("Cyber Employers Table").await?;
        b.station("journey-08-profile").await?;
        b.press("a[href$='/self-assessment']").await?;
        b.at("form.rating").await?;
        for (group, value) in b.page().find_all(By::Css("fieldset.crit")).await?.into_iter().zip(["ready", "not_yet"]) {
            group.find(By::Css(format!("input[value={value}]"))).await?.click().await?;
        }
        b.press("form.rating button").await?;
        b.part_reads("#result-title", "1 gap").await?;
        b.station("journey-09-self-assessment").await
    }

    pub(super) async fn they_open_a_claim_with_a_new_account(&mut self) -> Outcome {
        let b = self.b;
        b.press("#result a.btn.main").await?;
        b.press("main a[href^='/en/sign-up?next=']").await?;
        for (field, words) in ["name", "email", "password"].into_iter().zip([LEARNER.0, LEARNER.1, LEARNER.2]) {
            b.fill(field, words).await?;
        }
        b.station("journey-10-sign-up").await?;
        b.press("main form button.main").await?;
        b.press("form[action$='/claim'] button").await?;
        b.reads("Your claim is open.").await?;
        self.claim = b.path().await?;
        b.station("journey-11-claim").await
    }

    pub(super) async fn they_describe_a_recording(&mut self) -> Outcome {
        let b = self.b;
        b.press("main a[href*='/evidence/new']").await?;
        b.fill("title", "A morning at the console").await?;
        for (n, link) in b.page().find_all(By::Css("input[name=shows]")).await?.into_iter().enumerate() {
            let id = link.value().await?.unwrap_or_default();
            b.pick("shows", &id).await?;
            b.fill(&format!("at-{id}"), &format!("0:0{}", n + 1)).await?;
        }
        self.say_when_and_where().await?;
        b.pick("notice", "yes").await?;
        b.station("journey-12-new-recording").await?;
        b.press("form[action$='/evidence/new'] button.main").await?;
        b.reads("Saved. Now record it").await
    }

    async fn say_when_and_where(&self) -> Outcome {
        self.b.fill("setting", "At home, in a practice network").await?;
        self.b.pick("class", "own").await?;
        self.b.pick("people", "nobody").await
    }

    /// Three seconds from the camera; the network is slow, goes away on the way and comes back.
    pub(super) async fn they_record_and_the_network_goes_away(&mut self) -> Outcome {
        let b = self.b;
        b.press_named("Set up camera").await?;
        b.at("evidence-recorder[data-state=ready]").await?;
        b.press_named("Start recording").await?;
        b.at("evidence-recorder[data-state=recording]").await?;
        b.screenshot("journey-13-recording").await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        b.press_named("Stop").await?;
        b.at("evidence-recorder[data-state=review]").await?;
        b.station("journey-14-review").await?;
        b.slow_network(Duration::from_secs(2)).await?;
        b.press_named("Keep and add").await?;
        // Chromium lets through what is on its way already: the upload is announced, and none of its bytes follow.
        b.at("evidence-uploads progress").await?;
        b.offline(true).await?;
        b.part_reads("evidence-uploads", "Waiting for the network").await?;
        b.station("journey-15-no-network").await?;
        b.offline(false).await?;
        b.at("main video").await?;
        b.reads("A morning at the console").await?;
        b.station("journey-16-arrived").await
    }

    /// A written piece for the criterion about explaining.
    pub(super) async fn they_write(&mut self, title: &str, words: &str) -> Outcome {
        let b = self.b;
        if self.competency.is_empty() {
            b.goto(&self.claim).await?;
            b.press("#competencies ul.list a").await?;
            self.competency = b.path().await?;
        }
        let id = self.written_criterion().await?;
        b.press(&format!("#c-{id} a[href*='criterion=']")).await?;
        b.press("main a[href*='kind=text']").await?;
        b.fill("title", title).await?;
        b.fill("text", words).await?;
        assert!(b.at(&format!("#f-shows-{id}")).await?.is_selected().await?, "the criterion that was asked for is chosen");
        self.say_when_and_where().await?;
        b.press("form[action$='/evidence/new'] button.main").await?;
        b.reads("Saved. Nobody sees it until you send it.").await
    }

    async fn written_criterion(&self) -> Outcome<String> {
        let path = format!("//ol[@class='criteria']/li[contains(., '{}')]", WRITTEN.0);
        let item = self.b.page().query(By::XPath(path)).first().await?;
        Ok(item.attr("id").await?.unwrap_or_default().trim_start_matches("c-").to_owned())
    }

    pub(super) async fn they_send_it(&mut self, help: &str) -> Outcome {
        let b = self.b;
        b.goto(&self.competency).await?;
        b.pick("own_work", "yes").await?;
        b.fill("help_used", help).await?;
        if !b.page().find_all(By::Name("same_assessor")).await?.is_empty() {
            b.pick("same_assessor", "yes").await?;
        }
        b.station("journey-17-declaration").await?;
        b.press_named("Send for judgement").await?;
        b.reads("Sent. An assessor will look at it").await
    }

    pub(super) async fn they_sign_in(&self) -> Outcome {
        let b = self.b;
        b.page().delete_all_cookies().await?;
        b.goto("/en/sign-in").await?;
        b.fill("email", LEARNER.1).await?;
        b.fill("password", LEARNER.2).await?;
        b.press("main form button.main").await?;
        b.reads(TITLE.0).await
    }

    pub(super) async fn the_learner_reads_why_and_what_helps(&mut self) -> Outcome {
        let b = self.b;
        self.they_sign_in().await?;
        b.goto(&self.claim).await?;
        b.station("journey-21-claim-with-a-gap").await?;
        b.goto(&self.competency).await?;
        b.reads("Not yet: 1 criterion is still to be shown.").await?;
        b.reads("1 of 2 met").await?;
        b.part_reads(&format!("#c-{}", self.written_criterion().await?), REASON).await?;
        let offered = b.page().find_all(By::Css("section[aria-labelledby=learning] tbody tr")).await?;
        assert_eq!(offered.len(), 1, "learning for exactly what is missing");
        assert!(offered[0].text().await?.contains(WORKSHOP.0));
        b.station("journey-22-gap").await
    }

    pub(super) async fn the_learner_sees_the_recognition(&mut self) -> Outcome {
        let b = self.b;
        self.they_sign_in().await?;
        b.goto(&self.claim).await?;
        b.reads("You have demonstrated 1 of 1 required").await?;
        b.station("journey-25-demonstrated").await?;
        self.signed(&self.competency, "a[href^='/en/c/']").await?;
        b.reads("Recognised competency").await?;
        b.reads(COMPETENCY.0).await?;
        b.station("journey-26-recognition").await
    }

    /// Opens a credential from a page, once it is signed: that is done behind the scenes.
    async fn signed(&self, from: &str, link: &str) -> Outcome {
        for _ in 0..50 {
            self.b.goto(from).await?;
            if let Ok(link) = self.b.page().find(By::Css(link)).await {
                link.click().await?;
                self.b.at("h1").await?;
                if !self.b.page().find_all(By::Css(".verdict")).await?.is_empty() {
                    return Ok(());
                }
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        Err(format!("the credential on {from} is never signed").into())
    }

    pub(super) async fn the_learner_accepts(&mut self) -> Outcome {
        let b = self.b;
        self.they_sign_in().await?;
        b.goto("/en/credentials").await?;
        b.station("journey-29-offered").await?;
        b.press("form[action$='/accept'] button").await?;
        b.reads("Accepted. It is in force").await?;
        let settings = b.path().await?;
        self.signed(&settings, "main a[href^='/en/c/']").await?;
        b.reads("This credential is genuine and in force").await?;
        b.station("journey-30-credential").await
    }
}
