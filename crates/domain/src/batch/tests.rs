use super::*;

fn batch() -> Batch {
    Batch {
        id: BatchId(1),
        issuer: OrganisationId(2),
        profile: ProfileId(3),
        version: VersionId(4),
        made_by: PersonId(5),
        made: Ts(0),
        file: "list.csv".into(),
        rows: 1_000,
        refused: 3,
        terms: None,
        state: BatchState::Checked,
        issued: 0,
        skipped: 0,
        revision: 1,
    }
}

fn terms() -> Terms {
    Terms { decision: "Academic board, 12 June".into(), supervision: SupervisionIdentity::A3, letters: true, lang: Lang::En }
}

const ME: PersonId = PersonId(9);

fn running() -> Batch {
    batch().start(ME, Ts(0), 1_000, terms()).unwrap()
}

#[test]
fn it_starts_with_the_right_number_and_a_decision_and_once() {
    assert_eq!(batch().start(ME, Ts(0), 999, terms()), Err(NotPossible::OtherCount));
    let silent = Terms { decision: " ".into(), ..terms() };
    assert_eq!(batch().start(ME, Ts(0), 1_000, silent), Err(NotPossible::NoDecision));
    assert_eq!(running().start(ME, Ts(0), 1_000, terms()), Err(NotPossible::While("running")));
}

#[test]
fn it_is_paused_goes_on_and_ends_only_when_every_row_is_dealt_with() {
    let half = Batch { issued: 400, skipped: 100, ..running() };
    assert_eq!(half.clone().finish(Ts(1)), Err(NotPossible::While("running")));
    let paused = half.pause(Some(ME), Ts(1), Halt::Asked).unwrap();
    assert!(paused.clone().pause(Some(ME), Ts(1), Halt::Asked).is_err());
    let on = paused.resume(ME, Ts(2)).unwrap();
    assert_eq!(on.state, BatchState::Running { by: ME, since: Ts(2), before: 500 });
    let all = Batch { issued: 900, ..on };
    assert_eq!(all.finish(Ts(3)).unwrap().state, BatchState::Done { at: Ts(3) });
}

#[test]
fn what_is_over_can_not_be_cancelled() {
    assert!(batch().cancel(ME, Ts(1)).is_ok());
    let over = running().cancel(ME, Ts(1)).unwrap();
    assert_eq!(over.clone().cancel(ME, Ts(2)), Err(NotPossible::While("cancelled")));
    assert!(over.resume(ME, Ts(2)).is_err());
}

#[test]
fn the_speed_counts_only_what_was_done_since_it_went_on() {
    let b = Batch { issued: 700, state: BatchState::Running { by: ME, since: Ts(0), before: 500 }, ..running() };
    assert_eq!(b.speed(Ts(2_000_000)), Some((100.0, 3)));
    assert_eq!(b.speed(Ts(0)), None);
    assert_eq!(running().speed(Ts(5)), None);
}

#[test]
fn a_row_is_read_as_it_is_written() {
    let row = BatchRow { batch: BatchId(7), row: 251 };
    assert_eq!(row.to_string().parse::<BatchRow>().unwrap(), row);
    assert_eq!((row.part(), BatchRow { row: 250, ..row }.part(), BatchRow { row: 1, ..row }.part()), (1, 0, 0));
    for bad in ["", "bat_1:1", "bat_00000000000000000000000007", "bat_00000000000000000000000007:x"] {
        assert!(bad.parse::<BatchRow>().is_err(), "{bad}");
    }
}

#[test]
fn the_stored_names_of_states_stay() {
    let by = PersonId(1);
    for state in [
        BatchState::Checked,
        BatchState::Running { by, since: Ts(0), before: 0 },
        BatchState::Paused { by: None, at: Ts(0), why: Halt::IssuerStanding },
        BatchState::Cancelled { by, at: Ts(0) },
        BatchState::Done { at: Ts(0) },
    ] {
        assert!(serde_json::to_string(&state).unwrap().contains(&format!("\"state\":\"{}\"", state.name())));
    }
}
