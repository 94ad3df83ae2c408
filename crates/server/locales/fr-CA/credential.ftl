# La page publique d’un titre, et les mots qui figurent dans les documents signés.

# Documents signés. Ce qui change ici ne change que les titres délivrés ensuite.
document-competency = Une compétence du profil d’emploi « { $title } », version { $number } : montrée par des preuves et jugée critère par critère.
document-level = niveau { $level } sur { $levels } de l’échelle « { $scale } »
document-evidence-of = Jugé critère par critère le { $day } par une personne évaluatrice qualifiée, pour { $body }, d’après { $items }.
document-evidence = Jugé critère par critère le { $day } par une personne évaluatrice qualifiée, pour { $body }.
document-decided = Jugé par { $body } dans ses propres évaluations. La décision que chaque compétence a été démontrée prend effet le { $day } ; elle est consignée ici : { $decision }.
document-supervision-lowest = Plus bas niveau de supervision et d’identité parmi les preuves des critères essentiels (A0 à A5)
document-supervision-highest = Plus haut niveau de supervision et d’identité parmi les preuves (A0 à A5)
words-and = { $before } et { $last }
medium-video = { $count ->
    [one] { $count } vidéo
   *[other] { $count } vidéos
  }
medium-audio = { $count ->
    [one] { $count } enregistrement sonore
   *[other] { $count } enregistrements sonores
  }
medium-image = { $count ->
    [one] { $count } image
   *[other] { $count } images
  }
medium-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
  }
medium-text = { $count ->
    [one] { $count } compte rendu écrit
   *[other] { $count } comptes rendus écrits
  }
medium-link = { $count ->
    [one] { $count } page Web
   *[other] { $count } pages Web
  }
medium-other = { $count ->
    [one] { $count } autre fichier
   *[other] { $count } autres fichiers
  }
supervision-a0 = sans supervision, identité non vérifiée
supervision-a1 = sous supervision, identité non vérifiée
supervision-a2 = sous supervision en ligne, identité vérifiée d’une façon
supervision-a3 = sous supervision en ligne, identité vérifiée de deux façons
supervision-a4 = sous supervision sur place, identité vérifiée d’une façon
supervision-a5 = sous supervision sur place, identité vérifiée de deux façons

# La page
credential-page-title = { $title }, décerné à { $name }
credential-mine = Voici votre titre, tel que le voient toutes les personnes qui ont le lien.
credential-mine-link = Décider qui peut le trouver
credential-kind-competency = Compétence reconnue
credential-kind-micro = Microtitre
credential-awarded-to = Décerné à
credential-on = le
credential-by = par
credential-summary-competency = { $count ->
    [one] Montrée pour { $count } critère, au niveau { $level } sur { $levels }. Fait partie du profil d’emploi « { $title } ».
   *[other] Montrée pour { $count } critères, au niveau { $level } sur { $levels }. Fait partie du profil d’emploi « { $title } ».
  }
credential-can = Ce que { $name } sait faire
credential-judged-how = Une personne évaluatrice qualifiée a jugé les preuves critère par critère. Chaque critère indiqué ici a été atteint.
credential-judged-elsewhere = { $issuer } l’a évalué dans ses propres évaluations et déclare que chaque critère indiqué ici a été atteint. Sa décision est consignée ici : { $decision }.
credential-result = Résultat
credential-level = Niveau
credential-level-of = { $level } sur { $levels }
credential-level-named = { $level } sur { $levels } : { $name }
credential-shown-by = Preuves
credential-evidence-kept = Preuves que l’organisme émetteur conserve
credential-supervision = Supervision et identité
credential-supervised = Preuves produites { $level } ({ $code })
credential-supervised-range = Au minimum : { $low } ({ $low_code }). Au maximum : { $high } ({ $high_code }).
credential-judged-by = Jugé par
credential-valid = Validité
credential-until = jusqu’au { $day }
credential-no-end = sans date de fin
credential-part-suspended = Hors vigueur pendant un examen
credential-part-expired = Arrivée à échéance
credential-part-rescinded = Retirée
credential-part-provisional = Tirée au sort pour une seconde lecture
credential-details = Détails
credential-issued-by = Délivré par
credential-assessed-by = Évalué par
credential-awarded = Décerné
credential-occupation = Profession
credential-profile = Profil d’emploi
credential-version = { $title }, version { $number }
credential-owner = Profil tenu par
credential-endorsements = Appuis
credential-endorsements-none = Aucun au dossier
credential-number = Numéro
credential-limits = Ce qu’il ne montre pas
credential-limit-one = Le reste du profil d’emploi « { $title } » : voici { $code }, une de ses { $all } compétences.
credential-limit-listed = Ce qui ne figure pas comme critère sur cette page.
credential-limit-unsupervised = Qui était présent quand des preuves ont été produites sans supervision : leur origine est déclarée par la personne apprenante et appréciée par la personne évaluatrice.
credential-limit-hours = Des cours suivis ou des heures passées. Seul compte ce qui a été montré.
credential-limit-licence = Un permis ou une autorisation d’exercer.
credential-share = L’emporter
credential-this-page = cette page
credential-scan = À balayer pour ouvrir cette page sur un autre appareil.
credential-link = Lien vers ce titre
credential-file = Fichier Open Badges (JSON)
credential-token = Comme jeton signé
credential-card = Décerné à { $name } par { $issuer } le { $day }. Voyez ce qui a été montré, comment cela a été jugé et si le titre est en vigueur.

get-certificate = Attestation (PDF)
get-linked-in = Ajouter à LinkedIn
get-more = Autres façons de l’emporter
get-files = Tous les fichiers
get-pdf-in = Attestation en français
get-pdf-both = Attestation en anglais et en français
get-badge = Insigne qui contient le titre signé
get-code = Code QR de cette page
get-files-text = Le titre signé voyage aussi à l’intérieur de chaque attestation et de chaque insigne : quiconque reçoit le fichier peut le vérifier.

embed-title = Pour une page Web ou une signature de courriel
embed-text = Copiez l’un de ces codes dans la page. L’image ne change jamais ; le cadre dit ce qui vaut le jour où on le regarde.
embed-picture = Image avec lien
embed-frame = Cadre
embed-look = Voir ce que montre le cadre
embed-open = Voir ce qui a été montré et comment cela a été jugé

# L’attestation
certificate-awarded = le { $day } par { $issuer }
certificate-valid = à partir du { $from }, { $until }
certificate-level = Niveau { $level }
certificate-no-licence = Ceci n’est ni un permis ni une autorisation d’exercer.
certificate-inside = Le titre signé est joint à ce fichier sous le nom { $file } : c’est la signature qui fait foi, et non cette page.
certificate-attached-is = Le titre signé, Open Badges 3.0
certificate-substituted = Certains caractères n’existent pas dans les polices de ce fichier et sont remplacés par des carrés. Ils sont complets dans le titre joint et sur la page publique.
certificate-scan = Balayez le code ou ouvrez cette adresse pour voir si le titre est en vigueur aujourd’hui :
certificate-emblem = Emblème de « { $title } »
certificate-continued = { $title }, décerné à { $name } (suite)

linked-in = Pour un profil LinkedIn
linked-in-text = Ouvrez le formulaire déjà rempli, ou copiez les champs un à un.
linked-in-add = Ouvrir le formulaire de LinkedIn
linked-in-name = Nom
linked-in-issuer = Organisme émetteur
linked-in-from = Date de délivrance
linked-in-until = Date d’expiration
linked-in-id = Identifiant du titre
linked-in-url = Adresse Web du titre

being-signed-title = Ce titre est en cours de signature
being-signed-text = Il vient d’être décerné, et sa signature numérique suit dans quelques secondes. Il n’y a aucun problème.
being-signed-again = Ouvrir la page de nouveau

# Vérifications
checked-at = Vérifié le { $day } à { $time }.
verdict-since = Depuis le { $day }, par { $issuer }. { $ground }
verdict-ended = Il a pris fin le { $day }.
verdict-begins = Il commence le { $day }.
verdict-replaced = Un titre renouvelé le remplace depuis le { $day }.
verdict-not-accepted = La personne titulaire ne l’a pas accepté.
verdict-open = Non vérifié : { $checks }.
check-name-proof = Signature
check-name-binding = Clé de signature
check-name-shape = Champs exigés
check-name-dates = Dates
check-name-status = Statut
check-name-issuer = Organisme émetteur
checked-proof-passed = Rien n’a changé depuis la signature par { $issuer }.
checked-proof-failed = Le contenu n’est pas celui qui a été signé, ou la signature manque ou est défectueuse.
checked-proof-open = La clé nécessaire ne peut pas être lue en ce moment, ou ce site ne connaît pas ce genre de signature. Réessayez plus tard ou demandez à l’organisme émetteur.
checked-proof-offline = Ce site ne cherche pas de clés sur le Web : les signatures d’autres organismes émetteurs n’y sont donc pas vérifiées.
checked-binding-passed = La clé est celle de l’organisme émetteur nommé.
checked-binding-failed = La clé n’est pas celle de l’organisme émetteur nommé, { $address }.
checked-binding-open = Il n’a pas été possible de savoir à qui est la clé.
checked-shape-passed = Il contient tout ce qu’un titre de ce genre doit contenir.
checked-shape-failed = Quelque chose qu’un titre de ce genre doit contenir manque ou est mal formé.
checked-dates-passed = Valide du { $from } au { $until }.
checked-dates-endless = Valide à partir du { $from }, sans date de fin.
checked-dates-early = Il n’est valide qu’à partir du { $from }.
checked-dates-failed = Il était valide jusqu’au { $until }.
checked-status-passed = Ni suspendu ni révoqué. Le registre de l’organisme émetteur a été lu à { $time }.
checked-status-none = Il n’indique aucun endroit où l’organisme émetteur dirait qu’il l’a retiré. Si cela importe, demandez-le-lui.
checked-status-revoked = L’organisme émetteur l’a révoqué. Le registre a été lu à { $time }.
checked-status-suspended = L’organisme émetteur l’a suspendu pour l’instant. Le registre a été lu à { $time }.
checked-status-not-accepted = Le registre, lu à { $time }, ne l’indique pas comme étant en vigueur.
checked-status-open = La liste des titres suspendus et révoqués de l’organisme émetteur n’a pas pu être lue.
checked-issuer-passed = { $issuer } est inscrit sur ce site.
checked-issuer-failed = { $issuer } n’est pas un organisme émetteur que ce site reconnaît.
checked-issuer-open = Ce site ne connaît pas l’organisme émetteur, et n’importe qui peut se donner un nom. Assurez-vous que { $address } est bien { $issuer }.

yourself-title = Le vérifier par vous-même
yourself-text = Le fichier se vérifie sur votre propre ordinateur, sans ce site Web et sans compte.
yourself-file = Téléchargez le fichier.
yourself-key-inside = La clé de l’organisme émetteur fait partie de son identifiant dans le fichier : il ne faut rien d’autre.
yourself-keys-before = Une seule fois,
yourself-keys = enregistrez les clés de l’organisme émetteur
yourself-keys-after = . Ensuite, vous n’avez plus besoin de nous.
yourself-lists = Enregistrez ce que l’organisme émetteur publie aujourd’hui sur les titres suspendus et révoqués :
yourself-list-revocation = la liste des révocations
yourself-list-suspension = la liste des suspensions
yourself-run = Lancez le programme à code source ouvert, qui ne cherche rien sur le Web :
yourself-others = Ou donnez le fichier à tout autre vérificateur d’Open Badges 3.0.
checked-key-lost = La clé qui a signé ceci n’est plus digne de confiance à partir du { $lost }, et le registre de ce site ne montre pas que la signature est antérieure. Demandez à la personne titulaire le fichier délivré de nouveau.
checked-key-lost-later = La clé a été compromise le { $lost }. Le registre de ce site montre que la signature est antérieure, du { $signed } : elle compte.
checked-issuer-closed = L’organisme émetteur a fermé. Son registre est tenu par { $holder }.
checked-issuer-closed-here = L’organisme émetteur a fermé. Ce site conserve son registre.
checked-issuer-suspended = L’organisme émetteur est suspendu : un examen est en cours. Cela ne change rien à ce qui a été délivré avant.
checked-issuer-revoked = L’organisme émetteur a depuis perdu sa reconnaissance. Demandez à l’organisme qui en assure la qualité si ce titre est touché.
checked-issuer-not-recognised = L’organisme émetteur avait perdu sa reconnaissance lors de la délivrance.

check-name-recipient = Destinataire
check-name-endorsements = Appuis
checked-recipient-passed = Il est destiné à la personne indiquée.
checked-recipient-failed = Il est destiné à quelqu’un d’autre que la personne indiquée.
checked-recipient-open = Il ne dit rien qui puisse être comparé à ce qui a été indiqué.
checked-recipient-named = Il dit être destiné à { $named }. Pour le comparer à une adresse de courriel ou à un DID, indiquez-le à la page « Vérifier ».
checked-recipient-not-asked = Personne n’a été indiqué pour la comparaison.
checked-endorsements-passed = { $count ->
    [one] L’appui contenu est en vigueur.
   *[other] Les { $count } appuis contenus sont en vigueur.
  }
checked-endorsements-failed = Les appuis contenus ne sont pas tous en vigueur. Le titre n’en dépend pas.
checked-endorsements-open = Les appuis contenus n’ont pas tous pu être vérifiés. Le titre n’en dépend pas.
checked-endorsements-none = Il n’en contient aucun.
checked-status-listed = La liste de l’organisme émetteur dit qu’il n’est ni suspendu ni révoqué.
checked-status-revoked-listed = La liste de l’organisme émetteur dit qu’il a été révoqué.
checked-status-suspended-listed = La liste de l’organisme émetteur dit qu’il est suspendu.
checked-issuer-listed = { $listed } figure sur la liste « { $list } » du { $day }, de { $source }.
checked-issuer-unlisted = L’organisme émetteur ne figure sur aucune liste donnée à ce site. Il peut être authentique malgré tout : assurez-vous que { $address } est bien { $issuer }.
