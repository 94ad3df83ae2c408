# The demonstration's front door and outbox.

demo-title = Try it as anybody
demo-lead = Choose a person and you are signed in, without a password. Everybody here is invented, and so is every organisation. What you do stays until the demonstration is reset, and other visitors can see it.
demo-catalogue = Look at the catalogue
demo-nobody = Nobody is here yet
demo-nobody-text = The demonstration is still being filled. Open this page again in a moment.
demo-learners = Learners
demo-learners-do = Show what they can do, send evidence, see results and gaps, hold credentials.
demo-assessors = Assessors
demo-assessors-do = Judge evidence criterion by criterion, within the profiles they are qualified for.
demo-issuers = Issuers
demo-issuers-do = Decide on the credential once everything is demonstrated. Never the person who judged.
demo-authors = Authors
demo-authors-do = Write job-competency profiles from frameworks, publish them, list learning for gaps.
demo-admins = Administrators
demo-admins-do = Add organisations, give roles and assessors’ scopes.
demo-enter = Try as this person
demo-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
  }
outbox-title = Letters
outbox-lead = Every letter that Tessera wrote. In the demonstration none of them leaves.
outbox-to = To
outbox-at = Written
outbox-empty = No letter has been written yet
outbox-empty-text = A letter is written when evidence arrives, when a question is asked or answered, and at every decision.
