//! What is taken along from a public credential: each form carries what was signed, and none shows what the page hides.

use crate::both;
use crate::credential::{accepted, change, competency, kept, offered, why};
use crate::harness::{Answer, World};
use axum::body::Body;
use axum::http::Method;
use domain::CredentialId;
use domain::credential::Ground;
use server::actions::award_credential::{decline_credential, set_listing};
use server::web::pages::credential::take::Form;
use std::process::Command;

/// Every address of every form.
fn addresses(id: CredentialId) -> Vec<String> {
    let each = |(_, end): &(Form, &str)| [format!("/c/{id}.{end}"), format!("/en/c/{id}.{end}"), format!("/fr/c/{id}.{end}")];
    let forms = Form::ALL.iter().flat_map(each);
    forms.chain([format!("/c/{id}.json"), format!("/en/c/{id}/embed"), format!("/fr/c/{id}/embed")]).collect()
}

async fn head(w: &World, path: &str) -> Answer {
    w.stranger().ask(Method::HEAD, path, &[], Body::empty()).await
}

async fn holds_what_was_signed(w: &World, id: CredentialId) {
    let signed = kept(w, id).await.document.unwrap();
    for picture in [format!("/c/{id}.png"), format!("/fr/c/{id}.svg")] {
        let baked = w.stranger().get(&picture).await.is(200).bytes;
        assert_eq!(vc::bake::unbake(&baked).unwrap().as_deref(), Some(signed.as_str()), "{picture}");
    }
    for file in [format!("/c/{id}.pdf"), format!("/en/c/{id}.pdf"), format!("/fr/c/{id}.pdf")] {
        let pdf = w.stranger().get(&file).await.is(200).bytes;
        assert_eq!(paper::embedded::take(&pdf).unwrap(), signed.as_bytes(), "{file}");
        assert!(pdf.len() < 300_000, "{file}: {}", pdf.len());
    }
}

both!(every_form_of_a_competency_holds_what_was_signed, async |w: World| {
    holds_what_was_signed(&w, competency(&w).await).await;
});

both!(every_form_of_a_micro_credential_holds_what_was_signed, async |w: World| {
    holds_what_was_signed(&w, accepted(&w).await).await;
});

both!(what_the_page_refuses_no_form_gives, async |w: World| {
    let refused = async |id: CredentialId| {
        for path in addresses(id) {
            w.stranger().get(&path).await.is(404);
            head(&w, &path).await.is(404);
            w.client(w.learner).await.get(&path).await.is(404);
            w.client(w.issuer).await.get(&path).await.is(404);
        }
    };
    let id = offered(&w).await;
    refused(id).await;
    decline_credential(&w.member(w.learner).await, id).await.unwrap();
    refused(id).await;
    refused(CredentialId::from(0)).await;
    w.stranger().get(&format!("/c/{id}.exe")).await.is(404);
    w.stranger().get(&format!("/en/c/{id}.pdf.pdf")).await.is(404);
});

both!(each_form_has_its_type_its_name_and_a_tag_that_spares_the_second_trip, async |w: World| {
    let id = competency(&w).await;
    for (path, kind, name) in [
        (format!("/en/c/{id}.pdf"), "application/pdf", "makes-a-line-fast.pdf"),
        (format!("/fr/c/{id}.pdf"), "application/pdf", "amarre-une-ligne.pdf"),
        (format!("/c/{id}.pdf"), "application/pdf", "makes-a-line-fast-en-fr.pdf"),
        (format!("/c/{id}.png"), "image/png", "makes-a-line-fast.png"),
        (format!("/c/{id}.svg"), "image/svg+xml", "makes-a-line-fast.svg"),
        (format!("/fr/c/{id}.card.png"), "image/png", "amarre-une-ligne.card.png"),
        (format!("/c/{id}.qr.png"), "image/png", "makes-a-line-fast.qr.png"),
        (format!("/c/{id}.qr.svg"), "image/svg+xml", "makes-a-line-fast.qr.svg"),
    ] {
        let answer = w.stranger().get(&path).await.is(200);
        assert_eq!(answer.header("content-type").as_deref(), Some(kind), "{path}");
        assert_eq!(answer.header("content-disposition"), Some(format!("inline; filename=\"{name}\"")), "{path}");
        assert_eq!(answer.header("cache-control").as_deref(), Some("public, max-age=300"), "{path}");
        assert_eq!(answer.header("x-robots-tag").as_deref(), Some("noindex"), "{path}");
        let tag = answer.header("etag").unwrap();
        let again = w.stranger().ask(Method::GET, &path, &[("if-none-match", &tag)], Body::empty()).await.is(304);
        assert!(again.bytes.is_empty() && again.header("etag") == Some(tag), "{path}");
        let head = head(&w, &path).await.is(200);
        assert!(head.bytes.is_empty() && head.header("content-type").as_deref() == Some(kind), "{path}");
        if path.ends_with("png") {
            assert_eq!(&answer.bytes[..8], b"\x89PNG\r\n\x1a\n", "{path}");
        }
    }
});

both!(a_certificate_says_so_when_it_no_longer_holds, async |w: World| {
    let id = competency(&w).await;
    let standing = async || {
        let who = w.visitor(domain::Lang::En);
        let shown = server::queries::credential::look_up(&who, id).await.unwrap().shown(&who).await.unwrap().unwrap();
        let certificate = server::web::pages::credential::certificate::certificate(&w.app, w.app.now(), &shown, &domain::Lang::ALL);
        certificate.words.iter().map(|words| words.standing.clone()).collect::<Vec<_>>()
    };
    assert_eq!(standing().await, [None, None]);
    let before = w.stranger().get(&format!("/en/c/{id}.pdf")).await.is(200);
    let (by, at) = (w.issuer, w.app.now());
    change(&w, id, |c| c.revoke(by, at, why(Ground::IssuedInError, "Something private")).unwrap()).await;
    let [Some(en), Some(fr)] = &standing().await[..] else { panic!("nothing is said") };
    assert!(en.starts_with("This credential was revoked") && en.contains("1 June 2026"), "{en}");
    assert!(fr.contains("révoqué") && !en.contains("private"), "{fr}");
    let after = w.stranger().get(&format!("/en/c/{id}.pdf")).await.is(200);
    assert_ne!(before.header("etag"), after.header("etag"));
});

both!(the_page_offers_every_form_in_few_steps, async |w: World| {
    let id = accepted(&w).await;
    let page = w.stranger().get(&format!("/fr/c/{id}")).await.is(200);
    for address in [
        format!("href=\"/fr/c/{id}.pdf\""),
        format!("href=\"/en/c/{id}.pdf\""),
        format!("href=\"/c/{id}.pdf\""),
        format!("href=\"/c/{id}.json\""),
        format!("href=\"/c/{id}.png\""),
        format!("href=\"/c/{id}.svg\""),
        format!("href=\"/c/{id}.qr.png\""),
        format!("href=\"/c/{id}.qr.svg\""),
        format!("href=\"/fr/c/{id}/embed\""),
        format!("property=\"og:image\" content=\"https://tessera.example/fr/c/{id}.card.png\""),
        "name=\"twitter:card\" content=\"summary_large_image\"".to_owned(),
        format!("&lt;iframe src=&quot;https://tessera.example/fr/c/{id}/embed&quot;"),
        format!("&lt;img src=&quot;https://tessera.example/c/{id}.png&quot;"),
    ] {
        assert!(page.body.contains(&address), "{address}");
    }
    assert!(!page.body.contains("href=\"#linked-in\""), "a stranger adds nothing to a profile of theirs");
    w.client(w.learner).await.get(&format!("/fr/c/{id}")).await.is(200).says("href=\"#linked-in\"");
    assert!(page.body.len() < 60_000, "{}", page.body.len());
});

both!(search_engines_read_what_it_is_only_if_the_holder_lets_them, async |w: World| {
    let id = competency(&w).await;
    let page = async || w.stranger().get(&format!("/en/c/{id}")).await.is(200).body;
    assert!(!page().await.contains("application/ld+json\">"));
    set_listing(&w.member(w.learner).await, id, true).await.unwrap();
    let listed = page().await;
    let data = listed.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@type"], "EducationalOccupationalCredential");
    assert_eq!(data["about"]["name"], "Lena Learner");
    assert_eq!(data["recognizedBy"]["name"], "Northshore College");
    assert!(head(&w, &format!("/c/{id}.png")).await.header("x-robots-tag").is_none());
});

both!(only_the_small_page_may_stand_in_a_frame_and_it_is_the_same_for_everybody, async |w: World| {
    let id = competency(&w).await;
    let path = format!("/en/c/{id}/embed");
    let small = w.stranger().get(&path).await.is(200).says("Lena Learner").says("genuine and in force").says("target=\"_blank\"");
    let policy = small.header("content-security-policy").unwrap();
    assert!(
        policy.contains("frame-ancestors *") && policy.contains("default-src 'none'") && policy.contains("form-action 'none'"),
        "{policy}"
    );
    assert!(!small.body.contains("<script") && !small.body.contains("<form"));
    assert_eq!(w.client(w.learner).await.get(&path).await.is(200).body, small.body);
    let whole = w.stranger().get(&format!("/en/c/{id}")).await.is(200);
    assert!(whole.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"));
});

/// What a program of the machine says; nothing without the outside tools.
fn told(program: &str, arguments: &[&str]) -> Option<String> {
    if std::env::var("TESSERA_TEST_E2E").as_deref() != Ok("1") {
        println!("SKIPPED: TESSERA_TEST_E2E is not 1, so {program} is not asked");
        return None;
    }
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|e| panic!("{program}: {e}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

both!(other_programs_read_the_certificate_and_find_the_credential, async |w: World| {
    let id = accepted(&w).await;
    let signed = kept(&w, id).await.document.unwrap();
    let folder = crate::harness::Folder::new();
    let (pdf, out) = (folder.0.join("certificate.pdf"), folder.0.join("out.json"));
    std::fs::write(&pdf, w.stranger().get(&format!("/c/{id}.pdf")).await.is(200).bytes).unwrap();
    let (pdf, out) = (pdf.to_str().unwrap(), out.to_str().unwrap());
    let Some(about) = told("pdfinfo", &[pdf]) else { return };
    assert!(about.contains("Tagged:          yes") && about.contains("Page size:       841.89 x 595.28 pts (A4)"), "{about}");
    assert!(about.contains("Rope work on small craft"), "{about}");
    told("pdfdetach", &["-save", "1", "-o", out, pdf]).unwrap();
    assert_eq!(std::fs::read_to_string(out).unwrap(), signed);
    let text = told("pdftotext", &["-layout", pdf, "-"]).unwrap();
    for words in ["Lena Learner", "Makes a line fast", "Amarre une ligne", &format!("https://tessera.example/c/{id}")[..30]] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let structure = told("pdfinfo", &["-struct", pdf]).unwrap();
    for tag in ["H1", "Figure", "L ", "Table", "Link"] {
        assert!(structure.contains(tag), "{tag} in {structure}");
    }
});

/// Reads a PNG's chunks by hand, as the standard lays them out, and prints the text of the badge.
const CHUNKS: &str = "const b=require('fs').readFileSync(process.argv[1]);let p=8;while(p<b.length){const n=b.readUInt32BE(p),t=b.toString('latin1',p+4,p+8);\
                      if(t==='iTXt'){const d=b.subarray(p+8,p+8+n),k=d.indexOf(0);\
                      if(d.toString('latin1',0,k)==='openbadgecredential'){let q=k+3;q=d.indexOf(0,q)+1;q=d.indexOf(0,q)+1;process.stdout.write(d.subarray(q))}}p+=12+n}";

both!(other_programs_find_the_credential_in_the_badge, async |w: World| {
    let id = competency(&w).await;
    let folder = crate::harness::Folder::new();
    let badge = folder.0.join("badge.png");
    std::fs::write(&badge, w.stranger().get(&format!("/c/{id}.png")).await.is(200).bytes).unwrap();
    let Some(found) = told("node", &["-e", CHUNKS, badge.to_str().unwrap()]) else { return };
    assert_eq!(found, kept(&w, id).await.document.unwrap());
});

both!(the_whole_record_is_signed_as_one_and_holds_what_is_in_force, async |w: World| {
    let id = accepted(&w).await;
    let mine = w.client(w.learner).await;
    let answer = mine.get("/en/credentials/record.json").await.is(200);
    assert_eq!(answer.header("content-disposition").as_deref(), Some("attachment; filename=\"learner-record.json\""));
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
    let record: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let keys = w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body;
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    let report = vc::verify(&record, &|_| Ok(keys.clone()), w.app.now().0).unwrap();
    assert_eq!(report.verdict, vc::Verdict::Valid, "{report:#?}");
    let inside = record["credentialSubject"]["verifiableCredential"].as_array().unwrap();
    let signed: serde_json::Value = serde_json::from_str(&kept(&w, id).await.document.unwrap()).unwrap();
    assert_eq!(inside.len(), 3, "the micro-credential and its two competencies");
    assert_eq!(inside[0], signed);
    let associations = record["credentialSubject"]["association"].as_array().unwrap();
    assert_eq!(associations.len(), 2);
    assert!(
        associations
            .iter()
            .all(|a| a["targetId"] == signed["credentialSubject"]["achievement"]["id"] && a["associationType"] == "isChildOf")
    );
    let paper = mine.get("/fr/credentials/record.pdf").await.is(200);
    let held = paper::embedded::take(&paper.bytes).unwrap();
    assert!(String::from_utf8(held).unwrap().contains("ClrCredential"));
    let (by, at) = (w.issuer, w.app.now());
    change(&w, id, |c| c.revoke(by, at, why(Ground::IssuedInError, "It was a mistake")).unwrap()).await;
    let later: serde_json::Value = serde_json::from_str(&mine.get("/en/credentials/record.json").await.is(200).body).unwrap();
    assert_eq!(later["credentialSubject"]["verifiableCredential"].as_array().unwrap().len(), 2, "what was revoked is left out");
});

both!(nobody_else_gets_a_record_and_an_empty_one_is_none, async |w: World| {
    accepted(&w).await;
    for path in ["/en/credentials/record.json", "/en/credentials/record.pdf"] {
        let stranger = w.stranger().get(path).await;
        assert!(stranger.header("location").unwrap_or_default().contains("/sign-in"), "{path}");
        w.client(w.other_learner).await.get(path).await.is(404);
    }
    assert!(!w.client(w.other_learner).await.get("/en/credentials").await.is(200).body.contains("record.json"));
    w.client(w.learner).await.get("/en/credentials").await.is(200).says("/en/credentials/record.json").says("/en/credentials/record.pdf");
});
