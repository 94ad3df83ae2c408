//! Everything that can have happened. An act that changes something writes at least one of these.

use crate::assessment::CompetencyDecision;
use crate::batch::{Halt, Terms};
use crate::credential::Reason;
use crate::standing::Standing;
use crate::{
    AppId, AssessmentId, BatchId, CatalogueId, ClaimId, CompetencyId, ConnectionId, CredentialId, CriterionId, ElementId, EvidenceId,
    ExternalId, FrameworkId, KeyId, Lang, OfferingId, OrganisationId, PersonId, PlanId, PlanItemId, ProfileId, RecognitionId, TokenId, Ts,
    VersionId,
};
use serde::{Deserialize, Serialize};

/// What happened. The names are stored; they are never changed, only added to.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// An account was made.
    AccountCreated { person: PersonId },
    /// Somebody signed in.
    SignedIn { person: PersonId },
    /// A password was changed by its owner, or set anew through a link that was mailed.
    PasswordChanged { person: PersonId },
    /// Somebody closed their account, and what they wished for their credentials.
    AccountClosed { person: PersonId, credentials: String },
    /// An organisation was added.
    OrganisationAdded { organisation: OrganisationId },
    /// A role was given, by name.
    RoleGranted { person: PersonId, organisation: OrganisationId, role: String },
    /// A role was taken away, by name.
    RoleRemoved { person: PersonId, organisation: OrganisationId, role: String },
    /// An assessor's scope was given.
    ScopeGranted { person: PersonId, profile: ProfileId, competencies: Vec<CompetencyId> },
    /// A personal token was made.
    TokenCreated { token: TokenId, scopes: Vec<String> },
    /// A personal token was taken back.
    TokenRevoked { token: TokenId },
    /// A program registered itself.
    AppRegistered { app: AppId },
    /// A person let a program act for them, within these scopes.
    AppConnected { app: AppId, connection: ConnectionId, scopes: Vec<String> },
    /// A program may no longer act for a person: they said so, or somebody used one of its secrets twice.
    AppDisconnected { connection: ConnectionId, replayed: bool },
    /// A credential that was issued elsewhere was kept for a person.
    ExternalKept { external: ExternalId, app: AppId, verdict: String },
    /// It was removed.
    ExternalRemoved { external: ExternalId },
    /// The holder offered a credential to their wallet.
    WalletOffered { credential: CredentialId },
    /// A wallet fetched it, with a signature for each of its keys.
    WalletIssued { credential: CredentialId, copies: usize },
    /// A wallet said what became of it.
    WalletTold { credential: CredentialId, what: String },
    /// A framework was taken in.
    FrameworkImported { framework: FrameworkId, elements: usize, links: usize, rejected: usize },
    /// A profile was begun.
    ProfileBegun { profile: ProfileId, version: VersionId },
    /// A draft was changed.
    ProfileEdited { version: VersionId, revision: i64 },
    /// A draft was shown to those it concerns.
    ConsultationHeld { version: VersionId },
    /// Employers checked it.
    ValidationRecorded { version: VersionId },
    /// Its owners approved it.
    VersionApproved { version: VersionId },
    /// It came into force.
    VersionPublished { profile: ProfileId, version: VersionId, number: u32 },
    /// It was replaced.
    VersionSuperseded { version: VersionId, by: VersionId },
    /// An offering was listed.
    OfferingListed { offering: OfferingId },
    /// A catalogue was taken in: how many of its offerings are new, changed, gone, and refused.
    CatalogueImported { catalogue: CatalogueId, added: usize, changed: usize, retired: usize, rejected: usize },
    /// Somebody confirmed that an offering teaches this, or that it does not after all.
    OfferingTagged { offering: OfferingId, criteria: Vec<CriterionId>, statements: Vec<ElementId> },
    /// What an offering says was changed by hand.
    OfferingChanged { offering: OfferingId },
    /// An offering is listed no more.
    OfferingWithdrawn { offering: OfferingId },
    /// A claim was opened.
    ClaimOpened { claim: ClaimId, version: VersionId },
    /// The learner rated themself.
    SelfAssessed { claim: ClaimId },
    /// Evidence was described.
    EvidenceAdded { evidence: EvidenceId },
    /// Its bytes arrived.
    EvidenceStored { evidence: EvidenceId, sha256: String, size: u64 },
    /// It could not be used.
    EvidenceRejected { evidence: EvidenceId, reason: String },
    /// It was linked to criteria.
    EvidenceLinked { evidence: EvidenceId, criteria: usize },
    /// Captions were added to it or replaced, or removed, in a language.
    CaptionsChanged { evidence: EvidenceId, language: Lang, there: bool },
    /// The learner took it back.
    EvidenceWithdrawn { evidence: EvidenceId },
    /// It was closed to everybody.
    EvidenceQuarantined { evidence: EvidenceId, reason: String },
    /// A competency was sent for judgement.
    EvidenceSubmitted { claim: ClaimId, competency: CompetencyId, assessment: AssessmentId, attempt: u32, help_used: String },
    /// The learner said what they did about a gap.
    ActionPlanned { claim: ClaimId, competency: CompetencyId },
    /// The learner decided what to take, or decided anew, and what recognition saved them, in minutes of all they would need.
    PlanMade { plan: PlanId, offerings: Vec<OfferingId>, avoided: i64, nominal: i64 },
    /// A piece of the plan was begun, done or declined.
    PlanItemMoved { plan: PlanId, item: PlanItemId, to: String },
    /// Whoever gives the learning recorded that it was done.
    CompletionRecorded { plan: PlanId, item: PlanItemId, organisation: OrganisationId },
    /// The learner gave the plan up.
    PlanDropped { plan: PlanId },
    /// Nothing new came to a claim with open gaps for so long that it counts as asleep.
    ClaimAsleep { claim: ClaimId },
    /// A claim was taken back.
    ClaimWithdrawn { claim: ClaimId },
    /// An assessor took an assessment.
    AssessmentClaimed { assessment: AssessmentId },
    /// An assessor stepped back.
    AssessorRecused { assessment: AssessmentId, reason: String },
    /// The assessor asked for more.
    MoreAsked { assessment: AssessmentId, question: String },
    /// The learner answered.
    LearnerAnswered { assessment: AssessmentId },
    /// The learner did not answer in time; the assessor goes on without.
    AnswerOverdue { assessment: AssessmentId },
    /// One of several judges scored; it is not decided yet.
    ScoreRecorded { assessment: AssessmentId, competency: CompetencyId },
    /// It was taken on and not touched; it waits again.
    AssessmentLapsed { assessment: AssessmentId },
    /// A judgement was recorded.
    JudgementRecorded { assessment: AssessmentId, competency: CompetencyId, decision: CompetencyDecision },
    /// An assessment was called off.
    AssessmentVoided { assessment: AssessmentId, reason: String },
    /// A competency was recognised.
    CompetencyRecognised { recognition: RecognitionId, competency: CompetencyId },
    /// The issuer granted the credential.
    CredentialAwarded { claim: ClaimId, credential: CredentialId },
    /// The issuer refused it.
    CredentialRefused { claim: ClaimId, reason: String },
    /// A credential was signed, with which key; `signature` is the SHA-256 of the signature value.
    CredentialSigned { credential: CredentialId, key: KeyId, signature: String },
    /// An issuer is recognised, or no longer, and why.
    StandingChanged { organisation: OrganisationId, standing: Standing, reason: String },
    /// An issuer signs with a new key.
    KeyRotated { key: KeyId, retired: Option<KeyId> },
    /// A key can't be trusted from a moment on.
    KeyCompromised { key: KeyId, from: Ts },
    /// A list was brought for a batch.
    BatchChecked { batch: BatchId, version: VersionId, rows: u32, refused: u32 },
    /// The issuer started it, on these terms.
    BatchStarted { batch: BatchId, terms: Terms },
    /// A part of it was issued.
    BatchPartIssued { batch: BatchId, part: u32, issued: u32, skipped: u32 },
    /// It waits.
    BatchPaused { batch: BatchId, why: Halt },
    /// It goes on.
    BatchResumed { batch: BatchId },
    /// What was left of it is not issued.
    BatchCancelled { batch: BatchId },
    /// All of it is issued.
    BatchDone { batch: BatchId },
    /// Somebody who was given the link became its holder.
    CredentialClaimed { credential: CredentialId },
    /// The learner accepted it.
    CredentialAccepted { credential: CredentialId },
    /// The learner declined it.
    CredentialDeclined { credential: CredentialId },
    /// The issuer put it out of force for a time.
    CredentialSuspended { credential: CredentialId, reason: Reason },
    /// The issuer put it in force again.
    CredentialReinstated { credential: CredentialId, words: String },
    /// The issuer put it out of force for good.
    CredentialRevoked { credential: CredentialId, reason: Reason },
    /// Its holder took it from the public, with their name.
    CredentialUnlisted { credential: CredentialId },
    /// Its end came.
    CredentialExpired { credential: CredentialId },
    /// A renewed one replaced it.
    CredentialSuperseded { credential: CredentialId, by: CredentialId },
    /// Nobody answered the offer for so long that it counts as unclaimed.
    OfferLapsed { credential: CredentialId },
    /// Its holder was reminded that its end is near.
    ExpiryAnnounced { credential: CredentialId },
    /// The holder changed whether it may be listed.
    ListingChanged { credential: CredentialId, listed: bool },
}

impl Event {
    /// The stored name, the same as the tag it is serialised with.
    pub fn name(&self) -> &'static str {
        match self {
            Event::AccountCreated { .. } => "account_created",
            Event::SignedIn { .. } => "signed_in",
            Event::PasswordChanged { .. } => "password_changed",
            Event::AccountClosed { .. } => "account_closed",
            Event::OrganisationAdded { .. } => "organisation_added",
            Event::RoleGranted { .. } => "role_granted",
            Event::RoleRemoved { .. } => "role_removed",
            Event::ScopeGranted { .. } => "scope_granted",
            Event::TokenCreated { .. } => "token_created",
            Event::TokenRevoked { .. } => "token_revoked",
            Event::AppRegistered { .. } => "app_registered",
            Event::AppConnected { .. } => "app_connected",
            Event::AppDisconnected { .. } => "app_disconnected",
            Event::ExternalKept { .. } => "external_kept",
            Event::ExternalRemoved { .. } => "external_removed",
            Event::WalletOffered { .. } => "wallet_offered",
            Event::WalletIssued { .. } => "wallet_issued",
            Event::WalletTold { .. } => "wallet_told",
            Event::FrameworkImported { .. } => "framework_imported",
            Event::ProfileBegun { .. } => "profile_begun",
            Event::ProfileEdited { .. } => "profile_edited",
            Event::ConsultationHeld { .. } => "consultation_held",
            Event::ValidationRecorded { .. } => "validation_recorded",
            Event::VersionApproved { .. } => "version_approved",
            Event::VersionPublished { .. } => "version_published",
            Event::VersionSuperseded { .. } => "version_superseded",
            Event::OfferingListed { .. } => "offering_listed",
            Event::CatalogueImported { .. } => "catalogue_imported",
            Event::OfferingTagged { .. } => "offering_tagged",
            Event::OfferingChanged { .. } => "offering_changed",
            Event::OfferingWithdrawn { .. } => "offering_withdrawn",
            Event::ClaimOpened { .. } => "claim_opened",
            Event::SelfAssessed { .. } => "self_assessed",
            Event::EvidenceAdded { .. } => "evidence_added",
            Event::EvidenceStored { .. } => "evidence_stored",
            Event::EvidenceRejected { .. } => "evidence_rejected",
            Event::EvidenceLinked { .. } => "evidence_linked",
            Event::CaptionsChanged { .. } => "captions_changed",
            Event::EvidenceWithdrawn { .. } => "evidence_withdrawn",
            Event::EvidenceQuarantined { .. } => "evidence_quarantined",
            Event::EvidenceSubmitted { .. } => "evidence_submitted",
            Event::ActionPlanned { .. } => "action_planned",
            Event::PlanMade { .. } => "plan_made",
            Event::PlanItemMoved { .. } => "plan_item_moved",
            Event::CompletionRecorded { .. } => "completion_recorded",
            Event::PlanDropped { .. } => "plan_dropped",
            Event::ClaimWithdrawn { .. } => "claim_withdrawn",
            Event::AssessmentClaimed { .. } => "assessment_claimed",
            Event::AssessorRecused { .. } => "assessor_recused",
            Event::MoreAsked { .. } => "more_asked",
            Event::LearnerAnswered { .. } => "learner_answered",
            Event::AnswerOverdue { .. } => "answer_overdue",
            Event::ClaimAsleep { .. } => "claim_asleep",
            Event::ScoreRecorded { .. } => "score_recorded",
            Event::AssessmentLapsed { .. } => "assessment_lapsed",
            Event::JudgementRecorded { .. } => "judgement_recorded",
            Event::AssessmentVoided { .. } => "assessment_voided",
            Event::CompetencyRecognised { .. } => "competency_recognised",
            Event::CredentialAwarded { .. } => "credential_awarded",
            Event::CredentialRefused { .. } => "credential_refused",
            Event::CredentialSigned { .. } => "credential_signed",
            Event::StandingChanged { .. } => "standing_changed",
            Event::KeyRotated { .. } => "key_rotated",
            Event::KeyCompromised { .. } => "key_compromised",
            Event::BatchChecked { .. } => "batch_checked",
            Event::BatchStarted { .. } => "batch_started",
            Event::BatchPartIssued { .. } => "batch_part_issued",
            Event::BatchPaused { .. } => "batch_paused",
            Event::BatchResumed { .. } => "batch_resumed",
            Event::BatchCancelled { .. } => "batch_cancelled",
            Event::BatchDone { .. } => "batch_done",
            Event::CredentialClaimed { .. } => "credential_claimed",
            Event::CredentialAccepted { .. } => "credential_accepted",
            Event::CredentialDeclined { .. } => "credential_declined",
            Event::CredentialSuspended { .. } => "credential_suspended",
            Event::CredentialReinstated { .. } => "credential_reinstated",
            Event::CredentialRevoked { .. } => "credential_revoked",
            Event::CredentialUnlisted { .. } => "credential_unlisted",
            Event::CredentialExpired { .. } => "credential_expired",
            Event::CredentialSuperseded { .. } => "credential_superseded",
            Event::OfferLapsed { .. } => "offer_lapsed",
            Event::ExpiryAnnounced { .. } => "expiry_announced",
            Event::ListingChanged { .. } => "listing_changed",
        }
    }
}

/// Something that happened, by whom and when, in the chain of the thing it happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The id of the thing whose chain it joins: a claim, a profile version, a person …
    pub chain: String,
    /// Who did it; none: the system itself.
    pub actor: Option<PersonId>,
    /// When.
    pub at: Ts,
    /// What.
    pub event: Event,
}

#[cfg(test)]
mod tests;
