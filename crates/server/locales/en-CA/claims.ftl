# A learner’s claims, and one claim: result, filters, next step, record, withdrawal.
claims-title = My competencies
claims-lead = Your claims, each against one job profile. What you have demonstrated stays demonstrated.
claims-catalogue = Find a profile
claims-none = You have no claims yet
claims-none-text = Choose a job profile, see every criterion, and bring evidence of what you can do. You need no course and pay nothing to begin.
claims-opened = Opened on { $date }
claim-result = You have demonstrated { $done } of { $all } required competencies
claim-against = Issued by { $issuer }. Your claim is made against version { $number } of this profile.
claim-summary = Summary
claim-required = Required for the credential
claim-electives = Electives
claim-said = { $count ->
    [one] { $count } competency shown
   *[other] { $count } competencies shown
  }
claim-level-needs = Needs level { $level }
claim-filter-none = No competency stands here at the moment.
filter-label = Show
filter-all = All
filter-demonstrated = Demonstrated
filter-review = In review
filter-gaps = Gaps

# Where the whole claim stands
claim-state-draft = Opened
claim-state-self-assessed = Self-assessed
claim-state-submitted = Sent
claim-state-under-assessment = With the assessors
claim-state-gaps-open = Gaps to close
claim-state-all-competent = Waiting for the issuer
claim-state-awarded = Awarded
claim-state-not-awarded = Not awarded
claim-state-dormant = Asleep
claim-state-withdrawn = Withdrawn
claim-state-migration-required = The version has been retired
claim-state-closed = Closed
claim-waiting-issuer = Everything required is demonstrated.
claim-waiting-issuer-text = { $issuer } now decides on the credential. It is a separate decision, by somebody who judged none of your evidence. Waiting since { $date }. Each competency is recognised already.
claim-awarded = { $issuer } awarded you the credential on { $date }.
claim-offered = { $issuer } offers you the credential.
claim-offer-withdrawn = { $issuer } took back the offer of the credential. Each competency stays recognised. Why:
claim-declined = You declined the credential that { $issuer } offered. Each competency stays recognised.
claim-not-awarded = { $issuer } decided on { $date } not to award the credential. Each competency stays recognised.
claim-withdrawn-on = You withdrew this claim on { $date }. What was recognised stays recognised.
claim-dormant = Nothing has happened since { $date }. The claim goes on as soon as you send something.
claim-migration = The version that this claim is pinned to has been retired. What you have demonstrated stays recognised.
claim-closed-on = This claim was closed on { $date }.
claim-newer = Version { $number } of this profile is in force.
claim-teach-out = Your claim keeps its own version, and you can finish it until { $date }.
claim-newer-keeps = Your claim keeps its own version.
claim-newer-change = What changed: { $note }

# About the claim
claim-about = About
claim-fee = Fee
claim-fee-each = for each assessment, whatever its outcome
price-free = Free
claim-service = Decision
service-hours = { $count ->
    [one] within { $count } hour
   *[other] within { $count } hours
  }
service-days = { $count ->
    [one] within { $count } working day
   *[other] within { $count } working days
  }
claim-appeals = Appeal
claim-appeal-days = { $days ->
    [one] Within { $days } day of a decision
   *[other] Within { $days } days of a decision
  }
claim-appeal = How to appeal
claim-pinned = Version
claim-version = Version { $number }
claim-issuer = Issuer
claim-opened = Opened
claim-validity = Valid for
claim-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
claim-more = Pages of this claim
claim-all-evidence = All evidence of this claim
claim-record = Everything that happened
claim-withdraw = Withdraw this claim

# Where a competency stands, and the one next action
stand-open = Gap, nothing sent yet
stand-asked = In review, the assessor has a question
stand-recognised = Demonstrated
stand-provisional = Demonstrated, being verified
stand-expiring-soon = Demonstrated, ends soon
stand-expired = Demonstrated, no longer current
stand-suspended = Suspended
stand-rescinded = Taken back
meta-no-evidence = No evidence yet
meta-not-sent = { $count ->
    [one] { $count } piece of evidence saved, not sent
   *[other] { $count } pieces of evidence saved, not sent
  }
meta-due = Decision due by { $date } ({ $left })
meta-second = Under second review. Decision due by { $date }
meta-asked = The assessor asked for something more on { $date }
meta-gap = { $count ->
    [one] Assessed on { $date }. { $count } criterion still to be shown
   *[other] Assessed on { $date }. { $count } criteria still to be shown
  }
meta-assessed = Assessed on { $date } by { $by }
meta-until = Valid until { $date }
act-view-credential = View credential
act-view-result = View result
act-follow = Follow review
act-answer = Answer request
act-learning = Find learning
act-add-evidence = Add evidence
act-send = Check and send
next-title = Next step
next-asked = The assessor of “{ $name }” waits for your answer. The clock stands still until then.
next-send = Evidence for “{ $name }” is saved but not sent. See what is still missing.
next-gap = For “{ $name }”, read why some criteria are still open, and what closes them.
next-open = Bring the first evidence for “{ $name }”.

# Withdrawing a claim
withdraw-title = Withdraw this claim?
withdraw-lead = You are about to withdraw your claim on “{ $title }”. This is what happens:
withdraw-kept = { $count ->
    [one] { $count } competency that you have demonstrated stays recognised, and you keep its credential.
   *[other] { $count } competencies that you have demonstrated stay recognised, and you keep their credentials.
  }
withdraw-called-off = { $count ->
    [one] { $count } assessment under way is called off.
   *[other] { $count } assessments under way are called off.
  }
withdraw-evidence = Nothing more can be added or sent in this claim. Evidence that no decision rests on can still be taken back.
withdraw-fees = Fees for assessments that took place are not paid back.
withdraw-again = It can’t be undone, but you can open a new claim on the same profile at any time.
withdraw-yes = Withdraw the claim
notice-claim-withdrawn = The claim is withdrawn.

# Everything that happened
record-title = Everything that happened
record-lead = Latest first. Entries are only ever added: each carries a check number that is made from the entry before, so that none can be changed or taken out unseen.
record-by-you = You
record-by-other = Somebody else
record-by-assessor = An assessor
record-by-issuer = The issuer
record-by-system = The system
record-see = See it
record-help = Help used: { $help }
record-claim-opened = The claim was opened, against version { $number }.
record-self-assessed = The criteria were self-assessed.
record-evidence-added = Evidence was described.
record-evidence-stored = A file of { $size } arrived.
record-evidence-rejected = A file could not be used.
record-evidence-linked = { $count ->
    [one] Evidence was linked to { $count } criterion.
   *[other] Evidence was linked to { $count } criteria.
  }
record-evidence-withdrawn = Evidence was taken back.
record-evidence-quarantined = Evidence was closed to everybody until a complaint is settled.
record-submitted = “{ $name }” was sent for judgement, with the declaration of own work.
record-planned = What was done about the gap in “{ $name }” was written down.
record-claim-withdrawn = The claim was withdrawn.
record-taken = An assessor took it on.
record-recused = An assessor stepped back. Somebody else takes over.
record-scored = An assessor judged { $name }. It is decided once everybody who judges it has.
record-lapsed = It was taken on and not begun; it waits for an assessor again.
record-asked = The assessor asked a question.
record-answer-overdue = No answer came in time; the assessment goes on.
record-asleep = Nothing new came for half a year; the claim is asleep.
record-answered = The question was answered.
record-held = “{ $name }” was judged demonstrated.
record-not-yet = “{ $name }” was judged: some criteria are still to be shown.
record-voided = An assessment was called off.
record-recognised = “{ $name }” was recognised, and its credential made.
record-awarded = The issuer awarded the credential.
record-refused = The issuer decided not to award the credential.
record-other = Recorded: { $name }
record-captions-added = Captions were added ({ $language }).
record-captions-removed = Captions were removed ({ $language }).
