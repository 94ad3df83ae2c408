use super::Shape::{Check, Decide, Do, Know, Make, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC04",
    title: Both("Data analysis for public services", "Analyse de données pour les services publics"),
    summary: Both(
        "Queries and joins tables, cleans and documents a messy dataset, chooses and tests a simple model, and publishes a dashboard that everybody can read, for a question that a public service really asks.",
        "Interroge et joint des tables, nettoie et documente un jeu de données, choisit et teste un modèle simple, et publie un tableau de bord lisible par tout le monde, pour une question qu’un service public se pose vraiment.",
    ),
    noc: (
        "21223",
        Both("Database analysts and data administrators", "Analystes de bases de données et administrateurs/administratrices de données"),
    ),
    owner: Org::Lake,
    issuer: Org::Lake,
    assessed_by: &[Org::Lake],
    tier: RiskTier::B,
    notice: None,
    validity_months: None,
    fee: 110,
    published: 300,
    grounds: [
        "Four municipalities and a health unit named the questions that they need answered.",
        "Two analysts in public service judged six student portfolios.",
        "Approved by the faculty council, item 9.4.",
    ],
    competencies: &[
        skill(
            "DAT-01",
            Both("Query and join three tables", "Interroger et joindre trois tables"),
            Both(
                "Send the query and its result; open data are best.",
                "Envoyez la requête et son résultat; des données ouvertes conviennent le mieux.",
            ),
            &[
                must(
                    Make,
                    "Join three tables on their keys without losing or doubling rows.",
                    "Joindre trois tables par leurs clés sans perdre ni doubler de lignes.",
                ),
                must(
                    Check,
                    "Show by counts before and after that the join did what it should.",
                    "Montrer par des décomptes avant et après que la jointure a fait ce qu’elle devait.",
                ),
                must(
                    Decide,
                    "Choose the kind of join by the question, and say why.",
                    "Choisir le type de jointure selon la question, et dire pourquoi.",
                ),
                also(
                    Make,
                    "Write the query so that somebody else can read it.",
                    "Écrire la requête de façon qu’une autre personne puisse la lire.",
                ),
            ],
        ),
        skill(
            "DAT-02",
            Both("Clean and document a messy dataset", "Nettoyer et documenter un jeu de données"),
            Both(
                "Send a log of what you changed, not only the clean file.",
                "Envoyez un journal de vos modifications, pas seulement le fichier nettoyé.",
            ),
            &[
                must(
                    Check,
                    "Find missing, impossible and duplicate values, and count each.",
                    "Repérer les valeurs manquantes, impossibles et en double, et compter chacune.",
                ),
                must(
                    Decide,
                    "Treat each kind by a stated rule that keeps the original.",
                    "Traiter chaque cas selon une règle énoncée, en conservant l’original.",
                ),
                must(
                    Make,
                    "Keep a log from which the cleaning can be done again.",
                    "Tenir un journal à partir duquel le nettoyage peut être refait.",
                ),
                also(
                    Make,
                    "Describe every column: meaning, unit, source and limits.",
                    "Décrire chaque colonne : sens, unité, source et limites.",
                ),
            ],
        ),
        skill(
            "DAT-03",
            Both("Choose and test a simple model", "Choisir et tester un modèle simple"),
            Both(
                "A notebook, or a recording in which you explain one.",
                "Un carnet de calcul, ou un enregistrement où vous en expliquez un.",
            ),
            &[
                must(
                    Decide,
                    "Choose a model that fits question, data and the reader’s needs, and name one not chosen.",
                    "Choisir un modèle adapté à la question, aux données et aux besoins du lectorat, et en nommer un écarté.",
                ),
                must(Check, "Test it on data that it was not made from.", "Le tester sur des données qui n’ont pas servi à le construire."),
                also(
                    Check,
                    "Compare its error with that of a plain rule of thumb.",
                    "Comparer son erreur à celle d’une simple règle empirique.",
                ),
                also(
                    Know,
                    "Explain for which people or places it may be wrong.",
                    "Expliquer pour quelles personnes ou quels lieux il peut se tromper.",
                ),
            ],
        ),
        skill(
            "DAT-04",
            Both("Publish an accessible dashboard", "Publier un tableau de bord accessible"),
            Both(
                "A link to the dashboard, and a page on how you tested it.",
                "Un lien vers le tableau de bord, et une page sur la façon dont vous l’avez testé.",
            ),
            &[
                must(Make, "Give every chart a text that says the same.", "Accompagner chaque graphique d’un texte qui dit la même chose."),
                must(
                    Check,
                    "Make it work by keyboard and with a screen reader, and show the test.",
                    "Le rendre utilisable au clavier et avec un lecteur d’écran, et montrer le test.",
                ),
                must(Make, "Use colours that can be told apart in grey.", "Employer des couleurs qui se distinguent en gris."),
                also(
                    Tell,
                    "Say in one sentence what the reader should take away.",
                    "Dire en une phrase ce que la lectrice ou le lecteur doit retenir.",
                ),
                also(
                    Do,
                    "Publish where the data come from, and when they were last renewed.",
                    "Publier la provenance des données et la date de leur dernière mise à jour.",
                ),
            ],
        ),
    ],
};
