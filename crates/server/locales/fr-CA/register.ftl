# Le registre de l’organisme émetteur, et les actes qui mettent un titre hors vigueur ou de nouveau en vigueur.

register-title = Registre
register-lead = Tout ce que votre organisme a délivré. Ce que vous changez ici est public en moins d’une minute : sur la page du titre, dans sa liste de statuts et partout où il est vérifié.
register-search = Chercher un nom ou un titre
register-parts = Parties du registre
register-part-all = Tous
register-part-active = En vigueur
register-part-suspended = Suspendus
register-part-revoked = Révoqués
register-part-ended = Arrivés à terme
register-part-offered = Offerts
register-count = { $count ->
    [one] { $count } titre
   *[other] { $count } titres
  }
register-none = Rien n’a été trouvé
register-none-text = Aucun titre ne correspond. Cherchez un autre nom ou choisissez une autre partie.
register-head-person = Personne
register-head-title = Ce qu’il atteste
register-head-issued = Délivré
register-head-state = État
register-open = Ouvrir
register-history = Ce qui s’est passé
register-issued = Délivré
register-since = Depuis le { $day }. { $ground }
register-own = Ce titre est le vôtre. La décision revient à une autre personne qui a le rôle d’émission.
register-acts = Ce que vous pouvez faire
register-acts-active = Une suspension peut être levée. Une révocation est définitive.
register-acts-suspended = Remettez-le en vigueur, ou révoquez-le définitivement.
register-acts-offered = La personne ne l’a pas accepté. D’ici là, personne d’autre ne le voit.
register-acts-over = Plus rien ne peut être changé.
register-suspend = Suspendre
register-reinstate = Remettre en vigueur
register-revoke = Révoquer
register-kind = Genre
register-page = Page
register-by-holder = la personne titulaire
register-by-colleague = une ou un collègue
register-ground = Motif
register-ground-hint = Quiconque ouvre ou vérifie le titre lit cette ligne.
register-words = Message à la personne titulaire
register-words-hint = Seuls la personne titulaire et votre organisme le lisent. Dites ce qui s’est passé, et comment y remédier ou faire appel.

ground-under_review = La décision qui le fonde est réexaminée.
ground-condition_lapsed = Une condition pour le détenir n’est pas remplie pour l’instant.
ground-issued_in_error = Il a été délivré par erreur.
ground-decision_changed = La décision qui le fonde a été changée, sans faute de la personne titulaire.
ground-not_own_work = Ce qui a été montré n’était pas le travail de la personne titulaire.
ground-key_compromised = La clé qui l’a signé n’est plus digne de confiance; l’organisme émetteur le remplace.
ground-holder_asked = La personne titulaire l’a demandé.

suspend-title = Suspendre le titre de { $name }?
suspend-lead = « { $title } » sera hors vigueur jusqu’à ce que vous le remettiez en vigueur.
suspend-means-1 = Quiconque l’ouvre, ou le vérifie ici, lit qu’il est suspendu, depuis quand, par votre organisme, et pour quel motif. Des vérificateurs d’ailleurs n’ont peut-être qu’un mot pour le dire et indiquent « révoqué » jusqu’à ce que vous le remettiez en vigueur.
suspend-means-2 = La personne titulaire l’apprend par lettre, avec votre message et la façon de faire appel.
suspend-means-3 = Les compétences qui le fondent restent telles qu’elles ont été jugées.
suspend-yes = Le suspendre
reinstate-title = Remettre en vigueur le titre de { $name }?
reinstate-lead = « { $title } » sera en vigueur dès maintenant.
reinstate-means-1 = Quiconque l’ouvre ou le vérifie lit qu’il est en vigueur. La suspension n’est plus montrée.
reinstate-means-2 = La personne titulaire l’apprend par lettre, avec votre message.
reinstate-means-3 = La suspension reste dans votre registre et au dossier.
reinstate-yes = Le remettre en vigueur
revoke-title = Révoquer le titre de { $name }?
revoke-lead = « { $title } » sera définitivement hors vigueur. C’est irréversible.
revoke-means-1 = Quiconque l’ouvre ou le vérifie lit qu’il a été révoqué, quand, par votre organisme, et pour quel motif.
revoke-means-2 = La personne titulaire l’apprend par lettre, avec votre message et la façon de faire appel.
revoke-means-3 = En cas de doute, suspendez-le plutôt.
revoke-yes = Le révoquer définitivement
notice-register-suspended = Suspendu. La personne titulaire en est informée.
notice-register-reinstated = De nouveau en vigueur. La personne titulaire en est informée.
notice-register-revoked = Révoqué. La personne titulaire en est informée.

happened-signed = Signé
happened-accepted = Accepté
happened-declined = Décliné
happened-suspended = Suspendu.
happened-reinstated = Remis en vigueur
happened-revoked = Révoqué.
happened-expired = Arrivé à échéance
happened-superseded = Remplacé par un titre renouvelé
happened-lapsed = L’offre est réputée non réclamée; elle peut encore être acceptée
happened-announced = L’échéance a été rappelée à la personne titulaire
happened-other = Changé
