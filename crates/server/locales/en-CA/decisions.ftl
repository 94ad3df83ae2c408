# The issuer's decisions.

decide-title = Decisions
decide-lead = Claims in which everything that is required is demonstrated. Somebody else judged; you decide on the credential.
decide-shelves = Parts of the list
decide-shelf-waiting = Waiting
decide-shelf-decided = Decided
decide-count = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
  }
decide-none-waiting = Nothing is waiting for a decision
decide-none-waiting-text = When a learner has demonstrated everything that a profile of your organisation requires, the claim stands here.
decide-none-decided = Nothing has been decided yet
decide-none-decided-text = What was awarded or refused stays here.
decide-head-person = Person
decide-head-profile = Micro-credential
decide-head-state = State
decide-head-open = Open
decide-open = Decide
decide-reread = Read again
decide-state-waiting = Waiting
decide-state-awarded = Awarded
decide-state-refused = Refused
decide-since = since { $when }
decide-page-title = { $name }, { $title }
decide-not-held = Not yet
decide-elective = Elective
decide-assessed-by = Assessed by
decide-decided-on = Judged on
decide-current = Current
decide-until = until { $when }
decide-no-end = no end date
decide-level = Level
decide-supervision = Supervision and identity
decide-supervision-range = at least: { $low }; at most: { $high }
decide-evidence = Rests on
decide-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
decide-latest = the latest performed on { $when }
decide-met = Met, { $when }
decide-not-met = Not yet
decide-decision = Your decision
decide-award-hint = The learner is offered the micro-credential and decides whether to accept it.
decide-award = Award the micro-credential
decide-refuse = Refuse it
decide-reason = Reason
decide-reason-hint = The learner reads it and can appeal.
decide-refuse-send = Refuse with this reason
decide-not-you = You judged a competency of this claim, or it is your own. A colleague with the issuer’s role has to decide.
decide-was-awarded = Awarded on { $when }. It was offered to the learner.
decide-was-refused = Refused on { $when }, with this reason:
decide-about = About the claim
decide-opened = Opened
decide-version = Profile version
decide-validity = Valid for
decide-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
decide-competencies = Demonstrated
notice-decide-awarded = Awarded. The learner is told and can accept it.
notice-decide-refused = Refused. The learner is told the reason.
