# Des titres pour plusieurs personnes à la fois.

batches-title = Délivrer à plusieurs
batches-lead = Une liste de personnes qui ont satisfait à un profil entier, selon vos propres évaluations et décisions : une promotion, une cohorte, une année. Chacune reçoit un titre signé, qu’elle accepte avant que quiconque d’autre le voie.
batches-none = Aucune liste n’a encore été apportée
batches-none-text = Apportez une liste de votre système étudiant ou d’un tableur. Rien n’est délivré avant que vous ayez vu ce qui a été lu.
batch-new = Apporter une liste
batch-new-lead = La liste est d’abord lue et vous est montrée. Rien n’est encore délivré.
batch-head-title = Ce qui est attesté
batch-head-file = Fichier
batch-head-made = Apportée
batch-head-state = État
batch-head-issued = Délivrés
batch-state-checked = Pas commencé
batch-state-running = En cours
batch-state-paused = En pause
batch-state-cancelled = Annulé
batch-state-done = Délivré
batch-no-achievement = Il n’y a rien à délivrer
batch-no-achievement-text = Aucun des profils publiés ne nomme votre organisation comme organisme émetteur.
batch-achievement = Ce à quoi toutes les personnes de la liste ont satisfait
batch-achievement-hint = Un profil publié dont votre organisation décide des titres. Toutes ses compétences obligatoires sont attestées.
batch-file = Liste
batch-file-hint = CSV en UTF-8, au plus 64 Mio et 200 000 lignes.
batch-check = Vérifier la liste
batch-check-means = Elle est conservée par votre organisation. Personne ne reçoit de titre ni de lettre avant que vous commenciez.
batch-columns = Colonnes
batch-columns-text = La première ligne les nomme, en français ou en anglais, dans n’importe quel ordre. Des virgules ou des points-virgules les séparent. Chaque ligne demande une adresse, un numéro étudiant ou un DID.
batch-column-name = Nom
batch-column-name-is = Tel qu’il doit figurer sur le titre.
batch-column-email = Courriel
batch-column-email-is = Pour la lettre. Le titre n’en contient qu’une empreinte salée.
batch-column-number = Numéro étudiant
batch-column-number-is = Conservé aussi comme empreinte salée.
batch-column-did = DID
batch-column-did-is = L’identifiant d’un portefeuille, si vous le connaissez.
batch-column-date = Date d’octroi
batch-column-date-is = Comme 2026-06-30. Le titre est valide à partir de ce jour.
batch-column-lang = Langue
batch-column-lang-is = De la lettre : fr ou en. Facultatif.
batch-column-result = Résultat
batch-column-result-is = Comme vous l’écrivez, par exemple « 92 % ». Quiconque voit le titre le voit. Facultatif.
batch-refused = { $count ->
    [one] Une ligne n’est pas utilisable, et rien n’a été retenu.
   *[other] { $count } lignes ne sont pas utilisables, et rien n’a été retenu.
  }
batch-refused-rows = Lignes inutilisables
batch-said = Ce qui s’y trouvait
batch-too-many-rows = Le fichier compte plus de 200 000 lignes. Divisez-le.
batch-empty = Le fichier ne contient aucune ligne.
batch-not-utf8 = La ligne { $line } du fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 » et réessayez.
batch-without = La première ligne ne nomme pas de colonne « { $column } ».
batch-twice = La première ligne nomme deux fois la colonne « { $column } ».
batch-fault-fields = La ligne a plus ou moins de champs que la première.
batch-fault-quote = Un guillemet s’ouvre ici et ne se ferme jamais. Rien de ce qui suit n’a pu être lu.
batch-fault-no-name = Il n’y a pas de nom.
batch-fault-nobody = Il n’y a ni adresse, ni numéro étudiant, ni DID.
batch-fault-address = Ce ne peut être une adresse.
batch-fault-did = Ce n’est pas un DID. Un DID ressemble à did:web:example.ca.
batch-fault-day = Écrivez le jour comme 2026-06-30.
batch-fault-future = Ce jour n’est pas encore venu.
batch-fault-ended = Octroyé ce jour-là, le titre serait déjà échu.
batch-fault-language = Écrivez fr ou en, ou rien.
batch-fault-too-long = C’est plus long que ce que le champ accepte.
batch-fault-character = Il y a un caractère invisible ou un saut de ligne.
batch-fault-duplicate = La même personne figure à la ligne { $line }.
batch-read = { $count ->
    [one] Une personne a été lue dans la liste. Rien n’est encore délivré.
   *[other] { $count } personnes ont été lues dans la liste. Rien n’est encore délivré.
  }
batch-read-refused = { $count ->
    [one] Une ligne n’est pas utilisable.
   *[other] { $count } lignes ne sont pas utilisables.
  }
batch-first = Les premières lignes
batch-whom = Qui est visé
batch-discard = Écarter la liste
batch-discard-text = Si quelque chose ne va pas, écartez-la et apportez-en une meilleure.
batch-discard-ask = Rien n’en a été délivré. La liste ne pourra plus être commencée.
batch-start-title = Commencer
batch-start-text = { $issuer } délivre sous sa propre signature. Un microtitre repose sur une décision définitive ; la vôtre est nommée dans chaque titre.
batch-decision = Où la décision est consignée
batch-decision-hint = Par exemple « Conseil des études, 12 juin 2026, point 4 ». Quiconque voit un titre la lit.
batch-supervision = Comment ces personnes ont été évaluées
batch-supervision-hint = Le niveau le plus bas qui vaut pour toutes les personnes de la liste.
batch-letters = Écrire à toutes les personnes qui ont une adresse
batch-letters-short = Lettres
batch-lang = Langue des lettres aux personnes pour qui la liste n’en indique pas
batch-lang-en = Anglais
batch-lang-fr = Français
batch-no-letters = Aucun serveur de courriel n’est configuré : personne ne reçoit de lettre. Les résultats contiennent un lien pour chaque personne.
batch-count = Combien de titres sont délivrés
batch-count-hint = Tapez { $count }, pour que rien ne commence par accident.
batch-start = Commencer à délivrer
batch-progress = Où en est la délivrance
batch-of = { $done } sur { $all }
batch-issued = Délivrés
batch-skipped = Passées, parce qu’elles l’ont déjà
batch-left = Restent
batch-speed = Environ { $rate } par seconde.
batch-seconds-left = { $count ->
    [one] Il reste une seconde.
   *[other] Il reste { $count } secondes.
  }
batch-minutes-left = { $count ->
    [one] Il reste environ une minute.
   *[other] Il reste environ { $count } minutes.
  }
batch-looks = Cette page s’actualise toutes les trois secondes. Vous pouvez la quitter ; la délivrance continue.
batch-waits = La délivrance continue, que vous regardiez ou non.
batch-halt-asked = En pause depuis le { $when }. Ce qui était délivré reste.
batch-halt-standing = Arrêtée le { $when }, parce que l’organisme émetteur ne peut pas délivrer actuellement.
batch-done = Terminé le { $when }.
batch-pause = Mettre en pause
batch-resume = Continuer
batch-cancel = Annuler le reste
batch-cancel-ask = Ce qui est délivré reste. Ce qui reste ne sera jamais délivré à partir de cette liste.
batch-results = Télécharger les résultats
batch-results-hint = Un CSV avec une ligne pour chaque rangée : ce qu’il en est advenu, l’adresse du titre et le lien par lequel la personne le prend. Quiconque a un tel lien peut prendre le titre ; remettez donc chacun à sa seule personne destinataire.
batch-yes = Oui
batch-no = Non
notice-batch-paused = En pause. Ce qui est délivré reste.
notice-batch-cancelled = Annulé. Ce qui est délivré reste.

offer-for = Au nom de { $name }, par { $issuer }, { $day }.
offer-take = Votre session est ouverte au nom de { $name }. Le titre devient le vôtre, et personne d’autre ne peut le prendre par ce lien.
offer-sign-in = Ouvrez une session, ou créez un compte, pour le prendre. Vous reviendrez à cette page.
offer-taken = Quelqu’un l’a déjà pris, ou il n’est plus offert. Si vous pensez qu’il est à vous, demandez à l’organisme émetteur.
offer-not-yours = Votre nom n’est pas celui qui figure ci-dessus ? Alors ce lien vous a été envoyé par erreur ; laissez-le.
