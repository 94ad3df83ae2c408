//! A kitchen: four attempts that nobody else hears of, an expired credential and its renewal, one on offer, one claim
//! taken back.

use super::{Case, NotShown, Partly, Piece, SelfRating, World};

const LINE: &str = "Own kitchen, dinner shift";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    expired(world).await?;
    four_attempts(world).await?;
    on_offer(world).await?;
    taken_back(world).await?;
    renewal(world).await
}

const ALL: [&str; 3] = ["KFS-01", "KFS-02", "KFS-03"];

/// Two pieces that show everything, sent and judged on one day each.
async fn whole(case: &Case<'_>, pieces: [Piece; 2], sent: i64, by: &str) -> anyhow::Result<()> {
    for piece in pieces {
        case.add(piece, &ALL).await?;
    }
    for code in ALL {
        case.send(code, sent, "None.").await?;
    }
    for code in ALL {
        case.judge(code, by, sent - 4, &[]).await?;
    }
    Ok(())
}

/// L-0115, three years ago.
async fn expired(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0115", "SC12", 1120).await?;
    whole(&case, HELENA_THEN, 1105, "a-02").await?;
    let credential = case.award("i-01", 1096).await?;
    case.accept(credential, 1095, false).await
}

const HELENA_THEN: [Piece; 2] = [
    Piece::text(
        1115,
        "Shift book, school kitchen",
        "School kitchen",
        "Ice water 0 °C. Chicken 76 at the bone, rice 68 in the bain-marie at 11 and 12. Walk-in 7 at 9:40: milk set apart, marked, door seal found open, 3 °C at 10:30, milk under two hours: used first. Showed the new helper how to close it, she did it twice; next day still shut.",
    ),
    Piece::text(
        1109,
        "Shift book, a week later",
        "School kitchen",
        "All units at 8, 10, 12. Soup 58 in the holding pan: taken out, reheated to 78, written with time and reason, checked the pan the day after. Told the helper what I saw and why it matters; on Friday she read the thermometer without being asked.",
    ),
];

/// L-0115, now: everything demonstrated anew, the college decides.
async fn renewal(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0115", "SC12", 28).await?;
    whole(&case, HELENA_NOW, 14, "a-08").await
}

const HELENA_NOW: [Piece; 2] = [
    Piece::text(
        24,
        "Shift log, Tuesday",
        "Hospital kitchen",
        "Probe 0.1 in ice water. Fish 64 at the thickest part, hot trolley 66 at 11:15 and 12:00, written as read. Trolley 3 at 57: six trays set apart and marked, 40 minutes, back to 75, served; element replaced, checked Wednesday. Talked it through with the porter without blame, watched him plug it in twice.",
    ),
    Piece::text(
        18,
        "Shift log, Monday",
        "Hospital kitchen",
        "All twelve units at the plan’s hours. Cooling soup 24 °C after two hours: discarded, 9 litres, blast chiller fan off. Log has what, when, how much, why. Next day 12 °C after 90 minutes. The porter now looks at the fan first; I told him it shows.",
    ),
];

/// L-0114: two competencies held, the third not yet, four times.
async fn four_attempts(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0114", "SC12", 210).await?;
    case.rate(210, &[SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("KFS-01", MARCUS_LIMITS, 200, "None.").await?.judge("KFS-01", "a-02", 196, &[]).await?;
    case.bring("KFS-03", MARCUS_COACH, 198, "None.").await?.judge("KFS-03", "a-08", 194, &[]).await?;
    let decide = "Time is missing. At 58 °C it matters whether it stood for ten minutes or for three hours: write both, then decide.";
    case.bring("KFS-02", &MARCUS_DEVIATIONS[..2], 190, "None.").await?;
    case.judge("KFS-02", "a-02", 185, &[(2, NotShown, decide), (3, NotShown, "You write what you did, not how much food it was and why.")])
        .await?;
    case.bring("KFS-02", &MARCUS_DEVIATIONS[2..4], 160, "None.").await?;
    case.judge("KFS-02", "a-02", 156, &[(2, NotShown, decide), (3, NotShown, "Quantity is there now. The reason still is not.")]).await?;
    case.plan("KFS-02", 140, "I took the deviation drill at the college in one afternoon.").await?;
    case.bring("KFS-02", &MARCUS_DEVIATIONS[4..6], 120, "The instructor of the drill asked questions; the decisions are mine.").await?;
    case.judge("KFS-02", "a-07", 115, &[(2, Partly, "The decision is right on Monday. On Thursday you cooked on what should have been discarded: over four hours in the danger zone.")]).await?;
    case.plan("KFS-02", 100, "No course: I wrote the times on a card over the line and used it for a month.").await?;
    case.bring("KFS-02", &MARCUS_DEVIATIONS[6..], 60, "None.").await?;
    let nearly = "You now decide by time and temperature every time but one. Show two deviations in a row in which you decide before you ask the chef, and this is met.";
    case.judge("KFS-02", "a-08", 55, &[(2, Partly, nearly)]).await?;
    Ok(())
}

const MARCUS_LIMITS: &[Piece] = &[
    Piece::text(
        208,
        "Log of Friday dinner",
        LINE,
        "Probe 0 in ice water at 15:00. Roast 71 in the thickest part. Cold well 3, 3, 4. Hot well 66, 64, 65. One tray of shrimp at 8 held back with a red card until the chef decided.",
    ),
    Piece::text(
        204,
        "Log of Sunday brunch",
        LINE,
        "Probe 0.2. Eggs 74. Every unit at 9, 11 and 13, each number written while the probe was in. Hollandaise past two hours: off the line, card on it, chef called.",
    ),
];
const MARCUS_COACH: &[Piece] = &[
    Piece::text(
        206,
        "Showing the probe",
        LINE,
        "Told R. that he had read the edge of the roast, and what may happen in the middle. Showed the thickest part; he did the next three. On Thursday he corrected a waiter.",
    ),
    Piece::text(
        201,
        "Cutting boards",
        LINE,
        "Saw raw chicken on the green board. Said so quietly after the rush, and why. He sorted the boards himself and put up a sign. On Saturday every board was right.",
    ),
];
const MARCUS_DEVIATIONS: &[Piece] = &[
    Piece::text(
        195,
        "Hot well too cold",
        LINE,
        "Stew at 58. Took it off, marked it, put it back on the stove, served it at 80. Looked at the well on Saturday: fine.",
    ),
    Piece::text(
        192,
        "Fridge open at night",
        LINE,
        "Door ajar in the morning. Everything out and marked. Threw some of it away. New seal next day, 3 °C.",
    ),
    Piece::text(
        172,
        "Rice left out",
        LINE,
        "Three litres of rice at 40. Set apart, marked, put in the fridge. Checked it cold the next day.",
    ),
    Piece::text(166, "Cream warm on delivery", LINE, "Six litres at 11. Sent back with the driver, wrote the number. Next delivery 4."),
    Piece::text(
        132,
        "Monday: soup not cooling",
        LINE,
        "Twelve litres at 30 after two hours. Set apart, marked. Two hours are the limit to reach 20: discarded, because the chiller was overloaded. Next day two pans, 18 in two hours.",
    ),
    Piece::text(
        125,
        "Thursday: bain-marie off",
        LINE,
        "Four litres of sauce at 45, off since about noon, found at 16:30. Marked it, boiled it, served it, because boiling kills what is in it. Plug taped, held the next day.",
    ),
    Piece::text(
        75,
        "Chicken short of its temperature",
        LINE,
        "Two trays at 66 at 18:10, out of the oven for five minutes. Marked, back in, 76 at 18:22. Why: tray too full. Half trays since, checked on Sunday.",
    ),
    Piece::text(
        66,
        "Walk-in at 9 °C",
        LINE,
        "Found 6:30, last reading 3 °C at 23:00, so up to seven hours. Asked the chef, who said discard: 14 kg, listed. Compressor fuse. 3 °C the day after.",
    ),
];

/// L-0119: granted, and not yet answered.
async fn on_offer(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0119", "SC12", 60).await?;
    whole(&case, LINH, 24, "a-07").await?;
    case.award("i-01", 3).await?;
    Ok(())
}

const LINH: [Piece; 2] = [
    Piece::text(
        52,
        "Noodle shop, Wednesday",
        "Family restaurant",
        "Probe 0 in ice. Broth 92, pork 77 in the middle, cold table 4, 4, 5 at the plan’s hours. Sprouts at 9: set apart, marked, 20 minutes, iced, 4 again, used; wrote lot, time and why, lid fixed, fine on Thursday. Showed my cousin where the probe goes; he did five.",
    ),
    Piece::text(
        45,
        "Noodle shop, Sunday",
        "Family restaurant",
        "All readings on the sheet when taken. Eggs 4 hours at 24: discarded, 30 pieces, written with the reason; tray now in the cooler, looked the next day. Told my cousin what I saw without blaming him. By Friday he labelled every tray with its hour.",
    ),
];

/// L-0118 a changé d'avis.
async fn taken_back(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0118", "SC12", 40).await?;
    let pieces = [
        Piece::text(37, "Relevés du mardi", "Cuisine de camp", "Thermomètre à 0 dans la glace. Poulet 75. Frigo 3, 3, 4."),
        Piece::text(35, "Relevés du jeudi", "Cuisine de camp", "Thermomètre à 0,2. Bœuf 72. Table chaude 65, 63. Salade à 9 : retirée."),
    ];
    case.bring("KFS-01", &pieces, 33, "Aucune.").await?;
    case.withdraw(31).await
}
