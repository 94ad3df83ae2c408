use super::*;
use crate::CriterionId;
use crate::evidence::{EvidenceState, SupervisionIdentity};
use crate::example::{OTHER, T0, competency, criterion_id, item, link};

const FIRST: usize = 1;

/// Evidence and the links to criterion 1 of a competency with two criteria, built up item by item.
struct Folder {
    competency: Competency,
    shown: Vec<(EvidenceItem, EvidenceLink)>,
}

/// An empty folder for a competency of this tier that asks for two occasions within 24 months.
fn folder(tier: RiskTier) -> Folder {
    Folder { competency: competency(1, "WLD-01", 2, 2, tier), shown: Vec::new() }
}

impl Folder {
    /// Adds an item changed by `change`, made on its own day: the first today, the next yesterday, and so on.
    fn with(mut self, change: impl FnOnce(&mut EvidenceItem)) -> Folder {
        let n = self.shown.len() as u128 + 1;
        let mut item = item(n);
        item.occasion.performed = T0.plus_days(1 - n as i64);
        change(&mut item);
        let link = link(item.id, self.competency.id, criterion_id(1, FIRST));
        self.shown.push((item, link));
        self
    }

    /// Adds this many items that nothing is wrong with.
    fn with_good(self, n: usize) -> Folder {
        (0..n).fold(self, |folder, _| folder.with(|_| {}))
    }

    /// Says for the last item where to look.
    fn at(mut self, at: Locator) -> Folder {
        self.shown.last_mut().expect("an item was added").1.at = at;
        self
    }

    fn asking(mut self, change: impl FnOnce(&mut Competency)) -> Folder {
        change(&mut self.competency);
        self
    }

    fn meter(&self, open: &[CriterionId]) -> Meter {
        let shown: Vec<_> = self.shown.iter().map(|(item, link)| Shown { item, link }).collect();
        meter(&self.competency, open, &shown, T0)
    }

    /// What criterion 1 lacks.
    #[track_caller]
    fn lacks(self, due: &[Missing]) {
        let meter = self.meter(&[criterion_id(1, FIRST)]);
        assert_eq!(meter.criteria[0].missing, due);
        assert_eq!(meter.sufficient(), due.is_empty());
    }
}

fn file(media_type: &'static str) -> impl Fn(&mut EvidenceItem) {
    move |item| {
        item.content = Content::File {
            sha256: item.id.to_string(),
            size: 1,
            media_type: media_type.into(),
            file_name: "file".into(),
            duration_ms: None,
        }
    }
}

fn supplementary(item: &mut EvidenceItem) {
    item.class = EvidenceClass::Supplementary;
}

fn months_ago(months: i64) -> impl Fn(&mut EvidenceItem) {
    move |item| item.occasion.performed = T0.plus_months(-months).plus_days(1 - item.id.0 as i64)
}

#[test]
fn a_criterion_nothing_is_linked_to_lacks_everything() {
    folder(RiskTier::B).lacks(&[Missing::Nothing]);
}

#[test]
fn evidence_linked_to_another_criterion_does_not_count() {
    let mut folder = folder(RiskTier::B).with_good(2);
    folder.shown.iter_mut().for_each(|(_, link)| link.criterion = criterion_id(1, 2));
    folder.lacks(&[Missing::Nothing]);
}

#[test]
fn two_recent_occasions_are_enough_in_the_normal_tier() {
    folder(RiskTier::B).with_good(2).lacks(&[]);
}

#[test]
fn what_others_report_is_never_enough_by_itself() {
    folder(RiskTier::A).with(supplementary).with(supplementary).lacks(&[Missing::OnlySupplementary]);
}

#[test]
fn what_others_report_adds_no_occasion() {
    folder(RiskTier::B).with_good(1).with(supplementary).lacks(&[Missing::Occasions { have: 1, need: 2 }]);
}

#[test]
fn two_items_of_one_day_are_one_occasion() {
    let same_day = |item: &mut EvidenceItem| item.occasion.performed = T0.plus_hours(3);
    folder(RiskTier::B).with_good(1).with(same_day).lacks(&[Missing::Occasions { have: 1, need: 2 }]);
}

#[test]
fn the_same_bytes_said_to_be_of_two_days_are_one_occasion() {
    let copy = |item: &mut EvidenceItem| item.content = Content::Text("copied".into());
    folder(RiskTier::B).with(copy).with(copy).lacks(&[Missing::Occasions { have: 1, need: 2 }]);
}

#[test]
fn knowing_is_shown_once() {
    let knowledge = |c: &mut Competency| c.criteria[0].kind = CriterionKind::Knowledge;
    folder(RiskTier::B).asking(knowledge).with_good(1).lacks(&[]);
}

#[test]
fn a_competency_can_ask_for_more_occasions() {
    let three = |c: &mut Competency| c.rule.occasions = 3;
    folder(RiskTier::B).asking(three).with_good(2).lacks(&[Missing::Occasions { have: 2, need: 3 }]);
    folder(RiskTier::B).asking(three).with_good(3).lacks(&[]);
}

#[test]
fn a_competency_that_asks_for_no_occasion_still_needs_one_item() {
    let none = |c: &mut Competency| c.rule.occasions = 0;
    folder(RiskTier::B).asking(none).lacks(&[Missing::Nothing]);
    folder(RiskTier::B).asking(none).with_good(1).lacks(&[]);
}

#[test]
fn one_occasion_must_be_recent_enough() {
    folder(RiskTier::B).with(months_ago(25)).with(months_ago(25)).lacks(&[Missing::NoneCurrent { months: 24 }]);
}

#[test]
fn the_other_occasions_may_be_older() {
    folder(RiskTier::B).with_good(1).with(months_ago(50)).lacks(&[]);
}

#[test]
fn the_last_day_of_the_window_counts() {
    let then = |item: &mut EvidenceItem| item.occasion.performed = T0.plus_months(-24);
    folder(RiskTier::B).with(then).with(months_ago(30)).lacks(&[]);
}

#[test]
fn no_window_is_longer_than_sixty_months() {
    let ten_years = |c: &mut Competency| c.rule.currency_months = 120;
    let folder = || folder(RiskTier::B).asking(ten_years);
    folder().with(months_ago(61)).with(months_ago(61)).lacks(&[Missing::NoneCurrent { months: 60 }]);
    folder().with(months_ago(59)).with(months_ago(61)).lacks(&[]);
}

#[test]
fn what_others_report_makes_nothing_recent() {
    let folder = folder(RiskTier::B).with(months_ago(30)).with(months_ago(30)).with(supplementary);
    folder.lacks(&[Missing::NoneCurrent { months: 24 }]);
}

#[test]
fn a_recording_or_document_must_say_where_to_look() {
    for media_type in ["video/mp4", "audio/mpeg", "application/pdf"] {
        folder(RiskTier::B).with_good(2).with(file(media_type)).lacks(&[Missing::NoLocator(EvidenceId(3))]);
    }
}

#[test]
fn a_place_in_the_recording_or_document_is_enough() {
    let folder = folder(RiskTier::B).with(file("video/mp4")).at(Locator::Second(0));
    folder.with(file("application/pdf")).at(Locator::Page(3)).lacks(&[]);
}

#[test]
fn pictures_words_and_links_are_taken_in_whole() {
    let web = |item: &mut EvidenceItem| item.content = Content::Link("https://example.org".into());
    folder(RiskTier::B).with(file("image/png")).with(web).lacks(&[]);
}

#[test]
fn safety_critical_work_needs_two_sources() {
    let once = |c: &mut Competency| c.rule.occasions = 1;
    folder(RiskTier::A).asking(once).with_good(1).lacks(&[Missing::Sources { have: 1, need: 2 }]);
    folder(RiskTier::A).asking(once).with_good(2).lacks(&[]);
    folder(RiskTier::B).asking(once).with_good(1).lacks(&[]);
}

#[test]
fn a_witness_can_be_the_second_source_beside_the_work_itself() {
    let once = |c: &mut Competency| c.rule.occasions = 1;
    folder(RiskTier::A).asking(once).with_good(1).with(supplementary).lacks(&[]);
}

#[test]
fn the_same_bytes_under_two_ids_are_one_source() {
    let once = |c: &mut Competency| c.rule.occasions = 1;
    let copy = |item: &mut EvidenceItem| item.content = Content::Text("copied".into());
    folder(RiskTier::A).asking(once).with(copy).with(copy).lacks(&[Missing::Sources { have: 1, need: 2 }]);
}

#[test]
fn withdrawn_quarantined_or_unready_evidence_does_not_count() {
    let before = Box::new(EvidenceState::Submitted { at: T0 });
    let out = [
        EvidenceState::Draft,
        EvidenceState::Processing { at: T0 },
        EvidenceState::Rejected { at: T0, reason: "broken".into() },
        EvidenceState::Withdrawn { at: T0 },
        EvidenceState::AccessRestricted { at: T0 },
        EvidenceState::Quarantined { by: OTHER, at: T0, reason: "client visible".into(), before },
        EvidenceState::Excluded { by: OTHER, at: T0, reason: "upheld".into() },
        EvidenceState::Purged { at: T0 },
    ];
    for state in out {
        folder(RiskTier::B).with_good(1).with(|i| i.state = state).lacks(&[Missing::Occasions { have: 1, need: 2 }]);
    }
}

#[test]
fn everything_that_is_lacking_is_said_at_once() {
    let old_video = |item: &mut EvidenceItem| {
        file("video/mp4")(item);
        months_ago(30)(item);
    };
    let due = [
        Missing::NoLocator(EvidenceId(1)),
        Missing::Occasions { have: 1, need: 2 },
        Missing::NoneCurrent { months: 24 },
        Missing::Sources { have: 1, need: 2 },
    ];
    folder(RiskTier::A).with(old_video).lacks(&due);
}

#[test]
fn supervision_has_no_part_in_sufficiency() {
    folder(RiskTier::B).with_good(1).with(|i| i.supervision = SupervisionIdentity::A5).lacks(&[]);
}

#[test]
fn only_the_open_criteria_are_asked_about_in_the_profiles_order() {
    let open = [criterion_id(1, 2), criterion_id(1, 1)];
    let asked = |open| folder(RiskTier::B).meter(open).criteria.iter().map(|c| c.criterion).collect::<Vec<_>>();
    assert_eq!(asked(&open), [criterion_id(1, 1), criterion_id(1, 2)]);
    assert_eq!(asked(&open[..1]), [criterion_id(1, 2)]);
}

#[test]
fn the_meter_counts_how_many_are_ready() {
    let meter = folder(RiskTier::B).with_good(2).meter(&[criterion_id(1, 1), criterion_id(1, 2)]);
    assert_eq!(meter.ready(), (1, 2));
    assert!(!meter.sufficient());
}
