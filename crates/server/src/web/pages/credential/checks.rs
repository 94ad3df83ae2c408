//! A report in words: the verdict, and each check with what it means. The same on the page of a credential and on the
//! page for checking any.

use crate::app::App;
use crate::i18n::{clock, date, t};
use crate::t;
use crate::verifying::keys::SignedBy;
use crate::verifying::trust::Listed;
use crate::web::parts::{self, Verdict};
use domain::credential::{Credential, CredentialState, Reason};
use domain::standing::IssuerFinding;
use domain::{Lang, Ts};
use maud::Markup;
use vc::{CheckName, Outcome, Report};

/// A report, and what is known beside it.
pub struct Told<'a> {
    pub lang: Lang,
    pub now: Ts,
    pub report: &'a Report,
    /// The credential in our register, if it is one of ours.
    pub ours: Option<&'a Credential>,
    /// What the issuer is called in this language, if that is known better than from the document.
    pub issuer: Option<&'a str>,
    /// What is known of the key.
    pub key: SignedBy,
    /// What the issuer's standing means for it.
    pub standing: IssuerFinding,
    /// Who holds the register of an issuer that has closed.
    pub register: Option<String>,
    /// On which list of trusted issuers the issuer was found.
    pub listed: Option<&'a Listed>,
    /// Whom the credential names, in the clear.
    pub holder: Option<&'a str>,
    /// Whether this instance looks things up on the web.
    pub fetches: bool,
}

impl<'a> Told<'a> {
    /// For a report that was just made.
    pub fn new(app: &App, lang: Lang, now: Ts, report: &'a Report, ours: Option<&'a Credential>) -> Told<'a> {
        Told {
            lang,
            now,
            report,
            ours,
            issuer: None,
            key: SignedBy::Sound,
            standing: IssuerFinding::Recognised,
            register: None,
            listed: None,
            holder: None,
            fetches: !app.config.fetch.offline,
        }
    }

    /// With the issuer's name as our register has it.
    pub fn by(self, issuer: &'a str) -> Told<'a> {
        Told { issuer: Some(issuer), ..self }
    }

    /// With what is known of the key that signed it.
    pub fn signed_by(self, key: SignedBy) -> Told<'a> {
        Told { key, ..self }
    }

    /// With what the issuer's standing means for it, and who holds the register of one that has closed.
    pub fn under(self, standing: IssuerFinding, register: Option<String>) -> Told<'a> {
        Told { standing, register, ..self }
    }

    /// With the list that the issuer was found on, if it was.
    pub fn listed(self, listed: Option<&'a Listed>) -> Told<'a> {
        Told { listed, ..self }
    }

    /// With the name that the credential itself says its holder has.
    pub fn held_by(self, holder: Option<&'a str>) -> Told<'a> {
        Told { holder, ..self }
    }

    /// The verdict.
    pub fn verdict(&self) -> Verdict {
        let known = self.report.check(CheckName::IssuerKnown).outcome == Outcome::Passed;
        match self.report.verdict {
            vc::Verdict::IssuerNotRecognised if self.standing == IssuerFinding::NotRecognised => Verdict::IssuerNotRecognised,
            vc::Verdict::Valid if known => match self.standing {
                IssuerFinding::Closed => Verdict::IssuerClosed,
                IssuerFinding::UnderSuspension => Verdict::IssuerSuspended,
                IssuerFinding::RevokedLater => Verdict::IssuerRevoked,
                IssuerFinding::Recognised | IssuerFinding::NotRecognised => Verdict::InForce,
            },
            vc::Verdict::Valid => Verdict::Sound,
            vc::Verdict::Expired => Verdict::Expired,
            vc::Verdict::NotYetValid => Verdict::NotYet,
            vc::Verdict::Suspended => Verdict::Suspended,
            vc::Verdict::Revoked => Verdict::Revoked,
            vc::Verdict::Altered => Verdict::Altered,
            vc::Verdict::IssuerNotRecognised => Verdict::NotRecognised,
            vc::Verdict::CannotCheckNow => Verdict::Unknown,
        }
    }

    /// The verdict as a banner, with since when and when it was checked.
    pub fn banner(&self, how: Option<&str>) -> Markup {
        let words: Vec<String> = [self.since(), Some(self.checked())].into_iter().flatten().collect();
        parts::verdict(self.lang, self.verdict(), &words.join(" "), how)
    }

    /// Why it is not in force, in a sentence or two; none if it is.
    pub fn not_in_force(&self) -> Option<String> {
        let verdict = self.verdict();
        let words = || [Some(verdict.words(self.lang)), self.since()].into_iter().flatten().collect::<Vec<String>>();
        (!matches!(verdict, Verdict::InForce | Verdict::Sound)).then(|| words().join(". ").replace("..", "."))
    }

    fn checked(&self) -> String {
        t!(self.lang, "checked-at", day = date(self.lang, self.now), time = clock(self.lang, self.now))
    }

    /// Since when it is no longer, or not yet, in force. The ground is everybody's; what
    /// exactly happened is between issuer and holder.
    fn since(&self) -> Option<String> {
        let lang = self.lang;
        let issuer = self.issuer.or(self.report.issuer_name.as_deref()).unwrap_or("–");
        let on = |at: Ts, why: &Reason| {
            let ground = t(lang, &format!("ground-{}", why.ground.code()));
            Some(t!(lang, "verdict-since", day = date(lang, at), issuer = issuer, ground = ground))
        };
        match (self.verdict(), self.ours.map(|c| &c.state)) {
            (Verdict::Suspended, Some(CredentialState::Suspended { at, reason, .. })) => on(*at, reason),
            (Verdict::Suspended, Some(_)) => Some(t(lang, "verdict-not-accepted")),
            (Verdict::Revoked, Some(CredentialState::Revoked { at, reason, .. })) => on(*at, reason),
            (Verdict::Expired, Some(CredentialState::Superseded { at, .. })) => Some(t!(lang, "verdict-replaced", day = date(lang, *at))),
            (Verdict::Expired, _) => day(lang, self.report.valid_until.as_deref()).map(|day| t!(lang, "verdict-ended", day = day)),
            (Verdict::NotYet, _) => day(lang, self.report.valid_from.as_deref()).map(|day| t!(lang, "verdict-begins", day = day)),
            (Verdict::Unknown, _) => self.open_checks(),
            _ => None,
        }
    }

    /// Which checks could not be made.
    fn open_checks(&self) -> Option<String> {
        let open = self.report.checks.iter().filter(|c| c.outcome == Outcome::NotChecked && !beside(c.name));
        let names: Vec<String> = open.map(|c| t(self.lang, name_key(c.name))).collect();
        (!names.is_empty()).then(|| t!(self.lang, "verdict-open", checks = names.join(", ")))
    }

    /// The checks one by one.
    pub fn checks(&self) -> Markup {
        let list: Vec<parts::Check> = self.report.checks.iter().map(|c| self.check(c)).collect();
        parts::checks(self.lang, &list)
    }

    fn check(&self, check: &vc::Check) -> parts::Check {
        let (outcome, key) = self.finding(check.name, check.outcome);
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        let report = self.report;
        let named = report.issuer_name.clone().or_else(|| report.issuer.clone());
        let issuer = self.issuer.map_or_else(|| text(&named), str::to_owned);
        let from = day(self.lang, report.valid_from.as_deref()).unwrap_or_default();
        let until = day(self.lang, report.valid_until.as_deref()).unwrap_or_default();
        let time = clock(self.lang, self.now);
        let (lost, signed) = match self.key {
            SignedBy::Sound => (String::new(), String::new()),
            SignedBy::Lost { from } => (date(self.lang, from), String::new()),
            SignedBy::LostLater { from, signed } => (date(self.lang, from), date(self.lang, signed)),
        };
        let detail = t!(
            self.lang,
            key,
            holder = self.register.clone().unwrap_or_default(),
            named = self.holder.unwrap_or("–").chars().take(200).collect::<String>(),
            count = self.report.endorsements.len(),
            list = self.listed.map_or("–", |l| l.list.as_str()),
            source = self.listed.map_or("–", |l| l.source.as_str()),
            listed = self.listed.map_or("–", |l| l.issuer.as_str()),
            day = self.listed.and_then(|l| day(self.lang, Some(&format!("{}T12:00:00Z", l.date)))).unwrap_or_default(),
            lost = lost,
            signed = signed,
            issuer = issuer,
            address = text(&report.issuer),
            from = from,
            until = until,
            time = time
        );
        parts::Check { outcome, name: t(self.lang, name_key(check.name)), detail }
    }

    /// How a check is shown, and the key of the sentence about it.
    fn finding(&self, name: CheckName, outcome: Outcome) -> (parts::Outcome, &'static str) {
        use parts::Outcome::{Failed, NotApplicable, Passed, Unknown, Warning};
        match (name, outcome) {
            (CheckName::Proof, Outcome::Passed) => (Passed, "checked-proof-passed"),
            (CheckName::Proof, Outcome::Failed) => (Failed, "checked-proof-failed"),
            (CheckName::Proof, Outcome::NotChecked) if !self.fetches => (Unknown, "checked-proof-offline"),
            (CheckName::Proof, _) => (Unknown, "checked-proof-open"),
            (CheckName::IssuerBinding, Outcome::Passed) => (Passed, "checked-binding-passed"),
            (CheckName::IssuerBinding, Outcome::Failed) => (Failed, "checked-binding-failed"),
            (CheckName::IssuerBinding, _) => (Unknown, "checked-binding-open"),
            (CheckName::Shape, Outcome::Passed) => (Passed, "checked-shape-passed"),
            (CheckName::Shape, _) => (Failed, "checked-shape-failed"),
            (CheckName::Dates, Outcome::Passed) if self.report.valid_until.is_some() => (Passed, "checked-dates-passed"),
            (CheckName::Dates, Outcome::Passed) => (Passed, "checked-dates-endless"),
            (CheckName::Dates, _) if self.verdict() == Verdict::NotYet => (Failed, "checked-dates-early"),
            (CheckName::Dates, _) => (Failed, "checked-dates-failed"),
            (CheckName::Status, Outcome::Passed) if self.ours.is_some() => (Passed, "checked-status-passed"),
            (CheckName::Status, Outcome::Passed) => (Passed, "checked-status-listed"),
            (CheckName::Status, Outcome::NotApplicable) => (Warning, "checked-status-none"),
            (CheckName::Status, Outcome::Failed) => (Failed, self.status_key()),
            (CheckName::Status, Outcome::NotChecked) => (Unknown, "checked-status-open"),
            (CheckName::Recipient, Outcome::Passed) => (Passed, "checked-recipient-passed"),
            (CheckName::Recipient, Outcome::Failed) => (Failed, "checked-recipient-failed"),
            (CheckName::Recipient, Outcome::NotChecked) => (Unknown, "checked-recipient-open"),
            (CheckName::Recipient, Outcome::NotApplicable) if self.holder.is_some() => (NotApplicable, "checked-recipient-named"),
            (CheckName::Recipient, Outcome::NotApplicable) => (NotApplicable, "checked-recipient-not-asked"),
            (CheckName::Endorsements, Outcome::Passed) => (Passed, "checked-endorsements-passed"),
            (CheckName::Endorsements, Outcome::Failed) => (Warning, "checked-endorsements-failed"),
            (CheckName::Endorsements, Outcome::NotChecked) => (Unknown, "checked-endorsements-open"),
            (CheckName::Endorsements, Outcome::NotApplicable) => (NotApplicable, "checked-endorsements-none"),
            (CheckName::IssuerKnown, _) if matches!(self.key, SignedBy::Lost { .. }) => (Failed, "checked-key-lost"),
            (CheckName::IssuerKnown, _) if matches!(self.key, SignedBy::LostLater { .. }) => (Warning, "checked-key-lost-later"),
            (CheckName::IssuerKnown, _) if self.standing != IssuerFinding::Recognised => self.standing_finding(),
            (CheckName::IssuerKnown, Outcome::Passed) if self.listed.is_some() => (Passed, "checked-issuer-listed"),
            (CheckName::IssuerKnown, Outcome::Passed) => (Passed, "checked-issuer-passed"),
            (CheckName::IssuerKnown, Outcome::Failed) => (Failed, "checked-issuer-failed"),
            (CheckName::IssuerKnown, Outcome::NotChecked) => (Warning, "checked-issuer-unlisted"),
            (CheckName::IssuerKnown, Outcome::NotApplicable) => (Warning, "checked-issuer-open"),
        }
    }

    fn standing_finding(&self) -> (parts::Outcome, &'static str) {
        match self.standing {
            IssuerFinding::Closed if self.register.is_some() => (parts::Outcome::Warning, "checked-issuer-closed"),
            IssuerFinding::Closed => (parts::Outcome::Warning, "checked-issuer-closed-here"),
            IssuerFinding::UnderSuspension => (parts::Outcome::Warning, "checked-issuer-suspended"),
            IssuerFinding::RevokedLater => (parts::Outcome::Warning, "checked-issuer-revoked"),
            IssuerFinding::NotRecognised => (parts::Outcome::Failed, "checked-issuer-not-recognised"),
            IssuerFinding::Recognised => (parts::Outcome::Passed, "checked-issuer-passed"),
        }
    }

    fn status_key(&self) -> &'static str {
        match self.ours.map(|c| &c.state) {
            Some(CredentialState::Revoked { .. } | CredentialState::Withdrawn { .. }) => "checked-status-revoked",
            Some(CredentialState::Suspended { .. }) => "checked-status-suspended",
            None if self.report.verdict == vc::Verdict::Suspended => "checked-status-suspended-listed",
            None => "checked-status-revoked-listed",
            _ => "checked-status-not-accepted",
        }
    }
}

fn name_key(name: CheckName) -> &'static str {
    match name {
        CheckName::Proof => "check-name-proof",
        CheckName::IssuerBinding => "check-name-binding",
        CheckName::Shape => "check-name-shape",
        CheckName::Dates => "check-name-dates",
        CheckName::Status => "check-name-status",
        CheckName::Recipient => "check-name-recipient",
        CheckName::Endorsements => "check-name-endorsements",
        CheckName::IssuerKnown => "check-name-issuer",
    }
}

/// Whether a check says something beside the question whether the credential is genuine and in force.
fn beside(name: CheckName) -> bool {
    matches!(name, CheckName::Recipient | CheckName::Endorsements | CheckName::IssuerKnown)
}

/// A date as a credential writes it, as people read it; what is no date, as it stands.
pub fn day(lang: Lang, written: Option<&str>) -> Option<String> {
    let written = written?;
    Some(vc::parse_rfc3339(written).map_or_else(|| written.chars().take(40).collect(), |at| date(lang, Ts(at))))
}
