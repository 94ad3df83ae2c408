mail-evidence-arrived-subject = Des preuves attendent une personne évaluatrice : { $competency }
mail-evidence-arrived-body =
    Bonjour { $name },

    Des preuves sont arrivées pour « { $competency } », qui relève de votre champ d’évaluation. Vous pouvez les prendre dans la file :
    { $link }
mail-more-asked-subject = La personne évaluatrice demande un complément
mail-more-asked-body =
    Bonjour { $name },

    La personne évaluatrice a une question avant de décider. Votre tentative se poursuit; répondez ici :
    { $link }
mail-learner-answered-subject = La personne apprenante a répondu
mail-learner-answered-body =
    Bonjour { $name },

    La personne apprenante a répondu à votre question. L’évaluation est rouverte :
    { $link }
mail-demonstrated-subject = Démontrée : { $competency }
mail-demonstrated-body =
    Bonjour { $name },

    Vous avez démontré « { $competency } ». La compétence est reconnue dès aujourd’hui, et son titre est à vous, à télécharger et à partager :
    { $link }
mail-not-yet-subject = Pas encore : { $competency }
mail-not-yet-body =
    Bonjour { $name },

    La personne évaluatrice a examiné vos preuves pour « { $competency } ». Ce que vous avez montré reste acquis. Pour le reste, lisez la raison pour chaque critère et les apprentissages proposés :
    { $link }
mail-awarded-subject = Votre titre est prêt : { $title }
mail-awarded-body =
    Bonjour { $name },

    L’émetteur vous a octroyé « { $title } ». Acceptez-le ici et partagez-le avec qui vous voulez :
    { $link }
mail-refused-subject = Une décision au sujet de { $title }
mail-refused-body =
    Bonjour { $name },

    L’émetteur a décidé de ne pas octroyer « { $title } ». Vous pouvez lire la raison, et comment faire appel, ici :
    { $link }

mail-password-link-subject = Choisir un nouveau mot de passe
mail-password-link-body =
    Bonjour { $name },

    Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe pour votre compte. Ce lien sert une fois, pendant une heure :
    { $link }

    Si ce n’est pas vous, ne faites rien : votre mot de passe reste le même.
mail-suspended-subject = Suspendu : { $title }
mail-suspended-body =
    Bonjour { $name },

    L’organisme émetteur a suspendu votre titre « { $title } ». Il est hors vigueur pour l’instant. Quiconque le vérifie lit ce motif : { $ground }

    L’organisme émetteur vous écrit :
    { $words }

    Ce que vous pouvez faire, et comment faire appel :
    { $link }
mail-reinstated-subject = De nouveau en vigueur : { $title }
mail-reinstated-body =
    Bonjour { $name },

    Votre titre « { $title } » est de nouveau en vigueur.

    L’organisme émetteur vous écrit :
    { $words }

    { $link }
mail-revoked-subject = Révoqué : { $title }
mail-revoked-body =
    Bonjour { $name },

    L’organisme émetteur a révoqué votre titre « { $title } ». Il est définitivement hors vigueur. Quiconque le vérifie lit ce motif : { $ground }

    L’organisme émetteur vous écrit :
    { $words }

    Ce que vous pouvez faire, et comment faire appel :
    { $link }
mail-withdrawn-subject = N’est plus offert : { $title }
mail-withdrawn-body =
    Bonjour { $name },

    L’organisme émetteur a retiré son offre du titre « { $title } ». Il ne peut plus être accepté. Personne d’autre ne voit qu’il a été offert. Le motif : { $ground }

    L’organisme émetteur vous écrit :
    { $words }

    Ce que vous pouvez faire, et comment faire appel :
    { $link }
mail-expired-subject = Arrivé à échéance : { $title }
mail-expired-body =
    Bonjour { $name },

    Votre titre « { $title } » était valide jusqu’au { $day }. Ce que vous avez montré reste acquis; quiconque le vérifie lit qu’il a pris fin. Vous pouvez le renouveler ici :
    { $link }
mail-expiring-subject = Échéance le { $day } : { $title }
mail-expiring-body =
    Bonjour { $name },

    Votre titre « { $title } » est valide jusqu’au { $day }. Vous pouvez dès maintenant le renouveler, avec des preuves récentes :
    { $link }
mail-unclaimed-subject = Toujours offert : { $title }
mail-unclaimed-body =
    Bonjour { $name },

    « { $title } » vous a été offert il y a quatre-vingt-dix jours. Vous pouvez encore l’accepter :
    { $link }
mail-reissued-subject = Signé de nouveau : { $title }
mail-reissued-body =
    Bonjour { $name },

    La clé avec laquelle votre titre « { $title } » a été signé n’est plus digne de confiance. Rien d’autre n’a changé : il a été signé de nouveau, avec une nouvelle clé. Les liens restent valables. Si vous gardez le fichier, téléchargez-le de nouveau :
    { $link }

mail-no-answer-subject = Aucune réponse : l’évaluation reprend
mail-no-answer-body =
    Bonjour { $name },

    La personne apprenante n’a pas répondu à temps à votre question. L’évaluation est rouverte; décidez d’après ce qu’il y a :
    { $link }
mail-lapsed-subject = Une évaluation que vous aviez prise attend de nouveau
mail-lapsed-body =
    Bonjour { $name },

    Vous avez pris cette évaluation en charge sans la commencer depuis deux jours ouvrables : elle est de retour dans la file. Vous n’y perdez rien et pouvez la reprendre :
    { $link }
mail-not-answered-subject = Votre évaluation reprend sans réponse
mail-not-answered-body =
    Bonjour { $name },

    La personne évaluatrice vous a posé une question et aucune réponse n’est venue à temps. Elle décide maintenant d’après ce que vous avez envoyé. Quelle que soit sa décision, vous pouvez envoyer de nouvelles preuves :
    { $link }
mail-asleep-subject = Toujours ouverte : { $title }
mail-asleep-body =
    Bonjour { $name },

    Rien de nouveau n’est arrivé à votre demande sur « { $title } » depuis une demi-année; nous l’avons donc mise en sommeil. Ce que vous avez démontré le reste. Elle reprend dès que vous envoyez quelque chose :
    { $link }
mail-batch-offer-subject = Pour vous : { $title }
mail-batch-offer-body =
    Bonjour { $name },

    Un titre vous a été délivré : « { $title } ». Il est à vous dès que vous l’acceptez ; jusque-là, personne d’autre ne le voit. Vous le prenez ici :
    { $link }

    Gardez ce lien pour vous : quiconque l’a peut prendre le titre.
mail-plan-changed-subject = Changement dans votre plan : { $title }
mail-plan-changed-body =
    Bonjour { $name },

    quelque chose a changé dans « { $title } », que vous avez prévu : le prix, la durée, la date, ou l’offre n’existe plus. Votre plan dit quoi, et ce qui serait le mieux maintenant :
    { $link }
