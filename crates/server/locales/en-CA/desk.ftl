# The assessor's desk.

desk-title = To review
desk-count = { $count ->
    [one] { $count } in this list
   *[other] { $count } in this list
  }
desk-waiting = { $count ->
    [one] { $count } waiting
   *[other] { $count } waiting
  }
desk-shelves = Parts of the queue
desk-shelf-mine = Mine
desk-shelf-unclaimed = Unclaimed
desk-shelf-decided = Decided
desk-none-mine = You have nothing to review
desk-none-mine-text = What you take on stands here, the one due first on top.
desk-none-unclaimed = Nothing is waiting for you
desk-none-unclaimed-text = When a learner sends evidence for a competency in your scope, it stands here and you get a letter.
desk-none-decided = You have not decided anything yet
desk-none-decided-text = What you decide stays here to read.
desk-see-unclaimed = See what is unclaimed
desk-head-competency = Competency
desk-head-learner = Learner
desk-head-why = Why it is here
desk-head-result = Result
desk-head-due = Due
desk-head-decided = Decided
desk-head-open = Open
desk-go-on = Go on
desk-look = Look
desk-reread = Read again
desk-learner = Learner { $number }
desk-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
desk-why-new = New
desk-why-reattempt = New evidence after a gap
desk-why-answered = Answered your question
desk-why-waiting = Waiting for the learner
desk-why-recused = The assessor before stepped back
desk-why-reopened = To be judged anew
desk-why-second = Second assessor
desk-why-adjudication = Two assessors differ
desk-recognisable = Recordings or pictures: not anonymous
desk-due = Due { $when }
desk-outcome-competent = Demonstrated
desk-outcome-not-yet = Not yet

# Taking one on
desk-back-unclaimed = Unclaimed
desk-take-title = Take it on
desk-fact-profile = Job profile
desk-fact-learner = Learner
desk-fact-criteria = Criteria to judge
desk-fact-evidence = Evidence
desk-fact-attempt = Attempt
desk-fact-due = Due
desk-criteria-open = { $open } of { $all }
desk-attempt = { $n ->
    [1] first attempt
    [2] second attempt
    [3] third attempt
   *[other] attempt { $n }
  }
desk-not-anonymous = There are recordings or pictures, so you may recognise the learner. If you do and there is a tie, step back then.
desk-take-blind = You do not see the learner’s name, and they do not see yours.
desk-conflict = Do you know of a conflict of interest?
desk-conflict-hint = You, your family or household, a shared financial interest, somebody you manage, or somebody you taught, mentored or assessed informally in the last 24 months. Say also if it could be a colleague at your workplace or somebody from your small community.
desk-conflict-none = No, none that I know of
desk-conflict-tie = Yes, there is a tie
desk-conflict-tie-hint = It goes back to the queue for somebody else. This has no consequences for you.
desk-tie = Which tie is it?
desk-tie-hint = Only if there is one. The learner does not read it.
desk-take = Send my answer
wrong-conflict = Say whether there is a conflict of interest.
wrong-tie = Say why you step back, in at most 2,000 characters.
notice-desk-taken = You have taken this on. Others see that it is taken.
notice-desk-recused = You stepped back. Somebody else will take it on.

# At the desk
desk-page-title = { $competency }, review
desk-page-title-item = { $competency }, { $item }
desk-jump = Go to
desk-jump-evidence = Evidence
desk-jump-rubric = Rubric
desk-level = level { $level }
desk-evidence = Evidence
desk-closed-items = { $count ->
    [one] { $count } item was withdrawn or is closed and can’t be opened.
   *[other] { $count } items were withdrawn or are closed and can’t be opened.
  }
desk-save-first = Select “Save draft” before you open another item, so that nothing is lost.
desk-no-evidence = There is no evidence to show
desk-no-evidence-text = What was sent was withdrawn or is closed. Ask the learner for more, or step back.
desk-kind-video = Video
desk-kind-audio = Audio
desk-kind-image = Picture
desk-kind-document = Document
desk-kind-text = Text
desk-kind-link = Link
desk-kind-other = File
desk-class-direct = Direct: observed
desk-class-indirect = Indirect: reviewed by you
desk-class-supplementary = Supplementary: reported by others
desk-supplementary = What others report can support a judgement. Alone it can’t satisfy a criterion.
desk-image-alt = Picture sent as evidence: { $title }
desk-image-whole = Select it to see it in full size.
desk-open-file = Open
desk-download = Download
desk-new-tab = (opens in a new tab)
desk-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
  }
desk-link-changes = This leads to another site. What is there can change, and we do not keep it.
desk-no-bytes = The file has not arrived.
desk-said-to-show = Said to show
desk-criterion = Criterion { $n }
desk-page = page { $n }
desk-whole = all of it
desk-learner-note = What the learner asks you to notice
desk-notes = Your notes
desk-notes-none = No notes on this item yet. A note holds a moment and what you saw there; the learner reads it with the result.
desk-note-words = Note
desk-note-at = At
desk-note-criterion = About
desk-note-no-criterion = No single criterion
desk-note-add = Add note
desk-note-drop = Remove the note: { $words }
wrong-note-words = Write the note first.
wrong-note-at = Give the moment as minutes and seconds, such as 2:14.
desk-about = Where it comes from
desk-performed = Performed on
desk-setting = Setting
desk-edited = Cut or edited
desk-edited-yes = Yes, the learner says so
desk-edited-no = No
desk-people = People shown
desk-people-nobody = Nobody but the learner can be recognised
desk-people-agreed = The learner confirmed that everyone who can be recognised agreed
desk-people-protected = A person who is protected can be recognised
desk-supervision = Supervision and identity
desk-supervision-a0 = Unsupervised, identity not checked (A0)
desk-supervision-a1 = Supervised, identity not verified (A1)
desk-supervision-a2 = Supervised online, one identity check (A2)
desk-supervision-a3 = Supervised online, two identity checks (A3)
desk-supervision-a4 = Supervised on site, one identity check (A4)
desk-supervision-a5 = Supervised on site, two identity checks (A5)
desk-unchanged = Received on { $when }. The file has not changed since: it is kept under the fingerprint of its contents.
desk-declared = What the learner signed
desk-declared-own = Own work
desk-declared-own-at = Confirmed on { $when }
desk-declared-help = Help used
desk-talk = Questions and answers
desk-said-you = You
desk-said-learner = The learner
desk-said-earlier = The assessor before

# The rubric
desk-rubric = Rubric, level { $level }
desk-scored = { $done } of { $all } scored
desk-essential = (essential)
desk-descriptors = What each level looks like
desk-reason = Reason for the learner
desk-reason-hint = Needed below “Met”. Say what you saw and what would show it.
desk-met-before = Met on { $when }. It stays met.
desk-met-earlier = Met earlier
desk-rely = Can you rely on the evidence?
desk-rely-hint = Five questions about each item. A result of “Met” needs an item with five times yes.
desk-rely-done = { $done } of 5 answered
desk-rely-valid = Valid: it shows what it is said to show
desk-rely-authentic = Authentic: it is the learner’s own
desk-rely-reliable = Reliable: you would judge it the same way next time
desk-rely-current = Current: it is recent enough
desk-rely-sufficient = Sufficient: with the others, there is enough of it
desk-line-valid = Valid
desk-line-authentic = Authentic
desk-line-reliable = Reliable
desk-line-current = Current
desk-line-sufficient = Sufficient
desk-yes = Yes
desk-no = No
desk-doubt = Why not
desk-doubt-hint = Needed for each no.
desk-ask = Ask the learner for more
desk-ask-short = Ask for more
desk-question = Your question
desk-question-hint = Ask for more evidence or for a short conversation. The attempt goes on; the due date moves by the time the learner takes.
desk-question-send = Send the question
desk-asked = You asked on { $when }:
desk-asked-clock = The learner has not answered yet. Their time does not count against the due date.
notice-desk-asked = Your question is sent. This stays yours.
desk-recuse = Step back
desk-recuse-why = Why you step back
desk-recuse-hint = A tie you have found, or anything that keeps you from judging. It goes to somebody else without your draft. It has no consequences for you.
desk-recuse-send = Step back
desk-missing = Before you can decide
desk-missing-level = No level yet:
desk-missing-reason = No reason yet:
desk-missing-ground = “Met” without evidence that you rely on:
desk-missing-answers = Questions open about:
desk-item-n = item { $n }
desk-wrong-level = Criterion { $n }: choose a level.
desk-wrong-reason = Criterion { $n }: give the reason for a level below “Met”.
desk-wrong-ground = Criterion { $n }: “Met” needs an item that shows it, that you rely on, and that is not only reported by others.
desk-wrong-answers = { $title }: answer all five questions.
desk-wrong-doubt = { $title }: say why the answer is no.
desk-leads-to = is what these answers lead to
desk-essential-met = Every essential criterion is met.
desk-essential-unmet = { $count ->
    [one] Essential criterion not met: { $list }.
   *[other] Essential criteria not met: { $list }.
  }
desk-others-met = Others met: { $met } of { $all }; { $needed } needed.
desk-decide = Record decision
desk-decide-competent = Record: Demonstrated
desk-decide-not-yet = Record: Not yet
desk-decide-after = You can decide once the learner has answered. What you fill in is kept until then.
desk-confirm = Your answers are saved. Look at what they lead to, at the end of the rubric, and select the button to record it.
desk-save = Save draft
desk-draft-hint = Nobody else sees your draft until you decide.
desk-draft-conflict = This draft was changed in another tab. Your last changes are not saved. Select “Save draft” to see both versions.
notice-desk-saved = Draft saved.
notice-desk-judged-competent = Recorded: Demonstrated. The learner is told, and the competency is recognised. This is the next one.
notice-desk-judged-not-yet = Recorded: Not yet. The learner is told, with your reasons. This is the next one.
notice-desk-judged-second = Your judgement is recorded. A second assessor judges this independently before it is decided. This is the next one.
notice-desk-judged-differ = Your judgement is recorded. The two judgements differ, so a third person decides. This is the next one.
desk-seat-second = You are the second assessor. Judge what you see: what the first assessor found is not shown before it is decided, and neither of you knows who the other is.
desk-seat-adjudicator = Two assessors judged this differently. Look at the evidence and judge it yourself: you see what they found once you have decided, and your judgement is the decision.
desk-waits-second = Not decided yet. A second assessor judges this independently; you see what they found once it is decided.
desk-waits-adjudicator = Not decided yet. The two judgements differ, and a third person decides. You see theirs and why once it is decided.
desk-scores = What each judge found
desk-scores-criterion = Criterion
desk-scores-agreed = Both came to the same decision. Nothing is averaged.
desk-scores-adjudicated = The two differed. What the adjudicator found is the decision; nothing is averaged.
desk-seat-name-first = First assessor
desk-seat-name-second = Second assessor
desk-seat-name-adjudicator = Adjudicator
desk-seat-name-verifier = Verifier
desk-seat-you = { $seat } (you)
desk-judged = Your judgement
desk-judged-other = What was decided
desk-back = To the queue
desk-key-levels = Choose a level for the criterion you are at
desk-key-note = Write a note
desk-key-save = Save the draft
desk-key-items = Evidence before and after
wrong-sheet-too-long = A reason or note is too long: at most 4,000 characters each, and 200 notes.

# Two versions
desk-two-title = Two versions of this draft
desk-two-text = The draft was saved in another tab after this page was opened. Nothing was overwritten. Compare, then choose.
desk-two-what = What
desk-two-saved = Saved now
desk-two-sent = What you sent
desk-two-reason = Criterion { $n }, reason
desk-two-nothing = no level
desk-two-same = Both say the same.
desk-two-decided = This has been decided meanwhile, so it can no longer be changed.
desk-two-save-mine = Save what I sent
desk-two-keep-saved = Keep what is saved
