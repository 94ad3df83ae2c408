# L’apprentissage qui comble des lacunes.
offerings-title = Apprentissages ciblés
offerings-lead = De courts apprentissages pour ce qui manque exactement. Personne n’en a besoin pour ouvrir une demande.
offerings-new = Inscrire un apprentissage
offerings-none = Rien d’inscrit encore
offerings-none-text = Ce que vous inscrivez est proposé aux personnes apprenantes dont il comble les lacunes.
offerings-title-field = Titre
offerings-provider = Offert par
offerings-summary = Résumé
offerings-summary-hint = Ce qu’on y apprend et comment.
offerings-hours = Heures
offerings-hours-hint = Heures de travail en tout.
offerings-price = Prix en dollars
offerings-price-hint = Ce qu’une personne apprenante paie en tout. 0 si c’est gratuit.
offerings-participation = Mode de participation
offerings-online = En ligne
offerings-onsite = Sur place
offerings-blended = Un peu des deux
offerings-work = Au travail
offerings-url = Page Web d’inscription
offerings-criteria = Critères
offerings-which = Critères visés
offerings-list = Inscrire
offerings-for = Pour des critères de { $title }.
offerings-other-profile = Choisir un autre profil
offerings-choose-profile = Choisissez le profil dont il comble les lacunes.
offerings-search = Chercher un profil
offerings-found = { $count ->
    [one] { $count } profil
   *[other] { $count } profils
  }
offerings-no-profile = Aucun profil trouvé
offerings-no-profile-text = On inscrit un apprentissage pour des critères de profils en vigueur. Utilisez moins de mots, ou publiez d’abord un profil.
notice-offering-listed = C’est inscrit. Les personnes apprenantes qui ont ces lacunes le voient.
