//! One learner's claim, told act by act: what was shown, sent, judged and decided, and when.

use super::media::Media;
use super::offerings;
use super::scopes;
use super::world::{World, french};
use crate::actions::add_evidence::{Brought, NewEvidence, add_evidence};
use crate::actions::award_credential::{accept_credential, award_credential, decline_credential, refuse_credential, set_listing};
use crate::actions::caption_evidence::caption_evidence;
use crate::actions::change_status::{revoke_credential, suspend_credential};
use crate::actions::open_claim::{open_claim, self_assess, withdraw_claim};
use crate::actions::plan_learning::{Move, make_plan, move_item};
use crate::actions::record_judgement::{ask_learner, claim_assessment, record_judgement, save_draft};
use crate::actions::submit_competency::{Signed, answer_assessor, plan_learning, submit_competency};
use crate::actions::{Failure, uploads};
use crate::caller::Member;
use crate::queries::paths::ways::{Asked, Matters};
use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use domain::assessment::{Assessment, CriterionResult, Outcome as Recorded, ScoreSheet, TimedNote};
use domain::claim::{Claim, SelfRating, Standing};
use domain::credential::{Achievement, Ground, Reason};
use domain::evidence::{Captions, EvidenceClass, EvidenceKind, Locator, Occasion, ThirdPartyBasis, VarcsCheck};
use domain::pathway::Conditions;
use domain::people::ConflictDeclaration;
use domain::profile::{Competency, ProfileVersion};
use domain::{AssessmentId, ClaimId, CredentialId, CriterionId, EvidenceId, PlanItemId};

/// What a piece of evidence consists of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Brings {
    Text(&'static str),
    Link(&'static str),
    File(Media),
}

/// A piece of evidence, before it is said what it shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Days ago that it was made. It is added on that day, or after what was told before.
    pub day: i64,
    pub title: &'static str,
    pub note: &'static str,
    pub setting: &'static str,
    pub class: EvidenceClass,
    pub people: ThirdPartyBasis,
    pub edited: bool,
    pub brings: Brings,
    pub at: Locator,
}

impl Piece {
    const fn new(day: i64, title: &'static str, setting: &'static str, brings: Brings) -> Piece {
        let (class, people) = (EvidenceClass::Indirect, ThirdPartyBasis::NobodyIdentifiable);
        Piece { day, title, note: "", setting, class, people, edited: false, brings, at: Locator::Whole }
    }

    /// Words written here.
    pub const fn text(day: i64, title: &'static str, setting: &'static str, words: &'static str) -> Piece {
        Piece::new(day, title, setting, Brings::Text(words))
    }

    /// Something on the web.
    pub const fn link(day: i64, title: &'static str, setting: &'static str, address: &'static str) -> Piece {
        Piece::new(day, title, setting, Brings::Link(address))
    }

    /// A recording, from this second.
    pub const fn recording(day: i64, title: &'static str, setting: &'static str, media: Media, second: u32) -> Piece {
        Piece { at: Locator::Second(second), ..Piece::new(day, title, setting, Brings::File(media)) }
    }

    /// A document, at this page.
    pub const fn document(day: i64, title: &'static str, setting: &'static str, media: Media, page: u32) -> Piece {
        Piece { at: Locator::Page(page), ..Piece::new(day, title, setting, Brings::File(media)) }
    }

    /// A picture.
    pub const fn picture(day: i64, title: &'static str, setting: &'static str, media: Media) -> Piece {
        Piece::new(day, title, setting, Brings::File(media))
    }

    /// What the assessor should notice.
    pub const fn noting(self, note: &'static str) -> Piece {
        Piece { note, ..self }
    }

    /// Reported by others: never enough alone.
    pub const fn supplementary(self) -> Piece {
        Piece { class: EvidenceClass::Supplementary, ..self }
    }

    /// Colleagues can be recognised, and agreed.
    pub const fn with_consent(self) -> Piece {
        Piece { people: ThirdPartyBasis::AllConsented, ..self }
    }
}

/// What an assessor found short: the criterion's number, the result, and the reason that the learner reads.
pub(super) type Short = (usize, CriterionResult, &'static str);

/// A claim on its way.
pub(super) struct Case<'a> {
    pub world: &'a World<'a>,
    pub learner: &'static str,
    pub claim: ClaimId,
    profile: String,
    version: ProfileVersion,
}

impl<'a> Case<'a> {
    pub async fn open(world: &'a World<'a>, learner: &'static str, profile: &str, day: i64) -> anyhow::Result<Case<'a>> {
        world.day(day);
        let claim = open_claim(&world.welcome(learner).await?, world.profile(profile), Default::default()).await?;
        Ok(Case { world, learner, claim, profile: profile.to_owned(), version: world.version(profile).await? })
    }

    async fn me(&self) -> anyhow::Result<Member> {
        self.world.who(self.learner).await
    }

    fn competency(&self, code: &str) -> anyhow::Result<&Competency> {
        self.version.body.competencies.iter().find(|c| c.code == code).with_context(|| format!("the profile has no {code}"))
    }

    async fn now(&self) -> anyhow::Result<Claim> {
        store::claims::get(&mut self.world.app.read().await?, self.claim).await?.context("the claim is there")
    }

    async fn assessment(&self, code: &str) -> anyhow::Result<Assessment> {
        let (competency, claim) = (self.competency(code)?.id, self.now().await?);
        let Some(Standing::InReview { assessment }) = claim.part(competency).map(|p| p.standing.clone()) else {
            anyhow::bail!("{code} is not in review");
        };
        store::assessments::get(&mut self.world.app.read().await?, assessment).await?.context("the assessment is there")
    }

    /// Rates every criterion, in turn by these.
    pub async fn rate(&self, day: i64, ratings: &[SelfRating]) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let criteria = self.version.body.competencies.iter().flat_map(|c| &c.criteria);
        let rated = criteria.zip(ratings.iter().cycle()).map(|(c, r)| (c.id, *r)).collect();
        self_assess(&self.me().await?, self.claim, rated).await?;
        Ok(self)
    }

    /// Plans to take these offerings, by their English titles, for a competency.
    pub async fn chooses(&self, day: i64, code: &str, titles: &[&str]) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let mut chosen = Vec::new();
        for title in titles {
            chosen.push(offerings::titled(self.world, title).await?.id);
        }
        let from = self.world.app.now().day();
        let conditions =
            Conditions { from, hours: None, currency: "CAD".to_owned(), help: true, modes: vec![], place: String::new(), language: None };
        let asked = Asked { conditions, budget: None, weeks: None, matters: Matters::default(), shown: None };
        make_plan(&self.me().await?, self.claim, Some(self.competency(code)?.id), asked, &chosen).await?;
        Ok(self)
    }

    /// Says how far a planned offering is.
    pub async fn moves(&self, day: i64, title: &str, to: Move) -> anyhow::Result<PlanItemId> {
        self.world.by_day(day);
        let offering = offerings::titled(self.world, title).await?.id;
        let plan = store::plans::of_claim(&mut self.world.app.read().await?, self.claim).await?.context("there is a plan")?;
        let item = plan.items.iter().find(|i| i.offering == offering).context("it is planned")?.id;
        move_item(&self.me().await?, self.claim, item, to).await?;
        Ok(item)
    }

    /// Adds pieces that show every open criterion of a competency, and sends it.
    pub async fn bring(&self, code: &str, pieces: &[Piece], sent: i64, help: &str) -> anyhow::Result<&Self> {
        for piece in pieces {
            self.add(*piece, &[code]).await?;
        }
        self.send(code, sent, help).await
    }

    /// Adds a piece that shows every open criterion of these competencies.
    pub async fn add(&self, piece: Piece, codes: &[&str]) -> anyhow::Result<EvidenceId> {
        self.world.by_day(piece.day);
        let claim = self.now().await?;
        let mut shows = Vec::new();
        for code in codes {
            let competency = self.competency(code)?;
            let part = claim.part(competency.id).context("it is in the claim")?;
            shows.extend(part.open(competency).into_iter().map(|c| (competency.id, c, piece.at)));
        }
        let who = self.me().await?;
        let occasion = Occasion {
            performed: self.world.morning(piece.day),
            setting: piece.setting.to_owned(),
            edited: piece.edited,
            people: piece.people,
        };
        let brought = match piece.brings {
            Brings::Text(words) => Brought::Text(words.to_owned()),
            Brings::Link(address) => Brought::Link(address.to_owned()),
            Brings::File(media) => Brought::Awaited { kind: kind_of(media), file_name: media.file_name.to_owned() },
        };
        let (title, note) = (piece.title.to_owned(), piece.note.to_owned());
        let new = NewEvidence { title, note, class: piece.class, occasion, brought, shows };
        let id = add_evidence(&who, self.claim, new).await.with_context(|| piece.title)?;
        if let Brings::File(media) = piece.brings {
            upload(&who, id, media).await.with_context(|| media.file_name)?;
            if let Some((language, words)) = media.captions {
                caption_evidence(&who, id, language, Some(Captions::read(words)?)).await.with_context(|| media.file_name)?;
            }
        }
        Ok(id)
    }

    /// Sends a competency for judgement.
    pub async fn send(&self, code: &str, day: i64, help: &str) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let signed = Signed { own_work: true, help_used: help.to_owned(), same_assessor: true };
        let competency = self.competency(code)?.id;
        submit_competency(&self.me().await?, self.claim, competency, signed).await.with_context(|| format!("sending {code}"))?;
        Ok(self)
    }

    /// Says what was done about a gap.
    pub async fn plan(&self, code: &str, day: i64, words: &str) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        plan_learning(&self.me().await?, self.claim, self.competency(code)?.id, words.to_owned()).await?;
        Ok(self)
    }

    /// An assessor takes a competency on.
    pub async fn take(&self, code: &str, by: &str, day: i64) -> anyhow::Result<AssessmentId> {
        self.world.by_day(day);
        let (who, assessment) = (self.world.who(by).await?, self.assessment(code).await?.id);
        claim_assessment(&who, assessment, ConflictDeclaration::None).await.with_context(|| format!("{by} takes {code}"))?;
        Ok(assessment)
    }

    /// An assessor declares a tie with the learner, and steps back.
    pub async fn step_back(&self, code: &str, by: &str, day: i64, reason: &str) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let (who, assessment) = (self.world.who(by).await?, self.assessment(code).await?.id);
        claim_assessment(&who, assessment, ConflictDeclaration::Declared(reason.to_owned())).await?;
        Ok(self)
    }

    /// Takes a competency on and judges it: everything met but what is short.
    pub async fn judge(&self, code: &str, by: &str, day: i64, short: &[Short]) -> anyhow::Result<&Self> {
        self.take(code, by, day).await?;
        self.decide(code, by, day, short, &[]).await
    }

    /// Judges what was taken on before, with remarks at places in recordings.
    pub async fn decide(&self, code: &str, by: &str, day: i64, short: &[Short], notes: &[TimedNote]) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let (who, assessment) = (self.world.who(by).await?, self.assessment(code).await?);
        let mut sheet = self.sheet(&who, code, &assessment, short).await?;
        sheet.notes = notes.to_vec();
        let outcome =
            record_judgement(&who, assessment.id, assessment.revision, sheet).await.with_context(|| format!("{by} judges {code}"))?;
        if outcome == Recorded::SecondNeeded {
            self.agree(code, day, short).await?;
        }
        self.world.jobs().await?;
        Ok(self)
    }

    /// Where the rules ask for a second assessor, one judges the same without having seen it.
    async fn agree(&self, code: &str, day: i64, short: &[Short]) -> anyhow::Result<()> {
        let first = self.assessment(code).await?;
        for by in scopes::assessors(&self.profile, code) {
            self.world.by_day(day);
            let who = self.world.who(by).await?;
            if claim_assessment(&who, first.id, ConflictDeclaration::None).await.is_err() {
                continue;
            }
            let assessment = self.assessment(code).await?;
            let own: Vec<Short> = short.iter().map(|(n, result, _)| (*n, *result, blind(&who))).collect();
            let sheet = self.sheet(&who, code, &assessment, &own).await?;
            record_judgement(&who, assessment.id, assessment.revision, sheet).await.with_context(|| format!("{by} judges {code} too"))?;
            return Ok(());
        }
        anyhow::bail!("nobody could judge {code} as second assessor")
    }

    /// Takes a competency on as whichever judge it waits for, and judges it; nobody joins in.
    pub async fn score(&self, code: &str, by: &str, day: i64, short: &[Short]) -> anyhow::Result<&Self> {
        self.take(code, by, day).await?;
        let (who, assessment) = (self.world.who(by).await?, self.assessment(code).await?);
        let sheet = self.sheet(&who, code, &assessment, short).await?;
        record_judgement(&who, assessment.id, assessment.revision, sheet).await.with_context(|| format!("{by} scores {code}"))?;
        self.world.jobs().await?;
        Ok(self)
    }

    async fn sheet(&self, who: &Member, code: &str, assessment: &Assessment, short: &[Short]) -> anyhow::Result<ScoreSheet> {
        let competency = self.competency(code)?;
        let mut sheet = ScoreSheet::default();
        for criterion in &assessment.criteria {
            let found = short.iter().find(|(n, ..)| competency.criteria[n - 1].id == *criterion);
            sheet.results.insert(*criterion, found.map_or(CriterionResult::Competent, |s| s.1));
            if let Some((_, _, reason)) = found {
                sheet.reasons.insert(*criterion, (*reason).to_owned());
            }
        }
        let mut tx = self.world.app.read().await?;
        let items = store::evidence::of_competency(&mut tx, self.claim, competency.id).await?;
        for item in items.into_iter().filter(|item| item.state.sent()) {
            let varcs = match item.class {
                EvidenceClass::Supplementary => VarcsCheck { sufficient: Some(false), reason: alone(who), ..VarcsCheck::all_yes() },
                _ => VarcsCheck::all_yes(),
            };
            sheet.varcs.insert(item.id, varcs);
        }
        Ok(sheet)
    }

    /// Takes a competency on and fills in the first criteria only.
    pub async fn begin(&self, code: &str, by: &str, day: i64, filled: usize, notes: &[TimedNote]) -> anyhow::Result<&Self> {
        self.take(code, by, day).await?;
        let (who, assessment) = (self.world.who(by).await?, self.assessment(code).await?);
        let mut sheet = self.sheet(&who, code, &assessment, &[]).await?;
        let judged = &assessment.criteria[..filled];
        sheet.results.retain(|c, _| judged.contains(c));
        sheet.varcs = sheet.varcs.into_iter().take(1).collect();
        sheet.notes = notes.to_vec();
        save_draft(&who, assessment.id, assessment.revision, sheet).await?;
        Ok(self)
    }

    /// Asks the learner for more; the clock of the assessment stands still.
    pub async fn ask(&self, code: &str, by: &str, day: i64, question: &str) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let assessment = self.assessment(code).await?.id;
        ask_learner(&self.world.who(by).await?, assessment, question.to_owned()).await?;
        Ok(self)
    }

    /// The learner answers.
    pub async fn answer(&self, code: &str, day: i64, words: &str) -> anyhow::Result<&Self> {
        self.world.by_day(day);
        let assessment = self.assessment(code).await?.id;
        answer_assessor(&self.me().await?, assessment, words.to_owned()).await?;
        Ok(self)
    }

    /// The issuer grants the micro-credential.
    pub async fn award(&self, by: &str, day: i64) -> anyhow::Result<CredentialId> {
        self.world.by_day(day);
        let credential = award_credential(&self.world.who(by).await?, self.claim).await.with_context(|| format!("{by} awards"))?;
        self.world.jobs().await?;
        Ok(credential)
    }

    /// The issuer refuses it.
    pub async fn refuse(&self, by: &str, day: i64, reason: &str) -> anyhow::Result<()> {
        self.world.by_day(day);
        Ok(refuse_credential(&self.world.who(by).await?, self.claim, reason.to_owned()).await?)
    }

    /// The learner accepts what is offered, and lets search engines list it or not.
    pub async fn accept(&self, credential: CredentialId, day: i64, listed: bool) -> anyhow::Result<()> {
        self.world.by_day(day);
        let who = self.me().await?;
        accept_credential(&who, credential).await?;
        if listed {
            set_listing(&who, credential, true).await?;
        }
        Ok(())
    }

    /// The learner declines it.
    pub async fn decline(&self, credential: CredentialId, day: i64) -> anyhow::Result<()> {
        self.world.by_day(day);
        Ok(decline_credential(&self.me().await?, credential).await?)
    }

    /// The credential for one competency.
    async fn credential_for(&self, code: &str) -> anyhow::Result<CredentialId> {
        let (competency, mut tx) = (self.competency(code)?.id, self.world.app.read().await?);
        let recognitions = store::awards::recognitions_of_claim(&mut tx, self.claim).await?;
        let about = recognitions.iter().find(|r| r.competency == competency).with_context(|| format!("{code} is not recognised"))?;
        let credential = store::awards::credential_about(&mut tx, Achievement::Competency(about.id)).await?;
        Ok(credential.context("a recognition has a credential")?.id)
    }

    /// The issuer suspends the credential for one competency.
    pub async fn suspend(&self, code: &str, by: &str, day: i64, ground: Ground, words: &str) -> anyhow::Result<()> {
        self.world.by_day(day);
        let (who, reason) = (self.world.who(by).await?, Reason { ground, words: words.to_owned() });
        Ok(suspend_credential(&who, self.credential_for(code).await?, reason).await?)
    }

    /// The issuer revokes the credential for one competency.
    pub async fn revoke(&self, code: &str, by: &str, day: i64, ground: Ground, words: &str) -> anyhow::Result<()> {
        self.world.by_day(day);
        let (who, reason) = (self.world.who(by).await?, Reason { ground, words: words.to_owned() });
        revoke_credential(&who, self.credential_for(code).await?, reason).await?;
        Ok(())
    }

    /// The learner takes the claim back.
    pub async fn withdraw(&self, day: i64) -> anyhow::Result<()> {
        self.world.by_day(day);
        Ok(withdraw_claim(&self.me().await?, self.claim).await?)
    }

    /// A remark at a place in a recording.
    pub fn note(&self, evidence: EvidenceId, second: u32, code: &str, n: usize, text: &str) -> anyhow::Result<TimedNote> {
        Ok(TimedNote { evidence, second, criterion: Some(self.criterion(code, n)?), text: text.to_owned() })
    }

    fn criterion(&self, code: &str, n: usize) -> anyhow::Result<CriterionId> {
        Ok(self.competency(code)?.criteria.get(n - 1).with_context(|| format!("{code} has no criterion {n}"))?.id)
    }
}

/// Why nothing can rest on what others report.
fn alone(who: &Member) -> String {
    match french(who) {
        false => "Supports the rest, but a judgement can’t rest on what others report.".to_owned(),
        true => "Appuie le reste, mais un jugement ne peut reposer sur ce que d’autres rapportent.".to_owned(),
    }
}

/// The reason of somebody who judged the same without seeing what another wrote.
fn blind(who: &Member) -> &'static str {
    match french(who) {
        false => "Not there yet in what was sent: I could not find it in any of the items linked to this criterion.",
        true => "Pas encore dans ce qui a été envoyé : je ne l’ai trouvé dans aucun des éléments liés à ce critère.",
    }
}

fn kind_of(media: Media) -> EvidenceKind {
    match media.media_type.split('/').next() {
        Some("video") => EvidenceKind::Video,
        Some("audio") => EvidenceKind::Audio,
        Some("image") => EvidenceKind::Image,
        _ => EvidenceKind::Document,
    }
}

/// Sends a file as a browser does.
async fn upload(who: &Member, evidence: EvidenceId, media: Media) -> Result<(), Failure> {
    let pairs = [
        ("evidence", evidence.to_string()),
        ("filename", media.file_name.to_owned()),
        ("filetype", media.media_type.to_owned()),
        ("duration", media.milliseconds.map(|ms| ms.to_string()).unwrap_or_default()),
    ];
    let said = pairs.iter().filter(|(_, value)| !value.is_empty());
    let metadata: Vec<String> = said.map(|(key, value)| format!("{key} {}", STANDARD.encode(value))).collect();
    let length = media.bytes.len() as u64;
    let upload = uploads::start(who, uploads::NewUpload { length, metadata: metadata.join(",") }).await?;
    let bytes = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(media.bytes))]);
    let sending = uploads::Sending { offset: 0, length: Some(length), check: None, bytes };
    uploads::append(who, upload.id, sending).await?;
    Ok(())
}
