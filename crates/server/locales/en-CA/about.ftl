# Help, appeals, accessibility, privacy. A blank line begins a paragraph; lines with a dash make a list.

about-pages = About Tessera
about-help = Help
about-appeals = How to appeal
about-accessibility = Accessibility
about-privacy = Privacy

about-help-begin = How do I begin?
about-help-begin-text =
    Find the job in the catalogue and read its profile: it shows every criterion, what evidence is asked for, the fee, how long a decision takes and how to appeal.

    See where you stand, without an account, then open a claim. You need no course, enrolment or payment to open one.
about-help-evidence = What counts as evidence?
about-help-evidence-text =
    Work that you did and that shows a criterion: a recording, a photo, a document, a text, a link. For each piece you say when and where it was, and which part shows which criterion.

    - Only you see it until you send it.
    - Before you send, a meter says what is still missing.
    - You say that it is your own work, and which help you had, from people or from AI.
    - People who can be recognised must have agreed. Clients, patients and children must not be recognisable.
about-help-result = What do the results mean?
about-help-result-text =
    Each criterion is judged met, partly or not shown. When what the profile asks for is met, the competency is demonstrated and recognised at once.

    The profile says by when you get the decision.
about-help-gap = What if something is missing?
about-help-gap-text =
    You see which criteria, the reason in plain language, and short learning that is listed for exactly those, or that none is listed. What is met stays met.

    Try again as often as you like, with at least one new piece of evidence for each open criterion. Attempts that fell short appear on no credential.
about-help-credential = What can I do with a credential?
about-help-credential-text =
    Accept it, then share its address, download it as a file, or keep it in a wallet. You decide whether search engines may list it. Each demonstrated competency has a credential of its own, so you need not wait for the whole.
about-help-verify = How do I check a credential?
about-help-verify-text =
    Open its address, or paste it or its file on the page “Verify”. You see each check and its outcome. Credentials are Open Badges 3.0 documents, signed with a W3C method, so other tools can check them as well.
about-help-password = I forgot my password
about-help-password-text =
    This version cannot send you a new one by mail. Ask whoever runs this site; they can see your account, not your password.
about-help-ask = Whom can I ask?
about-help-ask-text =
    About a profile, an assessment or a credential: the organisation named there. About this site: the organisation that runs it.

about-appeals-what = What can be appealed
about-appeals-what-text =
    A decision about a competency and a decision about a credential. You can say, for example, that:

    - the procedure was not followed
    - somebody who judged had a conflict of interest or was biased
    - evidence was overlooked
    - there is an error in the decision
    - an accommodation that was granted was not applied
about-appeals-when = How long you have
about-appeals-when-text =
    Each profile says within how many days of a decision you can appeal. You find it on the profile’s page, under “If you disagree with a decision”. Trying again with new evidence does not cost you the right to appeal.
about-appeals-how = How to do it
about-appeals-how-text =
    Write to the organisation that issues the credential; the profile names it and its website. In this version of Tessera the appeal itself is handled by that organisation and not on this site. Give:

    - the address of your claim, and the competency
    - the date of the decision
    - what you think is wrong, and why
    - what you ask for
about-appeals-then = What happens then
about-appeals-then-text =
    Somebody who did not take part in the decision looks at it and gives you reasons. If you are right, the decision is made anew. Until then the decision stands, and competencies already recognised stay recognised.

about-accessibility-aim = What we aim for
about-accessibility-aim-text =
    Everybody can use every page: with a keyboard, a screen reader, a phone, large text, dark or high-contrast colours. We follow WCAG 2.2, level AA.
about-accessibility-done = What is done for it
about-accessibility-done-text =
    - Every page works without script; script only makes it quicker.
    - States have a shape and a word, never colour alone.
    - Nothing needs dragging, and nothing is timed but a recording that you start and stop.
    - Signing in allows pasting and password managers, and has no puzzles.
    - Pages are checked by automatic tests and looked at in English and French, on a narrow screen, in light and dark.
about-accessibility-limits = What we know is missing
about-accessibility-limits-text =
    No independent audit has been made, and people who use assistive technology every day have yet to test it. Recordings have captions or a transcript only where the person who made them adds one. Files that people upload may not be accessible themselves.
about-accessibility-tell = Tell us
about-accessibility-tell-text =
    If something stands in your way, tell the organisation that runs this site. An assessment can be adapted too: ask the organisation named on the profile. Methods, time and form can change; what is essential to the job cannot.

about-privacy-who = Who is responsible
about-privacy-who-text =
    The organisation that runs this site, and for each profile the organisations that assess and issue. Tessera is software; its makers receive nothing from this site.
about-privacy-kept = What is kept
about-privacy-kept-text =
    - your name, e-mail address and language, and a hash of your password, from which the password can’t be read
    - your claims, self-ratings, evidence, what you declared about it, results and credentials
    - a record of what happened to each of them and who did it, which cannot be changed unseen
    - letters that were written to you

    A self-assessment without a claim is not kept.
about-privacy-seen = Who sees it
about-privacy-seen-text =
    Evidence is yours alone until you send it. Then the assessors who may judge that competency see it. The issuer sees the results. Nobody else does, administrators included, unless you share a credential.

    Evidence is used for assessment only. It trains no model, and no detector decides about it.
about-privacy-cookies = Cookies
about-privacy-cookies-text =
    One that keeps you signed in, and one that carries a message such as “Saved” to the next page and is gone after it. No tracking, no advertising, nothing from other sites.

    Words that you have not sent yet are kept in your own browser, so that a reload does not lose them.
about-privacy-share = What a credential shows
about-privacy-share-text =
    Its page and file show your name, what you demonstrated, who judged and issued it, and how. They show no evidence, no attempts and no e-mail address. A credential is public only after you accept it.
about-privacy-long = How long
about-privacy-long-text =
    Unfinished uploads are removed after a few days, and sessions when they end. Evidence that you withdraw before sending is removed. What a decision rests on is kept as long as the organisation that decided must keep it; in Ontario that is at least a year for public institutions.
about-privacy-rights = What you can ask for
about-privacy-rights-text =
    To see what is kept about you, to have it corrected, and to have removed what need not be kept. This version has no button for removing an account: ask the organisation that runs this site.
