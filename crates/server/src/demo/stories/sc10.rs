//! Services communautaires : une demande en français, avec une mesure d'adaptation. The assessor sees the adjustment
//! only, never its reason.

use super::{Case, Piece, SelfRating, World};

const OFFICE: &str = "Bureau d’accueil, mise en situation";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0112", "SC10", 90).await?;
    case.rate(90, &[SelfRating::Ready]).await?;
    case.bring("OAC-01", WELCOME, 80, "Une collègue entendante a traduit mes signes pour la personne jouée.").await?;
    case.take("OAC-01", "a-06", 78).await?;
    case.ask("OAC-01", "a-06", 78, "Sur la fiche du 2, la préférence est notée « LSQ ». Où la prochaine personne la verra-t-elle?").await?;
    case.answer("OAC-01", 77, "En tête du dossier, dans la case « communication », avec un rappel au rendez-vous suivant.").await?;
    case.decide("OAC-01", "a-06", 76, &[], &[]).await?;
    case.bring("OAC-02", CALM, 75, "Aucune.").await?.judge("OAC-02", "a-06", 71, &[]).await?;
    case.bring("OAC-03", NOTES, 70, "Deux lectrices ont lu la note et dit où elles butaient.")
        .await?
        .judge("OAC-03", "a-06", 66, &[])
        .await?;
    let credential = case.award("i-03", 62).await?;
    case.accept(credential, 60, true).await
}

const WELCOME: &[Piece] = &[
    Piece::text(
        88,
        "Premier accueil, écrit et signé",
        OFFICE,
        "J’ouvre avec une carte : « Bonjour! Hello! Français, English, LSQ, ASL? » La personne montre le français et la LSQ. Je signe « bienvenue » et j’écris la suite. Préférence notée en tête du dossier. Interprète réservé pour jeudi.",
    )
    .noting("Mesure approuvée : réponse écrite ou signée plutôt que parlée."),
    Piece::text(
        84,
        "Deuxième accueil, par clavardage",
        OFFICE,
        "Les deux langues dès la première ligne. La personne répond en anglais : je continue en anglais, je note « anglais, par écrit » et je préviens l’équipe du matin. Sa mère préfère le somali : interprétation téléphonique demandée.",
    ),
];

const CALM: &[Piece] = &[
    Piece::text(
        85,
        "Au comptoir, une porte fermée trop tôt",
        OFFICE,
        "Deux mètres, la porte derrière elle, ma collègue prévenue d’un signe. J’écris : « Vous semblez furieuse d’avoir attendu pour rien. C’est bien cela? » Elle dit oui, et qu’elle a peur de perdre son logement. Orientée vers la clinique du logement, avec son accord, rendez-vous pris devant elle.",
    ),
    Piece::text(
        81,
        "Par clavardage, un message inquiétant",
        OFFICE,
        "« Je ne vais pas passer la nuit. » Je nomme ce que j’entends, je demande si c’est juste, je reste en ligne. La confidentialité s’arrête là où une vie est en danger : je le dis, puis je préviens la responsable, qui appelle. Orientation vers la ligne de crise, acceptée.",
    ),
];

const NOTES: &[Piece] = &[
    Piece::text(
        78,
        "Note à la suite du premier rendez-vous",
        OFFICE,
        "Jeudi à 10 h, vous rencontrez Mme R. à la clinique du logement. Apportez votre bail. Le bail est le contrat signé avec votre propriétaire. Si l’heure ne va pas, textez-nous. (Modifié après lecture : « bail » n’était pas expliqué.)",
    ),
    Piece::text(
        74,
        "Note sur l’aide alimentaire",
        OFFICE,
        "Vous pouvez prendre un panier dès aujourd’hui, sans papiers. La semaine prochaine, on vous demandera votre adresse. C’est pour savoir quel comptoir est le plus près. Phrases de douze mots au plus; lue par une personne qui apprend le français.",
    ),
];
