use super::Shape::{Check, Decide, Do, Know, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC05",
    title: Both("Pedagogical documentation in early years", "Documentation pédagogique en petite enfance"),
    summary: Both(
        "Observes children without interpreting, analyses learning with a theory of choice, and shares documentation with families respectfully and in confidence. Assessed in French.",
        "Observe les enfants sans interpréter, analyse l’apprentissage à l’aide d’une théorie de son choix et partage la documentation avec les familles, avec respect et confidentialité. Évalué en français.",
    ),
    noc: (
        "42202",
        Both(
            "Early childhood educators and assistants",
            "Éducateurs/éducatrices et aides-éducateurs/aides-éducatrices de la petite enfance",
        ),
    ),
    owner: Org::Rives,
    issuer: Org::Rives,
    assessed_by: &[Org::Rives, Org::Lake],
    tier: RiskTier::A,
    notice: Some(Both("Does not confer ECE registration.", "Ne confère pas l’inscription à l’Ordre.")),
    validity_months: Some(36),
    fee: 90,
    published: 250,
    grounds: [
        "Sept services de garde francophones et un comité de parents ont commenté l’ébauche.",
        "Quatre directions de services de garde ont jugé ensemble trois dossiers.",
        "Approuvé par le conseil de programme, résolution 22.",
    ],
    competencies: &[
        skill(
            "ECE-01",
            Both("Observe without interpreting", "Observer sans interpréter"),
            Both(
                "Never send a picture in which a child can be recognised. Change names.",
                "N’envoyez jamais d’image où un enfant peut être reconnu. Changez les noms.",
            ),
            &[
                must(
                    Make,
                    "Write down what the child does and says, in order, with times.",
                    "Noter ce que l’enfant fait et dit, dans l’ordre et avec les heures.",
                ),
                must(
                    Check,
                    "Keep guesses about feelings and reasons out of the observation.",
                    "Exclure de l’observation toute supposition sur les sentiments et les raisons.",
                ),
                must(
                    Safe,
                    "Record nothing by which a child could be recognised.",
                    "Ne rien consigner qui permettrait de reconnaître un enfant.",
                ),
            ],
        ),
        skill(
            "ECE-02",
            Both("Analyse learning with a theory of choice", "Analyser l’apprentissage selon une théorie"),
            Both("Use one of your own observations.", "Servez-vous d’une de vos propres observations."),
            &[
                must(
                    Know,
                    "Explain one theory of learning in a few sentences of one’s own.",
                    "Expliquer une théorie de l’apprentissage en quelques phrases personnelles.",
                ),
                must(
                    Decide,
                    "Link each point of the analysis to a moment that was observed.",
                    "Relier chaque point de l’analyse à un moment observé.",
                ),
                also(
                    Decide,
                    "Propose what to offer next, and say what would show that it worked.",
                    "Proposer la suite à offrir et dire ce qui montrerait qu’elle a porté fruit.",
                ),
                also(Know, "Name what the theory does not explain here.", "Nommer ce que la théorie n’explique pas ici."),
            ],
        ),
        skill(
            "ECE-03",
            Both("Share documentation with families respectfully", "Partager la documentation avec les familles"),
            Both(
                "Send the text that you shared and a recorded reflection; no family is named.",
                "Envoyez le texte partagé et une réflexion enregistrée; aucune famille n’y est nommée.",
            ),
            &[
                must(
                    Tell,
                    "Share in plain words what was seen before what it may mean.",
                    "Partager en mots simples ce qui a été vu avant ce que cela peut signifier.",
                ),
                must(
                    Do,
                    "Ask what the family sees in it, and write the answer down.",
                    "Demander à la famille ce qu’elle y voit, et noter la réponse.",
                ),
                must(
                    Safe,
                    "Share each child’s documentation with that child’s own family only.",
                    "Ne partager la documentation de chaque enfant qu’avec sa propre famille.",
                ),
                must(
                    Tell,
                    "Offer it in a form and language that the family can use.",
                    "L’offrir dans une forme et une langue que la famille peut utiliser.",
                ),
            ],
        ),
    ],
};
