# Ways to learn: from a gap to what closes it.

paths-title = Ways to learn: { $what }
paths-open = Compare ways to learn it
paths-open-all = Ways to learn what is missing
paths-lead = { $criteria ->
    [one] { $criteria } criterion is missing
   *[other] { $criteria } criteria are missing
  }
paths-lead-in = { $competencies ->
    [one] in { $competencies } competency.
   *[other] in { $competencies } competencies.
  }
paths-unpaid = Nobody can pay for a place on this page.
paths-able = Already able to do this?
paths-add-evidence = Skip the course and add evidence
paths-claim-instead = Skip the course and show it
paths-able-cost = An assessment costs { $fee }; the decision comes { $time }.
paths-has-plan = You have a plan for this claim.
paths-see-plan = See it
paths-back = Back
paths-nothing-missing = Nothing is missing here
paths-nothing-missing-text = Nothing here was judged as missing, and there is nothing that you could not show by your own rating.
paths-found = { $count ->
    [0] No way found
    [one] { $count } way
   *[other] { $count } ways
  }
paths-chart = Time against cost
paths-matters = What matters most
paths-soonest = Soonest
paths-balance = Balance
paths-cheapest = Cheapest
paths-plot = Options by time and cost
paths-front = No option beats those on the dashed line on both time and cost.
paths-one-way = There is one way that no other beats on both time and cost.
paths-off-front = The others are the best that can be made with an offering that looks cheaper.
paths-table = Options as a table
paths-option = Option
paths-time = Time
paths-each-week = Each week
paths-busiest = Work in the busiest week
paths-cost = To pay
paths-closes = Closes
paths-look = Look at it
paths-shown = Shown below
paths-beaten = Beaten
paths-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
paths-weeks-short = { $count } wk
paths-about = about { $what }
paths-hours-short = { $hours } h
paths-hours-all = { $hours } hours
paths-and-more = { $title } and { $count ->
    [one] one more
   *[other] { $count } more
  }
paths-after-help = after { $help } of help
paths-proved = Proved: each option is the cheapest for its time, and none is missing.
paths-proved-weighted = Proved for one thing after the other: each option is the best for some weight of time against money. Fixed beginnings are not counted.
paths-bound = This is the best found in the time there was. No way costs less than { $bound }, so that at most { $gap } could still be saved.
paths-way = Option { $number }: what to take
paths-week-from = Week { $week }, from { $date }
paths-begins = Begins on { $date }
paths-leads = Closes nothing itself: what comes later needs it.
paths-step-closes = Closes
paths-counts-toward = Counts toward { $title }, by way of evidence:
paths-help-for = Help for:
paths-total = Altogether
paths-before-help = Price
paths-help = Help with the price
paths-help-who = As its providers state it; whether you get it, they decide.
paths-to-pay = To pay
paths-work = Work
paths-pace = Where a provider does not say how long it takes, { $hours } hours a week are counted, or yours.
paths-proves-nothing = Taking part proves nothing by itself. Afterwards you show what you can do, and an assessor judges it.
paths-choose = Plan this
paths-choose-means = It becomes your plan for this claim. You sign up with each provider yourself.
paths-choose-opens = This opens your claim, with what you said of yourself, and makes the plan. Nothing has to be paid here.
paths-sign-in = Sign in to plan this
paths-sign-in-why = Everything on this page works without an account; only a plan needs one.
paths-more = A little more time or money
paths-week-saves = One week more would save { $money }.
paths-week-saves-nothing = One week more would save nothing.
paths-hundred-saves = { $money } more would have you done { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  } sooner.
paths-hundred-saves-nothing = { $money } more would have you done no sooner.
paths-others = Why not something that looks cheaper
paths-why-dearer = with what is needed beside it, the best way comes to { $what }, against { $than }.
paths-why-same = with it, the best way takes as long and costs as much. It would do as well.
paths-why-slower = with it, the best way comes to { $what }: cheaper, but it takes { $weeks }.
paths-why-more = with it, the best way comes to { $what }: { $money } more.
paths-why-blocked = it asks for { $codes }, and nothing here leads to that.
paths-why-late = with it, everything would be done later.
paths-not-compared = What is not in the comparison
paths-nothing-closes = { $count ->
    [one] Nothing that is compared closes this criterion:
   *[other] Nothing that is compared closes these { $count } criteria:
  }
paths-left-out = Offerings that close something here and are not compared:
paths-out-no-price = Price not known: { $count }
paths-out-other-currency = Priced in another currency than { $currency }, with no rate of exchange known here: { $count }
paths-out-no-length = Length not known: { $count }
paths-out-begun = Beginning before you can: { $count }
paths-out-too-many-hours = Asking for more hours a week than you have, on days of their own: { $count }
paths-out-other-mode = Taken part in otherwise: { $count }
paths-out-other-place = Elsewhere: { $count }
paths-out-other-language = In another language, or nobody says in which: { $count }
paths-out-retired = Listed no more: { $count }
paths-none-within = No way keeps to your budget and your last day.
paths-none-cheapest = The cheapest comes to { $what }.
paths-none-soonest = The soonest comes to { $what }.
paths-none-narrowed = Taking off a filter may help.
paths-narrow = Narrow it down
paths-any = Any
paths-budget = Most you can pay
paths-budget-hint = For everything together, in dollars.
paths-hours = Hours a week
paths-hours-hint = With a number here, one thing is taken after the other, and what needs more hours takes longer.
paths-from = You can begin on
paths-by = You must be done by
paths-too-far = { $day } is too far away.
paths-mode = How
paths-place = Place
paths-place-hint = Online learning fits every place.
paths-language = Taught in
paths-currency = Prices in
paths-currency-hint = Prices in other currencies are left out.
paths-nohelp = Count without the help that providers state
paths-missing = What is missing
paths-in-review = With the assessors, so not counted:
paths-ready = You say that you can show it, so not counted:
paths-saved = What you need not study
paths-saved-hours = Hours of learning avoided
paths-saved-of = Of all hours
paths-saved-how = The hours of the cheapest learning for everything, in which all that each piece teaches is already recognised as yours.
paths-saved-unknown = { $count ->
    [one] For one more piece nobody knows the hours.
   *[other] For { $count } more pieces nobody knows the hours.
  }
notice-plan-made = This is your plan now.
