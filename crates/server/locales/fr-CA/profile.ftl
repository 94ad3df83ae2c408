# Un profil publié, pour tout le monde.

profile-by = Profil tenu par { $owner }, version { $number }
profile-regulated = Ceci n’est pas un permis d’exercice.
profile-superseded = Remplacée le { $date }.
profile-teach-out = Les demandes ouvertes avec cette version peuvent se terminer jusqu’au { $date } ({ $left }).
profile-teach-out-over = Les demandes sur cette version pouvaient se terminer jusqu’au { $date }.
profile-read-newer = Lire la version { $number }, qui est en vigueur
profile-retired = Hors d’usage depuis le { $date }.
profile-open-claim = Ouvrir une demande
profile-continue-claim = Poursuivre ma demande
profile-self-assess = Voir d’abord où j’en suis
profile-no-course = Ouvrir une demande est gratuit. Aucun cours, aucune inscription et aucun paiement ne sont exigés d’abord; les cours offerts ne sont jamais une condition. L’autoévaluation ne demande pas de compte.
profile-competencies = Ce que vous démontrez
profile-count-competencies = { $count ->
    [one] { $count } compétence
   *[other] { $count } compétences
  }
profile-count-criteria = { $count ->
    [one] { $count } critère
   *[other] { $count } critères
  }
profile-required = Obligatoire
profile-elective = Au choix
profile-level = Niveau { $level } sur { $top } : { $name }
profile-essential = Essentiel
profile-knowledge = Connaissances
profile-rubric = À quoi ressemble chaque résultat
profile-to-demonstrate = Pour la démontrer
profile-needs-all = { $count ->
    [one] Atteindre son critère.
    [2] Atteindre les deux critères.
   *[other] Atteindre les { $count } critères.
  }
profile-needs-some = Atteindre { $needed } des { $others } critères.
profile-needs-essential = { $essential ->
    [one] Atteindre le critère essentiel et { $needed } des { $others } autres.
   *[other] Atteindre les { $essential } critères essentiels et { $needed } des { $others } autres.
  }
profile-evidence = Preuves
profile-occasions = { $count ->
    [one] Pour chaque critère de pratique, une preuve tirée de { $count } occasion, dans les { $months } derniers mois. Une même preuve peut montrer plusieurs critères.
   *[other] Pour chaque critère de pratique, des preuves tirées de { $count } occasions distinctes, dont au moins une dans les { $months } derniers mois. Une même preuve peut montrer plusieurs critères.
  }
profile-occasions-knowledge = Pour chaque critère, une preuve des { $months } derniers mois. Une même preuve peut montrer plusieurs critères.
profile-decision-within = Décision en
profile-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }
profile-working-days = { $count ->
    [one] { $count } jour ouvrable
   *[other] { $count } jours ouvrables
  }
profile-stays-current = Reste à jour pendant
profile-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
  }
profile-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
  }
profile-no-expiry = N’expire pas
profile-source = Tirée de
profile-tier = catégorie { $tier }
profile-tier-a = Catégorie A : sécurité en jeu
profile-tier-b = Catégorie B : enjeu courant
profile-tier-c = Catégorie C : faible enjeu
profile-tier-a-means = Un jugement erroné pourrait blesser quelqu’un : sécurité, personnes vulnérables ou travail réglementé. Chaque critère doit être atteint.
profile-tier-b-means = Le cas courant. Chaque critère essentiel doit être atteint, et quatre des autres sur cinq.
profile-tier-c-means = Faible enjeu, ou étape en cours de route. Chaque critère essentiel doit être atteint, et quatre des autres sur cinq.
profile-glance = En bref
profile-fee = Tarif
profile-free = Sans frais
profile-fee-each = { $amount } par évaluation
profile-fee-note = Le tarif paie l’évaluation; il est donc le même quel que soit le résultat.
profile-service-time = Décision en
profile-assessed-by = Évalué par
profile-issued-by = Microtitre délivré par
profile-owned-by = Profil tenu par
profile-valid = Microtitre valide pendant
profile-occupations = Emplois
profile-scale = Échelle des niveaux
profile-version-label = Version
profile-appeal = Si vous n’êtes pas d’accord avec une décision
profile-appeal-window = { $days ->
    [one] Vous pouvez faire appel dans le { $days } jour suivant une décision. Une nouvelle tentative ne vous enlève pas ce droit.
   *[other] Vous pouvez faire appel dans les { $days } jours suivant une décision. Une nouvelle tentative ne vous enlève pas ce droit.
  }
profile-appeal-route = Écrivez à l’organisme émetteur, { $issuer }, nommez la demande et la décision, et dites pourquoi. Une personne qui n’a pas pris part à la décision l’examine.
profile-appeal-more = Comment faire appel
profile-judging = Comment la décision se prend
profile-step-evidence = Vous ajoutez des preuves d’un travail que vous avez fait et dites quels critères chacune montre. Vous pouvez envoyer une compétence à la fois.
profile-step-judge = Une personne évaluatrice qualifiée juge critère par critère : atteint, partiel ou non démontré. Pour tout ce qui n’est pas atteint, vous recevez la raison en langage clair.
profile-step-second = Dans la catégorie A, une deuxième personne évaluatrice juge de façon indépendante; dans la catégorie B, quand le résultat est serré.
profile-step-recognised = Une compétence démontrée est reconnue immédiatement, et vous pouvez la partager pendant que d’autres restent ouvertes.
profile-step-gap = Ce qui n’est pas encore démontré est une lacune : vous voyez quels critères, pourquoi, et les apprentissages courts offerts exactement pour ceux-là. Un critère atteint le reste, et vous pouvez réessayer aussi souvent que vous voulez avec de nouvelles preuves.
profile-step-award = Quand chaque compétence obligatoire est démontrée, l’émetteur, jamais la même personne que la personne évaluatrice, décide de l’octroi du microtitre. Les tentatives qui n’ont pas suffi n’y figurent jamais.
profile-supervision = Supervision et identité
profile-supervision-lowest = Chaque microtitre indique le plus bas niveau auquel les critères essentiels ont été démontrés,
profile-supervision-highest = et le plus haut niveau auquel quelque chose a été démontré.
profile-supervision-levels = Les niveaux, de A0 à A5
profile-a0 = Sans supervision, identité non vérifiée
profile-a1 = Avec supervision, identité non vérifiée
profile-a2 = Avec supervision en ligne, identité vérifiée d’une façon
profile-a3 = Avec supervision en ligne, identité vérifiée de deux façons
profile-a4 = Avec supervision sur place, identité vérifiée d’une façon
profile-a5 = Avec supervision sur place, identité vérifiée de deux façons
profile-versions = Versions
profile-version = Version { $number }
profile-version-this = cette page
profile-version-since = En vigueur depuis le { $date }
profile-version-between = En vigueur du { $from } au { $until }
profile-version-retired = Hors d’usage depuis le { $date }
profile-change-editorial = Formulation seulement. Rien ne change pour les demandes.
profile-change-minor = Changement mineur. Les demandes ouvertes se poursuivent.
profile-change-substantive = Changement de fond. Les demandes ouvertes gardent la version avec laquelle elles ont commencé, jusqu’à sa date de fin.
profile-claim-title = Ouvrir une demande
profile-claim-text = Vous allez ouvrir une demande sur « { $title } », version { $number }.
profile-claim-no-course = C’est gratuit, et aucun cours n’est exigé. Personne ne voit vos preuves avant que vous les envoyiez.
profile-claim-version = La demande garde cette version du profil, quoi qu’il change ensuite.
profile-claim-withdraw = Vous pouvez la retirer en tout temps. Ce qui a été reconnu d’ici là vous reste.
profile-claim-ratings = { $count ->
    [one] Votre autoévaluation de { $count } critère l’accompagne. Les personnes évaluatrices ne la voient pas.
   *[other] Votre autoévaluation de { $count } critères l’accompagne. Les personnes évaluatrices ne la voient pas.
  }
profile-claim-not-now = Pas maintenant
notice-profile-claim-opened = Votre demande est ouverte. Pour commencer, ajoutez une preuve pour une compétence.
notice-profile-claim-continued = Vous aviez déjà une demande sur ce profil. La voici.
