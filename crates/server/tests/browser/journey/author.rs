//! The author makes a profile and lists learning for it; the administrator names somebody to judge it.

use super::{ADMIN, AUTHOR, COMPETENCY, Journey, TITLE, WORKSHOP, WRITTEN, data};
use crate::browser::Outcome;
use std::path::Path;
use thirtyfour::prelude::*;

impl Journey<'_> {
    pub(super) async fn the_author_begins_a_profile(&mut self) -> Outcome {
        self.w.sign_in(self.b, AUTHOR).await?;
        match data("frameworks/nice-v2.0.0/nist-nice-component-framework_2025.json") {
            Some(file) => self.begins_from_a_work_role(&file).await?,
            None => {
                println!("SKIPPED: no NICE framework in the data folder, so the profile begins blank");
                self.b.goto("/en/profiles/new").await?;
                self.b.fill_both("title", TITLE.0, TITLE.1).await?;
                self.b.press("section[aria-labelledby=blank] button").await?;
                self.b.reads("The draft is begun.").await?;
                self.b.fill_both("new_statement", COMPETENCY.0, COMPETENCY.1).await?;
                self.b.press("section[aria-labelledby=add] button").await?;
            }
        }
        Ok(())
    }

    async fn begins_from_a_work_role(&mut self, file: &Path) -> Outcome {
        let b = self.b;
        b.goto("/en/frameworks").await?;
        b.at("#f-file").await?.send_keys(file.to_string_lossy()).await?;
        b.press("section[aria-labelledby=import] button").await?;
        b.reads("The framework was imported.").await?;
        b.reads("942").await?;
        b.station("journey-01-import").await?;
        b.goto("/en/profiles/new").await?;
        b.fill("q", "incident response").await?;
        b.at("#roles[data-say^='2 ']").await?;
        b.press("#roles a[href$='role=PD-WRL-003']").await?;
        for task in ["task0", "task1"] {
            b.press(&format!("#{task}")).await?;
        }
        b.fill_both("title", TITLE.0, TITLE.1).await?;
        b.station("journey-02-work-role").await?;
        b.press_named("Begin the draft").await?;
        b.reads("The draft is begun.").await?;
        // One of the two is enough after all.
        b.press("ol.ordered > li:nth-child(2) details.confirm summary").await?;
        b.press("ol.ordered > li:nth-child(2) details.confirm button.danger").await?;
        b.reads("Saved.").await?;
        assert_eq!(b.page().find_all(By::Css("ol.ordered > li")).await?.len(), 1, "the other one is gone");
        self.draft = b.path().await?;
        b.press("ol.ordered > li a").await?;
        b.press_named("Take from a framework").await?;
        b.fill("q", "network alerts").await?;
        b.part_reads("#found li:first-child", "alerts").await?;
        b.press("#found input[name=take]").await?;
        b.press_named("Add what is ticked").await?;
        b.reads("The criteria were added.").await
    }

    /// The competency's own words and rules, and its two criteria, both essential.
    pub(super) async fn they_write_its_competency(&mut self) -> Outcome {
        let b = self.b;
        b.at("#competency").await?;
        let here = b.path().await?;
        self.draft = here.split("/competencies/").next().unwrap_or_default().to_owned();
        let missing = 2 - b.page().find_all(By::Css("ol.ordered > li")).await?.len();
        for statement in [WRITTEN, ("Reads alerts in the console", "Lit les alertes dans la console")].iter().take(missing) {
            b.fill_both("new_statement", statement.0, statement.1).await?;
            b.press("section[aria-labelledby=add] button").await?;
            b.reads("Saved.").await?;
        }
        b.station("journey-03-competency").await?;
        for n in 1..=2 {
            b.press(&format!("ol.ordered > li:nth-child({n}) a")).await?;
            b.at("#rubric").await?;
            if b.at("[name=statement_fr]").await?.prop("value").await?.unwrap_or_default().is_empty() {
                b.fill("statement_fr", "Lit et trie les alertes").await?;
            }
            b.pick("kind", "performance").await?;
            b.pick("essential", "yes").await?;
            b.press_named("Save").await?;
            b.reads("Saved.").await?;
        }
        b.fill_both("statement", COMPETENCY.0, COMPETENCY.1).await?;
        b.pick("tier", "C").await?;
        b.fill("occasions", "1").await?;
        b.press_named("Save").await?;
        b.reads("Saved.").await
    }

    pub(super) async fn they_say_who_is_behind_it(&mut self) -> Outcome {
        let b = self.b;
        b.goto(&format!("{}/details", self.draft)).await?;
        b.fill_both("summary", "Sorts what comes in and says why.", "Trie ce qui arrive et dit pourquoi.").await?;
        b.choose("issuer", "Pinecrest College").await?;
        let alliance = "//label[contains(., 'Cyber Employers Table')]/input[@name='assessed_by']";
        assert!(b.page().find(By::XPath(alliance)).await?.is_selected().await?, "the owner assesses unless others are named");
        b.fill("occupation_1", "21220").await?;
        b.fill_both("occupation_title_1", "Cybersecurity specialists", "Spécialistes de la cybersécurité").await?;
        b.press_named("Save").await?;
        b.reads("Saved.").await
    }

    pub(super) async fn they_publish_it(&mut self) -> Outcome {
        let b = self.b;
        b.press_named("Preview").await?;
        b.reads(WRITTEN.0).await?;
        b.station("journey-04-preview").await?;
        b.goto(&format!("{}/publish", self.draft)).await?;
        b.fill("consultation", "Six employers read it in May.").await?;
        b.fill("validation", "Two analysts did what it says in June.").await?;
        b.fill("approval", "Approved by the table on 4 July.").await?;
        b.press("main form button.main").await?;
        b.reads("The version is in force.").await?;
        b.station("journey-05-published").await
    }

    pub(super) async fn the_administrator_names_an_assessor(&mut self) -> Outcome {
        let b = self.b;
        self.w.sign_in(b, ADMIN).await?;
        b.goto("/en/admin/people?q=a-03").await?;
        b.press_named("Nadia Haddad").await?;
        b.press("a[href$='/scopes']").await?;
        b.fill("q", TITLE.0).await?;
        b.at("#published[data-say^='1 ']").await?;
        b.press("#published td:last-child a").await?;
        b.choose("organisation", "Cyber Employers Table").await?;
        b.station("journey-06-scope").await?;
        b.press("main form button.main").await?;
        b.reads("The scope was given.").await
    }

    pub(super) async fn the_author_lists_learning(&mut self) -> Outcome {
        let b = self.b;
        self.w.sign_in(b, AUTHOR).await?;
        b.goto("/en/offerings/new").await?;
        b.fill("q", TITLE.0).await?;
        b.at("#published[data-say^='1 ']").await?;
        b.press("#published td:last-child a").await?;
        b.choose("provider", "Cyber Employers Table").await?;
        b.fill_both("title", WORKSHOP.0, WORKSHOP.1).await?;
        b.fill_both("summary", "Saying out loud what comes first.", "Dire à voix haute ce qui passe en premier.").await?;
        b.fill("hours", "3").await?;
        b.fill("weeks", "1").await?;
        b.fill("price", "45").await?;
        b.pick("participation", "online").await?;
        b.tick(WRITTEN.0).await?;
        b.press("main form button.main").await?;
        b.reads("It is listed.").await?;
        b.station("journey-07-offering").await
    }
}
