# Emporter un microtitre dans un portefeuille.
wallet-title = Ajouter à un portefeuille
wallet-lead = Un portefeuille est une application de votre choix qui garde des titres dans votre téléphone ou votre ordinateur, pour que vous puissiez les montrer sans ce site.
wallet-make = Le remettre à votre portefeuille
wallet-again = Faire un autre code
wallet-copy = Votre portefeuille reçoit une copie signée pour lui seul. Si l’émetteur retire le microtitre, la copie le montre aussi.
wallet-pin-ask = Demander un numéro dans le portefeuille
wallet-pin-why = Si d’autres peuvent voir votre écran : personne ne peut utiliser le code sans le numéro.
wallet-show = Afficher le code
wallet-ready = Votre code
wallet-scan = Lisez ce code avec le portefeuille de votre téléphone.
wallet-pin = Le portefeuille demande ce numéro :
wallet-minutes = { $count ->
    [one] Il sert une seule fois, pendant { $count } minute.
   *[other] Il sert une seule fois, pendant { $count } minutes.
  }
wallet-open = Ouvrir dans un portefeuille de cet appareil
wallet-secret = Quiconque a ce code peut prendre le microtitre dans son propre portefeuille. Ne l’envoyez à personne.
wallet-link = Ou collez ceci dans votre portefeuille
wallet-kind = Microtitre
wallet-claim-achievement = Certifie
wallet-claim-issuer = Délivré par
wallet-claim-from = En vigueur depuis
wallet-pin-for-wallet = Le numéro à côté du code.
held-wallet = Ajouter à un portefeuille
refused-wallet-not-in-force = Seul un microtitre signé et en vigueur peut être ajouté à un portefeuille.
