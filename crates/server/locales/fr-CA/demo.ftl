# La porte d’entrée de la démonstration et ses lettres.

demo-title = Essayez en tant que n’importe qui
demo-lead = Choisissez une personne et votre session s’ouvre, sans mot de passe. Toutes les personnes et tous les organismes sont inventés. Ce que vous faites reste jusqu’à la réinitialisation de la démonstration, et d’autres visiteurs peuvent le voir.
demo-catalogue = Voir le catalogue
demo-nobody = Il n’y a encore personne ici
demo-nobody-text = La démonstration est en train de se remplir. Rouvrez cette page dans un instant.
demo-learners = Personnes apprenantes
demo-learners-do = Montrent ce qu’elles savent faire, envoient des preuves, voient résultats et lacunes, détiennent des microtitres.
demo-assessors = Personnes évaluatrices
demo-assessors-do = Jugent les preuves critère par critère, dans les profils pour lesquels elles sont qualifiées.
demo-issuers = Émetteurs
demo-issuers-do = Décident de l’octroi du microtitre une fois que tout est démontré. Jamais la personne qui a jugé.
demo-authors = Auteurs et autrices
demo-authors-do = Rédigent des profils de compétences d’emploi à partir de référentiels, les publient et inscrivent des apprentissages pour les lacunes.
demo-admins = Administration
demo-admins-do = Ajoute des organismes, donne des rôles et les portées des personnes évaluatrices.
demo-enter = Essayer en tant que cette personne
demo-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
outbox-title = Lettres
outbox-lead = Chaque lettre que Tessera a écrite. Dans la démonstration, aucune ne part.
outbox-to = À
outbox-at = Écrite
outbox-empty = Aucune lettre n’a encore été écrite
outbox-empty-text = Une lettre est écrite quand des preuves arrivent, quand une question est posée ou reçoit une réponse, et à chaque décision.
