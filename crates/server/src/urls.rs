//! Every path of the product, as a function. Pages, redirects, letters and tests take them from here.

use domain::{
    AppRequestId, AssessmentId, BatchId, ClaimId, CompetencyId, ConnectionId, CredentialId, CriterionId, EvidenceId, ExternalId,
    FrameworkId, KeyId, Lang, OfferingId, OrganisationId, PersonId, PlanItemId, ProfileId, TokenId, VersionId,
};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $kind:ty),*) = $pattern:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang $(, $arg: $kind)*) -> String { format!(concat!("/{}", $pattern), lang.code() $(, $arg)*) }
    )*};
}

paths! {
    /// Start page.
    home() = "";
    /// The public catalogue.
    catalogue() = "/catalogue";
    /// A profile, in the version that is in force.
    profile(id: ProfileId) = "/catalogue/{}";
    /// The self-assessment that needs no account.
    self_assessment(id: ProfileId) = "/catalogue/{}/self-assessment";
    /// One version of a profile, in force or replaced.
    version(id: ProfileId, number: u32) = "/catalogue/{}/versions/{}";
    /// Ways to learn what somebody says they can't do yet.
    profile_paths(id: ProfileId) = "/catalogue/{}/paths";
    /// Opening a claim against the version in force.
    open_claim(id: ProfileId) = "/catalogue/{}/claim";
    /// Making an account.
    sign_up() = "/sign-up";
    /// Asking for a link to set a new password.
    forgotten_password() = "/sign-in/forgotten";
    /// Setting it, by the link that was mailed.
    new_password(secret: &str) = "/sign-in/new-password/{}";
    /// Signing out.
    sign_out() = "/sign-out";
    /// One's account.
    account() = "/account";
    /// Changing the password.
    account_password() = "/account/password";
    /// Ending every session.
    account_sessions() = "/account/sessions";
    /// Closing it.
    account_closing() = "/account/closing";
    /// Tokens for programs.
    tokens() = "/account/tokens";
    /// Taking a token back.
    token_revocation(id: TokenId) = "/account/tokens/{}/revocation";
    /// Programs that act for one.
    connected_apps() = "/account/apps";
    /// Letting a program no longer act for one.
    app_withdrawal(id: ConnectionId) = "/account/apps/{}/withdrawal";
    /// A program's question.
    connect(id: AppRequestId) = "/connect/{}";
    /// Taking a credential into a wallet.
    credential_wallet(id: CredentialId) = "/credentials/{}/wallet";
    /// Asking to be shown a credential.
    showings() = "/verify/showings";
    /// The question and its answer.
    showing(page: &str) = "/verify/showings/{}";
    /// Credentials that others issued.
    elsewhere() = "/elsewhere";
    /// Removing one of them.
    external_removal(id: ExternalId) = "/elsewhere/{}/removal";
    /// One's claims.
    claims() = "/claims";
    /// A claim.
    claim(id: ClaimId) = "/claims/{}";
    /// One competency of a claim: evidence, sending, result, gap.
    claimed_competency(id: ClaimId, competency: CompetencyId) = "/claims/{}/competencies/{}";
    /// Ways to learn what a claim is missing.
    claim_paths(id: ClaimId) = "/claims/{}/paths";
    /// What a learner decided to do about the gaps of a claim.
    plan(id: ClaimId) = "/claims/{}/plan";
    /// One piece of it.
    plan_item(id: ClaimId, item: PlanItemId) = "/claims/{}/plan/items/{}";
    /// The evidence of a claim.
    claim_evidence(id: ClaimId) = "/claims/{}/evidence";
    /// Adding evidence to a claim.
    new_evidence(id: ClaimId) = "/claims/{}/evidence/new";
    /// Taking a claim back.
    claim_withdrawal(id: ClaimId) = "/claims/{}/withdraw";
    /// Taking a piece of evidence back.
    evidence_withdrawal(id: EvidenceId) = "/evidence/{}/withdraw";
    /// A piece of evidence.
    evidence(id: EvidenceId) = "/evidence/{}";
    /// The bytes of a piece of evidence.
    evidence_file(id: EvidenceId) = "/evidence/{}/file";
    /// The captions of a recording in a language.
    evidence_captions(id: EvidenceId, language: &str) = "/evidence/{}/captions/{}";
    /// Adding captions to a recording.
    captioning(id: EvidenceId) = "/evidence/{}/captions";
    /// What happened on a claim.
    claim_record(id: ClaimId) = "/claims/{}/record";
    /// One's credentials.
    credentials() = "/credentials";
    /// One's whole record as a file, by how its name ends.
    record(end: &str) = "/credentials/record.{}";
    /// What the holder decides about a credential.
    credential_settings(id: CredentialId) = "/credentials/{}";
    /// A credential, for everybody.
    credential(id: CredentialId) = "/c/{}";
    /// A credential as a small page for a frame elsewhere.
    credential_embed(id: CredentialId) = "/c/{}/embed";
    /// A file of a credential in one language, by how its name ends.
    credential_file(id: CredentialId, end: &str) = "/c/{}.{}";
    /// A body that credentials name.
    public_organisation(id: OrganisationId) = "/organisations/{}";
    /// Checking a credential.
    verify() = "/verify";
    /// The assessors' queue.
    desk() = "/desk";
    /// An assessment at the desk.
    assessment(id: AssessmentId) = "/desk/{}";
    /// What is filled in of an assessment.
    assessment_draft(id: AssessmentId) = "/desk/{}/draft";
    /// Recording a judgement.
    assessment_decision(id: AssessmentId) = "/desk/{}/decision";
    /// Asking the learner for more.
    assessment_question(id: AssessmentId) = "/desk/{}/question";
    /// Stepping back from an assessment.
    assessment_recusal(id: AssessmentId) = "/desk/{}/recusal";
    /// Claims that wait for the issuer.
    decisions() = "/decisions";
    /// The issuer's decision on a claim.
    decision(id: ClaimId) = "/decisions/{}";
    /// Refusing the credential.
    decision_refusal(id: ClaimId) = "/decisions/{}/refusal";
    /// What the organisations that one issues for have issued.
    register() = "/register";
    /// One credential of the register.
    register_entry(id: CredentialId) = "/register/{}";
    /// Putting it out of force for a time.
    suspension(id: CredentialId) = "/register/{}/suspension";
    /// Putting it in force again.
    reinstatement(id: CredentialId) = "/register/{}/reinstatement";
    /// Putting it out of force for good.
    revocation(id: CredentialId) = "/register/{}/revocation";
    /// Credentials for many at once.
    batches() = "/batches";
    /// Bringing a list.
    new_batch() = "/batches/new";
    /// One batch: what was read, and how far issuing it is.
    batch(id: BatchId) = "/batches/{}";
    /// What came of each row.
    batch_results(id: BatchId) = "/batches/{}/results.csv";
    /// A credential that waits for whoever has this link.
    offer(id: CredentialId, secret: &str) = "/offers/{}/{}";
    /// Frameworks taken in.
    frameworks() = "/frameworks";
    /// A framework.
    framework(id: FrameworkId) = "/frameworks/{}";
    /// What an import came to.
    framework_report(id: FrameworkId) = "/frameworks/{}/report";
    /// Profiles of one's organisation.
    profiles() = "/profiles";
    /// A version being written, or as it was published.
    draft(id: VersionId) = "/profiles/{}";
    /// Beginning a profile.
    new_profile() = "/profiles/new";
    /// What a draft says apart from its competencies.
    draft_details(id: VersionId) = "/profiles/{}/details";
    /// The competencies of a draft, for adding and moving them.
    draft_competencies(id: VersionId) = "/profiles/{}/competencies";
    /// The criteria of a competency, for adding and moving them.
    draft_criteria(id: VersionId, competency: CompetencyId) = "/profiles/{}/competencies/{}/criteria";
    /// Criteria to take from a framework.
    draft_take(id: VersionId, competency: CompetencyId) = "/profiles/{}/competencies/{}/take";
    /// One criterion of a draft.
    draft_criterion(id: VersionId, criterion: CriterionId) = "/profiles/{}/criteria/{}";
    /// A draft as learners will see it.
    draft_preview(id: VersionId) = "/profiles/{}/preview";
    /// What a version changes.
    draft_changes(id: VersionId) = "/profiles/{}/changes";
    /// Putting a draft in force.
    draft_publish(id: VersionId) = "/profiles/{}/publish";
    /// Beginning the next version.
    draft_revise(id: VersionId) = "/profiles/{}/revise";
    /// One competency of a draft.
    draft_competency(id: VersionId, competency: CompetencyId) = "/profiles/{}/competencies/{}";
    /// Learning that is listed.
    offerings() = "/offerings";
    /// Listing learning.
    new_offering() = "/offerings/new";
    /// Taking in a catalogue of learning.
    import_catalogue() = "/offerings/import";
    /// Changing what a listed offering says.
    offering(id: OfferingId) = "/offerings/{}";
    /// Taking an offering from the list.
    offering_withdrawal(id: OfferingId) = "/offerings/{}/withdrawal";
    /// Recording that somebody finished an offering.
    completions() = "/offerings/completions";
    /// Saying what an offering teaches.
    offering_tags(id: OfferingId) = "/offerings/{}/tags";
    /// Learning of everybody, for everybody.
    learning() = "/learning";
    /// One of it.
    learning_one(id: OfferingId) = "/learning/{}";
    /// Whether an offering and oneself meet the listed tests of those who help paying.
    funding(id: OfferingId) = "/learning/{}/funding";
    /// Several of it, side by side.
    learning_compared() = "/learning/compare";
    /// People, organisations, roles.
    admin() = "/admin";
    /// Organisations of the instance.
    organisations() = "/admin/organisations";
    /// Everybody with an account.
    people() = "/admin/people";
    /// A person: roles and scopes.
    person(id: PersonId) = "/admin/people/{}";
    /// Taking a role away from a person.
    role_removal(id: PersonId) = "/admin/people/{}/roles/removal";
    /// The roles of a person.
    person_roles(id: PersonId) = "/admin/people/{}/roles";
    /// What a person may judge.
    person_scopes(id: PersonId) = "/admin/people/{}/scopes";
    /// An organisation.
    organisation(id: OrganisationId) = "/admin/organisations/{}";
    /// Whether an organisation is recognised as an issuer.
    organisation_standing(id: OrganisationId) = "/admin/organisations/{}/standing";
    /// Giving an organisation a new key.
    organisation_keys(id: OrganisationId) = "/admin/organisations/{}/keys";
    /// Saying that a key was compromised.
    lost_key(id: OrganisationId, key: KeyId) = "/admin/organisations/{}/keys/{}";
    /// The demo's sign-in page.
    demo() = "/demo";
    /// Signing in as somebody of the demo.
    demo_person(id: PersonId) = "/demo/{}";
    /// Letters that were written.
    outbox() = "/demo/outbox";
    /// The first administrator's link.
    set_up(secret: &str) = "/set-up/{}";
    /// What programs can do.
    api_docs() = "/api/docs";
    /// Help, accessibility, privacy.
    about(page: &str) = "/about/{}";
}

/// Signing in, and where to go afterwards (a path without the language).
pub fn sign_in(lang: Lang, next: &str) -> String {
    let base = format!("/{}/sign-in", lang.code());
    if next.is_empty() { base } else { format!("{base}?next={}", encode(next)) }
}

/// An element of a framework. Its id there can hold anything.
pub fn element(lang: Lang, framework: FrameworkId, source_id: &str) -> String {
    format!("{}/elements/{}", self::framework(lang, framework), encode(source_id).replace('+', "%20"))
}

/// Making an account, and where to go afterwards (a path without the language).
pub fn sign_up_then(lang: Lang, next: &str) -> String {
    if next.is_empty() { sign_up(lang) } else { format!("{}?next={}", sign_up(lang), encode(next)) }
}

/// A credential as a document, without a language.
pub fn credential_document(id: CredentialId) -> String {
    format!("/c/{id}.json")
}

/// A file of a credential in no language, or in both, by how its name ends.
pub fn credential_form(id: CredentialId, end: &str) -> String {
    format!("/c/{id}.{end}")
}

/// An address with what a list is narrowed by, and its page if that is not the first.
pub fn listed<'a>(base: String, pairs: impl IntoIterator<Item = (&'a str, &'a str)>, page: usize) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    let query = query.finish();
    if query.is_empty() { base } else { format!("{base}?{query}") }
}

/// Text as part of a query.
pub fn encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
