# Les apprentissages de tout le monde, pour tout le monde.

nav-learning = Apprentissages
learning-title = Apprentissages
learning-lead = Des cours et des programmes de nombreux prestataires. Aucun n’est exigé pour se faire évaluer.
learning-search = Chercher un titre, une compétence, un prestataire ou un lieu
learning-found = { $count ->
    [0] Rien trouvé
    [one] { $count } apprentissage
   *[other] { $count } apprentissages
  }
learning-results = Apprentissages
learning-order = Ordre
learning-order-best = Pertinence
learning-order-price = Prix
learning-order-length = Les plus courts
learning-ranked-best = Ceux dont le titre contient vos mots viennent d’abord, puis tous par titre.
learning-ranked-price = Selon le prix le plus élevé possible, monnaie par monnaie. Les prix inconnus viennent en dernier.
learning-ranked-length = Selon la durée la plus longue possible. Les durées inconnues viennent en dernier.
learning-unpaid = Personne ne peut payer pour une place dans cette liste.
learning-choose = Choisir { $title } pour comparer
learning-compare = Comparer les choix
learning-compare-hint = Quatre au plus.
learning-no-provider = Prestataire non précisé
learning-price = Prix
learning-length = Durée
learning-work = Travail
learning-mode = Mode
learning-aid = Aide financière
learning-aid-yes = Oui, selon la source
learning-aid-no = Non, selon la source
learning-starts = Début
learning-place = Lieu
learning-language = Langue
learning-level = Niveau
learning-before = Préalables
learning-award = À la fin
learning-marks = Approbations et certifications
learning-skills = Compétences nommées par la source
learning-unknown = Inconnu
learning-between = { $least } à { $most }
learning-days = { $count ->
    [one] { $told } jour
   *[other] { $told } jours
  }
learning-weeks = { $count ->
    [one] { $told } semaine
   *[other] { $told } semaines
  }
learning-months = { $count ->
    [one] { $told } mois
   *[other] { $told } mois
  }
learning-hours = { $count ->
    [one] { $told } heure
   *[other] { $told } heures
  }
learning-hours-weekly = { $count ->
    [one] { $told } heure par semaine
   *[other] { $told } heures par semaine
  }
learning-in-all = Au plus environ { $hours } heures en tout
learning-said = La source dit :
learning-source = Source : { $name }, en date du { $day }
learning-source-here = Source : inscrit ici par le prestataire, le { $day }
learning-source-name = Source
learning-language-en = Anglais
learning-language-fr = Français
learning-language-es = Espagnol
learning-language-de = Allemand
learning-language-it = Italien
learning-language-pt = Portugais
learning-language-zh = Chinois
learning-language-ja = Japonais
learning-language-ko = Coréen
learning-language-ar = Arabe
learning-language-ru = Russe
learning-language-hi = Hindi
learning-language-iu = Inuktitut
learning-facet-provider = Prestataire
learning-facet-mode = Mode
learning-facet-language = Langue
learning-facet-price = Prix, dans sa monnaie
learning-facet-length = Durée
learning-facet-source = Source
learning-price-free = Gratuit
learning-price-hundred = Jusqu’à 100
learning-price-five-hundred = Plus de 100, jusqu’à 500
learning-price-two-thousand = Plus de 500, jusqu’à 2 000
learning-price-over = Plus de 2 000
learning-price-unknown = Inconnu
learning-length-week = Jusqu’à une semaine
learning-length-month = Jusqu’à un mois
learning-length-quarter = Jusqu’à trois mois
learning-length-year = Jusqu’à un an
learning-length-over = Plus long
learning-length-unknown = Inconnue
learning-empty = Aucun apprentissage n’est inscrit
learning-empty-text = Ils paraissent ici dès qu’une organisation en inscrit ou importe un catalogue.
learning-nothing = Aucun apprentissage ne correspond
learning-nothing-text = Essayez moins de mots ou d’autres mots. Le début d’un mot suffit, et les accents ne comptent pas. Retirer un filtre aide aussi.
learning-all = Afficher tous les apprentissages
learning-open = Toutes ces données sont ouvertes :
learning-sign-up = Vers la page du prestataire
learning-numbers = Ce qu’on en sait
learning-retired = Sa source ne le propose plus depuis le { $day }. Il reste lisible ici.
learning-teaches = Ce qu’on y apprend
learning-confirmed = Une personne l’a confirmé.
learning-for-profile = Pour le profil
learning-never = On peut se faire évaluer sans suivre aucun cours.
learning-compare-start = Comparer
learning-compare-title = Comparer des apprentissages
learning-compare-lead = Les mêmes faits côte à côte, dans l’ordre de vos choix.
learning-compare-more = { $count ->
    [one] Un autre choix a été laissé de côté : on en compare quatre.
   *[other] { $count } autres choix ont été laissés de côté : on en compare quatre.
  }
learning-compare-none = Rien n’est choisi
learning-compare-none-text = Choisissez jusqu’à quatre apprentissages dans la liste, puis comparez-les.
learning-compare-other = En choisir d’autres
learning-compare-drop = Retirer
learning-compare-without = Retirer
learning-help = { $money } de moins, pour : { $terms }
