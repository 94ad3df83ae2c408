# Running the instance.
admin-title = Administration
admin-status = Status
admin-organisations = Organisations
admin-people = People
admin-address = Address
admin-version = Version
admin-database = Database
admin-mail = Letters
admin-mail-sent = Sent by the mail server
admin-mail-kept = Kept here; no mail server is set up
admin-jobs = Jobs waiting
admin-jobs-well = None is stuck
admin-jobs-stuck = { $count ->
    [one] { $count } is stuck
   *[other] { $count } are stuck
  }
admin-stuck = Jobs that keep failing
admin-stuck-text = These jobs failed at least three times. They are tried again by themselves; what they said last tells what to mend.
admin-job = Job
admin-said = What it said last
admin-none = No organisation yet
admin-none-text = Add the first one.
admin-name = Name
admin-name-other = Name in French
admin-kind = Kind
admin-region = Region
admin-region-hint = Country and region, such as CA-ON.
admin-website = Website
admin-add-organisation = Add an organisation
admin-add = Add
admin-kind-institution = College or university
admin-kind-association = Association
admin-kind-employer = Employer
admin-kind-indigenous = Indigenous institute
admin-kind-qa = Quality body
admin-facts = Facts
admin-members = Who does what
admin-nobody = Nobody
admin-role-author = Author
admin-role-author-hint = Imports frameworks, writes and publishes profiles, lists learning.
admin-role-assessor = Assessor
admin-role-assessor-hint = Judges evidence, within the scope that is given to them.
admin-role-issuer = Issuer
admin-role-issuer-hint = Decides on credentials; never on what they judged themselves.
admin-role-admin = Administrator
admin-role-admin-hint = Runs the instance: organisations, people, roles.
admin-record = What happened
admin-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
  }
admin-nothing-happened = Nothing yet.
admin-by-system = the system
admin-happened = { $at }, by { $by } (entry { $number })
admin-email = E-mail
admin-since = Since
admin-language = Language
admin-search-people = Search by e-mail or name
admin-people-found = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
admin-nobody-found = Nobody found
admin-nobody-found-text = Nobody’s address or name has these letters.
admin-role = Role
admin-roles = Roles
admin-no-roles = No role yet. Everybody with an account is a learner.
admin-organisation = Organisation
admin-give-role = Give a role
admin-remove-role = Take away
admin-remove-role-question = Take the role “{ $role }” at { $organisation } away from this person?
admin-remove-assessor = Their scopes there end. If they are no assessor anywhere else, what they have in hand goes back to the queue.
admin-give = Give
admin-scopes = What they may judge
admin-no-scopes = Nothing yet.
admin-give-scope = Give a scope
admin-all-competencies = All
admin-from-until = From – until
admin-scope-now = In force
admin-scope-later = Not yet
admin-scope-over = Over
admin-scope-choose = Choose the profile they may judge in.
admin-scope-no-profile = A scope is given in a profile that is in force.
admin-scope-in = In { $title }. A scope given before in this profile and organisation is replaced.
admin-scope-organisation = Assesses for
admin-scope-organisation-hint = Named on the credential as its source.
admin-extent = What of it
admin-extent-all = All competencies, also those of later versions
admin-extent-some = Only these
admin-extent-which = Competencies
admin-extent-hint = Used if you chose “Only these”.
admin-no-competencies = Choose at least one competency, or all of them.
admin-from = From
admin-until = Until
admin-until-hint = This day included. To end a scope, give it again with an earlier day.
event-account-created = The account was made.
event-signed-in = Signed in.
event-password-changed = The password was changed.
event-organisation-added = The organisation was added.
event-role-removed = A role was taken away: { $role }.
event-role-granted = A role was given: { $role }.
event-scope-granted = A scope was given: { $count ->
    [one] { $count } competency
   *[other] { $count } competencies
  }.
event-scope-granted-all = A scope was given: all competencies of a profile.
event-token-created = A personal token was made.
event-token-revoked = A personal token was taken back.
notice-organisation-added = The organisation was added.
notice-role-removed = The role was taken away.
notice-role-granted = The role was given.
notice-scope-granted = The scope was given.
event-app-connected = An app was allowed to act for this person.
event-app-disconnected = An app was disconnected.
event-app-replayed = An app was disconnected because one of its secrets was used twice.
event-external-kept = A credential from elsewhere was kept.
event-external-removed = A credential from elsewhere was removed.

signing-keys-title = Signing keys
keys-text = Of each kind the latest key signs. Those before it are retired: they sign nothing, and what they signed still verifies. All are kept encrypted.
keys-kind = Signs
keys-kind-documents = Documents
keys-kind-tokens = Tokens
keys-key = Key
keys-state = State
keys-signed = Signed
keys-acts = Acts
keys-report = Report as compromised
keys-rotate = New key
keys-rotate-means = A new key signs from now on. The one before is retired; what it signed stays valid. Nothing has to be done by holders or verifiers.
keys-rotate-yes = Make the new key
notice-key-rotated = A new key signs from now on.
notice-key-reported = Reported. Another key signs, and what this one signed since then is being signed anew.
key-in-use = Signs since { $day }
key-retired = Retired on { $day }; what it signed still verifies
key-compromised = Compromised: not to be trusted from { $day } on
key-notice = Public notice of { $day }: a signing key was compromised
key-notice-text = Somebody else may have signed with this key from { $from } on. Credentials that it signed before stay valid: this site’s record shows when each was signed. Those that it signed later have been signed anew with another key; their holders were told. Verify on this site, or with the issuer’s latest list of keys.
lost-title = Report a key as compromised
lost-lead = { $count ->
    [one] A key of { $name }, made on { $day }. It signed { $count } credential.
   *[other] A key of { $name }, made on { $day }. It signed { $count } credentials.
  }
lost-means-1 = If it still signs, a new key takes its place at once.
lost-means-2 = What it signed before the day you give stays valid, by the record of this site. Verifiers elsewhere no longer accept it.
lost-means-3 = What it signed from that day on is signed anew, and the holders are told by letter.
lost-means-4 = A public notice stands on the organisation’s page. This can’t be taken back.
lost-from = Not to be trusted from
lost-from-hint = The beginning of the first day on which somebody else may have had it. If in doubt, an earlier day.
lost-yes = Report it
lost-unknown = This organisation has no such key.
event-key-rotated = A new signing key
event-key-compromised = A signing key was reported as compromised from { $day } on

standing-title = Recognition as an issuer
standing-change = Change
standing-lead = What you choose is public at once, on the page of { $name } and wherever one of its credentials is verified. It stays in the record with your reason.
standing-choose = From now on it is
standing-active = Recognised
standing-active-means = It issues credentials; those it issued are verified as usual.
standing-suspended = Suspended
standing-suspended-means = It issues nothing for now. Verifiers read “valid at issue; the issuer is under suspension”.
standing-closed = Closed
standing-closed-means = It issues nothing any more. What it issued before stays valid; verifiers read who holds the register.
standing-revoked = No longer recognised, for cause
standing-revoked-means = What it issued before the day below: “valid at issue; check with the quality-assurance body”. What it issued from that day on is not recognised.
standing-from = From
standing-from-hint = The beginning of this day. Not needed if it is recognised.
standing-register = Who holds its register, if it closed
standing-register-none = Nobody else
standing-reason = Reason
standing-reason-hint = It stays in the record; the public does not read it.
standing-yes = Change it
notice-standing-changed = Changed, and public.
event-standing-changed = { $name }. { $reason }
issuer-active = It is recognised as an issuer.
issuer-suspended = Under suspension since { $day }: it issues nothing meanwhile. What it issued before was valid at issue.
issuer-closed = Closed on { $day }. What it issued before stays valid.
issuer-closed-held = Closed on { $day }. What it issued before stays valid; its register is held by { $holder }.
issuer-revoked = Not recognised from { $day } on. What it issued before was valid at issue: check with the quality-assurance body.
