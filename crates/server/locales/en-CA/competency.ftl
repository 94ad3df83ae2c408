# One competency of a claim: criteria, evidence, sending, judgement, gap.
comp-about = About this competency
comp-required = Required
comp-elective = Elective
comp-level = Level { $level }: { $name }
comp-in-review = With the assessors.
comp-second = Under second review.
comp-due = A decision is due by { $date } ({ $left }).
comp-asked = The assessor has a question before deciding. The clock stands still until you answer.
comp-gap = { $count ->
    [one] Not yet: { $count } criterion is still to be shown.
   *[other] Not yet: { $count } criteria are still to be shown.
  }
comp-gap-text = What you have shown stays shown; only the rest is judged again. You can try as often as you like, and nobody outside sees how often.
comp-held = Demonstrated on { $date }, assessed by { $by }.
comp-provisional = The decision was drawn for verification.
comp-expired = It was current until { $date }.

# Criteria
crit-title = Criteria
crit-met-of = { $met } of { $all } met
crit-essential = Essential
crit-levels = What each result looks like
crit-met = Met on { $date }
crit-open = Still to be shown
crit-open-shown = Still to be shown, evidence saved
crit-not-needed = Not shown, and not needed for the decision
crit-judged = by the assessor on { $date }
crit-in = in “{ $title }”
crit-remarks = Other remarks of the assessor
crit-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
  }
crit-add = Add evidence for this criterion
crit-add-for = ({ $code })

# Rules of evidence
rules-title = What evidence has to be
rules-occasions = Occasions
rules-days = { $count ->
    [one] what is done: { $count } day
   *[other] what is done: { $count } separate days
  }
rules-currency = Recent
rules-months = { $count ->
    [one] one from the last { $count } month
   *[other] one from the last { $count } months
  }
rules-decision = Demonstrated when
rules-all = all criteria are met
rules-most = all essential criteria and 80% of the others are met
rules-sources = Each criterion needs two separate pieces of evidence.
rules-place = Say at which time of a recording or on which page of a document a criterion is shown.
rules-supplementary = What others report, such as witness statements, references or attendance, supports your evidence. Alone it does not show performance.
steps-title = What happens
step-send = You bring evidence and send it
step-judge = A qualified assessor judges each criterion
next-due = by { $date }
step-answer = They may ask you something, or show what is still open and why
step-held = What you have demonstrated is recognised the same day
appeal-title = Appeal
appeal-window = { $days ->
    [one] A decision can be appealed within { $days } day.
   *[other] A decision can be appealed within { $days } days.
  }
appeal-until = For the latest one, until { $date }.
appeal-kept = You keep that right when you send new evidence.

# Sending
send-title = What is missing, and sending
send-ready-of = { $all ->
    [one] { $ready ->
        [0] The criterion does not have enough evidence yet
       *[other] The criterion has enough evidence
    }
   *[other] { $ready } of { $all } criteria have enough evidence
}
send-enough = Enough to be judged.
miss-nothing = Nothing shows this yet. Add evidence, or link a piece that you have.
miss-supplementary = Only what others report is linked so far. It does not show performance: add your own work or a recording.
miss-occasions = { $need ->
    [one] Evidence from { $need } day is needed; there is { $have }.
   *[other] Evidence from { $need } separate days is needed; there is evidence from { $have }. Add some from another day.
  }
miss-current = { $months ->
    [one] Nothing is from the last { $months } month. Add something recent.
   *[other] Nothing is from the last { $months } months. Add something recent.
  }
miss-sources = { $need ->
    [one] { $need } piece of evidence is needed; there is { $have }.
   *[other] { $need } separate pieces of evidence are needed; there is { $have }. The same file twice counts once.
  }
miss-place = Say at which time or on which page it is shown in
miss-new = All that is linked here was judged before. Add something new.
send-later = When nothing is missing any more, you declare here that it is your own work and send it.
send-declare = Nothing is missing. Declare and send
send-own-work = This is my own work.
send-help = Which help did you use?
send-help-hint = From people or from AI, and what for. If there was none, write “none”. Using help is not wrong; leaving it out is.
send-same = May the same assessor judge again?
send-same-hint = It is your choice, and needs no reason.
send-same-yes = Yes, the same one or another
send-same-no = No, another one
send-means = Once sent, assessors see it and it can no longer be changed. A decision is due by { $date }.
send-button = Send for judgement
plan-title = First: what did you do about the gap?
plan-label = What you learned or practised, or why that was not needed
plan-hint = For example: “Took the one-day tuning course on 4 May” or “I only need to record it again, the picture was too dark”.
plan-save = Save and go on
plan-yours = What you did about the gap:
attempt-retake = Another assessor judges this time, with fresh eyes.
attempt-supported = Another assessor judges this time. You may also show it in another way, for example by being observed at work or by explaining it in a conversation, and talk it through with an adviser first.
attempt-advice = How to get advice
notice-competency-sent = Sent. An assessor will look at it; you get a letter when something happens.
notice-plan-kept = Saved. Now add new evidence and send it.
notice-answer-sent = Your answer is sent. The assessment goes on.

# Questions
talk-question = The assessor asks
talk-asked = Asked on { $date }
talk-answer = Your answer
talk-hint = In your own words. Your attempt goes on; the time you take is added to the due date.
talk-send = Send the answer
talk-thread = Messages
talk-assessor = Assessor

# Learning for the gap
learn-title = Close the gap
learn-listed = Learning that is listed
learn-lead = Short learning made for exactly the criteria that are still open. None of it is needed to try again.
learn-none = No learning is listed for these criteria at the moment.
learn-what = Learning
learn-closes = Closes
learn-hours = Time
learn-price = Price
learn-of = { $count } of { $all }
learn-n-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
learn-online = online
learn-onsite = on site
learn-blended = online and on site
learn-work = at work
learn-record = I only need to record it again
learn-never = Learning is never a condition.
