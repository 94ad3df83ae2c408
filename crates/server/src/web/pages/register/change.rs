//! The three acts on a credential of the register, each with what it leads to, said before it is done.

use super::view;
use crate::actions::change_status::{MOST_WORDS, reinstate_credential, revoke_credential, suspend_credential};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::register::{RegisterEntry, register_entry};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, back, choice, error_summary, field, link, submit};
use crate::{t, urls};
use domain::credential::{Credential, CredentialState, Ground, Reason};
use domain::{CredentialId, Lang};
use maud::{Markup, html};

/// What is about to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Suspend,
    Reinstate,
    Revoke,
}

impl Change {
    /// The stem of its words.
    fn code(self, state: &CredentialState) -> &'static str {
        match self {
            Change::Suspend => "suspend",
            Change::Reinstate => "reinstate",
            Change::Revoke if waits(state) => "retract",
            Change::Revoke => "revoke",
        }
    }

    fn grounds(self) -> &'static [Ground] {
        match self {
            Change::Suspend => &Ground::FOR_A_TIME,
            Change::Reinstate => &[],
            Change::Revoke => &Ground::FOR_GOOD,
        }
    }

    fn address(self, lang: Lang, id: CredentialId) -> String {
        match self {
            Change::Suspend => urls::suspension(lang, id),
            Change::Reinstate => urls::reinstatement(lang, id),
            Change::Revoke => urls::revocation(lang, id),
        }
    }

    fn possible(self, state: &CredentialState) -> bool {
        match self {
            Change::Suspend => matches!(state, CredentialState::Active { .. }),
            Change::Reinstate => matches!(state, CredentialState::Suspended { .. }),
            Change::Revoke => waits(state) || matches!(state, CredentialState::Active { .. } | CredentialState::Suspended { .. }),
        }
    }
}

/// Nobody has accepted it yet.
fn waits(state: &CredentialState) -> bool {
    matches!(state, CredentialState::Offered { .. } | CredentialState::Unclaimed { .. })
}

pub async fn ask_suspend(who: Member, At(id): At<CredentialId>) -> Page {
    ask(who, id, Change::Suspend).await
}

pub async fn ask_reinstate(who: Member, At(id): At<CredentialId>) -> Page {
    ask(who, id, Change::Reinstate).await
}

pub async fn ask_revoke(who: Member, At(id): At<CredentialId>) -> Page {
    ask(who, id, Change::Revoke).await
}

pub async fn suspend(who: Member, At(id): At<CredentialId>, Sent(form): Sent) -> Page {
    let outcome = match reason(&form) {
        Ok(reason) => suspend_credential(&who, id, reason).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => answer::redirect_saying(&urls::register_entry(who.lang, id), "register-suspended"),
        Err(failure) => again(who, id, Change::Suspend, form, failure).await,
    }
}

pub async fn reinstate(who: Member, At(id): At<CredentialId>, Sent(form): Sent) -> Page {
    match reinstate_credential(&who, id, form.value("words").trim().to_owned()).await {
        Ok(()) => answer::redirect_saying(&urls::register_entry(who.lang, id), "register-reinstated"),
        Err(failure) => again(who, id, Change::Reinstate, form, failure).await,
    }
}

pub async fn revoke(who: Member, At(id): At<CredentialId>, Sent(form): Sent) -> Page {
    let outcome = match reason(&form) {
        Ok(reason) => revoke_credential(&who, id, reason).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(Credential { state: CredentialState::Withdrawn { .. }, .. }) => {
            answer::redirect_saying(&urls::register_entry(who.lang, id), "register-withdrawn")
        }
        Ok(_) => answer::redirect_saying(&urls::register_entry(who.lang, id), "register-revoked"),
        Err(failure) => again(who, id, Change::Revoke, form, failure).await,
    }
}

fn reason(form: &Form) -> Outcome<Reason> {
    let ground = Ground::ALL.into_iter().find(|g| g.code() == form.value("ground"));
    let ground = ground.ok_or_else(|| Failure::field("ground", "wrong-status-ground"))?;
    Ok(Reason { ground, words: form.value("words").trim().to_owned() })
}

async fn ask(who: Member, id: CredentialId, change: Change) -> Page {
    let found = register_entry(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &title(who.lang, change, &found), Section::Register, question(who.lang, change, &found, &Form::new(who.lang)))
}

async fn again(who: Member, id: CredentialId, change: Change, mut form: Form, failure: Failure) -> Page {
    answer::into_form(&mut form, failure).or_refuse(&who)?;
    let found = register_entry(&who, id).await.or_refuse(&who)?;
    answer::again(&who, &title(who.lang, change, &found), Section::Register, question(who.lang, change, &found, &form))
}

fn title(lang: Lang, change: Change, e: &RegisterEntry) -> String {
    t!(lang, &format!("{}-title", change.code(&e.credential.state)), name = e.credential.recipient.name.as_str())
}

fn question(lang: Lang, change: Change, e: &RegisterEntry, form: &Form) -> Markup {
    let (c, stem) = (&e.credential, change.code(&e.credential.state));
    let entry = urls::register_entry(lang, c.id);
    let grounds: Vec<_> = change.grounds().iter().map(|g| choice(g.code(), t(lang, &format!("ground-{}", g.code())))).collect();
    let weight = if change == Change::Reinstate { Weight::Main } else { Weight::Danger };
    html! {
        div.stack.narrow {
            (back(&view::name(lang, e), &entry))
            (error_summary(form))
            h1 { (title(lang, change, e)) }
            p { (t!(lang, &format!("{stem}-lead"), title = c.title.get(lang))) }
            ul.bullets { @for n in 1..=3 { li { (t(lang, &format!("{stem}-means-{n}"))) } } }
            @if change.possible(&c.state) && !e.own {
                form.stack method="post" action=(change.address(lang, c.id)) {
                    @if !grounds.is_empty() {
                        (field("ground", t(lang, "register-ground")).hint(t(lang, "register-ground-hint")).radios(form, &grounds))
                    }
                    (field("words", t(lang, "register-words")).hint(t(lang, "register-words-hint")).max(MOST_WORDS).area(form, 4))
                    div.row { (submit(weight, &t(lang, &format!("{stem}-yes")))) (link(Weight::Quiet, &entry, &t(lang, "confirm-cancel"))) }
                }
            } @else if e.own { p { (t(lang, "register-own")) } }
            @else { p { (t(lang, "refused-credential-state")) } }
        }
    }
}
