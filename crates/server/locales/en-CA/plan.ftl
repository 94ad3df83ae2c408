# A learner's plan for the gaps of a claim.

plan-page-title = Your plan
plan-lead = What you decided to take for your gaps. None of it is needed to add evidence, which you can do at any time.
plan-progress = { $done } of { $all } settled
plan-complete = Everything in this plan is done or declined. What counts now is new evidence.
plan-changed = { $count ->
    [one] Something changed since you planned this:
   *[other] { $count } things changed since you planned this:
  }
plan-change-retired = it is listed no more
plan-change-price = it costs { $is } now, { $was } when you planned it
plan-change-no-price = its price is not known any more; it was { $was }
plan-change-starts = it begins: { $is }; when you planned it: { $was }
plan-change-length = it takes { $is } weeks now, { $was } when you planned it
plan-change-met = everything it was for is met, so you need not take it
plan-any-day = at any time
plan-instead = For what is not begun, the cheapest way is now another one: { $money }, { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }.
plan-take-instead = Plan this instead
plan-all-ways = Compare all ways
plan-uncovered = { $count ->
    [one] Nothing is planned for one missing criterion:
   *[other] Nothing is planned for { $count } missing criteria:
  }
plan-planned = Planned
plan-under-way = Under way since { $date }
plan-done-own = Done, as you said on { $date }
plan-done-provider = Done, as { $by } recorded on { $date }
plan-done-without = Declined on { $date }: { $reason }
plan-begin = I have begun
plan-finish = I have finished
plan-decline = Do without it
plan-decline-why = Why
plan-decline-hint = For example: I only have to record it again.
plan-decline-do = Do without it
plan-record = Let the provider record that you finished
plan-record-how = Give this number to the provider when you have finished. With it they see this offering and nothing else of your plan.
plan-record-number = Number
plan-all-met = Everything it was for is met.
plan-evidence = Add new evidence
plan-evidence-for = For { $codes }
plan-made = Planned on
plan-left-to-pay = Left to pay
plan-done-by = Done by
plan-about = About this plan
plan-give-up = Give this plan up
plan-give-up-means = What you planned is forgotten. Your claim and your evidence stay as they are.
plan-give-up-yes = Give it up
plan-note-done = Taken: { $title }
plan-note-declined = Declined: { $title }. { $reason }
notice-plan-begun = Begun.
notice-plan-finished = Done. Now you can show it with new evidence.
notice-plan-declined = You do without it.
notice-plan-dropped = The plan is given up.
refused-plan-claim = Nothing can be planned for a claim that takes no evidence any more.
refused-plan-state = This plan was given up. Compare the ways again and make a new one.
refused-plan-item = This is done or declined already.
refused-own-completion = You cannot record for yourself that you finished something.
wrong-plan-offerings = Choose one to 200 offerings that are listed, fit what you asked for and need nothing beside them.
record-plan-made = Learning was planned
record-plan-moved = { $to ->
    [under_way] Planned learning was begun
    [done] Planned learning was finished, by own word
   *[declined] Planned learning was declined
  }
record-plan-recorded = The provider recorded that planned learning was finished
record-plan-dropped = The plan was given up
record-by-provider = The provider
wrong-hours-a-week = Give 1 to 80 hours a week.
wrong-weeks = Give 1 to 520 weeks.
wrong-provider = Whoever gives an offering stays the same.
admin-avoided-sum = { $hours } of { $all } hours ({ $percent }) need not be studied, over { $plans } plans.
admin-avoided-few = Fewer than five plans were made; a sum could tell of one person.
claim-plan-changed = Something in your plan changed since you made it.
plan-change-of = { $title }: { $change }
