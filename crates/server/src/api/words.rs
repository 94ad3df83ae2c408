//! What every noun of the API is made of: ids, moments, days, text in both languages, and the names of states and
//! choices. Each name is checked by the compiler against the domain's: a state more there does not compile here.

use domain::{Lang, Text, Ts};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The id of a thing, such as `clm_01jx…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<T>(pub T);

impl<T: Display> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(from)?.parse().map(Id).map_err(D::Error::custom)
    }
}

impl<T> PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        let about = "The id of a thing: three letters that say of what kind, `_`, and 26 letters and digits.";
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[a-z]{3}_[0-9a-z]{26}$")).description(Some(about)).into()
    }
}

impl<T> ToSchema for Id<T> {
    fn name() -> Cow<'static, str> {
        "Id".into()
    }
}

/// Names without parameters, because the OpenAPI document looks into parameters.
macro_rules! refs {
    ($($name:ident = $id:ident;)*) => {$(
        /// The id of one of these.
        pub type $name = Id<domain::$id>;
    )*};
}

refs! {
    PersonRef = PersonId;
    BatchRef = BatchId;
    OrganisationRef = OrganisationId;
    FrameworkRef = FrameworkId;
    ProfileRef = ProfileId;
    VersionRef = VersionId;
    CompetencyRef = CompetencyId;
    CriterionRef = CriterionId;
    ClaimRef = ClaimId;
    EvidenceRef = EvidenceId;
    AssessmentRef = AssessmentId;
    CredentialRef = CredentialId;
    OfferingRef = OfferingId;
}

/// A moment, as RFC 3339 writes it, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(pub Ts);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0.0) * 1000).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        to.serialize_str(&at.format(&Rfc3339).unwrap_or_default())
    }
}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(format))
            .description(Some("A moment in UTC, as RFC 3339 writes it."))
            .into()
    }
}

impl ToSchema for Moment {
    fn name() -> Cow<'static, str> {
        "Moment".into()
    }
}

/// A day on the calendar of Ontario's Eastern time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Ts);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::i18n::date_machine(self.0))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let typed = Cow::<str>::deserialize(from)?;
        crate::i18n::end_of_day(&typed).map(Day).ok_or_else(|| D::Error::custom("not a day such as 2026-05-29"))
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Date);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).description(Some("A day, such as `2026-05-29`.")).into()
    }
}

impl ToSchema for Day {
    fn name() -> Cow<'static, str> {
        "Day".into()
    }
}

/// Text in both languages. A draft may leave one of them empty for later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English, as written in Canada.
    pub en: String,
    /// French, as written in Canada.
    pub fr: String,
}

impl From<&Text> for Bilingual {
    fn from(text: &Text) -> Bilingual {
        Bilingual { en: text.en.clone(), fr: text.fr.clone() }
    }
}

impl From<Text> for Bilingual {
    fn from(text: Text) -> Bilingual {
        Bilingual { en: text.en, fr: text.fr }
    }
}

impl From<Bilingual> for Text {
    fn from(text: Bilingual) -> Text {
        Text::of(text.en.trim(), text.fr.trim())
    }
}

/// Names of states and choices of the domain; what a state carries besides its name is given where it is of use.
macro_rules! named {
    ($case:tt $($(#[$doc:meta])* $name:ident = $domain:ty { $($variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = $case)]
        #[allow(missing_docs, reason = "the names are the field's words")]
        pub enum $name { $($variant),* }

        const _: () = {
            type Theirs = $domain;
            impl From<&Theirs> for $name {
                fn from(theirs: &Theirs) -> $name {
                    match theirs { $(Theirs::$variant { .. } => $name::$variant),* }
                }
            }
        };
    )*};
}

/// The way back, for what people choose.
macro_rules! chosen {
    ($($name:ident = $domain:ty { $($variant:ident),* $(,)? })*) => {$(
        const _: () = {
            type Theirs = $domain;
            impl From<$name> for Theirs {
                fn from(ours: $name) -> Theirs {
                    match ours { $($name::$variant => Theirs::$variant),* }
                }
            }
        };
    )*};
}

named! { "snake_case"
    /// Where a version of a profile stands.
    VersionState = domain::profile::VersionState { Draft, Consultation, Validation, Approved, Published, Superseded, Retired }
    /// How far-reaching a revision is.
    ChangeClass = domain::profile::ChangeClass { Editorial, Minor, Substantive }
    /// Doing or knowing.
    CriterionKind = domain::profile::CriterionKind { Performance, Knowledge }
    /// Where a claim stands.
    ClaimState = domain::claim::ClaimState {
        Draft, SelfAssessed, Submitted, UnderAssessment, GapsOpen, AllCompetent, Awarded, NotAwarded, Dormant, Withdrawn, MigrationRequired, Closed,
    }
    /// A learner's own rating of a criterion.
    SelfRating = domain::claim::SelfRating { Ready, Partly, NotYet }
    /// The medium of a piece of evidence.
    EvidenceKind = domain::evidence::EvidenceKind { Video, Audio, Image, Document, Text, Link, Other }
    /// How close evidence is to the performance: observed, reviewed, or reported by others.
    EvidenceClass = domain::evidence::EvidenceClass { Direct, Indirect, Supplementary }
    /// On what ground the people in the evidence may be shown.
    PeopleShown = domain::evidence::ThirdPartyBasis { NobodyIdentifiable, AllConsented, ProtectedPerson }
    /// Where a piece of evidence stands.
    EvidenceState = domain::evidence::EvidenceState {
        Draft, Processing, Available, Rejected, Submitted, InReview, ReliedOn, NotReliedOn, Queried, Withdrawn, AccessRestricted, Quarantined,
        Excluded, Purged,
    }
    /// What an assessor found for one criterion.
    CriterionResult = domain::assessment::CriterionResult { NotEvident, ApproachingCompetence, Competent }
    /// The decision on a competency.
    CompetencyDecision = domain::assessment::CompetencyDecision { Competent, NotYetCompetent }
    /// Where an assessment stands.
    AssessmentState = domain::assessment::AssessmentState {
        Queued, Offered, InProgress, WaitingLearner, ScoredFirst, SecondQueued, SecondInProgress, ScoredSecond, Adjudicating,
        AdjudicationInProgress, Decided, ProvisionalInVerification, Final, Voided, Reopened,
    }
    /// Which of the judges somebody is.
    Seat = domain::assessment::Seat { First, Second, Adjudicator }
    /// Where the recognition of a competency stands.
    RecognitionState = domain::recognition::RecognitionState { Provisional, Recognised, ExpiringSoon, Expired, Suspended, Rescinded }
    /// Where a credential stands.
    CredentialState = domain::credential::CredentialState { Offered, Active, Declined, Unclaimed, Suspended, Revoked, Withdrawn, Expired, Superseded }
    /// Why a credential is out of force, as everybody may read it.
    Ground = domain::credential::Ground {
        UnderReview, ConditionLapsed, IssuedInError, DecisionChanged, NotOwnWork, KeyCompromised, HolderAsked,
    }
    /// How learning is taken part in.
    Participation = domain::offering::Participation { Online, Onsite, Blended, Work }
    /// What an organisation is in the world.
    OrganisationKind = domain::people::OrganisationKind { Institution, Association, Employer, IndigenousInstitute, QaBody }
    /// What a person does for an organisation.
    Role = domain::people::Role { Author, Assessor, Issuer, Admin }
    /// Why an assessment is in the queue.
    QueueReason = crate::queries::queue::Why { Adjudication, SecondAssessor, WaitingLearner, Answered, Recused, Reopened, Reattempt, New }
    /// What kind of attempt comes next.
    Reattempt = domain::assessment::Reattempt { First, Resit, Retake, SupportedRetake }
}

named! { "lowercase"
    /// A language.
    Language = Lang { En, Fr }
}

named! { "UPPERCASE"
    /// How much harm a wrong judgement could do: `A` the most.
    RiskTier = domain::profile::RiskTier { A, B, C }
    /// Supervision and identity, from none to both in person.
    Supervision = domain::evidence::SupervisionIdentity { A0, A1, A2, A3, A4, A5 }
}

chosen! {
    ChangeClass = domain::profile::ChangeClass { Editorial, Minor, Substantive }
    CriterionKind = domain::profile::CriterionKind { Performance, Knowledge }
    RiskTier = domain::profile::RiskTier { A, B, C }
    SelfRating = domain::claim::SelfRating { Ready, Partly, NotYet }
    Supervision = domain::evidence::SupervisionIdentity { A0, A1, A2, A3, A4, A5 }
    EvidenceKind = domain::evidence::EvidenceKind { Video, Audio, Image, Document, Text, Link, Other }
    EvidenceClass = domain::evidence::EvidenceClass { Direct, Indirect, Supplementary }
    PeopleShown = domain::evidence::ThirdPartyBasis { NobodyIdentifiable, AllConsented, ProtectedPerson }
    CriterionResult = domain::assessment::CriterionResult { NotEvident, ApproachingCompetence, Competent }
    Ground = domain::credential::Ground {
        UnderReview, ConditionLapsed, IssuedInError, DecisionChanged, NotOwnWork, KeyCompromised, HolderAsked,
    }
    Participation = domain::offering::Participation { Online, Onsite, Blended, Work }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ClaimId;

    #[test]
    fn ids_days_and_moments_are_written_as_documented_and_read_back() {
        let id = Id(ClaimId(7));
        let written = serde_json::to_string(&id).unwrap();
        assert_eq!(written, format!("\"{}\"", ClaimId(7)));
        assert_eq!(serde_json::from_str::<Id<ClaimId>>(&written).unwrap(), id);
        assert!(serde_json::from_str::<Id<ClaimId>>("\"evd_00000000000000000000000000\"").is_err());
        let day: Day = serde_json::from_str("\"2026-05-29\"").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-05-29\"");
        assert!(serde_json::from_str::<Day>("\"29 May\"").is_err());
        assert_eq!(serde_json::to_string(&Moment(Ts(1_780_315_200_000_000))).unwrap(), "\"2026-06-01T12:00:00Z\"");
    }

    #[test]
    fn names_are_those_of_forms_and_documents() {
        let written = |r: &domain::assessment::CriterionResult| serde_json::to_string(&CriterionResult::from(r)).unwrap();
        for result in domain::assessment::CriterionResult::ALL {
            assert_eq!(written(&result), format!("\"{}\"", result.code()));
        }
        assert_eq!(serde_json::to_string(&RiskTier::A).unwrap(), "\"A\"");
        assert_eq!(serde_json::to_string(&Language::Fr).unwrap(), "\"fr\"");
    }
}
