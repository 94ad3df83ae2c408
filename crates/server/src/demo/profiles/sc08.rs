use super::Shape::{Check, Decide, Do, Make, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC08",
    title: Both("Cold-climate heat pump commissioning", "Mise en service de thermopompes climat froid"),
    summary: Both(
        "Verifies airflow and refrigerant charge of a cold-climate heat pump, and configures defrost and back-up heat so that the house stays warm at the design temperature.",
        "Vérifie le débit d’air et la charge de frigorigène d’une thermopompe pour climat froid, et configure le dégivrage et l’appoint pour que la maison reste chaude à la température de calcul.",
    ),
    noc: (
        "72402",
        Both(
            "Heating, refrigeration and air conditioning mechanics",
            "Mécaniciens/mécaniciennes en chauffage, réfrigération et climatisation",
        ),
    ),
    owner: Org::Closed,
    issuer: Org::Closed,
    assessed_by: &[Org::Closed, Org::Pine],
    tier: RiskTier::A,
    notice: Some(Both("Does not replace a required trade certificate.", "Ne remplace pas un certificat de qualification exigé.")),
    validity_months: Some(36),
    fee: 140,
    published: 520,
    grounds: [
        "Installers of five companies commented on the draft after one winter.",
        "Three commissioning leads judged eight installations by it.",
        "Approved by the school’s academic board.",
    ],
    competencies: &[
        skill(
            "HPC-01",
            Both("Verify airflow and charge", "Vérifier le débit d’air et la charge"),
            Both(
                "Readings with the instruments in view, from two different houses.",
                "Des lectures avec les instruments visibles, dans deux maisons différentes.",
            ),
            &[
                must(
                    Check,
                    "Measure static pressure and airflow, and compare them with the fan table.",
                    "Mesurer la pression statique et le débit d’air, et les comparer au tableau du ventilateur.",
                ),
                must(
                    Check,
                    "Measure superheat or subcooling after the system has settled.",
                    "Mesurer la surchauffe ou le sous-refroidissement une fois le système stabilisé.",
                ),
                must(
                    Decide,
                    "Add, recover or leave the charge by the maker’s method for that line length.",
                    "Ajouter, récupérer ou laisser la charge selon la méthode du fabricant pour cette longueur de conduite.",
                ),
                must(
                    Do,
                    "Handle refrigerant without release, and weigh what goes in and out.",
                    "Manipuler le frigorigène sans rejet et peser ce qui entre et sort.",
                ),
                also(
                    Make,
                    "Leave a commissioning sheet with every reading and the outdoor temperature.",
                    "Laisser une fiche de mise en service avec chaque lecture et la température extérieure.",
                ),
            ],
        ),
        skill(
            "HPC-02",
            Both("Configure defrost and back-up heat", "Configurer le dégivrage et l’appoint"),
            Both(
                "The settings that you chose, and how you tested them.",
                "Les réglages que vous avez choisis et la façon dont vous les avez testés.",
            ),
            &[
                must(
                    Decide,
                    "Set the balance point from the house’s heat loss and the unit’s output.",
                    "Régler le point d’équilibre d’après les pertes de la maison et la puissance de l’appareil.",
                ),
                must(
                    Check,
                    "Force a defrost, and confirm that it begins, ends and drains.",
                    "Forcer un dégivrage et confirmer qu’il commence, se termine et s’écoule.",
                ),
                must(
                    Check,
                    "Prove that back-up heat comes on when it should, and only then.",
                    "Prouver que l’appoint se met en marche quand il le doit, et seulement alors.",
                ),
                also(
                    Tell,
                    "Show the household what is normal in winter and when to call.",
                    "Montrer au ménage ce qui est normal en hiver et quand appeler.",
                ),
            ],
        ),
    ],
};
