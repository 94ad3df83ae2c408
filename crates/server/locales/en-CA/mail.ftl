mail-evidence-arrived-subject = Evidence waits for an assessor: { $competency }
mail-evidence-arrived-body =
    Hello { $name },

    Evidence has arrived for “{ $competency }”, which is in your scope. You can take it from the queue:
    { $link }
mail-more-asked-subject = The assessor asks for something more
mail-more-asked-body =
    Hello { $name },

    The assessor has a question before deciding. Your attempt goes on; answer here:
    { $link }
mail-learner-answered-subject = The learner has answered
mail-learner-answered-body =
    Hello { $name },

    The learner has answered your question. The assessment is open again:
    { $link }
mail-demonstrated-subject = Demonstrated: { $competency }
mail-demonstrated-body =
    Hello { $name },

    You have demonstrated “{ $competency }”. It is recognised from today, and its credential is yours to download and share:
    { $link }
mail-not-yet-subject = Not yet: { $competency }
mail-not-yet-body =
    Hello { $name },

    The assessor has looked at your evidence for “{ $competency }”. What you have shown stays shown. For the rest, read the reason for each criterion and the learning that is listed for it:
    { $link }
mail-awarded-subject = Your credential is ready: { $title }
mail-awarded-body =
    Hello { $name },

    The issuer has awarded you “{ $title }”. Accept it here, and share it with whom you like:
    { $link }
mail-refused-subject = A decision on { $title }
mail-refused-body =
    Hello { $name },

    The issuer has decided not to award “{ $title }”. You can read the reason, and how to appeal, here:
    { $link }

mail-password-link-subject = Set a new password
mail-password-link-body =
    Hello { $name },

    Somebody, probably you, asked to set a new password for your account. This link works once, for one hour:
    { $link }

    If it was not you, do nothing: your password stays as it is.
mail-suspended-subject = Suspended: { $title }
mail-suspended-body =
    Hello { $name },

    The issuer has suspended your credential “{ $title }”. It is out of force for now. Everybody who verifies it reads this ground: { $ground }

    The issuer writes to you:
    { $words }

    What you can do, and how to appeal:
    { $link }
mail-reinstated-subject = In force again: { $title }
mail-reinstated-body =
    Hello { $name },

    Your credential “{ $title }” is in force again.

    The issuer writes to you:
    { $words }

    { $link }
mail-revoked-subject = Revoked: { $title }
mail-revoked-body =
    Hello { $name },

    The issuer has revoked your credential “{ $title }”. It is out of force for good. Everybody who verifies it reads this ground: { $ground }

    The issuer writes to you:
    { $words }

    What you can do, and how to appeal:
    { $link }
mail-withdrawn-subject = No longer offered: { $title }
mail-withdrawn-body =
    Hello { $name },

    The issuer has taken back its offer of the credential “{ $title }”. It can no longer be accepted. Nobody else sees that it was offered. The ground: { $ground }

    The issuer writes to you:
    { $words }

    What you can do, and how to appeal:
    { $link }
mail-expired-subject = Ended: { $title }
mail-expired-body =
    Hello { $name },

    Your credential “{ $title }” was valid until { $day }. What you showed stays shown; whoever verifies it reads that it has ended. You can renew it here:
    { $link }
mail-expiring-subject = Ends on { $day }: { $title }
mail-expiring-body =
    Hello { $name },

    Your credential “{ $title }” is valid until { $day }. You can renew it from now on, with fresh evidence:
    { $link }
mail-unclaimed-subject = Still waiting for you: { $title }
mail-unclaimed-body =
    Hello { $name },

    “{ $title }” was offered to you ninety days ago. It can still be accepted:
    { $link }
mail-reissued-subject = Signed anew: { $title }
mail-reissued-body =
    Hello { $name },

    The key with which your credential “{ $title }” was signed can no longer be trusted. Nothing else about it changed: it has been signed anew, with a new key. Links go on working. If you keep the file, download it again:
    { $link }

mail-no-answer-subject = No answer came: the assessment goes on
mail-no-answer-body =
    Hello { $name },

    The learner has not answered your question in time. The assessment is open again; decide on what there is:
    { $link }
mail-lapsed-subject = An assessment you took on waits for anybody again
mail-lapsed-body =
    Hello { $name },

    You took this on and have not begun it for two working days, so it is back in the queue. You lose nothing by it, and can take it on again:
    { $link }
mail-not-answered-subject = Your assessment goes on without an answer
mail-not-answered-body =
    Hello { $name },

    The assessor asked you a question and no answer came in time. They now decide on what you have sent. Whatever they decide, you can send new evidence:
    { $link }
mail-asleep-subject = Still open: { $title }
mail-asleep-body =
    Hello { $name },

    Nothing new has come to your claim on “{ $title }” for half a year, so we have put it to sleep. What you have shown stays shown. It goes on as soon as you send something:
    { $link }
mail-batch-offer-subject = For you: { $title }
mail-batch-offer-body =
    Hello { $name },

    A credential has been issued to you: “{ $title }”. It is yours once you accept it; until then nobody else sees it. You take it here:
    { $link }

    Keep this link to yourself: whoever has it can take the credential.
mail-plan-changed-subject = Changed in your plan: { $title }
mail-plan-changed-body =
    Hello { $name },

    something is different about “{ $title }”, which you planned: its price, its length, its day, or it is listed no more. Your plan says what, and what would be best now:
    { $link }
