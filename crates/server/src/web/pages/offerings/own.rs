//! An offering of one's organisation: changing it, taking it from the list, and recording who finished it.

use super::{above, form};
use crate::actions::Outcome;
use crate::actions::list_offering::{change_offering, to_change, withdraw_offering};
use crate::actions::plan_learning::record_completion;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::to_choose_from;
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, error_summary, field, link, submit};
use domain::offering::{Offering, Provider};
use domain::profile::ProfileVersion;
use domain::{OfferingId, PlanItemId};
use maud::{Markup, html};

pub(super) async fn ask(who: Member, At(id): At<OfferingId>) -> Page {
    let (offering, version) = found(&who, id).await.or_refuse(&who)?;
    let filled = form::filled(who.lang, &offering);
    answer::page(&who, &t(who.lang, "offerings-change"), Section::Profiles, page(&who, &offering, &version, &filled))
}

/// The offering, and the version of the profile that it is made for first.
async fn found(who: &Member, id: OfferingId) -> Outcome<(Offering, ProfileVersion)> {
    let offering = to_change(who, id).await?;
    let mut tx = who.app.read().await?;
    for criterion in &offering.criteria {
        if let Some(version) = store::profiles::in_force_with(&mut tx, *criterion).await? {
            let profile = crate::queries::versions::version(&who.app, &mut tx, version).await?.profile;
            drop(tx);
            return Ok((offering, to_choose_from(who, profile).await?));
        }
    }
    // Nothing that it is made for is in force any more: there is nothing to choose from.
    Err(crate::actions::Failure::Refused("refused-offering-without-profile"))
}

fn page(who: &Member, offering: &Offering, version: &ProfileVersion, filled: &Form) -> Markup {
    let lang = who.lang;
    html! {
        (form::page(lang, version, &[], Some(offering.id), filled))
        @if offering.retired.is_none() {
            (crate::web::parts::confirm(lang, &urls::offering_withdrawal(lang, offering.id), &t(lang, "offerings-withdraw"),
                html! { p { (t(lang, "offerings-withdraw-means")) } }, &t(lang, "offerings-withdraw-yes")))
        }
    }
}

pub(super) async fn change(who: Member, At(id): At<OfferingId>, Sent(mut sent): Sent) -> Page {
    let (offering, version) = found(&who, id).await.or_refuse(&who)?;
    let provider = if let Provider::Here(provider) = offering.provider { Some(provider) } else { None };
    if let Some(mut said) = form::read(&who, &mut sent, &version, provider) {
        let elsewhere = |c: &&domain::CriterionId| !version.body.competencies.iter().any(|k| k.criterion(**c).is_some());
        // What it is made for in other profiles is not in this form.
        said.criteria.extend(offering.criteria.iter().filter(elsewhere));
        said.requires.extend(offering.requires.iter().filter(elsewhere));
        // Nor is what only a source says.
        let said = Offering {
            skills: offering.skills.clone(),
            award: offering.award.clone(),
            marks: offering.marks.clone(),
            level: offering.level.clone(),
            ..said
        };
        match change_offering(&who, id, said).await {
            Ok(()) => return answer::redirect_saying(&urls::offerings(who.lang), "offering-changed"),
            Err(failure) => answer::into_form(&mut sent, failure).or_refuse(&who)?,
        }
    }
    answer::again(&who, &t(who.lang, "offerings-change"), Section::Profiles, page(&who, &offering, &version, &sent))
}

pub(super) async fn withdraw(who: Member, At(id): At<OfferingId>) -> Page {
    withdraw_offering(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::offerings(who.lang), "offering-withdrawn")
}

/// The form that a number is put into; a link may bring it along.
pub(super) async fn completing(who: Member, asked: Asked) -> Page {
    let form = Form::new(who.lang).with("item", asked.get("item"));
    answer::page(&who, &t(who.lang, "completions-title"), Section::Profiles, completion_page(&who, &form, None))
}

pub(super) async fn complete(who: Member, Sent(mut form): Sent) -> Page {
    let title = t(who.lang, "completions-title");
    let Ok(item) = form.value("item").trim().parse::<PlanItemId>() else {
        form.refuse("item", t(who.lang, "wrong-completion"));
        return answer::again(&who, &title, Section::Profiles, completion_page(&who, &form, None));
    };
    match record_completion(&who, item).await {
        Ok(id) => {
            let mut tx = who.app.read().await.or_refuse(&who)?;
            let offering = store::offerings::get(&mut tx, id).await.or_refuse(&who)?;
            answer::page(&who, &title, Section::Profiles, completion_page(&who, &Form::new(who.lang), offering.as_ref()))
        }
        // Whether there is such a number at all is nothing for others to know.
        Err(crate::actions::Failure::Missing) => {
            form.refuse("item", t(who.lang, "wrong-completion"));
            answer::again(&who, &title, Section::Profiles, completion_page(&who, &form, None))
        }
        Err(failure) => Err(failure).or_refuse(&who),
    }
}

fn completion_page(who: &Member, form: &Form, recorded: Option<&Offering>) -> Markup {
    let lang = who.lang;
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "completions-title")) } p.muted.measure { (t(lang, "completions-lead")) } }
        (error_summary(form))
        @if let Some(o) = recorded {
            (crate::web::parts::notice(crate::web::parts::Tone::Good, html! { p { (t!(lang, "completions-recorded", title = o.title.get(lang))) } }))
        }
        form.panel.pad.stack method="post" action=(urls::completions(lang)) {
            (field("item", t(lang, "plan-record-number")).hint(t(lang, "completions-hint")).max(60).text(form))
            div.row { (submit(Weight::Main, &t(lang, "completions-record"))) (link(Weight::Quiet, &urls::offerings(lang), &t(lang, "cancel"))) }
        }
    }
}

/// A count of people, unless it is so small that it could tell who they are.
pub(super) fn people(lang: domain::Lang, count: i64) -> String {
    crate::queries::demand::told(count).map_or_else(|| t(lang, "offerings-few"), |n| crate::i18n::number(lang, n))
}
