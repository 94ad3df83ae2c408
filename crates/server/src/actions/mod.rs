//! One file for each thing that a person can do: the table of contents of the product.
//!
//! Each does the same in the same order: begin, load, authorise by the policy table, let the domain decide, save with
//! the event and the jobs in one transaction. Pages, API, jobs and command line all come here.

pub mod add_evidence;
pub mod app_tokens;
pub mod ask_to_be_shown;
pub mod award_credential;
pub mod caption_evidence;
pub mod change_status;
pub mod claim_offer;
pub mod close_account;
pub mod connect_app;
pub mod draft_profile;
pub mod import_catalogue;
pub mod import_framework;
pub mod issue_batch;
pub mod issue_to_wallet;
pub mod keep_external;
pub mod list_offering;
pub mod manage_keys;
pub mod manage_tokens;
pub mod offer_to_wallet;
pub mod open_claim;
pub mod plan_learning;
pub mod record_judgement;
pub mod register_app;
pub mod renew_credential;
pub mod reset_password;
pub mod run_instance;
pub mod set_standing;
pub mod sign_in;
pub mod submit_competency;
pub mod tag_offering;
pub mod uploads;
pub mod write_profile;

use crate::caller::Member;
use crate::jobs::Job;
use domain::event::{Event, Happened};
use store::{StoreError, Tx};

/// What an act answers.
pub type Outcome<T> = Result<T, Failure>;

/// One thing wrong with a form: the field, and the Fluent key that says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, as the form has it.
    pub field: String,
    /// Which words say what is wrong.
    pub key: &'static str,
}

/// Why an act did not happen.
#[derive(Debug)]
pub enum Failure {
    /// It is not there, or not for this person to know of.
    Missing,
    /// A token that does not allow it.
    NotAllowed,
    /// The rules forbid it in the state things are in; the Fluent key says why and what to do.
    Refused(&'static str),
    /// It was there, and whoever may took it away; the Fluent key says who.
    Gone(&'static str),
    /// Somebody else changed it in the meantime.
    Stale,
    /// The input is wrong, field by field.
    Invalid(Vec<FieldError>),
    /// The store.
    Store(StoreError),
    /// What can't be: logged, and said plainly.
    Broken(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Missing => f.write_str("not found"),
            Failure::NotAllowed => f.write_str("not allowed"),
            Failure::Refused(key) => write!(f, "refused: {key}"),
            Failure::Gone(key) => write!(f, "gone: {key}"),
            Failure::Stale => f.write_str("changed by somebody else"),
            Failure::Invalid(fields) => write!(f, "invalid: {fields:?}"),
            Failure::Store(e) => write!(f, "{e}"),
            Failure::Broken(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Failure {}

impl Failure {
    /// One wrong field.
    pub fn field(field: &str, key: &'static str) -> Failure {
        Failure::Invalid(vec![FieldError { field: field.to_owned(), key }])
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            // Two acts on one thing at the same time meet at the place in its chain.
            StoreError::Stale => Failure::Stale,
            StoreError::Conflict(what) if what.contains("event") => Failure::Stale,
            other => Failure::Store(other),
        }
    }
}

impl From<domain::claim::Refused> for Failure {
    fn from(refused: domain::claim::Refused) -> Failure {
        use domain::claim::Refused::*;
        match refused {
            While(_) => Failure::Refused("refused-claim-state"),
            NoSuchCompetency => Failure::Missing,
            NotOpen => Failure::Refused("refused-not-open"),
            NotOwnWork => Failure::field("own_work", "wrong-own-work"),
            NoHelpStatement => Failure::field("help_used", "wrong-help-used"),
            NothingNew(_) => Failure::Refused("refused-nothing-new"),
            NoActionPlan => Failure::field("plan", "wrong-action-plan"),
            NotComplete => Failure::Refused("refused-not-complete"),
            Judged => Failure::Refused("refused-judged"),
            NoReason => Failure::field("reason", "wrong-reason"),
        }
    }
}

impl From<domain::assessment::Refusal> for Failure {
    fn from(refusal: domain::assessment::Refusal) -> Failure {
        use domain::assessment::Refusal::*;
        match refusal {
            While(_) => Failure::Refused("refused-assessment-state"),
            NotYours => Failure::Refused("refused-not-yours"),
            OwnClaim => Failure::Refused("refused-own-claim"),
            MustDiffer => Failure::Refused("refused-must-differ"),
            OutOfScope => Failure::Missing,
            SameBody => Failure::Refused("refused-same-body"),
            TooNew => Failure::Refused("refused-too-new"),
            OwnDecision => Failure::Refused("refused-own-decision"),
            DecidedByTwo => Failure::Refused("refused-decided-by-two"),
            SameDecision => Failure::Refused("refused-same-decision"),
            Unfinished(_) => Failure::Refused("refused-unfinished"),
            NoQuestion => Failure::field("question", "wrong-question"),
        }
    }
}

impl From<domain::evidence::Cannot> for Failure {
    fn from(cannot: domain::evidence::Cannot) -> Failure {
        match cannot {
            domain::evidence::Cannot::While(_) => Failure::Refused("refused-evidence-state"),
            domain::evidence::Cannot::ProtectedPerson => Failure::Refused("refused-protected-person"),
        }
    }
}

impl From<domain::plan::NotPossible> for Failure {
    fn from(why: domain::plan::NotPossible) -> Failure {
        use domain::plan::NotPossible::*;
        match why {
            While(_) => Failure::Refused("refused-plan-state"),
            NoSuchItem => Failure::Missing,
            ItemIs(_) => Failure::Refused("refused-plan-item"),
            NoReason => Failure::field("reason", "wrong-reason"),
            Empty => Failure::field("o", "wrong-plan-offerings"),
        }
    }
}

impl From<domain::batch::NotPossible> for Failure {
    fn from(why: domain::batch::NotPossible) -> Failure {
        use domain::batch::NotPossible::*;
        match why {
            While(_) => Failure::Refused("refused-batch-state"),
            OtherCount => Failure::field("count", "wrong-batch-count"),
            NoDecision => Failure::field("decision", "wrong-batch-decision"),
        }
    }
}

impl From<domain::credential::NotPossible> for Failure {
    fn from(why: domain::credential::NotPossible) -> Failure {
        use domain::credential::NotPossible::*;
        match why {
            While(_) => Failure::Refused("refused-credential-state"),
            NoGround => Failure::field("ground", "wrong-status-ground"),
            NoWords => Failure::field("words", "wrong-reason"),
        }
    }
}

/// Writes down what the member just did, in the chain of the thing it was done to.
pub async fn record(tx: &mut Tx, who: &Member, chain: impl ToString, event: Event) -> Outcome<()> {
    let happened = Happened { chain: chain.to_string(), actor: Some(who.id()), at: who.now, event };
    Ok(store::events::record(tx, who.app.id(), &happened).await?)
}

/// Writes down work that follows; it runs once the transaction is committed.
pub async fn enqueue(tx: &mut Tx, who: &Member, job: Job) -> Outcome<()> {
    Ok(store::jobs::add(tx, who.app.id(), job.kind(), &job.payload(), who.now).await?)
}

/// Makes it happen, and wakes whoever runs jobs if there are any.
pub async fn commit(tx: Tx, who: &Member) -> Outcome<()> {
    let jobs = tx.has_jobs();
    tx.commit().await?;
    if jobs {
        who.app.jobs_due.notify_one();
    }
    Ok(())
}
