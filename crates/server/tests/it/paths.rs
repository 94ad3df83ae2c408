//! From a gap to a path: options of time against cost, a plan, and back to evidence.

use crate::both;
use crate::harness::{T0, World};
use domain::offering::{Help, Offering, Participation, Price, Range, Stated};
use domain::plan::ItemState;
use domain::{ClaimId, CriterionId, Lang, OfferingId, PlanItemId, Text};
use server::actions::Failure;
use server::actions::list_offering::{change_offering, list_offering, withdraw_offering};
use server::actions::plan_learning::record_completion;
use server::urls;

/// The criteria of competency `n`, by their places.
fn criteria(w: &World, n: usize, which: &[usize]) -> Vec<CriterionId> {
    which.iter().map(|k| w.competency(n).criteria[*k].id).collect()
}

/// An online course of so many dollars and weeks, six hours of work.
fn course(w: &World, title: &str, dollars: i64, weeks: i64, closes: Vec<CriterionId>) -> Offering {
    Offering {
        price: Some(Stated::dollars(dollars * 100)),
        work: Some(Stated::hours(6)),
        days: Some(Stated::entered(Range::just(weeks * 7))),
        participation: Some(Participation::Online),
        language: Some("en".to_owned()),
        criteria: closes,
        ..Offering::listed(w.app.id(), w.owner, Text::of(title, title), Text::of("About it", "À ce sujet"), T0)
    }
}

async fn list(w: &World, offering: Offering) -> OfferingId {
    list_offering(&w.member(w.author).await, offering).await.unwrap()
}

/// Three ways to close what competency 0 may miss in its second and third step.
async fn three_ways(w: &World) -> [OfferingId; 4] {
    let gap = || criteria(w, 0, &[1, 2]);
    [
        list(w, course(w, "Splice weekend", 300, 1, gap())).await,
        list(w, course(w, "Second step", 40, 4, criteria(w, 0, &[1]))).await,
        list(w, course(w, "Third step", 50, 6, criteria(w, 0, &[2]))).await,
        list(w, course(w, "Slow and dear", 400, 9, gap())).await,
    ]
}

/// A claim whose first competency was judged: its second and third steps are missing.
async fn with_gap(w: &World) -> ClaimId {
    let claim = w.open_claim(w.learner).await;
    let sent = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, sent, &criteria(w, 0, &[1, 2])).await;
    claim
}

fn address(w: &World, claim: ClaimId, more: &str) -> String {
    format!("{}?competency={}{more}", urls::claim_paths(Lang::En, claim), w.competency(0).id)
}

fn place(body: &str, words: &str) -> usize {
    body.find(words).unwrap_or_else(|| panic!("{words} is not there"))
}

both!(a_gap_has_its_options_with_the_same_numbers_in_plot_and_table, async |w: World| {
    three_ways(&w).await;
    let claim = with_gap(&w).await;
    let page = w.client(w.learner).await.get(&address(&w, claim, "")).await.is(200);
    let page = page.says("Ways to learn:").says("2 criteria are missing").says("Proved:");
    for (name, time, cost) in [("Second step and one more", "6 weeks", "$90.00"), ("Splice weekend", "1 week", "$300.00")] {
        let said = format!("{name}, {time}, {cost}");
        assert!(page.body.contains(&said), "the plot says {said}");
        assert!(page.body.matches(cost).count() > 1, "{cost} stands in the table too");
    }
    assert!(page.body.contains("<path d=\"M"), "the front is joined");
    assert!(place(&page.body, "Skip the course and add evidence") < place(&page.body, "Time against cost"), "evidence comes first");
    page.says("Soonest").says("Cheapest").says("Nobody can pay for a place");
});

both!(what_matters_most_decides_which_option_is_shown, async |w: World| {
    three_ways(&w).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    let shown = async |more: &str| client.get(&address(&w, claim, more)).await.is(200).body.split("id=\"way\"").nth(1).unwrap().to_owned();
    let soonest = shown("&matters=soonest").await;
    assert!(soonest.contains("Splice weekend") && !soonest.split("id=\"others\"").next().unwrap().contains("Third step"));
    let cheapest = shown("&matters=cheapest").await;
    assert!(cheapest.contains("Second step") && cheapest.contains("Third step"));
    assert!(shown("&way=2").await.contains("Splice weekend"), "a row of the table can be looked at");
    assert!(shown("&way=99&matters=paid").await.contains("Altogether"), "what is no choice changes nothing");
});

both!(a_self_assessment_leads_to_ways_without_an_account, async |w: World| {
    three_ways(&w).await;
    let base = urls::profile_paths(Lang::En, w.profile);
    let page = w.stranger().get(&format!("{base}?ratings=1.rnprrr")).await.is(200);
    page.says("2 criteria are missing")
        .says("in 1 competency")
        .says("Sign in to plan this")
        .says("Splice weekend")
        .says("You say that you can show it");
    let all = w.stranger().get(&base).await.is(200);
    all.says("6 criteria are missing").says("Nothing that is compared closes these 4 criteria");
    w.stranger().get(&format!("{base}?ratings=1.rrrrrr")).await.is(200).says("Nothing is missing here");
    w.stranger().get(&format!("{base}?ratings=99.x&competency=cmp_nothing")).await.is(200).says("6 criteria are missing");
    w.stranger().get(&format!("{base}?competency={}", domain::CompetencyId(7))).await.is(404);
    w.stranger().get(&urls::profile_paths(Lang::Fr, domain::ProfileId(1))).await.is(404);
});

both!(the_page_in_french_says_the_same, async |w: World| {
    three_ways(&w).await;
    let page = w.stranger().get(&format!("{}?ratings=1.rnprrr", urls::profile_paths(Lang::Fr, w.profile))).await.is(200);
    page.says("Parcours possibles").says("Il manque 2 critères").says("90,00\u{a0}$").says("Prouvé").says("Le plus tôt");
});

both!(help_is_subtracted_and_said_unless_one_asks_for_the_price_without, async |w: World| {
    let help = Some(Help { cents: 2_500, terms: Text::of("people at sea", "les gens de mer") });
    list(&w, Offering { help, ..course(&w, "Helped", 100, 2, criteria(&w, 0, &[1, 2])) }).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    client
        .get(&address(&w, claim, ""))
        .await
        .is(200)
        .says("$75.00")
        .says("after $25.00 of help")
        .says("people at sea")
        .says("whether you get it, they decide");
    let without = client.get(&address(&w, claim, "&nohelp=yes")).await.is(200);
    assert!(without.body.contains("$100.00") && !without.body.contains("$75.00"));
});

both!(offerings_that_can_not_be_compared_are_counted_with_their_reason, async |w: World| {
    let gap = || criteria(&w, 0, &[1, 2]);
    list(&w, course(&w, "Compared", 100, 2, gap())).await;
    list(&w, Offering { price: None, ..course(&w, "Who knows", 0, 2, gap()) }).await;
    let abroad = Stated::entered(Price { range: Range::just(100), currency: Some("USD".to_owned()) });
    list(&w, Offering { price: Some(abroad), ..course(&w, "Abroad", 0, 2, gap()) }).await;
    list(&w, Offering { starts: Some("2026-05-01".to_owned()), ..course(&w, "Gone by", 1, 2, gap()) }).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    let page = client.get(&address(&w, claim, "")).await.is(200);
    let page = page.says("Price not known: 1").says("with no rate of exchange known here: 1").says("Beginning before you can: 1");
    assert!(!page.body.contains("$0.00"));
    page.says("Prices in");
    client.get(&address(&w, claim, "&currency=USD")).await.is(200).says("1.00\u{a0}USD").says("another currency than USD");
});

both!(a_budget_and_an_end_that_nothing_keeps_to_say_what_would_be_possible, async |w: World| {
    three_ways(&w).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    let page = client.get(&address(&w, claim, "&budget=50")).await.is(200);
    page.says("No way keeps to your budget").says("The cheapest comes to 6 weeks, $90.00").says("The soonest comes to 1 week, $300.00");
    let late = client.get(&address(&w, claim, "&by=2026-06-10")).await.is(200);
    assert!(late.body.contains("Splice weekend, 1 week, $300.00") && !late.body.contains("6 weeks, $90.00"));
});

both!(hours_a_week_put_one_thing_after_the_other, async |w: World| {
    three_ways(&w).await;
    let claim = with_gap(&w).await;
    let page = w.client(w.learner).await.get(&address(&w, claim, "&hours=3&matters=cheapest")).await.is(200);
    // Four weeks and six, and the weekend of six hours takes two weeks of three.
    page.says("Second step and one more, 10 weeks, $90.00")
        .says("Splice weekend, 2 weeks, $300.00")
        .says("Proved for one thing after the other");
});

both!(filters_leave_out_what_does_not_fit_and_what_can_not_be_read_is_refused, async |w: World| {
    three_ways(&w).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    client
        .get(&address(&w, claim, "&mode=work&language=fr"))
        .await
        .is(200)
        .says("No learning is listed")
        .says("Taken part in otherwise: 4");
    let page = client.get(&address(&w, claim, "&budget=lots&hours=900&by=someday&from=9999-01-01")).await.is(422);
    page.says("lots").says("too far away").says("Time against cost");
    client.get(&address(&w, claim, "&place=%00&mode=x&currency=%3Cb%3E")).await.is(200);
});

both!(prerequisites_come_first_and_circles_of_them_close_nothing, async |w: World| {
    let [one, two, three] = [0, 1, 2].map(|k| criteria(&w, 1, &[k]));
    list(&w, course(&w, "First", 10, 1, one.clone())).await;
    list(&w, Offering { requires: one, ..course(&w, "Second after first", 20, 2, two.clone()) }).await;
    list(&w, Offering { requires: three.clone(), ..course(&w, "Round", 1, 1, criteria(&w, 0, &[0])) }).await;
    list(&w, Offering { requires: criteria(&w, 0, &[0]), ..course(&w, "And round", 1, 1, three) }).await;
    let page = w.stranger().get(&format!("{}?ratings=1.nrrnnn", urls::profile_paths(Lang::En, w.profile))).await.is(200);
    let way = page.body.split("id=\"way\"").nth(1).unwrap().to_owned();
    assert!(place(&way, ">First<") < place(&way, ">Second after first<"));
    page.says("Nothing that is compared closes these 2 criteria").says("3 weeks");
});

both!(what_looks_cheaper_has_its_reason_and_more_time_or_money_its_worth, async |w: World| {
    let both = || criteria(&w, 0, &[1, 2]);
    list(&w, course(&w, "Whole", 100, 2, both())).await;
    list(&w, course(&w, "Half", 80, 2, criteria(&w, 0, &[1]))).await;
    list(&w, course(&w, "Other half", 90, 2, criteria(&w, 0, &[2]))).await;
    list(&w, course(&w, "Slower", 60, 3, both())).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    let page = client.get(&address(&w, claim, "&matters=soonest")).await.is(200);
    page.says("Why not something that looks cheaper")
        .says("2 weeks, $170.00, against 2 weeks, $100.00")
        .says("One week more would save $40.00");
    client.get(&address(&w, claim, "&matters=cheapest")).await.is(200).says("$100.00 more would have you done 1 week sooner");
});

both!(a_catalogue_that_changes_is_read_anew, async |w: World| {
    let first = list(&w, course(&w, "Before", 100, 2, criteria(&w, 0, &[1, 2]))).await;
    let claim = with_gap(&w).await;
    let client = w.client(w.learner).await;
    client.get(&address(&w, claim, "")).await.is(200).says("$100.00");
    let author = w.member(w.author).await;
    change_offering(&author, first, course(&w, "After", 70, 2, criteria(&w, 0, &[1, 2]))).await.unwrap();
    client.get(&address(&w, claim, "")).await.is(200).says("After, 2 weeks, $70.00");
    withdraw_offering(&author, first).await.unwrap();
    client.get(&address(&w, claim, "")).await.is(200).says("No learning is listed");
});

/// Chooses these offerings for the first competency.
async fn plan(w: &World, claim: ClaimId, offerings: &[OfferingId]) -> crate::harness::Answer {
    let id = w.competency(0).id.to_string();
    let mut form = vec![("competency", id)];
    form.extend(offerings.iter().map(|o| ("o", o.to_string())));
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
    w.client(w.learner).await.post(&urls::plan(Lang::En, claim), &form).await
}

async fn kept(w: &World, claim: ClaimId) -> domain::plan::LearningPlan {
    store::plans::of_claim(&mut w.app.read().await.unwrap(), claim).await.unwrap().expect("there is a plan")
}

async fn act(w: &World, claim: ClaimId, item: PlanItemId, form: &[(&str, &str)]) -> crate::harness::Answer {
    w.client(w.learner).await.post(&urls::plan_item(Lang::En, claim, item), form).await
}

both!(a_plan_is_begun_done_and_leads_back_to_evidence_for_exactly_what_it_was_for, async |w: World| {
    let [_, second, third, _] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[second, third]).await.is(303);
    let items: Vec<PlanItemId> = kept(&w, claim).await.items.iter().map(|i| i.id).collect();
    act(&w, claim, items[0], &[("act", "begin")]).await.is(303);
    act(&w, claim, items[0], &[("act", "begin")]).await.is(409);
    act(&w, claim, items[0], &[("act", "finish")]).await.is(303);
    let page = w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200);
    let page = page.says("1 of 2 settled").says("Done, as you said on").says("Add new evidence");
    let done = kept(&w, claim).await.items[0].closes.clone();
    let asked = format!("competency={}&amp;criterion={}\"", w.competency(0).id, done[0]);
    assert!(page.body.contains(&asked), "evidence is asked for exactly that: {asked}");
    act(&w, claim, items[1], &[("act", "decline"), ("reason", "")]).await.is(422).says("Do without it");
    act(&w, claim, items[1], &[("act", "decline"), ("reason", "I only have to record it again.")]).await.is(303);
    w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200).says("Everything in this plan is done or declined");
    w.client(w.learner)
        .await
        .get(&urls::claim_record(Lang::En, claim))
        .await
        .is(200)
        .says("Learning was planned")
        .says("Planned learning was declined");
});

both!(a_plan_is_its_learners_alone, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[weekend]).await.is(303);
    let item = kept(&w, claim).await.items[0].id;
    let other = w.client(w.other_learner).await;
    other.get(&urls::plan(Lang::En, claim)).await.is(404);
    other.get(&urls::claim_paths(Lang::En, claim)).await.is(404);
    other.post(&urls::plan_item(Lang::En, claim, item), &[("act", "begin")]).await.is(404);
    assert_eq!(kept(&w, claim).await.items[0].state, ItemState::Planned);
});

both!(what_is_no_way_becomes_no_plan, async |w: World| {
    let [_, second, ..] = three_ways(&w).await;
    let needs = Offering { requires: criteria(&w, 1, &[0]), ..course(&w, "Needs more", 1, 1, criteria(&w, 0, &[2])) };
    let needs = list(&w, needs).await;
    let claim = with_gap(&w).await;
    for wrong in [vec![], vec![OfferingId(5)], vec![needs]] {
        plan(&w, claim, &wrong).await.is(422);
    }
    plan(&w, claim, &[second, second]).await.is(303);
    assert_eq!(kept(&w, claim).await.items.len(), 1);
});

both!(what_changed_since_is_said_with_a_way_that_is_better_now, async |w: World| {
    let [weekend, second, third, _] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[second, third]).await.is(303);
    let author = w.member(w.author).await;
    change_offering(&author, second, course(&w, "Second step", 500, 4, criteria(&w, 0, &[1]))).await.unwrap();
    withdraw_offering(&author, third).await.unwrap();
    let page = w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200);
    w.client(w.learner).await.get(&urls::claim(Lang::En, claim)).await.is(200).says("Something in your plan changed");
    page.says("2 things changed")
        .says("it costs $500.00 now, $40.00 when you planned it")
        .says("it is listed no more")
        .says("Splice weekend");
    plan(&w, claim, &[weekend]).await.is(303);
    let letters = store::messages::latest(&mut w.app.read().await.unwrap(), 0, 100).await.unwrap();
    assert_eq!(
        letters.iter().filter(|m| m.person == Some(w.learner) && m.subject.starts_with("Changed in your plan")).count(),
        2,
        "one for each that changed"
    );
    let anew = kept(&w, claim).await;
    assert_eq!(anew.items.iter().map(|i| i.offering).collect::<Vec<_>>(), [weekend]);
    w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200).says("0 of 1 settled");
});

both!(what_is_met_meanwhile_need_not_be_taken, async |w: World| {
    let [_, second, third, _] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[second, third]).await.is(303);
    let again = w.submit(w.learner, claim, 0).await;
    w.judge(w.second_assessor, again, &criteria(&w, 0, &[2])).await;
    let page = w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200);
    page.says("everything it was for is met, so you need not take it");
});

both!(a_provider_records_by_the_number_that_the_learner_gave, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[weekend]).await.is(303);
    let item = kept(&w, claim).await.items[0].id;
    assert!(matches!(record_completion(&w.member(w.other_learner).await, item).await, Err(Failure::Missing)));
    assert!(matches!(record_completion(&w.member(w.issuer).await, item).await, Err(Failure::Missing)));
    assert_eq!(record_completion(&w.member(w.author).await, item).await.unwrap(), weekend);
    assert!(matches!(record_completion(&w.member(w.author).await, item).await, Err(Failure::Refused(_))), "once");
    w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200).says("Done, as Harbour Crafts Association recorded on");
});

both!(an_item_that_is_done_is_the_plan_that_a_retake_asks_for, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    let sent = w.submit(w.learner, claim, 0).await;
    w.judge(w.second_assessor, sent, &criteria(&w, 0, &[1, 2])).await;
    let part = async || {
        let claim = store::claims::get(&mut w.app.read().await.unwrap(), claim).await.unwrap().unwrap();
        claim.part(w.competency(0).id).unwrap().action_plan.clone()
    };
    plan(&w, claim, &[weekend]).await.is(303);
    assert_eq!(part().await, None, "planning alone is not doing");
    let item = kept(&w, claim).await.items[0].id;
    act(&w, claim, item, &[("act", "finish")]).await.is(303);
    assert_eq!(part().await.as_deref(), Some("Taken: Splice weekend"));
});

both!(recognition_saves_hours_and_they_are_counted, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    list(&w, course(&w, "Everything else", 10, 1, criteria(&w, 1, &[0, 1, 2]))).await;
    list(&w, course(&w, "First step", 10, 1, criteria(&w, 0, &[0]))).await;
    let claim = with_gap(&w).await;
    let sent = w.submit(w.learner, claim, 1).await;
    w.judge(w.second_assessor, sent, &[]).await;
    let page = w.client(w.learner).await.get(&urls::claim_paths(Lang::En, claim)).await.is(200);
    page.says("What you need not study").says("Hours of learning avoided");
    plan(&w, claim, &[weekend]).await.is(303);
    let saved = store::plans::saved(&mut w.app.read().await.unwrap()).await.unwrap();
    assert_eq!((saved.plans, saved.avoided, saved.nominal), (1, 360, 4 * 360));
});

both!(a_plan_can_begin_with_a_self_assessment, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let client = w.client(w.learner).await;
    let id = weekend.to_string();
    let base = urls::profile_paths(Lang::En, w.profile);
    client.get(&format!("{base}?ratings=1.rnprrr")).await.is(200).says("This opens your claim");
    let answer = client.post(&base, &[("ratings", "1.rnprrr"), ("o", &id)]).await.is(303);
    let to = answer.header("location").unwrap().to_owned();
    client.get(&to).await.is(200).says("Splice weekend").says("Planned");
    assert!(w.stranger().post(&base, &[("o", &id)]).await.header("location").unwrap().contains("/sign-in"));
});

both!(whoever_closes_their_account_leaves_no_plan, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[weekend]).await.is(303);
    let mut tx = w.app.begin().await.unwrap();
    store::erasure::forget_person(&mut tx, w.learner).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store::plans::of_claim(&mut w.app.read().await.unwrap(), claim).await.unwrap().is_none());
});

both!(listed_tests_of_support_are_told_and_never_an_approval, async |w: World| {
    let id = list(&w, course(&w, "Supported", 100, 2, criteria(&w, 0, &[1]))).await;
    let address = urls::funding(Lang::En, id);
    let page =
        w.stranger().get(&address).await.is(200).says("OSAP for Micro-credentials").says("Not every listed test can be told").says("As of");
    assert!(!page.body.to_lowercase().contains("you are approved"));
    let yes = [("resident", "yes"), ("status", "yes"), ("standing", "yes"), ("no-overlap", "yes"), ("on-the-list", "yes")];
    let with = |income: &'static str| [("household", "1"), ("income", income)].into_iter().chain(yes).collect::<Vec<_>>();
    let met = w.stranger().post(&address, &with("80000")).await.is(200).says("Meets the listed tests.").says("Only OSAP decides.");
    assert!(!met.body.contains("You are eligible"));
    w.stranger().post(&address, &with("80,001")).await.is(200).says("At least one listed test is not met");
    w.stranger().post(&address, &[("income", "much"), ("household", "-3")]).await.is(422).says("much");
    w.stranger().get(&urls::funding(Lang::Fr, OfferingId(3))).await.is(404);
});

both!(a_provider_changes_and_withdraws_by_hand_what_it_lists, async |w: World| {
    let id = list(&w, course(&w, "Old name", 100, 2, criteria(&w, 0, &[1]))).await;
    let author = w.client(w.author).await;
    let address = urls::offering(Lang::En, id);
    author.get(&address).await.is(200).says("value=\"Old name\"").says("value=\"100\"");
    let (first, second) = (criteria(&w, 0, &[1])[0].to_string(), criteria(&w, 0, &[2])[0].to_string());
    let mut form = vec![
        ("title_en", "New name"),
        ("title_fr", "Nouveau nom"),
        ("summary_en", "An evening."),
        ("summary_fr", "Une soirée."),
        ("hours", "8"),
        ("weeks", "3"),
        ("price", "120"),
        ("help", "150"),
        ("help_terms_en", "apprentices"),
        ("help_terms_fr", "apprentis"),
        ("participation", "onsite"),
        ("place", "Kingston"),
        ("language", "fr"),
        ("starts", "2026-09-07"),
        ("criteria", &first),
        ("requires", &first),
    ];
    author.post(&address, &form).await.is(422).says("no more than the price").says("cannot need first what it is made for");
    form.retain(|(name, _)| *name != "requires" && *name != "help");
    form.extend([("help", "20"), ("requires", second.as_str())]);
    author.post(&address, &form).await.is(303);
    let now = store::offerings::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap();
    assert_eq!((now.title.en.as_str(), now.cost(), now.starts.as_deref()), ("New name", Some(12_000), Some("2026-09-07")));
    assert_eq!((now.help.as_ref().map(|h| h.cents), now.requires), (Some(2_000), criteria(&w, 0, &[2])));
    w.client(w.learner).await.get(&address).await.is(404);
    w.client(w.learner).await.post(&urls::offering_withdrawal(Lang::En, id), &[]).await.is(404);
    author.post(&urls::offering_withdrawal(Lang::En, id), &[]).await.is(303);
    author.post(&urls::offering_withdrawal(Lang::En, id), &[]).await.is(409);
    author.get("/en/offerings").await.is(200).says("Listed no more since");
    w.stranger().get(&urls::learning_one(Lang::En, id)).await.is(200).says("has not listed it since");
});

both!(who_needs_an_offering_is_told_as_a_count_of_five_or_more, async |w: World| {
    three_ways(&w).await;
    let author = w.client(w.author).await;
    with_gap(&w).await;
    author.get("/en/offerings").await.is(200).says("Fewer than 5");
    for n in 0..4 {
        let learner = w.new_learner(&format!("Gap Number{n}")).await;
        let claim = w.open_claim(learner).await;
        let sent = w.submit(learner, claim, 0).await;
        w.judge(w.assessor, sent, &criteria(&w, 0, &[1, 2])).await;
    }
    let page = author.get("/en/offerings").await.is(200);
    assert!(page.body.contains("data-l=\"People with this gap\">5<"), "five people may be counted");
    assert!(!page.body.contains("Gap Number"));
});

both!(the_form_for_a_completion_tells_nobody_whether_a_number_exists, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    plan(&w, claim, &[weekend]).await.is(303);
    let item = kept(&w, claim).await.items[0].id.to_string();
    let author = w.client(w.author).await;
    author.get("/en/offerings/completions").await.is(200);
    for wrong in ["", "pli_nothing", &PlanItemId(9).to_string()] {
        author.post("/en/offerings/completions", &[("item", wrong)]).await.is(422).says("This is no number of an offering of yours");
    }
    author.post("/en/offerings/completions", &[("item", &item)]).await.is(200).says("Splice weekend was finished");
    author.post("/en/offerings/completions", &[("item", &item)]).await.is(409);
});

both!(a_plan_at_ones_own_pace_is_not_told_to_have_changed, async |w: World| {
    let [weekend, ..] = three_ways(&w).await;
    let claim = with_gap(&w).await;
    let (id, offering) = (w.competency(0).id.to_string(), weekend.to_string());
    let form = [("competency", id.as_str()), ("o", &offering), ("hours", "3")];
    w.client(w.learner).await.post(&urls::plan(Lang::En, claim), &form).await.is(303);
    assert_eq!(kept(&w, claim).await.items[0].terms.weeks, 2, "six hours, three a week");
    let page = w.client(w.learner).await.get(&urls::plan(Lang::En, claim)).await.is(200);
    assert!(!page.body.contains("changed since"));
});

/// How long the page takes over ten thousand offerings, each for something in the profile; for people to read.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "prints how long a page takes"]
async fn a_page_over_ten_thousand_offerings() {
    let w = World::on_sqlite().await;
    let mut tx = w.app.begin().await.unwrap();
    for n in 0..10_000_i64 {
        let closes = (0..6).filter(|k| ((n * 2_654_435_761) >> k) & 3 == 1).map(|k| w.competency(k / 3).criteria[k % 3].id).collect();
        let offering = course(&w, &format!("Course {n}"), 20 + (n * 7_919) % 900, 1 + (n * 31) % 20, closes);
        store::offerings::add(&mut tx, &offering).await.unwrap();
    }
    tx.commit().await.unwrap();
    let claim = w.open_claim(w.learner).await;
    let client = w.client(w.learner).await;
    for turn in ["read anew", "kept", "kept", "kept under other conditions"] {
        let more = if turn.ends_with("conditions") { "?hours=5" } else { "" };
        let begun = std::time::Instant::now();
        let page = client.get(&format!("{}{more}", urls::claim_paths(Lang::En, claim))).await.is(200);
        println!("{turn}: {:?}, {} bytes, proved: {}", begun.elapsed(), page.body.len(), page.body.contains("Proved"));
    }
}
