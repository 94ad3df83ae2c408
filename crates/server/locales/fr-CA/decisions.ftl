# Les décisions de l'organisme émetteur.

decide-title = Décisions
decide-lead = Demandes dans lesquelles tout ce qui est exigé est démontré. Quelqu’un d’autre a jugé; vous décidez du titre.
decide-shelves = Parties de la liste
decide-shelf-waiting = En attente
decide-shelf-decided = Décidées
decide-count = { $count ->
    [one] { $count } demande
   *[other] { $count } demandes
  }
decide-none-waiting = Rien n’attend de décision
decide-none-waiting-text = Quand une personne apprenante a démontré tout ce qu’exige un profil de votre organisme, la demande apparaît ici.
decide-none-decided = Rien n’a encore été décidé
decide-none-decided-text = Ce qui a été attribué ou refusé reste ici.
decide-head-person = Personne
decide-head-profile = Microtitre de compétences
decide-head-state = État
decide-head-open = Ouvrir
decide-open = Décider
decide-reread = Relire
decide-state-waiting = En attente
decide-state-awarded = Attribué
decide-state-refused = Refusé
decide-since = depuis le { $when }
decide-page-title = { $name }, { $title }
decide-not-held = Pas encore
decide-elective = Facultative
decide-assessed-by = Évaluée par
decide-decided-on = Jugée le
decide-current = Validité
decide-until = jusqu’au { $when }
decide-no-end = sans date de fin
decide-level = Niveau
decide-supervision = Supervision et identité
decide-supervision-range = au moins : { $low }; au plus : { $high }
decide-evidence = Repose sur
decide-items = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
  }
decide-latest = le plus récent du { $when }
decide-met = Atteint, { $when }
decide-not-met = Pas encore
decide-decision = Votre décision
decide-award-hint = Le microtitre est offert à la personne apprenante, qui décide de l’accepter ou non.
decide-award = Attribuer le microtitre
decide-refuse = Le refuser
decide-reason = Motif
decide-reason-hint = La personne apprenante le lit et peut faire appel.
decide-refuse-send = Refuser avec ce motif
decide-not-you = Vous avez jugé une compétence de cette demande, ou la demande est la vôtre. Une ou un collègue ayant le rôle d’émetteur doit décider.
decide-was-awarded = Attribué le { $when }. Le titre a été offert à la personne apprenante.
decide-was-refused = Refusé le { $when }, avec ce motif :
decide-about = Au sujet de la demande
decide-opened = Ouverte le
decide-version = Version du profil
decide-validity = Durée de validité
decide-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
  }
decide-competencies = Démontrées
notice-decide-awarded = Attribué. La personne apprenante est avisée et peut l’accepter.
notice-decide-refused = Refusé. La personne apprenante est avisée du motif.
