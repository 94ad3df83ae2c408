# Le cadre de chaque page : barre, pied de page, erreurs, dates. Chaque page garde ses mots dans son propre fichier.

product = Tessera
skip-to-main = Aller au contenu principal
nav-main = Navigation principale
nav-catalogue = Catalogue
nav-claims = Mes compétences
nav-credentials = Microtitres
nav-desk = Bureau d’évaluation
nav-frameworks = Référentiels
nav-profiles = Profils d’emploi
nav-decisions = Décisions
nav-register = Registre
nav-verify = Vérifier
nav-admin = Administration
nav-demo = Essayer
sign-in = Ouvrir une session
sign-out = Fermer la session
account-of = { $initials }, compte de { $name }
demo-label = Démonstration
demo-notice = Ceci est une démonstration. Les personnes et les organismes sont inventés, et tout peut être remis à zéro.
demo-choose = Choisir un rôle
footer = Autres pages
footer-verify = Vérifier un microtitre
footer-accessibility = Accessibilité
footer-privacy = Confidentialité
footer-help = Aide
footer-api = API

# Dates
due-today = aujourd’hui
due-tomorrow = demain
due-in-days = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
  }
due-in-months = dans { $months } mois
due-in-years = { $years ->
    [one] dans { $years } an
   *[other] dans { $years } ans
  }
due-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
  }
ago-now = à l’instant
ago-minutes = { $minutes ->
    [one] il y a { $minutes } minute
   *[other] il y a { $minutes } minutes
  }
ago-hours = { $hours ->
    [one] il y a { $hours } heure
   *[other] il y a { $hours } heures
  }
ago-yesterday = hier
ago-days = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
  }

# Pages d’erreur : ce qui s’est passé, puis quoi faire
error-title-401 = Ouvrez une session pour continuer
error-text-401 = Cette page est réservée aux personnes qui ont ouvert une session.
error-title-403 = Vous ne pouvez pas ouvrir cette page
error-text-403 = Votre compte n’a pas le rôle exigé par cette page. Si vous pensez qu’il devrait l’avoir, adressez-vous à la personne qui gère votre organisme.
error-title-404 = Page introuvable
error-text-404 = Il n’y a rien à cette adresse, ou vous n’y avez pas accès. Vérifiez l’adresse ou repartez d’une de ces pages.
error-title-409 = Quelqu’un d’autre a modifié ceci
error-text-409 = Depuis que vous avez ouvert la page, elle a été modifiée dans un autre onglet ou par une autre personne. Rien n’a été remplacé par votre envoi. Ouvrez de nouveau la page pour voir ce qui a changé, puis faites votre modification.
error-title-refused = C’est impossible
error-text-refused = Rien n’a été changé. La raison est ci-dessous.
error-title-410 = N’est plus ici
error-text-410 = Il y avait quelque chose à cette adresse, qui a été retiré.
error-title-413 = C’est trop volumineux
error-text-413 = Votre envoi dépasse la taille acceptée ici. Envoyez un fichier plus petit ou envoyez-le en plusieurs parties.
error-title-422 = Quelque chose est à corriger
error-text-422 = Votre envoi ne peut pas être accepté tel quel. Revenez en arrière, corrigez-le et envoyez-le de nouveau.
error-title-429 = Trop de tentatives
error-text-429 = Attendez quelques minutes, puis réessayez.
error-title-500 = Un problème est survenu de notre côté
error-text-500 = Ce n’est pas votre faute, et les personnes qui gèrent ce site en trouveront la trace. Réessayez dans une minute.
error-title-503 = Indisponible pour le moment
error-text-503 = Le site démarre, est en cours de mise à jour ou est très occupé. Réessayez dans une minute. Le travail enregistré est toujours là.
error-reference = Référence pour le soutien : { $id }
error-back = Revenir en arrière
error-reload = Ouvrir de nouveau la page
error-home = Page d’accueil
error-cause = Ce qui n’allait pas
