# Parcours d’apprentissage : de l’écart à ce qui le comble.

paths-title = Parcours possibles : { $what }
paths-open = Comparer les parcours possibles
paths-open-all = Parcours pour apprendre ce qui manque
paths-lead = { $criteria ->
    [one] Il manque { $criteria } critère
   *[other] Il manque { $criteria } critères
  }
paths-lead-in = { $competencies ->
    [one] dans { $competencies } compétence.
   *[other] dans { $competencies } compétences.
  }
paths-unpaid = Personne ne peut payer pour figurer sur cette page.
paths-able = Vous en êtes déjà capable?
paths-add-evidence = Sautez le cours et ajoutez une preuve
paths-claim-instead = Sautez le cours et montrez-le
paths-able-cost = Une évaluation coûte { $fee }; la décision vient { $time }.
paths-has-plan = Vous avez un plan pour cette demande.
paths-see-plan = Le voir
paths-back = Retour
paths-nothing-missing = Rien ne manque ici
paths-nothing-missing-text = Rien n’a été jugé manquant ici, et selon votre propre évaluation vous pouvez tout montrer.
paths-found = { $count ->
    [0] Aucun parcours
    [one] { $count } parcours
   *[other] { $count } parcours
  }
paths-chart = Durée et coût
paths-matters = Ce qui compte le plus
paths-soonest = Le plus tôt
paths-balance = Équilibre
paths-cheapest = Le moins cher
paths-plot = Options selon la durée et le coût
paths-front = Aucune option ne bat à la fois en durée et en coût celles de la ligne pointillée.
paths-one-way = Un seul parcours n’est battu par aucun autre à la fois en durée et en coût.
paths-off-front = Les autres sont les meilleurs qu’on puisse faire avec une offre qui semble moins chère.
paths-table = Les options en tableau
paths-option = Option
paths-time = Durée
paths-each-week = Par semaine
paths-busiest = Travail dans la semaine la plus chargée
paths-cost = À payer
paths-closes = Comble
paths-look = Regarder
paths-shown = Montrée plus bas
paths-beaten = Battue
paths-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
  }
paths-weeks-short = { $count } sem.
paths-about = environ { $what }
paths-hours-short = { $hours } h
paths-hours-all = { $hours } heures
paths-and-more = { $title } et { $count ->
    [one] une autre
   *[other] { $count } autres
  }
paths-after-help = après { $help } d’aide
paths-proved = Prouvé : chaque option est la moins chère pour sa durée, et aucune ne manque.
paths-proved-weighted = Prouvé pour une chose après l’autre : chaque option est la meilleure pour un certain poids du temps par rapport à l’argent. Les dates de début fixes ne comptent pas.
paths-bound = C’est le meilleur trouvé dans le temps disponible. Aucun parcours ne coûte moins de { $bound } : on pourrait encore épargner { $gap } au plus.
paths-way = Option { $number } : ce qu’il faut suivre
paths-week-from = Semaine { $week }, à partir du { $date }
paths-begins = Commence le { $date }
paths-leads = Ne comble rien en soi : la suite en a besoin.
paths-step-closes = Comble
paths-counts-toward = Compte, par les preuves, pour { $title } :
paths-help-for = Aide destinée à :
paths-total = En tout
paths-before-help = Prix
paths-help = Aide pour le prix
paths-help-who = Selon les prestataires; ce sont eux qui décident si vous y avez droit.
paths-to-pay = À payer
paths-work = Travail
paths-pace = Quand un prestataire ne donne pas la durée, on compte { $hours } heures par semaine, ou les vôtres.
paths-proves-nothing = Participer ne prouve rien en soi. Vous montrez ensuite ce que vous savez faire, et une personne évaluatrice en juge.
paths-choose = Prévoir ce parcours
paths-choose-means = Il devient votre plan pour cette demande. Vous vous inscrivez vous-même auprès de chaque prestataire.
paths-choose-opens = Cela ouvre votre demande, avec ce que vous avez dit de vous, et fait le plan. Il n’y a rien à payer ici.
paths-sign-in = Ouvrir une session pour le prévoir
paths-sign-in-why = Tout sur cette page fonctionne sans compte; seul un plan en demande un.
paths-more = Un peu plus de temps ou d’argent
paths-week-saves = Une semaine de plus épargnerait { $money }.
paths-week-saves-nothing = Une semaine de plus n’épargnerait rien.
paths-hundred-saves = { $money } de plus vous feraient finir { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
  } plus tôt.
paths-hundred-saves-nothing = { $money } de plus ne vous feraient pas finir plus tôt.
paths-others = Pourquoi pas ce qui semble moins cher
paths-why-dearer = avec ce qu’il faut en plus, le meilleur parcours revient à { $what }, contre { $than }.
paths-why-same = avec cette offre, le meilleur parcours dure autant et coûte autant. Elle ferait aussi bien l’affaire.
paths-why-slower = avec cette offre, le meilleur parcours revient à { $what } : moins cher, mais il dure { $weeks }.
paths-why-more = avec cette offre, le meilleur parcours revient à { $what } : { $money } de plus.
paths-why-blocked = elle exige { $codes }, et rien ici n’y mène.
paths-why-late = avec cette offre, tout finirait plus tard.
paths-not-compared = Ce qui n’est pas comparé
paths-nothing-closes = { $count ->
    [one] Rien de ce qui est comparé ne comble ce critère :
   *[other] Rien de ce qui est comparé ne comble ces { $count } critères :
  }
paths-left-out = Offres qui combleraient quelque chose ici et qui ne sont pas comparées :
paths-out-no-price = Prix inconnu : { $count }
paths-out-other-currency = Dans une autre monnaie que { $currency }, sans taux de change connu ici : { $count }
paths-out-no-length = Durée inconnue : { $count }
paths-out-begun = Début avant que vous le puissiez : { $count }
paths-out-too-many-hours = Plus d’heures par semaine que vous n’en avez, à leurs propres dates : { $count }
paths-out-other-mode = À suivre autrement : { $count }
paths-out-other-place = Ailleurs : { $count }
paths-out-other-language = Dans une autre langue, ou on ne dit pas laquelle : { $count }
paths-out-retired = Plus offertes : { $count }
paths-none-within = Aucun parcours ne respecte votre budget et votre dernier jour.
paths-none-cheapest = Le moins cher revient à { $what }.
paths-none-soonest = Le plus court revient à { $what }.
paths-none-narrowed = Retirer un filtre peut aider.
paths-narrow = Préciser
paths-any = Toutes
paths-budget = Le plus que vous puissiez payer
paths-budget-hint = Pour le tout, en dollars.
paths-hours = Heures par semaine
paths-hours-hint = Avec un nombre ici, une chose suit l’autre, et ce qui demande plus d’heures dure plus longtemps.
paths-from = Vous pouvez commencer le
paths-by = Vous devez avoir fini le
paths-too-far = Le { $day } est trop loin.
paths-mode = Comment
paths-place = Lieu
paths-place-hint = L’apprentissage en ligne convient à tous les lieux.
paths-language = Langue d’enseignement
paths-currency = Prix en
paths-currency-hint = Les prix dans d’autres monnaies sont laissés de côté.
paths-nohelp = Compter sans l’aide que les prestataires annoncent
paths-missing = Ce qui manque
paths-in-review = Chez les personnes évaluatrices, donc non compté :
paths-ready = Vous dites pouvoir le montrer, donc non compté :
paths-saved = Ce que vous n’avez pas à étudier
paths-saved-hours = Heures d’apprentissage évitées
paths-saved-of = Sur un total de
paths-saved-how = Les heures de l’apprentissage le moins cher pour l’ensemble, dont tout ce que chaque partie enseigne vous est déjà reconnu.
paths-saved-unknown = { $count ->
    [one] Pour une autre partie, personne ne connaît les heures.
   *[other] Pour { $count } autres parties, personne ne connaît les heures.
  }
notice-plan-made = C’est votre plan maintenant.
