//! Catalogues of learning: taken in, taken in again, searched, compared and taken along.

use crate::both;
use crate::harness::{Answer, Client, World};
use domain::{Lang, OfferingId};
use exchange::catalogue::{CatalogueImport, Mapping, read};
use server::actions::import_catalogue::{Imported, import_catalogue, import_catalogue_as_operator};
use server::actions::{Failure, Outcome};
use server::urls;
use store::offerings::{Filter, Order, Taken};

const MAPPING: &str = r#"
name = "Harbour courses"
format = "csv"
currency = "CAD"
[fields.id]
from = "no"
[fields.title]
from = "title"
[fields.provider]
from = "by"
[fields.price]
from = "price"
[fields.duration]
from = "length"
[fields.workload]
from = "work"
[fields.mode]
from = "how"
[fields.language]
from = "language"
[fields.skills]
from = "skills"
split = "; "
"#;

const HEAD: &str = "no,title,by,price,length,work,how,language,skills\n";
const TABLE: &str = "1,Knots under load,Quay School,$95.00,2 weeks,3 hours per week,onsite,English,splicing; safety\n\
                     2,Nœuds sous charge,École du quai,Gratuit,1 - 3 months,,online,Français,épissure\n\
                     3,Cranes and loads,Quay School,from $400,less than 2 hours,40 hours,in person,English,\n";

fn file(rows: &str) -> CatalogueImport {
    read(format!("{HEAD}{rows}").as_bytes(), &Mapping::parse(MAPPING).unwrap()).unwrap()
}

async fn taken(w: &World, rows: &str) -> Outcome<Imported> {
    import_catalogue_as_operator(&w.app, &file(rows)).await
}

async fn found(w: &World, filter: Filter, order: Order) -> Vec<String> {
    let mut tx = w.app.read().await.unwrap();
    let found = store::offerings::search(&mut tx, &filter, order, Lang::En, 0, 100).await.unwrap();
    assert_eq!(found.total as usize, found.offerings.len());
    found.offerings.into_iter().map(|o| o.title.en).collect()
}

fn with_words(words: &str) -> Filter {
    Filter { words: words.to_owned(), ..Filter::default() }
}

both!(taking_in_again_updates_what_changed_and_retires_what_vanished, async |w: World| {
    let first = taken(&w, TABLE).await.unwrap();
    assert_eq!(first.taken, Taken { added: 3, ..Taken::default() });
    assert_eq!(first.unknown.into_iter().collect::<Vec<_>>(), [("duration", 1), ("price", 1)]);

    let again = taken(&w, TABLE).await.unwrap();
    assert_eq!((again.catalogue, again.taken), (first.catalogue, Taken { same: 3, ..Taken::default() }));

    let ids = ids(&w).await;
    let second = TABLE.replace("$95.00", "$99.00").replace("3,Cranes", "4,Cranes");
    assert_eq!(taken(&w, &second).await.unwrap().taken, Taken { added: 1, changed: 1, same: 1, retired: 1 });
    let one = |id: OfferingId| {
        let w = &w;
        async move { store::offerings::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap() }
    };
    assert_eq!(one(ids[0]).await.cost(), Some(9900), "the same offering, with its new price");
    assert!(one(ids[2]).await.retired.is_some(), "retired, not deleted");
    assert_eq!(found(&w, with_words("cranes"), Order::Best).await.len(), 1, "found no more");
    w.stranger().get(&urls::learning_one(Lang::En, ids[2])).await.is(200).says("has not listed it since").says("noindex");

    assert_eq!(taken(&w, TABLE).await.unwrap().taken, Taken { changed: 2, same: 1, retired: 1, added: 0 }, "listed again");
});

/// The ids of what is listed, in the order of the ids at the source.
async fn ids(w: &World) -> Vec<OfferingId> {
    let mut all = store::offerings::listed_after(&mut w.app.read().await.unwrap(), None, 100).await.unwrap();
    all.retain(|o| o.source.catalogue.is_some());
    all.sort_by(|a, b| a.source.id.cmp(&b.source.id));
    all.into_iter().map(|o| o.id).collect()
}

both!(a_row_that_is_bad_this_time_is_not_taken_for_gone, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let spoilt = TABLE.replace("3,Cranes and loads,", "3,,");
    assert_eq!(taken(&w, &spoilt).await.unwrap().taken, Taken { same: 2, ..Taken::default() });
    let empty = taken(&w, "").await;
    assert!(matches!(empty, Err(Failure::Invalid(_))), "a file without rows retires nothing");
});

both!(words_are_found_by_their_beginning_with_or_without_accents, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    for (words, titles) in [
        ("knots", &["Knots under load"][..]),
        ("loa", &["Cranes and loads", "Knots under load"]),
        ("LOAD kn", &["Knots under load"]),
        ("noeuds", &["Nœuds sous charge"]),
        ("Épiss", &["Nœuds sous charge"]),
        ("quay school", &["Cranes and loads", "Knots under load"]),
        ("nots", &[]),
        ("load OR \"knots\" * ' & | ! : %", &[]),
        ("***", &["Cranes and loads", "Knots under load", "Nœuds sous charge"]),
    ] {
        assert_eq!(found(&w, with_words(words), Order::Best).await, titles, "{words}");
    }
});

both!(what_is_not_known_comes_last_in_every_order_and_is_a_value_to_narrow_by, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    assert_eq!(found(&w, Filter::default(), Order::Price).await, ["Nœuds sous charge", "Knots under load", "Cranes and loads"]);
    assert_eq!(found(&w, Filter::default(), Order::Length).await, ["Knots under load", "Nœuds sous charge", "Cranes and loads"]);
    let unknown = Filter { prices: vec!["unknown".to_owned()], ..Filter::default() };
    assert_eq!(found(&w, unknown, Order::Best).await, ["Cranes and loads"]);
    let free = Filter { prices: vec!["free".to_owned()], ..Filter::default() };
    assert_eq!(found(&w, free, Order::Best).await, ["Nœuds sous charge"], "only what is known to be free");
});

both!(facets_count_what_everything_else_chosen_leaves, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let filter = Filter { participations: vec!["onsite".to_owned()], ..Filter::default() };
    let facets = store::offerings::facets(&mut w.app.read().await.unwrap(), &filter).await.unwrap();
    let value = |v: &str, n| (v.to_owned(), n);
    assert_eq!(facets[0].values, [value("Quay School", 2)]);
    assert_eq!(facets[1].values, [value("onsite", 2), value("online", 1)], "its own choice does not narrow it");
    assert_eq!(facets[2].values, [value("en", 2)]);
});

both!(the_list_is_searched_narrowed_and_told_without_an_account, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let page = w.stranger().get("/en/learning").await.is(200);
    let page =
        page.says("3 offerings").says("Nobody can pay for a place").says("$95.00").says("Not known").says("Source: Harbour courses, as of");
    assert!(!page.body.contains("$0.00"), "what nobody knows is not 0");
    let page = w.stranger().get("/fr/learning?q=noeuds&mode=online&order=price").await.is(200);
    page.says("1 apprentissage").says("Gratuit").says("name=\"mode\" value=\"online\" checked");
    w.stranger().get("/en/learning?q=zzz").await.is(200).says("No offering fits");
    w.stranger().get("/en/learning?page=99").await.is(200).says("past the end");
    w.stranger().get("/en/learning?provider=%00%0A&order=paid&price=lots&page=-3").await.is(200);
});

both!(an_offering_has_a_page_with_its_source_and_data_for_search_engines, async |w: World| {
    taken(&w, &TABLE.replace("Knots under load", "</script><b>Knots")).await.unwrap();
    let id = ids(&w).await[0];
    let page = w.stranger().get(&urls::learning_one(Lang::En, id)).await.is(200);
    let page = page.says("The source says:").says("3 hours a week").says("At most about 6 hours in all").says("splicing, safety");
    assert!(!page.body.contains("<b>Knots"), "what a source says is text");
    let data = page.body.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!((data["@type"].as_str(), data["offers"]["price"].as_f64()), (Some("Course"), Some(95.0)));
    assert_eq!(data["hasCourseInstance"]["courseWorkload"], "PT6H0M");
    let unknown = w.stranger().get(&urls::learning_one(Lang::En, ids(&w).await[2])).await.is(200);
    assert!(!unknown.body.contains("\"offers\""), "an unknown price is no offer");
    w.stranger().get(&urls::learning_one(Lang::En, OfferingId(1))).await.is(404);
});

both!(up_to_four_stand_side_by_side, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let ids = ids(&w).await;
    let asked = ids.iter().chain(&ids).map(|id| format!("o={id}")).collect::<Vec<_>>().join("&");
    let page = w.stranger().get(&format!("/en/learning/compare?{asked}")).await.is(200);
    page.says("Knots under load").says("Cranes and loads").says("2 weeks").says("Not known");
    let five: String = (1..=5u128).map(|n| format!("o={}&", OfferingId(n))).collect();
    w.stranger().get(&format!("/en/learning/compare?{five}")).await.is(200).says("One more was chosen").says("Nothing is chosen");
    w.stranger().get("/fr/learning/compare?o=x").await.is(200).says("Rien n’est choisi");
});

both!(all_of_it_can_be_taken_along, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    for path in ["/learning.csv", "/learning.json"] {
        let packed = w.stranger().ask(axum::http::Method::GET, path, &[("accept-encoding", "gzip")], "").await.is(200);
        assert!(packed.header("content-encoding").as_deref() == Some("gzip") && packed.bytes.starts_with(&[0x1f, 0x8b]), "{path}");
    }
    let csv = w.stranger().get("/learning.csv").await.is(200);
    let rows = read(&csv.bytes, &Mapping::parse("name=\"a\"\nformat=\"csv\"\n[fields.id]\nfrom=\"id\"\n[fields.title]\nfrom=\"title_fr\"\n[fields.price]\nfrom=\"price_most\"\ncurrency_from=\"currency\"\n").unwrap()).unwrap();
    assert_eq!((rows.listings.len(), rows.errors.len()), (3, 0));
    let price = |title: &str| rows.listings.iter().find(|l| l.title == title).unwrap().price.clone().map(|p| p.said);
    assert_eq!((price("Knots under load"), price("Cranes and loads")), (Some("95.00 CAD".to_owned()), None));

    let json: serde_json::Value = serde_json::from_str(&w.stranger().get("/learning.json").await.is(200).body).unwrap();
    assert_eq!(json["offerings"].as_array().unwrap().len(), 3);
    let cranes = json["offerings"].as_array().unwrap().iter().find(|o| o["title"]["en"] == "Cranes and loads").unwrap();
    assert_eq!((&cranes["price"]["known"], &cranes["price"]["said"]), (&serde_json::Value::Null, &"from $400".into()));

    let map = w.stranger().get("/sitemap.xml").await.is(200);
    assert_eq!(map.body.matches("/en/learning/off_").count(), 3 * 3, "each address once, and as the other of both languages");
    w.stranger().get("/sitemaps/0.xml").await.is(200);
    w.stranger().get("/sitemaps/7.xml").await.is(404);
    w.stranger().get("/robots.txt").await.is(200).says("/sitemap.xml");
});

async fn api(w: &World, path: &str) -> serde_json::Value {
    serde_json::from_str(&w.stranger().get(path).await.is(200).body).unwrap()
}

both!(programs_search_and_read_the_same, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let found = api(&w, "/api/v1/learning?q=loads&mode=onsite").await;
    assert_eq!((found["total"].as_i64(), found["items"][0]["title"]["en"].as_str()), (Some(1), Some("Cranes and loads")));
    let one = api(&w, &format!("/api/v1/learning/{}", ids(&w).await[0])).await;
    assert_eq!((one["price"]["known"]["most"].as_i64(), one["source"]["catalogue"].as_str()), (Some(9500), Some("Harbour courses")));
    w.stranger().get("/api/v1/learning?colour=red").await.is(422);
});

/// A form with a file, as a browser sends it.
async fn send(client: &Client, path: &str, fields: &[(&str, &str)], files: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    for (name, value) in files {
        body += &format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n{value}\r\n");
    }
    client.ask(axum::http::Method::POST, path, &[("content-type", "multipart/form-data; boundary=b")], body + "--b--\r\n").await
}

both!(an_author_sees_what_a_file_would_come_to_before_it_is_listed, async |w: World| {
    let me = w.client(w.author).await;
    let path = urls::import_catalogue(Lang::En);
    let confirm = format!("{path}/confirmation");
    me.get(&path).await.is(200).says("You see what would come of it");
    let owner = w.owner.to_string();
    let table = format!("{HEAD}{TABLE}5,Too few\n");
    let fields = [("owner", owner.as_str()), ("mapping", "edx")];
    let page = send(&me, &path, &fields, &[("file", &table), ("own_mapping", MAPPING)]).await.is(200);
    page.says("Nothing is listed yet").says("Knots under load").says("List 3 rows").says("The row has 2 cells").says("from $400");
    assert!(ids(&w).await.is_empty());
    me.post(&confirm, &[]).await.is(200).says("The catalogue was taken in");
    assert_eq!(ids(&w).await.len(), 3);
    me.post(&confirm, &[]).await.is(409).says("listed already");

    for (fields, files, said) in [
        (&fields[..], &[("file", table.as_str())][..], "which this kind of catalogue needs"),
        (&fields, &[("file", table.as_str()), ("own_mapping", "name = 1")], "The mapping cannot be used"),
        (&fields, &[("file", "no,title\n"), ("own_mapping", MAPPING)], "no row that can be listed"),
        (&fields, &[], "Choose a file"),
        (&[("owner", owner.as_str())], &[("file", table.as_str())], "Choose the kind of catalogue"),
        (&[("mapping", "edx")], &[("file", table.as_str())], "Choose the organisation"),
    ] {
        send(&me, &path, fields, files).await.is(422).says(said);
    }
    let elsewhere = w.issuer_org.to_string();
    send(&me, &path, &[("owner", &elsewhere), ("mapping", "edx")], &[("file", &table), ("own_mapping", MAPPING)]).await.is(404);
    let learner = w.client(w.learner).await;
    send(&learner, &path, &fields, &[("file", &table)]).await.is(404);
});

both!(a_catalogue_is_taken_in_again_only_by_whose_it_is, async |w: World| {
    taken(&w, TABLE).await.unwrap();
    let author = w.member(w.author).await;
    let refused = import_catalogue(&author, w.owner, &file(TABLE)).await;
    assert!(matches!(refused, Err(Failure::Invalid(e)) if e[0].key == "wrong-catalogue-owned"));
});

both!(ten_thousand_rows_are_taken_in_in_seconds, async |w: World| {
    let rows: String = (0..10_000)
        .map(|n| {
            format!(
                "{n},Course {n} on knots,School {},${n}.50,{} weeks,2 hours per week,online,English,splicing; rope {n}\n",
                n % 97,
                1 + n % 40
            )
        })
        .collect();
    let file = file(&rows);
    let begun = std::time::Instant::now();
    assert_eq!(import_catalogue_as_operator(&w.app, &file).await.unwrap().taken.added, 10_000);
    let first = begun.elapsed();
    let begun = std::time::Instant::now();
    assert_eq!(import_catalogue_as_operator(&w.app, &file).await.unwrap().taken.same, 10_000);
    let again = begun.elapsed();
    let begun = std::time::Instant::now();
    w.stranger().get("/en/learning?q=knots+rop&mode=online").await.is(200).says("10,000 offerings");
    println!("10,000 rows: {first:?}, again {again:?}, a page of them {:?}", begun.elapsed());
    assert!(first.as_secs() < 10 && again.as_secs() < 10, "{first:?} {again:?}");
});

both!(an_author_confirms_what_an_offering_teaches, async |w: World| {
    let author = w.member(w.author).await;
    let rows = "1,Ropework,Quay School,,,,,English,Ropes; tie and inspect knots\n";
    import_catalogue(&author, w.owner, &file(rows)).await.unwrap();
    let id = ids(&w).await[0];
    let tags = urls::offering_tags(Lang::En, id);
    let competency = w.competency(0);
    // The words of the offering are those of the competency itself, so that it must be suggested first.
    let mut tx = w.app.begin().await.unwrap();
    let mut offering = store::offerings::get(&mut tx, id).await.unwrap().unwrap();
    offering.title = competency.statement.clone();
    drop(tx);
    let mut tx = w.app.read().await.unwrap();
    let known = server::queries::tags::known(&author, &mut tx).await.unwrap();
    assert_eq!(known.suggested(&offering)[0].0.what.name(), competency.id.to_string());
    drop(tx);

    let me = w.client(w.author).await;
    me.get(&tags).await.is(200).says("Nothing is confirmed yet");
    me.post(&tags, &[("tag", &competency.id.to_string())]).await.leads_to(&tags);
    let page = w.stranger().get(&urls::learning_one(Lang::En, id)).await.is(200);
    page.says("What it teaches").says("A person confirmed this").says(&competency.criteria[0].code);
    let mut tx = w.app.read().await.unwrap();
    let gap = store::offerings::for_criteria(&mut tx, &[competency.criteria[0].id]).await.unwrap();
    assert_eq!(gap.len(), 1, "it is offered for that gap from now on");
    drop(tx);

    import_catalogue(&author, w.owner, &file(&rows.replace("Ropework", "Ropework II"))).await.unwrap();
    me.get(&tags).await.is(200).says("Ropework II").says(&format!("value=\"{}\" checked", competency.id));
    me.post(&tags, &[("tag", "cmp_00000000000000000000000000")]).await.is(422).says("not known any more");
    me.post(&tags, &[]).await.leads_to(&tags);
    assert!(!w.stranger().get(&urls::learning_one(Lang::En, id)).await.body.contains("A person confirmed this"));

    w.client(w.learner).await.get(&tags).await.is(404);
    w.client(w.issuer).await.get(&tags).await.is(404);
});
