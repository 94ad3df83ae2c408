//! A warehouse: a badge for being there proves nothing by itself; a second attempt waits.

use super::media::SCREEN;
use super::{Case, NotShown, Partly, Piece, SelfRating, World};

const AISLE: &str = "Aisle 12, before the shift";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0107", "SC07", 70).await?;
    case.rate(70, &[SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("WHS-01", INSPECTION, 60, "None.").await?.judge("WHS-01", "a-13", 55, &[]).await?;
    case.bring("WHS-03", COUNT, 58, "A colleague took the second count.").await?.judge("WHS-03", "a-02", 52, &[]).await?;
    let short = [
        (
            2,
            NotShown,
            "At the third level somebody walks behind the truck and you go on. Stop, lower, wait: the fall zone is as wide as the load is high.",
        ),
        (6, Partly, "You back out straight, but turn before the forks are down. Forks first, then look, then turn."),
    ];
    case.bring("WHS-02", HEIGHT, 56, "None.").await?.judge("WHS-02", "a-13", 50, &short).await?;
    case.bring(
        "WHS-02",
        AGAIN,
        4,
        "The coach of the high-bay course stood at the end of the aisle and stopped people. The driving is mine.",
    )
    .await?;
    Ok(())
}

const INSPECTION: &[Piece] = &[
    Piece::text(
        68,
        "Truck 8, Monday",
        AISLE,
        "Forks straight, heels 10% worn by gauge, chains even, guard not bent, tires cut-free. Off: battery 80%, no drips. On: brakes, steering, horn, blue light, seat switch. All fine, signed.",
    ),
    Piece::text(
        65,
        "Truck 5, Thursday: taken out of service",
        AISLE,
        "Left chain slack by a finger’s width. Key out, red tag on the wheel, told the lead at 6:40, wrote truck, fault, hour. Did the whole list first: the rest was fine.",
    ),
    Piece::link(64, "Badge: Safety Day attendee", "Community centre", "https://example.org/badges/safety-day")
        .noting("I was there. It was not an assessment.")
        .supplementary(),
];

const COUNT: &[Piece] = &[
    Piece::text(
        66,
        "Blind count, zone C",
        AISLE,
        "40 places, numbers on the sheet blank. 38 right, C-07-2 short by one case, C-11-4 over by one. Recounted both, then a colleague did. The movements show a pick from the wrong level: the two cancel out. Report: move one case, no adjustment.",
    ),
    Piece::text(
        62,
        "Blind count, zone F",
        AISLE,
        "25 places, 24 right. F-03-1 short by 12: a full layer. Recounted. Last receipt was keyed as 5 layers and came as 4. Report with quantity, place and the receipt to correct.",
    ),
];

const HEIGHT: &[Piece] = &[
    Piece::text(
        61,
        "Third level, full pallets",
        AISLE,
        "Plate says 1,200 kg at 4 m with the load centre at 600; pallet 900. In level, heels touching, low and tilted, eyes back. Up, square, down without a touch. Backed out, turned, forks down at the cross aisle.",
    ),
    Piece::text(
        57,
        "Fourth level, half pallets",
        AISLE,
        "900 kg at 5 m by the plate, load 450. Centred by the marks on the mast. Somebody came by at the third level; the load was up already. Set it down square, backed out straight.",
    ),
    Piece::link(57, "Badge: Safety Day attendee", "Community centre", "https://example.org/badges/safety-day-2").supplementary(),
];

const AGAIN: &[Piece] = &[
    Piece::text(
        10,
        "Fourth level again, with people in the aisle",
        "High-bay coaching, a quiet shift",
        "Twice somebody came. Both times: stop, lower, horn, wait until they were past the end of the rack, then on. Backed out straight, forks down, looked over both shoulders, turned.",
    ),
    Piece::text(
        7,
        "Third level, evening shift",
        AISLE,
        "One visitor at the barrier: I stopped at two metres and waited for the sign. Forks down before every turn; I say it aloud now.",
    ),
    Piece::recording(6, "The aisle camera, from above", AISLE, SCREEN, 1).noting("Nobody can be recognised."),
];
