# La gestion de l’instance.
admin-title = Administration
admin-status = État
admin-organisations = Organismes
admin-people = Personnes
admin-address = Adresse
admin-version = Version
admin-database = Base de données
admin-mail = Lettres
admin-mail-sent = Envoyées par le serveur de courriel
admin-mail-kept = Gardées ici; aucun serveur de courriel n’est configuré
admin-jobs = Tâches en attente
admin-jobs-well = Aucune n’est bloquée
admin-jobs-stuck = { $count ->
    [one] { $count } est bloquée
   *[other] { $count } sont bloquées
  }
admin-stuck = Tâches qui échouent sans cesse
admin-stuck-text = Ces tâches ont échoué au moins trois fois. Elles sont reprises d’elles-mêmes; leur dernier message dit quoi réparer.
admin-job = Tâche
admin-said = Son dernier message
admin-none = Aucun organisme encore
admin-none-text = Ajoutez le premier.
admin-name = Nom
admin-name-other = Nom en anglais
admin-kind = Genre
admin-region = Région
admin-region-hint = Pays et région, comme CA-ON.
admin-website = Site Web
admin-add-organisation = Ajouter un organisme
admin-add = Ajouter
admin-kind-institution = Collège ou université
admin-kind-association = Association
admin-kind-employer = Employeur
admin-kind-indigenous = Institut autochtone
admin-kind-qa = Organisme de qualité
admin-facts = Renseignements
admin-members = Qui fait quoi
admin-nobody = Personne
admin-role-author = Autrice ou auteur
admin-role-author-hint = Importe des référentiels, rédige et publie des profils, inscrit des apprentissages.
admin-role-assessor = Personne évaluatrice
admin-role-assessor-hint = Juge des preuves, dans le champ qui lui est donné.
admin-role-issuer = Émission des titres
admin-role-issuer-hint = Décide des titres, jamais de ceux que la même personne a évalués.
admin-role-admin = Administration
admin-role-admin-hint = Gère l’instance : organismes, personnes, rôles.
admin-record = Ce qui s’est passé
admin-entries = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
  }
admin-nothing-happened = Rien encore.
admin-by-system = le système
admin-happened = { $at }, par { $by } (inscription { $number })
admin-email = Courriel
admin-since = Depuis
admin-language = Langue
admin-search-people = Chercher un courriel ou un nom
admin-people-found = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
admin-nobody-found = Aucun résultat
admin-nobody-found-text = Aucune adresse et aucun nom ne contiennent ces lettres.
admin-role = Rôle
admin-roles = Rôles
admin-no-roles = Aucun rôle encore. Toute personne qui a un compte est apprenante.
admin-organisation = Organisme
admin-give-role = Donner un rôle
admin-give = Donner
admin-scopes = Champ d’évaluation
admin-no-scopes = Rien encore.
admin-give-scope = Donner un champ
admin-all-competencies = Toutes
admin-from-until = Du – au
admin-scope-now = En vigueur
admin-scope-later = Pas encore
admin-scope-over = Terminé
admin-scope-choose = Choisissez le profil où la personne peut évaluer.
admin-scope-no-profile = Un champ se donne dans un profil en vigueur.
admin-scope-in = Dans { $title }. Un champ déjà donné dans ce profil et cet organisme est remplacé.
admin-scope-organisation = Évalue pour
admin-scope-organisation-hint = Nommé sur le titre comme source.
admin-extent = Étendue
admin-extent-all = Toutes les compétences, y compris celles des versions suivantes
admin-extent-some = Celles-ci seulement
admin-extent-which = Compétences
admin-extent-hint = Utilisé si vous avez choisi « Celles-ci seulement ».
admin-no-competencies = Choisissez au moins une compétence, ou toutes.
admin-from = Du
admin-until = Au
admin-until-hint = Ce jour compris. Pour mettre fin à un champ, donnez-le de nouveau avec un jour plus rapproché.
event-account-created = Le compte a été créé.
event-signed-in = Session ouverte.
event-password-changed = Le mot de passe a été changé.
event-organisation-added = L’organisme a été ajouté.
event-role-granted = Un rôle a été donné : { $role }.
event-scope-granted = Un champ d’évaluation a été donné : { $count ->
    [one] { $count } compétence
   *[other] { $count } compétences
  }.
event-scope-granted-all = Un champ d’évaluation a été donné : toutes les compétences d’un profil.
event-token-created = Un jeton personnel a été créé.
event-token-revoked = Un jeton personnel a été retiré.
notice-organisation-added = L’organisme a été ajouté.
notice-role-granted = Le rôle a été donné.
notice-scope-granted = Le champ d’évaluation a été donné.
event-app-connected = Une application a reçu la permission d’agir pour cette personne.
event-app-disconnected = Une application a été déconnectée.
event-app-replayed = Une application a été déconnectée parce qu’un de ses secrets a servi deux fois.
event-external-kept = Un microtitre d’ailleurs a été conservé.
event-external-removed = Un microtitre d’ailleurs a été retiré.
