//! Care: two competencies held, two gaps, and a recording of a real client that nobody may open.

use super::media::WELD;
use super::{Case, NotShown, Partly, Piece, SelfRating, World};
use anyhow::Context as _;
use domain::EvidenceId;
use domain::event::Event;

const ROOM: &str = "Training room, a colleague plays the client";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0103", "SC03", 58).await?;
    case.rate(58, &[SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("PSW-01", PLAN, 50, "None.").await?;
    case.bring("PSW-03", HANDS, 49, "None.").await?;
    let film = case.add(REAL_CLIENT, &["PSW-02"]).await?;
    quarantine(world, film).await?;
    case.bring("PSW-02", LIFT, 48, "My partner at the lift is a colleague from work.").await?;
    case.bring("PSW-04", STATUS, 47, "None.").await?;
    case.judge("PSW-01", "a-04", 42, &[]).await?;
    case.judge("PSW-03", "a-02", 42, &[]).await?;
    let lift = [
        (
            1,
            Partly,
            "You look at the sling and the straps. Show the battery and the emergency release as well, before the client is in the room.",
        ),
        (
            6,
            NotShown,
            "The lift goes from the bed to the chair in one movement. Pause after the first centimetres and touch every strap: that is the moment when a wrong loop still does no harm.",
        ),
    ];
    case.judge("PSW-02", "a-04", 41, &lift).await?;
    let status = [(1, Partly, "“She was confused” is what you made of it. Write what she said and did, and put what you think after it.")];
    case.judge("PSW-04", "a-02", 40, &status).await?;
    Ok(())
}

/// Somebody reported that a real client can be recognised: closed to everybody until that is settled.
async fn quarantine(world: &World<'_>, id: EvidenceId) -> anyhow::Result<()> {
    world.by_day(48);
    let who = world.who("admin").await?;
    let reason = "A real client can be recognised. Nobody may open it until this is settled.".to_owned();
    let mut tx = world.app.begin().await?;
    let item = store::evidence::get(&mut tx, id).await?.context("it was just added")?;
    let claim = item.claim;
    store::evidence::save(&mut tx, &item.quarantine(who.id(), who.now, reason.clone())?).await?;
    crate::actions::record(&mut tx, &who, claim, Event::EvidenceQuarantined { evidence: id, reason }).await?;
    Ok(tx.commit().await?)
}

const REAL_CLIENT: Piece = Piece::recording(48, "Transfer at work", "At work", WELD, 0).with_consent();

const PLAN: &[Piece] = &[
    Piece::text(
        56,
        "Before a transfer: morning",
        ROOM,
        "Read today’s plan: two persons, full sling, no weight on the left leg. Told Mrs. A. (my colleague) what we would do and asked; she said yes. Asked about pain: two out of ten. Shoes on, drip line free, not dizzy when sitting.",
    ),
    Piece::text(
        53,
        "Before a transfer: the client says no",
        ROOM,
        "Plan said lift to the chair. She said “not now, I feel sick”. I did not try to persuade her. Lowered the bed, told the nurse at 14:10, wrote it down, asked again after half an hour.",
    ),
];

const HANDS: &[Piece] = &[
    Piece::text(
        55,
        "Sequence, contact precautions",
        ROOM,
        "Sign on the door: contact. Gel, gown, gloves. Gel again between wound and tray with new gloves. Off: gloves, gel, gown rolled inwards, gel. Rubbed for twenty seconds, thumbs and fingertips too, until dry.",
    ),
    Piece::text(
        52,
        "Sequence, droplet precautions",
        ROOM,
        "Sign: droplet and contact. Gown, mask, visor, gloves, in that order. Off: gloves, gel, gown, gel, visor by the strap, mask by the loops, gel. My colleague watched and found nothing touched with the front.",
    ),
    Piece::text(52, "My supervisor’s note", ROOM, "“Saw Yusuf through both sequences today. No contact with a soiled side.”")
        .supplementary(),
];

const LIFT: &[Piece] = &[
    Piece::text(
        54,
        "Lift transfer, bed to chair",
        ROOM,
        "Sling medium by the chart for 68 kg. Rolled the client, placed the sling flat, straps crossed at the legs. Brakes on, base open. Counted aloud, I led. Up and over to the chair, down, cushions, asked how she felt.",
    ),
    Piece::text(
        51,
        "Lift transfer, chair to bed",
        ROOM,
        "Looked over sling and straps, no tears. Brakes off for this lift as its label says, base open. My partner led the count. Lowered on the side, sling out without pulling, asked about pain.",
    ),
];

const STATUS: &[Piece] = &[
    Piece::text(
        52,
        "Note to the nurse, invented client",
        ROOM,
        "10:20. Mr. B. did not finish his tea and said his left hand “is asleep”. Could not hold the cup. Called the nurse at once, 10:21. Wrote down the time I saw it first.",
    ),
    Piece::text(
        49,
        "Evening note, invented client",
        ROOM,
        "She was confused this evening and in a bad mood. Told the team lead at the end of the shift. Please watch her tonight, and try the blue cup.",
    ),
];
