//! The learner's loop through its pages, as a browser without script sends it.

use crate::both;
use crate::harness::{Answer, Client, World};
use axum::http::Method;
use domain::claim::{ClaimState, Standing};
use domain::evidence::{Content, EvidenceKind, EvidenceState, Locator};
use domain::offering::{Offering, Participation, Stated};
use domain::{ClaimId, EvidenceId, Lang, Text};
use server::actions::award_credential::award_credential;
use server::urls;

/// A page has no key in place of its words, in either language.
async fn reads(client: &Client, path: &str) -> Answer {
    for lang in Lang::ALL {
        let there = path.replacen("/en", &format!("/{}", lang.code()), 1);
        let answer = client.get(&there).await.is(200);
        let text: Vec<&str> = answer.body.split(['<', '>']).collect();
        let prefixes = [
            "claim", "claims", "comp", "crit", "rules", "step", "steps", "send", "miss", "plan", "attempt", "talk", "learn", "act", "meta",
        ];
        let more = [
            "new",
            "item",
            "take",
            "list",
            "record",
            "held",
            "credential",
            "listing",
            "decline",
            "evidence",
            "withdraw",
            "notice",
            "stand",
        ];
        for line in text.iter().skip(2).step_by(2).map(|l| l.trim()) {
            let key = line.split_once('-').is_some_and(|(first, _)| prefixes.contains(&first) || more.contains(&first));
            let lower = !line.is_empty() && line.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(!(key && lower), "{there} shows the key {line}");
        }
        assert_eq!(answer.body.matches("<h1").count(), 1, "{there}");
    }
    client.get(path).await
}

/// The form for written evidence of the first competency, complete.
fn words<'a>(title: &'a str, day: &'a str, shows: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("kind", "text"), ("title", title), ("text", title), ("performed", day), ("setting", "At the pier")];
    form.extend([("class", "own"), ("people", "nobody"), ("notice", "yes")]);
    form.extend(shows.iter().map(|c| ("shows", c.as_str())));
    form
}

fn criteria(w: &World, n: usize) -> Vec<String> {
    w.competency(n).criteria.iter().map(|c| c.id.to_string()).collect()
}

async fn load(w: &World, id: ClaimId) -> domain::claim::Claim {
    store::claims::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn items(w: &World, id: ClaimId) -> Vec<domain::evidence::EvidenceItem> {
    store::evidence::of_claim(&mut w.app.read().await.unwrap(), id).await.unwrap()
}

both!(a_learner_is_told_what_is_missing_until_nothing_is_and_then_sends, async |w: World| {
    let me = w.client(w.learner).await;
    reads(&me, "/en/claims").await.says("You have no claims yet").says("/en/catalogue");
    let claim = w.open_claim(w.learner).await;
    let (page, new) = (urls::claim(Lang::En, claim), urls::new_evidence(Lang::En, claim));
    let competency = urls::claimed_competency(Lang::En, claim, w.competency(0).id);
    reads(&me, "/en/claims").await.says("You have demonstrated 0 of 2 required competencies");
    reads(&me, &page).await.says("You have demonstrated 0 of 2 required").says("No evidence yet").says("$45.00").says("5 working days");
    reads(&me, &competency).await.says("0 of 3 criteria have enough evidence").says("Nothing shows this yet").says("Shown each time");

    let shows = criteria(&w, 0);
    for kind in ["video", "audio", "file", "text", "link"] {
        reads(&me, &format!("{new}?kind={kind}&competency={}", w.competency(0).id))
            .await
            .says("I have read this")
            .says("Tick every criterion");
    }
    let mut first = words("Morning round", "2026-05-20", &shows);
    first.push(("competency", "cmp_x"));
    me.post(&new, &first).await.is(303);
    reads(&me, &page).await.says("1 piece of evidence saved, not sent").says("Check and send");
    reads(&me, &competency)
        .await
        .says("1 of 3 criteria have enough")
        .says("Evidence from 2 separate days is needed; there is evidence from 1");
    assert!(!me.get(&competency).await.body.contains("name=\"own_work\""), "nothing can be sent while something is missing");

    let id = w.competency(0).id.to_string();
    let mut second = words("Evening round", "2026-05-28", &shows);
    second.push(("competency", &id));
    me.post(&new, &second).await.leads_to(&competency);
    reads(&me, &competency).await.says("3 of 3 criteria").says("name=\"own_work\"").says("name=\"help_used\"");
    let send = format!("{competency}/submit");
    me.post(&send, &[("own_work", "yes"), ("help_used", " ")]).await.is(422).says("Say which help you used");
    me.post(&send, &[("help_used", "None")]).await.is(422).says("Confirm that this is your own work").says("None</textarea>");
    me.post(&send, &[("own_work", "yes"), ("help_used", "A tutor checked my knots")]).await.leads_to(&competency);
    assert!(matches!(load(&w, claim).await.competencies[0].standing, Standing::InReview { .. }));
    reads(&me, &competency).await.says("With the assessors").says("8 June 2026");
    reads(&me, &format!("{page}?show=review")).await.says("Follow review").says("Decision due by 8 June 2026");
    me.get(&format!("{page}?show=demonstrated")).await.is(200).says("No competency stands here");
    reads(&me, &urls::claim_record(Lang::En, claim))
        .await
        .says("was sent for judgement")
        .says("A tutor checked my knots")
        .says("Evidence was linked to 3 criteria");
    for item in items(&w, claim).await {
        reads(&me, &urls::evidence(Lang::En, item.id))
            .await
            .says("Sent. Its content can no longer be changed")
            .says("can no longer be changed");
    }
});

both!(a_form_that_is_wrong_keeps_what_was_typed, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let new = urls::new_evidence(Lang::En, claim);
    let at = format!("at-{}", criteria(&w, 0)[0]);
    let form = [
        ("kind", "file"),
        ("title", "The <i>log</i>"),
        ("performed", "2026-06-09"),
        ("people", "protected"),
        ("class", "own"),
        ("setting", "Pier"),
        (&at, "soon"),
    ];
    let again = me
        .post(&new, &form)
        .await
        .is(422)
        .says("The &lt;i&gt;log&lt;/i&gt;")
        .says("Read the notice")
        .says("Give a time such as 2:14, or a page number");
    assert!(again.body.contains(&format!("href=\"#f-{at}\"")), "the summary leads to the place");
    let form = [
        ("kind", "file"),
        ("title", "Log"),
        ("performed", "2026-06-09"),
        ("people", "protected"),
        ("class", "own"),
        ("setting", "Pier"),
        ("notice", "yes"),
    ];
    me.post(&new, &form).await.is(422).says("cannot be in the future").says("cannot be sent. Replace it");
    assert!(items(&w, claim).await.is_empty(), "nothing was kept");
});

/// A form with a file, as a browser without script sends it.
async fn send_file(client: &Client, item: EvidenceId, name: &str, kind: &str, bytes: &[u8]) -> Answer {
    let head = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n");
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    client.ask(Method::POST, &urls::evidence_file(Lang::En, item), &[("content-type", "multipart/form-data; boundary=edge")], body).await
}

/// The smallest picture.
const GIF: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

both!(a_file_comes_with_a_plain_form_and_is_shown_on_its_page, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let shows = criteria(&w, 0);
    let mut form = words("Chart", "2026-05-20", &shows[..1]);
    form[0] = ("kind", "file");
    me.post(&urls::new_evidence(Lang::En, claim), &form).await.is(303);
    let item = items(&w, claim).await.remove(0);
    assert_eq!(item.state, EvidenceState::Draft);
    let page = urls::evidence(Lang::En, item.id);
    reads(&me, &page).await.says("Its file is still missing").says("multipart/form-data").says("come back to this page");
    send_file(&me, item.id, "", "image/gif", b"").await.is(422).says("Choose a file");
    send_file(&w.client(w.other_learner).await, item.id, "a.gif", "image/gif", GIF).await.is(404);
    send_file(&me, item.id, "chart.gif", "text/plain", GIF).await.leads_to(&page);
    let stored = items(&w, claim).await.remove(0);
    assert_eq!((stored.kind, matches!(stored.state, EvidenceState::Available { .. })), (EvidenceKind::Image, true), "told by its bytes");
    reads(&me, &page).await.says("<img").says("chart.gif").says("Saved. Nobody but you sees it");
    assert_eq!(me.get(&urls::evidence_file(Lang::En, item.id)).await.is(200).headers["content-type"], "image/gif");
    assert_ne!(send_file(&me, item.id, "other.gif", "image/gif", GIF).await.status, 303, "one item, one file");
    let Content::File { file_name, .. } = items(&w, claim).await.remove(0).content else { panic!("no file") };
    assert_eq!(file_name, "chart.gif");
});

both!(what_an_item_shows_can_change_until_it_is_sent_and_it_can_be_taken_back, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let shows = criteria(&w, 0);
    me.post(&urls::new_evidence(Lang::En, claim), &words("Log", "2026-05-20", &shows[..1])).await.is(303);
    let item = items(&w, claim).await.remove(0);
    let page = urls::evidence(Lang::En, item.id);
    let other = criteria(&w, 1);
    me.post(&page, &[("shows", &shows[1]), ("shows", &other[0])]).await.leads_to(&page);
    let links = store::evidence::links_of_item(&mut w.app.read().await.unwrap(), item.id).await.unwrap();
    assert_eq!(
        links.iter().map(|l| (l.criterion.to_string(), l.at)).collect::<Vec<_>>(),
        [(shows[1].clone(), Locator::Whole), (other[0].clone(), Locator::Whole)]
    );
    reads(&me, &urls::claim_evidence(Lang::En, claim)).await.says("Saved, not sent");
    reads(&me, &urls::evidence_withdrawal(Lang::En, item.id)).await.says("Nobody has seen it").says("may lack evidence");
    me.post(&urls::evidence_withdrawal(Lang::En, item.id), &[]).await.is(303);
    reads(&me, &page).await.says("You took it back");
    me.post(&page, &[("shows", &shows[1])]).await.is(409);
    me.post(&urls::evidence_withdrawal(Lang::En, item.id), &[]).await.is(409);
});

both!(a_gap_says_why_and_what_closes_it_and_later_asks_for_a_plan, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let unmet = w.competency(0).criteria[0].id;
    let competency = urls::claimed_competency(Lang::En, claim, w.competency(0).id);
    let sent = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, sent, &[unmet]).await;
    let page =
        reads(&me, &competency).await.says("Not yet: 1 criterion is still to be shown").says("The second knot slipped").says("2 of 3 met");
    assert!(
        page.body.contains("No learning is listed for these criteria") && page.body.contains("All that is linked here was judged before"),
        "{}",
        page.body
    );
    reads(&me, &urls::claim(Lang::En, claim)).await.says("Find learning");
    let offering = Offering {
        price: Some(Stated::dollars(9500)),
        work: Some(Stated::hours(6)),
        participation: Some(Participation::Onsite),
        url: Some("https://example.org/knots".to_owned()),
        criteria: vec![unmet],
        ..Offering::listed(
            w.app.id(),
            w.issuer_org,
            Text::of("Knots under load", "Nœuds sous charge"),
            Text::of("One day on the quay.", "Un jour sur le quai."),
            w.app.now(),
        )
    };
    let mut tx = w.app.begin().await.unwrap();
    store::offerings::add(&mut tx, &offering).await.unwrap();
    tx.commit().await.unwrap();
    reads(&me, &competency)
        .await
        .says("Knots under load")
        .says("6 hours")
        .says("$95.00")
        .says("1 of 1")
        .says("I only need to record it again");

    w.add_texts(w.learner, claim, 0, &[unmet]).await;
    reads(&me, &competency).await.says("May the same assessor judge again?");
    me.post(&format!("{competency}/submit"), &[("own_work", "yes"), ("help_used", "None"), ("same_assessor", "no")]).await.is(303);
    let again = store::assessments::attempts(&mut w.app.read().await.unwrap(), claim, w.competency(0).id, 1).await.unwrap().remove(0);
    assert_eq!((again.not_by.as_slice(), again.criteria.as_slice()), ([w.assessor].as_slice(), [unmet].as_slice()));
    w.judge(w.second_assessor, again.id, &[unmet]).await;

    w.add_texts(w.learner, claim, 0, &[unmet]).await;
    let page = reads(&me, &competency).await.says("what did you do about the gap?").says("Another assessor judges this time");
    assert!(!page.body.contains("name=\"own_work\"") && !page.body.contains("May the same assessor"));
    me.post(&format!("{competency}/plan"), &[("plan", "")]).await.is(422);
    me.post(&format!("{competency}/plan"), &[("plan", "Took the day on the quay")]).await.is(303);
    reads(&me, &competency).await.says("Took the day on the quay").says("name=\"own_work\"");
});

both!(the_assessors_question_is_answered_on_the_page, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let sent = w.submit(w.learner, claim, 0).await;
    let competency = urls::claimed_competency(Lang::En, claim, w.competency(0).id);
    let assessor = w.member(w.assessor).await;
    server::actions::record_judgement::claim_assessment(&assessor, sent, domain::people::ConflictDeclaration::None).await.unwrap();
    server::actions::record_judgement::ask_learner(&assessor, sent, "Which rope was it?".to_owned()).await.unwrap();
    reads(&me, &urls::claim(Lang::En, claim)).await.says("Answer request").says("asked for something more");
    reads(&me, &competency).await.says("Which rope was it?").says("id=\"question\"");
    me.post(&format!("{competency}/answer"), &[("answer", "")]).await.is(422).says("Write your answer");
    me.post(&format!("{competency}/answer"), &[("answer", "Twelve millimetre polyamide")]).await.leads_to(&competency);
    reads(&me, &competency).await.says("Twelve millimetre polyamide").says("With the assessors");
    me.post(&format!("{competency}/answer"), &[("answer", "Again")]).await.is(409);
});

both!(the_whole_is_awaited_offered_accepted_and_listed_only_when_allowed, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    reads(&me, "/en/credentials").await.says("You have no credentials yet");
    for n in 0..2 {
        let sent = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, sent, &[]).await;
    }
    w.run_jobs().await;
    let page = urls::claim(Lang::En, claim);
    reads(&me, &page).await.says("You have demonstrated 2 of 2").says("Northshore College now decides").says("View credential");
    reads(&me, &urls::claimed_competency(Lang::En, claim, w.competency(0).id)).await.says("assessed by Harbour Crafts Association");
    let granted = award_credential(&w.member(w.issuer).await, claim).await.unwrap();
    let settings = urls::credential_settings(Lang::En, granted);
    reads(&me, &page).await.says("offers you the credential").says(&format!("{settings}/accept"));
    reads(&me, "/en/credentials").await.says("Offered to you").says("Makes a line fast");
    reads(&me, &format!("{settings}/decline")).await.says("Each competency stays recognised");
    let other = w.client(w.other_learner).await;
    other.get(&settings).await.is(404);
    other.post(&format!("{settings}/accept"), &[]).await.is(404);
    me.post(&format!("{settings}/accept"), &[]).await.leads_to(&settings);
    w.run_jobs().await;
    reads(&me, &settings).await.says("In force").says("https://tessera.example/en/c/").says("Search engines may list it");
    me.post(&format!("{settings}/listing"), &[("listed", "yes")]).await.leads_to(&settings);
    let held = store::awards::credential(&mut w.app.read().await.unwrap(), granted).await.unwrap().unwrap();
    assert!(held.listed);
    reads(&me, &settings).await.says("name=\"listed\" value=\"yes\" checked");
    reads(&me, &page).await.says("awarded you the credential");
    me.post(&urls::claim_withdrawal(Lang::En, claim), &[]).await.is(409);
});

both!(a_claim_is_withdrawn_after_its_effects_were_shown_and_is_nobody_elses_business, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let sent = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, sent, &[]).await;
    w.submit(w.learner, claim, 1).await;
    let item = items(&w, claim).await.remove(0).id;
    let other = w.client(w.other_learner).await;
    let competency = urls::claimed_competency(Lang::En, claim, w.competency(0).id);
    for path in [
        urls::claim(Lang::En, claim),
        urls::claim_record(Lang::En, claim),
        urls::claim_evidence(Lang::En, claim),
        urls::new_evidence(Lang::En, claim),
        urls::claim_withdrawal(Lang::En, claim),
        competency,
        urls::evidence(Lang::En, item),
        urls::evidence_withdrawal(Lang::En, item),
    ] {
        other.get(&path).await.is(404);
        w.stranger().get(&path).await.is(303);
    }
    other.post(&urls::claim_withdrawal(Lang::En, claim), &[]).await.is(404);
    reads(&me, &urls::evidence_withdrawal(Lang::En, item)).await.says("it is not destroyed").says("You keep your recognition");
    reads(&me, &urls::claim_withdrawal(Lang::En, claim))
        .await
        .says("1 competency that you have demonstrated stays")
        .says("1 assessment under way is called off");
    me.post(&urls::claim_withdrawal(Lang::En, claim), &[]).await.leads_to(&urls::claim(Lang::En, claim));
    assert!(matches!(load(&w, claim).await.state, ClaimState::Withdrawn { .. }));
    reads(&me, &urls::claim(Lang::En, claim)).await.says("You withdrew this claim").says("View credential");
    me.get(&urls::new_evidence(Lang::En, claim)).await.is(409);
});

both!(the_same_words_sent_again_under_another_title_are_not_new, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let shows = criteria(&w, 0);
    let new = urls::new_evidence(Lang::En, claim);
    for (title, day) in [("Round one", "2026-05-20"), ("Round two", "2026-05-28")] {
        me.post(&new, &words(title, day, &shows)).await.is(303);
    }
    let competency = urls::claimed_competency(Lang::En, claim, w.competency(0).id);
    let declared = [("own_work", "yes"), ("help_used", "None"), ("same_assessor", "yes")];
    me.post(&format!("{competency}/submit"), &declared).await.is(303);
    let sent = store::assessments::attempts(&mut w.app.read().await.unwrap(), claim, w.competency(0).id, 1).await.unwrap().remove(0);
    w.judge(w.assessor, sent.id, &[w.competency(0).criteria[0].id]).await;
    let mut copy = words("A new name for it", "2026-05-29", &shows[..1]);
    copy[2] = ("text", "Round one");
    me.post(&new, &copy).await.is(303);
    me.post(&format!("{competency}/submit"), &declared).await.is(409).says("no new evidence");
    reads(&me, &competency).await.says("All that is linked here was judged before");
});

both!(the_record_is_paged_and_numbered_without_gaps, async |w: World| {
    let me = w.client(w.learner).await;
    let claim = w.open_claim(w.learner).await;
    for _ in 0..14 {
        w.add_texts(w.learner, claim, 0, &[w.competency(0).criteria[0].id]).await;
    }
    let record = urls::claim_record(Lang::En, claim);
    reads(&me, &record).await.says("Page 1 of 3").says("#57 ");
    let last = me.get(&format!("{record}?page=3")).await.is(200).says("The claim was opened, against version 1").says("#1 ");
    assert!(!last.body.contains("#8 "));
    me.get(&format!("{record}?page=9")).await.is(200);
    reads(&me, &urls::claim_evidence(Lang::En, claim)).await.says("Page 1 of 2");
});
