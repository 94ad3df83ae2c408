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
admin-remove-role = Retirer
admin-remove-role-question = Retirer à cette personne le rôle « { $role } » auprès de { $organisation }?
admin-remove-assessor = Ses champs d’évaluation y prennent fin. Si elle n’évalue nulle part ailleurs, ce qu’elle a en main retourne à la file.
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
event-role-removed = Un rôle a été retiré : { $role }.
event-role-granted = Un rôle a été donné : { $role }.
event-scope-granted = Un champ d’évaluation a été donné : { $count ->
    [one] { $count } compétence
   *[other] { $count } compétences
  }.
event-scope-granted-all = Un champ d’évaluation a été donné : toutes les compétences d’un profil.
event-token-created = Un jeton personnel a été créé.
event-token-revoked = Un jeton personnel a été retiré.
notice-organisation-added = L’organisme a été ajouté.
notice-role-removed = Le rôle a été retiré.
notice-role-granted = Le rôle a été donné.
notice-scope-granted = Le champ d’évaluation a été donné.
event-app-connected = Une application a reçu la permission d’agir pour cette personne.
event-app-disconnected = Une application a été déconnectée.
event-app-replayed = Une application a été déconnectée parce qu’un de ses secrets a servi deux fois.
event-external-kept = Un microtitre d’ailleurs a été conservé.
event-external-removed = Un microtitre d’ailleurs a été retiré.

signing-keys-title = Clés de signature
keys-text = De chaque sorte, la plus récente signe. Les précédentes sont retirées : elles ne signent plus rien, et ce qu’elles ont signé se vérifie toujours. Toutes sont conservées chiffrées.
keys-kind = Signe
keys-kind-documents = Les documents
keys-kind-tokens = Les jetons
keys-key = Clé
keys-state = État
keys-signed = Signés
keys-acts = Actes
keys-report = Signaler comme compromise
keys-rotate = Nouvelle clé
keys-rotate-means = Une nouvelle clé signe à partir de maintenant. La précédente est retirée; ce qu’elle a signé reste valide. Les titulaires et les vérificateurs n’ont rien à faire.
keys-rotate-yes = Créer la nouvelle clé
notice-key-rotated = Une nouvelle clé signe à partir de maintenant.
notice-key-reported = Signalée. Une autre clé signe, et ce que celle-ci a signé depuis est signé de nouveau.
key-in-use = Signe depuis le { $day }
key-retired = Retirée le { $day }; ce qu’elle a signé se vérifie toujours
key-compromised = Compromise : plus digne de confiance à partir du { $day }
key-notice = Avis public du { $day } : une clé de signature a été compromise
key-notice-text = Quelqu’un d’autre a pu signer avec cette clé à partir du { $from }. Les titres qu’elle a signés avant restent valides : le registre de ce site montre quand chacun a été signé. Ceux qu’elle a signés ensuite ont été signés de nouveau avec une autre clé; leurs titulaires ont été avisés. Vérifiez sur ce site, ou avec la plus récente liste de clés de l’organisme.
lost-title = Signaler une clé comme compromise
lost-lead = { $count ->
    [one] Une clé de { $name }, créée le { $day }. Elle a signé { $count } titre.
   *[other] Une clé de { $name }, créée le { $day }. Elle a signé { $count } titres.
  }
lost-means-1 = Si elle signe encore, une nouvelle clé la remplace aussitôt.
lost-means-2 = Ce qu’elle a signé avant le jour indiqué reste valide, selon le registre de ce site. Les vérificateurs d’ailleurs ne l’acceptent plus.
lost-means-3 = Ce qu’elle a signé à partir de ce jour est signé de nouveau, et les titulaires en sont avisés par lettre.
lost-means-4 = Un avis public figure sur la page de l’organisme. C’est irréversible.
lost-from = Plus digne de confiance à partir du
lost-from-hint = Le début du premier jour où quelqu’un d’autre a pu l’avoir. En cas de doute, un jour plus tôt.
lost-yes = La signaler
lost-unknown = Cet organisme n’a pas cette clé.
event-key-rotated = Nouvelle clé de signature
event-key-compromised = Une clé de signature a été signalée comme compromise à partir du { $day }

standing-title = Reconnaissance comme organisme émetteur
standing-change = Changer
standing-lead = Ce que vous choisissez est public aussitôt, sur la page de { $name } et partout où un de ses titres est vérifié. Votre raison reste au dossier.
standing-choose = À partir de maintenant, il est
standing-active = Reconnu
standing-active-means = Il délivre des titres; ceux qu’il a délivrés se vérifient comme d’habitude.
standing-suspended = Suspendu
standing-suspended-means = Il ne délivre rien pour l’instant. On lit « valide lors de la délivrance; l’organisme émetteur est suspendu ».
standing-closed = Fermé
standing-closed-means = Il ne délivre plus rien. Ce qu’il a délivré avant reste valide; on lit qui tient le registre.
standing-revoked = Non reconnu, pour cause
standing-revoked-means = Ce qu’il a délivré avant le jour ci-dessous : « valide lors de la délivrance; consultez l’organisme d’assurance qualité ». Ce qu’il a délivré à partir de ce jour n’est pas reconnu.
standing-from = À partir du
standing-from-hint = Le début de ce jour. Inutile s’il est reconnu.
standing-register = Qui tient son registre, s’il a fermé
standing-register-none = Personne d’autre
standing-reason = Raison
standing-reason-hint = Elle reste au dossier; le public ne la lit pas.
standing-yes = Changer
notice-standing-changed = Changé, et public.
event-standing-changed = { $name }. { $reason }
issuer-active = Il est reconnu comme organisme émetteur.
issuer-suspended = Suspendu depuis le { $day } : il ne délivre rien entre-temps. Ce qu’il a délivré avant était valide lors de la délivrance.
issuer-closed = Fermé le { $day }. Ce qu’il a délivré avant reste valide.
issuer-closed-held = Fermé le { $day }. Ce qu’il a délivré avant reste valide; son registre est tenu par { $holder }.
issuer-revoked = Non reconnu à partir du { $day }. Ce qu’il a délivré avant était valide lors de la délivrance : consultez l’organisme d’assurance qualité.
