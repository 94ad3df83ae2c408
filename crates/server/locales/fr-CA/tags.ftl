# Ce qu’un apprentissage enseigne.

tags-open = Dire ce qu’on y apprend
tags-title = Ce qu’on y apprend
tags-lead = Cochez ce qu’on sait faire ensuite. Ce que vous confirmez est montré à tout le monde et détermine à qui l’apprentissage est proposé.
tags-confirmed = Confirmé
tags-none = Rien n’est encore confirmé.
tags-suggested = Suggéré par ses mots
tags-how = Le titre, le résumé et les compétences ont été comparés, lettre par lettre, aux compétences et aux énoncés connus ici. Rien n’est tenu pour vrai avant que vous le cochiez.
tags-likeness = Ressemblance de { $percent }
tags-no-suggestion = Aucune suggestion
tags-no-suggestion-text = Ses mots ne ressemblent à aucune compétence ni à aucun énoncé connus ici.
tags-level = Jusqu’à quel niveau, si le référentiel en a
tags-save = Enregistrer ce qui est coché
notice-tags-saved = Enregistré. Ce qui est coché compte dès maintenant.
wrong-tag = Un des énoncés n’est plus connu, ou un niveau dépasse 100 caractères.
