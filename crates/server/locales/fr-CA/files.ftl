# Fichiers de preuve : pourquoi un fichier n’a pas été accepté, et que faire.
rejected-empty = Le fichier est vide. Enregistrez-le de nouveau sur votre appareil, puis ajoutez-le encore une fois.
rejected-program = Le fichier est un programme, ou un document qui en contient un. Les personnes évaluatrices n’exécutent jamais de programme : envoyez un enregistrement ou une image de ce qu’il fait, ou le document sans le programme.
rejected-archive = Ce fichier en regroupe plusieurs. Envoyez chacun d’eux séparément, pour que les personnes évaluatrices puissent le voir ici.
refused-file-too-large = Le fichier est plus gros que ce que cette instance accepte.
refused-file-not-awaited = Cet élément de preuve n’attend pas de fichier : il en a déjà un, ou il a été retiré. Ajoutez un nouvel élément de preuve.
refused-file-full = Il n’y a plus de place pour d’autres fichiers en ce moment. Réessayez plus tard; ce qui est arrivé est conservé.
refused-upload-expired = Le délai pour terminer ce téléversement est écoulé. Choisissez le fichier de nouveau.
refused-upload-missing = Ce téléversement est inconnu ici. Choisissez le fichier de nouveau.
wrong-file-cut = Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.
wrong-file-missing = Choisissez un fichier.
wrong-upload-metadata = Il n’est pas dit à quel élément de preuve ce fichier appartient.
