# Words of the building blocks that pages share.

state-demonstrated = Demonstrated
state-in-review = In review
state-gap = Gap
state-attention = Needs attention
count-demonstrated = { $count ->
    [one] { $count } demonstrated
   *[other] { $count } demonstrated
  }
count-in-review = { $count ->
    [one] { $count } in review
   *[other] { $count } in review
  }
count-gaps = { $count ->
    [one] { $count } gap
   *[other] { $count } gaps
  }
count-attention = { $count ->
    [one] { $count } needs attention
   *[other] { $count } need attention
  }
level-of = Level { $now }, needs { $want }
level-none = Not started, needs { $want }
level-has = Level { $now }

# Forms
optional = optional
errors-title = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
  }
error-label = Error:
choose-one = Choose
date-hint = For example { $example }
confirm-cancel = Keep it as it is
max-characters = Up to { $count } characters
save = Save
cancel = Cancel
send = Send

# Lists
page-nav = Pages
page-previous = Previous
page-next = Next
page-of = Page { $page } of { $pages }
filter-apply = Apply filters
filter-clear = Clear all filters
filter-remove = Remove filter
filters-applied = Applied filters
show = Show
breadcrumbs = You are here
copy = Copy
copied = Copied
close = Close
status = Status

# Progress of a task
task-done = Done
task-now = To do now
task-later = Can’t start yet

# Rubric
score-not-shown = Not shown
score-partly = Partly
score-met = Met
score-exceeds = Exceeds

# Verdict on a credential
verdict-in-force = This credential is genuine and in force
verdict-sound = Signed, unchanged and in force; this site doesn’t know the issuer
verdict-issuer-closed = Valid; the issuer has closed
verdict-issuer-suspended = Valid at issue; the issuer is under suspension
verdict-issuer-revoked = Valid at issue; check with the quality-assurance body
verdict-issuer-not-recognised = Not recognised: issued when the issuer had lost its recognition
verdict-not-yet = This credential is genuine but not in force yet
verdict-expired = This credential is genuine but has expired
verdict-suspended = This credential is suspended
verdict-revoked = This credential was revoked
verdict-unknown = This credential can’t be checked right now
verdict-altered = This credential is not as it was signed
verdict-not-recognised = This credential is not signed by the issuer it names
check-passed = Passed:
check-failed = Failed:
check-warning = Take note:
check-unknown = Could not be checked:
how-we-checked = How we checked
qr-label = QR code for { $what }
emblem-label = Emblem of { $what }
kept = What you wrote before was kept and put back.

check-not-applicable = Nothing to check:
