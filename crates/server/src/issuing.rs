//! From what was recognised or awarded to a signed Open Badges 3.0 document.

use crate::actions::{Failure, Outcome};
use crate::app::{App, random, secret};
use crate::queries::versions::version;
use domain::credential::{Achievement, Credential};
use domain::people::Organisation;
use domain::profile::{Competency, ProfileBody, ProfileVersion};
use domain::recognition::CompetencyRecognition;
use domain::{CompetencyId, KeyId, Lang, OrganisationId, Text, Ts};
use store::Tx;
use store::awards::SealedKey;
use vc::achievement as ob;

/// The identifier of an issuer: `did:key` in the demo, whose address nobody else can reach; else `did:web` under the
/// address of the instance.
pub fn issuer_did(app: &App, organisation: OrganisationId, key: &vc::SigningKey) -> String {
    if app.demo { key.did_key() } else { web_did(&app.base_url, organisation) }
}

/// The `did:web` of an issuer under this base address.
pub fn web_did(base_url: &str, organisation: OrganisationId) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let path = rest.replace(':', "%3A").replace('/', ":");
    format!("did:web:{path}:issuers:{organisation}")
}

/// The key that an organisation signs with, and its id; made at first need.
pub async fn signing_key(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<(KeyId, vc::SigningKey)> {
    let about = organisation.to_string();
    if let Some(kept) = store::awards::keys(tx, organisation).await?.into_iter().next() {
        let seed = app.vault.open(&kept.sealed, &about).map_err(|e| Failure::Broken(e.to_string()))?;
        return Ok((kept.id, vc::SigningKey::from_seed(&seed)));
    }
    let seed = random::<32>();
    let key = vc::SigningKey::from_seed(&seed);
    let sealed = app.vault.seal(&seed, &about);
    let kept = SealedKey { id: app.id(), organisation, public: key.public_multibase(), sealed, created: app.now() };
    store::awards::add_key(tx, &kept).await?;
    Ok((kept.id, key))
}

/// The DID document of an issuer: every key it ever signed with, so that old credentials still verify.
pub async fn did_document(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<serde_json::Value> {
    let keys = store::awards::keys(tx, organisation).await?;
    if keys.is_empty() {
        return Err(Failure::Missing);
    }
    let keys: Vec<(String, String)> = keys.into_iter().map(|k| (k.id.to_string(), k.public)).collect();
    Ok(vc::did_web_document(&web_did(&app.base_url, organisation), &keys))
}

/// The document of a credential, signed, as JSON.
pub async fn signed_document(app: &App, tx: &mut Tx, credential: &Credential) -> Outcome<String> {
    let (key_id, key) = signing_key(app, tx, credential.issuer).await?;
    let did = issuer_did(app, credential.issuer, &key);
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let document = document(app, tx, credential, did).await?.document();
    let signed = vc::sign(document, &key, &method, &stamp(app.now())).map_err(|e| Failure::Broken(e.to_string()))?;
    serde_json::to_string(&signed).map_err(|e| Failure::Broken(e.to_string()))
}

/// Everything that a document about some recognitions is made from.
struct Shown<'a> {
    version: &'a ProfileVersion,
    recognitions: Vec<CompetencyRecognition>,
    organisations: Vec<Organisation>,
    base: &'a str,
}

async fn document(app: &App, tx: &mut Tx, credential: &Credential, did: String) -> Outcome<ob::Credential> {
    let recognitions = match credential.achievement {
        Achievement::Competency(id) => vec![store::awards::recognition(tx, id).await?.ok_or(Failure::Missing)?],
        Achievement::MicroCredential(claim) => store::awards::recognitions_of_claim(tx, claim).await?,
    };
    let first = recognitions.first().ok_or(Failure::Missing)?;
    let version = version(app, tx, first.version).await?;
    let holder = store::people::person(tx, credential.holder).await?.ok_or(Failure::Missing)?;
    let organisations = store::people::organisations(tx).await?;
    let shown = Shown { version: &version, recognitions, organisations, base: &app.base_url };
    let issuer = shown.profile_of(credential.issuer, did)?;
    let achievement = shown.achievement(credential)?;
    let subject = ob::Subject {
        id: None,
        identifiers: vec![
            ob::IdentityObject::plain("name", &holder.name),
            ob::IdentityObject::hashed("emailAddress", &holder.email, &secret()[..16]),
        ],
        source: Some(shown.source()?),
        results: shown.results(&achievement.id),
        achievement,
        narrative: None,
        credits_earned: None,
    };
    Ok(ob::Credential {
        id: format!("{}/c/{}", app.base_url, credential.id),
        name: subject.achievement.name.clone(),
        description: Some(subject.achievement.description.clone()),
        issuer,
        valid_from: stamp(credential.from),
        valid_until: credential.until.map(stamp),
        awarded_date: Some(stamp(credential.from)),
        evidence: shown.evidence(),
        subject,
        schemas: vec![],
        status: None,
        endorsements: vec![],
    })
}

/// Both languages with equal prominence (LNG-01): Open Badges gives a text no second language of its own.
fn both(text: &Text) -> String {
    if text.en == text.fr { text.en.clone() } else { format!("{} / {}", text.get(Lang::En), text.get(Lang::Fr)) }
}

impl Shown<'_> {
    fn body(&self) -> &ProfileBody {
        &self.version.body
    }

    fn organisation(&self, id: OrganisationId) -> Outcome<&Organisation> {
        self.organisations.iter().find(|o| o.id == id).ok_or(Failure::Missing)
    }

    fn profile_of(&self, id: OrganisationId, identifier: String) -> Outcome<ob::Profile> {
        let o = self.organisation(id)?;
        let country = o.region.split('-').next().map(str::to_owned);
        Ok(ob::Profile { id: identifier, name: Some(both(&o.name)), url: o.website.clone(), country, ..Default::default() })
    }

    /// Who assessed on behalf of the issuer. Several bodies are named together.
    fn source(&self) -> Outcome<ob::Profile> {
        let mut bodies: Vec<OrganisationId> = self.recognitions.iter().map(|r| r.assessed_by).collect();
        bodies.sort();
        bodies.dedup();
        let first = *bodies.first().ok_or(Failure::Missing)?;
        let mut profile = self.profile_of(first, format!("{}/organisations/{first}", self.base))?;
        let names: Vec<String> = bodies.iter().map(|b| Ok(both(&self.organisation(*b)?.name))).collect::<Outcome<_>>()?;
        profile.name = Some(names.join("; "));
        Ok(profile)
    }

    fn competencies(&self) -> impl Iterator<Item = (&CompetencyRecognition, &Competency)> {
        self.recognitions.iter().filter_map(|r| Some((r, self.body().competency(r.competency)?)))
    }

    /// The address of the version, or of one competency in it.
    fn address(&self, competency: Option<CompetencyId>) -> String {
        let page = format!("{}/p/{}/{}", self.base, self.version.profile, self.version.number);
        competency.map_or(page.clone(), |c| format!("{page}#{c}"))
    }

    fn achievement(&self, credential: &Credential) -> Outcome<ob::Achievement> {
        let body = self.body();
        let (id, name, description, code) = match credential.achievement {
            Achievement::Competency(_) => {
                let (_, c) = self.competencies().next().ok_or(Failure::Missing)?;
                (self.address(Some(c.id)), both(&c.statement), both(&body.title), Some(c.code.clone()))
            }
            Achievement::MicroCredential(_) => (self.address(None), both(&body.title), both(&body.summary), None),
        };
        let notice = body.regulated_scope_notice.as_ref().map(|n| format!("\n\n{}", both(n))).unwrap_or_default();
        Ok(ob::Achievement {
            criteria: ob::Criteria { id: Some(self.address(None)), narrative: Some(self.narrative() + &notice) },
            alignments: self.alignments(),
            creator: Some(self.profile_of(self.version.owner, format!("{}/organisations/{}", self.base, self.version.owner))?),
            in_language: Some(Lang::En.tag().to_owned()),
            version: Some(self.version.number.to_string()),
            related: vec![ob::Related {
                id: format!("{}{}", self.base, crate::urls::version(Lang::Fr, self.version.profile, self.version.number)),
                in_language: Some(Lang::Fr.tag().to_owned()),
                version: Some(self.version.number.to_string()),
            }],
            result_descriptions: self.result_descriptions(),
            achievement_type: Some(credential.achievement.type_name().to_owned()),
            human_code: code,
            id,
            name,
            description,
            ..Default::default()
        })
    }

    /// What a holder can do, in words, in both languages.
    fn narrative(&self) -> String {
        let mut lines = Vec::new();
        for (_, competency) in self.competencies() {
            lines.push(format!("**{}**", both(&competency.statement)));
            lines.extend(competency.criteria.iter().map(|c| format!("- {}", both(&c.statement))));
        }
        lines.join("\n")
    }

    fn alignments(&self) -> Vec<ob::Alignment> {
        let occupations = self.body().occupations.iter().map(|o| ob::Alignment {
            target_name: both(&o.title),
            target_url: format!("https://noc.esdc.gc.ca/Structure/NocProfile?objectid={}", o.code),
            target_code: Some(o.code.clone()),
            target_framework: Some(o.scheme.clone()),
            ..Default::default()
        });
        let sources = self.competencies().filter_map(|(_, c)| {
            let source = c.source.as_ref()?;
            Some(ob::Alignment {
                target_name: both(&c.statement),
                target_url: self.address(Some(c.id)),
                target_code: Some(source.source_id.clone()),
                target_framework: Some(source.framework.clone()),
                ..Default::default()
            })
        });
        occupations.chain(sources).collect()
    }

    fn result_id(&self, what: &str) -> String {
        format!("{}#{what}", self.address(None))
    }

    fn result_descriptions(&self) -> Vec<ob::ResultDescription> {
        let mut all = Vec::new();
        for (_, competency) in self.competencies() {
            all.extend(competency.criteria.iter().map(|c| ob::ResultDescription {
                id: self.result_id(&c.id.to_string()),
                name: format!("{} {}", c.code, both(&c.statement)),
                result_type: "Status".to_owned(),
                ..Default::default()
            }));
        }
        all.push(ob::ResultDescription {
            id: self.result_id("supervision-lowest"),
            name: "Lowest supervision and identity level, essential criteria (A0–A5) / Plus bas niveau de supervision et d’identité, critères essentiels".to_owned(),
            result_type: "ext:SupervisionIdentity".to_owned(),
            ..Default::default()
        });
        all.push(ob::ResultDescription {
            id: self.result_id("supervision-highest"),
            name: "Highest supervision and identity level (A0–A5) / Plus haut niveau de supervision et d’identité".to_owned(),
            result_type: "ext:SupervisionIdentity".to_owned(),
            ..Default::default()
        });
        all
    }

    /// Per criterion what was met; what was not is nobody's business outside the claim (LRN-10).
    fn results(&self, _achievement: &str) -> Vec<ob::ResultEntry> {
        let mut all = Vec::new();
        for (recognition, competency) in self.competencies() {
            all.extend(competency.criteria.iter().filter(|c| recognition.results.contains_key(&c.id)).map(|c| ob::ResultEntry {
                result_description: Some(self.result_id(&c.id.to_string())),
                status: Some("Completed".to_owned()),
                ..Default::default()
            }));
        }
        let lowest = self.recognitions.iter().map(|r| r.supervision.0).min().unwrap_or_default();
        let highest = self.recognitions.iter().map(|r| r.supervision.1).max().unwrap_or_default();
        for (what, level) in [("supervision-lowest", lowest), ("supervision-highest", highest)] {
            all.push(ob::ResultEntry {
                result_description: Some(self.result_id(what)),
                value: Some(level.code().to_owned()),
                ..Default::default()
            });
        }
        all
    }

    /// How it was shown, in words: media are shared by the holder's choice only.
    fn evidence(&self) -> Vec<ob::Evidence> {
        let of = |(r, c): (&CompetencyRecognition, &Competency)| ob::Evidence {
            name: Some(both(&c.statement)),
            narrative: Some(format!(
                "Evidence judged criterion by criterion by a qualified assessor on {day}. / Preuves jugées critère par critère par une personne évaluatrice qualifiée le {day}.",
                day = day(r.from)
            )),
            ..Default::default()
        };
        self.competencies().map(of).collect()
    }
}

fn day(at: Ts) -> String {
    stamp(at).chars().take(10).collect()
}

fn stamp(at: Ts) -> String {
    vc::rfc3339(at.0).expect("every moment that the clock gives is in the years 0 to 9999")
}

/// A small credential to try a key on.
pub fn sample(did: &str) -> serde_json::Value {
    let issuer = ob::Profile { id: did.to_owned(), ..Default::default() };
    let achievement = ob::Achievement {
        id: "urn:uuid:6f0c3b52-8f0e-4c9d-9a55-0e9d3c5f1a11".to_owned(),
        name: "Sample".to_owned(),
        description: "A sample that nobody holds.".to_owned(),
        criteria: ob::Criteria { id: None, narrative: Some("None.".to_owned()) },
        ..Default::default()
    };
    let subject = ob::Subject {
        id: None,
        identifiers: vec![ob::IdentityObject::plain("name", "Nobody")],
        source: None,
        achievement,
        results: vec![],
        narrative: None,
        credits_earned: None,
    };
    let credential = ob::Credential {
        id: "urn:uuid:6f0c3b52-8f0e-4c9d-9a55-0e9d3c5f1a12".to_owned(),
        name: "Sample".to_owned(),
        description: None,
        issuer,
        valid_from: "2020-01-01T00:00:00Z".to_owned(),
        valid_until: None,
        awarded_date: None,
        subject,
        evidence: vec![],
        schemas: vec![],
        status: None,
        endorsements: vec![],
    };
    credential.document()
}
