//! An assessor at the desk, with script: answers save themselves, a note does not interrupt the recording, keys do the
//! work, and a second tab is told.

use crate::browser::{Browser, Outcome};
use crate::world::{World, visit};
use domain::assessment::ScoreSheet;
use server::actions::record_judgement::save_draft;
use server::caller::Member;
use std::time::Duration;
use thirtyfour::prelude::*;

const ASSESSOR: &str = "a-01@demo.example";

async fn say(b: &Browser, script: &str) -> Outcome<String> {
    Ok(b.page().execute(format!("return String({script})"), vec![]).await?.convert()?)
}

/// Waits until a script says yes.
async fn until(b: &Browser, script: &str) -> Outcome {
    for _ in 0..100 {
        if say(b, script).await? == "true" {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("never true: {script}; the draft says: {}", say(b, "document.querySelector('[data-autosave-status]')?.textContent").await?)
        .into())
}

async fn press(b: &Browser, key: &str) -> Outcome {
    Ok(b.page().action_chain().send_keys(key).perform().await?)
}

/// Takes on the weld that has a recording among its evidence, and stands at the desk.
async fn take_on(w: &World, b: &Browser) -> Outcome {
    w.sign_in(b, ASSESSOR).await?;
    b.goto("/en/desk?show=unclaimed").await?;
    b.page().query(By::LinkText("Deposit sound groove weld, two stop/restarts")).first().await?.click().await?;
    b.page().query(By::Css("input[name=conflict][value=none]")).first().await?.click().await?;
    b.page().query(By::Css("main form button.main")).first().await?.click().await?;
    b.page().query(By::Css("form#judge")).first().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_fill_in_a_judgement_that_saves_itself() -> Outcome {
    visit("desk-keys", async |w, b| {
        take_on(w, b).await?;
        press(b, "1").await?;
        until(b, "document.activeElement.name?.startsWith('reason-')").await?;
        press(b, "Slag was left at the second stop.").await?;
        b.page().query(By::Css("#judge-h")).first().await?.click().await?;
        // Each answer leads to the next question; in the end all have one.
        for _ in 0..40 {
            if say(b, "[...document.querySelectorAll('[data-criterion]')].every(c => c.querySelector(':checked'))").await? == "true" {
                break;
            }
            let cells = say(b, "(document.activeElement.closest('[data-criterion]') ?? [...document.querySelectorAll('[data-criterion]')].find(c => !c.querySelector(':checked'))).querySelectorAll('input[type=radio]').length").await?;
            press(b, if cells == "3" { "3" } else { "1" }).await?;
        }
        until(b, "document.querySelector('#decide').textContent.trim() === 'Record: Not yet'").await?;
        assert_eq!(say(b, "document.querySelector('[data-scored]').textContent").await?, "6 of 6 scored");
        b.page().refresh().await?;
        until(b, "document.querySelector('#decide').textContent.trim() === 'Record: Not yet'").await?;
        b.page().query(By::Id("decide")).first().await?.click().await?;
        until(b, "document.body.textContent.includes('A second assessor judges this independently')").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_added_without_leaving_the_recording() -> Outcome {
    visit("desk-note", async |w, b| {
        take_on(w, b).await?;
        b.page().query(By::Css("#evidence nav a:last-child")).first().await?.click().await?;
        until(b, "document.querySelector('video')?.readyState > 0 && document.querySelector('figcaption select') !== null").await?;
        say(b, "document.querySelector('video').currentTime = 3").await?;
        until(b, "document.querySelector('#f-note-at').value === '0:03'").await?;
        press(b, "n").await?;
        press(b, "Even keyhole along the root").await?;
        b.page().query(By::Id("note-add")).first().await?.click().await?;
        until(b, "document.querySelector('#notes ol')?.textContent.includes('Even keyhole along the root')").await?;
        assert_eq!(say(b, "document.querySelector('video').currentTime").await?, "3", "the recording stays where it was");
        assert_eq!(say(b, "document.querySelector('[name=note-words]').value").await?, "");
        say(b, "document.querySelector('video').currentTime = 0").await?;
        b.page().query(By::Css("#notes ol a[data-seek]")).first().await?.click().await?;
        until(b, "document.querySelector('video').currentTime === 3").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_tab_is_told_and_nothing_is_overwritten() -> Outcome {
    visit("desk-tabs", async |w, b| {
        take_on(w, b).await?;
        let id = say(b, "location.pathname.split('/')[3]").await?.parse().expect("the address names the assessment");
        let who = Member::of(&w.app, w.person(ASSESSOR).await).await.expect("the assessor is there");
        let seen: i64 = say(b, "document.querySelector('[name=revision]').value").await?.parse()?;
        save_draft(&who, id, seen, ScoreSheet::default()).await.expect("the other tab saves");
        press(b, "3").await?;
        until(b, "document.querySelector('[data-autosave-status]').textContent.includes('changed in another tab')").await?;
        b.page().query(By::Id("save")).first().await?.click().await?;
        until(b, "document.querySelector('h1').textContent === 'Two versions of this draft'").await?;
        assert_eq!(b.axe().await?, Vec::<String>::new());
        b.page().query(By::Css("main form button")).first().await?.click().await?;
        until(b, "document.querySelector('#judge input[value=competent]:checked') !== null").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_waits_for_a_save_that_is_on_its_way() -> Outcome {
    visit("desk-slow", async |w, b| {
        take_on(w, b).await?;
        for yes in b.page().find_all(By::Css("fieldset.crit input[value=competent], details.varcs input[value=yes]")).await? {
            yes.click().await?;
        }
        b.part_reads("#decide", "Record: Demonstrated").await?;
        b.slow_network(Duration::from_millis(1500)).await?;
        say(b, "(document.querySelector('details.step').open = true)").await?;
        b.fill("question", "Not to be asked after all").await?;
        // The save begins a second after the last word, and takes a second and a half.
        tokio::time::sleep(Duration::from_millis(1700)).await;
        b.press("#decide").await?;
        b.offline(false).await?;
        b.part_reads("body", "A second assessor judges this independently").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_is_accessible_at_every_width_and_in_both_languages() -> Outcome {
    visit("desk-look", async |w, b| {
        take_on(w, b).await?;
        let here = say(b, "location.pathname").await?;
        for path in [here.clone(), here.replacen("/en/", "/fr/", 1)] {
            for dark in [false, true] {
                b.dark(dark).await?;
                for (width, height) in [(1360, 900), (1100, 700), (390, 800), (320, 700)] {
                    b.viewport(width, height).await?;
                    b.goto(&path).await?;
                    let found = if dark { b.axe_of_colours().await? } else { b.axe().await? };
                    assert_eq!(found, Vec::<String>::new(), "{path} at {width}, dark: {dark}");
                    assert_eq!(b.sideways_scroll().await?, None, "{path} at {width}");
                }
            }
        }
        Ok(())
    })
    .await
}
