# Seeing where one stands before claiming.

self-title = Where do I stand?
self-lead = Rate yourself on each criterion of “{ $title }”. It takes about five minutes.
self-private = You need no account, and your answers are not kept. Skip what you are not sure of.
self-ready = I can show this now
self-partly = Partly
self-not-yet = Not yet
self-not-rated = not rated
self-essential = essential
self-met-means = Met means: { $what }
self-show-result = Show where I stand
self-back = Back to the profile
self-nothing-rated = Rate at least one criterion.
self-change = Change your answers
self-result = { $ready ->
    [one] { $ready } of { $all } looks claimable;
   *[other] { $ready } of { $all } look claimable;
  }
self-result-gaps = { $gaps ->
    [0] no gaps
    [one] { $gaps } gap
   *[other] { $gaps } gaps
  }
self-unrated = { $count ->
    [one] { $count } criterion is not rated and counts as not yet.
   *[other] { $count } criteria are not rated and count as not yet.
  }
self-rated = { $rating }: { $criterion }
self-ready-list = Ready to claim
self-gap-list = Likely gaps
self-not-a-judgement = This is your own view, not a judgement. You can claim what you are ready for now and leave the rest open.
self-goes-along = Your answers go along into the claim. Assessors do not see them.
