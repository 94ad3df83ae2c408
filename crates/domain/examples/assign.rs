//! How long it takes to offer 10,000 open assessments to 500 assessors.
//!
//! `cargo run --release -p domain --example assign`

use domain::assessment::{AssessmentState, QueueReason};
use domain::assignment::{Judge, Open, Tie, TieKind, assign};
use domain::people::AssessorScope;
use domain::profile::RiskTier;
use domain::{AssessmentId, CompetencyId, Lang, OrganisationId, PersonId, ProfileId, Ts};
use std::time::Instant;

const NOW: Ts = Ts(1_790_000_000_000_000);
const PROFILES: u128 = 20;

fn main() {
    let open: Vec<Open> = (0..10_000).map(item).collect();
    let judges: Vec<Judge> = (0..500).map(judge).collect();
    let mut times = Vec::new();
    let mut offered = 0;
    for _ in 0..9 {
        let mut fresh = judges.clone();
        let begun = Instant::now();
        offered = assign(&open, &mut fresh, NOW).len();
        times.push(begun.elapsed());
    }
    times.sort();
    println!("{offered} of {} offered to {} assessors: median {:?}, worst {:?}", open.len(), judges.len(), times[4], times[8]);
}

fn item(n: u128) -> Open {
    Open {
        assessment: AssessmentId(n + 1),
        profile: ProfileId(n % PROFILES),
        competency: CompetencyId(n % 7),
        tier: [RiskTier::A, RiskTier::B, RiskTier::C][(n % 3) as usize],
        learner: PersonId(1_000_000 + n / 4),
        lang: if n.is_multiple_of(5) { Lang::Fr } else { Lang::En },
        due: NOW.plus_hours((n * 7_919 % 240) as i64),
        not_by: Vec::new(),
        state: AssessmentState::Queued { since: NOW, reason: QueueReason::New },
    }
}

/// Five profiles each, every fourth in both languages, with some ties.
fn judge(n: u128) -> Judge {
    let person = PersonId(n + 1);
    let scope = |k: u128| AssessorScope {
        person,
        organisation: OrganisationId(n % 12),
        profile: ProfileId((n + k * 3) % PROFILES),
        competencies: Vec::new(),
        from: NOW.plus_days(-400),
        until: NOW.plus_days(400),
    };
    let tie = |k: u128| Tie { learner: PersonId(1_000_000 + (n * 31 + k * 577) % 2_500), kind: TieKind::Taught, ended: None };
    Judge {
        person,
        scopes: (0..5).map(scope).collect(),
        langs: if n.is_multiple_of(4) { vec![Lang::En, Lang::Fr] } else { vec![Lang::En] },
        load: (n % 5) as u32,
        most: 30,
        ties: (0..20).map(tie).collect(),
    }
}
