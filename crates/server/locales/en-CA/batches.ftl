# Credentials for many at once.

batches-title = Issue to many
batches-lead = A list of people who met a whole profile, as your own assessments and decisions have it: a graduating class, a cohort, a year. Each gets a signed credential that they accept before anybody else sees it.
batches-none = No list has been brought yet
batches-none-text = Bring a list from your student system or a spreadsheet. Nothing is issued before you have seen what was read.
batch-new = Bring a list
batch-new-lead = The list is read and shown to you first. Nothing is issued yet.
batch-head-title = What it certifies
batch-head-file = File
batch-head-made = Brought
batch-head-state = State
batch-head-issued = Issued
batch-state-checked = Not started
batch-state-running = Being issued
batch-state-paused = Paused
batch-state-cancelled = Cancelled
batch-state-done = Issued
batch-no-achievement = There is nothing to issue
batch-no-achievement-text = None of the published profiles names your organisation as its issuer.
batch-achievement = What everybody on the list met
batch-achievement-hint = A published profile whose credentials your organisation decides on. Every required competency of it is certified.
batch-file = List
batch-file-hint = CSV in UTF-8, at most 64 MiB and 200,000 rows.
batch-check = Check the list
batch-check-means = It is kept with your organisation. Nobody gets a credential or a letter until you start it.
batch-columns = Columns
batch-columns-text = The first line names them, in English or French, in any order. Commas or semicolons stand between them. Each row needs an address, a student number or a DID.
batch-column-name = Name
batch-column-name-is = As it is to stand on the credential.
batch-column-email = Email
batch-column-email-is = For the letter. The credential holds only a salted hash of it.
batch-column-number = Student number
batch-column-number-is = Held as a salted hash too.
batch-column-did = DID
batch-column-did-is = The identifier of a wallet, if you know it.
batch-column-date = Date awarded
batch-column-date-is = As 2026-06-30. The credential is valid from this day.
batch-column-lang = Language
batch-column-lang-is = Of the letter: en or fr. Optional.
batch-column-result = Result
batch-column-result-is = As you write it, such as “92 %”. Everybody who sees the credential sees it. Optional.
batch-refused = { $count ->
    [one] One row can’t be used, and nothing was taken in.
   *[other] { $count } rows can’t be used, and nothing was taken in.
  }
batch-refused-rows = Rows that can’t be used
batch-said = What stood there
batch-too-many-rows = The file has more than 200,000 rows. Split it.
batch-empty = The file has no rows.
batch-not-utf8 = Line { $line } of the file is not UTF-8 text. Save it as “CSV UTF-8” and try again.
batch-without = The first line names no column “{ $column }”.
batch-twice = The first line names the column “{ $column }” twice.
batch-fault-fields = The row has more or fewer fields than the first line.
batch-fault-quote = A quotation mark opens here and never closes. Nothing after it could be read.
batch-fault-no-name = There is no name.
batch-fault-nobody = There is no address, student number or DID.
batch-fault-address = This can’t be an address.
batch-fault-did = This is no DID. One looks like did:web:example.ca.
batch-fault-day = Write the day as 2026-06-30.
batch-fault-future = This day is yet to come.
batch-fault-ended = Awarded on this day, it would be past its end already.
batch-fault-language = Write en or fr, or nothing.
batch-fault-too-long = This is longer than the field takes.
batch-fault-character = There is a character that can’t be seen, or a line break.
batch-fault-duplicate = The same person stands on line { $line }.
batch-read = { $count ->
    [one] One person was read from the list. Nothing is issued yet.
   *[other] { $count } people were read from the list. Nothing is issued yet.
  }
batch-read-refused = { $count ->
    [one] One row can’t be used.
   *[other] { $count } rows can’t be used.
  }
batch-first = The first rows
batch-whom = Who is meant
batch-discard = Discard the list
batch-discard-text = If something is wrong, discard it and bring a better one.
batch-discard-ask = Nothing of it was issued. The list can’t be started any more.
batch-start-title = Start
batch-start-text = { $issuer } issues under its own signature. A micro-credential stands on a final decision; yours is named in every credential.
batch-decision = Where the decision is recorded
batch-decision-hint = Such as “Academic board, 12 June 2026, item 4”. Whoever sees a credential reads it.
batch-supervision = How they were judged
batch-supervision-hint = The lowest level that holds for everybody on the list.
batch-letters = Write to everybody who has an address
batch-letters-short = Letters
batch-lang = Language of letters to those for whom the list says none
batch-lang-en = English
batch-lang-fr = French
batch-no-letters = No mail server is set up, so nobody gets a letter. The results hold a link for each person.
batch-count = How many credentials are issued
batch-count-hint = Type { $count }, so that nothing starts by accident.
batch-start = Start issuing
batch-progress = How far it is
batch-of = { $done } of { $all }
batch-issued = Issued
batch-skipped = Passed over, because they have it already
batch-left = Left
batch-speed = About { $rate } a second.
batch-seconds-left = { $count ->
    [one] One second left.
   *[other] { $count } seconds left.
  }
batch-minutes-left = { $count ->
    [one] About a minute left.
   *[other] About { $count } minutes left.
  }
batch-looks = This page looks again every three seconds. You can leave it; issuing goes on.
batch-waits = Issuing goes on whether you look or not.
batch-halt-asked = Paused on { $when }. What was issued until then stays.
batch-halt-standing = Stopped on { $when }, because the issuer may not issue now.
batch-done = Done on { $when }.
batch-pause = Pause
batch-resume = Go on
batch-cancel = Cancel the rest
batch-cancel-ask = What is issued stays. What is left is never issued from this list.
batch-results = Download the results
batch-results-hint = CSV with a line for each row: what came of it, the credential’s address, and the link by which its recipient takes it. Whoever has such a link can take the credential, so hand each to its recipient only.
batch-yes = Yes
batch-no = No
notice-batch-paused = Paused. What is issued stays.
notice-batch-cancelled = Cancelled. What is issued stays.

offer-for = Made out to { $name } by { $issuer }, { $day }.
offer-take = You are signed in as { $name }. The credential becomes yours, and nobody else can take it by this link.
offer-sign-in = Sign in, or make an account, to take it. You come back to this page.
offer-taken = Somebody has taken it already, or it is no longer offered. If you think that it is yours, ask its issuer.
offer-not-yours = Is your name not the one above? Then this link was sent to you by mistake; leave it.
