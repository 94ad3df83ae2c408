# La page d’accueil.

home-title = Montrez ce que vous savez faire
home-lead = Apportez des preuves de ce que vous savez faire. Une personne évaluatrice qualifiée décide, compétence par compétence. Ce que vous maîtrisez est reconnu immédiatement; ce qui manque mène à un apprentissage court, exactement pour cela.
home-catalogue = Trouver un profil
home-my-claims = Mes compétences
home-learner = Si vous apprenez ou travaillez
home-learner-text = Choisissez l’emploi, voyez chaque critère et demandez la reconnaissance de ce que vous savez déjà faire. Aucun cours n’est exigé d’abord. Le reste s’apprend par petites étapes, et vous réessayez aussi souvent que vous voulez.
home-learner-link = Comment ça marche
home-employer = Si vous embauchez
home-employer-text = Chaque profil dit ce que l’emploi exige, en critères vérifiés auprès d’employeurs. Chaque microtitre dit ce que la personne sait faire, qui l’a jugé, comment et selon quels critères.
home-employer-link = Lire les profils
home-verifier = Si l’on vous présente un microtitre
home-verifier-text = Vérifiez-le en quelques secondes, sans compte. Chacun peut aussi vérifier la signature avec des outils ouverts, même si ce site n’existe plus.
home-profiles = Quelques profils
home-all-profiles = Tous les profils
