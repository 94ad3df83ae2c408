# The public catalogue.

catalogue-title = Catalogue
catalogue-lead = Job-competency profiles you can be assessed against. No course is needed first.
catalogue-search = Search by job, skill or code
catalogue-found = { $count ->
    [0] No profile found
    [one] { $count } profile
   *[other] { $count } profiles
  }
catalogue-profiles = Profiles
catalogue-filters = Narrow the list
catalogue-to-filters = Narrow the list
catalogue-owner = Profile kept by
catalogue-issuer = Credential issued by
catalogue-occupation = Job
catalogue-nothing = No profile fits
catalogue-nothing-text = Try fewer or other words: a job title, a skill, or a NOC code. Accents make no difference. Taking off a filter helps too.
catalogue-all = Show all profiles
catalogue-empty = No profile is published yet
catalogue-empty-text = Profiles appear here as soon as an organisation publishes one.
catalogue-past-end = This page is past the end
catalogue-past-end-text = The list is shorter than it was, or the address was changed.
catalogue-first-page = Show the first page
catalogue-from = { $owner }
catalogue-from-two = { $owner }, issued by { $issuer }
catalogue-code = NOC { $code }
catalogue-applied = { $facet }: { $value }
