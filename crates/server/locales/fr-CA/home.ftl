home-title = Montrez ce que vous savez faire
home-lead = Apportez des preuves de ce que vous savez faire. Une personne évaluatrice qualifiée décide, compétence par compétence. Ce que vous maîtrisez est reconnu immédiatement; ce qui manque mène à un apprentissage court.
home-catalogue = Trouver un profil
