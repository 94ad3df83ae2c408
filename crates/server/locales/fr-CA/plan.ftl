# Le plan d’une personne apprenante pour les écarts d’une demande.

plan-page-title = Votre plan
plan-lead = Ce que vous avez décidé de suivre pour vos écarts. Rien de cela n’est nécessaire pour ajouter des preuves, ce que vous pouvez faire en tout temps.
plan-progress = { $done } sur { $all } réglés
plan-complete = Tout dans ce plan est fait ou écarté. Ce qui compte maintenant, ce sont de nouvelles preuves.
plan-changed = { $count ->
    [one] Quelque chose a changé depuis que vous avez fait ce plan :
   *[other] { $count } choses ont changé depuis que vous avez fait ce plan :
  }
plan-change-retired = l’offre n’existe plus
plan-change-price = elle coûte { $is } maintenant, { $was } lors du plan
plan-change-no-price = son prix n’est plus connu; il était de { $was }
plan-change-starts = début : { $is }; lors du plan : { $was }
plan-change-length = elle dure { $is } semaines maintenant, { $was } lors du plan
plan-change-met = tout ce qu’elle visait est atteint; vous n’avez pas à la suivre
plan-any-day = en tout temps
plan-instead = Pour ce qui n’est pas commencé, le parcours le moins cher est maintenant un autre : { $money }, { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
  }.
plan-take-instead = Prévoir celui-ci à la place
plan-all-ways = Comparer tous les parcours
plan-uncovered = { $count ->
    [one] Rien n’est prévu pour un critère qui manque :
   *[other] Rien n’est prévu pour { $count } critères qui manquent :
  }
plan-planned = Prévu
plan-under-way = En cours depuis le { $date }
plan-done-own = Fait, selon vous, le { $date }
plan-done-provider = Fait, selon l’inscription de { $by } le { $date }
plan-done-without = Écarté le { $date } : { $reason }
plan-begin = J’ai commencé
plan-finish = J’ai terminé
plan-decline = Faire sans
plan-decline-why = Pourquoi
plan-decline-hint = Par exemple : il me suffit de l’enregistrer à nouveau.
plan-decline-do = Faire sans
plan-record = Faire inscrire par le prestataire que vous avez terminé
plan-record-how = Donnez ce numéro au prestataire quand vous avez terminé. Il y voit cette offre et rien d’autre de votre plan.
plan-record-number = Numéro
plan-all-met = Tout ce que cela visait est atteint.
plan-evidence = Ajouter une nouvelle preuve
plan-evidence-for = Pour { $codes }
plan-made = Prévu le
plan-left-to-pay = Reste à payer
plan-done-by = Terminé le
plan-about = À propos de ce plan
plan-give-up = Abandonner ce plan
plan-give-up-means = Ce que vous avez prévu est oublié. Votre demande et vos preuves restent telles quelles.
plan-give-up-yes = L’abandonner
plan-note-done = Suivi : { $title }
plan-note-declined = Écarté : { $title }. { $reason }
notice-plan-begun = Commencé.
notice-plan-finished = Fait. Vous pouvez maintenant le montrer par de nouvelles preuves.
notice-plan-declined = Vous faites sans.
notice-plan-dropped = Le plan est abandonné.
refused-plan-claim = On ne peut rien prévoir pour une demande qui ne reçoit plus de preuves.
refused-plan-state = Ce plan a été abandonné. Comparez de nouveau les parcours et faites-en un autre.
refused-plan-item = C’est déjà fait ou écarté.
refused-own-completion = Vous ne pouvez pas inscrire vous-même que vous avez terminé quelque chose.
wrong-plan-offerings = Choisissez d’une à 200 offres qui sont listées, conviennent à ce que vous avez demandé et n’exigent rien d’autre.
record-plan-made = Un apprentissage a été prévu
record-plan-moved = { $to ->
    [under_way] Un apprentissage prévu a commencé
    [done] Un apprentissage prévu est terminé, selon la personne
   *[declined] Un apprentissage prévu a été écarté
  }
record-plan-recorded = Le prestataire a inscrit qu’un apprentissage prévu est terminé
record-plan-dropped = Le plan a été abandonné
record-by-provider = Le prestataire
wrong-hours-a-week = Donnez de 1 à 80 heures par semaine.
wrong-weeks = Donnez de 1 à 520 semaines.
wrong-provider = Le prestataire d’une offre reste le même.
admin-avoided-sum = { $hours } heures sur { $all } ({ $percent }) n’ont pas à être étudiées, dans { $plans } plans.
admin-avoided-few = Moins de cinq plans existent; une somme pourrait parler d’une seule personne.
claim-plan-changed = Quelque chose dans votre plan a changé depuis que vous l’avez fait.
plan-change-of = { $title } : { $change }
