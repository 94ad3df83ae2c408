# Les critères publiés de qui aide à payer sont-ils remplis? Jamais : l’aide est accordée.

funding-title = Aide pour payer : les critères publiés
funding-lead = Voici des critères que des programmes d’aide ont publiés. Les remplir n’est pas une approbation.
funding-meets = Remplit les critères publiés.
funding-fails = Au moins un critère publié n’est pas rempli.
funding-unknown = On ne peut pas répondre à tous les critères publiés.
funding-meets-numbers = Remplit les critères chiffrés publiés
funding-check = Vérifier les autres
funding-met = Rempli
funding-not-met = Non rempli
funding-not-known = Inconnu
funding-weeks = L’apprentissage dure moins de { $weeks } semaines.
funding-hours = L’apprentissage demande de { $least } à { $most } heures.
funding-income = Le revenu annuel du ménage est d’au plus { $alone } pour une personne, { $shared } pour deux ou plus.
funding-source = En date du { $day }, selon
funding-none = Aucun programme d’aide n’est inscrit ici
funding-none-text = Demandez au prestataire s’il y a une aide pour le prix.
funding-questions = À votre sujet
funding-private = Répondez à ce que vous voulez. Vos réponses servent à cette page seulement et ne sont conservées nulle part.
funding-household = Personnes dans votre ménage
funding-income-field = Revenu annuel de votre ménage, en dollars
funding-yes = Oui
funding-no = Non
funding-skip = Je ne le dis pas
funding-test = Comparer aux critères
funding-open = Aide pour payer
