//! Every part on one page, empty, typical, long and refused: for looking at them and for checking their markup.

use super::*;
use crate::i18n::t;
use domain::Lang;
use maud::{Markup, html};

/// A name as long as French gets.
const LONG: &str = "Accompagnement de la personne dans ses déplacements et positionnement sécuritaire, avec ou sans lève-personne";

/// All parts, each under its own heading.
pub fn gallery(lang: Lang) -> Markup {
    html! {
        h1 { "Gallery" }
        (section("Buttons", buttons()))
        (section("Fields", fields(lang)))
        (section("States", states(lang)))
        (section("Panels", panels(lang)))
        (section("Lists", lists(lang)))
        (section("Emblems", emblems()))
        (section("Credential", credential(lang)))
        (section("Media", media(lang)))
        (section("Desk", desk(lang)))
    }
}

fn section(title: &str, body: Markup) -> Markup {
    html! { section.stack { h2 { (title) } (body) } }
}

fn buttons() -> Markup {
    html! {
        div.row {
            (link(Weight::Main, "#x", "Main link")) (submit(Weight::Plain, "Plain")) (submit(Weight::Quiet, "Quiet"))
            (submit_as(Weight::Danger, "decision", "no", "Danger")) (act("/x", Weight::Plain, "Withdraw", LONG)) (row_link("#x", "View", LONG))
        }
    }
}

fn fields(lang: Lang) -> Markup {
    let mut form = Form::new(lang).with("title", "<b>").with("kind", "b").with("agree", "yes").with("about_fr", LONG);
    form.refuse("title", "Write a title of at most 20 characters");
    form.refuse("areas", LONG);
    let choices = [choice("a", "First").hint("With a hint"), choice("b", LONG), choice("c", "Third")];
    html! {
        (error_summary(&form))
        form.stack.narrow method="post" novalidate {
            (field("title", "Title").hint("As it stands on the credential").max(20).text(&form))
            (field("email", "E-mail").autocomplete("email").email(&form))
            (field("password", "Password").autocomplete("current-password").password(&form))
            (field("site", "Site").optional().url(&form))
            (field("hours", "Hours").number(&form))
            (field("due", "Due").date(&form))
            (field("story", LONG).area(&form, 3))
            (field("about", "About").hint("In both languages").both(&form, 2))
            (field("kind", "Kind").select(&form, &choices))
            (field("one", "One of them").radios(&form, &choices))
            (field("areas", "Areas").optional().checks(&form, &choices))
            (field("agree", "This is my own work").checkbox(&form))
            (field("scan", "Scan").hidden_label().file(&form, "application/pdf", false))
        }
        (copyable(lang, "link", "Link", "https://example.org/c/9f2c-77a1"))
    }
}

fn states(lang: Lang) -> Markup {
    html! {
        div.row { @for s in State::ALL { (pill(s, &s.word(lang))) } (tone_pill(Tone::Wait, "Draft")) (tone_pill(Tone::Info, LONG)) }
        @for tone in [Tone::Info, Tone::Good, Tone::Wait, Tone::Bad] { (notice(tone, html! { p { (LONG) " " a href="#x" { "Link" } } })) }
        (tally(lang, &[(State::Demonstrated, 14), (State::InReview, 3), (State::Gap, 5), (State::Attention, 1)]))
        (mosaic(&[("Personal care".into(), "#x".into(), State::ALL.to_vec()), (LONG.into(), "#y".into(), vec![State::Gap; 9])]))
        div.row { (level(lang, 0, 2, 4)) (level(lang, 2, 3, 4)) (level(lang, 4, 3, 4)) (level(lang, 1, 0, 4)) }
    }
}

fn panels(lang: Lang) -> Markup {
    let moment = |what: &str, now| Moment { at: "4 November 2026".into(), what: html! { (what) }, now };
    let task = |words: &str, step| Task { words: words.into(), href: "#x".into(), hint: "A hint".into(), step };
    html! {
        (breadcrumbs(lang, &[("Start", "/en"), (LONG, "#x")])) (back("Your competencies", "#x"))
        (tabs("Views", &[("Overview".into(), "#x".into(), true), (LONG.into(), "#y".into(), false)]))
        (panel("p1", LONG, Some(html! { "5 of 7" }), html! {
            (facts(&[("Value".into(), html! { "2 credits" }), ("Framework".into(), html! { (LONG) })]))
            (timeline(&[moment("You sent it", false), moment(LONG, true)]))
            (tasks(lang, &[task("Describe yourself", Step::Done), task(LONG, Step::Now), task("Send", Step::Later)]))
            (progress("9 of 14 credits", 9, 14))
        }))
        (panel_pad("p2", "Best next step", html! { p { "Text" } }))
        (empty("Nothing here yet", LONG, Some(link(Weight::Main, "#x", "Add evidence"))))
        (confirm(lang, "/x", "Withdraw the claim", html! { p { "It will be closed." } }, "Yes, withdraw"))
        a href="#x" data-opens="#d1" { "Open the dialog" }
        (dialog(lang, "d1", "Dialog", html! { p { (LONG) } }))
        (message(&[("To".into(), html! { "amara@example.org" })], "Your claim has arrived", "Hello,\n\nit has arrived."))
    }
}

fn lists(lang: Lang) -> Markup {
    let link = |words: &str, n, here| (words.to_owned(), Some(n), "#x".to_owned(), here);
    let option = |label: &str, on| FacetOption { value: label.into(), label: label.into(), count: Some(4), on };
    let facet = Facet { name: "area".into(), label: "Area".into(), options: vec![option("Care", true), option(LONG, false)] };
    let heads = [Head::text("Option"), Head::number("Cost"), Head::actions("Action")];
    let row = |name: &str| vec![html! { (name) }, html! { "$325.00" }, row_link("#x", "Choose", name)];
    let point = |name: &str, x, y, front, best| Point { name: name.into(), said: "said".into(), x, y, front, best };
    html! {
        (filters(&t(lang, "show"), Some("results"), &[link("All", 22, true), link(LONG, 5, false)]))
        (search("#x", "Find a competency", "lift", Some("results"), &[]))
        div.two {
            (facets(lang, "#x", &[("q", "care")], &[facet], &[Applied { label: LONG.into(), without: "#x".into() }]))
            div #results tabindex="-1" { section.panel { ul.list {
                (competency_row(lang, State::Demonstrated, ("Transfer and positioning", "#x"), html! { "Assessed" }, Some((3, 3, 4)), Some(("View", "#x"))))
                (competency_row(lang, State::Gap, (LONG, "#x"), html! { (LONG) }, None, None))
            } } }
        }
        (table("Options", &heads, &[row("Evening course"), row(LONG)]))
        (pagination(lang, 2, 3, |n| format!("?page={n}")))
        (plot("Options", &[point("Labs", 3.0, 780.0, true, false), point("At work", 5.0, 325.0, true, true), point("College course", 10.0, 600.0, false, false)],
            &[(2.0, "2 wk".into()), (8.0, "8 wk".into())], &[(250.0, "$250".into()), (750.0, "$750".into())]))
    }
}

fn emblems() -> Markup {
    html! {
        div.comb {
            @for (i, study) in STUDIES.into_iter().enumerate() { (emblem(&i.to_string(), Look::earned(study, i as u8 % 6), Some("Emblem"))) }
            @for done in 0..6 { (emblem("diploma", Look::partly(study_for("care"), done, 6), None)) }
        }
    }
}

fn credential(lang: Lang) -> Markup {
    let check = |outcome| Check { outcome, name: "Signature".into(), detail: LONG.into() };
    html! {
        @for v in Verdict::ALL { div.panel { (verdict(lang, v, "4 November 2026", Some("#x"))) } }
        (checks(lang, &[check(Outcome::Passed), check(Outcome::Failed), check(Outcome::Warning), check(Outcome::Unknown), check(Outcome::NotApplicable)]))
        (qr(lang, "https://example.org/c/9f2c-77a1", "this page"))
    }
}

fn media(lang: Lang) -> Markup {
    let film = Player { id: "film", src: "/evidence/1", mime: "video/mp4", title: LONG, seconds: Some(372), ..Player::default() };
    let talk = Player { id: "talk", src: "/evidence/2", mime: "audio/webm", title: "Interview", ..Player::default() };
    let stored = [Stored {
        name: LONG.into(),
        kind: "Video".into(),
        bytes: 38_000_000,
        seconds: Some(61),
        href: "#x".into(),
        remove: Some("/x".into()),
    }];
    let up = Uploads {
        id: "up",
        evidence: "evi_1",
        action: "/x",
        done: "",
        accept: "video/*",
        max_bytes: 2_000_000_000,
        several: true,
        stored: &stored,
    };
    let note = Note { seconds: 63, words: LONG.into(), about: "Criterion 1".into(), remove: Some("/x".into()) };
    html! {
        (player(lang, &film)) (notes(lang, &film, &[note])) (player(lang, &talk))
        (recorder(lang, &Recorder { id: "rec", evidence: "evi_1", done: "", video: true, limit_seconds: 600 }))
        (recorder(lang, &Recorder { id: "rec2", evidence: "evi_1", done: "", video: false, limit_seconds: 70 }))
        (uploads(lang, &up))
    }
}

fn desk(lang: Lang) -> Markup {
    let form = Form::new(lang).with("c1", "partly");
    let choices = scores(lang, ["Nothing seen", LONG, "", "More than asked"]);
    let criterion = Criterion {
        name: "c1",
        legend: html! { "1. " (LONG) },
        choices: choices.clone(),
        below: html! { (descriptors("Descriptors", &choices)) (field("c1_comment", "Comment").area(&form, 2)) },
    };
    let case = |title: &str, here| Case {
        title: title.into(),
        href: "#x".into(),
        who: "Learner 2041".into(),
        why: tone_pill(Tone::Wait, "Tomorrow"),
        here,
    };
    html! {
        div.queue { (queue("Queue", &[case("First", true), case(LONG, false)])) }
        form data-autosave="/draft" { input type="hidden" name="revision" value="1"; (scale(&form, &criterion)) (autosave_status(lang)) }
        (note_form(&form, "/notes", "film", &[choice("c1", "Criterion 1")]))
        (keys(lang, &[("n", "Write a note".into())]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::layout::{Chrome, Section, page};
    use std::collections::BTreeSet;

    const VOID: [&str; 8] = ["meta", "link", "input", "br", "img", "source", "track", "hr"];

    /// The name and the rest of every tag, in order.
    fn tags(html: &str) -> impl Iterator<Item = &str> {
        html.split('<').skip(1).filter_map(|t| t.split_once('>').map(|(tag, _)| tag)).filter(|t| !t.starts_with('!'))
    }

    /// Whether every element ends where it should.
    #[track_caller]
    fn assert_nests(html: &str) {
        let mut open: Vec<&str> = vec![];
        for tag in tags(html) {
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
            match tag.starts_with('/') {
                true => assert_eq!(open.pop(), Some(name), "after {open:?}"),
                false if VOID.contains(&name) || tag.ends_with('/') => {}
                false => open.push(name),
            }
        }
        assert!(open.is_empty(), "still open: {open:?}");
    }

    fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
        let mark = format!(" {attribute}=\"");
        tags(html).filter_map(|tag| tag.split_once(&*mark)?.1.split('"').next()).collect()
    }

    #[test]
    fn all_parts_nest_and_point_to_what_is_there_in_both_languages() {
        for lang in Lang::ALL {
            let html = page(&Chrome::visitor(lang, "/gallery"), "Gallery", Section::Other, gallery(lang)).into_string();
            assert_nests(&html);
            let ids = values(&html, "id");
            let known: BTreeSet<_> = ids.iter().copied().collect();
            let twice: Vec<_> = known.iter().filter(|id| ids.iter().filter(|i| i == id).count() > 1).collect();
            assert!(twice.is_empty(), "more than once: {twice:?}");
            for attribute in ["for", "aria-labelledby", "aria-describedby"] {
                for id in values(&html, attribute).iter().flat_map(|v| v.split(' ')) {
                    assert!(known.contains(id), "{attribute} points to {id}, which is not there");
                }
            }
            assert!(!html.contains("style=\"width"), "styles only carry data");
        }
    }

    #[test]
    #[should_panic(expected = "after")]
    fn the_nesting_check_finds_a_wrong_end() {
        assert_nests("<p><b>x</p></b>");
    }

    /// `GALLERY=/tmp/gallery cargo test -p server --lib gallery -- --ignored` leaves the pages there.
    #[test]
    #[ignore = "writes pages to look at"]
    fn the_gallery_can_be_looked_at() {
        let folder = std::path::PathBuf::from(std::env::var_os("GALLERY").expect("GALLERY names a folder"));
        for lang in Lang::ALL {
            let html =
                page(&Chrome { demo: true, ..Chrome::visitor(lang, "/gallery") }, "Gallery", Section::Other, gallery(lang)).into_string();
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("{}.html", lang.code())), html).unwrap();
        }
    }
}
