//! The assessor judges what was sent, the issuer decides on the credential.

use super::{ASSESSOR, COMPETENCY, ISSUER, Journey, LEARNER, REASON, WRITTEN};
use crate::browser::Outcome;
use thirtyfour::prelude::*;

impl Journey<'_> {
    pub(super) async fn the_assessor_takes_it_on(&mut self, why: &str) -> Outcome {
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

    pub(super) async fn the_assessor_watches(&mut self) -> Outcome {
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

    pub(super) async fn the_assessor_finds_a_gap(&mut self) -> Outcome {
        let b = self.b;
        self.judge(Some(WRITTEN.0)).await?;
        b.part_reads("#decide", "Record: Not yet").await?;
        b.station("journey-20-not-yet").await?;
        b.press("#decide").await?;
        b.part_reads("body", "Recorded: Not yet.").await
    }

    pub(super) async fn the_assessor_finds_it_demonstrated(&mut self) -> Outcome {
        let b = self.b;
        let open = b.page().find_all(By::Css("fieldset.crit[data-criterion^='result-']")).await?;
        assert_eq!(open.len(), 1, "what was met is not judged again");
        self.judge(None).await?;
        b.part_reads("#decide", "Record: Demonstrated").await?;
        b.station("journey-24-demonstrated").await?;
        b.press("#decide").await?;
        b.part_reads("body", "Recorded: Demonstrated.").await
    }

    pub(super) async fn the_issuer_awards(&mut self) -> Outcome {
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
