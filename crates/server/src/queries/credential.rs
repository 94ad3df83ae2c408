//! A credential as everybody with the link sees it. Two queries for the page, one for the document.

mod kept;
pub use kept::{KeptPages, Page};

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::Visitor;
use crate::queries::recognised::{Grounds, OfBatch, grounds};
use crate::verifying;
use crate::verifying::keys::SignedBy;
use domain::credential::{Achievement, Credential};
use domain::people::Organisation;
use domain::profile::{Competency, ProfileBody, ProfileVersion};
use domain::standing::Standing;
use domain::{CredentialId, Lang, OrganisationId, Text, Ts};
use paper::drawing::Drawing;
use paper::emblem::{Look, study_for};
use serde_json::Value;
use std::sync::Arc;
use store::Tx;
use store::public::{Issued, Recognised};

/// What the page shows.
pub struct Shown {
    /// The credential as it stands now.
    pub credential: Credential,
    /// Who issued it.
    pub issuer: Organisation,
    /// Whether the issuer is recognised.
    pub standing: Standing,
    /// Who holds the register of an issuer that has closed.
    pub register: Option<Organisation>,
    /// The profile version that it names.
    pub version: Arc<ProfileVersion>,
    /// The competencies recognised.
    pub recognised: Vec<Recognised>,
    /// The batch, if it was issued by one.
    pub batch: Option<OfBatch>,
    /// The holder's name as it was signed.
    pub holder: String,
    /// What the check of the document found, just now.
    pub report: vc::Report,
    /// What is known of the key that signed it.
    pub key: SignedBy,
    /// When it was checked.
    pub checked: Ts,
    /// Whether whoever asks holds it.
    pub mine: bool,
}

impl Shown {
    /// What the version says.
    pub fn body(&self) -> &ProfileBody {
        &self.version.body
    }

    /// What was recognised, in the order of the profile.
    pub fn competencies(&self) -> impl Iterator<Item = (&Recognised, &Competency)> {
        let of = |c: &Competency| self.recognised.iter().find(|r| r.competency == c.id);
        self.body().competencies.iter().filter_map(move |c| Some((of(c)?, c)))
    }

    /// The one competency that it is about, if it is about one.
    pub fn single(&self) -> Option<&Competency> {
        match self.credential.achievement {
            Achievement::Competency(_) => self.competencies().next().map(|(_, c)| c),
            Achievement::MicroCredential(_) | Achievement::Batch(_) => None,
        }
    }

    /// What it is called.
    pub fn title(&self, lang: Lang) -> &str {
        self.single().map_or(&self.body().title, |c| &c.statement).get(lang)
    }

    /// What its emblem is drawn from.
    pub fn look(&self) -> Look {
        look(self.body(), self.single())
    }

    /// Its emblem.
    pub fn emblem(&self) -> Drawing {
        emblem(&self.version, self.single())
    }

    /// The bodies whose assessors judged, each once.
    pub fn assessed_by(&self) -> Vec<&(OrganisationId, Text)> {
        let mut bodies: Vec<&(OrganisationId, Text)> = Vec::new();
        for (recognised, _) in self.competencies() {
            if !bodies.iter().any(|(id, _)| *id == recognised.assessed_by.0) {
                bodies.push(&recognised.assessed_by);
            }
        }
        bodies
    }
}

/// The look of an achievement: the field of its first occupation, and the level of a competency.
pub fn look(body: &ProfileBody, competency: Option<&Competency>) -> Look {
    let study = study_for(body.occupations.first().map_or("", |o| o.code.as_str()));
    Look::earned(study, competency.map_or(0, |c| c.level))
}

/// The emblem of an achievement: of a competency, or of a whole profile. The same on pages and in files.
pub fn emblem(version: &ProfileVersion, competency: Option<&Competency>) -> Drawing {
    let id = competency.map_or_else(|| version.profile.to_string(), |c| c.id.to_string());
    paper::emblem::emblem(&id, look(&version.body, competency))
}

/// A credential that anybody may see, before it is known what it is about.
pub struct LookedUp {
    /// The credential as it stands now, its issuer and the issuer's keys.
    pub issued: Issued,
    tx: Tx,
}

/// The credential, if it is public.
pub async fn look_up(who: &Visitor, id: CredentialId) -> Outcome<LookedUp> {
    who.may(Verb::View, Thing::PublicCredential, Relation::default())?;
    let mut tx = who.app.read().await?;
    let found = store::public::issued(&mut tx, id).await?.filter(|i| i.credential.state.public()).ok_or(Failure::Missing)?;
    not_withdrawn(&mut tx, &found.credential).await?;
    let issued = Issued { credential: found.credential.at(who.now), ..found };
    Ok(LookedUp { issued, tx })
}

impl LookedUp {
    /// Everything that the page shows; none while the signature is under way.
    pub async fn shown(mut self, who: &Visitor) -> Outcome<Option<Shown>> {
        let id = self.issued.credential.id;
        let Some(text) = &self.issued.credential.document else { return Ok(None) };
        let document: Value = serde_json::from_str(text).map_err(|e| Failure::Broken(format!("{id}: {e}")))?;
        let checked = verifying::check_own(&who.app, &mut self.tx, &self.issued, &document).await?;
        let (report, key) = checked.map_err(|e| Failure::Broken(format!("{id}: {e}")))?;
        let about = &self.issued.credential;
        let Grounds { recognised, version, batch } = grounds(&who.app, &mut self.tx, about.achievement, about.from).await?;
        let register = match self.issued.standing {
            Standing::Closed { register: Some(id), .. } => store::people::organisation(&mut self.tx, id).await?,
            _ => None,
        };
        Ok(Some(Shown {
            register,
            mine: who.me.as_ref().is_some_and(|me| Some(me.person.id) == self.issued.credential.holder),
            checked: who.now,
            credential: self.issued.credential,
            standing: self.issued.standing,
            issuer: self.issued.issuer,
            version,
            recognised,
            batch,
            holder: name_in(&document).unwrap_or_default().to_owned(),
            report,
            key,
        }))
    }
}

/// The name of the holder in a document, if it says one in the clear.
pub fn name_in(document: &Value) -> Option<&str> {
    let subject = &document["credentialSubject"];
    let subject = subject.get(0).unwrap_or(subject);
    let identifiers = subject.get("identifier")?;
    let one = std::slice::from_ref(identifiers);
    let plain = |i: &&Value| i["identityType"] == "name" && i["hashed"] != true;
    let said = identifiers.as_array().map_or(one, Vec::as_slice).iter().find(plain).and_then(|i| i["identityHash"].as_str());
    said.or_else(|| subject.get("name")?.as_str())
}

/// The signed document of a public credential, as it is kept.
pub struct Document {
    /// The text; none while the signature is under way.
    pub text: Option<String>,
    /// Changes whenever anything about the credential does.
    pub revision: i64,
    /// Whether search engines may list it.
    pub listed: bool,
}

/// The document, if the credential is public.
pub async fn document(app: &App, id: CredentialId) -> Outcome<Document> {
    let c = public(app, id).await?;
    Ok(Document { text: c.document, revision: c.revision, listed: c.listed })
}

/// The credential as a token, if it is public; none while the signature is under way.
pub async fn token(app: &App, id: CredentialId, profile: vc::JwtProfile) -> Outcome<Option<String>> {
    let credential = public(app, id).await?;
    if credential.document.is_none() {
        return Ok(None);
    }
    crate::issuing::token::token(app, &credential, profile).await.map(Some)
}

/// A credential that anybody may have.
async fn public(app: &App, id: CredentialId) -> Outcome<Credential> {
    let mut tx = app.read().await?;
    let credential = store::awards::credential(&mut tx, id).await?.filter(|c| c.state.public()).ok_or(Failure::Missing)?;
    not_withdrawn(&mut tx, &credential).await?;
    Ok(credential)
}

/// One that its holder took from the public is gone. Only such a one has no document for good.
async fn not_withdrawn(tx: &mut Tx, credential: &Credential) -> Outcome<()> {
    match credential.document.is_none() && store::erasure::is_withdrawn(tx, credential.id).await? {
        true => Err(Failure::Gone("refused-withdrawn-by-holder")),
        false => Ok(()),
    }
}
