# Voir où l’on en est avant de faire une demande.

self-title = Où en suis-je?
self-lead = Évaluez-vous pour chaque critère de « { $title } ». Cela prend environ cinq minutes.
self-private = Aucun compte n’est nécessaire, et vos réponses ne sont pas conservées. Passez ce dont vous doutez.
self-ready = Je peux le montrer maintenant
self-partly = En partie
self-not-yet = Pas encore
self-not-rated = sans réponse
self-essential = essentiel
self-met-means = Atteint veut dire : { $what }
self-show-result = Voir où j’en suis
self-back = Retour au profil
self-nothing-rated = Répondez à au moins un critère.
self-change = Modifier vos réponses
self-result = { $ready ->
    [one] { $ready } compétence sur { $all } semble prête à être démontrée;
   *[other] { $ready } compétences sur { $all } semblent prêtes à être démontrées;
  }
self-result-gaps = { $gaps ->
    [0] aucune lacune
    [one] { $gaps } lacune
   *[other] { $gaps } lacunes
  }
self-unrated = { $count ->
    [one] { $count } critère est sans réponse et compte comme pas encore.
   *[other] { $count } critères sont sans réponse et comptent comme pas encore.
  }
self-rated = { $rating } : { $criterion }
self-ready-list = Prêtes à être démontrées
self-gap-list = Lacunes probables
self-not-a-judgement = C’est votre propre avis, pas un jugement. Vous pouvez demander maintenant la reconnaissance de ce qui est prêt et laisser le reste ouvert.
self-goes-along = Vos réponses accompagnent la demande. Les personnes évaluatrices ne les voient pas.
