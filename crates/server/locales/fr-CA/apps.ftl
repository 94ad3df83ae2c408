# Les programmes qui agissent pour une personne, et ce qu’ils peuvent faire.
apps-title = Applications connectées
apps-lead = Les programmes d’autres organismes à qui vous permettez de lire vos microtitres ou d’en ajouter. Vous pouvez retirer cette permission à tout moment; l’effet est immédiat.
apps-yours = Vos applications connectées
apps-none = Aucune application n’est connectée
apps-none-text = Une application vous demande la permission ici lorsque vous y choisissez Tessera. Tant que vous n’avez pas accepté, elle ne voit rien.
apps-name = Application
apps-since = Depuis
apps-withdraw = Déconnecter
account-apps-text = Les portefeuilles et autres programmes à qui vous permettez d’agir pour vous.
account-apps-manage = Voir les applications connectées
notice-app-disconnected = L’application est déconnectée. Elle ne peut plus rien voir ni modifier.

app-may-read-credentials = Voir vos microtitres.
app-may-add-credentials = Ajouter des microtitres que d’autres vous ont délivrés.
app-may-read-profile = Voir votre nom et votre adresse électronique.
app-may-change-profile = Modifier votre nom.
app-may-offline = Continuer en votre absence, jusqu’à ce que vous la déconnectiez.

connect-title = Connecter { $app } à votre compte?
connect-lead = { $app }, à l’adresse { $host }, demande à agir pour vous ici.
connect-may = Si vous acceptez, elle pourra
connect-who = Qui le demande
connect-host = Vous serez renvoyé à
connect-site = Son site
connect-terms = Ses conditions d’utilisation
connect-privacy = Sa politique de confidentialité
connect-trust = N’importe qui peut inscrire une application sous n’importe quel nom. Acceptez seulement si vous venez vous-même de { $host } et lui faites confiance.
connect-allow = Accepter
connect-refuse = Refuser
connect-as = Votre session est ouverte au nom de { $name } ({ $email }).

elsewhere-title = Titres d’ailleurs
elsewhere-lead = Des titres que d’autres vous ont délivrés et qu’une application connectée a apportés ici. Vous pouvez les montrer; ce site ne les a pas délivrés et ne s’en porte pas garant.
elsewhere-yours = D’ailleurs
elsewhere-none = Rien d’ailleurs pour l’instant
elsewhere-none-text = Une application que vous connectez et à qui vous permettez d’ajouter des titres les apporte ici.
elsewhere-name = Titre
elsewhere-issuer = Délivré par
elsewhere-found = À son arrivée
elsewhere-found-valid = Authentique et en vigueur
elsewhere-found-expired = Authentique, expiré
elsewhere-found-not-yet = Authentique, pas encore en vigueur
elsewhere-found-suspended = Authentique, suspendu par son émetteur
elsewhere-found-revoked = Authentique, révoqué par son émetteur
elsewhere-found-unknown = Authentique; son état n’a pas pu être vérifié
elsewhere-kept = Ajouté le
elsewhere-remove = Retirer
notice-external-removed = Il est retiré d’ici.

refused-app-unknown = L’application qui vous envoie ici n’est pas inscrite, ou veut vous renvoyer à une adresse qu’elle n’a pas inscrite. Rien ne lui a été communiqué.
refused-too-many = Il y en a eu trop en peu de temps. Réessayez plus tard.
