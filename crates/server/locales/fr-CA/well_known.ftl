# Un organisme que des titres nomment.

body-about = À propos de cet organisme
body-kind = Genre
body-kind-institution = Collège ou université
body-kind-association = Association professionnelle ou patronale
body-kind-employer = Employeur
body-kind-indigenous = Institut autochtone
body-kind-qa = Organisme d’assurance de la qualité
body-region = Région
body-website = Site Web
body-keys = Ses clés de signature
body-keys-text = Les titres de cet organisme portent un de ces identifiants ou une de ces clés. Comparez-les si vous vérifiez un titre ailleurs.
body-identifier = Identifiant
body-key = Clé publique
body-document = Les clés, en document DID
