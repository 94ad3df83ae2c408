//! A process is killed (`kill -9`) in the middle of submissions and decisions. Every act that it acknowledged is there
//! afterwards, no half of another is, and the jobs that were pending run.

use crate::both;
use crate::harness::World;
use domain::assessment::CompetencyDecision;
use domain::claim::Standing;
use domain::credential::Achievement;
use domain::{AssessmentId, ClaimId};
use std::io::{BufRead as _, Write as _};
use std::process::{Command, Stdio};

/// Not a test of its own: the process that is killed. It acts on and on, and says each act once it is acknowledged.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_that_is_killed() {
    let Ok(folder) = std::env::var("TESSERA_CRASH_FOLDER") else { return };
    let database = std::env::var("TESSERA_CRASH_DATABASE").ok();
    let world = World::rejoin(&folder, database, &std::env::var("TESSERA_CRASH_IDS").unwrap()).await;
    let say = |line: String| {
        let mut out = std::io::stdout();
        writeln!(out, "\n{line}").and_then(|()| out.flush()).unwrap();
    };
    for n in 0..10_000 {
        let learner = world.new_learner(&format!("Learner {} {n}", std::process::id())).await;
        let claim = world.open_claim(learner).await;
        say(format!("OPENED {claim}"));
        let assessment = world.submit(learner, claim, 0).await;
        say(format!("SENT {assessment}"));
        let unmet = if n % 3 == 0 { vec![world.competency(0).criteria[0].id] } else { vec![] };
        world.judge(world.assessor, assessment, &unmet).await;
        say(format!("JUDGED {assessment}"));
    }
}

/// Runs the process until it has acknowledged `acts` acts, then kills it; what it acknowledged.
fn kill_after(w: &World, acts: usize) -> Vec<String> {
    let config = &w.app.config;
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "crash::the_process_that_is_killed", "--nocapture", "--test-threads=1"]);
    command.env("TESSERA_CRASH_FOLDER", &config.data.dir).env("TESSERA_CRASH_IDS", w.ids());
    if let Some(database) = &config.data.database {
        command.env("TESSERA_CRASH_DATABASE", database);
    }
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    for line in lines {
        let line = line.unwrap();
        if ["OPENED", "SENT", "JUDGED"].iter().any(|act| line.starts_with(act)) {
            said.push(line);
        }
        if said.len() == acts {
            child.kill().unwrap();
            // What it said between our reading and the kill was acknowledged too, and is still in the pipe.
        }
    }
    child.wait().unwrap();
    assert!(said.len() >= acts, "it ended by itself after {said:?}");
    said
}

async fn check_acknowledged(w: &World, said: &[String]) {
    let mut tx = w.app.read().await.unwrap();
    for line in said {
        let (act, id) = line.split_once(' ').unwrap();
        match act {
            "OPENED" => assert!(store::claims::get(&mut tx, id.parse::<ClaimId>().unwrap()).await.unwrap().is_some(), "{line}"),
            act => {
                let found = store::assessments::get(&mut tx, id.parse::<AssessmentId>().unwrap()).await.unwrap();
                let found = found.unwrap_or_else(|| panic!("lost: {line}"));
                assert!(act == "SENT" || found.state.judgement().is_some(), "lost: {line}");
            }
        }
    }
}

/// Claims, assessments, recognitions, credentials and the record agree with each other, and no chain is broken.
async fn check_whole(w: &World) -> usize {
    let mut tx = w.app.read().await.unwrap();
    let (mut after, mut claims) = (String::new(), 0);
    loop {
        let page = store::events::chains(&mut tx, &after, 200).await.unwrap();
        let Some(last) = page.last() else { return claims };
        after.clone_from(last);
        for chain in page {
            assert_eq!(store::events::check(&mut tx, &chain).await.unwrap(), None);
            let Ok(id) = chain.parse::<ClaimId>() else { continue };
            claims += 1;
            check_claim(&mut tx, w, id).await;
        }
    }
}

async fn check_claim(tx: &mut store::Tx, w: &World, id: ClaimId) {
    let claim = store::claims::get(tx, id).await.unwrap().expect("a claim with a record is there");
    let part = claim.part(w.competency(0).id).unwrap();
    let latest = store::assessments::attempts(tx, id, part.competency, 1).await.unwrap().into_iter().next();
    match (&part.standing, latest.as_ref().and_then(|a| a.state.judgement()).map(|j| j.decision)) {
        (Standing::NotStarted, None) => assert!(latest.is_none(), "sent, but the claim does not know"),
        (Standing::InReview { assessment }, None) => assert_eq!(latest.map(|a| a.id), Some(*assessment)),
        (Standing::Gap { .. }, Some(CompetencyDecision::NotYetCompetent)) => {}
        (Standing::Demonstrated { recognition, .. }, Some(CompetencyDecision::Competent)) => {
            assert!(store::awards::recognition(tx, *recognition).await.unwrap().is_some());
            let credential = store::awards::credential_about(tx, Achievement::Competency(*recognition)).await.unwrap();
            assert!(credential.is_some_and(|c| c.document.is_some()), "recognised, but not signed after the jobs ran");
        }
        other => panic!("half done: {other:?}"),
    }
}

both!(a_killed_process_loses_nothing_and_leaves_nothing_half_done, async |w: World| {
    for acts in [2, 5, 9] {
        let said = kill_after(&w, acts);
        check_acknowledged(&w, &said).await;
        // A lease that the killed process held is over after a minute.
        w.app.clock.advance(61_000_000);
        w.run_jobs().await;
        assert!(check_whole(&w).await >= 1);
    }
});
