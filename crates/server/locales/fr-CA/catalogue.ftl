# Le catalogue public.

catalogue-title = Catalogue
catalogue-lead = Des profils de compétences d’emploi d’après lesquels vous pouvez faire évaluer vos compétences. Aucun cours n’est exigé d’abord.
catalogue-search = Chercher un emploi, une compétence ou un code
catalogue-found = { $count ->
    [0] Aucun profil trouvé
    [one] { $count } profil
   *[other] { $count } profils
  }
catalogue-profiles = Profils
catalogue-filters = Préciser la liste
catalogue-to-filters = Préciser la liste
catalogue-owner = Profil tenu par
catalogue-issuer = Microtitre délivré par
catalogue-occupation = Emploi
catalogue-nothing = Aucun profil ne correspond
catalogue-nothing-text = Essayez moins de mots ou d’autres mots : un emploi, une compétence ou un code CNP. Les accents ne comptent pas. Retirer un filtre aide aussi.
catalogue-all = Afficher tous les profils
catalogue-empty = Aucun profil n’est encore publié
catalogue-empty-text = Les profils paraissent ici dès qu’un organisme en publie un.
catalogue-past-end = Cette page est au-delà de la fin
catalogue-past-end-text = La liste est plus courte qu’avant, ou l’adresse a été modifiée.
catalogue-first-page = Afficher la première page
catalogue-from = { $owner }
catalogue-from-two = { $owner }, délivré par { $issuer }
catalogue-code = CNP { $code }
catalogue-applied = { $facet } : { $value }
