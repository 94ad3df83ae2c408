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
event-role-granted = A role was given: { $role }.
event-scope-granted = A scope was given: { $count ->
    [one] { $count } competency
   *[other] { $count } competencies
  }.
event-scope-granted-all = A scope was given: all competencies of a profile.
event-token-created = A personal token was made.
event-token-revoked = A personal token was taken back.
notice-organisation-added = The organisation was added.
notice-role-granted = The role was given.
notice-scope-granted = The scope was given.
event-app-connected = An app was allowed to act for this person.
event-app-disconnected = An app was disconnected.
event-app-replayed = An app was disconnected because one of its secrets was used twice.
event-external-kept = A credential from elsewhere was kept.
event-external-removed = A credential from elsewhere was removed.
