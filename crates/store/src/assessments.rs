//! Assessments, the queue, and what assessor and learner write to each other.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc, name_of, named};
use domain::assessment::{ADJUDICATOR_MONTHS, Assessment, AssessmentState};
use domain::evidence::AuthenticityDeclaration;
use domain::{AssessmentId, ClaimId, CompetencyId, EvidenceId, PersonId, ProfileId, Ts};

/// What is read of an assessment.
macro_rules! select_assessment {
    ($rest:literal) => {
        concat!(
            "SELECT id, claim, learner, version, competency, tier, attempt, criteria_doc, due_at, not_by_doc, state, state_doc, draft_doc, \
             revision FROM assessment ",
            $rest
        )
    };
}

/// Adds an assessment with the learner's declaration.
pub async fn add(tx: &mut Tx, a: &Assessment, profile: ProfileId, declaration: &AuthenticityDeclaration) -> Result<()> {
    let sql = "INSERT INTO assessment (id, claim, learner, profile, version, competency, attempt, criteria_doc, due_at, not_by_doc, \
               declaration_doc, state, state_doc, assessor, draft_doc, tier, waiting_at, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)";
    let mut values = args![a.id.to_string(), a.claim.to_string(), a.learner.to_string(), profile.to_string(), a.version.to_string()];
    values.extend(args![a.competency.to_string(), i64::from(a.attempt), doc(&a.criteria), a.due, doc(&a.not_by), doc(declaration)]);
    values.extend(args![a.state.name(), doc(&a.state), assessor(a), doc(&a.draft), name_of(&a.tier), a.state.waiting()]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// Saves an assessment, unless somebody else did since it was read.
pub async fn save(tx: &mut Tx, a: &Assessment) -> Result<()> {
    let sql = "UPDATE assessment SET due_at = $3, not_by_doc = $4, state = $5, state_doc = $6, assessor = $7, draft_doc = $8, \
               waiting_at = $9, revision = revision + 1 WHERE id = $1 AND revision = $2";
    let mut values = args![a.id.to_string(), a.revision, a.due, doc(&a.not_by), a.state.name(), doc(&a.state), assessor(a)];
    values.extend(args![doc(&a.draft), a.state.waiting()]);
    crate::one(tx.exec(sql, values).await?)?;
    for (seat, score) in a.state.seats() {
        let sql = "INSERT INTO assessment_score (assessment, learner, seat, assessor, body, at) VALUES ($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT (assessment, seat) DO UPDATE SET assessor = excluded.assessor, body = excluded.body, at = excluded.at";
        let ids = args![a.id.to_string(), a.learner.to_string(), seat.code(), score.assessor.to_string(), score.body.to_string(), score.at];
        tx.exec(sql, ids).await?;
    }
    Ok(())
}

/// Whoever works on it.
fn assessor(a: &Assessment) -> Option<String> {
    a.state.assessor().map(|p| p.to_string())
}

fn assessment_of(row: &Row) -> Result<Assessment> {
    let state: AssessmentState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("assessment.state"));
    }
    Ok(Assessment {
        id: row.parse("id")?,
        claim: row.parse("claim")?,
        learner: row.parse("learner")?,
        version: row.parse("version")?,
        competency: row.parse("competency")?,
        tier: named(&row.text("tier")?)?,
        attempt: row.int("attempt")? as u32,
        criteria: row.json("criteria_doc")?,
        due: row.ts("due_at")?,
        not_by: row.json("not_by_doc")?,
        state,
        draft: row.json("draft_doc")?,
        revision: row.int("revision")?,
    })
}

/// The assessment of this id.
pub async fn get(tx: &mut Tx, id: AssessmentId) -> Result<Option<Assessment>> {
    let sql = select_assessment!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(assessment_of).transpose()
}

/// The learner's declaration for it.
pub async fn declaration(tx: &mut Tx, id: AssessmentId) -> Result<Option<AuthenticityDeclaration>> {
    let row = tx.opt("SELECT declaration_doc FROM assessment WHERE id = $1", args![id.to_string()]).await?;
    row.map(|r| r.json("declaration_doc")).transpose()
}

/// The assessments of a claim that are under way.
pub async fn under_way(tx: &mut Tx, claim: ClaimId) -> Result<Vec<Assessment>> {
    let sql = select_assessment!(
        "WHERE claim = $1 AND state NOT IN ('decided', 'final', 'provisional_in_verification', 'voided', 'reopened') LIMIT 500"
    );
    tx.all(sql, args![claim.to_string()]).await?.iter().map(assessment_of).collect()
}

/// The latest assessment of each competency that an item is linked to.
pub async fn latest_of_item(tx: &mut Tx, item: EvidenceId) -> Result<Vec<Assessment>> {
    let sql = select_assessment!(
        "a WHERE (claim, competency) IN (SELECT claim, competency FROM evidence_link WHERE evidence = $1) \
         AND attempt = (SELECT MAX(b.attempt) FROM assessment b WHERE b.claim = a.claim AND b.competency = a.competency) LIMIT 500"
    );
    tx.all(sql, args![item.to_string()]).await?.iter().map(assessment_of).collect()
}

/// Every attempt at a competency of a claim, latest first.
pub async fn attempts(tx: &mut Tx, claim: ClaimId, competency: CompetencyId, most: i64) -> Result<Vec<Assessment>> {
    let sql = select_assessment!("WHERE claim = $1 AND competency = $2 ORDER BY attempt DESC LIMIT $3");
    tx.all(sql, args![claim.to_string(), competency.to_string(), most]).await?.iter().map(assessment_of).collect()
}

/// A line of the queue.
#[derive(Clone, Debug)]
pub struct QueueLine {
    /// The assessment.
    pub id: AssessmentId,
    /// Of which claim.
    pub claim: ClaimId,
    /// Of which profile.
    pub profile: ProfileId,
    /// Of which version.
    pub version: domain::VersionId,
    /// Which competency.
    pub competency: CompetencyId,
    /// Which attempt.
    pub attempt: u32,
    /// When it is due.
    pub due: Ts,
    /// Where it stands.
    pub state: AssessmentState,
    /// Whose claim it is.
    pub learner: PersonId,
    /// How many pieces of evidence are linked to the competency.
    pub items: i64,
    /// One of them is a recording or a picture.
    pub recognisable: bool,
    /// The learner has answered a question about it.
    pub answered: bool,
}

/// What is read of an assessment for a line of the queue.
macro_rules! select_line {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.claim, a.profile, a.version, a.competency, a.attempt, a.due_at, a.state_doc, a.learner, \
             (SELECT COUNT(DISTINCT l.evidence) FROM evidence_link l WHERE l.claim = a.claim AND l.competency = a.competency) AS items, \
             (SELECT COUNT(*) FROM evidence_link l JOIN evidence e ON e.id = l.evidence \
             WHERE l.claim = a.claim AND l.competency = a.competency AND e.kind IN ('video', 'audio', 'image')) AS seen, \
             (SELECT COUNT(*) FROM assessment_message m WHERE m.assessment = a.id AND m.author = a.learner) AS answers \
             FROM assessment a ", $rest)
    };
}

fn line_of(row: &Row) -> Result<QueueLine> {
    Ok(QueueLine {
        id: row.parse("id")?,
        claim: row.parse("claim")?,
        profile: row.parse("profile")?,
        version: row.parse("version")?,
        competency: row.parse("competency")?,
        attempt: row.int("attempt")? as u32,
        due: row.ts("due_at")?,
        state: row.json("state_doc")?,
        learner: row.parse("learner")?,
        items: row.int("items")?,
        recognisable: row.int("seen")? > 0,
        answered: row.int("answers")? > 0,
    })
}

/// What assessor `$1` could take on at `$2`: waiting, not their own, not one that they may not judge or have judged, and in
/// a scope that they hold now and that does not leave the competency out. Ids in documents are of fixed length, so one is
/// never part of another. Most assessments wait for their first judge, bar nobody, and most scopes cover a whole profile:
/// that is asked first, and the index of what waits is walked in the order of the due dates. For the others it is `domain::assessment::body_for` once more: in tier A no two judges for one
/// body; a difference waits for those with a scope since `$3`, or has waited since before `$4`.
macro_rules! open_to_assessor {
    () => {
        "a.waiting_at IS NOT NULL AND a.learner <> $1 \
         AND (a.not_by_doc = '[]' OR a.not_by_doc NOT LIKE '%' || $1 || '%') \
         AND ((a.state = 'queued' \
         AND (a.profile IN (SELECT profile FROM assessor_scope WHERE person = $1 AND from_at <= $2 AND until_at > $2 AND competencies_doc = '[]') \
         OR EXISTS (SELECT 1 FROM assessor_scope s WHERE s.person = $1 AND s.profile = a.profile AND s.from_at <= $2 AND s.until_at > $2 \
         AND s.competencies_doc LIKE '%' || a.competency || '%'))) \
         OR (a.state <> 'queued' AND NOT EXISTS (SELECT 1 FROM assessment_score c WHERE c.assessment = a.id AND c.assessor = $1) \
         AND EXISTS (SELECT 1 FROM assessor_scope s WHERE s.person = $1 AND s.profile = a.profile AND s.from_at <= $2 AND s.until_at > $2 \
         AND (s.competencies_doc = '[]' OR s.competencies_doc LIKE '%' || a.competency || '%') \
         AND (a.state <> 'adjudicating' OR s.from_at <= $3 OR a.waiting_at <= $4) \
         AND (a.tier <> 'A' OR NOT EXISTS (SELECT 1 FROM assessment_score c WHERE c.assessment = a.id AND c.body = s.organisation)))))"
    };
}

/// Who asks for what they could take on, and the moments that the answer turns on.
#[derive(Clone, Copy, Debug)]
pub struct Seeker {
    /// The assessor.
    pub person: PersonId,
    /// Now.
    pub now: Ts,
    /// What waits since before this for somebody to settle a difference is open to all in scope.
    pub long_waited: Ts,
}

impl Seeker {
    fn args(self) -> Vec<crate::sql::Value> {
        args![self.person.to_string(), self.now, self.now.plus_months(-ADJUDICATOR_MONTHS), self.long_waited]
    }
}

/// A page of the assessments that wait for an answer of the learner, those after an id.
pub async fn waiting_for_learner(tx: &mut Tx, after: Option<AssessmentId>, most: i64) -> Result<Vec<Assessment>> {
    let sql = select_assessment!("WHERE state = 'waiting_learner' AND id > $1 ORDER BY id LIMIT $2");
    let after = after.map_or_else(String::new, |id| id.to_string());
    tx.all(sql, args![after, most]).await?.iter().map(assessment_of).collect()
}

/// A page of what an assessor could take on, due first.
pub async fn unclaimed(tx: &mut Tx, seeker: Seeker, offset: i64, most: i64) -> Result<Vec<QueueLine>> {
    let sql = concat!(select_line!("WHERE "), open_to_assessor!(), " ORDER BY a.due_at, a.id LIMIT $6 OFFSET $5");
    let mut values = seeker.args();
    values.extend(args![offset, most]);
    tx.all(sql, values).await?.iter().map(line_of).collect()
}

/// A page of what an assessor is working on, due first.
pub async fn mine(tx: &mut Tx, assessor: PersonId, offset: i64, most: i64) -> Result<Vec<QueueLine>> {
    let sql = select_line!(
        "WHERE a.assessor = $1 AND a.state IN ('in_progress', 'waiting_learner', 'second_in_progress', 'adjudication_in_progress', 'offered') \
               ORDER BY a.due_at, a.id LIMIT $3 OFFSET $2"
    );
    tx.all(sql, args![assessor.to_string(), offset, most]).await?.iter().map(line_of).collect()
}

/// What an assessor is judging that is due first.
pub async fn next(tx: &mut Tx, assessor: PersonId) -> Result<Option<AssessmentId>> {
    let sql = "SELECT id FROM assessment WHERE assessor = $1 AND state IN ('in_progress', 'second_in_progress', 'adjudication_in_progress') ORDER BY due_at, id LIMIT 1";
    tx.opt(sql, args![assessor.to_string()]).await?.map(|row| row.parse("id")).transpose()
}

/// What an assessor has in hand: being judged, or waiting for the learner. At most 1,000.
pub async fn in_hand(tx: &mut Tx, assessor: PersonId) -> Result<Vec<Assessment>> {
    let sql = select_assessment!(
        "WHERE assessor = $1 AND state IN ('in_progress', 'waiting_learner', 'second_in_progress', 'adjudication_in_progress') \
         ORDER BY due_at, id LIMIT 1000"
    );
    tx.all(sql, args![assessor.to_string()]).await?.iter().map(assessment_of).collect()
}

/// What was judged by `$1` and is not in their hands again.
macro_rules! judged_by {
    () => {
        "a.id IN (SELECT assessment FROM assessment_score WHERE assessor = $1) \
         AND a.state NOT IN ('queued', 'offered', 'in_progress', 'waiting_learner', 'voided')"
    };
}

/// A page of what an assessor judged, latest due first.
pub async fn decided_by(tx: &mut Tx, assessor: PersonId, offset: i64, most: i64) -> Result<Vec<QueueLine>> {
    let sql = concat!(select_line!("WHERE "), judged_by!(), " ORDER BY a.due_at DESC, a.id LIMIT $3 OFFSET $2");
    tx.all(sql, args![assessor.to_string(), offset, most]).await?.iter().map(line_of).collect()
}

/// How many an assessor is working on, and how many they could take on.
pub async fn queue_counts(tx: &mut Tx, seeker: Seeker) -> Result<(i64, i64)> {
    let sql = concat!(
        "SELECT (SELECT COUNT(*) FROM assessment WHERE assessor = $1 AND state IN ('in_progress', 'waiting_learner', ",
        "'second_in_progress', 'adjudication_in_progress', 'offered')) AS mine, (SELECT COUNT(*) FROM assessment a WHERE ",
        open_to_assessor!(),
        ") AS waiting"
    );
    let row = tx.opt(sql, seeker.args()).await?.ok_or(StoreError::impossible("count"))?;
    Ok((row.int("mine")?, row.int("waiting")?))
}

/// How many an assessor judged.
pub async fn decided_count(tx: &mut Tx, assessor: PersonId) -> Result<i64> {
    let sql = concat!("SELECT COUNT(*) AS n FROM assessment a WHERE ", judged_by!());
    tx.opt(sql, args![assessor.to_string()]).await?.map_or(Ok(0), |r| r.int("n"))
}

/// A page of what was taken on and is being judged, those after an id.
pub async fn being_judged(tx: &mut Tx, after: Option<AssessmentId>, most: i64) -> Result<Vec<Assessment>> {
    let sql = select_assessment!(
        "WHERE state IN ('in_progress', 'second_in_progress', 'adjudication_in_progress') AND id > $1 ORDER BY id LIMIT $2"
    );
    let after = after.map_or_else(String::new, |id| id.to_string());
    tx.all(sql, args![after, most]).await?.iter().map(assessment_of).collect()
}

/// A message between assessor and learner about an assessment.
#[derive(Clone, Debug)]
pub struct Message {
    /// When.
    pub at: Ts,
    /// By whom.
    pub author: PersonId,
    /// Words.
    pub body: String,
}

/// Adds a message.
pub async fn add_message(tx: &mut Tx, assessment: AssessmentId, m: &Message) -> Result<()> {
    let sql = "INSERT INTO assessment_message (assessment, at, author, body) VALUES ($1, $2, $3, $4)";
    tx.exec(sql, args![assessment.to_string(), m.at, m.author.to_string(), &m.body]).await?;
    Ok(())
}

/// The messages about an assessment, oldest first.
pub async fn messages(tx: &mut Tx, assessment: AssessmentId) -> Result<Vec<Message>> {
    let sql = "SELECT at, author, body FROM assessment_message WHERE assessment = $1 ORDER BY at LIMIT 200";
    let rows = tx.all(sql, args![assessment.to_string()]).await?;
    rows.iter().map(|r| Ok(Message { at: r.ts("at")?, author: r.parse("author")?, body: r.text("body")? })).collect()
}
