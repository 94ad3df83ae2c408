# Learning that closes gaps.
offerings-title = Learning for gaps
offerings-lead = Short learning for exactly what is missing. Nobody ever needs it to open a claim.
offerings-new = List learning
offerings-none = Nothing listed yet
offerings-none-text = What you list is offered to learners whose gaps it closes.
offerings-title-field = Title
offerings-provider = Given by
offerings-summary = Summary
offerings-summary-hint = What one learns and how.
offerings-hours = Hours
offerings-hours-hint = Hours of work in all.
offerings-price = Price in dollars
offerings-price-hint = What a learner pays in all. 0 if it is free.
offerings-participation = How one takes part
offerings-online = Online
offerings-onsite = On site
offerings-blended = Some of both
offerings-work = At work
offerings-url = Web page to sign up
offerings-criteria = Criteria
offerings-which = Criteria it is made for
offerings-list = List it
offerings-for = For criteria of { $title }.
offerings-other-profile = Choose another profile
offerings-choose-profile = Choose the profile whose gaps it closes.
offerings-search = Search profiles
offerings-found = { $count ->
    [one] { $count } profile
   *[other] { $count } profiles
  }
offerings-no-profile = No profile found
offerings-no-profile-text = Learning is listed for criteria of profiles that are in force. Use fewer words, or publish a profile first.
notice-offering-listed = It is listed. Learners with these gaps see it.
