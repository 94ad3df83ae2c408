# What an offering teaches.

tags-open = Say what it teaches
tags-title = What it teaches
tags-lead = Tick what one can do after it. What you confirm is shown to everybody and decides whose gaps it is offered for.
tags-confirmed = Confirmed
tags-none = Nothing is confirmed yet.
tags-suggested = Suggested by its words
tags-how = Title, summary and skills were compared with the competencies and statements known here, letter by letter. Nothing is taken for true until you tick it.
tags-likeness = { $percent } alike
tags-no-suggestion = No suggestion
tags-no-suggestion-text = Its words are not like any competency or statement known here.
tags-level = To what level, if the framework has levels
tags-save = Save what is ticked
notice-tags-saved = Saved. What is ticked counts from now on.
wrong-tag = One of the statements is not known any more, or a level is longer than 100 characters.
