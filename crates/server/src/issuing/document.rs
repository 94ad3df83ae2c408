//! What a credential says, as Open Badges 3.0: made from what was recognised, in both languages.

use super::words::{list, medium};
use crate::actions::{Failure, Outcome};
use crate::i18n::{date, t};
use crate::t;
use crate::urls;

use domain::batch::Listed;
use domain::credential::{Achievement, Credential};
use domain::evidence::SupervisionIdentity;
use domain::people::Organisation;
use domain::profile::{Competency, Occupation, PerformanceCriterion, ProfileBody, ProfileVersion};
use domain::{CompetencyId, Lang, OrganisationId, Text, Ts};
use store::public::Recognised;
use vc::achievement as ob;

/// The language of the whole: Open Badges gives a text no second language of its own, so that each text holds both.
const SEVERAL_LANGUAGES: &str = "mul";

/// Everything that a document is made from.
pub(super) struct Source<'a> {
    pub about: Achievement,
    pub from: Ts,
    pub until: Option<Ts>,
    pub version: &'a ProfileVersion,
    pub recognised: Vec<Recognised>,
    pub issuer: &'a Organisation,
    /// The issuer's identifier, which its key belongs to.
    pub did: String,
    /// What the instance is called from outside.
    pub base: &'a str,
    /// Where the issuer recorded its decision, if it was not taken here.
    pub decision: Option<&'a str>,
}

/// Both languages side by side (LNG-01).
pub(super) fn both(text: &Text) -> String {
    if text.en == text.fr { text.en.clone() } else { format!("{} / {}", text.en, text.fr) }
}

/// Both languages one below the other, for texts longer than a line.
fn paragraphs(of: impl Fn(Lang) -> String) -> String {
    let [en, fr] = Lang::ALL.map(of);
    if en == fr { en } else { format!("{en}\n\n{fr}") }
}

/// A moment as credentials write it.
pub(crate) fn stamp(at: Ts) -> String {
    vc::rfc3339(at.0).expect("every moment that the clock gives is in the years 0 to 9999")
}

/// Where the classification itself describes an occupation, if it has an address for each; else our own page.
fn occupation_address(o: &Occupation, ours: &str) -> String {
    let unit_group = o.code.len() == 5 && o.code.bytes().all(|b| b.is_ascii_digit());
    if o.scheme.starts_with("NOC 2021") && unit_group {
        // Statistics Canada's page of the unit group in NOC 2021 Version 1.0.
        let page = "https://www23.statcan.gc.ca/imdb/p3VD.pl?Function=getVD&TVD=1322554&CVD=1322870";
        return format!("{page}&CPV={}&CST=01052021&CLV=5&MLV=5", o.code);
    }
    ours.to_owned()
}

impl Source<'_> {
    fn body(&self) -> &ProfileBody {
        &self.version.body
    }

    /// What was recognised, in the order of the profile.
    fn competencies(&self) -> impl Iterator<Item = (&Recognised, &Competency)> {
        let of = |c: &CompetencyId| self.recognised.iter().find(|r| r.competency == *c);
        self.body().competencies.iter().filter_map(move |c| Some((of(&c.id)?, c)))
    }

    /// The criteria of a competency that were met.
    fn met<'c>(&self, r: &'c Recognised, c: &'c Competency) -> impl Iterator<Item = &'c PerformanceCriterion> {
        c.criteria.iter().filter(|criterion| r.results.contains_key(&criterion.id))
    }

    /// The address of the version, or of one part of it.
    fn address(&self, part: Option<&str>) -> String {
        let page = format!("{}/p/{}/{}", self.base, self.version.profile, self.version.number);
        part.map_or(page.clone(), |part| format!("{page}#{part}"))
    }

    fn profile(&self, id: OrganisationId, name: &Text) -> ob::Profile {
        ob::Profile { id: format!("{}/organisations/{id}", self.base), name: Some(both(name)), ..Default::default() }
    }

    /// All that does not depend on who it is made out to; see [`made_out`].
    pub fn common(&self) -> Outcome<ob::Credential> {
        let achievement = self.achievement()?;
        Ok(ob::Credential {
            name: achievement.name.clone(),
            description: Some(achievement.description.clone()),
            issuer: ob::Profile {
                id: self.did.clone(),
                name: Some(both(&self.issuer.name)),
                url: self.issuer.website.clone(),
                country: self.issuer.region.split('-').next().map(str::to_owned),
                ..Default::default()
            },
            valid_from: stamp(self.from),
            valid_until: self.until.map(stamp),
            awarded_date: Some(stamp(self.from)),
            evidence: self.evidence(),
            subject: ob::Subject { source: Some(self.assessed_by()?), results: self.results(), achievement, ..Default::default() },
            ..Default::default()
        })
    }

    /// Who assessed on behalf of the issuer. Several bodies are named together.
    fn assessed_by(&self) -> Outcome<ob::Profile> {
        let mut bodies: Vec<&(OrganisationId, Text)> = self.recognised.iter().map(|r| &r.assessed_by).collect();
        bodies.sort_by_key(|(id, _)| *id);
        bodies.dedup_by_key(|(id, _)| *id);
        match bodies[..] {
            [] => Err(Failure::Missing),
            [(id, name)] => Ok(self.profile(*id, name)),
            _ => {
                let names: Vec<String> = bodies.iter().map(|(_, name)| both(name)).collect();
                Ok(ob::Profile { id: self.address(Some("assessed-by")), name: Some(names.join("; ")), ..Default::default() })
            }
        }
    }

    fn achievement(&self) -> Outcome<ob::Achievement> {
        let body = self.body();
        let title = both(&body.title);
        let (id, name, description, human_code) = match self.about {
            Achievement::Competency(_) => {
                let (_, c) = self.competencies().next().ok_or(Failure::Missing)?;
                let number = self.version.number.to_string();
                let part = |lang| t!(lang, "document-competency", title = body.title.get(lang), number = number.as_str());
                (self.address(Some(&c.id.to_string())), both(&c.statement), paragraphs(part), Some(c.code.clone()))
            }
            Achievement::MicroCredential(_) | Achievement::Batch(_) => {
                (self.address(None), title, paragraphs(|l| body.summary.get(l).to_owned()), None)
            }
        };
        let (owner, owner_name) = &self.recognised.first().ok_or(Failure::Missing)?.owner;
        Ok(ob::Achievement {
            id,
            achievement_type: Some(self.about.type_name().to_owned()),
            name,
            description,
            criteria: ob::Criteria { id: Some(self.address(None)), narrative: Some(paragraphs(|l| self.narrative(l))) },
            alignments: self.alignments(),
            creator: Some(self.profile(*owner, owner_name)),
            in_language: Some(SEVERAL_LANGUAGES.to_owned()),
            version: Some(self.version.number.to_string()),
            related: Lang::ALL.map(|l| self.in_one_language(l)).to_vec(),
            result_descriptions: self.result_descriptions(),
            human_code,
            ..Default::default()
        })
    }

    /// The page that says the same in one language: one for each, so that neither comes first (LNG-01).
    fn in_one_language(&self, lang: Lang) -> ob::Related {
        ob::Related {
            id: format!("{}{}", self.base, urls::version(lang, self.version.profile, self.version.number)),
            in_language: Some(lang.tag().to_owned()),
            version: Some(self.version.number.to_string()),
        }
    }

    /// What a holder can do, in words.
    fn narrative(&self, lang: Lang) -> String {
        let mut lines = Vec::new();
        for (recognised, c) in self.competencies() {
            lines.push(format!("**{}** ({})", c.statement.get(lang), self.level(lang, c)));
            lines.extend(self.met(recognised, c).map(|criterion| format!("- {}", criterion.statement.get(lang))));
        }
        lines.extend(self.body().regulated_scope_notice.iter().map(|notice| format!("\n{}", notice.get(lang))));
        lines.join("\n")
    }

    fn level(&self, lang: Lang, c: &Competency) -> String {
        let scale = &self.body().scale;
        t!(lang, "document-level", level = c.level, levels = scale.levels.len(), scale = scale.name.get(lang))
    }

    fn alignments(&self) -> Vec<ob::Alignment> {
        let occupations = self.body().occupations.iter().map(|o| ob::Alignment {
            target_name: both(&o.title),
            target_url: occupation_address(o, &self.address(None)),
            target_code: Some(o.code.clone()),
            target_framework: Some(o.scheme.clone()),
            ..Default::default()
        });
        let sources = self.competencies().filter_map(|(_, c)| {
            let source = c.source.as_ref()?;
            let its_own = source.source_id.starts_with("https://") || source.source_id.starts_with("http://");
            let target_url = if its_own { source.source_id.clone() } else { self.address(Some(&c.id.to_string())) };
            Some(ob::Alignment {
                target_name: both(&c.statement),
                target_url,
                target_code: Some(source.source_id.clone()),
                target_framework: Some(source.framework.clone()),
                ..Default::default()
            })
        });
        occupations.chain(sources).collect()
    }

    /// What the results mean: for each criterion what "met" looks like, for each competency its level, and the
    /// supervision of the whole.
    fn result_descriptions(&self) -> Vec<ob::ResultDescription> {
        let mut all = Vec::new();
        for (recognised, c) in self.competencies() {
            all.push(self.level_description(c));
            all.extend(self.met(recognised, c).map(|criterion| self.criterion_description(criterion)));
        }
        for which in ["supervision-lowest", "supervision-highest"] {
            all.push(ob::ResultDescription {
                id: self.address(Some(which)),
                name: both(&Text::of(t(Lang::En, &format!("document-{which}")), t(Lang::Fr, &format!("document-{which}")))),
                result_type: "ext:SupervisionIdentity".to_owned(),
                allowed_values: SupervisionIdentity::ALL.map(|level| level.code().to_owned()).to_vec(),
                ..Default::default()
            });
        }
        all
    }

    fn level_description(&self, c: &Competency) -> ob::ResultDescription {
        let [en, fr] = Lang::ALL.map(|l| format!("{}: {}", c.statement.get(l), self.level(l, c)));
        ob::ResultDescription {
            id: self.address(Some(&format!("{}-level", c.id))),
            name: both(&Text::of(en, fr)),
            result_type: "PerformanceLevel".to_owned(),
            allowed_values: (1..=self.body().scale.levels.len()).map(|n| n.to_string()).collect(),
            required_value: Some(c.level.to_string()),
            ..Default::default()
        }
    }

    fn criterion_description(&self, c: &PerformanceCriterion) -> ob::ResultDescription {
        let met = self.met_level(c);
        ob::ResultDescription {
            id: self.address(Some(&c.id.to_string())),
            name: format!("{} {}", c.code, both(&c.statement)),
            result_type: "RubricCriterionLevel".to_owned(),
            required_level: Some(met.clone()),
            rubric_criterion_levels: vec![ob::RubricCriterionLevel {
                id: met,
                name: both(&Text::of(t(Lang::En, "score-met"), t(Lang::Fr, "score-met"))),
                description: Some(both(&c.rubric.competent)).filter(|d| !d.trim().is_empty()),
                ..Default::default()
            }],
            ..Default::default()
        }
    }

    fn met_level(&self, c: &PerformanceCriterion) -> String {
        self.address(Some(&format!("{}-met", c.id)))
    }

    /// Per criterion what was met; what was not is nobody's business outside the claim (LRN-10).
    fn results(&self) -> Vec<ob::ResultEntry> {
        let mut all = Vec::new();
        let value = |part: &str, value: String| ob::ResultEntry {
            result_description: Some(self.address(Some(part))),
            value: Some(value),
            ..Default::default()
        };
        for (recognised, c) in self.competencies() {
            all.push(value(&format!("{}-level", c.id), c.level.to_string()));
            all.extend(self.met(recognised, c).map(|criterion| ob::ResultEntry {
                result_description: Some(self.address(Some(&criterion.id.to_string()))),
                achieved_level: Some(self.met_level(criterion)),
                status: Some("Completed".to_owned()),
                ..Default::default()
            }));
        }
        let lowest = self.recognised.iter().map(|r| r.supervision.0).min().unwrap_or_default();
        let highest = self.recognised.iter().map(|r| r.supervision.1).max().unwrap_or_default();
        all.push(value("supervision-lowest", lowest.code().to_owned()));
        all.push(value("supervision-highest", highest.code().to_owned()));
        all
    }

    /// How it was shown, in words: media are shared by the holder's choice only.
    fn evidence(&self) -> Vec<ob::Evidence> {
        if let Some(decision) = self.decision {
            let narrative =
                |lang| t!(lang, "document-decided", body = self.issuer.name.get(lang), day = date(lang, self.from), decision = decision);
            let name = Some(both(&self.body().title));
            return vec![ob::Evidence { name, narrative: Some(paragraphs(narrative)), ..Default::default() }];
        }
        let of = |(r, c): (&Recognised, &Competency)| {
            let narrative = |lang| {
                let (day, body) = (date(lang, r.from), r.assessed_by.1.get(lang));
                let items: Vec<String> = counted(r).into_iter().map(|(kind, count)| medium(lang, kind, count)).collect();
                match items.is_empty() {
                    true => t!(lang, "document-evidence", body = body, day = day),
                    false => t!(lang, "document-evidence-of", items = list(lang, &items), body = body, day = day),
                }
            };
            ob::Evidence { name: Some(both(&c.statement)), narrative: Some(paragraphs(narrative)), ..Default::default() }
        };
        self.competencies().map(of).collect()
    }
}

/// The document of one recipient, from what all of one achievement have in common.
pub(super) fn made_out(common: ob::Credential, base: &str, credential: &Credential, listed: Option<&Listed>, salt: &str) -> ob::Credential {
    let Credential { id, recipient, status, .. } = credential;
    let mut all = ob::Credential {
        id: format!("{base}/c/{id}"),
        statuses: status.map(|at| super::status::entry(base, at)).into_iter().collect(),
        ..common
    };
    let email = recipient.email.as_ref().map(|email| ob::IdentityObject::hashed("emailAddress", email, salt));
    // The student number that the issuer's own system knows the person by.
    let number = listed.and_then(|l| l.number.as_ref()).map(|number| ob::IdentityObject::hashed("sisSourcedId", number, salt));
    all.subject.identifiers = [Some(ob::IdentityObject::plain("name", &recipient.name)), email, number].into_iter().flatten().collect();
    all.subject.id = listed.and_then(|l| l.did.clone());
    if let Some(result) = listed.and_then(|l| l.result.as_ref()) {
        let about = format!("{}#result", all.subject.achievement.id);
        all.subject.achievement.result_descriptions.push(ob::ResultDescription {
            id: about.clone(),
            name: both(&Text::of(t(Lang::En, "credential-result"), t(Lang::Fr, "credential-result"))),
            result_type: "Result".to_owned(),
            ..Default::default()
        });
        all.subject.results.push(ob::ResultEntry { result_description: Some(about), value: Some(result.clone()), ..Default::default() });
    }
    all
}

/// How many items of each medium a recognition rests on.
pub fn counted(r: &Recognised) -> Vec<(domain::evidence::EvidenceKind, i64)> {
    let mut all: Vec<(domain::evidence::EvidenceKind, i64)> = Vec::new();
    for (kind, _, count) in &r.evidence {
        match all.iter_mut().find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum += count,
            None => all.push((*kind, *count)),
        }
    }
    all
}
