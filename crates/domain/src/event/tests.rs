use super::*;
use crate::credential::Ground;
use crate::example::named_as_stored;

const PERSON: PersonId = PersonId(1);
const ORGANISATION: OrganisationId = OrganisationId(2);
const PROFILE: ProfileId = ProfileId(3);
const VERSION: VersionId = VersionId(4);
const COMPETENCY: CompetencyId = CompetencyId(5);
const CLAIM: ClaimId = ClaimId(6);
const EVIDENCE: EvidenceId = EvidenceId(7);
const ASSESSMENT: AssessmentId = AssessmentId(8);
const CREDENTIAL: CredentialId = CredentialId(9);
const TOKEN: TokenId = TokenId(10);
const APP: AppId = AppId(15);

/// One of each.
fn every_event() -> Vec<Event> {
    use Event::*;
    let why = || "why".to_owned();
    vec![
        AccountCreated { person: PERSON },
        SignedIn { person: PERSON },
        PasswordChanged { person: PERSON },
        AccountClosed { person: PERSON, credentials: "keep".into() },
        OrganisationAdded { organisation: ORGANISATION },
        RoleGranted { person: PERSON, organisation: ORGANISATION, role: "author".into() },
        RoleRemoved { person: PERSON, organisation: ORGANISATION, role: "author".into() },
        ScopeGranted { person: PERSON, profile: PROFILE, competencies: vec![COMPETENCY] },
        TokenCreated { token: TOKEN, scopes: vec!["profiles:read".into()] },
        TokenRevoked { token: TOKEN },
        AppRegistered { app: APP },
        AppConnected { app: APP, connection: ConnectionId(16), scopes: vec!["offline_access".into()] },
        AppDisconnected { connection: ConnectionId(16), replayed: false },
        ExternalKept { external: ExternalId(17), app: APP, verdict: "valid".into() },
        ExternalRemoved { external: ExternalId(17) },
        WalletOffered { credential: CREDENTIAL },
        WalletIssued { credential: CREDENTIAL, copies: 1 },
        WalletTold { credential: CREDENTIAL, what: "credential_accepted".into() },
        FrameworkImported { framework: FrameworkId(11), elements: 3, links: 2, rejected: 1 },
        ProfileBegun { profile: PROFILE, version: VERSION },
        ProfileEdited { version: VERSION, revision: 2 },
        ConsultationHeld { version: VERSION },
        ValidationRecorded { version: VERSION },
        VersionApproved { version: VERSION },
        VersionPublished { profile: PROFILE, version: VERSION, number: 1 },
        VersionSuperseded { version: VERSION, by: VersionId(12) },
        OfferingListed { offering: OfferingId(13) },
        CatalogueImported { catalogue: crate::CatalogueId(14), added: 1, changed: 2, retired: 3, rejected: 4 },
        OfferingTagged { offering: OfferingId(13), criteria: vec![crate::CriterionId(1)], statements: vec![crate::ElementId(2)] },
        OfferingChanged { offering: OfferingId(13) },
        OfferingWithdrawn { offering: OfferingId(13) },
        ClaimOpened { claim: CLAIM, version: VERSION },
        SelfAssessed { claim: CLAIM },
        EvidenceAdded { evidence: EVIDENCE },
        EvidenceStored { evidence: EVIDENCE, sha256: "00ff".into(), size: u64::MAX },
        EvidenceRejected { evidence: EVIDENCE, reason: why() },
        EvidenceLinked { evidence: EVIDENCE, criteria: 2 },
        CaptionsChanged { evidence: EVIDENCE, language: Lang::Fr, there: true },
        EvidenceWithdrawn { evidence: EVIDENCE },
        EvidenceQuarantined { evidence: EVIDENCE, reason: why() },
        EvidenceSubmitted { claim: CLAIM, competency: COMPETENCY, assessment: ASSESSMENT, attempt: 1, help_used: "none".into() },
        ActionPlanned { claim: CLAIM, competency: COMPETENCY },
        PlanMade { plan: PlanId(30), offerings: vec![OfferingId(13)], avoided: 60, nominal: 90 },
        PlanItemMoved { plan: PlanId(30), item: PlanItemId(31), to: "under_way".into() },
        CompletionRecorded { plan: PlanId(30), item: PlanItemId(31), organisation: ORGANISATION },
        PlanDropped { plan: PlanId(30) },
        ClaimWithdrawn { claim: CLAIM },
        AssessmentClaimed { assessment: ASSESSMENT },
        AssessorRecused { assessment: ASSESSMENT, reason: why() },
        MoreAsked { assessment: ASSESSMENT, question: "where?".into() },
        LearnerAnswered { assessment: ASSESSMENT },
        AnswerOverdue { assessment: ASSESSMENT },
        ClaimAsleep { claim: CLAIM },
        ScoreRecorded { assessment: ASSESSMENT, competency: COMPETENCY },
        AssessmentLapsed { assessment: ASSESSMENT },
        JudgementRecorded { assessment: ASSESSMENT, competency: COMPETENCY, decision: CompetencyDecision::Competent },
        AssessmentVoided { assessment: ASSESSMENT, reason: why() },
        CompetencyRecognised { recognition: RecognitionId(14), competency: COMPETENCY },
        CredentialAwarded { claim: CLAIM, credential: CREDENTIAL },
        CredentialRefused { claim: CLAIM, reason: why() },
        CredentialSigned { credential: CREDENTIAL, key: KeyId(16), signature: "00ff".into() },
        StandingChanged { organisation: ORGANISATION, standing: Standing::Revoked { from: Ts(1) }, reason: why() },
        KeyRotated { key: KeyId(16), retired: Some(KeyId(17)) },
        KeyCompromised { key: KeyId(16), from: Ts(1) },
        BatchChecked { batch: BatchId(20), version: VERSION, rows: 9, refused: 1 },
        BatchStarted {
            batch: BatchId(20),
            terms: Terms { decision: why(), supervision: Default::default(), letters: true, lang: crate::Lang::Fr },
        },
        BatchPartIssued { batch: BatchId(20), part: 0, issued: 8, skipped: 1 },
        BatchPaused { batch: BatchId(20), why: Halt::Asked },
        BatchResumed { batch: BatchId(20) },
        BatchCancelled { batch: BatchId(20) },
        BatchDone { batch: BatchId(20) },
        CredentialClaimed { credential: CREDENTIAL },
        CredentialAccepted { credential: CREDENTIAL },
        CredentialDeclined { credential: CREDENTIAL },
        CredentialSuspended { credential: CREDENTIAL, reason: Reason { ground: Ground::UnderReview, words: why() } },
        CredentialReinstated { credential: CREDENTIAL, words: why() },
        CredentialRevoked { credential: CREDENTIAL, reason: Reason { ground: Ground::IssuedInError, words: why() } },
        CredentialUnlisted { credential: CREDENTIAL },
        CredentialExpired { credential: CREDENTIAL },
        CredentialSuperseded { credential: CREDENTIAL, by: CredentialId(15) },
        OfferLapsed { credential: CREDENTIAL },
        ExpiryAnnounced { credential: CREDENTIAL },
        ListingChanged { credential: CREDENTIAL, listed: true },
    ]
}

#[test]
fn every_event_reads_back_and_its_name_is_the_tag_it_is_stored_under() {
    named_as_stored("event", &every_event(), Event::name);
}
