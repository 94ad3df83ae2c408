//! Whether an offering, and whoever asks, meet the listed tests of those who help paying. Nothing that is answered is kept.

use super::tell;
use crate::access::{Relation, Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::{date, money, t};
use crate::queries::learning::{self, One};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::{Form, State, Tone, Weight, breadcrumbs, choice, empty, error_summary, field, link, mark, notice, panel, submit};
use domain::funding::{Answers, Came, FundingRule, Test, Verdict, check};
use domain::time::{DAY, HOUR, day_of};
use domain::{Lang, OfferingId, Ts};
use maud::{Markup, html};

pub(super) async fn ask(who: Visitor, At(id): At<OfferingId>) -> Page {
    let one = learning::one(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "funding-title"), Section::Learning, view(&who, &one, &Form::new(who.lang), None))
}

/// The answer to what was sent; nothing of it is kept.
pub(super) async fn tell(who: Visitor, At(id): At<OfferingId>, Sent(mut form): Sent) -> Page {
    who.may(Verb::Add, Thing::SelfAssessment, Relation::default()).or_refuse(&who)?;
    let one = learning::one(&who, id).await.or_refuse(&who)?;
    let answers = answers(&mut form, &who.app.funding);
    let title = t(who.lang, "funding-title");
    if !form.is_sound() {
        return answer::again(&who, &title, Section::Learning, view(&who, &one, &form, None));
    }
    answer::page(&who, &title, Section::Learning, view(&who, &one, &form, Some(&answers)))
}

/// What the form says; what was left open stays unknown.
fn answers(form: &mut Form, rules: &[FundingRule]) -> Answers {
    let income = if form.value("income").trim().is_empty() { None } else { Some(forms::money(form, "income")) };
    let household = forms::number::<u32>(form, "household", 1..=30);
    let asked = rules.iter().flat_map(|r| &r.tests).filter_map(|t| if let Test::Confirm { id, .. } = t { Some(id) } else { None });
    let confirmed = asked.filter_map(|id| match form.value(id) {
        "yes" => Some((id.clone(), true)),
        "no" => Some((id.clone(), false)),
        _ => None,
    });
    Answers { income, household, confirmed: confirmed.collect() }
}

fn view(who: &Visitor, one: &One, form: &Form, answers: Option<&Answers>) -> Markup {
    let (lang, o) = (who.lang, &one.offering);
    let title = o.title.get(lang);
    html! {
        (breadcrumbs(lang, &[(&t(lang, "learning-title"), &urls::learning(lang)), (title, &urls::learning_one(lang, o.id))]))
        div.stack.tight {
            h1 { (t(lang, "funding-title")) }
            p { span lang=[tell::other_language(lang, o)] { (title) } }
            p.muted.measure { (t(lang, "funding-lead")) }
        }
        (error_summary(form))
        @if who.app.funding.is_empty() { (empty(&t(lang, "funding-none"), &t(lang, "funding-none-text"), None)) }
        @for rule in &who.app.funding { (rule_panel(lang, rule, one, answers)) }
        @if !who.app.funding.is_empty() { (questions(who, one, form)) }
    }
}

/// How one programme's tests come out.
fn rule_panel(lang: Lang, rule: &FundingRule, one: &One, answers: Option<&Answers>) -> Markup {
    let (came, verdict) = check(rule, &one.offering, answers.unwrap_or(&Answers::default()));
    let (tone, key) = match verdict {
        Verdict::MeetsListedTests => (Tone::Good, "funding-meets"),
        Verdict::FailsListedTest => (Tone::Wait, "funding-fails"),
        Verdict::NotAllKnown => (Tone::Info, "funding-unknown"),
    };
    let as_of = day_of(&rule.as_of).map_or_else(String::new, |d| date(lang, Ts(d * DAY + 12 * HOUR)));
    panel(
        &format!("rule-{}", rule.id),
        rule.name.get(lang),
        None,
        html! {
            div.stack.tight {
                (notice(tone, html! { p { strong { (t(lang, key)) } " " (rule.decided_by.get(lang)) } }))
                ul.criteria {
                    @for (test, came) in rule.tests.iter().zip(came) {
                        li { (mark(shape(came), Some(&t(lang, word(came))))) p.sm { (asked(lang, test)) " " strong { (t(lang, word(came))) } } }
                    }
                }
                p.sm.muted { (t!(lang, "funding-source", day = as_of)) " " a href=(rule.source) rel="noopener nofollow" { (rule.source) } }
            }
        },
    )
}

fn shape(came: Came) -> State {
    match came {
        Came::Met => State::Demonstrated,
        Came::NotMet => State::Attention,
        Came::NotKnown => State::Gap,
    }
}

fn word(came: Came) -> &'static str {
    match came {
        Came::Met => "funding-met",
        Came::NotMet => "funding-not-met",
        Came::NotKnown => "funding-not-known",
    }
}

/// What a test asks, in words.
pub fn asked(lang: Lang, test: &Test) -> String {
    match test {
        Test::WeeksUnder { weeks } => t!(lang, "funding-weeks", weeks = *weeks),
        Test::Hours { least, most } => t!(lang, "funding-hours", least = *least, most = *most),
        Test::Income { alone, shared } => {
            t!(lang, "funding-income", alone = money(lang, *alone, "CAD"), shared = money(lang, *shared, "CAD"))
        }
        Test::Confirm { question, .. } => question.get(lang).to_owned(),
    }
}

fn questions(who: &Visitor, one: &One, form: &Form) -> Markup {
    let lang = who.lang;
    let tests = || who.app.funding.iter().flat_map(|r| &r.tests);
    let income = tests().any(|t| matches!(t, Test::Income { .. }));
    let mut seen = std::collections::HashSet::new();
    let confirms: Vec<_> = tests()
        .filter_map(|t| if let Test::Confirm { id, question } = t { Some((id, question)) } else { None })
        .filter(|(id, _)| seen.insert(*id))
        .collect();
    let ways = [choice("yes", t(lang, "funding-yes")), choice("no", t(lang, "funding-no")), choice("", t(lang, "funding-skip"))];
    panel(
        "questions",
        &t(lang, "funding-questions"),
        None,
        html! {
            form.stack method="post" action=(urls::funding(lang, one.offering.id)) {
                p.sm.muted { (t(lang, "funding-private")) }
                @if income {
                    (field("household", t(lang, "funding-household")).optional().number(form))
                    (field("income", t(lang, "funding-income-field")).optional().number(form))
                }
                @for (id, question) in confirms { (field(id, question.get(lang)).for_now().radios(&or_skipped(form, id), &ways)) }
                div.row { (submit(Weight::Main, &t(lang, "funding-test"))) (link(Weight::Quiet, &urls::learning_one(lang, one.offering.id), &t(lang, "cancel"))) }
            }
        },
    )
}

/// A question that nobody answered shows as left out.
fn or_skipped(form: &Form, id: &str) -> Form {
    if form.value(id).is_empty() { form.clone().with(id, "") } else { form.clone() }
}
