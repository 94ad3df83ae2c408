use super::cast::CAST;
use super::offerings;
use super::organisations::ORGANISATIONS;
use super::profiles::PROFILES;
use super::world::handle;
use crate::app::{App, Clock};
use crate::config::Config;
use domain::claim::{Claim, Standing};
use domain::evidence::EvidenceClass;
use domain::people::Person;
use domain::profile::{ProfileVersion, RiskTier};
use domain::{Text, Ts};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// 2026-06-01T12:00:00Z.
const NOW: Ts = Ts(1_780_315_200_000_000);

/// The scenarios as the domain document gives them: tier, occupation, and code, criteria and essential criteria of each
/// competency.
type Given = (&'static str, RiskTier, &'static str, &'static [(&'static str, usize, usize)]);

const GIVEN: [Given; 12] = [
    ("SC01", RiskTier::A, "72106", &[("WLD-01", 4, 4), ("WLD-02", 5, 3), ("WLD-03", 4, 3), ("WLD-04", 6, 6), ("WLD-05", 3, 2)]),
    ("SC02", RiskTier::B, "21220", &[("SOC-01", 4, 3), ("SOC-02", 3, 2), ("SOC-03", 4, 4), ("SOC-04", 3, 2)]),
    ("SC03", RiskTier::A, "33102", &[("PSW-01", 4, 4), ("PSW-02", 7, 7), ("PSW-03", 5, 5), ("PSW-04", 3, 2)]),
    ("SC04", RiskTier::B, "21223", &[("DAT-01", 4, 3), ("DAT-02", 4, 3), ("DAT-03", 4, 2), ("DAT-04", 5, 3)]),
    ("SC05", RiskTier::A, "42202", &[("ECE-01", 3, 3), ("ECE-02", 4, 2), ("ECE-03", 4, 4)]),
    ("SC06", RiskTier::A, "72201", &[("ROB-01", 5, 5), ("ROB-02", 5, 3), ("ROB-03", 4, 4)]),
    ("SC07", RiskTier::A, "75101", &[("WHS-01", 4, 4), ("WHS-02", 6, 6), ("WHS-03", 4, 2)]),
    ("SC08", RiskTier::A, "72402", &[("HPC-01", 5, 4), ("HPC-02", 4, 3)]),
    ("SC09", RiskTier::B, "12200", &[("BKP-01", 4, 3), ("BKP-02", 5, 4), ("BKP-03", 3, 1)]),
    ("SC10", RiskTier::B, "42201", &[("OAC-01", 4, 3), ("OAC-02", 4, 3), ("OAC-03", 3, 2)]),
    ("SC11", RiskTier::B, "22112", &[("LND-01", 3, 3), ("LND-02", 5, 4), ("LND-03", 3, 2)]),
    ("SC12", RiskTier::B, "63200", &[("KFS-01", 4, 4), ("KFS-02", 4, 3), ("KFS-03", 3, 1)]),
];

#[test]
fn every_scenario_has_the_competencies_criteria_and_essentials_that_are_given() {
    for (profile, (key, tier, noc, given)) in PROFILES.iter().zip(GIVEN) {
        assert_eq!((profile.key, profile.tier, profile.noc.0), (key, tier, noc));
        let essentials = |s: &super::profiles::Skill| s.criteria.iter().filter(|c| c.essential).count();
        let counted: Vec<_> = profile.competencies.iter().map(|s| (s.code, s.criteria.len(), essentials(s))).collect();
        assert_eq!(counted, given, "{key}");
    }
    let criteria: usize = PROFILES.iter().flat_map(|p| p.competencies).map(|s| s.criteria.len()).sum();
    assert_eq!(criteria, 165);
}

/// Every text that people can read, in both languages.
fn texts() -> Vec<(&'static str, Text)> {
    let mut all = Vec::new();
    for profile in PROFILES {
        let body = profile.body(|| 1, |_| domain::OrganisationId(1));
        let mut add = |text: &Text| all.push((profile.key, text.clone()));
        add(&body.title);
        add(&body.summary);
        body.occupations.iter().for_each(|o| add(&o.title));
        body.regulated_scope_notice.iter().for_each(&mut add);
        add(&body.scale.name);
        body.scale.levels.iter().for_each(&mut add);
        for competency in &body.competencies {
            add(&competency.statement);
            add(&competency.rule.advice);
            for criterion in &competency.criteria {
                let rubric = &criterion.rubric;
                [&criterion.statement, &rubric.not_evident, &rubric.approaching, &rubric.competent].into_iter().for_each(&mut add);
            }
        }
    }
    all.extend(offerings::texts().map(|t| ("offerings", t)));
    all.extend(CAST.iter().map(|a| (a.email, Text::of(a.purpose_en, a.purpose_fr))));
    all.extend(ORGANISATIONS.iter().map(|o| (o.2, Text::of(o.2, o.3))));
    all
}

#[test]
fn every_text_is_in_both_languages_and_they_differ() {
    for (where_, text) in texts() {
        assert_eq!(text.missing().count(), 0, "{where_}: {text:?}");
        assert_ne!(text.en, text.fr, "{where_}");
        assert!(!text.en.contains('\'') && !text.fr.contains('\''), "{where_}: a typewriter's apostrophe in {text:?}");
    }
}

#[test]
fn no_criterion_is_worded_twice() {
    let mut seen = BTreeSet::new();
    for criterion in PROFILES.iter().flat_map(|p| p.competencies).flat_map(|s| s.criteria) {
        assert!(seen.insert(criterion.statement.0) && seen.insert(criterion.statement.1), "{:?}", criterion.statement);
    }
}

#[test]
fn everybody_is_somebody_else_and_every_organisation_says_that_it_is_fictional() {
    let (names, handles): (BTreeSet<_>, BTreeSet<_>) = CAST.iter().map(|a| (a.name, handle(a))).unzip();
    assert_eq!((names.len(), handles.len()), (CAST.len(), CAST.len()));
    assert_eq!(ORGANISATIONS.len(), 12);
    assert!(ORGANISATIONS.iter().all(|o| o.2.ends_with("(fictional)") && (o.3.ends_with("(fictif)") || o.3.ends_with("(fictive)"))));
}

/// An instance with the demo world, in a folder that goes with the test.
struct Demo {
    app: App,
    folder: PathBuf,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Demo {
    async fn loaded(name: &str) -> Demo {
        Demo::loaded_on(name, None).await
    }

    async fn loaded_on(name: &str, database: Option<String>) -> Demo {
        let folder = std::env::temp_dir().join(format!("tessera-demo-test-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let mut config = Config::default();
        config.data.dir = folder.clone();
        config.data.database = database;
        config.data.instance_key = Some("5e".repeat(32));
        let app = crate::cli::serve::open(config, true, Clock::fixed(NOW)).await.unwrap();
        let demo = Demo { app, folder };
        super::load(&demo.app).await.unwrap();
        demo
    }

    async fn person(&self, handle: &str) -> Person {
        let mut tx = self.app.read().await.unwrap();
        store::people::person_by_email(&mut tx, &format!("{handle}@demo.example")).await.unwrap().unwrap().0
    }

    /// A learner's latest claim, with the version it is pinned to.
    async fn claim(&self, handle: &str) -> (Claim, ProfileVersion) {
        let learner = self.person(handle).await.id;
        let mut tx = self.app.read().await.unwrap();
        let claim = store::claims::of_learner(&mut tx, learner, 0, 1).await.unwrap().remove(0);
        let version = store::profiles::version(&mut tx, claim.version).await.unwrap().unwrap();
        (claim, version)
    }
}

/// The codes of what a claim has demonstrated.
fn demonstrated(claim: &Claim, version: &ProfileVersion) -> Vec<String> {
    let held = |c: &&domain::profile::Competency| matches!(claim.part(c.id).unwrap().standing, Standing::Demonstrated { .. });
    version.body.competencies.iter().filter(held).map(|c| c.code.clone()).collect()
}

#[tokio::test]
async fn the_expected_facts_hold() {
    let demo = Demo::loaded("facts").await;
    welder(&demo).await;
    cook(&demo).await;
    educator(&demo).await;
    care(&demo).await;
    warehouse(&demo).await;
    two_for_each_decision_in_tier_a(&demo).await;
    settled_by_a_third(&demo).await;
}

/// SC01 and SC03: two judges of different bodies for every decision.
async fn two_for_each_decision_in_tier_a(demo: &Demo) {
    for learner in ["l-0101", "l-0103"] {
        let (claim, version) = demo.claim(learner).await;
        let mut tx = demo.app.read().await.unwrap();
        for competency in &version.body.competencies {
            let attempts = store::assessments::attempts(&mut tx, claim.id, competency.id, 9).await.unwrap();
            for judgement in attempts.iter().filter_map(|a| a.state.judgement()) {
                let bodies: BTreeSet<_> = judgement.scores().map(|s| s.body).collect();
                assert_eq!((judgement.judges().count(), bodies.len()), (2, 2), "{}", competency.code);
            }
        }
    }
}

/// SC02: three competencies at once, a fourth on which two differed and which a third settled.
async fn settled_by_a_third(demo: &Demo) {
    let (claim, version) = demo.claim("l-0102").await;
    assert_eq!(demonstrated(&claim, &version), ["SOC-01", "SOC-02", "SOC-03", "SOC-04"]);
    let mut tx = demo.app.read().await.unwrap();
    let note = store::assessments::attempts(&mut tx, claim.id, version.body.competencies[3].id, 9).await.unwrap().remove(0);
    let judgement = note.state.judgement().expect("it was decided");
    let third = judgement.adjudicated.as_ref().expect("by a third").assessor;
    assert_eq!(demo.person("a-09").await.id, third);
    assert!(judgement.first.sheet != judgement.second.as_ref().unwrap().sheet);
}

async fn welder(demo: &Demo) {
    let (claim, version) = demo.claim("l-0101").await;
    assert_eq!(demonstrated(&claim, &version), ["WLD-02", "WLD-03", "WLD-04", "WLD-05"]);
    assert_eq!(claim.state.name(), "gaps_open");
    let symbols = &version.body.competencies[0];
    let missing = claim.part(symbols.id).unwrap().open(symbols);
    assert_eq!(missing, [symbols.criteria[1].id, symbols.criteria[3].id]);
    let mut tx = demo.app.read().await.unwrap();
    let plan = store::plans::of_claim(&mut tx, claim.id).await.unwrap().expect("she planned something");
    let hours: i64 = plan.items.iter().filter_map(|i| i.terms.minutes).sum::<i64>() / 60;
    assert_eq!(hours, 6);
    assert!(plan.uncovered(&missing).is_empty());
    assert!(plan.avoided.minutes > 0 && plan.avoided.minutes < plan.avoided.nominal, "what is recognised need not be studied");
    let valid = NOW.plus_months(version.body.validity_months.unwrap().into());
    assert_eq!((valid.0 - NOW.0) / domain::time::DAY, 730);
}

async fn cook(demo: &Demo) {
    let (claim, version) = demo.claim("l-0114").await;
    let deviation = &version.body.competencies[1];
    assert_eq!(claim.part(deviation.id).unwrap().unsuccessful, 4);
    assert_eq!(demonstrated(&claim, &version), ["KFS-01", "KFS-03"]);
    let mut tx = demo.app.read().await.unwrap();
    let held = store::awards::credentials_of(&mut tx, claim.learner, 0, 100).await.unwrap();
    assert_eq!(held.len(), 2, "one for each competency held");
    for document in held.iter().map(|c| c.document.as_ref().expect("signed at the loading")) {
        assert!(!document.contains("KFS-02") && !document.to_lowercase().contains("attempt"), "{document}");
    }
}

async fn educator(demo: &Demo) {
    let (claim, version) = demo.claim("l-0105").await;
    assert_eq!(claim.competencies.iter().map(|c| c.met.len()).sum::<usize>(), 8);
    assert_eq!((version.number, version.state.name()), (1, "superseded"));
    let mut tx = demo.app.read().await.unwrap();
    let current = store::profiles::current(&mut tx, claim.profile).await.unwrap().unwrap();
    let current = store::profiles::version(&mut tx, current).await.unwrap().unwrap();
    let ids = |v: &ProfileVersion| v.body.competencies.iter().flat_map(|c| &c.criteria).map(|k| k.id).collect::<BTreeSet<_>>();
    let changed: Vec<_> = ids(&version).difference(&ids(&current)).copied().collect();
    assert_eq!((current.number, changed.len(), ids(&current).len()), (2, 1, 11));
    assert!(!claim.competencies.iter().any(|c| c.met.contains_key(&changed[0])), "the changed criterion was not met before");
}

async fn care(demo: &Demo) {
    let (claim, version) = demo.claim("l-0103").await;
    assert_eq!(demonstrated(&claim, &version), ["PSW-01", "PSW-03"]);
    let mut tx = demo.app.read().await.unwrap();
    let items = store::evidence::of_claim(&mut tx, claim.id).await.unwrap();
    let closed: Vec<_> = items.iter().filter(|i| i.state.name() == "quarantined").collect();
    assert_eq!(closed.len(), 1);
    let lift = version.body.competencies[1].id;
    let linked = store::evidence::links_of_item(&mut tx, closed[0].id).await.unwrap();
    assert!(linked.len() == 7 && linked.iter().all(|l| l.competency == lift));
    let attempt = store::assessments::attempts(&mut tx, claim.id, lift, 1).await.unwrap().remove(0);
    let score = attempt.state.judgement().expect("it was judged").score().clone();
    assert!(!score.sheet.varcs.contains_key(&closed[0].id), "nobody judged by it");
}

async fn warehouse(demo: &Demo) {
    let (claim, version) = demo.claim("l-0107").await;
    assert_eq!(demonstrated(&claim, &version), ["WHS-01", "WHS-03"]);
    let mut tx = demo.app.read().await.unwrap();
    let items = store::evidence::of_claim(&mut tx, claim.id).await.unwrap();
    let badges: Vec<_> = items.iter().filter(|i| i.title.starts_with("Badge")).collect();
    assert!(!badges.is_empty() && badges.iter().all(|i| i.class == EvidenceClass::Supplementary));
}

#[tokio::test]
async fn claims_are_in_every_state_that_acts_lead_to() {
    let demo = Demo::loaded("states").await;
    let mut found = BTreeSet::new();
    for actor in CAST {
        let mut tx = demo.app.read().await.unwrap();
        let person = store::people::person_by_email(&mut tx, actor.email).await.unwrap().unwrap().0;
        for claim in store::claims::of_learner(&mut tx, person.id, 0, 100).await.unwrap() {
            found.insert(claim.state.name());
        }
    }
    let due = ["all_competent", "awarded", "draft", "gaps_open", "not_awarded", "self_assessed", "under_assessment", "withdrawn"];
    assert_eq!(found, due.into_iter().collect());
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let demo = Demo::loaded("twice").await;
    let before = record(&demo).await;
    assert!(before.len() > 100);
    super::load(&demo.app).await.unwrap();
    assert_eq!(record(&demo).await, before);
}

#[tokio::test]
async fn a_world_that_is_not_whole_is_not_loaded_over() {
    let demo = Demo::loaded("half").await;
    let before = record(&demo).await;
    let mut tx = demo.app.begin().await.unwrap();
    assert!(store::messages::take_setting(&mut tx, super::LOADED, &NOW.0.to_string()).await.unwrap());
    tx.commit().await.unwrap();
    assert!(super::load(&demo.app).await.unwrap_err().to_string().contains("--reset"));
    assert_eq!(record(&demo).await, before);
}

#[tokio::test]
async fn the_demo_loads_on_postgresql_too() {
    let Ok(server) = std::env::var("TESSERA_TEST_POSTGRES") else {
        println!("SKIPPED: TESSERA_TEST_POSTGRES names no PostgreSQL server");
        return;
    };
    let demo = Demo::loaded_on("postgres", Some(store::testing::fresh_postgres(&server).await.unwrap())).await;
    welder(&demo).await;
    cook(&demo).await;
}

/// How long each chain of the record is, each checked from end to end.
async fn record(demo: &Demo) -> Vec<(String, i64)> {
    let mut tx = demo.app.read().await.unwrap();
    let mut chains = Vec::new();
    loop {
        let after = chains.last().map_or(String::new(), |(chain, _): &(String, i64)| chain.clone());
        let page = store::events::chains(&mut tx, &after, 500).await.unwrap();
        if page.is_empty() {
            return chains;
        }
        for chain in page {
            assert_eq!(store::events::check(&mut tx, &chain).await.unwrap(), None);
            let length = store::events::length(&mut tx, &chain).await.unwrap();
            chains.push((chain, length));
        }
    }
}

#[tokio::test]
async fn the_past_is_over_when_the_demo_opens() {
    let demo = Demo::loaded("past").await;
    assert_eq!(demo.app.now(), NOW, "the clock is back");
    let mut tx = demo.app.read().await.unwrap();
    assert!(store::events::latest(&mut tx).await.unwrap().unwrap() < NOW);
    assert_eq!(store::jobs::waiting(&mut tx).await.unwrap().0, 0, "nothing is left to do");
    let old = demo.person("l-0115").await.id;
    let held = store::awards::credentials_of(&mut tx, old, 0, 100).await.unwrap();
    let states = async |learner: &str, tx: &mut store::Tx| {
        let person = demo.person(learner).await.id;
        let held = store::awards::credentials_of(tx, person, 0, 100).await.unwrap();
        held.iter().map(|c| c.state.name()).collect::<BTreeSet<_>>()
    };
    assert!(states("l-0111", &mut tx).await.contains("suspended"));
    assert!(states("l-0118", &mut tx).await.contains("revoked"));
    assert!(held.iter().any(|c| c.clone().at(NOW).state.name() == "expired" && c.achievement.type_name() == "MicroCredential"));
}
