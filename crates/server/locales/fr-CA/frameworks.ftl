# Les référentiels des autres.
frameworks-title = Référentiels
frameworks-lead = Des énoncés de travail, de connaissances et d’habiletés publiés par d’autres. Les profils s’en servent et gardent leurs identifiants d’origine.
frameworks-none = Aucun référentiel encore
frameworks-none-text = Importez le NICE Workforce Framework, ou rédigez des profils sans référentiel.
frameworks-edition = Édition { $edition }, importée le { $date }
frameworks-import = Importer un référentiel
frameworks-file = Fichier du référentiel
frameworks-file-hint = Le NICE Workforce Framework en JSON, tel que publié par le NIST. Au plus 64 Mio.
frameworks-bad = Si une ligne n’est pas utilisable
frameworks-bad-report = Importer les lignes valables
frameworks-bad-report-hint = Les autres sont énumérées avec leur numéro et la raison.
frameworks-bad-refuse = Strict : refuser tout le fichier
frameworks-bad-refuse-hint = Rien n’est importé si une seule ligne pose problème.
frameworks-import-do = Importer
frameworks-refused = Rien n’a été importé : le fichier contient des lignes à corriger, énumérées plus bas. Corrigez-les, ou choisissez d’importer les lignes valables.
frameworks-report = Rapport d’importation
frameworks-remarks = { $count ->
    [one] { $count } ligne avec remarque
   *[other] { $count } lignes avec remarque
  }
frameworks-remarks-name = Lignes avec remarque
frameworks-rows = Lignes avec remarque
frameworks-rows-text = Ces lignes ont été laissées de côté, ou gardées en partie seulement. La raison le précise.
frameworks-rows-first = Seules les { $count } premières sont affichées.
frameworks-line = Ligne
frameworks-on-line = ligne { $line } du fichier
frameworks-source-id = Identifiant d’origine
frameworks-reason = Raison
frameworks-text = Texte
frameworks-kind = Genre
frameworks-elements = Éléments
frameworks-search = Chercher un mot ou un identifiant
frameworks-all = Tous
frameworks-found = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
  }
frameworks-nothing = Aucun résultat
frameworks-nothing-text = Aucun élément ne contient ces mots. Utilisez moins de mots, ou cherchez dans tous les genres.
frameworks-links = { $count ->
    [one] { $count } lien
   *[other] { $count } liens
  }
frameworks-links-name = Liens
frameworks-linked-to = Mène à
frameworks-linked-from = Vient de
frameworks-no-links = Cet élément n’a aucun lien.
frameworks-begin-profile = Commencer un profil à partir de ce rôle
frameworks-taken = Importé
frameworks-all-taken = Toutes les lignes du fichier ont été importées.
frameworks-open = Ouvrir le référentiel
frameworks-kind-opm-code = Code de profession (OPM)
frameworks-kinds-opm-code = Codes de profession (OPM)
frameworks-kind-sort = Clé de tri
frameworks-kinds-sort = Clés de tri
frameworks-kind-category = Catégorie
frameworks-kind-work-role = Rôle de travail
frameworks-kind-competency-area = Domaine de compétence
frameworks-kind-task = Tâche
frameworks-kind-skill = Habileté
frameworks-kind-knowledge = Connaissance
frameworks-kinds-category = Catégories
frameworks-kinds-work-role = Rôles de travail
frameworks-kinds-competency-area = Domaines de compétence
frameworks-kinds-task = Tâches
frameworks-kinds-skill = Habiletés
frameworks-kinds-knowledge = Connaissances
frameworks-not-utf8 = La ligne { $line } du fichier n’est pas en UTF-8. Enregistrez-le en UTF-8 et réessayez.
frameworks-truncated = Le fichier s’interrompt à la ligne { $line }. Il n’a peut-être pas été copié jusqu’au bout.
frameworks-not-json = Le fichier n’est pas du JSON : la ligne { $line } est illisible.
frameworks-not-export = Le fichier est du JSON, mais pas un référentiel exporté : la liste « { $missing } » manque.
frameworks-too-many-rows = Le fichier compte plus de 200 000 lignes.
frameworks-no-document = Le fichier ne dit pas de quel document il provient, avec un identifiant et un nom.
frameworks-fault-malformed = La ligne est illisible.
frameworks-fault-missing-field = Un champ manque.
frameworks-fault-not-text = Un champ n’est pas du texte.
frameworks-fault-empty-field = Un champ est vide.
frameworks-fault-too-long = Un champ est trop long.
frameworks-fault-control-character = Un champ contient un caractère de commande.
frameworks-fault-duplicate-id = Une ligne précédente porte le même identifiant.
frameworks-fault-duplicate-link = Une ligne précédente fait le même lien.
frameworks-fault-dangling-link = Une extrémité du lien n’est pas dans le fichier.
frameworks-fault-self-link = Le lien mène d’un élément à lui-même.
frameworks-fault-unknown-relation = Le fichier ne déclare pas ce genre de lien.
frameworks-fault-other-document = La ligne appartient à un autre document.
frameworks-fault-bad-website = Le site n’est pas une adresse Web et a été laissé de côté.
frameworks-fault-unknown-field = Un champ n’est pas compris et a été laissé de côté.
notice-framework-taken-in = Le référentiel a été importé. Voici ce qu’il en est.
frameworks-fault-wrong-columns = La ligne a plus ou moins de cellules que l’en-tête.
frameworks-fault-not-utf8 = La ligne n’est pas du texte UTF-8.
frameworks-fault-unclosed-quote = Un guillemet s’ouvre et ne se ferme jamais; la suite n’a pas pu être lue.
frameworks-fault-missing-column = Le fichier n’a pas une colonne que la correspondance lit.
frameworks-fault-other-kind = Ces lignes sont autre chose et ont été laissées de côté.
