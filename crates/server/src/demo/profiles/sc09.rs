use super::Shape::{Check, Decide, Do, Know, Make, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC09",
    title: Both("Bookkeeping and payroll for small business", "Tenue de livres et paie pour PME"),
    summary: Both(
        "Records and reconciles a month, runs a payroll that follows the rules, and explains the results to an owner who is not an accountant.",
        "Enregistre et rapproche un mois, produit une paie conforme aux règles et explique les résultats à une ou un propriétaire qui n’est pas comptable.",
    ),
    noc: (
        "12200",
        Both("Accounting technicians and bookkeepers", "Techniciens/techniciennes en comptabilité et teneurs/teneuses de livres"),
    ),
    owner: Org::Pine,
    issuer: Org::Pine,
    assessed_by: &[Org::Pine],
    tier: RiskTier::B,
    notice: None,
    validity_months: Some(48),
    fee: 85,
    published: 310,
    grounds: [
        "Ten owners of small businesses said what they need from a bookkeeper.",
        "Two accounting firms judged five portfolios by the draft.",
        "Approved by the program committee, item 6.",
    ],
    competencies: &[
        skill(
            "BKP-01",
            Both("Record and reconcile a month", "Enregistrer et rapprocher un mois"),
            Both("Use an invented company, or take out every name.", "Utilisez une entreprise inventée, ou retirez tous les noms."),
            &[
                must(
                    Make,
                    "Record a month of sales, purchases and payments to the right accounts.",
                    "Inscrire un mois de ventes, d’achats et de paiements aux bons comptes.",
                ),
                must(
                    Check,
                    "Reconcile the bank to the cent, and explain what is outstanding.",
                    "Rapprocher la banque au cent près et expliquer ce qui est en circulation.",
                ),
                must(Check, "Compute sales tax collected, paid and owing.", "Calculer la taxe perçue, payée et due."),
                also(
                    Do,
                    "Keep a document for every entry that can be found in a minute.",
                    "Conserver pour chaque écriture une pièce que l’on retrouve en une minute.",
                ),
            ],
        ),
        skill(
            "BKP-02",
            Both("Run a compliant payroll", "Produire une paie conforme"),
            Both("Two pay periods of invented employees.", "Deux périodes de paie d’employés inventés."),
            &[
                must(
                    Check,
                    "Compute gross pay with overtime, public holiday and vacation pay.",
                    "Calculer le salaire brut avec heures supplémentaires, jours fériés et vacances.",
                ),
                must(
                    Check,
                    "Deduct pension, employment insurance and tax from the tables of the year.",
                    "Retenir pension, assurance-emploi et impôt selon les tables de l’année.",
                ),
                must(Do, "Remit on the due date, and keep the proof.", "Verser les retenues à l’échéance et conserver la preuve."),
                must(
                    Do,
                    "Keep pay data where only those who need them can open them.",
                    "Garder les données de paie là où seules les personnes autorisées peuvent les ouvrir.",
                ),
                also(
                    Decide,
                    "Tell an employee from a contractor, and say by which facts.",
                    "Distinguer une personne salariée d’une personne contractuelle, et dire d’après quels faits.",
                ),
            ],
        ),
        skill(
            "BKP-03",
            Both("Explain results to an owner", "Expliquer les résultats au propriétaire"),
            Both("Record the explanation, or write it as a letter.", "Enregistrez l’explication, ou écrivez-la sous forme de lettre."),
            &[
                must(
                    Tell,
                    "Say in plain words whether the month made or lost money, and why.",
                    "Dire en mots simples si le mois a rapporté ou coûté, et pourquoi.",
                ),
                also(
                    Tell,
                    "Show which bills fall due before which money comes in.",
                    "Montrer quelles factures échoient avant quelles rentrées d’argent.",
                ),
                also(Know, "Explain one ratio that matters to this business.", "Expliquer un ratio qui compte pour cette entreprise."),
            ],
        ),
    ],
};
