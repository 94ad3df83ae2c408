# Vérifier un titre, quel qu’il soit.

verify-title = Vérifier un titre
verify-lead = Donnez son adresse, son fichier, une image de son code QR ou son texte. Un seul suffit, et aucun compte n’est nécessaire.
verify-link = Adresse
verify-link-hint = Le lien qui figure dans un CV ou un profil, ou le numéro d’un titre de ce site.
verify-file = Fichier
verify-file-hint = Le fichier du titre (JSON, JWT), un insigne (PNG ou SVG) ou une attestation (PDF) qui contient un titre, ou une image d’un code QR (PNG ou JPEG) ; jusqu’à 8 Mo.
verify-text = Texte
verify-text-hint = Le texte entier : du JSON, de la première { "{" } à la dernière { "}" }, ou un jeton qui commence par « ey ». Une présentation de plusieurs titres convient aussi.
verify-check = Vérifier
verify-privacy = Rien de ce que vous envoyez ici n’est conservé, et l’organisme émetteur ne saura pas qui a regardé.
verify-result = Résultat de la vérification
verify-no-name = Un titre sans nom
verify-doubtful = Ce n’est que ce que dit le fichier. Ne vous y fiez pas : voyez les vérifications ci-dessus.
verify-says = Ce qu’il dit
verify-holder = Titulaire
verify-issuer = Organisme émetteur
verify-issuer-id = Identifiant de l’organisme
verify-from = Valide à partir du
verify-until = Valide jusqu’au
verify-description = À propos
verify-criteria = Critères
verify-id = Numéro
verify-its-page = Ouvrir sa page
verify-another = En vérifier un autre

wrong-verify-nothing = Donnez une adresse, un fichier ou un texte.
wrong-verify-several = Donnez un seul des trois : une adresse, un fichier ou un texte.
wrong-verify-not-json = Ceci ne peut pas être lu comme un titre : ce n’est ni un objet JSON complet ni un jeton signé. Copiez ou choisissez le fichier entier.
wrong-verify-picture = Aucun titre et aucun code QR ne peuvent être lus dans cette image. Photographiez le code seul, droit et net ; ou, si le titre était dans l’image, demandez le fichier tel qu’il a été téléchargé : bien des sites modifient les images.
wrong-verify-paper = Aucun titre ne peut être lu dans ce PDF : il ne vient pas de ce programme, ou il a été imprimé ou modifié depuis. Demandez le fichier tel qu’il a été téléchargé.
wrong-verify-too-large = Ceci dépasse 1 Mo, plus qu’il n’en faut à un titre.
wrong-verify-file-too-large = Ceci dépasse 8 Mo, plus que ce qui est lu ici.
wrong-verify-too-deep = Ceci est imbriqué plus profondément qu’il n’en faut à un titre.
wrong-verify-not-a-credential = Ceci peut être lu, mais ce n’est ni un titre vérifiable ni une présentation de titres.
wrong-verify-nothing-here = Aucun titre public ne se trouve à cette adresse. Vérifiez-la ou demandez le lien à la personne titulaire.
wrong-verify-being-signed = Ce titre est en cours de signature. Réessayez dans un instant.
wrong-verify-fetches-nothing = Ce site ne va rien chercher sur d’autres sites. Donnez plutôt le fichier ou le texte.
wrong-verify-not-https = Donnez une adresse qui commence par https://.
wrong-verify-private = Cette adresse n’est pas sur l’Internet public; rien n’y a été cherché. Donnez plutôt le fichier ou le texte.
wrong-verify-not-found = Il n’y a rien à cette adresse. Vérifiez-la, ou donnez le fichier ou le texte.
wrong-verify-moved = Cette adresse mène à une autre, qui n’est pas suivie. Donnez celle-là, le fichier ou le texte.
wrong-verify-unreachable = Cette adresse est injoignable en ce moment. Réessayez plus tard, ou donnez le fichier ou le texte.
wrong-verify-link-not-json = Il y a une page pour les gens à cette adresse, mais aucun titre qu’un programme puisse lire. Donnez le fichier ou le texte.

verify-recipient = À qui il devrait être destiné
verify-recipient-hint = Une adresse de courriel, un DID ou un numéro. Comparé à ce que dit le titre, même haché, et conservé nulle part.
verify-holder-id = Identifiant de la personne titulaire
verify-fetched = Ce qui a été cherché pour cette vérification
verify-fetched-text = Sur le site de l’organisme émetteur ou sur un autre. Ils apprennent que quelqu’un a interrogé ce site, mais non qui.
verify-fetched-at = obtenu le { $day } à { $time }
verify-fetched-not = n’a pas pu être obtenu le { $day } à { $time }
wrong-verify-picture-too-large = Cette image a trop de pixels pour qu’on y cherche un code QR. Découpez-la autour du code.
wrong-verify-code = Ce code QR peut être lu, mais il ne mène à aucun titre : il ne contient ni adresse https ni titre.
wrong-verify-nothing-shown = Ceci est une présentation, mais elle ne contient aucun titre.

presented-title = { $count ->
    [one] Une présentation de { $count } titre
   *[other] Une présentation de { $count } titres
  }
presented-holds = Elle est signée par la personne titulaire qu’elle nomme et n’a pas changé depuis.
presented-altered = Sa signature manque ou est défectueuse, ou elle a été modifiée. Chaque titre qu’elle contient est jugé à part ci-dessous.
presented-not-holder = Elle n’est pas signée par la personne titulaire qu’elle nomme. Quelqu’un d’autre a pu la composer.
presented-open = Sa signature n’a pas pu être vérifiée. Chaque titre qu’elle contient est jugé à part ci-dessous.
presented-holder = Titulaire :
presented-occasion = Pour qui et pour quelle occasion elle a été faite ne peut pas être établi ici. Pour être sûr que la personne vous la montre maintenant, demandez-la-lui par un code à vous, à la page « Vérifier ».

endorsed-title = Appuis contenus
endorsed-by = { $by }, sur { $what }
endorsed-what-credential = ce titre
endorsed-what-achievement = ce qu’il atteste
endorsed-what-issuer = l’organisme émetteur
endorsed-valid = En vigueur.
endorsed-expired = Il a été en vigueur et a pris fin.
endorsed-not-yet-valid = Il n’est pas encore en vigueur.
endorsed-suspended = Suspendu pour l’instant.
endorsed-revoked = Retiré depuis par qui l’avait donné.
endorsed-altered = Il n’est pas tel qu’il a été signé.
endorsed-issuer-not-recognised = Il n’est pas signé par qui il nomme.
endorsed-cannot-check-now = Il n’a pas pu être vérifié en ce moment.
endorsed-other = Il est authentique, mais parle d’autre chose.
endorsed-unreadable = Il ne peut pas être lu.
endorsed-from = Appui donné à partir du { $from }.
endorsed-from-until = Appui donné du { $from } au { $until }.
endorsed-says = « { $words } »
