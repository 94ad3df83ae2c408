//! Data analysis: everything is demonstrated, and the university has yet to decide.

use super::{Case, Piece, SelfRating, World};

const DESK: &str = "At home, open data of an invented town";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0104", "SC04", 75).await?;
    case.rate(75, &[SelfRating::Ready, SelfRating::Ready, SelfRating::Partly, SelfRating::Ready]).await?;
    for (code, pieces, sent) in [("DAT-01", JOIN, 66), ("DAT-02", CLEAN, 60), ("DAT-03", MODEL, 52), ("DAT-04", DASHBOARD, 20)] {
        case.bring(code, pieces, sent, "I looked functions up in their documentation. No AI.").await?;
        case.judge(code, "a-05", sent - 4, &[]).await?;
    }
    world.day(2);
    Case::open(world, "l-0117", "SC04", 2).await?;
    Ok(())
}

const JOIN: &[Piece] = &[
    Piece::text(
        73,
        "Which bus stops have no shelter near a clinic?",
        DESK,
        "Stops (2,114) left-joined to shelters on stop_id, then to clinics within 300 m. Left, because a stop without a shelter is what I look for. 2,114 rows before and after. 38 stops answer the question. Query in the repository, one step to a line.",
    ),
    Piece::text(
        69,
        "Who waits longest for a library card?",
        DESK,
        "Requests, branches, closures. Inner join would have dropped 112 requests of a closed branch, so left again. Counts by branch before and after are the same, 8,902 in all.",
    ),
    Piece::link(68, "Repository with both queries", DESK, "https://example.org/portfolio/joins"),
];

const CLEAN: &[Piece] = &[
    Piece::text(
        65,
        "Log of the 311 calls",
        DESK,
        "Missing postal code 1,204; dates in the future 17; duplicates 331. Rule 1: keep the original column and add a clean one. Rule 2: future dates become unknown. Rule 3: same caller, place and hour is one call. The script does it again from the raw file. Column book attached below it.",
    ),
    Piece::text(
        63,
        "Log of the tree inventory",
        DESK,
        "Trunk of 900 cm: 6 rows, set to unknown, flagged. Species in three spellings: 48, mapped by a table that can be read. Every column with meaning, unit, source and what it can’t be used for.",
    ),
];

const MODEL: &[Piece] = &[
    Piece::text(
        58,
        "How many snow calls tomorrow?",
        DESK,
        "Poisson regression on snowfall and weekday, because the counts are small and the desk wants to read the weights. Not chosen: a forest, nobody could explain it at the counter. Trained on two winters, tested on the third: off by 11 calls, the rule “as yesterday” is off by 19.",
    ),
    Piece::link(55, "Notebook of the snow model", DESK, "https://example.org/portfolio/snow")
        .noting("The last cell is about the two rural wards without sensors."),
    Piece::text(
        54,
        "Second question: which pools fill up?",
        DESK,
        "Logistic regression, tested on the last summer only. Error 14%, plain rule 21%. It may be wrong for the new pool, which has no past, and for people who come with a class.",
    ),
];

const DASHBOARD: &[Piece] = &[
    Piece::link(27, "The dashboard", DESK, "https://example.org/portfolio/dashboard"),
    Piece::text(
        24,
        "Texts beside the charts, and the grey print",
        DESK,
        "Each chart has two sentences with the same numbers. Tab order follows the page; a screen reader reads the table under each chart. Printed grey: lines differ by dash. First line says what to take away: waits are shorter everywhere but in the north. Sources and date stand below.",
    ),
];
