//! Letters: each is written in the act's own transaction, in the reader's language, and leaves by a job.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::Member;
use crate::jobs::Job;
use crate::queries::versions::version;
use crate::{i18n, urls};
use domain::people::Person;
use domain::{Lang, PersonId};
use fluent_templates::fluent_bundle::FluentValue;
use store::Tx;
use store::messages::Message;

/// Writes the letter `mail-{name}` to a person: its subject is `mail-{name}-subject`, its words `mail-{name}-body`.
/// Every letter knows the reader's name as `name` and where to go as `link`.
async fn write(
    tx: &mut Tx,
    who: &Member,
    to: PersonId,
    name: &str,
    link: impl Fn(Lang) -> String,
    more: Vec<(&'static str, [String; 2])>,
) -> Outcome<()> {
    of_time(tx, &who.app, to, name, link, more).await
}

/// The same where nobody acts: the passing of time writes it. Nobody writes to those who closed their account, and without
/// a mail server letters are kept and not sent.
async fn of_time(
    tx: &mut Tx,
    app: &App,
    to: PersonId,
    name: &str,
    link: impl Fn(Lang) -> String,
    more: Vec<(&'static str, [String; 2])>,
) -> Outcome<()> {
    let person = store::people::person(tx, to).await?.ok_or(Failure::Missing)?;
    if person.has_closed() {
        return Ok(());
    }
    let message = compose(app, &person, name, link, more);
    store::messages::add(tx, &message).await?;
    if app.config.mail.smtp.is_some() {
        let job = Job::SendMessage { message: message.id };
        store::jobs::add(tx, app.id(), job.kind(), &job.payload(), app.now()).await?;
    }
    Ok(())
}

fn compose(app: &App, to: &Person, name: &str, link: impl Fn(Lang) -> String, more: Vec<(&'static str, [String; 2])>) -> Message {
    let lang = to.lang;
    let mut args = vec![("name", to.name.clone()), ("link", format!("{}{}", app.base_url, link(lang)))];
    args.extend(more.into_iter().map(|(k, [en, fr])| (k, if lang == Lang::En { en } else { fr })));
    let args: Vec<(&'static str, FluentValue<'_>)> = args.iter().map(|(k, v)| (*k, FluentValue::from(v.as_str()))).collect();
    let subject = i18n::t_args(lang, &format!("mail-{name}-subject"), &args);
    let body = i18n::t_args(lang, &format!("mail-{name}-body"), &args);
    Message { id: app.id(), person: Some(to.id), address: to.email.clone(), lang, subject, body, created: app.now(), sent: None }
}

fn both(text: &domain::Text) -> [String; 2] {
    [text.get(Lang::En).to_owned(), text.get(Lang::Fr).to_owned()]
}

/// To whoever forgot their password.
pub mod password_link {
    use super::*;

    /// Writes to them.
    pub async fn send(tx: &mut Tx, who: &Member, secret: &str) -> Outcome<()> {
        write(tx, who, who.id(), "password-link", |l| urls::new_password(l, secret), vec![]).await
    }
}

/// To learners: something that they planned asks otherwise than when they planned it, or is gone.
pub mod plan_changed {
    use super::*;
    use domain::offering::Offering;

    /// At most this many people are told; everybody reads it on their plan.
    const MOST: i64 = 1_000;

    /// Writes to whoever planned it and did not begin, if what it asks is different.
    pub async fn send(tx: &mut Tx, app: &App, before: &Offering, after: &Offering) -> Outcome<()> {
        if !after.asks_otherwise(before) {
            return Ok(());
        }
        for (learner, claim) in store::plans::planning(tx, after.id, MOST).await? {
            of_time(tx, app, learner, "plan-changed", |l| urls::plan(l, claim), vec![("title", both(&after.title))]).await?;
        }
        Ok(())
    }
}

/// To the assessors in scope: something waits for them.
pub mod evidence_arrived {
    use super::*;
    use domain::ProfileId;
    use domain::assessment::{Assessment, Qualified, body_for};

    /// At most this many people are told; the queue is open to all in scope.
    const MOST: usize = 20;

    /// Writes to everybody who may judge it.
    pub async fn send(tx: &mut Tx, who: &Member, profile: ProfileId, assessment: &Assessment) -> Outcome<()> {
        let body = version(&who.app, tx, assessment.version).await?;
        let Some(competency) = body.body.competency(assessment.competency) else { return Err(Failure::Missing) };
        let scopes = store::people::scopes_in(tx, profile).await?;
        let may = |s: &&domain::people::AssessorScope| {
            let seat = [Qualified { body: s.organisation, since: s.from }];
            s.covers(profile, assessment.competency, who.now)
                && s.person != assessment.learner
                && !assessment.not_by.contains(&s.person)
                && !assessment.state.concerns(s.person)
                && body_for(&assessment.state, assessment.tier, &seat, who.now).is_ok()
        };
        for scope in scopes.iter().filter(may).take(MOST) {
            write(tx, who, scope.person, "evidence-arrived", urls::desk, vec![("competency", both(&competency.statement))]).await?;
        }
        Ok(())
    }
}

/// To the learner: the assessor asks for more.
pub mod more_asked {
    use super::*;
    use domain::assessment::Assessment;

    /// Writes to the learner.
    pub async fn send(tx: &mut Tx, who: &Member, a: &Assessment) -> Outcome<()> {
        write(tx, who, a.learner, "more-asked", |l| urls::claimed_competency(l, a.claim, a.competency), vec![]).await
    }
}

/// To the assessor: the learner answered.
pub mod learner_answered {
    use super::*;
    use domain::assessment::Assessment;

    /// Writes to whoever is judging.
    pub async fn send(tx: &mut Tx, who: &Member, a: &Assessment) -> Outcome<()> {
        match a.state.assessor() {
            Some(assessor) => write(tx, who, assessor, "learner-answered", |l| urls::assessment(l, a.id), vec![]).await,
            None => Ok(()),
        }
    }
}

/// To the learner: a competency is demonstrated, or what is missing can be read.
pub mod judged {
    use super::*;
    use domain::assessment::CompetencyDecision;
    use domain::claim::Claim;
    use domain::profile::Competency;

    /// Writes to the learner.
    pub async fn send(tx: &mut Tx, who: &Member, claim: &Claim, competency: &Competency, decision: CompetencyDecision) -> Outcome<()> {
        let name = match decision {
            CompetencyDecision::Competent => "demonstrated",
            CompetencyDecision::NotYetCompetent => "not-yet",
        };
        let link = |l| urls::claimed_competency(l, claim.id, competency.id);
        write(tx, who, claim.learner, name, link, vec![("competency", both(&competency.statement))]).await
    }
}

/// To the learner: the credential is offered.
pub mod awarded {
    use super::*;
    use domain::CredentialId;
    use domain::claim::Claim;
    use domain::profile::ProfileVersion;

    /// Writes to the learner.
    pub async fn send(tx: &mut Tx, who: &Member, claim: &Claim, version: &ProfileVersion, credential: CredentialId) -> Outcome<()> {
        let link = |l| urls::credential_settings(l, credential);
        write(tx, who, claim.learner, "awarded", link, vec![("title", both(&version.body.title))]).await
    }
}

/// To the holder: the credential is out of force, for a time or for good, and why.
pub mod out_of_force {
    use super::*;
    use domain::credential::{Credential, Reason};

    /// Writes to the holder, if somebody holds it.
    pub async fn send(tx: &mut Tx, who: &Member, c: &Credential, reason: &Reason) -> Outcome<()> {
        let Some(holder) = c.holder else { return Ok(()) };
        let ground = Lang::ALL.map(|lang| i18n::t(lang, &format!("ground-{}", reason.ground.code())));
        let words = [reason.words.clone(), reason.words.clone()];
        let more = vec![("title", both(&c.title)), ("ground", ground), ("words", words)];
        write(tx, who, holder, c.state.name(), |l| urls::credential_settings(l, c.id), more).await
    }
}

/// To the holder: the credential is in force again.
pub mod reinstated {
    use super::*;
    use domain::credential::Credential;

    /// Writes to the holder, if somebody holds it.
    pub async fn send(tx: &mut Tx, who: &Member, c: &Credential, words: &str) -> Outcome<()> {
        let Some(holder) = c.holder else { return Ok(()) };
        let more = vec![("title", both(&c.title)), ("words", [words.to_owned(), words.to_owned()])];
        write(tx, who, holder, "reinstated", |l| urls::credential_settings(l, c.id), more).await
    }
}

/// To the holder: the end has come or is near, or an offer waits.
pub mod passing {
    use super::*;
    use domain::credential::Credential;

    /// Writes to the holder, if somebody holds it. `what` is "expired", "expiring" or "unclaimed".
    pub async fn send(tx: &mut Tx, app: &App, c: &Credential, what: &str) -> Outcome<()> {
        let Some(holder) = c.holder else { return Ok(()) };
        let day = Lang::ALL.map(|lang| c.until.map_or_else(String::new, |until| i18n::date(lang, until)));
        let more = vec![("title", both(&c.title)), ("day", day)];
        of_time(tx, app, holder, what, |l| urls::credential_settings(l, c.id), more).await
    }
}

/// To assessor and learner: no answer came, and the attempt goes on without.
pub mod answer_overdue {
    use super::*;
    use domain::assessment::Assessment;

    /// Writes to both.
    pub async fn send(tx: &mut Tx, app: &App, a: &Assessment) -> Outcome<()> {
        if let Some(assessor) = a.state.assessor() {
            of_time(tx, app, assessor, "no-answer", |l| urls::assessment(l, a.id), vec![]).await?;
        }
        of_time(tx, app, a.learner, "not-answered", |l| urls::claimed_competency(l, a.claim, a.competency), vec![]).await
    }
}

/// To an assessor: what they took on and did not begin waits for anybody again.
pub mod lapsed {
    use super::*;
    use domain::assessment::Assessment;

    /// Writes to whoever had it.
    pub async fn send(tx: &mut Tx, app: &App, a: &Assessment, to: domain::PersonId) -> Outcome<()> {
        of_time(tx, app, to, "lapsed", |l| urls::assessment(l, a.id), vec![]).await
    }
}

/// To the learner: their claim has gaps and nothing has happened to it for long.
pub mod asleep {
    use super::*;
    use domain::claim::Claim;

    /// Writes to the learner.
    pub async fn send(tx: &mut Tx, app: &App, claim: &Claim) -> Outcome<()> {
        let body = version(app, tx, claim.version).await?;
        of_time(tx, app, claim.learner, "asleep", |l| urls::claim(l, claim.id), vec![("title", both(&body.body.title))]).await
    }
}

/// To somebody on the list of a batch: a credential waits for them.
pub mod batch_offer {
    use super::*;
    use crate::actions::claim_offer::link_to;
    use domain::Ts;
    use domain::batch::{Batch, BatchState, Listed, Terms};
    use domain::credential::{Achievement, Credential};

    /// Letters of a batch leave one every so many microseconds, so that no other letter and no signature waits behind
    /// all of them.
    const PACE: i64 = 100_000;

    /// Writes to whoever the list names, if it gives an address; to somebody with an account in their language.
    pub async fn send(
        tx: &mut Tx,
        app: &App,
        batch: &Batch,
        terms: &Terms,
        c: &Credential,
        listed: &Listed,
        holder: Option<&Person>,
    ) -> Outcome<()> {
        let Some(address) = &listed.email else { return Ok(()) };
        let lang = holder.map(|h| h.lang).or(listed.lang).unwrap_or(terms.lang);
        let to = Person { id: PersonId(0), name: listed.name.clone(), email: address.clone(), lang, created: app.now() };
        let link = |l| match holder {
            Some(_) => urls::credential_settings(l, c.id),
            None => link_to(app, l, c.id),
        };
        let letter = compose(app, &to, "batch-offer", link, vec![("title", both(&c.title))]);
        let message = Message { person: holder.map(|h| h.id), ..letter };
        store::messages::add(tx, &message).await?;
        if let (Some(_), Achievement::Batch(row), BatchState::Running { since, before, .. }) =
            (&app.config.mail.smtp, c.achievement, &batch.state)
        {
            let due = Ts(since.0 + i64::from(row.row.saturating_sub(*before)) * PACE).max(app.now());
            let job = Job::SendMessage { message: message.id };
            store::jobs::add(tx, app.id(), job.kind(), &job.payload(), due).await?;
        }
        Ok(())
    }
}

/// To the learner: the credential is refused, and how to appeal.
pub mod refused {
    use super::*;
    use domain::claim::Claim;
    use domain::profile::ProfileVersion;

    /// Writes to the learner.
    pub async fn send(tx: &mut Tx, who: &Member, claim: &Claim, version: &ProfileVersion) -> Outcome<()> {
        write(tx, who, claim.learner, "refused", |l| urls::claim(l, claim.id), vec![("title", both(&version.body.title))]).await
    }
}
