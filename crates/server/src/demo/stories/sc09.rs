//! Bookkeeping: a diploma from abroad, a micro-credential declined; another one refused, with its reason. The
//! credential of one competency is suspended, that of another revoked.

use super::{Case, Piece, World};
use domain::credential::Ground;

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    declined(world).await?;
    refused(world).await
}

/// L-0111 holds the competencies and wants no micro-credential for them.
async fn declined(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0111", "SC09", 110).await?;
    case.add(DIPLOMA, &["BKP-01", "BKP-02"]).await?;
    case.bring("BKP-01", CARLOS_MONTH, 98, "A friend translated two words of my diploma.").await?.judge("BKP-01", "a-08", 94, &[]).await?;
    case.bring("BKP-02", CARLOS_PAYROLL, 92, "None.").await?.judge("BKP-02", "a-02", 88, &[]).await?;
    let short = [(3, super::Partly, "You name the ratio and its value. Say in one more sentence what the owner should do when it falls.")];
    case.bring("BKP-03", CARLOS_OWNER, 86, "None.").await?.judge("BKP-03", "a-08", 82, &short).await?;
    case.bring("BKP-03", CARLOS_AGAIN, 74, "None.").await?.judge("BKP-03", "a-08", 70, &[]).await?;
    let credential = case.award("i-01", 66).await?;
    case.decline(credential, 64).await?;
    let words = "An auditor found that the deduction tables in your March file were last year’s. The assessors look at the decision again within ten working days. You need not do anything; your answer is welcome.";
    case.suspend("BKP-02", "i-01", 12, Ground::UnderReview, words).await
}

const DIPLOMA: Piece =
    Piece::link(108, "Diploma in accounting, with its evaluation", "Abroad, nine years ago", "https://example.org/evaluations/diploma")
        .noting("It supports the rest; the work below is from this year.")
        .supplementary();

const CARLOS_MONTH: &[Piece] = &[
    Piece::text(
        107,
        "March of an invented bakery",
        "Practice company",
        "212 entries, each with its slip number. Bank agrees to the cent after two cheques outstanding, 84.10 and 1,200.00. Tax collected 1,911.30, paid 640.22, owing 1,271.08.",
    ),
    Piece::text(
        102,
        "April of the same bakery",
        "Practice company",
        "198 entries. One deposit was twice in the bank: called, reversed on the 3rd. Tax owing 1,105.47. Every slip can be found by number in the binder, tried with three.",
    ),
];
const CARLOS_PAYROLL: &[Piece] = &[
    Piece::text(
        106,
        "Two weeks, four employees",
        "Practice company",
        "Overtime after 44 hours for one; public holiday pay for all by the average. Deductions from this year’s tables, shown line by line. Remitted on the 15th, receipt filed. Folder opens for owner and me only. The cleaner with her own clients is a contractor: own tools, own hours, other customers.",
    ),
    Piece::text(
        100,
        "Next two weeks, one leaves",
        "Practice company",
        "Vacation pay 4% paid out with the last cheque, record of employment issued. Insurance and pension checked against the maximum. Remitted a day early. Copies locked away.",
    ),
];
const CARLOS_OWNER: &[Piece] = &[
    Piece::text(
        97,
        "Letter to the owner, March",
        "Practice company",
        "You made 2,340 this month, mostly because of the catering order. Rent and flour fall due on the 1st, the caterer pays on the 10th: keep 3,000 aside. Your current ratio is 1.4.",
    ),
    Piece::text(
        90,
        "Letter to the owner, April",
        "Practice company",
        "You lost 410 because of the oven repair; without it you would have made 900. The tax is due before the two large customers pay. Current ratio 1.2.",
    ),
];
const CARLOS_AGAIN: &[Piece] = &[Piece::text(
    78,
    "What the ratio means for you",
    "Practice company",
    "For every dollar you owe within a year you have 1.20. When it falls below one, ask the mill for thirty days instead of ten before you order again.",
)];

/// L-0118 : tout est démontré, mais le titre n'est pas attribué.
async fn refused(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0118", "SC09", 95).await?;
    let all = ["BKP-01", "BKP-02", "BKP-03"];
    case.add(GABRIEL_1, &all).await?;
    case.add(GABRIEL_2, &all).await?;
    for code in all {
        case.send(code, 80, "Aucune.").await?;
    }
    for code in all {
        case.judge(code, "a-08", 75, &[]).await?;
    }
    case.refuse(
        "i-01",
        60,
        "La vérification d’identité prévue n’a pas eu lieu : la pièce présentée est expirée depuis deux ans et nos trois messages sont restés sans réponse. Vos compétences restent reconnues. Présentez une pièce valide, ou faites appel dans les 30 jours.",
    )
    .await?;
    let words = "Relue par un second regard, votre lettre explique le ratio mais pas ce que la propriétaire doit faire quand il baisse. Vous n’y êtes pour rien : la première décision n’aurait pas dû être rendue ainsi. La réévaluation est gratuite.";
    case.revoke("BKP-03", "i-01", 40, Ground::DecisionChanged, words).await
}

const GABRIEL_1: Piece = Piece::text(
    92,
    "Dossier de mai, quincaillerie inventée",
    "Entreprise d’entraînement",
    "Mai inscrit et rapproché au cent près; taxe due 912,40 $. Paie de trois personnes avec jour férié et retenues de l’année, versée le 15. Explication à la propriétaire : le mois a rapporté 1 120 $, le fournisseur échoit avant les chantiers; ratio de liquidité 1,6 et ce qu’il veut dire.",
);
const GABRIEL_2: Piece = Piece::text(
    86,
    "Dossier de juin, quincaillerie inventée",
    "Entreprise d’entraînement",
    "Juin rapproché, un dépôt en circulation. Taxe due 1 030,15 $. Une personne contractuelle reconnue comme telle : ses outils, son horaire, d’autres clients. Retenues vérifiées au maximum annuel. Lettre : perte de 300 $ due à la réparation du camion, et quoi payer d’abord.",
);
