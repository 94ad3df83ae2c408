# The public page of a credential, and words that stand in signed documents.

# Signed documents. What changes here changes only credentials that are issued afterwards.
document-competency = One competency of the job profile “{ $title }”, version { $number }: shown through evidence and judged criterion by criterion.
document-level = level { $level } of { $levels } on the scale “{ $scale }”
document-evidence-of = Judged criterion by criterion on { $day } by a qualified assessor of { $body }, from { $items }.
document-evidence = Judged criterion by criterion on { $day } by a qualified assessor of { $body }.
document-decided = Judged by { $body } in its own assessments. The decision that every competency was shown takes effect on { $day }; it is recorded here: { $decision }.
document-supervision-lowest = Lowest level of supervision and identity among the evidence for essential criteria (A0 to A5)
document-supervision-highest = Highest level of supervision and identity among the evidence (A0 to A5)
words-and = { $before } and { $last }
medium-video = { $count ->
    [one] { $count } video
   *[other] { $count } videos
  }
medium-audio = { $count ->
    [one] { $count } sound recording
   *[other] { $count } sound recordings
  }
medium-image = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
  }
medium-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
  }
medium-text = { $count ->
    [one] { $count } written account
   *[other] { $count } written accounts
  }
medium-link = { $count ->
    [one] { $count } web page
   *[other] { $count } web pages
  }
medium-other = { $count ->
    [one] { $count } other file
   *[other] { $count } other files
  }
supervision-a0 = made without supervision, identity not checked
supervision-a1 = made under supervision, identity not checked
supervision-a2 = supervised online, identity checked in one way
supervision-a3 = supervised online, identity checked in two ways
supervision-a4 = supervised on site, identity checked in one way
supervision-a5 = supervised on site, identity checked in two ways

# The page
credential-page-title = { $title }, awarded to { $name }
credential-mine = This is your credential, as everybody with the link sees it.
credential-mine-link = Decide who can find it
credential-kind-competency = Recognised competency
credential-kind-micro = Micro-credential
credential-awarded-to = Awarded to
credential-on = on
credential-by = by
credential-summary-competency = { $count ->
    [one] Shown on { $count } criterion, at level { $level } of { $levels }. Part of the job profile “{ $title }”.
   *[other] Shown on { $count } criteria, at level { $level } of { $levels }. Part of the job profile “{ $title }”.
  }
credential-can = What { $name } can do
credential-judged-how = A qualified assessor judged the evidence criterion by criterion. Every criterion listed here was met.
credential-judged-elsewhere = { $issuer } judged it in its own assessments and states that every criterion listed here was met. Its decision is recorded here: { $decision }.
credential-result = Result
credential-level = Level
credential-level-of = { $level } of { $levels }
credential-level-named = { $level } of { $levels }: { $name }
credential-shown-by = How it was shown
credential-evidence-kept = Evidence that the issuer keeps
credential-supervision = Supervision and identity
credential-supervised = Evidence { $level } ({ $code })
credential-supervised-range = Least: { $low } ({ $low_code }). Most: { $high } ({ $high_code }).
credential-judged-by = Judged by
credential-valid = Valid
credential-until = until { $day }
credential-no-end = without an end date
credential-part-suspended = Out of force while something is looked into
credential-part-expired = Past its end
credential-part-rescinded = Taken back
credential-part-provisional = Drawn for a second look
credential-details = Details
credential-issued-by = Issued by
credential-assessed-by = Assessed by
credential-awarded = Awarded
credential-occupation = Occupation
credential-profile = Job profile
credential-version = { $title }, version { $number }
credential-owner = Profile by
credential-endorsements = Endorsements
credential-endorsements-none = None on record
credential-number = Number
credential-limits = What it does not show
credential-limit-one = The rest of the job profile “{ $title }”: this is { $code }, one of its { $all } competencies.
credential-limit-listed = Anything that is not listed as a criterion on this page.
credential-limit-unsupervised = Who was present while unsupervised evidence was made: its origin was declared by the learner and weighed by the assessor.
credential-limit-hours = Courses taken or hours spent. Only what was shown counts.
credential-limit-licence = A licence or authorisation to practise.
credential-share = Take it along
credential-this-page = this page
credential-scan = Scan to open this page on another device.
credential-link = Link to this credential
credential-file = Open Badges file (JSON)
credential-token = As a signed token
credential-card = Awarded to { $name } by { $issuer } on { $day }. See what was shown, how it was judged and whether it is in force.

get-certificate = Certificate (PDF)
get-linked-in = Add to LinkedIn
get-more = More ways to take it along
get-files = All files
get-pdf-in = Certificate in English
get-pdf-both = Certificate in English and French
get-badge = Badge with the signed credential inside
get-code = QR code of this page
get-files-text = The signed credential also travels inside each certificate and each badge: whoever gets the file can check it.

embed-title = For a web page or an e-mail signature
embed-text = Copy one of these into the page’s code. The picture never changes; the frame says what holds on the day that it is looked at.
embed-picture = Linked picture
embed-frame = Frame
embed-look = See what the frame shows
embed-open = See what was shown and how it was judged

# The certificate
certificate-awarded = on { $day } by { $issuer }
certificate-valid = from { $from }, { $until }
certificate-level = Level { $level }
certificate-no-licence = This is not a licence or authorisation to practise.
certificate-inside = The signed credential is attached to this file as { $file }: the signature, not this page, is what proves it.
certificate-attached-is = The signed credential, Open Badges 3.0
certificate-substituted = Some characters can’t be drawn in this file’s letters and stand as boxes. They are complete in the attached credential and on the public page.
certificate-scan = Scan, or open this address, to see whether it is in force today:
certificate-emblem = Emblem of “{ $title }”
certificate-continued = { $title }, awarded to { $name } (continued)

linked-in = For a LinkedIn profile
linked-in-text = Open the form with everything filled in, or copy the fields one by one.
linked-in-add = Open LinkedIn’s form
linked-in-name = Name
linked-in-issuer = Issuing organisation
linked-in-from = Issue date
linked-in-until = Expiry date
linked-in-id = Credential ID
linked-in-url = Credential URL

being-signed-title = This credential is being signed
being-signed-text = It was awarded a moment ago, and its digital signature follows within seconds. Nothing is wrong with it.
being-signed-again = Open the page again

# Checks
checked-at = Checked on { $day } at { $time }.
verdict-since = Since { $day }, by { $issuer }. { $ground }
verdict-ended = It ended on { $day }.
verdict-begins = It begins on { $day }.
verdict-replaced = A renewed one has replaced it since { $day }.
verdict-not-accepted = Its holder has not accepted it.
verdict-open = Not checked: { $checks }.
check-name-proof = Signature
check-name-binding = Signing key
check-name-shape = Required fields
check-name-dates = Dates
check-name-status = Status
check-name-issuer = Issuer
checked-proof-passed = Nothing was changed since { $issuer } signed it.
checked-proof-failed = The content is not what was signed, or the signature is missing or broken.
checked-proof-open = The key to check it with can’t be read just now, or the signature is of a kind that this site does not know. Try again later, or ask the issuer.
checked-proof-offline = This site does not look up keys on the web, so signatures by other issuers stay unchecked here.
checked-binding-passed = The key belongs to the issuer that it names.
checked-binding-failed = The key does not belong to the issuer that it names, { $address }.
checked-binding-open = Whose key it is could not be found out.
checked-shape-passed = It has everything that a credential of its kind must have.
checked-shape-failed = Something that a credential of its kind must have is missing or malformed.
checked-dates-passed = Valid from { $from } until { $until }.
checked-dates-endless = Valid from { $from }, without an end date.
checked-dates-early = It is valid only from { $from }.
checked-dates-failed = It was valid until { $until }.
checked-status-passed = Neither suspended nor revoked. The issuer’s register was read at { $time }.
checked-status-none = It names no place where the issuer would say that it was taken back. If that matters, ask the issuer.
checked-status-revoked = The issuer has revoked it. The register was read at { $time }.
checked-status-suspended = The issuer has suspended it for now. The register was read at { $time }.
checked-status-not-accepted = The register, read at { $time }, does not list it as in force.
checked-status-open = The issuer’s list of suspended and revoked credentials could not be read.
checked-issuer-passed = { $issuer } is registered with this site.
checked-issuer-failed = { $issuer } is not an issuer that this site recognises.
checked-issuer-open = This site does not know the issuer, and anybody can give themselves a name. Make sure that { $address } really is { $issuer }.

yourself-title = Verify it yourself
yourself-text = The file can be checked on your own computer, without this website and without an account.
yourself-file = Download the file.
yourself-key-inside = The issuer’s key is part of its identifier in the file, so nothing else is needed.
yourself-keys-before = Once,
yourself-keys = save the issuer’s keys
yourself-keys-after = . From then on you need nothing from us.
yourself-lists = Save what the issuer publishes today about suspended and revoked credentials:
yourself-list-revocation = the list of revocations
yourself-list-suspension = the list of suspensions
yourself-run = Run the open-source program, which fetches nothing:
yourself-others = Or give the file to any other verifier of Open Badges 3.0.
checked-key-lost = The key that signed this can’t be trusted from { $lost } on, and the record of this site does not show that it was signed before. Ask the holder for the file that was issued anew.
checked-key-lost-later = The key was compromised on { $lost }. The record of this site shows that this was signed before, on { $signed }, so it counts.
checked-issuer-closed = The issuer has closed. Its register is held by { $holder }.
checked-issuer-closed-here = The issuer has closed. This site keeps its register.
checked-issuer-suspended = The issuer is under suspension: something is being looked into. That does not change what was issued before.
checked-issuer-revoked = The issuer has lost its recognition since. Ask the body that assures its quality whether this credential is affected.
checked-issuer-not-recognised = The issuer had lost its recognition when this was issued.

check-name-recipient = Recipient
check-name-endorsements = Endorsements
checked-recipient-passed = It is for the person who was named.
checked-recipient-failed = It is for somebody else than the person who was named.
checked-recipient-open = It says nothing that can be compared with what was named.
checked-recipient-named = It says that it is for { $named }. To compare it with an e-mail address or a DID, name it on the page “Verify”.
checked-recipient-not-asked = Nobody was named to compare it with.
checked-endorsements-passed = { $count ->
    [one] The endorsement inside holds.
   *[other] All { $count } endorsements inside hold.
  }
checked-endorsements-failed = Not every endorsement inside holds. The credential does not depend on them.
checked-endorsements-open = Not every endorsement inside could be checked. The credential does not depend on them.
checked-endorsements-none = None is inside.
checked-status-listed = The issuer’s list says that it is neither suspended nor revoked.
checked-status-revoked-listed = The issuer’s list says that it was revoked.
checked-status-suspended-listed = The issuer’s list says that it is suspended.
checked-issuer-listed = { $listed } is on the list “{ $list }” of { $day }, from { $source }.
checked-issuer-unlisted = The issuer is not on any list that this site was given. It may be genuine all the same: make sure that { $address } really is { $issuer }.
