-- One text for both databases. {blob} is the only type that they name differently.
-- Moments are microseconds since 1970 UTC; ids are text with a prefix; documents that are always read whole are JSON text.

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    website TEXT,
    region TEXT NOT NULL,
    standing_doc TEXT NOT NULL DEFAULT '{"standing":"active"}'
);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    lang TEXT NOT NULL,
    password_hash TEXT,
    -- Since when it is known that letters to the address reach this person.
    address_proven_at BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT person_email UNIQUE (email)
);

CREATE TABLE membership (
    person TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    PRIMARY KEY (person, organisation, role)
);
CREATE INDEX membership_organisation ON membership (organisation, role);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE password_link (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX password_link_person ON password_link (person);

CREATE TABLE token (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT token_hash_once UNIQUE (token_hash)
);
CREATE INDEX token_person ON token (person);

CREATE TABLE sign_in_attempt (
    email TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email, at);

CREATE TABLE framework (
    id TEXT PRIMARY KEY,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    website TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    imported_by TEXT REFERENCES person (id),
    CONSTRAINT framework_edition UNIQUE (identifier, version)
);

CREATE TABLE element (
    id TEXT PRIMARY KEY,
    framework TEXT NOT NULL REFERENCES framework (id),
    line BIGINT NOT NULL,
    kind TEXT NOT NULL,
    source_id TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT element_source UNIQUE (framework, source_id)
);
CREATE INDEX element_kind ON element (framework, kind, source_id);

CREATE TABLE element_link (
    framework TEXT NOT NULL REFERENCES framework (id),
    line BIGINT NOT NULL,
    from_source TEXT NOT NULL,
    to_source TEXT NOT NULL,
    relation TEXT NOT NULL,
    PRIMARY KEY (framework, from_source, to_source, relation)
);
CREATE INDEX element_link_to ON element_link (framework, to_source);

CREATE TABLE import_error (
    framework TEXT NOT NULL REFERENCES framework (id),
    line BIGINT NOT NULL,
    source_id TEXT,
    code TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX import_error_framework ON import_error (framework, line);

CREATE TABLE profile (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL REFERENCES organisation (id),
    current_version TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE profile_version (
    id TEXT PRIMARY KEY,
    profile TEXT NOT NULL REFERENCES profile (id),
    number BIGINT NOT NULL,
    owner TEXT NOT NULL REFERENCES organisation (id),
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    change_doc TEXT,
    body_doc TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    summary_fr TEXT NOT NULL,
    issuer TEXT NOT NULL,
    occupation TEXT NOT NULL,
    competencies BIGINT NOT NULL,
    criteria BIGINT NOT NULL,
    searched TEXT NOT NULL,
    -- Titles as they are sorted: folded, so that É stands beside E.
    sorted_en TEXT NOT NULL,
    sorted_fr TEXT NOT NULL,
    published_at BIGINT,
    revision BIGINT NOT NULL,
    CONSTRAINT profile_version_number UNIQUE (profile, number)
);
CREATE INDEX profile_version_state ON profile_version (state, sorted_en);

CREATE TABLE assessor_scope (
    person TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    profile TEXT NOT NULL REFERENCES profile (id),
    competencies_doc TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (person, organisation, profile)
);

-- A catalogue of learning from elsewhere; without an owner it is the instance's.
CREATE TABLE catalogue (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    owner TEXT REFERENCES organisation (id),
    taken_at BIGINT NOT NULL,
    CONSTRAINT catalogue_name UNIQUE (name)
);

-- A file that its sender has not said yes to yet.
CREATE TABLE catalogue_preview (
    person TEXT PRIMARY KEY REFERENCES person (id),
    owner TEXT NOT NULL REFERENCES organisation (id),
    mapping TEXT NOT NULL,
    bytes {blob} NOT NULL,
    sent_at BIGINT NOT NULL
);

-- What is searched, counted or sorted by is a column; all that an offering says is in the document.
CREATE TABLE offering (
    id TEXT PRIMARY KEY,
    place_in_index BIGINT NOT NULL UNIQUE,
    catalogue TEXT REFERENCES catalogue (id),
    source_id TEXT NOT NULL,
    provider TEXT REFERENCES organisation (id),
    provider_name TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    participation TEXT NOT NULL,
    language TEXT NOT NULL,
    currency TEXT NOT NULL,
    price BIGINT,
    price_band TEXT NOT NULL,
    days BIGINT,
    length_band TEXT NOT NULL,
    doc TEXT NOT NULL,
    stated_at BIGINT NOT NULL,
    retired_at BIGINT,
    CONSTRAINT offering_source UNIQUE (catalogue, source_id)
);
CREATE INDEX offering_provider ON offering (provider);
CREATE INDEX offering_by_title_en ON offering (title_en, id);
CREATE INDEX offering_by_title_fr ON offering (title_fr, id);

{full_text}

-- Statements of frameworks that somebody confirmed an offering teaches.
CREATE TABLE offering_statement (
    offering TEXT NOT NULL REFERENCES offering (id),
    element TEXT NOT NULL REFERENCES element (id),
    level TEXT,
    PRIMARY KEY (offering, element)
);

CREATE TABLE offering_criterion (
    offering TEXT NOT NULL REFERENCES offering (id),
    criterion TEXT NOT NULL,
    PRIMARY KEY (criterion, offering)
);
CREATE INDEX offering_criterion_offering ON offering_criterion (offering);

-- Counts what changed in the offerings, so that whoever keeps them in memory knows when to read them anew.
CREATE TABLE offering_revision (
    n BIGINT NOT NULL
);
INSERT INTO offering_revision (n) VALUES (1);

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    learner TEXT NOT NULL REFERENCES person (id),
    profile TEXT NOT NULL REFERENCES profile (id),
    version TEXT NOT NULL REFERENCES profile_version (id),
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    ratings_doc TEXT NOT NULL,
    competencies_doc TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX claim_learner ON claim (learner, changed_at);
CREATE INDEX claim_state ON claim (state, changed_at);

CREATE TABLE learning_plan (
    id TEXT PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claim (id),
    learner TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    currency TEXT NOT NULL,
    hours_a_week BIGINT,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    avoided_minutes BIGINT NOT NULL,
    nominal_minutes BIGINT NOT NULL,
    unknown_modules BIGINT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX learning_plan_claim ON learning_plan (claim, made_at);
CREATE INDEX learning_plan_learner ON learning_plan (learner);

CREATE TABLE plan_item (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES learning_plan (id),
    place BIGINT NOT NULL,
    offering TEXT NOT NULL REFERENCES offering (id),
    state TEXT NOT NULL,
    doc TEXT NOT NULL
);
CREATE INDEX plan_item_plan ON plan_item (plan, place);
CREATE INDEX plan_item_offering ON plan_item (offering, state);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claim (id),
    learner TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    class TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    occasion_doc TEXT NOT NULL,
    supervision TEXT NOT NULL,
    content_doc TEXT NOT NULL,
    sha256 TEXT,
    print TEXT,
    added_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL
);
CREATE INDEX evidence_claim ON evidence (claim, added_at);
CREATE INDEX evidence_print ON evidence (claim, print, added_at);
CREATE INDEX evidence_sha256 ON evidence (sha256);

CREATE TABLE caption (
    evidence TEXT NOT NULL REFERENCES evidence (id),
    language TEXT NOT NULL,
    vtt TEXT NOT NULL,
    PRIMARY KEY (evidence, language)
);

CREATE TABLE evidence_link (
    evidence TEXT NOT NULL REFERENCES evidence (id),
    claim TEXT NOT NULL REFERENCES claim (id),
    competency TEXT NOT NULL,
    criterion TEXT NOT NULL,
    at_doc TEXT NOT NULL,
    PRIMARY KEY (evidence, criterion)
);
CREATE INDEX evidence_link_claim ON evidence_link (claim, competency);

CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    evidence TEXT NOT NULL REFERENCES evidence (id),
    learner TEXT NOT NULL REFERENCES person (id),
    length BIGINT NOT NULL,
    metadata TEXT NOT NULL,
    duration_ms BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX upload_expiry ON upload (expires_at);
CREATE INDEX upload_evidence ON upload (evidence);

CREATE TABLE assessment (
    id TEXT PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claim (id),
    learner TEXT NOT NULL REFERENCES person (id),
    profile TEXT NOT NULL REFERENCES profile (id),
    version TEXT NOT NULL REFERENCES profile_version (id),
    competency TEXT NOT NULL,
    tier TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    criteria_doc TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    not_by_doc TEXT NOT NULL,
    declaration_doc TEXT NOT NULL,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    assessor TEXT,
    -- Since when it waits for somebody to take it on, if it does.
    waiting_at BIGINT,
    draft_doc TEXT NOT NULL,
    revision BIGINT NOT NULL,
    CONSTRAINT assessment_attempt UNIQUE (claim, competency, attempt),
    CONSTRAINT assessment_learner UNIQUE (id, learner)
);
CREATE INDEX assessment_queue ON assessment (state, due_at);
CREATE INDEX assessment_waiting ON assessment (due_at, id) WHERE waiting_at IS NOT NULL;
CREATE INDEX assessment_assessor ON assessment (assessor, state, due_at, id);

-- Who judged it, in which seat and for which body. Nobody judges twice, and nobody their own claim.
CREATE TABLE assessment_score (
    assessment TEXT NOT NULL,
    learner TEXT NOT NULL,
    seat TEXT NOT NULL,
    assessor TEXT NOT NULL REFERENCES person (id),
    body TEXT NOT NULL REFERENCES organisation (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (assessment, seat),
    FOREIGN KEY (assessment, learner) REFERENCES assessment (id, learner),
    CONSTRAINT assessment_score_once UNIQUE (assessment, assessor),
    CONSTRAINT assessment_score_of_another CHECK (assessor <> learner)
);
CREATE INDEX assessment_score_assessor ON assessment_score (assessor, at);

-- What the draws of a month are made from. Secret, or assessors could tell what is verified.
CREATE TABLE verification_seed (
    month TEXT PRIMARY KEY,
    seed BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

-- Every draw, of whatever came out, and what came of it. Nobody verifies what they judged: the judges of the row are
-- those of the assessment, and the verifier is none of them.
CREATE TABLE verification (
    assessment TEXT NOT NULL,
    number BIGINT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    learner TEXT NOT NULL,
    first_by TEXT NOT NULL,
    second_by TEXT,
    third_by TEXT,
    drawn_at BIGINT NOT NULL,
    month TEXT NOT NULL REFERENCES verification_seed (month),
    rate BIGINT NOT NULL,
    roll BIGINT NOT NULL,
    state TEXT NOT NULL,
    verifier TEXT REFERENCES person (id),
    ended_at BIGINT,
    words TEXT NOT NULL,
    PRIMARY KEY (assessment, number),
    FOREIGN KEY (assessment, learner) REFERENCES assessment (id, learner),
    FOREIGN KEY (assessment, first_by) REFERENCES assessment_score (assessment, assessor),
    FOREIGN KEY (assessment, second_by) REFERENCES assessment_score (assessment, assessor),
    FOREIGN KEY (assessment, third_by) REFERENCES assessment_score (assessment, assessor),
    CONSTRAINT verification_by_another CHECK (verifier IS NULL OR (verifier <> learner AND verifier <> first_by
        AND (second_by IS NULL OR verifier <> second_by) AND (third_by IS NULL OR verifier <> third_by)))
);
CREATE INDEX verification_open ON verification (organisation, state, drawn_at);
CREATE INDEX verification_first ON verification (first_by, state);

CREATE TABLE assessment_message (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    at BIGINT NOT NULL,
    author TEXT NOT NULL REFERENCES person (id),
    body TEXT NOT NULL
);
CREATE INDEX assessment_message_thread ON assessment_message (assessment, at);

CREATE TABLE recognition (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    claim TEXT NOT NULL REFERENCES claim (id),
    profile TEXT NOT NULL REFERENCES profile (id),
    version TEXT NOT NULL REFERENCES profile_version (id),
    competency TEXT NOT NULL,
    assessment TEXT NOT NULL REFERENCES assessment (id),
    assessed_by TEXT NOT NULL REFERENCES organisation (id),
    results_doc TEXT NOT NULL,
    supervision_low TEXT NOT NULL,
    supervision_high TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    CONSTRAINT recognition_once UNIQUE (assessment)
);
CREATE INDEX recognition_person ON recognition (person, from_at);
CREATE INDEX recognition_claim ON recognition (claim);

-- One for each 131,072 credentials of an issuer, or fewer: places are taken at random.
CREATE TABLE status_list (
    id TEXT PRIMARY KEY,
    issuer TEXT NOT NULL REFERENCES organisation (id),
    number BIGINT NOT NULL,
    CONSTRAINT status_list_number UNIQUE (issuer, number)
);

-- Credentials for many at once. Its rows are kept in parts, each issued in one transaction.
CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    issuer TEXT NOT NULL REFERENCES organisation (id),
    profile TEXT NOT NULL REFERENCES profile (id),
    version TEXT NOT NULL REFERENCES profile_version (id),
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    refused_doc TEXT NOT NULL,
    terms_doc TEXT,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    issued BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX batch_issuer ON batch (issuer, made_at);

CREATE TABLE batch_part (
    batch TEXT NOT NULL REFERENCES batch (id),
    number BIGINT NOT NULL,
    rows_doc TEXT NOT NULL,
    skipped_doc TEXT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (batch, number)
);
CREATE INDEX batch_part_left ON batch_part (batch, number) WHERE done_at IS NULL;

CREATE TABLE credential (
    id TEXT PRIMARY KEY,
    holder TEXT REFERENCES person (id),
    recipient_name TEXT NOT NULL,
    recipient_email TEXT,
    recipient_key TEXT,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    searched TEXT NOT NULL,
    issuer TEXT NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    batch TEXT REFERENCES batch (id),
    batch_row BIGINT,
    from_at BIGINT NOT NULL,
    until_at BIGINT,
    status_list TEXT NOT NULL REFERENCES status_list (id),
    status_place BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_doc TEXT NOT NULL,
    listed BOOLEAN NOT NULL,
    document TEXT,
    reminded_at BIGINT,
    signed_by TEXT,
    signed_at BIGINT,
    revision BIGINT NOT NULL,
    CONSTRAINT credential_subject UNIQUE (kind, subject),
    CONSTRAINT credential_place UNIQUE (status_list, status_place)
);
CREATE INDEX credential_holder ON credential (holder, from_at);
CREATE INDEX credential_issuer ON credential (issuer, from_at);
CREATE INDEX credential_signed ON credential (signed_by, signed_at);
CREATE INDEX credential_end ON credential (state, until_at);
CREATE INDEX credential_batch ON credential (batch, batch_row) WHERE batch IS NOT NULL;
CREATE INDEX credential_recipient ON credential (recipient_key, from_at) WHERE recipient_key IS NOT NULL;
CREATE INDEX credential_offered ON credential (COALESCE(signed_at, from_at)) WHERE state = 'offered';
CREATE INDEX credential_out_of_force ON credential (status_list, status_place) WHERE state IN ('suspended', 'revoked');

-- Those that their holders took from the public when they closed their accounts: no name and no document is left of them.
CREATE TABLE withdrawn_credential (
    credential TEXT PRIMARY KEY REFERENCES credential (id),
    at BIGINT NOT NULL
);

CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    public_key TEXT NOT NULL,
    sealed {blob} NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    compromised_at BIGINT,
    noticed_at BIGINT
);
CREATE INDEX signing_key_organisation ON signing_key (organisation, created_at);

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT,
    name TEXT NOT NULL,
    particulars TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT event_place UNIQUE (chain, seq)
);

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    leased_until BIGINT,
    last_error TEXT
);
CREATE INDEX job_due ON job (run_at);

CREATE TABLE message (
    id TEXT PRIMARY KEY,
    person TEXT REFERENCES person (id),
    address TEXT NOT NULL,
    lang TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX message_created ON message (created_at);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Programs that registered themselves (RFC 7591), and what people let them do.
CREATE TABLE app (
    id TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    about_doc TEXT NOT NULL,
    registered_at BIGINT NOT NULL
);
CREATE INDEX app_registered ON app (registered_at);

CREATE TABLE app_request (
    id TEXT PRIMARY KEY,
    app TEXT NOT NULL REFERENCES app (id),
    redirect_uri TEXT NOT NULL,
    scopes TEXT NOT NULL,
    state TEXT NOT NULL,
    challenge TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX app_request_expiry ON app_request (expires_at);
CREATE INDEX app_request_app ON app_request (app);

CREATE TABLE app_connection (
    id TEXT PRIMARY KEY,
    app TEXT NOT NULL REFERENCES app (id),
    person TEXT NOT NULL REFERENCES person (id),
    scopes TEXT NOT NULL,
    since_at BIGINT NOT NULL,
    CONSTRAINT app_connection_once UNIQUE (person, app)
);
CREATE INDEX app_connection_app ON app_connection (app);

-- Codes, access tokens and refresh tokens, by hash. A code and a refresh token are kept after use, to notice a second one.
CREATE TABLE app_secret (
    hash TEXT PRIMARY KEY,
    connection TEXT NOT NULL REFERENCES app_connection (id),
    kind TEXT NOT NULL,
    scopes TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    challenge TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX app_secret_connection ON app_secret (connection);
CREATE INDEX app_secret_expiry ON app_secret (expires_at);

-- Credentials that others issued, kept for their holders. Never among those that this instance issued.
CREATE TABLE external_credential (
    id TEXT PRIMARY KEY,
    holder TEXT NOT NULL REFERENCES person (id),
    named TEXT NOT NULL,
    app TEXT NOT NULL,
    format TEXT NOT NULL,
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    issuer_name TEXT NOT NULL,
    verdict TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    kept_at BIGINT NOT NULL,
    CONSTRAINT external_credential_once UNIQUE (holder, named)
);
CREATE INDEX external_credential_holder ON external_credential (holder, issued_at);

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    taken BIGINT NOT NULL
);

CREATE TABLE vc_issued (
    number BIGINT PRIMARY KEY,
    issued_at BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Credentials on their way into wallets.
CREATE TABLE wallet_offer (
    id TEXT PRIMARY KEY,
    credential TEXT NOT NULL REFERENCES credential (id),
    holder TEXT NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL,
    pin_hash TEXT,
    tries BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    token_hash TEXT,
    token_expires_at BIGINT,
    given BIGINT NOT NULL,
    CONSTRAINT wallet_offer_code UNIQUE (code_hash),
    CONSTRAINT wallet_offer_token UNIQUE (token_hash)
);
CREATE INDEX wallet_offer_holder ON wallet_offer (holder, expires_at);
CREATE INDEX wallet_offer_expiry ON wallet_offer (expires_at);

CREATE TABLE used_nonce (
    hash TEXT PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX used_nonce_expiry ON used_nonce (expires_at);

-- Questions of verifiers to wallets, and their answers for a few minutes.
CREATE TABLE showing (
    id TEXT PRIMARY KEY,
    page_hash TEXT NOT NULL,
    nonce TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    answer_doc TEXT,
    CONSTRAINT showing_page UNIQUE (page_hash)
);
CREATE INDEX showing_expiry ON showing (expires_at);
