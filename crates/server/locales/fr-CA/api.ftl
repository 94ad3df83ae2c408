# The API: what is wrong and what to do, in words; and the page that describes its operations.

# Kinds of problem
api-problem-malformed = Ce n’est pas du JSON
api-detail-malformed = Le corps ne peut pas être lu comme du JSON. Vérifiez les accolades, les virgules et les guillemets.
api-malformed = Le corps ne peut pas être lu comme du JSON à partir de la ligne { $line }, colonne { $column }.
api-problem-no-token = Un jeton est nécessaire
api-detail-no-token = Envoyez un jeton personnel sous la forme « Authorization: Bearer … ». Vous en créez un sur la page de votre compte.
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
api-detail-refused = Les règles ne le permettent pas dans l’état actuel des choses. Le champ « code » nomme la règle.
api-problem-stale = Quelqu’un d’autre l’a modifié
api-detail-stale = Une modification a été faite après votre lecture. Rien n’a été écrasé. Relisez, refaites votre changement sur ce que vous trouvez et envoyez-le avec sa révision.
api-problem-exists = Cela existe déjà
api-detail-exists = Ce que vous envoyez s’y trouve déjà.
api-problem-too-large = C’est trop volumineux
api-detail-too-large = Le corps dépasse ce que cette opération accepte.
api-too-large = Le corps dépasse les { $most } que cette opération accepte.
api-problem-not-json = Le corps doit être du JSON
api-detail-not-json = Envoyez le corps en JSON, avec l’en-tête « Content-Type: application/json ».
api-problem-invalid = Quelque chose est à corriger
api-detail-invalid = Une partie de l’envoi ne peut pas être acceptée telle quelle. La liste « errors » dit quoi et où.
api-problem-broken = Quelque chose n’a pas fonctionné de notre côté
api-detail-broken = Ce n’est pas votre faute, et cela a été noté, sous la référence donnée, pour les personnes qui gèrent ce site.
api-problem-unavailable = Non disponible pour le moment
api-detail-unavailable = Le site démarre, est en mise à jour ou est très occupé. Réessayez après le délai donné par l’en-tête Retry-After.
api-wrong-shape = Ce n’est pas conforme à la documentation : { $hint }.
api-wrong-character = Ce texte contient le caractère NUL, qui ne peut pas être conservé.
