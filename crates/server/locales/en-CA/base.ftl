# The frame around every page: bar, footer, errors, dates. Pages keep their own words in their own files.

product = Tessera
skip-to-main = Skip to main content
nav-main = Main
nav-catalogue = Catalogue
nav-claims = My competencies
nav-credentials = Credentials
nav-desk = Review desk
nav-frameworks = Frameworks
nav-profiles = Job profiles
nav-decisions = Decisions
nav-register = Register
nav-verify = Verify
nav-admin = Administration
nav-demo = Try it
sign-in = Sign in
sign-out = Sign out
account-of = { $initials }, account of { $name }
demo-label = Demonstration
demo-notice = This is a demonstration. The people and organisations in it are invented, and it may be reset.
demo-choose = Choose a role
footer = More
footer-verify = Verify a credential
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-help = Help
footer-api = API

# Dates
due-today = today
due-tomorrow = tomorrow
due-in-days = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
  }
due-in-months = in { $months } months
due-in-years = in { $years } years
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
  }
ago-now = just now
ago-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
  }
ago-hours = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
  }
ago-yesterday = yesterday
ago-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
  }

# Error pages: what happened, then what to do next
error-title-401 = Sign in to continue
error-text-401 = This page is for people who are signed in.
error-title-403 = You can’t open this page
error-text-403 = Your account does not have the role that this page needs. If you think it should, ask the person who manages your organisation.
error-title-404 = Page not found
error-text-404 = Nothing is at this address, or it is not yours to see. Check the address, or start from one of these pages.
error-title-409 = Someone else changed this
error-text-409 = Since you opened the page, it was changed in another tab or by another person. Nothing of yours was saved over it. Open the page again to see what changed, then make your change.
error-title-refused = This can’t be done
error-text-refused = Nothing was changed. The reason is below.
error-title-410 = No longer here
error-text-410 = Something was at this address and was taken away.
error-title-413 = That is too large
error-text-413 = What you sent is larger than this place accepts. Send a smaller file, or send it in parts.
error-title-422 = Something needs correcting
error-text-422 = What you sent can’t be accepted as it is. Go back, correct it and send it again.
error-title-429 = Too many attempts
error-text-429 = Wait a few minutes and try again.
error-title-500 = Something went wrong on our side
error-text-500 = It is not your fault, and it has been written down for the people who run this site. Try again in a minute.
error-title-503 = Not available right now
error-text-503 = The site is starting, being updated or very busy. Try again in a minute. Work that was saved is still there.
error-reference = Reference for support: { $id }
error-back = Go back
error-reload = Open the page again
error-home = Start page
error-cause = What was wrong
