//! Laws of what is written down: it reads back as it was.

use crate::worlds::*;
use domain::assessment::{Judgement, ScoreSheet};
use domain::claim::ClaimedCompetency;
use domain::evidence::*;
use domain::offering::{Offering, Participation, Price, Provider, Range, Source, Stated, Teaches};
use domain::people::{ConflictDeclaration, Organisation, OrganisationKind};
use domain::profile::{Change, ChangeClass, ProfileBody, ServiceTime};
use domain::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

fn reads_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> Result<(), TestCaseError> {
    let json = serde_json::to_string(value).expect("it can be written");
    let back: T = serde_json::from_str(&json).map_err(|e| TestCaseError::fail(format!("{e} in {json}")))?;
    prop_assert_eq!(&back, value);
    Ok(())
}

fn stated() -> impl Strategy<Value = Option<Stated<Range>>> {
    let range = (any::<i64>(), any::<i64>()).prop_map(|(least, most)| Range { least, most });
    option::of((words(), option::of(range)).prop_map(|(said, known)| Stated { said, known }))
}

fn offering() -> impl Strategy<Value = Offering> {
    use Participation::*;
    let how = prop_oneof![Just(Online), Just(Onsite), Just(Blended), Just(Work)];
    let by = prop_oneof![
        any::<u128>().prop_map(|n| Provider::Here(OrganisationId(n))),
        words().prop_map(Provider::Named),
        Just(Provider::Unknown)
    ];
    let criteria = || vec(any::<u128>().prop_map(CriterionId), 0..4);
    let teaches = vec((any::<u128>(), option::of(words())).prop_map(|(n, level)| Teaches { element: ElementId(n), level }), 0..3);
    let numbers = (stated(), stated(), stated(), option::of(any::<bool>()), option::of(how));
    let texts = (option::of(words()), option::of(words()), vec(words(), 0..3));
    let source = (option::of(any::<u128>().prop_map(CatalogueId)), words(), near(), option::of(near()));
    (any::<u128>(), by, text(), text(), numbers, texts, criteria(), criteria(), teaches, source).prop_map(
        |(
            id,
            provider,
            title,
            summary,
            (days, work, weekly, aid, participation),
            (url, place, skills),
            criteria,
            requires,
            teaches,
            (catalogue, known_as, on, retired),
        )| {
            let price = days.clone().map(|d| Stated { said: d.said, known: d.known.map(|range| Price { range, currency: place.clone() }) });
            let empty = Offering::listed(OfferingId(id), OrganisationId(0), title, summary, on);
            let source = Source { catalogue, id: known_as, on };
            Offering {
                provider,
                price,
                days,
                work,
                weekly,
                aid,
                participation,
                url,
                place,
                skills,
                criteria,
                requires,
                teaches,
                source,
                retired,
                ..empty
            }
        },
    )
}

fn organisation() -> impl Strategy<Value = Organisation> {
    use OrganisationKind::*;
    let kind = prop_oneof![Just(Institution), Just(Association), Just(Employer), Just(IndigenousInstitute), Just(QaBody)];
    (any::<u128>(), kind, text(), option::of(words()), words()).prop_map(|(id, kind, name, website, region)| Organisation {
        id: OrganisationId(id),
        kind,
        name,
        website,
        region,
    })
}

/// A moment within a hundred thousand years of 1970, so that there is room to count days.
fn near() -> impl Strategy<Value = Ts> {
    (-(1i64 << 61)..1i64 << 61).prop_map(Ts)
}

proptest! {
    #[test]
    fn an_id_reads_back_whatever_its_number(n: u128) {
        prop_assert_eq!(CredentialId(n).to_string().parse(), Ok(CredentialId(n)));
    }

    #[test]
    fn what_reads_as_an_id_is_how_that_id_is_written(text in prop_oneof![any::<String>(), "clm_[0-7][0-9a-z]{25}", "[a-z]{3}_[0-9a-z]{26}"]) {
        if let Ok(id) = text.parse::<ClaimId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }

    #[test]
    fn ids_sort_as_text_as_they_sort_as_numbers(a: u128, b: u128) {
        prop_assert_eq!(a.cmp(&b), ClaimId(a).to_string().cmp(&ClaimId(b).to_string()));
    }

    #[test]
    fn sound_text_is_sound_as_it_was_kept(en: String, fr: String, max in 0..200usize) {
        if let Ok(text) = Text::parse(&en, &fr, max) {
            prop_assert_eq!(Text::parse(&text.en, &text.fr, max), Ok(text.clone()));
            prop_assert_eq!(text.missing().count(), 0);
        }
    }

    #[test]
    fn nobody_meets_a_blank_where_there_is_text_in_any_language(text in text()) {
        let written = text.missing().count() < 2;
        for lang in Lang::ALL {
            prop_assert_eq!(!text.get(lang).trim().is_empty(), written);
        }
    }

    #[test]
    fn working_days_end_on_a_working_day_and_never_earlier(from in near(), n in 1..100u32) {
        let due = ServiceTime::WorkingDays(n).due(from);
        prop_assert!(!matches!(due.day().rem_euclid(7), 2 | 3));
        prop_assert!(due >= from.plus_days(n.into()));
        prop_assert_eq!(due.0.rem_euclid(time::DAY), from.0.rem_euclid(time::DAY));
    }

    #[test]
    fn a_profile_reads_back(body in profile()) {
        reads_back::<ProfileBody>(&body)?;
    }

    #[test]
    fn a_score_sheet_reads_back(sheet in sheet()) {
        reads_back::<ScoreSheet>(&sheet)?;
    }

    #[test]
    fn a_judgement_reads_back(judgement in judgement()) {
        reads_back::<Judgement>(&judgement)?;
    }

    #[test]
    fn a_claimed_competency_reads_back(part in claimed()) {
        reads_back::<ClaimedCompetency>(&part)?;
    }

    #[test]
    fn what_is_kept_of_an_item_reads_back(item in item(Just(EvidenceState::Draft)), at in locator(), varcs in varcs()) {
        let link = EvidenceLink { evidence: item.id, competency: CompetencyId(1), criterion: CriterionId(1), at };
        reads_back(&item.content)?;
        reads_back(&item.occasion)?;
        reads_back(&item.supervision)?;
        reads_back(&item.class)?;
        reads_back(&link)?;
        reads_back(&varcs)?;
    }

    #[test]
    fn a_declaration_reads_back(own_work: bool, help_used in words(), at in moment()) {
        reads_back(&AuthenticityDeclaration { own_work, help_used: help_used.clone(), at })?;
        reads_back(&ConflictDeclaration::Declared(help_used))?;
        reads_back(&ConflictDeclaration::None)?;
    }

    #[test]
    fn a_change_note_reads_back(note in text()) {
        for class in [ChangeClass::Editorial, ChangeClass::Minor, ChangeClass::Substantive] {
            reads_back(&Change { class, note: note.clone() })?;
        }
    }

    #[test]
    fn an_offering_reads_back(offering in offering()) {
        reads_back(&offering)?;
    }

    #[test]
    fn an_organisation_reads_back(organisation in organisation()) {
        reads_back(&organisation)?;
    }
}
