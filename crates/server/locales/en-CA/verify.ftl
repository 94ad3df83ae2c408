# Checking any credential.

verify-title = Verify a credential
verify-lead = Give its address, its file, a picture of its QR code, or its text. One of them is enough, and you need no account.
verify-link = Address
verify-link-hint = The link on a CV or profile, or the number of a credential of this site.
verify-file = File
verify-file-hint = The credential’s file (JSON, JWT), a badge (PNG or SVG) or certificate (PDF) with a credential inside, or a picture of a QR code (PNG or JPEG); up to 8 MB.
verify-text = Text
verify-text-hint = The whole text: JSON from the first { "{" } to the last { "}" }, or a token that begins with “ey”. A presentation of several credentials will do, too.
verify-check = Verify
verify-privacy = Nothing that you send here is kept, and the issuer is not told who looked.
verify-result = Result of the check
verify-no-name = A credential without a name
verify-doubtful = This is only what the file says. Don’t rely on it: see the checks above.
verify-says = What it says
verify-holder = Holder
verify-issuer = Issuer
verify-issuer-id = Issuer’s identifier
verify-from = Valid from
verify-until = Valid until
verify-description = About
verify-criteria = Criteria
verify-id = Number
verify-its-page = Open its page
verify-another = Verify another

wrong-verify-nothing = Give an address, a file or a text.
wrong-verify-several = Give only one: an address, a file or a text.
wrong-verify-not-json = This can’t be read as a credential: it is neither an object of whole JSON nor a signed token. Copy or choose the whole file.
wrong-verify-picture = No credential and no QR code can be read from this picture. Take a picture of the code alone, straight and sharp; or, if the credential was inside the picture, ask for the file as it was downloaded: many sites change pictures.
wrong-verify-paper = No credential can be read from this PDF: it was not made by this program, or was printed or changed since. Ask for the file as it was downloaded.
wrong-verify-too-large = This is larger than 1 MB, more than any credential needs.
wrong-verify-file-too-large = This is larger than 8 MB, more than is read here.
wrong-verify-too-deep = This is nested more deeply than any credential needs.
wrong-verify-not-a-credential = This can be read, but it is neither a verifiable credential nor a presentation of some.
wrong-verify-nothing-here = No public credential is at this address. Check it, or ask the holder for the link.
wrong-verify-being-signed = This credential is being signed. Try again in a moment.
wrong-verify-fetches-nothing = This site does not fetch from other sites. Give the file or the text instead.
wrong-verify-not-https = Give an address that begins with https://.
wrong-verify-private = This address is not on the public internet, so it was not fetched. Give the file or the text instead.
wrong-verify-not-found = Nothing is at this address. Check it, or give the file or the text.
wrong-verify-moved = This address leads on to another one, which is not followed. Give that one, the file or the text.
wrong-verify-unreachable = This address can’t be reached just now. Try again later, or give the file or the text.
wrong-verify-link-not-json = There is a page for people at this address, but no credential that a program can read. Give the file or the text.

verify-recipient = Whom it should be for
verify-recipient-hint = An e-mail address, a DID or a number. Compared with what the credential says, even if that is hashed, and kept nowhere.
verify-holder-id = Holder’s identifier
verify-fetched = What was fetched for this check
verify-fetched-text = From the issuer’s site or another one. They learn that somebody asked this site, not who.
verify-fetched-at = fetched on { $day } at { $time }
verify-fetched-not = could not be had on { $day } at { $time }
wrong-verify-picture-too-large = This picture has too many pixels to look for a QR code in. Cut it down to the code.
wrong-verify-code = This QR code can be read, but it leads to no credential: it holds neither an https address nor a credential.
wrong-verify-nothing-shown = This is a presentation, but there is no credential in it.

presented-title = { $count ->
    [one] A presentation of { $count } credential
   *[other] A presentation of { $count } credentials
  }
presented-holds = It is signed by the holder that it names, and unchanged since.
presented-altered = Its signature is missing or broken, or it was changed. Each credential in it is judged by itself below.
presented-not-holder = It is not signed by the holder that it names. Somebody else may have put it together.
presented-open = Its signature could not be checked. Each credential in it is judged by itself below.
presented-holder = Holder:
presented-occasion = For whom and for which occasion it was made can’t be told here. To be sure that the holder shows it to you now, ask them with a code of your own on the page “Verify”.

endorsed-title = Endorsements inside
endorsed-by = { $by }, of { $what }
endorsed-what-credential = this credential
endorsed-what-achievement = what it certifies
endorsed-what-issuer = the issuer
endorsed-valid = In force.
endorsed-expired = It was in force and has ended.
endorsed-not-yet-valid = It is not in force yet.
endorsed-suspended = Suspended for now.
endorsed-revoked = Withdrawn since by whoever gave it.
endorsed-altered = It is not as it was signed.
endorsed-issuer-not-recognised = It is not signed by whom it names.
endorsed-cannot-check-now = It could not be checked just now.
endorsed-other = It is genuine, but speaks of something else.
endorsed-unreadable = It can’t be read.
endorsed-from = Endorsed from { $from }.
endorsed-from-until = Endorsed { $from } to { $until }.
endorsed-says = “{ $words }”
