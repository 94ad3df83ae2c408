# Profiles for their authors: beginning, writing, publishing, revising.

profiles-title = Job profiles
profiles-lead = What a job needs, criterion by criterion. Published versions never change; a revision begins the next one.
profiles-new = New profile
profiles-profile = Profile
profiles-version = Version
profiles-competencies = Competencies
profiles-criteria = Criteria
profiles-none = No profile yet
profiles-none-text = Begin one from a work role of a framework, or blank.
profiles-nowhere = You do not write for an organisation
profiles-nowhere-text = An administrator can give you the author’s role in one.

version-draft = Draft
version-consultation = In consultation
version-validation = In validation
version-approved = Approved
version-published = In force
version-superseded = Replaced
version-retired = Retired

# Beginning
begin-from-role = From a work role
begin-blank = Blank
begin-owner = Owner
begin-do = Begin the draft
begin-import-first = Import a framework first, or begin blank.
begin-choose-role = Choose
begin-search = Search work roles
begin-translate = Statements keep the words and the id of the framework. Their French is yours to write in the draft.
begin-areas = Competency areas
begin-areas-text = Each area you tick becomes a competency. The skills and knowledge you tick below become its criteria where they belong to it.
begin-shared = { $count ->
    [one] shares { $count } statement with this role
   *[other] shares { $count } statements with this role
  }
begin-tasks = Tasks
begin-tasks-text = Each task you tick becomes a competency. Its criteria are written, or taken from the framework, in the draft.
begin-skills = Skills
begin-knowledge = Knowledge
begin-statements-text = Each statement you tick becomes a criterion: of the competency area it belongs to, if you ticked that, or of one competency named after the role.

# A draft
draft-untitled = Untitled profile
draft-of = Version { $number }, { $owner }
draft-version = Version { $number }
draft-version-since = Version { $number }, in force since { $date }
draft-pages = Pages of this version
draft-competencies = Competencies
draft-details = Details
draft-preview = Preview
draft-preview-text = This is what learners see once the version is in force.
draft-changes = What it changes
draft-publish = Publish
draft-fixed-in-force = This version is in force and never changes. To change the profile, begin a revision: claims that are open stay on this version.
draft-fixed = This version never changes.
draft-open-latest = Open the latest version
draft-revise = Begin a revision
draft-ready = Nothing hinders publishing.
draft-obstacles = { $count ->
    [one] One thing hinders publishing
   *[other] { $count } things hinder publishing
  }
draft-missing = { $what } is missing in { $language }
draft-in-english = English
draft-in-french = French
draft-no-criteria = { $code } has no criteria
draft-nothing-required = No competency is required for the credential yet
draft-no-competencies = No competencies yet. Add the first one below.
draft-criteria-in-all = { $count ->
    [one] { $count } criterion in all
   *[other] { $count } criteria in all
  }
draft-criteria-count = { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
  }
draft-tier = Tier { $tier }
draft-required = required
draft-elective = elective
draft-essential = essential
draft-no-statement = No statement yet
draft-up = Move { $code } up
draft-down = Move { $code } down
draft-remove = Remove { $code }
draft-remove-do = Remove
draft-remove-competency = { $count ->
    [0] Remove { $code } from this draft?
    [one] Remove { $code } and its criterion from this draft?
   *[other] Remove { $code } and its { $count } criteria from this draft?
  }
draft-remove-criterion = Remove { $code } from this competency?
draft-add-competency = Add a competency
draft-add-criterion = Write a criterion
draft-add-do = Add
draft-code-hint = Left empty, it gets the next free one.
draft-competency = Competency { $code }
draft-the-competency = The competency
draft-criterion = Criterion { $code }
draft-criteria = Criteria
draft-criteria-none = No criteria yet. Take some from a framework, or write one below.
draft-source = From { $framework }, { $id }

# Fields
draft-field-title = Title
draft-field-summary = Summary
draft-field-issuer = Issuer
draft-field-assessed-by = Who assesses
draft-field-occupation = Occupation code
draft-field-occupations = Occupations
draft-field-occupation-title = Occupation title
draft-field-scale-name = Name of the scale
draft-field-level = Level
draft-field-levels = Levels
draft-field-validity-months = Valid for, in months
draft-field-requires-current = The credential ends with the first of its competencies that ends
draft-requires-current-hint = Otherwise it stays in force until its own end, and its page says which competency is past its end.
draft-field-fee = Fee for one assessment, in dollars
draft-field-appeal-days = Days to appeal a decision
draft-field-notice = Notice of regulated scope
draft-field-change-class = How far-reaching is this revision?
draft-field-change-note = What it changes
draft-field-code = Code
draft-field-statement = Statement
draft-field-required = Required for the credential
draft-field-tier = Risk tier
draft-field-occasions = Separate occasions
draft-field-currency-months = How recent, in months
draft-field-advice = Advice on evidence
draft-field-kind = Kind
draft-field-essential = Essential
draft-field-competent = Met
draft-field-approaching = Partly
draft-field-not-evident = Not shown
draft-what = What it is
draft-who = Who issues and assesses
draft-jobs = Occupations
draft-scale = Scale of levels
draft-terms = Terms
draft-rubric = Rubric
draft-summary-hint = What a holder can do, in at most 100 words.
draft-issuer-hint = Decides on the credential and signs it.
draft-assessed-by-hint = Organisations whose assessors may judge. They may differ from the issuer.
draft-jobs-hint = One to three occupations of the National Occupational Classification, NOC 2021.
draft-occupation = Code { $number }
draft-occupation-title = Title { $number }
draft-occupation-hint = Five digits, such as 72106.
draft-wrong-code = Give the five digits of the code, such as 72106.
draft-levels-hint = From the lowest to the highest. Leave those you don’t need empty.
draft-level = Level { $number }
draft-validity-hint = Left empty, it does not expire.
draft-fee-hint = The same whatever the outcome. 0 if it is free.
draft-notice-hint = Where the credential could be mistaken for a licence or a trade certificate, say that it isn’t one.
draft-class-editorial = Editorial
draft-class-editorial-hint = Wording only. Open claims are not affected.
draft-class-minor = Minor
draft-class-minor-hint = Open claims continue and may move to this version.
draft-class-substantive = Substantive
draft-class-substantive-hint = Open claims keep their version until its teach-out ends.
draft-change-note-hint = For people who know the version before.
draft-competency-hint = What a holder can do, beginning with a verb.
draft-criterion-hint = One thing that can be seen and judged.
draft-required-label = Required for the credential; others are electives
draft-tier-a = A: safety-critical
draft-tier-a-hint = Harm is likely if a judgement is wrong, vulnerable people are concerned, or the scope is regulated. Decision in 10 working days.
draft-tier-b = B: normal
draft-tier-b-hint = Most work. Decision in 5 working days.
draft-tier-c = C: low stakes
draft-tier-c-hint = Little depends on it, or it is formative. Decision in 72 hours.
draft-occasions-hint = On how many occasions each performance criterion must be seen. Knowledge is shown once.
draft-currency-hint = At least one piece of evidence must be this recent. At most 60.
draft-advice-hint = What to send, where and how to record it, and what to leave out.
draft-kind-performance = Performance
draft-kind-performance-hint = Something done; seen on more than one occasion.
draft-kind-knowledge = Knowledge
draft-kind-knowledge-hint = Something known; shown once.
draft-essential-label = Essential: the competency isn’t met without it, and no accommodation waives it
draft-rubric-hint = What an assessor sees at each result. The words given fit most criteria; make them precise for this one.

# From a framework
draft-take = Take from a framework
draft-take-title = Criteria for { $code } from a framework
draft-take-lead = Tick statements and add them. Each keeps its id at the source in its code; French is yours to write.
draft-take-related = Statements that { $id } leads to ({ $count })
draft-take-from = Framework
draft-take-do = Add what is ticked
draft-take-chosen = { $count ->
    [one] One more is ticked, found earlier
   *[other] { $count } more are ticked, found earlier
}
draft-take-taken = already a criterion

# Two people at once
draft-stale = Somebody else saved this in the meantime
draft-stale-text = It was saved by somebody else, or by you in another window, after you opened the page. Nothing of either was overwritten. Compare the two, then keep what is saved or send yours again.
draft-stale-same = Nothing that you filled in differs from what is saved now.
draft-stale-table = What differs
draft-part = Part
draft-saved-now = Saved now
draft-yours = Yours
draft-stale-keep = Keep what is saved
draft-stale-mine = Go to yours
draft-stale-form = Yours, to change and send again
draft-yes = Yes
draft-no = No

# Publishing
draft-not-ready = When nothing hinders it any more, this page asks for the three grounds of publishing.
draft-publish-text = Publishing puts this version in force at once, for everybody, for good. The three grounds are kept with your name and today’s date.
draft-replaces = It replaces { $version }. Open claims may still finish there.
draft-consultation = Consultation
draft-consultation-hint = Who was asked, and what came of it.
draft-validation = Validation
draft-validation-hint = How employers checked that it is in demand and fits the job.
draft-approval = Approval
draft-approval-hint = Who approved it, when, and under which reference.
draft-publish-do = Put it in force

# What a version changes
changes-against = Compared with { $version }.
changes-none = Nothing differs yet.
changes-before = Before
changes-after = Now
changes-added = Added
changes-removed = Removed
changes-changed = Changed
changes-now-essential = It is essential now.
changes-not-essential = It is no longer essential.
changes-kind = Its kind is different.
changes-rubric = Its rubric is different.

# What is filled in before anybody writes
scale-name = Four levels of independence
scale-level-1 = With guidance
scale-level-2 = Independently
scale-level-3 = In unfamiliar situations
scale-level-4 = Leading others
rubric-not-evident = Not seen in the evidence, or done in a way that would not be accepted on the job.
rubric-approaching = Seen in part: with help, on one occasion only, or with slips that need correcting.
rubric-competent = Seen each time, without help, to the standard of the job.

notice-draft-begun = The draft is begun.
notice-draft-saved = Saved.
notice-draft-taken = The criteria were added.
notice-profile-published = The version is in force.
notice-profile-revised = This is the next version, as a draft. Say what it changes, then write.
