# Le bureau de la personne évaluatrice.

desk-title = À évaluer
desk-count = { $count ->
    [one] { $count } dossier dans cette liste
   *[other] { $count } dossiers dans cette liste
  }
desk-waiting = { $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
  }
desk-shelves = Parties de la file
desk-shelf-mine = À moi
desk-shelf-unclaimed = À prendre
desk-shelf-decided = Décidés
desk-none-mine = Vous n’avez rien à évaluer
desk-none-mine-text = Ce que vous prenez en charge se trouve ici, l’échéance la plus proche en premier.
desk-none-unclaimed = Rien ne vous attend
desk-none-unclaimed-text = Quand une personne apprenante envoie des preuves pour une compétence de votre champ d’évaluation, le dossier apparaît ici et vous recevez un courriel.
desk-none-decided = Vous n’avez encore rien décidé
desk-none-decided-text = Ce que vous décidez reste ici, en lecture.
desk-see-unclaimed = Voir ce qui est à prendre
desk-head-competency = Compétence
desk-head-learner = Personne apprenante
desk-head-why = Motif
desk-head-result = Résultat
desk-head-due = Échéance
desk-head-decided = Décision
desk-head-open = Ouvrir
desk-go-on = Continuer
desk-look = Regarder
desk-reread = Relire
desk-learner = Personne apprenante { $number }
desk-items = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
  }
desk-why-new = Nouveau
desk-why-reattempt = Nouvelles preuves après une lacune
desk-why-answered = A répondu à votre question
desk-why-waiting = En attente de la personne apprenante
desk-why-recused = La personne évaluatrice précédente s’est récusée
desk-why-reopened = À juger de nouveau
desk-why-second = Deuxième évaluation
desk-why-adjudication = Deux évaluations divergent
desk-recognisable = Enregistrements ou images : non anonyme
desk-due = Échéance { $when }
desk-outcome-competent = Démontrée
desk-outcome-not-yet = Pas encore

# Prendre en charge
desk-back-unclaimed = À prendre
desk-take-title = Prendre en charge
desk-fact-profile = Profil d’emploi
desk-fact-learner = Personne apprenante
desk-fact-criteria = Critères à juger
desk-fact-evidence = Preuves
desk-fact-attempt = Tentative
desk-fact-due = Échéance
desk-criteria-open = { $open } sur { $all }
desk-attempt = { $n ->
    [1] première tentative
    [2] deuxième tentative
    [3] troisième tentative
   *[other] tentative { $n }
  }
desk-not-anonymous = Il y a des enregistrements ou des images : vous pourriez reconnaître la personne apprenante. Si c’est le cas et qu’un lien existe, récusez-vous à ce moment.
desk-take-blind = Vous ne voyez pas le nom de la personne apprenante, et elle ne voit pas le vôtre.
desk-conflict = Avez-vous connaissance d’un conflit d’intérêts?
desk-conflict-hint = Vous-même, votre famille ou votre ménage, un intérêt financier commun, une personne que vous dirigez, ou à qui vous avez enseigné, que vous avez encadrée ou évaluée de façon informelle au cours des 24 derniers mois. Dites-le aussi s’il peut s’agir d’une ou d’un collègue ou d’une personne de votre petite communauté.
desk-conflict-none = Non, aucun à ma connaissance
desk-conflict-tie = Oui, il y a un lien
desk-conflict-tie-hint = Le dossier retourne dans la file pour quelqu’un d’autre. Cela n’a aucune conséquence pour vous.
desk-tie = De quel lien s’agit-il?
desk-tie-hint = Seulement s’il y en a un. La personne apprenante ne lit pas ce texte.
desk-take = Envoyer ma réponse
wrong-conflict = Dites s’il y a un conflit d’intérêts.
wrong-tie = Dites pourquoi vous vous récusez, en 2 000 caractères au plus.
notice-desk-taken = Vous avez pris ce dossier en charge. Les autres voient qu’il est pris.
notice-desk-recused = Votre récusation est consignée. Quelqu’un d’autre prendra ce dossier en charge.

# Au bureau
desk-page-title = { $competency }, évaluation
desk-page-title-item = { $competency }, { $item }
desk-jump = Aller à
desk-jump-evidence = Preuves
desk-jump-rubric = Grille
desk-level = niveau { $level }
desk-evidence = Preuves
desk-closed-items = { $count ->
    [one] { $count } élément a été retiré ou est fermé et ne peut pas être ouvert.
   *[other] { $count } éléments ont été retirés ou sont fermés et ne peuvent pas être ouverts.
  }
desk-save-first = Sélectionnez « Enregistrer le brouillon » avant d’ouvrir un autre élément, pour ne rien perdre.
desk-no-evidence = Il n’y a pas de preuve à afficher
desk-no-evidence-text = Ce qui avait été envoyé a été retiré ou est fermé. Demandez un complément à la personne apprenante, ou récusez-vous.
desk-kind-video = Vidéo
desk-kind-audio = Audio
desk-kind-image = Image
desk-kind-document = Document
desk-kind-text = Texte
desk-kind-link = Lien
desk-kind-other = Fichier
desk-class-direct = Directe : observée
desk-class-indirect = Indirecte : examinée par vous
desk-class-supplementary = Complémentaire : rapportée par d’autres
desk-supplementary = Ce que d’autres rapportent peut appuyer un jugement, mais ne suffit pas à lui seul pour un critère.
desk-image-alt = Image envoyée comme preuve : { $title }
desk-image-whole = Sélectionnez-la pour la voir en taille réelle.
desk-open-file = Ouvrir
desk-download = Télécharger
desk-new-tab = (s’ouvre dans un nouvel onglet)
desk-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
  }
desk-link-changes = Ce lien mène à un autre site. Son contenu peut changer, et nous ne le conservons pas.
desk-no-bytes = Le fichier n’est pas arrivé.
desk-said-to-show = Ce que cela doit montrer
desk-criterion = Critère { $n }
desk-page = page { $n }
desk-whole = tout
desk-learner-note = Ce que la personne apprenante vous demande de remarquer
desk-notes = Vos notes
desk-notes-none = Pas encore de note sur cet élément. Une note retient un moment et ce que vous y avez vu; la personne apprenante la lit avec le résultat.
desk-note-words = Note
desk-note-at = À
desk-note-criterion = Au sujet de
desk-note-no-criterion = Aucun critère en particulier
desk-note-add = Ajouter la note
desk-note-drop = Retirer la note : { $words }
wrong-note-words = Écrivez d’abord la note.
wrong-note-at = Indiquez le moment en minutes et secondes, par exemple 2:14.
desk-about = Provenance
desk-performed = Date de la prestation
desk-setting = Contexte
desk-edited = Coupée ou montée
desk-edited-yes = Oui, selon la personne apprenante
desk-edited-no = Non
desk-people = Personnes montrées
desk-people-nobody = Seule la personne apprenante peut être reconnue
desk-people-agreed = La personne apprenante a confirmé l’accord de toutes les personnes reconnaissables
desk-people-protected = Une personne protégée peut être reconnue
desk-supervision = Supervision et identité
desk-supervision-a0 = Sans supervision, identité non vérifiée (A0)
desk-supervision-a1 = Supervisée, identité non vérifiée (A1)
desk-supervision-a2 = Supervisée en ligne, une vérification d’identité (A2)
desk-supervision-a3 = Supervisée en ligne, deux vérifications d’identité (A3)
desk-supervision-a4 = Supervisée sur place, une vérification d’identité (A4)
desk-supervision-a5 = Supervisée sur place, deux vérifications d’identité (A5)
desk-unchanged = Reçu le { $when }. Le fichier n’a pas changé depuis : il est conservé sous l’empreinte de son contenu.
desk-declared = Ce que la personne apprenante a signé
desk-declared-own = Travail personnel
desk-declared-own-at = Confirmé le { $when }
desk-declared-help = Aide utilisée
desk-talk = Questions et réponses
desk-said-you = Vous
desk-said-learner = La personne apprenante
desk-said-earlier = La personne évaluatrice précédente

# La grille
desk-rubric = Grille, niveau { $level }
desk-scored = { $done } sur { $all } évalués
desk-essential = (essentiel)
desk-descriptors = À quoi ressemble chaque échelon
desk-reason = Motif pour la personne apprenante
desk-reason-hint = Requis sous « Atteint ». Dites ce que vous avez vu et ce qui le montrerait.
desk-met-before = Atteint le { $when }. Cela reste acquis.
desk-met-earlier = Atteint auparavant
desk-rely = Pouvez-vous vous fier aux preuves?
desk-rely-hint = Cinq questions pour chaque élément. Un résultat « Atteint » exige un élément avec cinq fois oui.
desk-rely-done = { $done } réponses sur 5
desk-rely-valid = Valide : elle montre ce qu’elle doit montrer
desk-rely-authentic = Authentique : c’est le travail de la personne apprenante
desk-rely-reliable = Fiable : vous jugeriez de même la prochaine fois
desk-rely-current = Actuelle : elle est assez récente
desk-rely-sufficient = Suffisante : avec les autres, il y en a assez
desk-line-valid = Valide
desk-line-authentic = Authentique
desk-line-reliable = Fiable
desk-line-current = Actuelle
desk-line-sufficient = Suffisante
desk-yes = Oui
desk-no = Non
desk-doubt = Pourquoi non
desk-doubt-hint = Requis pour chaque non.
desk-ask = Demander un complément
desk-ask-short = Demander plus
desk-question = Votre question
desk-question-hint = Demandez d’autres preuves ou un court entretien. La tentative se poursuit; l’échéance est reportée du temps que prend la personne apprenante.
desk-question-send = Envoyer la question
desk-asked = Vous avez demandé le { $when } :
desk-asked-clock = La personne apprenante n’a pas encore répondu. Ce temps ne compte pas dans votre délai.
notice-desk-asked = Votre question est envoyée. Le dossier reste le vôtre.
desk-recuse = Se récuser
desk-recuse-why = Motif de la récusation
desk-recuse-hint = Un lien que vous avez constaté, ou tout ce qui vous empêche de juger. Le dossier passe à quelqu’un d’autre sans votre brouillon. Cela n’a aucune conséquence pour vous.
desk-recuse-send = Me récuser
desk-missing = Avant de pouvoir décider
desk-missing-level = Sans échelon :
desk-missing-reason = Sans motif :
desk-missing-ground = « Atteint » sans preuve à laquelle vous vous fiez :
desk-missing-answers = Questions ouvertes au sujet de :
desk-item-n = élément { $n }
desk-wrong-level = Critère { $n } : choisissez un échelon.
desk-wrong-reason = Critère { $n } : donnez le motif d’un échelon sous « Atteint ».
desk-wrong-ground = Critère { $n } : « Atteint » exige un élément qui le montre, auquel vous vous fiez et qui n’est pas seulement rapporté par d’autres.
desk-wrong-answers = { $title } : répondez aux cinq questions.
desk-wrong-doubt = { $title } : dites pourquoi la réponse est non.
desk-leads-to = est le résultat de ces réponses
desk-essential-met = Tous les critères essentiels sont atteints.
desk-essential-unmet = { $count ->
    [one] Critère essentiel non atteint : { $list }.
   *[other] Critères essentiels non atteints : { $list }.
  }
desk-others-met = Autres critères atteints : { $met } sur { $all }; minimum { $needed }.
desk-decide = Consigner la décision
desk-decide-competent = Consigner : Démontrée
desk-decide-not-yet = Consigner : Pas encore
desk-decide-after = Vous pourrez décider quand la personne apprenante aura répondu. Ce que vous remplissez est conservé d’ici là.
desk-confirm = Vos réponses sont enregistrées. Voyez à la fin de la grille à quoi elles mènent, puis sélectionnez le bouton pour le consigner.
desk-save = Enregistrer le brouillon
desk-draft-hint = Personne d’autre ne voit votre brouillon avant votre décision.
desk-draft-conflict = Ce brouillon a été modifié dans un autre onglet. Vos dernières modifications ne sont pas enregistrées. Sélectionnez « Enregistrer le brouillon » pour voir les deux versions.
notice-desk-saved = Brouillon enregistré.
notice-desk-judged-competent = Consigné : Démontrée. La personne apprenante est avisée et la compétence est reconnue. Voici le dossier suivant.
notice-desk-judged-not-yet = Consigné : Pas encore. La personne apprenante est avisée, avec vos motifs. Voici le dossier suivant.
notice-desk-judged-second = Votre jugement est consigné. Une deuxième personne évaluatrice juge de façon indépendante avant la décision. Voici le dossier suivant.
notice-desk-judged-differ = Votre jugement est consigné. Les deux jugements divergent : une troisième personne décide. Voici le dossier suivant.
desk-seat-second = Vous êtes la deuxième personne évaluatrice. Jugez ce que vous voyez : ce que la première a constaté n’est montré qu’après la décision, et aucune de vous ne sait qui est l’autre.
desk-seat-adjudicator = Deux personnes ont jugé différemment. Regardez les preuves et jugez vous-même : vous verrez leurs constats une fois que vous aurez décidé, et votre jugement est la décision.
desk-waits-second = Pas encore décidé. Une deuxième personne évaluatrice juge de façon indépendante; vous verrez ses constats une fois la décision prise.
desk-waits-adjudicator = Pas encore décidé. Les deux jugements divergent et une troisième personne décide. Vous verrez les constats et les motifs une fois la décision prise.
desk-scores = Ce que chaque juge a constaté
desk-scores-criterion = Critère
desk-scores-agreed = Les deux sont arrivés à la même décision. Rien n’est moyenné.
desk-scores-adjudicated = Les deux divergeaient. Ce que l’arbitre a constaté est la décision; rien n’est moyenné.
desk-seat-name-first = Première évaluation
desk-seat-name-second = Deuxième évaluation
desk-seat-name-adjudicator = Arbitrage
desk-seat-name-verifier = Vérification
desk-seat-you = { $seat } (vous)
desk-judged = Votre jugement
desk-judged-other = Ce qui a été décidé
desk-back = Vers la file
desk-key-levels = Choisir un échelon pour le critère où vous êtes
desk-key-note = Écrire une note
desk-key-save = Enregistrer le brouillon
desk-key-items = Preuve précédente et suivante
wrong-sheet-too-long = Un motif ou une note est trop long : au plus 4 000 caractères chacun, et 200 notes.

# Deux versions
desk-two-title = Deux versions de ce brouillon
desk-two-text = Le brouillon a été enregistré dans un autre onglet après l’ouverture de cette page. Rien n’a été écrasé. Comparez, puis choisissez.
desk-two-what = Quoi
desk-two-saved = Enregistré maintenant
desk-two-sent = Ce que vous avez envoyé
desk-two-reason = Critère { $n }, motif
desk-two-nothing = aucun échelon
desk-two-same = Les deux disent la même chose.
desk-two-decided = La décision a été prise entre-temps : cela ne peut plus être modifié.
desk-two-save-mine = Enregistrer ce que j’ai envoyé
desk-two-keep-saved = Garder ce qui est enregistré
