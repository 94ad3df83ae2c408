//! What a certificate says: the same words as the page, laid out by [`paper`].

use super::checks::Told;
use super::view::{judged_how, level, shown_by, summary, supervised, validity};
use crate::app::App;
use crate::i18n::{date, t};
use crate::issuing::words::list;
use crate::queries::credential::Shown;
use crate::t;
use domain::credential::Achievement;
use domain::profile::Competency;
use domain::{Lang, Ts};
use paper::card::Card;
use paper::certificate::{Certificate, Words};
use paper::flow::Skill;
use paper::sheet::{Attached, Moment};
use store::public::Recognised;

/// The certificate in these languages, in this order.
pub fn certificate(app: &App, now: Ts, s: &Shown, langs: &[Lang]) -> Certificate {
    let (drawing, look) = (s.emblem(), s.look());
    let id = s.credential.id.to_string();
    let document = s.credential.document.clone().unwrap_or_default();
    let lang = langs.first().copied().unwrap_or(Lang::En);
    Certificate {
        words: langs.iter().map(|lang| words(app, now, s, *lang)).collect(),
        holder: s.holder.clone(),
        issuer: s.issuer.name.get(lang).to_owned(),
        emblem: drawing,
        tones: [look.study.1[0], look.study.1[1]],
        address: Some(format!("{}/c/{id}", app.base_url)),
        made: moment(s.credential.from),
        attached: Attached {
            name: format!("{id}.json"),
            description: t(lang, "certificate-attached-is"),
            media_type: "application/vc",
            bytes: document.into_bytes(),
        },
        id,
    }
}

fn words(app: &App, now: Ts, s: &Shown, lang: Lang) -> Words {
    let (name, title, issuer) = (s.holder.as_str(), s.title(lang), s.issuer.name.get(lang));
    let told = Told::new(app, lang, now, &s.report, Some(&s.credential)).by(issuer);
    Words {
        lang: lang.tag(),
        title: t!(lang, "credential-page-title", title = title, name = name),
        kind: kind(lang, s),
        achievement: title.to_owned(),
        awarded_to: t(lang, "credential-awarded-to"),
        awarded: t!(lang, "certificate-awarded", day = date(lang, s.credential.from), issuer = issuer),
        standing: told.not_in_force(),
        summary: summary(lang, s),
        can: t!(lang, "credential-can", name = name),
        how: judged_how(lang, s),
        skills: s.competencies().map(|(r, c)| skill(lang, s, r, c)).collect(),
        facts: facts(lang, s),
        notes: notes(lang, s),
        substituted: t(lang, "certificate-substituted"),
        scan: t(lang, "certificate-scan"),
        emblem: t!(lang, "certificate-emblem", title = title),
        code: t!(lang, "qr-label", what = t(lang, "credential-this-page")),
        continued: t!(lang, "certificate-continued", title = title, name = name),
    }
}

/// "Micro-credential", "Recognised competency".
pub fn kind(lang: Lang, s: &Shown) -> String {
    match s.credential.achievement {
        Achievement::Competency(_) => t(lang, "credential-kind-competency"),
        Achievement::MicroCredential(_) | Achievement::Batch(_) => t(lang, "credential-kind-micro"),
    }
}

/// A competency and its criteria. Alone, it is what the whole certificate is called, and the facts say the rest.
fn skill(lang: Lang, s: &Shown, r: &Recognised, c: &Competency) -> Skill {
    let criteria = c.criteria.iter().filter(|k| r.results.contains_key(&k.id));
    let shown = criteria.map(|k| k.statement.get(lang).to_owned()).collect();
    if s.single().is_some() {
        return Skill { name: None, note: None, shown };
    }
    let judged = format!("{}, {}", r.assessed_by.1.get(lang), date(lang, r.from));
    let level = t!(lang, "certificate-level", level = level(lang, s, c));
    Skill { name: Some(c.statement.get(lang).to_owned()), note: Some([level, shown_by(lang, r), judged].join(" · ")), shown }
}

fn facts(lang: Lang, s: &Shown) -> Vec<(String, String)> {
    let bodies: Vec<String> = s.assessed_by().into_iter().map(|(_, name)| name.get(lang).to_owned()).collect();
    let mut facts = vec![
        (t(lang, "credential-issued-by"), s.issuer.name.get(lang).to_owned()),
        (t(lang, "credential-assessed-by"), list(lang, &bodies)),
        (
            t(lang, "credential-valid"),
            t!(lang, "certificate-valid", from = date(lang, s.credential.from), until = validity(lang, s.credential.until)),
        ),
    ];
    if let Some(((r, c), _)) = s.competencies().next().zip(s.single()) {
        facts.push((t(lang, "credential-level"), level(lang, s, c)));
        facts.push((t(lang, "credential-shown-by"), shown_by(lang, r)));
    }
    let supervision: Vec<String> = s.competencies().map(|(r, _)| supervised(lang, r)).collect();
    facts.push((t(lang, "credential-supervision"), distinct(supervision).join(" ")));
    let number = s.version.number.to_string();
    facts.push((t(lang, "credential-profile"), t!(lang, "credential-version", title = s.body().title.get(lang), number = number)));
    facts.push((t(lang, "credential-number"), s.credential.id.to_string()));
    facts
}

fn distinct(all: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

fn notes(lang: Lang, s: &Shown) -> Vec<String> {
    let licence = s.body().regulated_scope_notice.as_ref().map_or_else(|| t(lang, "certificate-no-licence"), |w| w.get(lang).to_owned());
    let inside = t!(lang, "certificate-inside", file = format!("{}.json", s.credential.id));
    vec![licence, inside]
}

/// The picture that stands beside a link to the page.
pub fn card(lang: Lang, s: &Shown) -> Card {
    Card {
        emblem: s.emblem(),
        tone: s.look().study.1[1],
        kind: kind(lang, s),
        title: s.title(lang).to_owned(),
        to: format!("{} {}", t(lang, "credential-awarded-to"), s.holder),
        issuer: s.issuer.name.get(lang).to_owned(),
    }
}

/// A moment as files have it, in UTC.
pub fn moment(at: Ts) -> Moment {
    let day = time::OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1_000_000)).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    let year = u16::try_from(day.year()).unwrap_or(1970);
    Moment { year, rest: [day.month().into(), day.day(), day.hour(), day.minute(), day.second()] }
}
