use super::Shape::{Check, Decide, Do, Know, Make, Safe};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC06",
    title: Both("Industrial robot cell fault-finding", "Diagnostic de pannes d’une cellule robotisée"),
    summary: Both(
        "Locks out a robot cell and proves that no energy is left, traces an input/output fault to its root cause, restores the cell and documents a safe restart.",
        "Cadenasse une cellule robotisée et prouve qu’il n’y reste aucune énergie, remonte une panne d’entrées/sorties à sa cause, remet la cellule en service et documente un redémarrage sécuritaire.",
    ),
    noc: ("72201", Both("Industrial electricians", "Électriciens industriels/électriciennes industrielles")),
    owner: Org::Robo,
    issuer: Org::Pine,
    assessed_by: &[Org::Robo, Org::Auto],
    tier: RiskTier::A,
    notice: None,
    validity_months: Some(36),
    fee: 0,
    published: 200,
    grounds: [
        "Maintenance crews of two plants read the draft on the floor, cell by cell.",
        "Electricians of the other plant solved two staged faults by these criteria.",
        "Approved by both plants’ joint health and safety committees.",
    ],
    competencies: &[
        skill(
            "ROB-01",
            Both("Lock out and verify zero energy", "Cadenasser et vérifier l’énergie zéro"),
            Both("Film the whole lockout without a cut.", "Filmez tout le cadenassage sans coupure."),
            &[
                must(
                    Check,
                    "Name every source of energy of the cell, stored ones included.",
                    "Nommer toutes les sources d’énergie de la cellule, y compris l’énergie accumulée.",
                ),
                must(
                    Safe,
                    "Shut down and isolate each source in the order of the procedure.",
                    "Arrêter et isoler chaque source dans l’ordre de la procédure.",
                ),
                must(
                    Safe,
                    "Put one’s own lock and tag on every isolating device.",
                    "Poser son propre cadenas et sa propre étiquette sur chaque dispositif d’isolement.",
                ),
                must(
                    Safe,
                    "Release or block springs, air and raised axes.",
                    "Libérer ou bloquer les ressorts, l’air comprimé et les axes relevés.",
                ),
                must(
                    Check,
                    "Prove the meter, prove zero, and prove the meter again.",
                    "Prouver l’appareil de mesure, prouver l’absence de tension, puis prouver de nouveau l’appareil.",
                ),
            ],
        ),
        skill(
            "ROB-02",
            Both("Trace an I/O fault to root cause", "Remonter une panne d’E/S à sa cause"),
            Both(
                "A fault log from the shift, or a staged fault on video.",
                "Un journal de panne du quart de travail, ou une panne simulée sur vidéo.",
            ),
            &[
                must(
                    Decide,
                    "State from the symptoms which inputs and outputs could be at fault.",
                    "Énoncer, à partir des symptômes, les entrées et sorties qui peuvent être en cause.",
                ),
                must(Do, "Halve the suspected path with each measurement.", "Réduire de moitié le parcours suspect à chaque mesure."),
                must(
                    Check,
                    "Show the cause by making the fault come and go.",
                    "Démontrer la cause en faisant apparaître et disparaître la panne.",
                ),
                also(
                    Check,
                    "Read the controller’s diagnostics and tell a symptom from a cause.",
                    "Lire les diagnostics de l’automate et distinguer un symptôme d’une cause.",
                ),
                also(
                    Know,
                    "Explain why the fault occurred and what would have prevented it.",
                    "Expliquer pourquoi la panne s’est produite et ce qui l’aurait évitée.",
                ),
            ],
        ),
        skill(
            "ROB-03",
            Both("Restore and document safe restart", "Remettre en service et documenter"),
            Both(
                "The restart checklist that you filled in, and the log entry.",
                "La liste de redémarrage que vous avez remplie et l’entrée au journal.",
            ),
            &[
                must(
                    Safe,
                    "Count tools and people out before any lock comes off.",
                    "Compter les outils et les personnes sorties avant de retirer un cadenas.",
                ),
                must(
                    Check,
                    "Test every guard, gate switch and emergency stop before automatic mode.",
                    "Tester chaque protecteur, interrupteur de barrière et arrêt d’urgence avant le mode automatique.",
                ),
                must(
                    Safe,
                    "Run the first cycle at reduced speed with a clear view of the cell.",
                    "Exécuter le premier cycle à vitesse réduite avec une vue dégagée de la cellule.",
                ),
                must(
                    Make,
                    "Log fault, cause, repair and test so that the next shift can rely on it.",
                    "Consigner la panne, la cause, la réparation et l’essai de façon que l’équipe suivante puisse s’y fier.",
                ),
            ],
        ),
    ],
};
