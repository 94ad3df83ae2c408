# A published profile, for everybody.

profile-by = A profile of { $owner }, version { $number }
profile-regulated = This is not a licence.
profile-superseded = Replaced on { $date }.
profile-teach-out = Claims that began with this version can finish until { $date } ({ $left }).
profile-teach-out-over = Claims on it could finish until { $date }.
profile-read-newer = Read version { $number }, which is in force
profile-retired = No longer in use since { $date }.
profile-open-claim = Open a claim
profile-continue-claim = Go on with my claim
profile-self-assess = See where I stand first
profile-no-course = Opening a claim is free. No course, enrolment or payment is needed first, and listed courses are never a condition. The self-assessment needs no account.
profile-competencies = What you show
profile-count-competencies = { $count ->
    [one] { $count } competency
   *[other] { $count } competencies
  }
profile-count-criteria = { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
  }
profile-required = Required
profile-elective = Elective
profile-level = Level { $level } of { $top }: { $name }
profile-essential = Essential
profile-knowledge = Knowledge
profile-rubric = What each result looks like
profile-to-demonstrate = To demonstrate it
profile-needs-all = { $count ->
    [one] Meet its criterion.
    [2] Meet both criteria.
   *[other] Meet all { $count } criteria.
  }
profile-needs-some = Meet { $needed } of the { $others } criteria.
profile-needs-essential = { $essential ->
    [one] Meet the essential criterion and { $needed } of the { $others } others.
   *[other] Meet the { $essential } essential criteria and { $needed } of the { $others } others.
  }
profile-evidence = Evidence
profile-occasions = { $count ->
    [one] For each criterion of doing, evidence from { $count } occasion in the last { $months } months. One piece of evidence can show several criteria.
   *[other] For each criterion of doing, evidence from { $count } separate occasions, at least one of them in the last { $months } months. One piece of evidence can show several criteria.
  }
profile-occasions-knowledge = For each criterion, one piece of evidence from the last { $months } months. One piece of evidence can show several criteria.
profile-decision-within = Decision within
profile-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
profile-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
  }
profile-stays-current = Stays current for
profile-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
  }
profile-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
profile-no-expiry = Does not expire
profile-source = Taken from
profile-tier = tier { $tier }
profile-tier-a = Tier A: safety-critical
profile-tier-b = Tier B: usual stakes
profile-tier-c = Tier C: low stakes
profile-tier-a-means = A wrong judgement could hurt somebody: safety, vulnerable people or regulated work. Every criterion must be met.
profile-tier-b-means = The usual case. Every essential criterion must be met, and four in five of the others.
profile-tier-c-means = Low stakes, or a step on the way. Every essential criterion must be met, and four in five of the others.
profile-glance = At a glance
profile-fee = Fee
profile-free = No fee
profile-fee-each = { $amount } for each assessment
profile-fee-note = The fee is for the assessment, so it is the same whatever the result.
profile-service-time = Decision within
profile-assessed-by = Assessed by
profile-issued-by = Credential issued by
profile-owned-by = Profile kept by
profile-valid = Credential valid for
profile-occupations = Jobs
profile-scale = Scale of levels
profile-version-label = Version
profile-appeal = If you disagree with a decision
profile-appeal-window = { $days ->
    [one] You can appeal within { $days } day of a decision. Trying again does not cost you that right.
   *[other] You can appeal within { $days } days of a decision. Trying again does not cost you that right.
  }
profile-appeal-route = Write to { $issuer }, name the claim and the decision, and say why. Somebody who did not take part in the decision looks at it.
profile-appeal-more = How to appeal
profile-judging = How it is decided
profile-step-evidence = You add evidence of work you have done and say which criteria each piece shows. You can send one competency at a time.
profile-step-judge = A qualified assessor judges it criterion by criterion: met, partly or not shown. For anything below met, you get the reason in plain language.
profile-step-second = In tier A a second assessor judges independently; in tier B, where the result is close.
profile-step-recognised = A competency that is demonstrated is recognised at once, and you can share it while others are still open.
profile-step-gap = What is not shown yet is a gap: you see which criteria, why, and short learning that is listed for exactly those. Criteria that are met stay met, and you can try again as often as you like with new evidence.
profile-step-award = When every required competency is demonstrated, the issuer, never the same person as the assessor, decides on the credential. Attempts that fell short never appear on it.
profile-supervision = Supervision and identity
profile-supervision-lowest = Every credential says the lowest level at which essential criteria were shown,
profile-supervision-highest = and the highest level at which anything was shown.
profile-supervision-levels = The levels, A0 to A5
profile-a0 = Not supervised, identity not checked
profile-a1 = Supervised, identity not checked
profile-a2 = Supervised online, identity checked in one way
profile-a3 = Supervised online, identity checked in two ways
profile-a4 = Supervised on site, identity checked in one way
profile-a5 = Supervised on site, identity checked in two ways
profile-versions = Versions
profile-version = Version { $number }
profile-version-this = this page
profile-version-since = In force since { $date }
profile-version-between = In force from { $from } to { $until }
profile-version-retired = Out of use since { $date }
profile-change-editorial = Wording only. Nothing changes for claims.
profile-change-minor = A minor change. Open claims go on.
profile-change-substantive = A substantive change. Open claims keep the version they began with until its end date.
profile-claim-title = Open a claim
profile-claim-text = You are about to open a claim on “{ $title }”, version { $number }.
profile-claim-no-course = It costs nothing, and no course is needed. Nobody sees your evidence until you send it.
profile-claim-version = The claim keeps this version of the profile, whatever changes later.
profile-claim-withdraw = You can withdraw it at any time. What was recognised by then stays yours.
profile-claim-ratings = { $count ->
    [one] Your self-assessment of { $count } criterion goes along. Assessors do not see it.
   *[other] Your self-assessment of { $count } criteria goes along. Assessors do not see it.
  }
profile-claim-not-now = Not now
notice-profile-claim-opened = Your claim is open. Add evidence for one competency to begin.
notice-profile-claim-continued = You already had a claim on this profile. Here it is.
