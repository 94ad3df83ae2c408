//! The whole loop in the browser, as the people who take part in it: an author makes a profile from a framework, a
//! learner shows what they can do, an assessor finds a gap, the learner closes it, the issuer awards, and others verify.

use crate::browser::{Browser, Outcome, available, with_browser};
use crate::world::World;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use thirtyfour::prelude::*;

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

/// The published NICE Framework, where the folder with real data is there.
fn framework() -> Option<PathBuf> {
    let data = std::env::var_os("TESSERA_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let file = data.join("frameworks/nice-v2.0.0/nist-nice-component-framework_2025.json");
    file.canonicalize().ok()
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
    if !available() {
        return with_browser("", async |_| Ok(())).await;
    }
    let w = World::start("journey").await;
    with_browser(&w.base, async |b| {
        let mut j = Journey { w: &w, b, draft: String::new(), claim: String::new(), competency: String::new() };
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

/// The author and the administrator.
impl Journey<'_> {
    async fn the_author_begins_a_profile(&mut self) -> Outcome {
        self.w.sign_in(self.b, AUTHOR).await?;
        match framework() {
            Some(file) => self.from_a_work_role(&file).await?,
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

    async fn from_a_work_role(&mut self, file: &Path) -> Outcome {
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
    async fn they_write_its_competency(&mut self) -> Outcome {
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
        b.pick("tier", "B").await?;
        b.fill("occasions", "1").await?;
        b.press_named("Save").await?;
        b.reads("Saved.").await
    }

    async fn they_say_who_is_behind_it(&mut self) -> Outcome {
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

    async fn they_publish_it(&mut self) -> Outcome {
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

    async fn the_administrator_names_an_assessor(&mut self) -> Outcome {
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

    async fn the_author_lists_learning(&mut self) -> Outcome {
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
        b.fill("price", "45").await?;
        b.pick("participation", "online").await?;
        b.tick(WRITTEN.0).await?;
        b.press("main form button.main").await?;
        b.reads("It is listed.").await?;
        b.station("journey-07-offering").await
    }
}

/// The learner.
impl Journey<'_> {
    async fn a_learner_finds_it_and_rates_themself(&mut self) -> Outcome {
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

    async fn they_open_a_claim_with_a_new_account(&mut self) -> Outcome {
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

    async fn they_describe_a_recording(&mut self) -> Outcome {
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
    async fn they_record_and_the_network_goes_away(&mut self) -> Outcome {
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
    async fn they_write(&mut self, title: &str, words: &str) -> Outcome {
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

    async fn they_send_it(&mut self, help: &str) -> Outcome {
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

    async fn they_sign_in(&self) -> Outcome {
        let b = self.b;
        b.page().delete_all_cookies().await?;
        b.goto("/en/sign-in").await?;
        b.fill("email", LEARNER.1).await?;
        b.fill("password", LEARNER.2).await?;
        b.press("main form button.main").await?;
        b.reads(TITLE.0).await
    }

    async fn the_learner_reads_why_and_what_helps(&mut self) -> Outcome {
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

    async fn the_learner_sees_the_recognition(&mut self) -> Outcome {
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

    async fn the_learner_accepts(&mut self) -> Outcome {
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

/// The assessor and the issuer.
impl Journey<'_> {
    async fn the_assessor_takes_it_on(&mut self, why: &str) -> Outcome {
        let b = self.b;
        self.w.sign_in(b, ASSESSOR).await?;
        b.goto("/en/desk?show=unclaimed").await?;
        let row = format!("//tbody/tr[contains(., '{}')]", COMPETENCY.0);
        let row = b.page().query(By::XPath(row)).first().await?;
        assert!(row.text().await?.contains(why), "{}", row.text().await?);
        row.find(By::Css("a")).await?.click().await?;
        b.at("[name=conflict]").await?;
        assert!(!b.at("main").await?.text().await?.contains(LEARNER.0), "the assessor does not learn who it is");
        b.pick("conflict", "none").await?;
        b.station("journey-18-conflict").await?;
        b.press("main form button.main").await?;
        b.at("form#judge").await?;
        Ok(())
    }

    async fn the_assessor_watches(&mut self) -> Outcome {
        let b = self.b;
        b.press("#evidence nav a:first-child").await?;
        b.at("#evidence video").await?;
        b.wait_for("document.querySelector('video').readyState > 0").await?;
        b.press("#evidence video").await?;
        b.wait_for("document.querySelector('video').play() && document.querySelector('video').currentTime > 0.3").await?;
        b.station("journey-19-desk").await
    }

    /// Five times yes for each item, and a result for each criterion that is open.
    async fn judge(&self, not_shown: Option<&str>) -> Outcome {
        let b = self.b;
        for group in b.page().find_all(By::Css("fieldset.crit[data-criterion^='result-']")).await? {
            let missed = not_shown.is_some_and(|words| words == WRITTEN.0) && group.text().await?.contains(WRITTEN.0);
            let value = if missed { "not_evident" } else { "competent" };
            group.find(By::Css(format!("input[value={value}]"))).await?.click().await?;
            if missed {
                group.find(By::Css("textarea")).await?.send_keys(REASON).await?;
            }
        }
        for yes in b.page().find_all(By::Css("details.varcs input[value=yes]")).await? {
            yes.click().await?;
        }
        Ok(())
    }

    async fn the_assessor_finds_a_gap(&mut self) -> Outcome {
        let b = self.b;
        self.judge(Some(WRITTEN.0)).await?;
        b.part_reads("#decide", "Record: Not yet").await?;
        b.station("journey-20-not-yet").await?;
        b.press("#decide").await?;
        b.part_reads("body", "Recorded: Not yet.").await
    }

    async fn the_assessor_finds_it_demonstrated(&mut self) -> Outcome {
        let b = self.b;
        let open = b.page().find_all(By::Css("fieldset.crit[data-criterion^='result-']")).await?;
        assert_eq!(open.len(), 1, "what was met is not judged again");
        self.judge(None).await?;
        b.part_reads("#decide", "Record: Demonstrated").await?;
        b.station("journey-24-demonstrated").await?;
        b.press("#decide").await?;
        b.part_reads("body", "Recorded: Demonstrated.").await
    }

    async fn the_issuer_awards(&mut self) -> Outcome {
        let b = self.b;
        self.w.sign_in(b, ISSUER).await?;
        b.goto("/en/decisions").await?;
        b.station("journey-27-decisions").await?;
        b.press_named(LEARNER.0).await?;
        b.reads(COMPETENCY.0).await?;
        b.station("journey-28-decision").await?;
        b.press("main form button.main").await?;
        b.reads("Awarded. The learner is told").await
    }
}

/// Everybody else.
impl Journey<'_> {
    /// The file from the public page, checked by other people's libraries and by our command without this server.
    async fn others_verify(&mut self) -> Outcome {
        let b = self.b;
        b.page().delete_all_cookies().await?;
        b.page().refresh().await?;
        b.reads("This credential is genuine and in force").await?;
        let take = "const done = arguments[0]; fetch(document.querySelector('a[download]').href).then(r => r.text()).then(done, e => done(String(e)))";
        let document: String = b.page().execute_async(take, vec![]).await?.convert()?;
        let file = std::env::temp_dir().join(format!("tessera-journey-{}.json", std::process::id()));
        std::fs::write(&file, &document)?;
        let mut outside = Command::new("node");
        outside.arg(root().join("e2e/verify.mjs")).arg(&file);
        match schema() {
            Some(schema) => _ = outside.arg("--schema").arg(schema),
            None => println!("SKIPPED: no schema in the data folder to hold the credential against"),
        }
        let mut ours = Command::new(env!("CARGO_BIN_EXE_tessera"));
        ours.arg("verify").arg(&file).arg("--offline");
        let found = [ran(outside)?, ran(ours)?];
        std::fs::remove_file(&file)?;
        assert!(found.iter().all(|(sound, _)| *sound), "{document}\n{found:?}");
        Ok(())
    }
}

fn schema() -> Option<PathBuf> {
    let data = std::env::var_os("TESSERA_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    Some(data.join("schemas/ob_v3p0_achievementcredential_schema.json")).filter(|file| file.exists())
}

/// Whether a command was content, and what it said.
fn ran(mut command: Command) -> Outcome<(bool, String)> {
    let said = command.output()?;
    Ok((said.status.success(), format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))))
}
