# Aide, appels, accessibilité, vie privée. Une ligne vide commence un paragraphe; des lignes à tiret font une liste.

about-pages = À propos de Tessera
about-help = Aide
about-appeals = Comment faire appel
about-accessibility = Accessibilité
about-privacy = Vie privée

about-help-begin = Par où commencer?
about-help-begin-text =
    Trouvez l’emploi dans le catalogue et lisez son profil : il montre chaque critère, les preuves demandées, le tarif, le délai de décision et la façon de faire appel.

    Voyez où vous en êtes, sans compte, puis ouvrez une demande. Aucun cours, aucune inscription et aucun paiement ne sont exigés pour en ouvrir une.
about-help-evidence = Qu’est-ce qui compte comme preuve?
about-help-evidence-text =
    Un travail que vous avez fait et qui montre un critère : un enregistrement, une photo, un document, un texte, un lien. Pour chaque élément, vous dites quand et où c’était, et quelle partie montre quel critère.

    - Personne d’autre ne le voit jusqu’à ce que vous l’envoyiez.
    - Avant l’envoi, un indicateur dit ce qui manque encore.
    - Vous déclarez que c’est votre propre travail, et quelle aide vous avez eue, de personnes ou d’une IA.
    - Les personnes reconnaissables doivent avoir accepté. Clients, patients et enfants ne doivent pas être reconnaissables.
about-help-result = Que veulent dire les résultats?
about-help-result-text =
    Chaque critère est jugé atteint, partiel ou non démontré. Quand ce que le profil demande est atteint, la compétence est démontrée et reconnue immédiatement.

    Le profil dit dans quel délai vous recevez la décision.
about-help-gap = Et s’il manque quelque chose?
about-help-gap-text =
    Vous voyez quels critères, la raison en langage clair et les apprentissages courts offerts exactement pour ceux-là, ou qu’aucun n’est offert. Ce qui est atteint le reste.

    Réessayez aussi souvent que vous voulez, avec au moins une nouvelle preuve pour chaque critère ouvert. Les tentatives qui n’ont pas suffi ne figurent sur aucun microtitre.
about-help-credential = Que puis-je faire d’un microtitre?
about-help-credential-text =
    Acceptez-le, puis partagez son adresse, téléchargez-le en fichier ou gardez-le dans un portefeuille numérique. Vous décidez si les moteurs de recherche peuvent le répertorier. Chaque compétence démontrée a son propre titre; vous n’avez donc pas à attendre l’ensemble.
about-help-verify = Comment vérifier un microtitre?
about-help-verify-text =
    Ouvrez son adresse, ou collez-la, ou son fichier, dans la page « Vérifier ». Vous voyez chaque vérification et son résultat. Les microtitres sont des documents Open Badges 3.0 signés selon une méthode du W3C; d’autres outils peuvent donc aussi les vérifier.
about-help-password = J’ai oublié mon mot de passe
about-help-password-text =
    Cette version ne peut pas vous en envoyer un nouveau par courriel. Adressez-vous à l’organisme qui exploite ce site; il peut voir votre compte, pas votre mot de passe.
about-help-ask = À qui puis-je m’adresser?
about-help-ask-text =
    Pour un profil, une évaluation ou un microtitre : à l’organisme qui y est nommé. Pour ce site : à l’organisme qui l’exploite.

about-appeals-what = Ce qui peut faire l’objet d’un appel
about-appeals-what-text =
    Une décision sur une compétence et une décision sur un microtitre. Vous pouvez dire, par exemple, que :

    - la procédure n’a pas été suivie
    - une personne qui a jugé était en conflit d’intérêts ou avait un parti pris
    - des preuves n’ont pas été prises en compte
    - la décision contient une erreur
    - une mesure d’adaptation accordée n’a pas été appliquée
about-appeals-when = De combien de temps vous disposez
about-appeals-when-text =
    Chaque profil dit dans combien de jours après une décision vous pouvez faire appel. Vous le trouvez sur la page du profil, sous « Si vous n’êtes pas d’accord avec une décision ». Une nouvelle tentative avec de nouvelles preuves ne vous enlève pas le droit de faire appel.
about-appeals-how = Comment procéder
about-appeals-how-text =
    Écrivez à l’organisme qui délivre le microtitre; le profil le nomme, avec son site Web. Dans cette version de Tessera, l’appel lui-même est traité par cet organisme et non sur ce site. Donnez :

    - l’adresse de votre demande, et la compétence
    - la date de la décision
    - ce qui vous semble erroné, et pourquoi
    - ce que vous demandez
about-appeals-then = Ce qui se passe ensuite
about-appeals-then-text =
    Une personne qui n’a pas pris part à la décision l’examine et vous donne ses raisons. Si vous avez raison, la décision est reprise. D’ici là, la décision tient, et les compétences déjà reconnues le restent.

about-accessibility-aim = Ce que nous visons
about-accessibility-aim-text =
    Que tout le monde puisse utiliser chaque page : au clavier, avec un lecteur d’écran, au téléphone, en gros caractères, en couleurs sombres ou très contrastées. Nous suivons les WCAG 2.2, niveau AA.
about-accessibility-done = Ce qui est fait pour cela
about-accessibility-done-text =
    - Chaque page fonctionne sans script; le script ne fait qu’accélérer.
    - Les états ont une forme et un mot, jamais la couleur seule.
    - Rien n’exige de glisser, et rien n’est minuté, sauf un enregistrement que vous lancez et arrêtez.
    - L’ouverture d’une session permet de coller et d’utiliser un gestionnaire de mots de passe, sans casse-tête.
    - Les pages sont vérifiées par des tests automatiques et regardées en français et en anglais, sur un écran étroit, en clair et en sombre.
about-accessibility-limits = Ce qui manque, à notre connaissance
about-accessibility-limits-text =
    Aucun audit indépendant n’a été fait, et des personnes qui utilisent chaque jour des technologies d’assistance n’ont pas encore mis le site à l’essai. Les enregistrements n’ont de sous-titres ou de transcription que si la personne qui les a faits en ajoute. Les fichiers téléversés peuvent eux-mêmes ne pas être accessibles.
about-accessibility-tell = Dites-le-nous
about-accessibility-tell-text =
    Si quelque chose vous fait obstacle, dites-le à l’organisme qui exploite ce site. Une évaluation peut aussi être adaptée : adressez-vous à l’organisme nommé dans le profil. La méthode, le temps et la forme peuvent changer; ce qui est essentiel à l’emploi, non.

about-privacy-who = Qui est responsable
about-privacy-who-text =
    L’organisme qui exploite ce site et, pour chaque profil, les organismes qui évaluent et délivrent. Tessera est un logiciel; celles et ceux qui le font ne reçoivent rien de ce site.
about-privacy-kept = Ce qui est conservé
about-privacy-kept-text =
    - votre nom, votre adresse courriel et votre langue, ainsi qu’une empreinte de votre mot de passe, d’où il ne peut être lu
    - vos demandes, autoévaluations, preuves, ce que vous avez déclaré à leur sujet, résultats et microtitres
    - un registre de ce qui est arrivé à chacun et de qui l’a fait, qui ne peut être modifié sans que cela se voie
    - les lettres qui vous ont été écrites

    Une autoévaluation sans demande n’est pas conservée.
about-privacy-seen = Qui le voit
about-privacy-seen-text =
    Vos preuves ne sont qu’à vous jusqu’à l’envoi. Ensuite, les personnes évaluatrices qui peuvent juger cette compétence les voient. L’émetteur voit les résultats. Personne d’autre ne les voit, pas même l’administration, à moins que vous partagiez un microtitre.

    Les preuves ne servent qu’à l’évaluation. Elles n’entraînent aucun modèle, et aucun détecteur ne décide à leur sujet.
about-privacy-cookies = Témoins
about-privacy-cookies-text =
    Un témoin garde votre session ouverte; un autre porte un message comme « Enregistré » à la page suivante, puis disparaît. Aucun suivi, aucune publicité, rien d’autres sites.

    Les mots que vous n’avez pas encore envoyés sont gardés dans votre propre navigateur, pour qu’un rechargement ne les perde pas.
about-privacy-share = Ce que montre un microtitre
about-privacy-share-text =
    Sa page et son fichier montrent votre nom, ce que vous avez démontré, qui l’a jugé et délivré, et comment. Ils ne montrent ni preuve, ni tentative, ni adresse courriel. Un microtitre n’est public qu’une fois que vous l’avez accepté.
about-privacy-long = Combien de temps
about-privacy-long-text =
    Les téléversements inachevés sont supprimés après quelques jours, et les sessions quand elles se terminent. Les preuves que vous retirez avant l’envoi sont supprimées. Ce sur quoi repose une décision est conservé aussi longtemps que l’organisme qui a décidé y est tenu; en Ontario, c’est au moins un an pour les établissements publics.
about-privacy-rights = Ce que vous pouvez demander
about-privacy-rights-text =
    Voir ce qui est conservé à votre sujet, le faire corriger, et faire supprimer ce qui n’a pas à être conservé. Cette version n’a pas de bouton pour supprimer un compte : adressez-vous à l’organisme qui exploite ce site.
