//! One's whole record as a file: signed for programs, and on paper with the signed document inside.

use crate::actions::Failure;
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::issuing::record::{Signed, signed_record};
use crate::queries::claim::Names;
use crate::queries::held::HeldLine;
use crate::queries::recognised::grounds;
use crate::t;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::pages::credential::certificate::moment;
use axum::http::header;
use axum::response::IntoResponse;
use domain::Lang;
use paper::certificate::{Certificate, Words};
use paper::emblem::{Look, emblem, study_for};
use paper::flow::Skill;
use paper::sheet::Attached;
use store::public::Recognised;

/// The signed document.
pub async fn document(who: Member) -> Page {
    let Some(record) = signed_record(&who).await.or_refuse(&who)? else { return nothing(&who) };
    let name = t(who.lang, "clr-file");
    let head = [
        (header::CONTENT_TYPE, "application/vc".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.json\"")),
    ];
    Ok((head, record.text).into_response())
}

/// The same on paper.
pub async fn paper(who: Member) -> Page {
    let Some(record) = signed_record(&who).await.or_refuse(&who)? else { return nothing(&who) };
    let mut tx = who.app.read().await.or_refuse(&who)?;
    let issuers: Vec<_> = record.lines.iter().map(|l| l.credential.issuer).collect();
    let names = Names::of(&mut tx, issuers).await.or_refuse(&who)?;
    let mut skills = Vec::new();
    for line in &record.lines {
        let recognised = match line.competency {
            Some(_) => vec![],
            None => {
                let about = &line.credential;
                grounds(&who.app, &mut tx, about.achievement, about.from).await.or_refuse(&who)?.recognised
            }
        };
        skills.push(skill(who.lang, line, &names, &recognised));
    }
    let sheet = sheet(who.lang, record, skills);
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("a record on paper: {e}"));
    let made = tokio::task::spawn_blocking(move || sheet.pdf()).await.map_err(|e| broken(&e)).or_refuse(&who)?;
    let pdf = made.map_err(|e| broken(&e)).or_refuse(&who)?;
    let name = t(who.lang, "clr-file");
    let head =
        [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\""))];
    Ok((head, pdf).into_response())
}

fn nothing(who: &Member) -> Page {
    Ok(answer::failure_page(who, Failure::Missing))
}

fn sheet(lang: Lang, record: Signed, skills: Vec<Skill>) -> Certificate {
    let look = Look::earned(study_for("record"), 0);
    let words = words(lang, &record, skills);
    Certificate {
        emblem: emblem(&record.holder, look),
        tones: [look.study.1[0], look.study.1[1]],
        issuer: record.issuer.name.get(lang).to_owned(),
        address: None,
        made: moment(record.made),
        attached: Attached {
            name: "record.json".to_owned(),
            description: t(lang, "clr-attached-is"),
            media_type: "application/vc",
            bytes: record.text.into_bytes(),
        },
        id: record.id,
        holder: record.holder,
        words: vec![words],
    }
}

fn words(lang: Lang, record: &Signed, skills: Vec<Skill>) -> Words {
    let (day, issuer) = (date(lang, record.made), record.issuer.name.get(lang));
    let mut notes = vec![t(lang, "clr-note"), t!(lang, "certificate-inside", file = "record.json")];
    if record.partial {
        notes.insert(0, t(lang, "clr-partial"));
    }
    Words {
        lang: lang.tag(),
        title: t!(lang, "clr-title", name = record.holder.as_str()),
        kind: t(lang, "clr-kind"),
        achievement: t(lang, "clr-name"),
        awarded_to: t(lang, "clr-of"),
        awarded: t!(lang, "clr-as-of", day = day.as_str(), issuer = issuer),
        standing: None,
        summary: t!(lang, "clr-summary", count = record.lines.len()),
        can: t(lang, "clr-holds"),
        how: t(lang, "clr-how"),
        skills,
        facts: vec![(t(lang, "clr-by"), issuer.to_owned()), (t(lang, "clr-day"), day)],
        notes,
        substituted: t(lang, "certificate-substituted"),
        scan: String::new(),
        emblem: t(lang, "clr-emblem"),
        code: String::new(),
        continued: t!(lang, "clr-continued", name = record.holder.as_str()),
    }
}

/// A credential, and for a micro-credential the competencies that it stands for.
fn skill(lang: Lang, l: &HeldLine, names: &Names, recognised: &[Recognised]) -> Skill {
    let c = &l.credential;
    let kind = t(lang, if l.competency.is_some() { "held-competency" } else { "held-micro" });
    let until = c.until.map_or_else(|| t(lang, "credential-no-end"), |until| t!(lang, "credential-until", day = date(lang, until)));
    let level = l.competency().map(|k| t!(lang, "credential-level-of", level = k.level, levels = l.version.body.scale.levels.len()));
    let level = level.map(|level| t!(lang, "certificate-level", level = level));
    let note = [Some(kind), level, Some(names.get(c.issuer, lang).to_owned()), Some(date(lang, c.from)), Some(until)];
    let stands_for = l.version.body.competencies.iter().filter(|k| recognised.iter().any(|r| r.competency == k.id));
    let shown = stands_for.map(|k| k.statement.get(lang).to_owned()).collect();
    Skill { name: Some(l.name(lang).to_owned()), note: Some(note.into_iter().flatten().collect::<Vec<_>>().join(" · ")), shown }
}
