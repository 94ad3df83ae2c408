# Une compétence d’une demande : critères, preuves, envoi, évaluation, lacune.
comp-about = À propos de cette compétence
comp-required = Requise
comp-elective = Facultative
comp-level = Niveau { $level } : { $name }
comp-in-review = Chez les personnes évaluatrices.
comp-second = En seconde évaluation.
comp-due = Une décision est attendue au plus tard le { $date } ({ $left }).
comp-asked = La personne évaluatrice a une question avant de décider. Le délai est suspendu jusqu’à votre réponse.
comp-gap = { $count ->
    [one] Pas encore : { $count } critère reste à démontrer.
   *[other] Pas encore : { $count } critères restent à démontrer.
  }
comp-gap-text = Ce que vous avez démontré reste acquis; seul le reste sera évalué de nouveau. Vous pouvez essayer autant de fois que vous voulez, et personne à l’extérieur ne voit combien de fois.
comp-held = Démontrée le { $date }, évaluée par { $by }.
comp-provisional = La décision a été tirée au sort pour vérification.
comp-expired = Elle était à jour jusqu’au { $date }.

# Critères
crit-title = Critères
crit-met-of = { $met } atteints sur { $all }
crit-essential = Essentiel
crit-levels = À quoi ressemble chaque résultat
crit-met = Atteint le { $date }
crit-open = À démontrer
crit-open-shown = À démontrer, preuve enregistrée
crit-not-needed = Non démontré, et pas nécessaire à la décision
crit-judged = selon la personne évaluatrice, le { $date }
crit-in = dans « { $title } »
crit-remarks = Autres remarques de la personne évaluatrice
crit-more = { $count ->
    [one] { $count } de plus
   *[other] { $count } de plus
  }
crit-add = Ajouter une preuve pour ce critère
crit-add-for = ({ $code })

# Règles de preuve
rules-title = Ce que doit être la preuve
rules-occasions = Occasions
rules-days = { $count ->
    [one] ce qui est fait : { $count } jour
   *[other] ce qui est fait : { $count } jours distincts
  }
rules-currency = Récente
rules-months = { $count ->
    [one] une datant de moins de { $count } mois
   *[other] une datant de moins de { $count } mois
  }
rules-decision = Démontrée quand
rules-all = tous les critères sont atteints
rules-most = tous les critères essentiels et 80 % des autres sont atteints
rules-sources = Chaque critère demande deux éléments de preuve distincts.
rules-place = Dites à quel moment d’un enregistrement ou à quelle page d’un document un critère est démontré.
rules-supplementary = Ce que d’autres rapportent, comme une déclaration de témoin, une référence ou une attestation de présence, appuie vos preuves. Seul, cela ne démontre pas la performance.
steps-title = Le déroulement
step-send = Vous apportez des preuves et les envoyez
step-judge = Une personne évaluatrice qualifiée juge chaque critère
next-due = au plus tard le { $date }
step-answer = Elle peut vous poser une question, ou indiquer ce qui reste ouvert et pourquoi
step-held = Ce que vous avez démontré est reconnu le jour même
appeal-title = Appel
appeal-window = { $days ->
    [one] Une décision peut être portée en appel dans le { $days } jour.
   *[other] Une décision peut être portée en appel dans les { $days } jours.
  }
appeal-until = Pour la dernière, jusqu’au { $date }.
appeal-kept = Vous gardez ce droit quand vous envoyez de nouvelles preuves.

# Envoi
send-title = Ce qui manque, et l’envoi
send-ready-of = { $all ->
    [one] { $ready ->
        [0] Le critère n’a pas encore assez de preuves
       *[other] Le critère a assez de preuves
    }
   *[other] { $ready } des { $all } critères ont assez de preuves
}
send-enough = Assez pour être jugé.
miss-nothing = Rien ne le montre encore. Ajoutez une preuve, ou liez-en une que vous avez déjà.
miss-supplementary = Seul ce que d’autres rapportent y est lié jusqu’ici. Cela ne démontre pas la performance : ajoutez votre propre travail ou un enregistrement.
miss-occasions = { $need ->
    [one] Il faut des preuves de { $need } jour; il y en a de { $have }.
   *[other] Il faut des preuves de { $need } jours distincts; il y en a de { $have }. Ajoutez-en d’un autre jour.
  }
miss-current = { $months ->
    [one] Rien ne date de moins de { $months } mois. Ajoutez quelque chose de récent.
   *[other] Rien ne date de moins de { $months } mois. Ajoutez quelque chose de récent.
  }
miss-sources = { $need ->
    [one] Il faut { $need } élément de preuve; il y en a { $have }.
   *[other] Il faut { $need } éléments de preuve distincts; il y en a { $have }. Le même fichier deux fois compte pour un.
  }
miss-place = Dites à quel moment ou à quelle page cela se voit dans
miss-new = Tout ce qui est lié ici a déjà été évalué. Ajoutez quelque chose de nouveau.
send-later = Quand il ne manque plus rien, vous déclarez ici que c’est votre propre travail et vous l’envoyez.
send-declare = Il ne manque rien. Déclarer et envoyer
send-own-work = C’est mon propre travail.
send-help = Quelle aide avez-vous utilisée?
send-help-hint = De personnes ou de l’IA, et pour quoi. S’il n’y en a pas eu, écrivez « aucune ». Se faire aider n’est pas une faute; le taire en est une.
send-same = La même personne évaluatrice peut-elle juger de nouveau?
send-same-hint = C’est votre choix, sans raison à donner.
send-same-yes = Oui, la même ou une autre
send-same-no = Non, une autre
send-means = Une fois envoyées, les preuves sont vues par les personnes évaluatrices et ne peuvent plus être changées. Une décision est attendue au plus tard le { $date }.
send-button = Envoyer pour évaluation
plan-title = D’abord : qu’avez-vous fait au sujet de la lacune?
plan-label = Ce que vous avez appris ou pratiqué, ou pourquoi ce n’était pas nécessaire
plan-hint = Par exemple : « Suivi le cours d’un jour le 4 mai » ou « Il me suffit de l’enregistrer de nouveau, l’image était trop sombre ».
plan-save = Enregistrer et continuer
plan-yours = Ce que vous avez fait au sujet de la lacune :
attempt-retake = Cette fois, une autre personne évaluatrice jugera, avec un regard neuf.
attempt-supported = Cette fois, une autre personne évaluatrice jugera. Vous pouvez aussi le démontrer autrement, par exemple en étant observé au travail ou en l’expliquant de vive voix, et en parler d’abord avec une conseillère ou un conseiller.
attempt-advice = Comment obtenir conseil
notice-competency-sent = Envoyé. Une personne évaluatrice l’examinera; vous recevrez un courriel quand il y aura du nouveau.
notice-plan-kept = Enregistré. Ajoutez maintenant de nouvelles preuves et envoyez-les.
notice-answer-sent = Votre réponse est envoyée. L’évaluation se poursuit.

# Questions
talk-question = La personne évaluatrice demande
talk-asked = Demandé le { $date }
talk-answer = Votre réponse
talk-hint = Dans vos mots. Votre tentative se poursuit; le temps que vous prenez s’ajoute à l’échéance.
talk-send = Envoyer la réponse
talk-thread = Messages
talk-assessor = Personne évaluatrice

# Apprentissage pour la lacune
learn-title = Combler la lacune
learn-listed = Apprentissages offerts
learn-lead = Des apprentissages courts conçus précisément pour les critères encore ouverts. Aucun n’est exigé pour essayer de nouveau.
learn-none = Aucun apprentissage n’est offert pour ces critères en ce moment.
learn-what = Apprentissage
learn-closes = Comble
learn-hours = Durée
learn-price = Prix
learn-of = { $count } sur { $all }
learn-n-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }
learn-online = en ligne
learn-onsite = sur place
learn-blended = en ligne et sur place
learn-work = en milieu de travail
learn-record = Il me suffit de l’enregistrer de nouveau
learn-never = L’apprentissage n’est jamais une condition.
