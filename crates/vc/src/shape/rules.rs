//! What each part of an Open Badges 3.0 credential and of a CLR 2.0 may and must hold, after the
//! official JSON Schema of an achievement credential and the information model of the CLR.

use Rule::{Choice, Day, Image, Issuer, Jws, Language, Many, Moment, Number, One, Text, Texts, Truth, Word};

/// What a field may hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// A text, or one text for each of several languages.
    Text,
    /// One or several of them.
    Texts,
    /// A date and time with a zone.
    Moment,
    /// A date.
    Day,
    Number,
    Truth,
    /// One of these, or a word of the issuer's own, `ext:…`.
    Word(&'static [&'static str]),
    /// One of these.
    Choice(&'static [&'static str]),
    /// The code of a language.
    Language,
    /// One or several compact JWS.
    Jws,
    /// A part of that kind.
    One(&'static Kind),
    /// One or several parts of that kind.
    Many(&'static Kind),
    /// The address of a profile, or a profile.
    Issuer,
    /// An image, or its address, which the schema does not allow but many issuers write.
    Image,
}

/// A kind of part.
#[derive(Debug)]
pub(super) struct Kind {
    /// What must stand in its `type`; empty if anything may.
    pub name: &'static str,
    /// Fields that must be there, besides a `type` that has a name to hold.
    pub required: &'static [&'static str],
    /// Fields that are known. Others may stand beside them unless it is `closed`.
    pub fields: &'static [(&'static str, Rule)],
    /// Whether its type is a single text and no other field may stand in it.
    pub closed: bool,
}

const OPEN: Kind = Kind { name: "", required: &[], fields: &[], closed: false };

/// What every kind of Open Badges and CLR credential may hold.
macro_rules! credential {
    ($name:literal, $required:expr, $subject:expr) => {
        Kind {
            name: $name,
            required: $required,
            fields: &[
                ("id", Text),
                ("name", Text),
                ("description", Text),
                ("image", Image),
                ("awardedDate", Moment),
                ("partial", Truth),
                ("credentialSubject", One($subject)),
                ("endorsement", Many(&ENDORSEMENT)),
                ("endorsementJwt", Jws),
                ("issuer", Issuer),
                ("validFrom", Moment),
                ("validUntil", Moment),
                ("issuanceDate", Moment),
                ("expirationDate", Moment),
                ("credentialSchema", Many(&NAMED)),
                ("credentialStatus", Many(&TYPED)),
                ("refreshService", Many(&NAMED)),
                ("termsOfUse", Many(&TYPED)),
                ("evidence", Many(&EVIDENCE)),
            ],
            closed: false,
        }
    };
}

pub(super) static ACHIEVEMENT_CREDENTIAL: Kind = credential!("", &["id", "issuer", "credentialSubject"], &SUBJECT);
pub(super) static ENDORSEMENT: Kind =
    credential!("EndorsementCredential", &["id", "name", "issuer", "credentialSubject"], &ENDORSEMENT_SUBJECT);
pub(super) static CLR: Kind = credential!("ClrCredential", &["id", "name", "issuer", "credentialSubject"], &CLR_SUBJECT);

/// Anything that says its type.
static TYPED: Kind = Kind { required: &["type"], fields: &[("id", Text)], ..OPEN };
/// Anything that says its id and its type.
static NAMED: Kind = Kind { required: &["id", "type"], fields: &[("id", Text)], ..OPEN };

static SUBJECT: Kind = Kind {
    name: "AchievementSubject",
    required: &["achievement"],
    fields: &[
        ("id", Text),
        ("activityEndDate", Moment),
        ("activityStartDate", Moment),
        ("creditsEarned", Number),
        ("achievement", One(&ACHIEVEMENT)),
        ("identifier", Many(&IDENTITY)),
        ("image", Image),
        ("licenseNumber", Text),
        ("narrative", Text),
        ("result", Many(&RESULT)),
        ("role", Text),
        ("source", One(&PROFILE)),
        ("term", Text),
    ],
    ..OPEN
};

static ENDORSEMENT_SUBJECT: Kind =
    Kind { name: "EndorsementSubject", required: &["id"], fields: &[("id", Text), ("endorsementComment", Text)], ..OPEN };

static CLR_SUBJECT: Kind = Kind {
    name: "ClrSubject",
    required: &["verifiableCredential"],
    fields: &[
        ("id", Text),
        ("identifier", Many(&IDENTITY)),
        ("achievement", Many(&ACHIEVEMENT)),
        ("verifiableCredential", Many(&TYPED)),
        ("association", Many(&ASSOCIATION)),
    ],
    ..OPEN
};

static ASSOCIATION: Kind = Kind {
    name: "Association",
    required: &["associationType", "sourceId", "targetId"],
    fields: &[
        (
            "associationType",
            Choice(&["exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "replacedBy"]),
        ),
        ("sourceId", Text),
        ("targetId", Text),
    ],
    ..OPEN
};

const IDENTIFIERS: &[&str] = &[
    "name",
    "sourcedId",
    "systemId",
    "productId",
    "userName",
    "accountId",
    "emailAddress",
    "nationalIdentityNumber",
    "isbn",
    "issn",
    "lisSourcedId",
    "oneRosterSourcedId",
    "sisSourcedId",
    "ltiContextId",
    "ltiDeploymentId",
    "ltiToolId",
    "ltiPlatformId",
    "ltiUserId",
    "identifier",
];

static IDENTITY: Kind = Kind {
    name: "IdentityObject",
    required: &["hashed", "identityHash", "identityType"],
    fields: &[("hashed", Truth), ("identityHash", Text), ("identityType", Word(IDENTIFIERS)), ("salt", Text)],
    closed: true,
};

static IDENTIFIER_ENTRY: Kind = Kind {
    name: "IdentifierEntry",
    required: &["identifier", "identifierType"],
    fields: &[("identifier", Text), ("identifierType", Word(IDENTIFIERS))],
    closed: true,
};

pub(super) static IMAGE: Kind = Kind { name: "Image", required: &["id"], fields: &[("id", Text), ("caption", Text)], closed: true };

static EVIDENCE: Kind = Kind {
    name: "Evidence",
    fields: &[("id", Text), ("narrative", Text), ("name", Text), ("description", Text), ("genre", Text), ("audience", Text)],
    ..OPEN
};

static ACHIEVEMENT: Kind = Kind {
    name: "Achievement",
    required: &["id", "criteria", "description", "name"],
    fields: &[
        ("id", Text),
        ("alignment", Many(&ALIGNMENT)),
        ("achievementType", Word(ACHIEVEMENT_TYPES)),
        ("creator", One(&PROFILE)),
        ("creditsAvailable", Number),
        ("criteria", One(&CRITERIA)),
        ("description", Text),
        ("endorsement", Many(&ENDORSEMENT)),
        ("endorsementJwt", Jws),
        ("fieldOfStudy", Text),
        ("humanCode", Text),
        ("image", Image),
        ("inLanguage", Language),
        ("name", Text),
        ("otherIdentifier", Many(&IDENTIFIER_ENTRY)),
        ("related", Many(&RELATED)),
        ("resultDescription", Many(&RESULT_DESCRIPTION)),
        ("specialization", Text),
        ("tag", Texts),
        ("version", Text),
    ],
    ..OPEN
};

const ACHIEVEMENT_TYPES: &[&str] = &[
    "Achievement",
    "ApprenticeshipCertificate",
    "Assessment",
    "Assignment",
    "AssociateDegree",
    "Award",
    "Badge",
    "BachelorDegree",
    "Certificate",
    "CertificateOfCompletion",
    "Certification",
    "CommunityService",
    "Competency",
    "Course",
    "CoCurricular",
    "Degree",
    "Diploma",
    "DoctoralDegree",
    "Fieldwork",
    "GeneralEducationDevelopment",
    "JourneymanCertificate",
    "LearningProgram",
    "License",
    "Membership",
    "ProfessionalDoctorate",
    "QualityAssuranceCredential",
    "MasterCertificate",
    "MasterDegree",
    "MicroCredential",
    "ResearchDoctorate",
    "SecondarySchoolDiploma",
];

/// The one part without a type.
static CRITERIA: Kind = Kind { fields: &[("id", Text), ("narrative", Text)], ..OPEN };

static ALIGNMENT: Kind = Kind {
    name: "Alignment",
    required: &["targetName", "targetUrl"],
    fields: &[
        ("targetCode", Text),
        ("targetDescription", Text),
        ("targetName", Text),
        ("targetFramework", Text),
        (
            "targetType",
            Word(&["ceasn:Competency", "ceterms:Credential", "CFItem", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel", "CTDL"]),
        ),
        ("targetUrl", Text),
    ],
    ..OPEN
};

static RELATED: Kind =
    Kind { name: "Related", required: &["id"], fields: &[("id", Text), ("inLanguage", Language), ("version", Text)], ..OPEN };

static RESULT: Kind = Kind {
    name: "Result",
    fields: &[
        ("achievedLevel", Text),
        ("alignment", Many(&ALIGNMENT)),
        ("resultDescription", Text),
        ("status", Choice(&["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"])),
        ("value", Text),
    ],
    ..OPEN
};

static RESULT_DESCRIPTION: Kind = Kind {
    name: "ResultDescription",
    required: &["id", "name", "resultType"],
    fields: &[
        ("id", Text),
        ("alignment", Many(&ALIGNMENT)),
        ("allowedValue", Texts),
        ("name", Text),
        ("requiredLevel", Text),
        ("requiredValue", Text),
        ("resultType", Word(RESULT_TYPES)),
        ("rubricCriterionLevel", Many(&RUBRIC_CRITERION_LEVEL)),
        ("valueMax", Text),
        ("valueMin", Text),
    ],
    ..OPEN
};

const RESULT_TYPES: &[&str] = &[
    "GradePointAverage",
    "LetterGrade",
    "Percent",
    "PerformanceLevel",
    "PredictedScore",
    "RawScore",
    "Result",
    "RubricCriterion",
    "RubricCriterionLevel",
    "RubricScore",
    "ScaledScore",
    "Status",
];

static RUBRIC_CRITERION_LEVEL: Kind = Kind {
    name: "RubricCriterionLevel",
    required: &["id", "name"],
    fields: &[("id", Text), ("alignment", Many(&ALIGNMENT)), ("description", Text), ("level", Text), ("name", Text), ("points", Text)],
    ..OPEN
};

pub(super) static PROFILE: Kind = Kind {
    name: "Profile",
    required: &["id"],
    fields: &[
        ("id", Text),
        ("name", Text),
        ("url", Text),
        ("phone", Text),
        ("description", Text),
        ("endorsement", Many(&ENDORSEMENT)),
        ("endorsementJwt", Jws),
        ("image", Image),
        ("email", Text),
        ("address", One(&ADDRESS)),
        ("otherIdentifier", Many(&IDENTIFIER_ENTRY)),
        ("official", Text),
        ("parentOrg", One(&PROFILE)),
        ("familyName", Text),
        ("givenName", Text),
        ("additionalName", Text),
        ("patronymicName", Text),
        ("honorificPrefix", Text),
        ("honorificSuffix", Text),
        ("familyNamePrefix", Text),
        ("dateOfBirth", Day),
    ],
    ..OPEN
};

static ADDRESS: Kind = Kind {
    name: "Address",
    fields: &[
        ("addressCountry", Text),
        ("addressCountryCode", Text),
        ("addressRegion", Text),
        ("addressLocality", Text),
        ("streetAddress", Text),
        ("postOfficeBoxNumber", Text),
        ("postalCode", Text),
        ("geo", One(&GEO)),
    ],
    ..OPEN
};

static GEO: Kind =
    Kind { name: "GeoCoordinates", required: &["latitude", "longitude"], fields: &[("latitude", Number), ("longitude", Number)], ..OPEN };
