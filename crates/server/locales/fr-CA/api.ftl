# The API: what is wrong and what to do, in words; and the page that describes its operations.

# Kinds of problem
api-problem-malformed = Ce n’est pas du JSON
api-detail-malformed = Le corps ne peut pas être lu comme du JSON. Vérifiez les accolades, les virgules et les guillemets.
api-malformed = Le corps ne peut pas être lu comme du JSON à partir de la ligne { $line }, colonne { $column }.
api-problem-no-token = Un jeton est nécessaire
api-detail-no-token = Envoyez un jeton personnel sous la forme « Authorization: Bearer … ». Vous en créez un sur la page de votre compte.
api-problem-unknown-token = Ce jeton ne fonctionne pas
api-detail-unknown-token = Le jeton est inconnu, expiré ou révoqué. Créez-en un autre sur la page de votre compte.
api-problem-scope = Le jeton ne permet pas cela
api-detail-scope = Cette opération demande une portée que le jeton n’a pas. Créez un jeton avec cette portée sur la page de votre compte.
api-detail-scope-named = Cette opération demande la portée { $scope }, que le jeton n’a pas. Créez un jeton avec cette portée sur la page de votre compte.
api-problem-missing = Introuvable
api-detail-missing = Il n’y a rien à cette adresse, ou vous n’y avez pas accès.
api-problem-method = Cette adresse accepte d’autres méthodes
api-detail-method = Rien ne se fait ici avec cette méthode. L’en-tête Allow nomme celles qui peuvent servir.
api-problem-refused = Les règles ne le permettent pas maintenant
api-detail-refused = Les règles ne le permettent pas dans l’état actuel des choses. Le champ « code » nomme la règle.
api-problem-stale = Quelqu’un d’autre l’a modifié
api-detail-stale = Une modification a été faite après votre lecture. Rien n’a été écrasé. Relisez, refaites votre changement sur ce que vous trouvez et envoyez-le avec sa révision.
api-problem-exists = Cela existe déjà
api-detail-exists = Ce que vous envoyez s’y trouve déjà.
api-problem-too-large = C’est trop volumineux
api-detail-too-large = Le corps dépasse ce que cette opération accepte.
api-too-large = Le corps dépasse les { $most } que cette opération accepte.
api-problem-not-json = Le corps doit être du JSON
api-detail-not-json = Envoyez le corps en JSON, avec l’en-tête « Content-Type: application/json ».
api-problem-invalid = Quelque chose est à corriger
api-detail-invalid = Une partie de l’envoi ne peut pas être acceptée telle quelle. La liste « errors » dit quoi et où.
api-problem-broken = Quelque chose n’a pas fonctionné de notre côté
api-detail-broken = Ce n’est pas votre faute, et cela a été noté, sous la référence donnée, pour les personnes qui gèrent ce site.
api-problem-unavailable = Non disponible pour le moment
api-detail-unavailable = Le site démarre, est en mise à jour ou est très occupé. Réessayez après le délai donné par l’en-tête Retry-After.
api-wrong-shape = Ce n’est pas conforme à la documentation : { $hint }.
api-wrong-character = Ce texte contient le caractère NUL, qui ne peut pas être conservé.
api-bad-rows = { $count ->
    [one] { $count } ligne ne peut pas être importée; rien ne l’a donc été.
   *[other] { $count } lignes ne peuvent pas être importées; rien ne l’a donc été.
  }
api-unreadable = Le fichier ne peut pas être lu comme un référentiel : { $hint }
api-not-a-credential = Ceci ne peut pas être lu comme un titre : { $hint }.
wrong-id-unknown = Rien ici ne porte cet identifiant.
wrong-too-many = Il y en a trop.

# The OpenAPI document
api-about = Tout ce que l’on fait avec Tessera dans un navigateur, pour les programmes : profils, demandes, preuves, évaluations, titres. Les textes destinés aux personnes sont en anglais et en français.
api-token-about = Un jeton personnel, créé sur la page du compte. Il permet ce que disent ses portées, et jamais plus que ce que peut faire la personne à qui il appartient.

# Sections
api-tag-profiles = Le catalogue
api-tag-claims = Demandes
api-tag-evidence = Preuves
api-tag-assessments = Évaluations
api-tag-decisions = Décisions
api-tag-register = Registre
api-tag-credentials = Titres
api-tag-verification = Vérification
api-tag-authoring = Rédaction des profils
api-tag-frameworks = Référentiels
api-tag-offerings = Apprentissage ciblé sur les écarts
api-tag-instance = Cette instance

# Operations
api-op-list-profiles = Chercher parmi les profils en vigueur
api-op-get-profile = Lire un profil en vigueur, en entier et dans les deux langues
api-op-get-profile-version = Lire une version d’un profil, en vigueur ou remplacée
api-op-list-claims = Lister vos demandes
api-op-open-claim = Ouvrir une demande
api-op-get-claim = Voir où en est chaque compétence d’une demande
api-op-rate-myself = Conserver votre autoévaluation
api-op-withdraw-claim = Retirer une demande
api-op-get-claimed-competency = Voir une compétence d’une demande, critère par critère
api-op-plan-learning = Dire ce que vous avez fait au sujet d’un écart
api-op-submit-competency = Envoyer une compétence à l’évaluation
api-op-answer-assessor = Répondre à la question de la personne évaluatrice
api-op-list-evidence = Lister les preuves d’une demande
api-op-add-evidence = Ajouter une preuve : un texte, un lien ou un fichier à envoyer
api-op-get-evidence = Lire une de vos preuves
api-op-link-evidence = Dire ce qu’une preuve montre
api-op-withdraw-evidence = Retirer une preuve
api-op-get-captions = Obtenir les sous-titres d’un enregistrement
api-op-put-captions = Ajouter ou remplacer les sous-titres d’un enregistrement
api-op-remove-captions = Retirer les sous-titres d’un enregistrement
api-op-get-evidence-file = Télécharger un fichier de vos preuves
api-op-list-assessments = Lister la file d’évaluation : la vôtre, ce que vous pourriez prendre en charge ou ce que vous avez décidé
api-op-get-assessment = Ouvrir une évaluation
api-op-take-assessment = Prendre une évaluation en charge
api-op-declare-conflict = Déclarer un lien avec la personne apprenante et laisser l’évaluation à d’autres
api-op-recuse = Se retirer d’une évaluation
api-op-save-draft = Conserver ce qui est rempli jusqu’ici
api-op-ask-learner = Demander un complément à la personne apprenante
api-op-record-judgement = Consigner le jugement
api-op-get-assessed-file = Télécharger un fichier de preuve que vous évaluez
api-op-list-decisions = Lister les demandes qui attendent votre décision
api-op-get-decision = Voir sur quoi repose une décision
api-op-award-credential = Décerner le microtitre
api-op-refuse-credential = Le refuser, avec un motif
api-op-list-register = Lister ce que vos organismes ont délivré
api-op-get-register-entry = Lire un titre du registre
api-op-suspend-credential = Suspendre un titre
api-op-reinstate-credential = Remettre un titre en vigueur
api-op-revoke-credential = Révoquer un titre
api-op-list-credentials = Lister vos titres
api-op-get-credential = Lire un de vos titres
api-op-accept-credential = Accepter un titre
api-op-decline-credential = Décliner un titre
api-op-renew-credential = Renouveler un titre
api-op-set-listing = Dire si les moteurs de recherche peuvent répertorier un titre
api-op-get-credential-document = Lire le document signé d’un titre
api-op-verify-credential = Vérifier un titre
api-op-verify-many = Vérifier d’un coup plusieurs titres et présentations
api-op-list-my-profiles = Lister les profils de vos organisations
api-op-begin-profile = Commencer un profil
api-op-get-version = Lire une version comme la voient ses auteures et auteurs
api-op-edit-version = Enregistrer un brouillon
api-op-publish-version = Publier un brouillon
api-op-revise-profile = Commencer la version suivante d’un profil
api-op-list-frameworks = Lister les référentiels importés
api-op-import-framework = Importer le référentiel NICE
api-op-list-elements = Chercher parmi les éléments d’un référentiel
api-op-get-element = Lire un élément et ce à quoi il est lié
api-op-get-import-report = Voir le bilan d’une importation
api-op-list-offerings = Lister l’apprentissage ciblé de vos organisations
api-op-add-offering = Inscrire un apprentissage ciblé
api-op-get-me = Voir à qui appartient ce jeton et ce qu’il permet
api-op-list-organisations = Lister les organisations
api-op-get-openapi = Lire cette API sous forme de document OpenAPI

# The page about the API
api-title = L’API
api-openapi = La même chose en document OpenAPI 3.1
api-begin = Pour commencer
api-step-token = Créez un jeton personnel pour votre programme, avec seulement les portées dont il a besoin :
api-step-send = Envoyez-le avec chaque requête sous la forme « Authorization: Bearer » suivie du jeton. Les corps sont en JSON, en UTF-8.
api-step-base = Toutes les opérations se trouvent sous
api-example = Exemple
api-lists = Les listes arrivent par 25. L’en-tête Link mène aux pages voisines. Les textes destinés aux personnes sont toujours donnés en anglais et en français; ce qui est dit d’un problème vient dans la langue de l’en-tête Accept-Language.
api-revisions = Les brouillons et les grilles ont une révision. Renvoyez-la avec votre changement : si quelqu’un a enregistré entre-temps, rien n’est écrasé et on vous le dit.
api-scopes = Portées
api-problems = Quand quelque chose est refusé
api-problems-text = Un refus est un document de problème (RFC 9457, application/problem+json). Chaque genre a son adresse, qui mène à sa ligne ci-dessous. La liste « errors » indique ce qui ne va pas dans le corps.
api-sections = Sections de l’API
api-files = Un fichier est d’abord décrit, et sa description dit où l’envoyer : par le protocole tus 1.0, avec le même jeton, pour qu’un gros fichier survive à une mauvaise connexion.
api-needs-scope = Demande la portée
api-needs-token = Demande un jeton, quelle que soit sa portée.
api-needs-nothing = Ne demande pas de jeton.
api-asked = Dans la requête
api-body = Corps
api-body-of = Corps : { $name }
api-answer = Réponse
api-answer-of = Réponse : { $name }
api-answer-empty = sans corps

api-standards = Les normes que parlent d’autres programmes
api-standard-badges = lire les microtitres et le profil d’une personne et y ajouter des titres d’ailleurs, une fois qu’elle a connecté votre programme.
api-standard-oauth = inscrire votre programme, demander la permission, obtenir des jetons : code d’autorisation avec PKCE.
api-standard-issuance = emporter un microtitre dans un portefeuille : code préautorisé, lié à une clé du portefeuille.
api-standard-presentation = montrer un titre depuis un portefeuille à qui le demande sur la page de vérification.

api-verify-count = Donnez de 1 à { $most } documents.
