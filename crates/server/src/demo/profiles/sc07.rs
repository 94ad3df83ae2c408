use super::Shape::{Check, Decide, Do, Make, Safe};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC07",
    title: Both("Warehouse: counterbalance truck and stock accuracy", "Entrepôt : chariot élévateur et exactitude des stocks"),
    summary: Both(
        "Inspects a counterbalance truck before use, stacks and retrieves loads at height without danger to anybody, and counts stock with a report on variances.",
        "Inspecte un chariot élévateur à contrepoids avant l’utilisation, gerbe et retire des charges en hauteur sans danger pour personne, et fait un inventaire tournant avec un rapport d’écarts.",
    ),
    noc: ("75101", Both("Material handlers", "Manutentionnaires")),
    owner: Org::Ware,
    issuer: Org::Pine,
    assessed_by: &[Org::Ware, Org::Pine],
    tier: RiskTier::A,
    notice: Some(Both(
        "Does not replace the employer’s duty to authorise operators on its own trucks.",
        "Ne remplace pas l’obligation de l’employeur d’autoriser les caristes sur ses propres chariots.",
    )),
    validity_months: Some(36),
    fee: 60,
    published: 260,
    grounds: [
        "Shift leads and operators of three sites read the draft; the blue-light rule is theirs.",
        "Two sites tried the criteria with twelve operators.",
        "Approved by the operations council, decision 31.",
    ],
    competencies: &[
        skill(
            "WHS-01",
            Both("Pre-use inspection", "Inspection avant utilisation"),
            Both(
                "Film two inspections on two days, with the checklist in view.",
                "Filmez deux inspections, deux jours différents, liste de vérification visible.",
            ),
            &[
                must(
                    Check,
                    "Inspect forks, mast, chains, tires and guard for damage.",
                    "Inspecter fourches, mât, chaînes, pneus et protecteur pour tout dommage.",
                ),
                must(
                    Check,
                    "Test brakes, steering, horn, lights and seat switch before moving off.",
                    "Tester freins, direction, avertisseur, feux et contact de siège avant de partir.",
                ),
                must(
                    Safe,
                    "Check battery or fuel, and look for leaks, with the truck shut off.",
                    "Vérifier la batterie ou le carburant et chercher les fuites, chariot arrêté.",
                ),
                must(
                    Safe,
                    "Tag out and report a truck that fails any point.",
                    "Étiqueter hors service et signaler un chariot qui échoue à un seul point.",
                ),
            ],
        ),
        skill(
            "WHS-02",
            Both("Stack and retrieve at height", "Gerber et retirer en hauteur"),
            Both(
                "Show the load, the mast and the floor around you. Nobody else may be in reach.",
                "Montrez la charge, le mât et le sol autour de vous. Personne d’autre ne doit se trouver à portée.",
            ),
            &[
                must(
                    Check,
                    "Compare the load’s weight and centre with the capacity plate at that height.",
                    "Comparer le poids et le centre de la charge à la plaque de capacité pour cette hauteur.",
                ),
                must(
                    Safe,
                    "Keep people out of the fall zone, and stop when anybody comes near.",
                    "Garder les personnes hors de la zone de chute et s’arrêter si quelqu’un approche.",
                ),
                must(
                    Do,
                    "Enter the pallet level and centred, heels against the load.",
                    "Entrer dans la palette à niveau et au centre, talons contre la charge.",
                ),
                must(
                    Safe,
                    "Travel with the load low, tilted back, and a clear view.",
                    "Circuler charge basse, inclinée vers l’arrière et vue dégagée.",
                ),
                must(
                    Do,
                    "Raise, square and lower without touching rack or neighbouring loads.",
                    "Lever, aligner et déposer sans toucher à l’étagère ni aux charges voisines.",
                ),
                must(
                    Do,
                    "Back out straight, lower the forks and look before turning.",
                    "Reculer en ligne droite, abaisser les fourches et regarder avant de tourner.",
                ),
            ],
        ),
        skill(
            "WHS-03",
            Both("Cycle count with variance report", "Inventaire tournant et rapport d’écarts"),
            Both(
                "A count sheet and your report, with prices and customers taken out.",
                "Une feuille de comptage et votre rapport, sans prix ni noms de clients.",
            ),
            &[
                must(
                    Do,
                    "Count every location on the list without seeing the expected number.",
                    "Compter chaque emplacement de la liste sans voir le nombre attendu.",
                ),
                must(Check, "Recount what differs before anything is adjusted.", "Recompter ce qui diffère avant tout ajustement."),
                also(
                    Decide,
                    "Name the likely cause of each variance from the movements.",
                    "Nommer la cause probable de chaque écart d’après les mouvements.",
                ),
                also(
                    Make,
                    "Report variances with quantity, place and what should be done.",
                    "Faire rapport des écarts avec la quantité, l’emplacement et la mesure à prendre.",
                ),
            ],
        ),
    ],
};
