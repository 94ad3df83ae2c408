//! Four catalogues that nobody here wrote, where the folder with real data is there.

use exchange::Fault;
use exchange::catalogue::{CatalogueImport, Listing, Mapping, Mode, read};
use std::path::PathBuf;

/// A file read with a mapping that comes with the product, or nothing with a printed line that says so.
fn import(file: &str, mapping: &str) -> Option<CatalogueImport> {
    let data = std::env::var_os("TESSERA_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let path = data.join("catalogues").join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(&bytes, &Mapping::built_in(mapping).expect("it is built in")).expect("it is readable")),
        Err(e) => {
            println!("SKIPPED: no real data at {}: {e}", path.display());
            None
        }
    }
}

fn known<'a>(listings: &'a [Listing], of: impl Fn(&'a Listing) -> bool) -> usize {
    listings.iter().filter(|l| of(l)).count()
}

#[test]
fn coursera_gives_every_course_and_names_the_one_that_is_there_twice() {
    let Some(read) = import("coursera-1008/coursera_courses.csv", "coursera") else { return };
    assert_eq!(read.listings.len(), 1007);
    assert_eq!(read.errors.iter().map(|e| e.code).collect::<Vec<_>>(), [Fault::DuplicateId]);
    let first = &read.listings[0];
    let months = first.duration.as_ref().and_then(|d| d.read).expect("3 - 6 Months");
    assert_eq!((months.least, months.most), (91, 183));
    assert_eq!((first.level.as_deref(), first.award.as_deref()), (Some("Beginner"), Some("Professional Certificate")));
    assert_eq!((first.skills.len(), first.skills[0].as_str()), (13, "Network Security"));
    // One says "Less Than 2 Hours", which is no number. None says a price, which is unknown and not 0.
    assert_eq!(read.unread.iter().map(|u| u.said.as_str()).collect::<Vec<_>>(), ["Less Than 2 Hours"]);
    assert_eq!(known(&read.listings, |l| l.price.is_some()), 0);
    assert!(read.listings.iter().any(|l| l.title == "Gestión de Proyectos de Google"), "encoded twice, mended");
}

#[test]
fn edx_gives_weeks_hours_a_week_and_a_price_for_each_course() {
    let Some(read) = import("edx-975-usd/edx_courses.csv", "edx") else { return };
    assert_eq!((read.listings.len(), read.errors.len()), (974, 1));
    assert_eq!(
        known(&read.listings, |l| l.price.as_ref().is_some_and(|p| p.read.as_ref().is_some_and(|p| p.least == 0 && p.most > 0))),
        974
    );
    assert_eq!(known(&read.listings, |l| l.duration.as_ref().is_some_and(|d| d.read.is_some())), 974);
    assert_eq!(known(&read.listings, |l| l.weekly.as_ref().is_some_and(|w| w.read.is_some())), 974);
    assert_eq!(known(&read.listings, |l| l.language.as_deref() == Some("fr")), 7);
    assert_eq!(known(&read.listings, |l| l.language.is_none()), 0);
    assert!(read.unread.is_empty(), "{:?}", &read.unread[..read.unread.len().min(5)]);
}

#[test]
fn new_jersey_gives_costs_hours_and_lengths_and_no_invented_zero() {
    let Some(read) = import("nj-etpl/etpl_programs_extract.csv", "new-jersey") else { return };
    assert_eq!((read.listings.len(), read.errors.len()), (565, 0));
    let price = |l: &Listing| l.price.as_ref().and_then(|p| p.read.clone());
    // 31 say 0, which nobody filled in, and one says 41,984,198 dollars, which no programme costs.
    assert_eq!(known(&read.listings, |l| price(l).is_some()), 565 - 32);
    assert_eq!(known(&read.listings, |l| price(l).is_some_and(|p| p.least == 0)), 0);
    assert_eq!(known(&read.listings, |l| l.work.as_ref().is_some_and(|w| w.read.is_some_and(|r| r.least == 0))), 0);
    let one = read.listings.iter().find(|l| l.source_id == "1712").expect("a programme");
    assert_eq!(price(one).map(|p| (p.least, p.currency)), Some((3_877_200, Some("USD".to_owned()))));
    assert_eq!(one.work.as_ref().and_then(|w| w.read).map(|w| w.least), Some(1560 * 60));
    assert_eq!(one.duration.as_ref().and_then(|d| d.read).map(|d| (d.least, d.most)), Some((396, 731)));
    assert_eq!(one.aid, None, "what the codes mean is written down nowhere");
    assert!(read.listings.iter().all(|l| !l.summary.starts_with('"')), "quotes around the whole mean nothing");
}

#[test]
fn a_registry_envelope_gives_its_learning_opportunity_and_keeps_words_of_several_prices() {
    let Some(read) = import("credential-engine-samples/LearningOpportunityEnvelope.json", "ctdl") else { return };
    let [one] = &read.listings[..] else { panic!("{} listings", read.listings.len()) };
    assert_eq!(one.title, "Insurance Studies Certificate");
    assert_eq!(one.source_id, "ce-0b6f0c2f-01b9-4776-b861-894b78f81eda");
    let price = one.price.as_ref().expect("a price is stated");
    assert_eq!((price.said.as_str(), &price.read), ("1535 / 986 / 5886 US Dollar", &None));
    assert_eq!((one.mode, one.language.as_deref(), one.skills.len()), (None::<Mode>, Some("en"), 12));
    let Some(other) = import("credential-engine-samples/CredentialEnvelope.json", "ctdl") else { return };
    assert!(other.listings.is_empty() && other.errors.iter().all(|e| e.code == Fault::OtherKind) && !other.errors.is_empty());
}
