use super::Shape::{Check, Decide, Do, Know, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC10",
    title: Both("Active offer and first contact in community services", "Offre active et premier contact en services communautaires"),
    summary: Both(
        "Opens contact in both languages and records the preference, calms a tense situation and refers the person, and writes a note that everybody can understand. Assessed in French.",
        "Accueille dans les deux langues et note la préférence, désamorce une situation tendue et oriente la personne, et rédige une note que tout le monde peut comprendre. Évalué en français.",
    ),
    noc: ("42201", Both("Social and community service workers", "Travailleurs/travailleuses des services sociaux et communautaires")),
    owner: Org::Rives,
    issuer: Org::Rives,
    assessed_by: &[Org::Rives],
    tier: RiskTier::B,
    notice: None,
    validity_months: None,
    fee: 0,
    published: 330,
    grounds: [
        "Six organismes communautaires et un groupe de personnes usagères ont commenté l’ébauche.",
        "Trois intervenantes ont jugé ensemble quatre dossiers.",
        "Approuvé par le conseil de programme, résolution 19.",
    ],
    competencies: &[
        skill(
            "OAC-01",
            Both("Open contact bilingually and record preference", "Accueillir dans les deux langues et noter la préférence"),
            Both(
                "Play the contact with a colleague; signed or written contact counts as well.",
                "Jouez l’accueil avec une ou un collègue; un accueil signé ou écrit compte aussi.",
            ),
            &[
                must(
                    Do,
                    "Offer both official languages first, before the person has to ask.",
                    "Offrir les deux langues officielles d’emblée, avant que la personne ait à le demander.",
                ),
                must(
                    Tell,
                    "Greet the person aloud in the language that they choose.",
                    "Saluer la personne à voix haute dans la langue qu’elle choisit.",
                ),
                must(
                    Make,
                    "Record the preference where the next worker will see it.",
                    "Noter la préférence là où la prochaine personne intervenante la verra.",
                ),
                also(
                    Do,
                    "Arrange an interpreter when neither language will do.",
                    "Organiser l’interprétation lorsque ni l’une ni l’autre langue ne convient.",
                ),
            ],
        ),
        skill(
            "OAC-02",
            Both("De-escalate and refer", "Désamorcer et orienter"),
            Both(
                "Describe or play situations; leave out whatever could identify anybody.",
                "Décrivez ou jouez des situations; omettez tout ce qui pourrait identifier quelqu’un.",
            ),
            &[
                must(
                    Safe,
                    "Keep distance, exits and help within reach while the person is upset.",
                    "Garder distance, sorties et aide à portée pendant que la personne est bouleversée.",
                ),
                must(
                    Tell,
                    "Name what the person seems to feel and ask whether that is right.",
                    "Nommer ce que la personne semble ressentir et lui demander si c’est juste.",
                ),
                must(
                    Decide,
                    "Refer to the service that fits, with the person’s agreement.",
                    "Orienter vers le service approprié, avec l’accord de la personne.",
                ),
                also(
                    Know,
                    "Explain when confidentiality ends, and who has to be told.",
                    "Expliquer quand prend fin la confidentialité et qui doit être prévenu.",
                ),
            ],
        ),
        skill(
            "OAC-03",
            Both("Write an accessible plain-language note", "Rédiger une note claire et accessible"),
            Both("Two notes on two situations.", "Deux notes sur deux situations."),
            &[
                must(Make, "Put what happens next in the first two lines.", "Mettre la suite prévue dans les deux premières lignes."),
                must(
                    Make,
                    "Use short sentences and everyday words, and explain each term.",
                    "Employer des phrases courtes et des mots courants, et expliquer chaque terme.",
                ),
                also(
                    Check,
                    "Test the note with a reader, and say what was changed.",
                    "Faire lire la note à quelqu’un et dire ce qui a été changé.",
                ),
            ],
        ),
    ],
};
