use super::Shape::{Check, Do, Know, Make, Safe};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC01",
    title: Both("Structural GMAW welding, flat and horizontal", "Soudage structural GMAW, à plat et horizontal"),
    summary: Both(
        "Reads the drawing and the welding procedure, prepares the joint, sets the machine, deposits sound groove and fillet welds in flat and horizontal positions with two stop/restarts, and inspects the result.",
        "Lit le dessin et la procédure de soudage, prépare le joint, règle la machine, dépose des soudures saines à plat et à l’horizontale avec deux reprises, puis inspecte le résultat.",
    ),
    noc: (
        "72106",
        Both("Welders and related machine operators", "Soudeurs/soudeuses et opérateurs/opératrices de machines à souder et à braser"),
    ),
    owner: Org::Fab,
    issuer: Org::Pine,
    assessed_by: &[Org::Fab, Org::Pine],
    tier: RiskTier::A,
    notice: Some(Both("Not a CWB welder qualification.", "Ne constitue pas une qualification CWB.")),
    validity_months: Some(24),
    fee: 180,
    published: 420,
    grounds: [
        "Eleven shops commented in two rounds; start/stop technique was added at their request.",
        "Six shop supervisors watched two welders each and agreed on 94% of the criteria.",
        "Approved by the skills committee, minute 14.",
    ],
    competencies: &[
        skill(
            "WLD-01",
            Both("Read welding symbols and a WPDS", "Lire les symboles de soudage et une fiche"),
            Both(
                "Talk through a drawing and a data sheet on camera, or write down what each symbol asks for.",
                "Commentez un dessin et une fiche devant la caméra, ou écrivez ce que demande chaque symbole.",
            ),
            &[
                must(
                    Know,
                    "Say what each part of a welding symbol asks for: side, type, size, length and contour.",
                    "Dire ce que demande chaque partie d’un symbole de soudage : côté, type, dimension, longueur et contour.",
                ),
                must(
                    Check,
                    "Tell the arrow side from the other side on five symbols drawn on one joint.",
                    "Distinguer le côté de la flèche de l’autre côté sur cinq symboles d’un même joint.",
                ),
                must(
                    Check,
                    "Find process, filler, position and preheat on the procedure data sheet without help.",
                    "Trouver sans aide le procédé, le métal d’apport, la position et le préchauffage sur la fiche.",
                ),
                must(
                    Make,
                    "Turn a symbol into a shop note with groove angle, root opening and number of passes.",
                    "Traduire un symbole en note d’atelier : angle du chanfrein, écartement à la racine et nombre de passes.",
                ),
            ],
        ),
        skill(
            "WLD-02",
            Both("Prepare and fit up joint", "Préparer et assembler le joint"),
            Both(
                "Photograph gauges on the joint, or film the fit-up from bare plate to tack welds.",
                "Photographiez les jauges sur le joint, ou filmez l’assemblage, de la tôle brute au pointage.",
            ),
            &[
                must(
                    Do,
                    "Remove mill scale, oil and paint at least 25 mm back from the joint.",
                    "Enlever calamine, huile et peinture sur au moins 25 mm de part et d’autre du joint.",
                ),
                must(
                    Check,
                    "Bring the groove angle and root face to the sheet’s tolerance, with the gauge in view.",
                    "Amener l’angle du chanfrein et le talon à la tolérance de la fiche, jauge visible.",
                ),
                must(
                    Do,
                    "Set and hold the root opening along the whole joint.",
                    "Régler et maintenir l’écartement à la racine sur toute la longueur du joint.",
                ),
                also(
                    Make,
                    "Tack so that the tacks can be welded over without grinding them out.",
                    "Pointer de façon que les points puissent être recouverts sans meulage.",
                ),
                also(
                    Do,
                    "Clamp or pre-set the parts so that they stay square after welding.",
                    "Brider ou prérégler les pièces pour qu’elles restent d’équerre après le soudage.",
                ),
            ],
        ),
        skill(
            "WLD-03",
            Both("Set and verify GMAW parameters", "Régler et vérifier les paramètres GMAW"),
            Both(
                "Show the displays and a test bead, with the ranges from the data sheet beside them.",
                "Montrez les afficheurs et un cordon d’essai, avec les plages de la fiche à côté.",
            ),
            &[
                must(
                    Do,
                    "Set wire feed, voltage and gas flow within the ranges of the data sheet.",
                    "Régler la vitesse du fil, la tension et le débit de gaz dans les plages de la fiche.",
                ),
                must(
                    Check,
                    "Run a test bead on scrap and correct the settings by what it shows.",
                    "Déposer un cordon d’essai sur une chute et corriger les réglages selon ce qu’il montre.",
                ),
                must(
                    Safe,
                    "Check leads, gas hose, ventilation and screens before striking the arc.",
                    "Vérifier câbles, boyau de gaz, ventilation et écrans avant d’amorcer l’arc.",
                ),
                also(
                    Check,
                    "Write down the readings so that the next welder could repeat them.",
                    "Noter les lectures de façon que la personne suivante puisse les reproduire.",
                ),
            ],
        ),
        skill(
            "WLD-04",
            Both("Deposit sound groove weld, two stop/restarts", "Déposer une soudure saine, deux reprises"),
            Both(
                "Film one joint from root to cap with both restarts in view, and send the bend test record.",
                "Filmez un joint de la racine au couronnement, avec les deux reprises, et envoyez le relevé d’essai de pliage.",
            ),
            &[
                must(
                    Make,
                    "Deposit the root pass with full penetration along the joint.",
                    "Déposer la passe de racine avec pleine pénétration sur toute la longueur.",
                ),
                must(
                    Do,
                    "Stop and restart twice, and feather each crater before going on.",
                    "Arrêter et reprendre deux fois, en affinant chaque cratère avant de poursuivre.",
                ),
                must(
                    Do,
                    "Clean between passes so that no slag or silica island is left.",
                    "Nettoyer entre les passes sans laisser de laitier ni d’îlot de silice.",
                ),
                must(
                    Do,
                    "Keep travel speed, work angle and stick-out steady through every pass.",
                    "Garder constants l’avance, l’angle de travail et la longueur libre du fil à chaque passe.",
                ),
                must(
                    Make,
                    "Finish the cap within 3 mm of reinforcement, with no undercut deeper than 0.8 mm.",
                    "Terminer le couronnement avec une surépaisseur d’au plus 3 mm, sans caniveau de plus de 0,8 mm.",
                ),
                must(Check, "Pass the guided bend test of the finished plate.", "Réussir l’essai de pliage guidé de la plaque terminée."),
            ],
        ),
        skill(
            "WLD-05",
            Both("Inspect own weld visually", "Inspecter visuellement sa soudure"),
            Both(
                "Send an inspection sheet that you filled in, with pictures of the gauges.",
                "Envoyez une fiche d’inspection que vous avez remplie, avec des photos des jauges.",
            ),
            &[
                must(
                    Check,
                    "Measure size, reinforcement and undercut with the right gauge.",
                    "Mesurer la dimension, la surépaisseur et les caniveaux avec la bonne jauge.",
                ),
                must(
                    Check,
                    "Accept or reject each weld by the limits of the job, and mark it.",
                    "Accepter ou rejeter chaque soudure selon les limites du contrat, et la marquer.",
                ),
                also(
                    Make,
                    "Say how a rejected weld is to be repaired, in one sentence.",
                    "Indiquer en une phrase comment réparer une soudure rejetée.",
                ),
            ],
        ),
    ],
};
