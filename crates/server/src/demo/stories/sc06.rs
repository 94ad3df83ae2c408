//! A robot cell: one assessor is the learner's manager and steps back; another asks a question.

use super::media::SCREEN;
use super::{Case, Piece, SelfRating, World};

const CELL: &str = "Cell 3, scheduled downtime";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0106", "SC06", 36).await?;
    case.rate(36, &[SelfRating::Ready, SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("ROB-01", LOCKOUT, 26, "The second lock is my partner’s, as the procedure asks.").await?;
    case.step_back("ROB-01", "a-11", 24, "I am the line manager of this person.").await?;
    case.judge("ROB-01", "a-12", 20, &[]).await?;
    case.bring("ROB-02", FAULT, 9, "None.").await?;
    case.take("ROB-02", "a-12", 6).await?;
    let question = "In the log of 14 March you swapped the sensor and the fault stayed away. How do you know that it was the sensor and not the connector that you moved while swapping it? A few lines, or one more measurement, are enough.";
    case.ask("ROB-02", "a-12", 4, question).await?;
    case.bring("ROB-03", RESTART, 3, "None.").await?;
    case.step_back("ROB-03", "a-11", 2, "I am the line manager of this person.").await?;
    Ok(())
}

const LOCKOUT: &[Piece] = &[
    Piece::text(
        33,
        "Lockout of cell 3, in order",
        CELL,
        "Sources: 600 V main, 24 V from the neighbour’s panel, air 6 bar, spring of the gripper, axis 2 raised. Stop, open, lock, tag, each with my lock. Air dumped, gripper opened by hand, axis 2 on its pin. Meter on a live socket, on the terminals: 0, on the socket again.",
    ),
    Piece::text(
        30,
        "Lockout of cell 5",
        CELL,
        "No springs here, but a capacitor bank: waited five minutes by the label, measured 3 V, waited until 0. Two isolators, two of my locks. Tried to start it from the panel: nothing. Meter proved before and after.",
    ),
    Piece::recording(28, "Screen of the panel while I try to start", CELL, SCREEN, 4),
];

const FAULT: &[Piece] = &[
    Piece::text(
        16,
        "Fault log, part present at station 2",
        CELL,
        "Symptom: robot waits at station 2. Input 14 low in the controller, so sensor, cable, connector or card. 24 V at the connector, none at the sensor: half of it gone. Swapped the sensor, input high, fault away. Cause: vibration; a bracket would prevent it.",
    ),
    Piece::text(
        12,
        "Fault log, gate won’t acknowledge",
        CELL,
        "Diagnostics say “gate open”, which is a symptom. Output 3 high, relay clicks, no feedback on input 9. Measured in the middle: feedback wire broken at the hinge. Bridged it: fault gone. Took the bridge off: fault back. Wire replaced; it had no slack.",
    ),
];

const RESTART: &[Piece] = &[
    Piece::text(
        11,
        "Restart after the gate repair",
        CELL,
        "Tools 9 in, 9 out. Two people out and signed. Locks off in reverse order. Tried gate A, gate B, three emergency stops, each with a reset. First cycle at 10% with me at the window. Log: fault, cause, wire number, test, my name.",
    ),
    Piece::text(
        8,
        "Restart after the sensor swap",
        CELL,
        "Checklist filled in, no tool missing. Gate and stops tested before automatic. Reduced speed for three cycles. The entry tells the next shift to look at the bracket.",
    ),
];
