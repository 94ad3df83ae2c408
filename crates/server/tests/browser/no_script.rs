//! The same work with less: without the page's script, and without a mouse.

use crate::browser::{Browser, Outcome};
use crate::world::visit;
use serde_json::json;
use std::path::Path;
use thirtyfour::prelude::*;

/// Has demonstrated four competencies, and not yet all criteria of the fifth.
const LEARNER: &str = "l-0101@demo.example";
const ASSESSOR: &str = "a-01@demo.example";
/// Judges for another body.
const SECOND: &str = "a-02@demo.example";

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_gap_is_closed() -> Outcome {
    visit("no-script", async |w, b| {
        b.no_script(true).await?;
        w.sign_in(b, LEARNER).await?;
        let competency = find_the_gap(b).await?;
        write_a_piece(b).await?;
        b.goto(&competency).await?;
        send_a_file(b).await?;
        b.goto(&competency).await?;
        b.pick("own_work", "yes").await?;
        b.fill("help_used", "None").await?;
        b.pick("same_assessor", "yes").await?;
        b.press_named("Send for judgement").await?;
        b.reads("Sent. An assessor will look at it").await?;
        w.sign_in(b, ASSESSOR).await?;
        let words = decide(b, "New evidence after a gap", "A second assessor judges this independently").await?;
        assert!(words.contains("An hour more at the bench"), "the assessor reads what was written: {words}");
        w.sign_in(b, LEARNER).await?;
        b.goto(&competency).await?;
        b.reads("Under second review").await?;
        w.sign_in(b, SECOND).await?;
        decide(b, "Second assessor", "Recorded: Demonstrated.").await?;
        w.sign_in(b, LEARNER).await?;
        b.goto(&competency).await?;
        b.reads("Demonstrated on").await
    })
    .await
}

/// The page of the competency with a gap, found from the list of claims.
async fn find_the_gap(b: &Browser) -> Outcome<String> {
    b.goto("/en/claims").await?;
    b.press("main a[href^='/en/claims/clm_']").await?;
    b.press("#competencies a[href*='show=gaps']").await?;
    b.press("#competencies a[href$='#learning']").await?;
    b.reads("still to be shown.").await?;
    b.path().await
}

/// Goes to the form for evidence of this kind, from the first criterion that is open, and says that it shows all of them.
async fn describe(b: &Browser, kind: &str, title: &str) -> Outcome {
    b.press("ol.criteria a[href*='criterion=']").await?;
    b.press(&format!("main a[href*='kind={kind}']")).await?;
    b.fill("title", title).await?;
    b.fill("setting", "Practice bay of the college").await?;
    for criterion in shown(b).await? {
        b.pick("shows", &criterion).await?;
    }
    b.pick("class", "own").await?;
    b.pick("people", "nobody").await
}

/// The criteria that a piece can be said to show.
async fn shown(b: &Browser) -> Outcome<Vec<String>> {
    let mut ids = Vec::new();
    for link in b.page().query(By::Css("details[open] input[name=shows]")).all_from_selector().await? {
        ids.push(link.value().await?.unwrap_or_default());
    }
    Ok(ids)
}

async fn write_a_piece(b: &Browser) -> Outcome {
    describe(b, "text", "What I changed at the stops").await?;
    b.fill("text", "An hour more at the bench: I grind each stop to bright metal before I go on.").await?;
    b.press("form[action$='/evidence/new'] button.main").await?;
    b.reads("Saved. Nobody sees it until you send it.").await
}

async fn send_a_file(b: &Browser) -> Outcome {
    describe(b, "file", "Bend test of the second plate").await?;
    for criterion in shown(b).await? {
        b.fill(&format!("at-{criterion}"), "page 1").await?;
    }
    b.press("form[action$='/evidence/new'] button.main").await?;
    b.reads("Now record it, or choose its file.").await?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demo/media/bend-test.pdf").canonicalize()?;
    b.at("input[type=file]").await?.send_keys(file.to_string_lossy()).await?;
    b.press("evidence-uploads button").await?;
    b.reads("bend-test.pdf").await?;
    b.reads("Saved. Nobody sees it until you send it.").await
}

/// Takes on what is in the queue for this reason, finds it met, and says what could be read.
async fn decide(b: &Browser, why: &str, then: &str) -> Outcome<String> {
    b.goto("/en/desk?show=unclaimed").await?;
    b.page().query(By::XPath(format!("//tbody/tr[contains(., '{why}')]//a"))).first().await?.click().await?;
    b.pick("conflict", "none").await?;
    b.press("main form button.main").await?;
    b.at("form#judge").await?;
    b.press_in("#evidence nav a", "What I changed at the stops").await?;
    b.reads("An hour more").await?;
    let words = b.at("#evidence").await?.text().await?;
    for met in b.page().find_all(By::Css("fieldset.crit input[value=competent], details.varcs input[value=yes]")).await? {
        met.click().await?;
    }
    // Nothing is recorded before the assessor has read what their answers lead to.
    b.press("#decide").await?;
    b.part_reads("#decide", "Record: Demonstrated").await?;
    assert_eq!(b.axe().await?, Vec::<String>::new());
    b.press("#decide").await?;
    b.part_reads("body", then).await?;
    Ok(words)
}

#[tokio::test(flavor = "multi_thread")]
async fn by_keyboard_somebody_makes_an_account_and_signs_in_again() -> Outcome {
    visit("keys-sign-in", async |_, b| {
        b.goto("/en/sign-up").await?;
        keys(b, Key::Tab).await?;
        assert!(is_at(b, "a[href='#main']").await?, "the first stop leads past the bar");
        for (field, words) in [("name", "Kay Keys"), ("email", "kay@example.org"), ("password", "seven quiet lanterns")] {
            tab_to(b, &format!("#f-{field}")).await?;
            keys(b, words).await?;
        }
        keys(b, Key::Enter).await?;
        b.at("a.who").await?;
        tab_to(b, "form[action$='/sign-out'] button").await?;
        keys(b, Key::Enter).await?;
        b.reads("You are signed out.").await?;
        b.goto("/en/sign-in").await?;
        sign_in(b, "not my password").await?;
        b.at("#errors:focus").await?;
        tab_to(b, "#errors a").await?;
        keys(b, Key::Enter).await?;
        assert!(b.page().active_element().await?.attr("name").await?.is_some(), "the message leads to its field");
        b.goto("/en/sign-in").await?;
        sign_in(b, "seven quiet lanterns").await?;
        b.at("a.who").await?;
        Ok(())
    })
    .await
}

async fn sign_in(b: &Browser, password: &str) -> Outcome {
    tab_to(b, "#f-email").await?;
    keys(b, "kay@example.org").await?;
    tab_to(b, "#f-password").await?;
    keys(b, password).await?;
    keys(b, Key::Enter).await
}

#[tokio::test(flavor = "multi_thread")]
async fn by_keyboard_an_assessor_takes_on_and_decides() -> Outcome {
    visit("keys-desk", async |w, b| {
        b.goto("/en/demo").await?;
        let me = w.person(ASSESSOR).await;
        enter(b, &format!("form[action='/en/demo/{me}'] button")).await?;
        b.at("#queue").await?;
        enter(b, "#queue a[href*='show=unclaimed']").await?;
        b.at("#queue a[href*='show=unclaimed'][aria-current]").await?;
        enter(b, "#queue tbody a").await?;
        b.at("[name=conflict]").await?;
        tab_to(b, "[name=conflict]").await?;
        keys(b, " ").await?;
        enter(b, "main form button.main").await?;
        b.at("form#judge").await?;
        fill_in(b).await?;
        b.part_reads("#decide", "Record: Demonstrated").await?;
        keys(b, Key::Enter).await?;
        b.part_reads("body", "A second assessor judges this independently").await
    })
    .await
}

/// From question to question to the button that records: the highest level for each criterion, yes to all else.
async fn fill_in(b: &Browser) -> Outcome {
    let where_am_i =
        "const e = document.activeElement; return e.id === 'decide' ? 'decide' : e.type === 'radio' ? e.name.split('-')[0] : ''";
    for _ in 0..400 {
        keys(b, Key::Tab).await?;
        let here: String = b.page().execute(where_am_i, vec![]).await?.convert()?;
        match here.as_str() {
            "" => {}
            "decide" => return focus_is_seen(b).await,
            "result" => keys(b, Key::Right + Key::Right).await?,
            _ => keys(b, " ").await?,
        }
    }
    Err("the keyboard never gets to the decision".into())
}

async fn keys(b: &Browser, keys: impl Into<TypingData>) -> Outcome {
    Ok(b.page().action_chain().send_keys(keys).perform().await?)
}

async fn is_at(b: &Browser, css: &str) -> Outcome<bool> {
    Ok(b.page().execute("return document.activeElement.matches(arguments[0])", vec![json!(css)]).await?.convert()?)
}

/// Goes on from stop to stop until the focus is on what fits, where it has to be seen.
async fn tab_to(b: &Browser, css: &str) -> Outcome {
    b.at(css).await?;
    for _ in 0..200 {
        if is_at(b, css).await? {
            return focus_is_seen(b).await;
        }
        keys(b, Key::Tab).await?;
    }
    Err(format!("the keyboard never gets to {css}").into())
}

async fn enter(b: &Browser, css: &str) -> Outcome {
    tab_to(b, css).await?;
    keys(b, Key::Enter).await
}

/// Something is drawn round the focus, and nothing lies over it.
async fn focus_is_seen(b: &Browser) -> Outcome {
    let look = "const e = document.activeElement, near = [e, e.closest('label')].filter(Boolean); \
        const drawn = near.some(x => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; }); \
        if (!drawn) return 'nothing is drawn round'; \
        const r = (e.closest('label') ?? e).getBoundingClientRect(), top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2); \
        return !top ? 'out of the window:' : near.some(x => x.contains(top)) || top.contains(e) ? '' : `${top.outerHTML.slice(0, 90)} lies over`";
    let wrong: String = b.page().execute(look, vec![]).await?.convert()?;
    if wrong.is_empty() {
        return Ok(());
    }
    let what = b.page().active_element().await?.outer_html().await?;
    Err(format!("{wrong} {}", what.chars().take(200).collect::<String>()).into())
}
