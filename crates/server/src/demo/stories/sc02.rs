//! Security operations: a note written with help from AI that two assessors judge differently and a third settles; an
//! alert half judged.

use super::media::SCREEN;
use super::{Case, Partly, Piece, SelfRating, World};

const RANGE: &str = "Training range of the college, nothing real";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0102", "SC02", 60).await?;
    case.rate(60, &[SelfRating::Ready, SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("SOC-01", ALERT, 50, "None.").await?.judge("SOC-01", "a-03", 46, &[]).await?;
    case.bring("SOC-02", TIMELINE, 44, "None.").await?.judge("SOC-02", "a-03", 40, &[]).await?;
    case.bring("SOC-03", CONTAINMENT, 38, "A classmate played the user on the phone.").await?.judge("SOC-03", "a-03", 34, &[]).await?;
    let help = "I wrote both versions myself. A large language model then shortened my sentences in the managers’ version; I checked every fact against the timeline and put two of my own sentences back.";
    case.bring("SOC-04", NOTE, 12, help).await?;
    let two = "The managers’ version says what happened, but the risk to the four other machines stands in half a sentence: say what it means for the noon decision.";
    case.score("SOC-04", "a-03", 11, &[(2, Partly, two)]).await?;
    case.score("SOC-04", "a-05", 9, &[]).await?;
    case.score("SOC-04", "a-09", 2, &[]).await?;
    half_judged(world).await?;
    begun(world).await
}

/// L-0121: one alert, the first of its criteria judged.
async fn half_judged(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0121", "SC02", 20).await?;
    case.rate(20, &[SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("SOC-01", OWEN_ALERT, 3, "None.").await?;
    case.begin("SOC-01", "a-03", 2, 1, &[]).await?;
    Ok(())
}

/// L-0117: a self-assessment, and nothing sent.
async fn begun(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0117", "SC02", 9).await?;
    case.rate(9, &[SelfRating::Ready, SelfRating::Partly, SelfRating::NotYet]).await?;
    let piece = Piece::text(
        7,
        "First try at an alert",
        "Evening class",
        "Three failed logons, one success, all from a printer. Turned out to be a password change. I have yet to write down the second log source.",
    );
    case.add(piece, &["SOC-01"]).await?;
    Ok(())
}

const ALERT: &[Piece] = &[
    Piece::recording(57, "Alert 12: service account", RANGE, SCREEN, 3).noting("The decision is at five seconds."),
    Piece::text(
        54,
        "Alert 31: why it was nothing",
        RANGE,
        "Proxy and endpoint logs side by side. Same job, same minute, every night for 60 days; the clock of the proxy is 41 s slow. False positive: a backup. The query is saved as nightly-check, with the time window as its only parameter.",
    ),
    Piece::link(52, "Saved queries", RANGE, "https://example.org/portfolio/queries"),
];

const OWEN_ALERT: &[Piece] = &[
    Piece::text(
        15,
        "Alert 8: mail rule",
        RANGE,
        "Mail log: a rule that forwards to outside was made at 07:02 from an address nobody here uses. Sign-in log: the same address, one minute before, after nine failures. True positive. Query saved as mail-rule-watch; it asks for both logs at once.",
    ),
    Piece::recording(11, "Alert 19: the scanner", RANGE, SCREEN, 2)
        .noting("The ticket of the scanner is on the screen before I close it as a false positive."),
];

const TIMELINE: &[Piece] = &[
    Piece::text(
        49,
        "Timeline, exercise Heron",
        RANGE,
        "All UTC. 09:12:04 first failed logon (auth). 09:12:09 logon (auth). 09:12:31 4.1 MB out (proxy). 09:13:02 scheduled task (endpoint). Known: the four above. Inferred: the password was reused. Missing: how it was learned. First access 09:12:09, last activity 10:40:55, after which every source is silent.",
    ),
    Piece::text(
        46,
        "Timeline, exercise Loon",
        RANGE,
        "Three sources, brought to UTC from two time zones, source in the last column. Two rows are marked inferred. Mail gateway logs end at noon, so whatever came later is missing. First access is the macro at 08:55, because nothing earlier touches that host.",
    ),
];

const CONTAINMENT: &[Piece] = &[
    Piece::recording(43, "Isolating WS-0417", RANGE, SCREEN, 5).noting("Playbook 4, step 2 is on the screen before I act."),
    Piece::text(
        41,
        "Exercise Loon: where I stopped",
        RANGE,
        "Playbook 2, step 1: account disabled, sign-in tried and refused. Step 3: memory image taken before anything else. Step 5 would cut the plant network: that is the duty manager’s to decide, so I rang, waited, and wrote down the answer.",
    ),
];

const NOTE: &[Piece] = &[
    Piece::text(
        15,
        "Escalation, engineers’ version",
        RANGE,
        "Scope: one host, one service account. Indicators: source 10.4.7.22, task updater7, upload of 4.1 MB. Done: host isolated 10:41, account disabled 10:43, memory image stored. Open: where the password came from. Needed: reset of all service passwords on that segment.",
    ),
    Piece::text(
        12,
        "Escalation, managers’ version",
        RANGE,
        "This morning somebody used a stolen password to copy a file from one computer. It holds shift plans and no client data. The computer is cut off and the password no longer works. Risk: the same password may open four other machines. We ask you to allow a one-hour outage at noon to change them. The facts are those of the technical note; only the words differ, because you decide and do not repair.",
    )
    .noting("Polished with a language model, as I declare."),
];
