use super::Shape::{Check, Decide, Do, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC12",
    title: Both("Kitchen food-safety lead", "Responsable de la salubrité en cuisine"),
    summary: Both(
        "Monitors critical limits through a shift, corrects and documents a deviation, and coaches a co-worker so that it does not happen again.",
        "Surveille les limites critiques pendant tout un quart, corrige et documente un écart, et encadre une ou un collègue pour que cela ne se reproduise pas.",
    ),
    noc: ("63200", Both("Cooks", "Cuisiniers/cuisinières")),
    owner: Org::Pine,
    issuer: Org::Pine,
    assessed_by: &[Org::Pine],
    tier: RiskTier::B,
    notice: Some(Both(
        "Not a food handler certificate required by a health unit.",
        "N’est pas le certificat de manipulation des aliments exigé par un bureau de santé.",
    )),
    validity_months: Some(24),
    fee: 50,
    published: 1200,
    grounds: [
        "Eight kitchens, from a school to a hospital, read the draft.",
        "Chefs of four kitchens judged each other’s leads by it.",
        "Approved by the program committee, item 2.",
    ],
    competencies: &[
        skill(
            "KFS-01",
            Both("Monitor critical limits", "Surveiller les limites critiques"),
            Both(
                "Temperature logs of two shifts, and how you took the readings.",
                "Les relevés de température de deux quarts, et la façon dont vous les avez pris.",
            ),
            &[
                must(
                    Check,
                    "Take core temperatures at the thickest part with a thermometer checked in ice water.",
                    "Prendre la température à cœur dans la partie la plus épaisse avec un thermomètre vérifié dans l’eau glacée.",
                ),
                must(
                    Check,
                    "Read every cold and hot holding unit at the times of the plan.",
                    "Relever chaque unité de maintien au froid et au chaud aux heures du plan.",
                ),
                must(Do, "Write each reading down at the moment it is taken.", "Inscrire chaque relevé au moment où il est pris."),
                must(
                    Safe,
                    "Hold back any food past its limit until the lead has decided.",
                    "Retenir tout aliment hors limite jusqu’à la décision de la personne responsable.",
                ),
            ],
        ),
        skill(
            "KFS-02",
            Both("Correct and document a deviation", "Corriger et documenter un écart"),
            Both("A deviation that really happened, from finding it to the follow-up.", "Un écart réel, de sa découverte au suivi."),
            &[
                must(
                    Safe,
                    "Separate and mark the food concerned before anything else.",
                    "Isoler et identifier l’aliment touché avant toute autre chose.",
                ),
                must(
                    Decide,
                    "Decide to cook on, cool, use or discard by time and temperature.",
                    "Décider de poursuivre la cuisson, refroidir, servir ou jeter selon le temps et la température.",
                ),
                must(
                    Make,
                    "Document what, when, how much, why and what was done.",
                    "Consigner quoi, quand, combien, pourquoi et ce qui a été fait.",
                ),
                also(Check, "Check a day later that the correction held.", "Vérifier le lendemain que la correction a tenu."),
            ],
        ),
        skill(
            "KFS-03",
            Both("Coach a co-worker", "Encadrer une ou un collègue"),
            Both(
                "Write down or record a coaching moment; the co-worker has to agree.",
                "Décrivez ou enregistrez un moment d’encadrement; la ou le collègue doit y consentir.",
            ),
            &[
                must(
                    Tell,
                    "Say what was seen and why it matters, without blame.",
                    "Dire ce qui a été vu et pourquoi c’est important, sans blâmer.",
                ),
                also(
                    Do,
                    "Show the right way, and let the co-worker do it.",
                    "Montrer la bonne façon, puis laisser la ou le collègue la faire.",
                ),
                also(
                    Check,
                    "Look again the same week, and say what has become better.",
                    "Regarder de nouveau la même semaine et dire ce qui s’est amélioré.",
                ),
            ],
        ),
    ],
};
