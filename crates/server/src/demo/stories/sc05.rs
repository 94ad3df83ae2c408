//! Petite enfance : le profil est révisé en cours de demande. Eight of eleven criteria are met before the revision.

use super::media::REFLECTION;
use super::{Case, NotShown, Partly, Piece, SelfRating, World};

const ROOM: &str = "Salle des 4 ans, noms changés";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0105", "SC05", 48).await?;
    case.rate(48, &[SelfRating::Ready, SelfRating::Ready, SelfRating::Partly, SelfRating::NotYet]).await?;
    case.bring("ECE-01", OBSERVATIONS, 38, "Aucune.").await?.judge("ECE-01", "a-06", 33, &[]).await?;
    let help = "Une collègue a relu mes lettres pour l’orthographe.";
    case.bring("ECE-03", FAMILIES, 31, help).await?.judge("ECE-03", "a-05", 26, &[]).await?;
    let short = [
        (
            2,
            Partly,
            "Deux points de l’analyse renvoient à un moment observé; le troisième (« il voulait imiter ») n’en cite aucun. Dites à quelle minute vous l’avez vu.",
        ),
        (3, Partly, "La suite proposée est claire, mais rien n’indique comment vous saurez qu’elle a porté fruit."),
        (4, NotShown, "Il manque une phrase sur ce que cette théorie n’explique pas chez cet enfant."),
    ];
    case.bring("ECE-02", ANALYSES, 24, "Aucune.").await?.judge("ECE-02", "a-06", 18, &short).await?;
    Ok(())
}

const OBSERVATIONS: &[Piece] = &[
    Piece::text(
        45,
        "Le bac à eau, mardi",
        ROOM,
        "9 h 12 : N. verse l’eau du grand pot dans le petit; elle déborde. 9 h 13 : N. dit « trop ». 9 h 14 : N. prend le pot moyen, verse, s’arrête au bord. 9 h 15 : N. recommence trois fois. 9 h 17 : N. tend le pot à L. et dit « à toi ».",
    ),
    Piece::text(
        41,
        "Les blocs, vendredi",
        ROOM,
        "10 h 02 : T. aligne sept blocs, du plus long au plus court. 10 h 04 : un bloc tombe; T. le remet au même endroit. 10 h 06 : T. compte à voix haute jusqu’à six, puis recommence au début et compte sept.",
    ),
    Piece::text(
        40,
        "Grille d’observation vierge que j’utilise",
        ROOM,
        "Heure; ce que l’enfant fait; ce que l’enfant dit; matériel. Aucune colonne pour ce que j’en pense. Initiale inventée, aucune photo.",
    ),
];

const FAMILIES: &[Piece] = &[
    Piece::text(
        37,
        "Lettre à la famille de N.",
        ROOM,
        "Mardi, N. a versé l’eau neuf fois, d’abord jusqu’au débordement, puis jusqu’au bord. C’est ce que j’ai vu. Cela peut vouloir dire qu’elle compare les volumes. Et vous, qu’y voyez-vous? — Réponse notée : « à la maison, elle fait pareil avec le riz ».",
    ),
    Piece::text(
        34,
        "Remise à la famille de T., avec une interprète",
        ROOM,
        "La famille préfère l’arabe : une interprète a lu le texte, je l’ai laissé en grands caractères. J’ai remis à chaque famille la documentation de son enfant seulement. Le père a dit qu’il compte aussi les marches; je l’ai ajouté.",
    ),
    Piece::recording(33, "Réflexion enregistrée", ROOM, REFLECTION, 1).noting("Voix seulement; aucune famille n’est nommée."),
];

const ANALYSES: &[Piece] = &[
    Piece::text(
        29,
        "Analyse du bac à eau",
        ROOM,
        "Je m’appuie sur la théorie socioculturelle : on apprend d’abord avec les autres, puis seul. À 9 h 17, N. tend le pot à L. : elle partage ce qu’elle vient de maîtriser. À 9 h 15, elle répète seule. Il voulait imiter, je crois. Suite : offrir des pots transparents.",
    ),
    Piece::text(
        26,
        "Analyse des blocs",
        ROOM,
        "La même théorie, dans mes mots : le langage à voix haute guide l’action. À 10 h 06, T. compte tout haut et se corrige. Suite : compter à deux.",
    ),
];
