//! Heat pumps: three learners of a school that is about to close.

use super::{Case, Piece, SelfRating, World};

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0108", "SC08", 430).await?;
    both(&case, TOMASZ_CHARGE, TOMASZ_DEFROST, 420, "a-21").await?;
    let credential = case.award("i-04", 400).await?;
    case.accept(credential, 398, false).await?;
    let case = Case::open(world, "l-0109", "SC08", 70).await?;
    both(&case, SANDRINE_CHARGE, SANDRINE_DEFROST, 55, "a-02").await?;
    let credential = case.award("i-04", 30).await?;
    case.accept(credential, 29, true).await?;
    let case = Case::open(world, "l-0110", "SC08", 50).await?;
    case.rate(50, &[SelfRating::Ready]).await?;
    both(&case, NOOR_CHARGE, NOOR_DEFROST, 20, "a-21").await
}

/// Both competencies sent on one day, and judged within the week.
async fn both(case: &Case<'_>, charge: &[Piece], defrost: &[Piece], sent: i64, by: &str) -> anyhow::Result<()> {
    case.bring("HPC-01", charge, sent, "None.").await?.bring("HPC-02", defrost, sent, "None.").await?;
    case.judge("HPC-01", by, sent - 6, &[]).await?.judge("HPC-02", by, sent - 7, &[]).await?;
    Ok(())
}

const TOMASZ_CHARGE: &[Piece] = &[
    Piece::text(
        428,
        "House on Birch Street",
        "Customer’s house, with permission",
        "Static 0.48 in. w.c., 1,010 cfm by the fan table. Let it settle 20 minutes at −4 °C. Subcooling 7 K, asked 6 to 8 for 11 m of line: left as it was. Nothing vented, scale 0 in, 0 out. Sheet left on the unit.",
    ),
    Piece::text(
        424,
        "House on Lake Road",
        "Customer’s house, with permission",
        "820 cfm, too little: filter was doubled up. 990 after. Subcooling 3 K at −9 °C, line 18 m: added 140 g by the maker’s table, weighed. Settled again: 6.5 K.",
    ),
];
const TOMASZ_DEFROST: &[Piece] = &[
    Piece::text(
        427,
        "Settings for Birch Street",
        "Customer’s house, with permission",
        "Heat loss 9.1 kW at −24; unit gives 6.2 there. Balance point −13. Forced defrost: fan off, 4 min 10 s, water ran clear of the pad. Back-up off at −5, on at −15 with the set-back. Told the family about the steam.",
    ),
    Piece::text(
        423,
        "Settings for Lake Road",
        "Customer’s house, with permission",
        "Balance point −10 for a leakier house. Defrost ended by coil temperature, drained. Back-up came on at −12 by test, off when I warmed the sensor. Left a card with my number.",
    ),
];
const SANDRINE_CHARGE: &[Piece] = &[
    Piece::text(
        66,
        "Maison de la rue des Érables",
        "Chez une cliente, avec sa permission",
        "Pression statique 0,5 po, 980 pi³/min selon le tableau. Stabilisé 25 minutes à 2 °C. Sous-refroidissement 7 K pour 9 m de conduite : charge laissée telle quelle. Balance à zéro, aucun rejet. Fiche remise.",
    ),
    Piece::text(
        61,
        "Maison du rang 4",
        "Chez un client, avec sa permission",
        "Débit 1 040. Sous-refroidissement 10 K : récupéré 90 g, pesé, étiqueté. De retour à 7 K après 20 minutes. Température extérieure −1 °C notée sur la fiche.",
    ),
];
const SANDRINE_DEFROST: &[Piece] = &[
    Piece::text(
        65,
        "Réglages, rue des Érables",
        "Chez une cliente, avec sa permission",
        "Pertes 7,4 kW à −22; puissance 5,5. Point d’équilibre −12. Dégivrage forcé : 3 min 50 s, écoulement libre. Appoint : rien à 0, en marche à −13. Montré la vapeur normale en hiver.",
    ),
    Piece::text(
        60,
        "Réglages, rang 4",
        "Chez un client, avec sa permission",
        "Point d’équilibre −9. Le bac gelait : pente corrigée, second dégivrage vérifié. Appoint prouvé à la pince : 21 A, puis 0. Carte d’appel laissée.",
    ),
];
const NOOR_CHARGE: &[Piece] = &[
    Piece::text(
        40,
        "School bench unit",
        "School workshop",
        "1,000 cfm at 0.45 in. Settled, subcooling 6.8 K for 8 m: left. Recovery machine on the scale, nothing lost. Sheet with twelve readings and +6 °C outside.",
    ),
    Piece::text(
        33,
        "Apartment on Third Avenue",
        "Customer’s apartment, with permission",
        "940 cfm. Subcooling 4 K, line 15 m: added 110 g. Found 7 K after half an hour, −3 °C outside, written on the sheet inside the door.",
    ),
];
const NOOR_DEFROST: &[Piece] = &[
    Piece::text(
        39,
        "School bench unit, cold room at −15",
        "School workshop",
        "Balance point worked out from 5 kW and 4.1 kW: −11. Defrost begun by hand, ended at 13 °C coil, tray dry after. Back-up came on at −12 and not before. Explained it to a classmate who played the owner.",
    ),
    Piece::text(
        32,
        "Apartment on Third Avenue, settings",
        "Customer’s apartment, with permission",
        "Loss small: balance point −16. Defrost 3 minutes, drained to the hose. Back-up only by the emergency switch, tested. Left the booklet open at the page on frost.",
    ),
];
