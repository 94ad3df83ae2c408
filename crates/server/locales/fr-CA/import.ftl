# L’importation d’un catalogue d’apprentissages.

import-title = Importer un catalogue
import-lead = Un tableau ou un fichier JSON avec de nombreux apprentissages. Vous voyez ce qu’il en adviendrait avant que rien ne soit inscrit. Les nombres incertains restent « inconnus ».
import-owner = Pour
import-choose-owner = Choisissez l’organisation qui l’inscrit.
import-file = Fichier
import-file-hint = CSV ou JSON, au plus 8 Mio. Les fichiers plus grands s’importent en ligne de commande.
import-mapping = Sorte de catalogue
import-mapping-hint = Quelles colonnes contiennent quoi.
import-mapping-new-jersey = Programmes financés du New Jersey (CSV)
import-mapping-coursera = Tableau Coursera (CSV)
import-mapping-edx = Tableau edX (CSV)
import-mapping-ctdl = Credential Engine Registry, CTDL (JSON)
import-own-mapping = Votre propre correspondance
import-own-mapping-hint = Un fichier TOML qui dit quelle colonne contient quoi. Il remplace la sorte choisie ci-dessus.
import-look = Voir ce qu’il en adviendrait
import-wrong-mapping = Choisissez la sorte de catalogue, ou envoyez votre propre correspondance.
import-mapping-says = La correspondance est inutilisable. { $hint }
import-no-file = Choisissez un fichier.
import-too-many = Le fichier a plus de { $most } lignes.
import-no-column = Le fichier n’a pas de colonne « { $missing } », nécessaire à cette sorte de catalogue. Ses colonnes sont : { $columns }.
import-no-rows = Le fichier n’a rien à « { $path } », où des lignes sont attendues.
import-preview = Ce qui serait inscrit
import-preview-lead = Rien n’est encore inscrit. Chaque nombre aura { $name } comme source, à la date d’aujourd’hui.
import-rows-sound = { $count ->
    [one] ligne peut être inscrite
   *[other] lignes peuvent être inscrites
  }
import-rows-bad = { $count ->
    [one] remarque sur une ligne
   *[other] remarques sur des lignes
  }
import-rows-mended = { $count ->
    [one] ligne avait été encodée deux fois et a été réparée
   *[other] lignes avaient été encodées deux fois et ont été réparées
  }
import-first-rows = Les premières lignes
import-unread = Mots sans nombre certain : { $count }
import-unread-text = Ces lignes sont inscrites, et ces faits restent « inconnus ».
import-line = Ligne
import-field = Champ
import-words = Mots
import-retires = Ce que ce catalogue contenait et qui n’est plus dans le fichier est retiré : il reste lisible, mais on ne le trouve plus.
import-yes = { $count ->
    [one] Inscrire { $count } ligne
   *[other] Inscrire { $count } lignes
  }
import-other-file = Choisir un autre fichier
import-done = Le catalogue est importé
import-added = Nouveaux
import-changed = Modifiés
import-same = Inchangés
import-retired = Retirés
import-rejected = Remarques sur des lignes
import-see = Voir ce qui est inscrit
wrong-catalogue-empty = Le fichier n’a aucune ligne qui puisse être inscrite.
wrong-catalogue-owned = Une autre organisation importe le catalogue de ce nom. Donnez un autre nom au vôtre, dans votre propre correspondance.
refused-no-preview = Il n’y a aucun fichier à inscrire : il l’a déjà été, ou plus d’une journée a passé. Envoyez-le de nouveau.
