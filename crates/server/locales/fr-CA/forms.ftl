# Ce qui ne va pas dans un champ, quel qu’il soit.
form-empty = Remplissez ce champ.
form-too-long = Utilisez au plus { $max } caractères.
form-number = Donnez un nombre entier de { $from } à { $to }.
form-choose = Choisissez l’une de ces options.
form-money = Donnez un montant en dollars comme 325 ou 325,50.
form-day = Choisissez un jour.
form-web-address = Donnez une adresse Web complète qui commence par https://.
table-of = Tableau : { $what }
