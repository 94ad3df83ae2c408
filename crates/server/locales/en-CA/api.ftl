# The API: what is wrong and what to do, in words; and the page that describes its operations.

# Kinds of problem
api-problem-malformed = This is not JSON
api-detail-malformed = The body can’t be read as JSON. Check its brackets, commas and quotation marks.
api-malformed = The body can’t be read as JSON from line { $line }, column { $column } on.
api-problem-no-token = A token is needed
api-detail-no-token = Send a personal token as “Authorization: Bearer …”. You make one on your account page.
api-problem-unknown-token = This token does not work
api-detail-unknown-token = The token is unknown, has expired or was taken back. Make a new one on your account page.
api-problem-scope = The token does not allow this
api-detail-scope = This operation needs a scope that the token does not have. Make a token with that scope on your account page.
api-detail-scope-named = This operation needs the scope { $scope }, which the token does not have. Make a token with that scope on your account page.
api-problem-missing = Not found
api-detail-missing = Nothing is at this address, or it is not yours to see.
api-problem-method = This address takes other methods
api-detail-method = Nothing is done here with this method. The header Allow names the methods that can be used.
api-problem-refused = The rules do not allow this now
api-detail-refused = The rules do not allow this in the state that things are in. The field “code” names the rule.
api-problem-stale = Somebody else changed it
api-detail-stale = It was changed after you read it. Nothing was saved over it. Read it again, make your change to what you find, and send that with its revision.
api-problem-exists = It exists already
api-detail-exists = What you send is there already.
api-problem-too-large = This is too large
api-detail-too-large = The body is larger than this operation takes.
api-too-large = The body is larger than the { $most } that this operation takes.
api-problem-not-json = The body must be JSON
api-detail-not-json = Send the body as JSON, with the header “Content-Type: application/json”.
api-problem-invalid = Something needs correcting
api-detail-invalid = Some of what was sent can’t be taken as it is. The list “errors” says what and where.
api-problem-broken = Something went wrong on our side
api-detail-broken = It is not your fault, and it has been written down for the people who run this site under the reference given.
api-problem-unavailable = Not available right now
api-detail-unavailable = The site is starting, being updated or very busy. Try again after the time given in the header Retry-After.
api-wrong-shape = This is not as documented: { $hint }.
api-wrong-character = This text holds the character NUL, which can’t be kept.
api-bad-rows = { $count ->
    [one] One row can’t be taken in, so nothing was.
   *[other] { $count } rows can’t be taken in, so nothing was.
  }
api-unreadable = The file can’t be read as a framework: { $hint }
api-not-a-credential = This can’t be read as a credential: { $hint }.
wrong-id-unknown = Nothing here has this id.
wrong-too-many = There are too many of them.

# The OpenAPI document
api-about = Everything that people do with Tessera in a browser, for programs: profiles, claims, evidence, assessments, credentials. Text for people is in English and French.
api-token-about = A personal token, made on the account page. It allows what its scopes say, and never more than its owner may do.

# Sections
api-tag-profiles = The catalogue
api-tag-claims = Claims
api-tag-evidence = Evidence
api-tag-assessments = Assessments
api-tag-decisions = Decisions
api-tag-register = Register
api-tag-credentials = Credentials
api-tag-verification = Verification
api-tag-authoring = Writing profiles
api-tag-frameworks = Frameworks
api-tag-offerings = Gap learning
api-tag-instance = This instance

# Operations
api-op-list-profiles = Search the profiles in force
api-op-get-profile = Read a profile in force, whole and in both languages
api-op-get-profile-version = Read one version of a profile, in force or replaced
api-op-list-claims = List your claims
api-op-open-claim = Open a claim
api-op-get-claim = See where each competency of a claim stands
api-op-rate-myself = Keep your own ratings
api-op-withdraw-claim = Withdraw a claim
api-op-get-claimed-competency = See one competency of a claim, criterion by criterion
api-op-plan-learning = Say what you did about a gap
api-op-submit-competency = Send a competency to the assessors
api-op-answer-assessor = Answer the assessor’s question
api-op-list-evidence = List the evidence of a claim
api-op-add-evidence = Add evidence: text, a link, or a file to be sent
api-op-get-evidence = Read a piece of your evidence
api-op-link-evidence = Say what a piece of evidence shows
api-op-withdraw-evidence = Withdraw a piece of evidence
api-op-get-captions = Get the captions of a recording
api-op-put-captions = Add or replace the captions of a recording
api-op-remove-captions = Remove the captions of a recording
api-op-get-evidence-file = Download a file of your evidence
api-op-list-assessments = List the review queue: yours, what you could take on, or what you decided
api-op-get-assessment = Open an assessment
api-op-take-assessment = Take an assessment on
api-op-declare-conflict = Declare ties with the learner and leave it to others
api-op-recuse = Step back from an assessment
api-op-save-draft = Keep what is filled in so far
api-op-ask-learner = Ask the learner for more
api-op-record-judgement = Record the judgement
api-op-get-assessed-file = Download a file of evidence that you judge
api-op-list-decisions = List the claims that wait for your decision
api-op-get-decision = See what a decision rests on
api-op-award-credential = Award the micro-credential
api-op-refuse-credential = Refuse it, with a reason
api-op-list-register = List what your organisations have issued
api-op-get-register-entry = Read one credential of the register
api-op-suspend-credential = Suspend a credential
api-op-reinstate-credential = Put a credential in force again
api-op-revoke-credential = Revoke a credential
api-op-list-credentials = List your credentials
api-op-get-credential = Read one of your credentials
api-op-accept-credential = Accept a credential
api-op-decline-credential = Decline a credential
api-op-renew-credential = Renew a credential
api-op-set-listing = Say whether search engines may list a credential
api-op-get-credential-document = Read the signed document of a credential
api-op-verify-credential = Check a credential
api-op-verify-many = Verify many credentials and presentations at once
api-op-list-my-profiles = List the profiles of your organisations
api-op-begin-profile = Begin a profile
api-op-get-version = Read a version as its authors see it
api-op-edit-version = Save a draft
api-op-publish-version = Publish a draft
api-op-revise-profile = Begin the next version of a profile
api-op-list-frameworks = List the frameworks taken in
api-op-import-framework = Import the NICE Framework
api-op-list-elements = Search the elements of a framework
api-op-get-element = Read an element and what it is linked to
api-op-get-import-report = See what an import came to
api-op-list-offerings = List the gap learning of your organisations
api-op-add-offering = List gap learning
api-op-get-me = See whose token this is and what it allows
api-op-list-organisations = List the organisations
api-op-get-openapi = Read this API as an OpenAPI document

# The page about the API
api-title = The API
api-openapi = The same as an OpenAPI 3.1 document
api-begin = How to begin
api-step-token = Make a personal token for your program, with only the scopes that it needs:
api-step-send = Send it with each request as “Authorization: Bearer” and the token. Bodies are JSON in UTF-8.
api-step-base = Every operation is under
api-example = Example
api-lists = Lists come 25 at a time. The header Link leads to the pages around one. Text for people is always given in English and French; what is said about a problem comes in the language of the header Accept-Language.
api-revisions = Drafts and score sheets have a revision. Send it back with your change: if somebody saved in between, nothing is overwritten and you are told.
api-scopes = Scopes
api-problems = When something is refused
api-problems-text = A refusal is a problem document (RFC 9457, application/problem+json). Each kind has its address, which leads to its line below. The list “errors” points to what is wrong in the body.
api-sections = Sections of the API
api-files = A file is described first, and its description says where to send it: by the tus 1.0 protocol, with the same token, so that a large file survives a bad connection.
api-needs-scope = Needs the scope
api-needs-token = Needs a token, with any scope.
api-needs-nothing = Needs no token.
api-asked = In the query
api-body = Body
api-body-of = Body: { $name }
api-answer = Answer
api-answer-of = Answer: { $name }
api-answer-empty = without a body

api-standards = Standards that other programs speak
api-standard-badges = read somebody’s credentials and profile and add credentials from elsewhere, once they connected your program.
api-standard-oauth = register your program, ask a person, get tokens: authorisation code with PKCE.
api-standard-issuance = take a credential into a wallet: pre-authorised code, bound to a key of the wallet.
api-standard-presentation = show a credential from a wallet to whoever asks on the page where credentials are verified.

api-verify-count = Give between 1 and { $most } documents.
