//! Certificates as they are handed out: whole, deterministic, and with the signed document inside.

#![allow(clippy::unwrap_used)]

use paper::certificate::{Certificate, Words};
use paper::embedded::{self, NotInside};
use paper::emblem::{Look, STUDIES, emblem};
use paper::flow::Skill;
use paper::sheet::{Attached, Moment};

const SIGNED: &[u8] = "{\"name\":\"Amarre une ligne à l’arrivée\",\"proof\":{}}".as_bytes();

fn words(lang: &'static str, name: &str, competencies: usize, criteria: usize) -> Words {
    let french = lang == "fr-CA";
    let say = |en: &str, fr: &str| if french { fr.to_owned() } else { en.to_owned() };
    let criterion = say(
        "Checks the sling for wear before every lift and takes a worn one out of use at once",
        "Vérifie l’usure de la toile avant chaque levage et retire aussitôt une toile usée de l’équipement",
    );
    let skill = |n: usize| Skill {
        name: (competencies > 1)
            .then(|| format!("{} {n}", say("Plans a transfer with the client", "Planifie un transfert avec la personne"))),
        note: Some(say("Level 3 of 4 · 2 videos and 1 written account", "Niveau 3 sur 4 · 2 vidéos et 1 compte rendu écrit")),
        shown: vec![criterion.clone(); criteria],
    };
    Words {
        lang,
        title: say("Safe transfer and positioning, awarded to ", "Transfert et positionnement sécuritaires, décerné à ") + name,
        kind: say("Micro-credential", "Microtitre"),
        achievement: say("Safe transfer and positioning", "Transfert et positionnement sécuritaires"),
        awarded_to: say("Awarded to", "Décerné à"),
        awarded: say("on 4 November 2026 by Pinecrest College", "le 4 novembre 2026 par le Collège Pinecrest"),
        standing: None,
        summary: say(
            "Moves people safely between bed, chair and bath, alone and with a partner, with and without a lift.",
            "Déplace des personnes en sécurité entre le lit, le fauteuil et le bain, seul et à deux, avec ou sans lève-personne.",
        ),
        can: say("What was shown", "Ce qui a été montré"),
        how: say(
            "A qualified assessor judged the evidence criterion by criterion.",
            "Une personne évaluatrice qualifiée a jugé les preuves critère par critère.",
        ),
        skills: (0..competencies).map(skill).collect(),
        facts: [
            ("Issued by", "Délivré par"),
            ("Assessed by", "Évalué par"),
            ("Awarded", "Décerné"),
            ("Valid", "Validité"),
            ("Supervision", "Supervision"),
            ("Number", "Numéro"),
        ]
        .map(|(en, fr)| (say(en, fr), say("Pinecrest College", "Collège Pinecrest")))
        .to_vec(),
        notes: vec![say("The signed credential is attached to this file.", "Le titre signé est joint à ce fichier.")],
        substituted: say("Some characters can’t be drawn here.", "Certains caractères ne peuvent pas être dessinés ici."),
        scan: say("Scan to see whether it is in force today.", "À balayer pour voir s’il est en vigueur aujourd’hui."),
        emblem: say("Emblem", "Emblème"),
        code: say("QR code", "Code QR"),
        continued: say("Safe transfer and positioning, continued", "Transfert et positionnement sécuritaires, suite"),
    }
}

fn certificate(name: &str, langs: &[&'static str], competencies: usize, criteria: usize) -> Certificate {
    let study = STUDIES[1];
    Certificate {
        words: langs.iter().map(|l| words(l, name, competencies, criteria)).collect(),
        holder: name.to_owned(),
        issuer: "Pinecrest College".to_owned(),
        emblem: emblem("cmp_1", Look::earned(study, 3)),
        tones: [study.1[0], study.1[1]],
        address: Some("https://tessera.example/c/crd_01jd6n3m4q8v5w2x7y9z0a1b2c".to_owned()),
        id: "crd_01jd6n3m4q8v5w2x7y9z0a1b2c".to_owned(),
        made: Moment { year: 2026, rest: [11, 4, 12, 0, 0] },
        attached: Attached {
            name: "crd_1.json".to_owned(),
            description: "Open Badges 3.0".to_owned(),
            media_type: "application/vc",
            bytes: SIGNED.to_vec(),
        },
    }
}

/// Puts a file where somebody can look at it, if the environment names a folder.
fn show(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("TESSERA_PAPER_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

fn pages(pdf: &[u8]) -> usize {
    pdf.windows(11).filter(|w| w == b"/Type/Page/").count()
}

#[test]
fn what_was_signed_comes_out_as_it_went_in() {
    for (file, name, langs, competencies, criteria) in [
        ("english.pdf", "Amara Okafor", &["en-CA"][..], 1, 5),
        ("french.pdf", "Zoë Beauséjour-L’Écuyer de la Grande-Rivière-du-Nord Saint-Barthélemy de Montréal", &["fr-CA"], 3, 4),
        ("both.pdf", "ᐊᓗᒃᑲᖅ ᐃᓄᒃᔪᐊᖅ", &["en-CA", "fr-CA"], 6, 5),
        ("boxes.pdf", "王小明", &["fr-CA", "en-CA"], 2, 2),
        ("endless.pdf", &"Maximilian ".repeat(60), &["en-CA"], 20, 12),
        ("bare.pdf", "", &["en-CA"], 0, 0),
    ] {
        let pdf = certificate(name, langs, competencies, criteria).pdf().unwrap_or_else(|e| panic!("{file}: {e}"));
        show(file, &pdf);
        assert_eq!(embedded::take(&pdf).as_deref(), Ok(SIGNED), "{file}");
        assert!(pages(&pdf) >= langs.len(), "{file}");
    }
}

#[test]
fn the_same_credential_gives_the_same_file() {
    let made = || certificate("Amara Okafor", &["en-CA", "fr-CA"], 3, 4).pdf().unwrap();
    assert_eq!(made(), made());
}

#[test]
fn what_fits_stays_on_one_page_and_nothing_is_left_out() {
    assert_eq!(pages(&certificate("Amara Okafor", &["en-CA"], 1, 5).pdf().unwrap()), 1);
    assert_eq!(pages(&certificate("Amara Okafor", &["en-CA", "fr-CA"], 1, 5).pdf().unwrap()), 2);
    assert!(pages(&certificate("Amara Okafor", &["en-CA"], 20, 12).pdf().unwrap()) > 2);
}

#[test]
fn the_file_says_that_it_is_archival_accessible_and_in_which_language() {
    let pdf = certificate("Amara Okafor", &["fr-CA"], 1, 3).pdf().unwrap();
    let text = String::from_utf8_lossy(&pdf);
    for said in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Lang(fr-CA)",
        "/Marked true",
        "/AFRelationship/Source",
        "/DisplayDocTitle true",
    ] {
        assert!(text.contains(said), "{said}");
    }
    for tag in ["/S/H1", "/S/L/", "/S/Table", "/S/Figure", "/S/Link"] {
        assert!(text.contains(tag), "{tag}");
    }
}

#[test]
fn other_files_are_refused() {
    let pdf = certificate("Amara Okafor", &["en-CA"], 1, 3).pdf().unwrap();
    let changed = |from: &str, to: &str| {
        let at = pdf.windows(from.len()).position(|w| w == from.as_bytes()).expect("it is there");
        [&pdf[..at], to.as_bytes(), &pdf[at + from.len()..]].concat()
    };
    assert_eq!(embedded::take(b"{\"not\":\"a pdf\"}"), Err(NotInside::NotPdf));
    assert_eq!(embedded::take(b"%PDF-1.7\nnothing"), Err(NotInside::NotOurs));
    assert_eq!(embedded::take(&changed("/Producer(Tessera)", "/Producer(Another)")), Err(NotInside::NotOurs));
    assert_eq!(embedded::take(&changed("/Type/EmbeddedFile", "/Type/EmbeddedFilm")), Err(NotInside::NotOne));
    let twice = [pdf.as_slice(), b"1 0 obj\n<</Length 1/Type/EmbeddedFile/Filter/FlateDecode/Subtype/a>>\nstream\nx\nendstream"].concat();
    assert_eq!(embedded::take(&twice), Err(NotInside::NotOne));
    let long = [pdf.as_slice(), &vec![b' '; embedded::LONGEST]].concat();
    assert_eq!(embedded::take(&long), Err(NotInside::TooLong));
}

#[test]
fn a_file_cut_or_damaged_anywhere_is_refused_or_gives_what_was_signed() {
    let pdf = certificate("Amara Okafor", &["en-CA"], 1, 3).pdf().unwrap();
    let inside = pdf.windows(18).position(|w| w == b"/Type/EmbeddedFile").unwrap();
    for at in (0..pdf.len()).step_by(251).chain(inside - 200..inside + 400) {
        assert!(embedded::take(&pdf[..at]).is_err() || at > inside, "cut at {at}");
        let mut damaged = pdf.clone();
        damaged[at] ^= 0x55;
        if let Ok(found) = embedded::take(&damaged) {
            assert!(found == SIGNED || (inside..inside + 400).contains(&at), "damaged at {at}");
        }
    }
}

#[test]
fn a_small_stream_that_unfolds_without_end_is_refused() {
    use std::io::Write as _;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b'x'; embedded::LONGEST_INSIDE + 1]).unwrap();
    let packed = packer.finish().unwrap();
    let head = format!("%PDF-1.7\n1 0 obj\n<</Length {}/Type/EmbeddedFile/Filter/FlateDecode/Subtype/a>>\nstream\n", packed.len());
    let pdf = [head.as_bytes(), &packed, b"\nendstream\nendobj\n/Producer(Tessera)"].concat();
    assert_eq!(embedded::take(&pdf), Err(NotInside::TooLong));
}
