//! An issuer brings a list of people who met a whole profile in assessments recorded elsewhere, looks at what was read,
//! says where the decision is recorded, and has a credential issued to each. It can be stopped and go on.

use super::set_standing::may_issue;
use super::{Failure, FieldError, Outcome, commit, enqueue, record};
use crate::access::{Relation, Thing, Verb};
use crate::actions::sign_in::normal_email;
use crate::caller::Member;
use crate::i18n;
use crate::jobs::Job;
use crate::queries::versions::version;
use domain::batch::{Batch, BatchState, Halt, Listed, Terms, end_of_award};
use domain::event::Event;
use domain::profile::{ProfileBody, VersionState};
use domain::{BatchId, Lang, Ts, VersionId};
use exchange::award_list::{self, AwardList, BadRow, Rules, Unreadable};
use store::Tx;

pub use super::import_framework::BadRows;

/// The most characters of where the decision is recorded.
pub const MOST_DECISION: usize = 200;
const DAY: i64 = 86_400_000_000;
/// 1970-01-01 as a Julian day.
const JULIAN_1970: i64 = 2_440_588;
/// Nobody was awarded anything here before 1950.
const FIRST_DAY: i64 = -7_305;

/// A list as it was sent.
pub struct Brought {
    /// Which version of which profile everybody on it met.
    pub version: VersionId,
    /// What the file is called.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What to do if some rows are bad.
    pub bad_rows: BadRows,
}

/// A row that was not taken in, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Refused {
    /// Line in the file.
    pub line: u32,
    /// The name of its fault.
    pub fault: String,
    /// What stood there.
    pub said: String,
}

impl From<&BadRow> for Refused {
    fn from(row: &BadRow) -> Refused {
        Refused { line: row.line as u32, fault: row.fault.name().to_owned(), said: row.said.clone() }
    }
}

/// What came of a list.
#[derive(Debug)]
pub enum Sent {
    /// It was taken in, and nothing is issued yet.
    Checked(BatchId),
    /// It can't be read as a list at all.
    Unreadable(Unreadable),
    /// It has bad rows, and the sender wanted all or nothing; or no row is sound.
    BadRows(Vec<Refused>, usize),
}

/// Reads a list and keeps its sound rows.
pub async fn bring_list(who: &Member, brought: Brought) -> Outcome<Sent> {
    let mut tx = who.app.read().await?;
    // An unknown version is as one may not see it.
    let version = store::profiles::version(&mut tx, brought.version).await?.ok_or(Failure::field("version", "wrong-batch-version"))?;
    who.may(Verb::Add, Thing::Batch, Relation::of(version.body.issuer)).map_err(|_| Failure::field("version", "wrong-batch-version"))?;
    if !matches!(version.state, VersionState::Published { .. }) {
        return Err(Failure::field("version", "wrong-batch-version"));
    }
    may_issue(&mut tx, version.body.issuer).await?;
    drop(tx);
    let rules = Rules { address: normal_email, earliest: earliest(&version.body, who.now), latest: today(who.now) };
    // Reading many rows takes long enough to keep other people's requests waiting.
    let read = tokio::task::spawn_blocking(move || award_list::read(&brought.bytes, &rules)).await;
    let list = match read.map_err(|e| Failure::Broken(format!("reading a list: {e}")))? {
        Ok(list) => list,
        Err(why) => return Ok(Sent::Unreadable(why)),
    };
    let refused: Vec<Refused> = list.bad.iter().map(Refused::from).collect();
    if list.rows.is_empty() || (brought.bad_rows == BadRows::Refuse && list.bad_count > 0) {
        return Ok(Sent::BadRows(refused, list.bad_count));
    }
    let batch = Batch {
        id: who.app.id(),
        issuer: version.body.issuer,
        profile: version.profile,
        version: version.id,
        made_by: who.id(),
        made: who.now,
        file: brought.file.chars().filter(|c| !c.is_control()).take(120).collect(),
        rows: list.rows.len() as u32,
        refused: list.bad_count as u32,
        terms: None,
        state: BatchState::Checked,
        issued: 0,
        skipped: 0,
        revision: 1,
    };
    let rows = listed(list);
    let mut tx = who.app.begin().await?;
    store::batches::add(&mut tx, &batch, &rows, &refused).await?;
    let event = Event::BatchChecked { batch: batch.id, version: version.id, rows: batch.rows, refused: batch.refused };
    record(&mut tx, who, batch.id, event).await?;
    commit(tx, who).await?;
    Ok(Sent::Checked(batch.id))
}

/// The first day on which an award is not past its end yet.
fn earliest(body: &ProfileBody, now: Ts) -> i64 {
    match end_of_award(body, now) {
        // An award lasts as long whenever it begins.
        Some(end) => (today(now) - (end.0 - now.0) / DAY + 1).max(FIRST_DAY),
        None => FIRST_DAY,
    }
}

/// The day that it is, in days since 1970.
fn today(now: Ts) -> i64 {
    i64::from(i18n::local(now).date().to_julian_day()) - JULIAN_1970
}

/// The beginning of a day that is counted from 1970.
fn begins(day: i64) -> Ts {
    let noon = Ts(day * DAY + DAY / 2);
    i18n::start_of_day(&i18n::date_machine(noon)).unwrap_or(noon)
}

fn listed(list: AwardList) -> Vec<Listed> {
    let one = |row: award_list::Row| Listed {
        line: row.line as u32,
        name: row.name,
        email: row.email,
        number: row.number,
        did: row.did,
        awarded: begins(row.awarded),
        lang: row.lang.and_then(Lang::parse),
        result: row.result,
    };
    list.rows.into_iter().map(one).collect()
}

/// Starts it: `count` is how many the issuer believes to issue.
pub async fn start_batch(who: &Member, id: BatchId, count: u32, terms: Terms) -> Outcome<()> {
    let (mut tx, batch) = begin(who, id).await?;
    if terms.decision.chars().count() > MOST_DECISION || terms.decision.chars().any(char::is_control) {
        return Err(Failure::Invalid(vec![FieldError { field: "decision".to_owned(), key: "wrong-too-long" }]));
    }
    may_issue(&mut tx, batch.issuer).await?;
    // The version may have been replaced since the list was brought; what was met then stays met.
    version(&who.app, &mut tx, batch.version).await?;
    let batch = batch.start(who.id(), who.now, count, terms.clone())?;
    save_and_run(tx, who, &batch, Event::BatchStarted { batch: id, terms }).await
}

/// No more is issued for now.
pub async fn pause_batch(who: &Member, id: BatchId) -> Outcome<()> {
    let (mut tx, batch) = begin(who, id).await?;
    store::batches::save(&mut tx, &batch.pause(Some(who.id()), who.now, Halt::Asked)?).await?;
    record(&mut tx, who, id, Event::BatchPaused { batch: id, why: Halt::Asked }).await?;
    commit(tx, who).await
}

/// Goes on with what is left.
pub async fn resume_batch(who: &Member, id: BatchId) -> Outcome<()> {
    let (mut tx, batch) = begin(who, id).await?;
    may_issue(&mut tx, batch.issuer).await?;
    let batch = batch.resume(who.id(), who.now)?;
    save_and_run(tx, who, &batch, Event::BatchResumed { batch: id }).await
}

/// What is left is not issued. What is issued stays.
pub async fn cancel_batch(who: &Member, id: BatchId) -> Outcome<()> {
    let (mut tx, batch) = begin(who, id).await?;
    store::batches::save(&mut tx, &batch.cancel(who.id(), who.now)?).await?;
    record(&mut tx, who, id, Event::BatchCancelled { batch: id }).await?;
    commit(tx, who).await
}

async fn begin(who: &Member, id: BatchId) -> Outcome<(Tx, Batch)> {
    let mut tx = who.app.begin().await?;
    let batch = store::batches::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Batch, Relation::of(batch.issuer))?;
    Ok((tx, batch))
}

async fn save_and_run(mut tx: Tx, who: &Member, batch: &Batch, event: Event) -> Outcome<()> {
    store::batches::save(&mut tx, batch).await?;
    record(&mut tx, who, batch.id, event).await?;
    enqueue(&mut tx, who, Job::IssueBatch { batch: batch.id }).await?;
    commit(tx, who).await
}
