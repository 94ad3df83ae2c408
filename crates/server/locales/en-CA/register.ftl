# The issuer's register, and the acts that put a credential out of force or in force again.

register-title = Register
register-lead = Everything that your organisation has issued. What you change here is public within a minute: on the credential’s page, in its status list, and wherever it is verified.
register-search = Find a name or title
register-parts = Parts of the register
register-part-all = All
register-part-active = In force
register-part-suspended = Suspended
register-part-revoked = Revoked
register-part-ended = Ended
register-part-offered = Offered
register-count = { $count ->
    [one] { $count } credential
   *[other] { $count } credentials
  }
register-none = Nothing is found
register-none-text = No credential fits. Search for another name, or choose another part.
register-head-person = Person
register-head-title = What it certifies
register-head-issued = Issued
register-head-state = State
register-open = Open
register-history = What happened
register-issued = Issued
register-since = Since { $day }. { $ground }
register-own = This is your own credential. A colleague with the issuer’s role has to decide.
register-acts = What you can do
register-acts-active = A suspension can be lifted again. A revocation is final.
register-acts-suspended = Put it in force again, or revoke it for good.
register-acts-offered = The person has not accepted it. Until then nobody else sees it.
register-acts-over = Nothing can be changed any more.
register-suspend = Suspend
register-reinstate = Put in force again
register-revoke = Revoke
register-kind = Kind
register-page = Page
register-by-holder = the holder
register-by-colleague = a colleague
register-ground = Ground
register-ground-hint = Everybody who opens or verifies the credential reads this line.
register-words = Words to the holder
register-words-hint = Only the holder and your organisation read them. Say what happened, and how it can be put right or appealed.

ground-under_review = The decision behind it is being looked at again.
ground-condition_lapsed = A condition for holding it is not met for now.
ground-issued_in_error = It was issued by mistake.
ground-decision_changed = The decision behind it was changed, without any fault of the holder.
ground-not_own_work = What was shown was not the holder’s own work.
ground-key_compromised = The key that signed it can no longer be trusted; the issuer replaces it.
ground-holder_asked = The holder asked for it.

suspend-title = Suspend the credential of { $name }?
suspend-lead = “{ $title }” will be out of force until you put it in force again.
suspend-means-1 = Whoever opens it, or verifies it here, reads that it is suspended, since when, by your organisation, and on which ground. Verifiers elsewhere may know only one word for it and say “revoked” until you put it in force again.
suspend-means-2 = The holder is told by letter, with your words, and how to appeal.
suspend-means-3 = The competencies behind it stay as they were judged.
suspend-yes = Suspend it
reinstate-title = Put the credential of { $name } in force again?
reinstate-lead = “{ $title }” will be in force from now on.
reinstate-means-1 = Whoever opens or verifies it reads that it is in force. That it was suspended is no longer shown.
reinstate-means-2 = The holder is told by letter, with your words.
reinstate-means-3 = The suspension stays in your register and in the record.
reinstate-yes = Put it in force again
revoke-title = Revoke the credential of { $name }?
revoke-lead = “{ $title }” will be out of force for good. This can’t be undone.
revoke-means-1 = Whoever opens or verifies it reads that it was revoked, when, by your organisation, and on which ground.
revoke-means-2 = The holder is told by letter, with your words, and how to appeal.
revoke-means-3 = If you are not sure yet, suspend it instead.
revoke-yes = Revoke it for good
notice-register-suspended = Suspended. The holder is told.
notice-register-reinstated = In force again. The holder is told.
notice-register-revoked = Revoked. The holder is told.

happened-signed = Signed
happened-accepted = Accepted
happened-declined = Declined
happened-suspended = Suspended.
happened-reinstated = Put in force again
happened-revoked = Revoked.
happened-expired = Its end date came
happened-superseded = Replaced by a renewed one
happened-lapsed = The offer counts as unclaimed; it can still be accepted
happened-announced = The holder was reminded of the end date
happened-other = Changed
