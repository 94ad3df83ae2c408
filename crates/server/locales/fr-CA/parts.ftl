# Les mots des éléments que les pages ont en commun.

state-demonstrated = Démontrée
state-in-review = En évaluation
state-gap = Lacune
state-attention = Demande une action
count-demonstrated = { $count ->
    [one] { $count } démontrée
   *[other] { $count } démontrées
  }
count-in-review = { $count ->
    [one] { $count } en évaluation
   *[other] { $count } en évaluation
  }
count-gaps = { $count ->
    [one] { $count } lacune
   *[other] { $count } lacunes
  }
count-attention = { $count ->
    [one] { $count } demande une action
   *[other] { $count } demandent une action
  }
level-of = Niveau { $now }, exigé : { $want }
level-none = Pas commencée, exigé : { $want }
level-has = Niveau { $now }

# Formulaires
optional = facultatif
errors-title = { $count ->
    [one] Il y a un problème
   *[other] Il y a { $count } problèmes
  }
error-label = Erreur :
choose-one = Choisir
date-hint = Par exemple, { $example }
confirm-cancel = Ne rien changer
max-characters = { $count } caractères au plus
save = Enregistrer
cancel = Annuler
send = Envoyer

# Listes
page-nav = Pages
page-previous = Précédente
page-next = Suivante
page-of = Page { $page } sur { $pages }
filter-apply = Appliquer les filtres
filter-clear = Effacer tous les filtres
filter-remove = Retirer le filtre
filters-applied = Filtres appliqués
show = Afficher
breadcrumbs = Vous êtes ici
copy = Copier
copied = Copié
close = Fermer
status = État

# Avancement d’une tâche
task-done = Terminé
task-now = À faire maintenant
task-later = Pas encore possible

# Grille d’évaluation
score-not-shown = Non démontré
score-partly = Partiel
score-met = Atteint
score-exceeds = Dépassé

# Verdict sur un microtitre
verdict-in-force = Ce microtitre est authentique et en vigueur
verdict-sound = Signé, intact et en vigueur; ce site ne connaît pas l’organisme émetteur
verdict-issuer-closed = Valide; l’organisme émetteur a fermé
verdict-issuer-suspended = Valide lors de la délivrance; l’organisme émetteur est suspendu
verdict-issuer-revoked = Valide lors de la délivrance; consultez l’organisme d’assurance qualité
verdict-issuer-not-recognised = Non reconnu : délivré alors que l’organisme émetteur avait perdu sa reconnaissance
verdict-not-yet = Ce microtitre est authentique, mais n’est pas encore en vigueur
verdict-expired = Ce microtitre est authentique, mais il est expiré
verdict-suspended = Ce microtitre est suspendu
verdict-revoked = Ce microtitre a été révoqué
verdict-unknown = Ce microtitre ne peut pas être vérifié en ce moment
verdict-altered = Ce microtitre n’est pas tel qu’il a été signé
verdict-not-recognised = Ce microtitre n’est pas signé par l’organisme qu’il nomme
check-passed = Réussi :
check-failed = Échoué :
check-warning = À noter :
check-unknown = Impossible à vérifier :
how-we-checked = Comment nous avons vérifié
qr-label = Code QR pour { $what }
emblem-label = Emblème de { $what }
kept = Ce que vous aviez écrit a été conservé et remis en place.

check-not-applicable = Rien à vérifier :
