# Lire, enregistrer et envoyer des preuves. Les valeurs des mots de l’enregistreur sont ajoutées par script.

player-speed = Vitesse
note-remove = Retirer la note à { $at }

record-no-script-video = Pour enregistrer ici, il faut un navigateur qui exécute les scripts et une caméra. Vous pouvez aussi enregistrer avec une autre application et choisir le fichier ci-dessous.
record-no-script-audio = Pour enregistrer ici, il faut un navigateur qui exécute les scripts et un microphone. Vous pouvez aussi enregistrer avec une autre application et choisir le fichier ci-dessous.
record-start-video = Préparer la caméra et le microphone
record-start-audio = Préparer le microphone
record-allow = Votre navigateur demande une permission. Rien n’est encore enregistré.
record-camera = Caméra
record-microphone = Microphone
record-record = Commencer l’enregistrement
record-pause = Pause
record-resume = Continuer
record-stop = Arrêter
record-retake = Effacer et recommencer
record-use = Garder et ajouter à mes preuves
record-recording = Enregistrement en cours
record-paused = En pause
record-ready = Prêt. Regardez l’image, dites quelques mots et vérifiez que le niveau sonore bouge.
record-sound = Niveau sonore
record-time = { $time } sur { $limit }
record-minute-left = Il reste une minute
record-ten-seconds = Il reste dix secondes
record-limit = La limite de temps est atteinte. L’enregistrement s’est arrêté et il est conservé.
record-denied = Le navigateur n’a pas le droit d’utiliser la caméra ou le microphone. Sélectionnez l’icône à gauche de l’adresse, autorisez la caméra et le microphone pour ce site, puis réessayez. Vous pouvez aussi choisir un fichier ci-dessous.
record-missing = Aucune caméra ni aucun microphone n’a été trouvé. Branchez un appareil et réessayez, ou choisissez un fichier ci-dessous.
record-busy = Un autre programme utilise la caméra ou le microphone. Fermez ce programme et réessayez, ou choisissez un fichier ci-dessous.
record-unsupported = Ce navigateur ne peut pas enregistrer. Enregistrez avec une autre application et choisissez le fichier ci-dessous.
record-found = Un enregistrement de { $time } qui n’a pas été ajouté à vos preuves se trouve sur cet appareil.
record-recover = Le regarder et l’ajouter
record-discard = L’effacer
record-silent = Le microphone ne capte aucun son.
record-name-video = Enregistrement vidéo { $name }
record-name-audio = Enregistrement audio { $name }
record-saved-here = Arrêté. L’enregistrement se trouve seulement sur cet appareil tant que vous ne le gardez pas.

upload-none = Aucun fichier pour le moment.
upload-choose = Ajouter des fichiers
upload-limit = Jusqu’à { $size } par fichier. Les fichiers sont enregistrés à mesure qu’ils arrivent; personne d’autre ne les voit avant l’envoi de votre demande.
upload-send = Téléverser
upload-saved = Enregistré
upload-remove = Retirer
upload-progress = { $part }, { $sent } sur { $all }
upload-waiting = En attente du réseau à { $part }. La suite se fera d’elle-même.
upload-pausing = En pause à { $part }
upload-pause = Pause
upload-resume = Continuer
upload-retry = Essayer maintenant
upload-quarter = { $name } : { $part } téléversé
upload-done = { $name } est enregistré
upload-failed = { $name } n’a pas été accepté. { $part }
upload-too-large = Le fichier dépasse { $all }.
upload-signed-out = Votre session a pris fin. Ouvrez-la de nouveau dans un autre onglet, puis sélectionnez Essayer maintenant. Ce qui est déjà téléversé est conservé.
upload-continue = Choisissez de nouveau le fichier pour continuer
upload-continue-hint = { $name } : { $part } déjà téléversé. Après un rechargement, le navigateur ne peut pas rouvrir le fichier lui-même.

# Bureau d’évaluation
note-words = Note
note-at = À
note-at-hint = Minutes et secondes, par exemple 2:14
note-criterion = Au sujet de
note-add = Ajouter la note
draft-hint = Votre brouillon s’enregistre de lui-même. Personne d’autre ne le voit avant votre décision.
draft-saved = Brouillon enregistré à { $time }
draft-conflict = Ce brouillon a été modifié dans un autre onglet ou par une autre personne. Vos dernières modifications ne sont pas enregistrées. Ouvrez de nouveau la page pour voir le brouillon plus récent.
draft-failed = Le brouillon n’a pas pu être enregistré. Un nouvel essai sera fait; vous pouvez continuer à travailler.
draft-signed-out = Votre session a pris fin. Ouvrez-la de nouveau dans un autre onglet; vos modifications sont toujours ici.
keys-title = Raccourcis clavier
keys-on = Les raccourcis d’une seule touche sont actifs
key-play = Lire ou mettre en pause
key-back = Reculer de 5 secondes
key-forward = Avancer de 5 secondes
key-next = Dossier suivant
key-help = Afficher cette liste

# Refus de téléversements
wrong-file-cut = Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.
wrong-upload-metadata = Le téléversement n’indique pas à quoi il appartient. Ouvrez de nouveau la page et choisissez le fichier encore une fois.
