# Les demandes d’une personne apprenante : résultat, filtres, prochaine étape, registre, retrait.
claims-title = Mes compétences
claims-lead = Vos demandes, chacune pour un profil d’emploi. Ce que vous avez démontré reste acquis.
claims-catalogue = Trouver un profil
claims-none = Vous n’avez pas encore de demande
claims-none-text = Choisissez un profil d’emploi, voyez tous les critères et apportez des preuves de ce que vous savez faire. Aucun cours n’est exigé et rien n’est à payer pour commencer.
claims-opened = Ouverte le { $date }
claim-result = Vous avez démontré { $done } des { $all } compétences requises
claim-against = Délivré par { $issuer }. Votre demande porte sur la version { $number } de ce profil.
claim-summary = Sommaire
claim-required = Requises pour le microtitre
claim-electives = Facultatives
claim-said = { $count ->
    [one] { $count } compétence affichée
   *[other] { $count } compétences affichées
  }
claim-level-needs = Niveau { $level } demandé
claim-filter-none = Aucune compétence n’en est là pour le moment.
filter-label = Afficher
filter-all = Toutes
filter-demonstrated = Démontrées
filter-review = En évaluation
filter-gaps = Lacunes

# Où en est la demande
claim-state-draft = Ouverte
claim-state-self-assessed = Autoévaluée
claim-state-submitted = Envoyée
claim-state-under-assessment = Chez les personnes évaluatrices
claim-state-gaps-open = Lacunes à combler
claim-state-all-competent = En attente de l’émetteur
claim-state-awarded = Octroyée
claim-state-not-awarded = Non octroyée
claim-state-dormant = En sommeil
claim-state-withdrawn = Retirée
claim-state-migration-required = La version n’a plus cours
claim-state-closed = Fermée
claim-waiting-issuer = Tout ce qui est requis est démontré.
claim-waiting-issuer-text = { $issuer } décide maintenant du microtitre. C’est une décision distincte, prise par quelqu’un qui n’a évalué aucune de vos preuves. En attente depuis le { $date }. Chaque compétence est déjà reconnue.
claim-awarded = { $issuer } vous a octroyé le microtitre le { $date }.
claim-offered = { $issuer } vous offre le microtitre.
claim-offer-withdrawn = { $issuer } a retiré l’offre du microtitre. Chaque compétence reste reconnue. Pourquoi :
claim-declined = Vous avez décliné le microtitre offert par { $issuer }. Chaque compétence reste reconnue.
claim-not-awarded = { $issuer } a décidé le { $date } de ne pas octroyer le microtitre. Chaque compétence reste reconnue.
claim-withdrawn-on = Vous avez retiré cette demande le { $date }. Ce qui a été reconnu le reste.
claim-dormant = Rien ne s’est passé depuis le { $date }. La demande reprend dès que vous envoyez quelque chose.
claim-migration = La version à laquelle cette demande est liée n’a plus cours. Ce que vous avez démontré reste reconnu.
claim-closed-on = Cette demande a été fermée le { $date }.
claim-newer = La version { $number } de ce profil est en vigueur.
claim-teach-out = Votre demande garde sa version, et vous pouvez la mener à terme jusqu’au { $date }.
claim-newer-keeps = Votre demande garde sa version.
claim-newer-change = Ce qui a changé : { $note }

# Au sujet de la demande
claim-about = À propos
claim-fee = Frais
claim-fee-each = par évaluation, quel qu’en soit le résultat
price-free = Gratuit
claim-service = Décision
service-hours = { $count ->
    [one] en { $count } heure au plus
   *[other] en { $count } heures au plus
  }
service-days = { $count ->
    [one] en { $count } jour ouvrable au plus
   *[other] en { $count } jours ouvrables au plus
  }
claim-appeals = Appel
claim-appeal-days = { $days ->
    [one] Dans le { $days } jour qui suit une décision
   *[other] Dans les { $days } jours qui suivent une décision
  }
claim-appeal = Comment faire appel
claim-pinned = Version
claim-version = Version { $number }
claim-issuer = Émetteur
claim-opened = Ouverte le
claim-validity = Validité
claim-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
  }
claim-more = Pages de cette demande
claim-all-evidence = Toutes les preuves de cette demande
claim-record = Tout ce qui s’est passé
claim-withdraw = Retirer cette demande

# Où en est une compétence, et l’unique prochaine action
stand-open = Lacune, rien n’a encore été envoyé
stand-asked = En évaluation, la personne évaluatrice a une question
stand-recognised = Démontrée
stand-provisional = Démontrée, en vérification
stand-expiring-soon = Démontrée, expire bientôt
stand-expired = Démontrée, n’est plus à jour
stand-suspended = Suspendue
stand-rescinded = Annulée
meta-no-evidence = Pas encore de preuve
meta-not-sent = { $count ->
    [one] { $count } élément de preuve enregistré, non envoyé
   *[other] { $count } éléments de preuve enregistrés, non envoyés
  }
meta-due = Décision attendue au plus tard le { $date } ({ $left })
meta-second = En seconde évaluation. Décision attendue au plus tard le { $date }
meta-asked = La personne évaluatrice a demandé un complément le { $date }
meta-gap = { $count ->
    [one] Évaluée le { $date }. { $count } critère reste à démontrer
   *[other] Évaluée le { $date }. { $count } critères restent à démontrer
  }
meta-assessed = Évaluée le { $date } par { $by }
meta-until = Valide jusqu’au { $date }
act-view-credential = Voir le titre
act-view-result = Voir le résultat
act-follow = Suivre l’évaluation
act-answer = Répondre
act-learning = Trouver un apprentissage
act-add-evidence = Ajouter une preuve
act-send = Vérifier et envoyer
next-title = Prochaine étape
next-asked = La personne évaluatrice de « { $name } » attend votre réponse. Le délai est suspendu d’ici là.
next-send = Des preuves pour « { $name } » sont enregistrées, mais pas envoyées. Voyez ce qui manque encore.
next-gap = Pour « { $name } », lisez pourquoi des critères restent ouverts, et ce qui permet de les combler.
next-open = Apportez une première preuve pour « { $name } ».

# Retirer une demande
withdraw-title = Retirer cette demande?
withdraw-lead = Vous êtes sur le point de retirer votre demande pour « { $title } ». Voici ce qui se passe :
withdraw-kept = { $count ->
    [one] { $count } compétence que vous avez démontrée reste reconnue, et vous gardez son titre.
   *[other] { $count } compétences que vous avez démontrées restent reconnues, et vous gardez leurs titres.
  }
withdraw-called-off = { $count ->
    [one] { $count } évaluation en cours est annulée.
   *[other] { $count } évaluations en cours sont annulées.
  }
withdraw-evidence = Rien ne peut plus être ajouté ni envoyé dans cette demande. Les preuves sur lesquelles aucune décision ne repose peuvent encore être retirées.
withdraw-fees = Les frais des évaluations qui ont eu lieu ne sont pas remboursés.
withdraw-again = C’est sans retour, mais vous pouvez ouvrir une nouvelle demande pour le même profil en tout temps.
withdraw-yes = Retirer la demande
notice-claim-withdrawn = La demande est retirée.

# Tout ce qui s’est passé
record-title = Tout ce qui s’est passé
record-lead = Du plus récent au plus ancien. On ne fait qu’ajouter des entrées : chacune porte un numéro de contrôle tiré de la précédente, de sorte qu’aucune ne peut être changée ni retirée sans que cela se voie.
record-by-you = Vous
record-by-other = Une autre personne
record-by-assessor = Une personne évaluatrice
record-by-issuer = L’émetteur
record-by-system = Le système
record-see = La voir
record-help = Aide utilisée : { $help }
record-claim-opened = La demande a été ouverte, sur la version { $number }.
record-self-assessed = Les critères ont été autoévalués.
record-evidence-added = Une preuve a été décrite.
record-evidence-stored = Un fichier de { $size } est arrivé.
record-evidence-rejected = Un fichier n’a pas pu être utilisé.
record-evidence-linked = { $count ->
    [one] Une preuve a été liée à { $count } critère.
   *[other] Une preuve a été liée à { $count } critères.
  }
record-evidence-withdrawn = Une preuve a été retirée.
record-evidence-quarantined = Une preuve a été fermée à tous jusqu’au règlement d’une plainte.
record-submitted = « { $name } » a été envoyée pour évaluation, avec la déclaration d’authenticité.
record-planned = Ce qui a été fait au sujet de la lacune dans « { $name } » a été consigné.
record-claim-withdrawn = La demande a été retirée.
record-taken = Une personne évaluatrice l’a prise en charge.
record-recused = Une personne évaluatrice s’est retirée. Une autre prend la relève.
record-scored = Une personne évaluatrice a jugé { $name }. La décision suit quand toutes celles qui la jugent l’ont fait.
record-lapsed = La demande prise en charge n’a pas été commencée; elle attend de nouveau une personne évaluatrice.
record-asked = La personne évaluatrice a posé une question.
record-answer-overdue = Aucune réponse n’est venue à temps; l’évaluation reprend.
record-asleep = Rien de nouveau n’est arrivé depuis une demi-année; la demande est en sommeil.
record-answered = La question a reçu une réponse.
record-held = « { $name } » a été jugée démontrée.
record-not-yet = « { $name } » a été évaluée : des critères restent à démontrer.
record-voided = Une évaluation a été annulée.
record-recognised = « { $name } » a été reconnue, et son titre a été créé.
record-awarded = L’émetteur a octroyé le microtitre.
record-refused = L’émetteur a décidé de ne pas octroyer le microtitre.
record-other = Consigné : { $name }
record-captions-added = Des sous-titres ont été ajoutés ({ $language }).
record-captions-removed = Des sous-titres ont été retirés ({ $language }).
