# Les profils pour leurs autrices et auteurs : commencer, rédiger, publier, réviser.

profiles-title = Profils d’emploi
profiles-lead = Ce qu’un emploi demande, critère par critère. Une version publiée ne change jamais; une révision commence la suivante.
profiles-new = Nouveau profil
profiles-profile = Profil
profiles-version = Version
profiles-competencies = Compétences
profiles-criteria = Critères
profiles-none = Aucun profil encore
profiles-none-text = Commencez à partir d’un rôle de travail d’un référentiel, ou d’une page blanche.
profiles-nowhere = Vous ne rédigez pour aucun organisme
profiles-nowhere-text = Une personne administratrice peut vous donner le rôle d’auteur dans un organisme.

version-draft = Ébauche
version-consultation = En consultation
version-validation = En validation
version-approved = Approuvée
version-published = En vigueur
version-superseded = Remplacée
version-retired = Retirée

# Commencer
begin-from-role = À partir d’un rôle de travail
begin-blank = Page blanche
begin-owner = Propriétaire
begin-do = Commencer l’ébauche
begin-import-first = Importez d’abord un référentiel, ou commencez d’une page blanche.
begin-choose-role = Choisir
begin-search = Chercher un rôle de travail
begin-translate = Les énoncés gardent les mots et l’identifiant du référentiel. Leur français reste à rédiger dans l’ébauche.
begin-areas = Domaines de compétence
begin-areas-text = Chaque domaine coché devient une compétence. Les habiletés et connaissances cochées plus bas en deviennent les critères si elles en font partie.
begin-shared = { $count ->
    [one] a { $count } énoncé en commun avec ce rôle
   *[other] a { $count } énoncés en commun avec ce rôle
  }
begin-tasks = Tâches
begin-tasks-text = Chaque tâche cochée devient une compétence. Ses critères sont rédigés, ou pris dans le référentiel, à même l’ébauche.
begin-skills = Habiletés
begin-knowledge = Connaissances
begin-statements-text = Chaque énoncé coché devient un critère : du domaine de compétence dont il fait partie, si vous l’avez coché, sinon d’une compétence qui porte le nom du rôle.

# Une ébauche
draft-untitled = Profil sans titre
draft-of = Version { $number }, { $owner }
draft-version = Version { $number }
draft-version-since = Version { $number }, en vigueur depuis le { $date }
draft-pages = Pages de cette version
draft-competencies = Compétences
draft-details = Détails
draft-preview = Aperçu
draft-preview-text = Voici ce que voient les personnes apprenantes une fois la version en vigueur.
draft-changes = Ce qu’elle change
draft-publish = Publier
draft-fixed-in-force = Cette version est en vigueur et ne change plus. Pour modifier le profil, commencez une révision : les demandes ouvertes restent sur cette version.
draft-fixed = Cette version ne change plus.
draft-open-latest = Ouvrir la dernière version
draft-revise = Commencer une révision
draft-ready = Rien n’empêche la publication.
draft-obstacles = { $count ->
    [one] { $count } point empêche la publication
   *[other] { $count } points empêchent la publication
  }
draft-missing = { $what } : il manque la version { $language }
draft-in-english = anglaise
draft-in-french = française
draft-no-criteria = { $code } n’a aucun critère
draft-nothing-required = Aucune compétence n’est encore exigée pour le titre
draft-no-competencies = Aucune compétence encore. Ajoutez la première plus bas.
draft-criteria-in-all = { $count ->
    [one] { $count } critère en tout
   *[other] { $count } critères en tout
  }
draft-criteria-count = { $count ->
    [one] { $count } critère
   *[other] { $count } critères
  }
draft-tier = Niveau de risque { $tier }
draft-required = exigée
draft-elective = au choix
draft-essential = essentiel
draft-no-statement = Aucun énoncé encore
draft-up = Monter { $code }
draft-down = Descendre { $code }
draft-remove = Retirer { $code }
draft-remove-do = Retirer
draft-remove-competency = { $count ->
    [0] Retirer { $code } de cette ébauche?
    [one] Retirer { $code } et son critère de cette ébauche?
   *[other] Retirer { $code } et ses { $count } critères de cette ébauche?
  }
draft-remove-criterion = Retirer { $code } de cette compétence?
draft-add-competency = Ajouter une compétence
draft-add-criterion = Rédiger un critère
draft-add-do = Ajouter
draft-code-hint = Laissé vide, le prochain code libre est donné.
draft-competency = Compétence { $code }
draft-the-competency = La compétence
draft-criterion = Critère { $code }
draft-criteria = Critères
draft-criteria-none = Aucun critère encore. Prenez-en dans un référentiel, ou rédigez-en un plus bas.
draft-source = Tiré de { $framework }, { $id }

# Champs
draft-field-title = Titre
draft-field-summary = Résumé
draft-field-issuer = Émetteur
draft-field-assessed-by = Qui évalue
draft-field-occupation = Code de profession
draft-field-occupations = Professions
draft-field-occupation-title = Titre de la profession
draft-field-scale-name = Nom de l’échelle
draft-field-level = Niveau
draft-field-levels = Niveaux
draft-field-validity-months = Validité, en mois
draft-field-requires-current = Le titre prend fin avec la première de ses compétences qui prend fin
draft-requires-current-hint = Sinon, il reste en vigueur jusqu’à sa propre fin, et sa page indique la compétence arrivée à échéance.
draft-field-fee = Frais d’une évaluation, en dollars
draft-field-appeal-days = Jours pour faire appel d’une décision
draft-field-notice = Avis de champ réglementé
draft-field-change-class = Quelle est la portée de cette révision?
draft-field-change-note = Ce qu’elle change
draft-field-code = Code
draft-field-statement = Énoncé
draft-field-required = Exigée pour le titre
draft-field-tier = Niveau de risque
draft-field-occasions = Occasions distinctes
draft-field-currency-months = Actualité, en mois
draft-field-advice = Conseils sur les preuves
draft-field-kind = Genre
draft-field-essential = Essentiel
draft-field-competent = Atteint
draft-field-approaching = En partie
draft-field-not-evident = Non démontré
draft-what = Ce que c’est
draft-who = Qui émet et qui évalue
draft-jobs = Professions
draft-scale = Échelle des niveaux
draft-terms = Conditions
draft-rubric = Grille d’évaluation
draft-summary-hint = Ce que la personne titulaire sait faire, en 100 mots au plus.
draft-issuer-hint = Décide du titre et le signe.
draft-assessed-by-hint = Organismes dont les personnes évaluatrices peuvent juger. Ils peuvent différer de l’émetteur.
draft-jobs-hint = D’une à trois professions de la Classification nationale des professions, CNP 2021.
draft-occupation = Code { $number }
draft-occupation-title = Titre { $number }
draft-occupation-hint = Cinq chiffres, comme 72106.
draft-wrong-code = Donnez les cinq chiffres du code, comme 72106.
draft-levels-hint = Du plus bas au plus élevé. Laissez vides ceux dont vous n’avez pas besoin.
draft-level = Niveau { $number }
draft-validity-hint = Laissé vide, rien n’expire.
draft-fee-hint = Les mêmes quel que soit le résultat. 0 si c’est gratuit.
draft-notice-hint = Si le titre peut être pris pour un permis ou un certificat de qualification, dites qu’il n’en est pas un.
draft-class-editorial = Rédactionnelle
draft-class-editorial-hint = La formulation seulement. Les demandes ouvertes ne sont pas touchées.
draft-class-minor = Mineure
draft-class-minor-hint = Les demandes ouvertes continuent et peuvent passer à cette version.
draft-class-substantive = De fond
draft-class-substantive-hint = Les demandes ouvertes gardent leur version jusqu’à la fin de la période de transition.
draft-change-note-hint = Pour qui connaît la version précédente.
draft-competency-hint = Ce que la personne titulaire sait faire, en commençant par un verbe.
draft-criterion-hint = Une seule chose qui se voit et se juge.
draft-required-label = Exigée pour le titre; les autres sont au choix
draft-tier-a = A : sécurité en jeu
draft-tier-a-hint = Un mauvais jugement peut causer du tort, des personnes vulnérables sont concernées ou le champ est réglementé. Décision en 10 jours ouvrables.
draft-tier-b = B : ordinaire
draft-tier-b-hint = La plupart des emplois. Décision en 5 jours ouvrables.
draft-tier-c = C : faible enjeu
draft-tier-c-hint = Peu de choses en dépendent, ou c’est formatif. Décision en 72 heures.
draft-occasions-hint = Nombre d’occasions où chaque critère de performance doit être vu. Une connaissance se démontre une fois.
draft-currency-hint = Au moins une preuve doit être aussi récente. Au plus 60.
draft-advice-hint = Quoi envoyer, où et comment l’enregistrer, et quoi laisser de côté.
draft-kind-performance = Performance
draft-kind-performance-hint = Quelque chose de fait; vu à plus d’une occasion.
draft-kind-knowledge = Connaissance
draft-kind-knowledge-hint = Quelque chose de connu; démontré une fois.
draft-essential-label = Essentiel : sans lui, la compétence n’est pas atteinte, et aucune mesure d’adaptation n’en dispense
draft-rubric-hint = Ce qu’une personne évaluatrice voit à chaque résultat. Ces mots conviennent à la plupart des critères; précisez-les pour celui-ci.

# À partir d’un référentiel
draft-take = Prendre dans un référentiel
draft-take-title = Critères pour { $code } à partir d’un référentiel
draft-take-lead = Cochez des énoncés et ajoutez-les. Chacun garde son identifiant d’origine dans son code; le français reste à rédiger.
draft-take-related = Énoncés auxquels mène { $id } ({ $count })
draft-take-from = Référentiel
draft-take-do = Ajouter ce qui est coché
draft-take-chosen = { $count ->
    [one] Un autre énoncé est coché, trouvé plus tôt
   *[other] { $count } autres énoncés sont cochés, trouvés plus tôt
}
draft-take-taken = déjà un critère

# Deux personnes à la fois
draft-stale = Quelqu’un d’autre a enregistré entre-temps
draft-stale-text = Une autre personne, ou vous dans une autre fenêtre, a enregistré après que vous avez ouvert la page. Rien n’a été écrasé, ni d’un côté ni de l’autre. Comparez les deux, puis gardez ce qui est enregistré ou renvoyez votre version.
draft-stale-same = Rien de ce que vous avez rempli ne diffère de ce qui est enregistré.
draft-stale-table = Ce qui diffère
draft-part = Élément
draft-saved-now = Enregistré
draft-yours = Votre version
draft-stale-keep = Garder ce qui est enregistré
draft-stale-mine = Aller à votre version
draft-stale-form = Votre version, à modifier et à renvoyer
draft-yes = Oui
draft-no = Non

# Publier
draft-not-ready = Quand plus rien n’empêchera la publication, cette page en demandera les trois motifs.
draft-publish-text = Publier met cette version en vigueur sur-le-champ, pour tout le monde, définitivement. Les trois motifs sont gardés avec votre nom et la date d’aujourd’hui.
draft-replaces = Elle remplace la { $version }. Les demandes ouvertes peuvent encore s’y terminer.
draft-consultation = Consultation
draft-consultation-hint = Qui a été consulté, et ce qui en est ressorti.
draft-validation = Validation
draft-validation-hint = Comment des employeurs ont vérifié que c’est en demande et conforme à l’emploi.
draft-approval = Approbation
draft-approval-hint = Qui l’a approuvée, quand et sous quelle référence.
draft-publish-do = Mettre en vigueur

# Ce qu’une version change
changes-against = Comparée à : { $version }.
changes-none = Rien ne diffère encore.
changes-before = Avant
changes-after = Maintenant
changes-added = Ajout
changes-removed = Retrait
changes-changed = Changement
changes-now-essential = Il est maintenant essentiel.
changes-not-essential = Il n’est plus essentiel.
changes-kind = Son genre est différent.
changes-rubric = Sa grille d’évaluation est différente.

# Ce qui est rempli avant que quiconque n’écrive
scale-name = Quatre niveaux d’autonomie
scale-level-1 = Avec accompagnement
scale-level-2 = De façon autonome
scale-level-3 = Dans des situations nouvelles
scale-level-4 = En dirigeant d’autres personnes
rubric-not-evident = Ne se voit pas dans la preuve, ou fait d’une façon qui ne serait pas acceptée au travail.
rubric-approaching = Se voit en partie : avec de l’aide, à une seule occasion ou avec des erreurs à corriger.
rubric-competent = Se voit chaque fois, sans aide, selon la norme de l’emploi.

notice-draft-begun = L’ébauche est commencée.
notice-draft-saved = Enregistré.
notice-draft-taken = Les critères ont été ajoutés.
notice-profile-published = La version est en vigueur.
notice-profile-revised = Voici la version suivante, à l’état d’ébauche. Dites ce qu’elle change, puis rédigez.
