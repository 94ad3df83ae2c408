//! Free text to ESCO skills, on people's annotations of job advertisements, where the folder with real data is there. Only the
//! halves for validation are there; what is chosen here was chosen on them.

use domain::likeness::Likeness;
use exchange::catalogue::{CatalogueImport, Mapping, read};
use std::collections::HashMap;
use std::io::Read as _;
use std::path::PathBuf;

fn data(file: &str) -> Option<Vec<u8>> {
    let data = std::env::var_os("TESSERA_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let read = std::fs::read(data.join(file));
    if let Err(e) = &read {
        println!("SKIPPED: no real data at {}: {e}", data.join(file).display());
    }
    read.ok()
}

/// A file out of a zip whose entries say their sizes in the central directory.
fn unzipped(zip: &[u8], wanted: &str) -> Option<Vec<u8>> {
    let short = |at: usize| Some(u16::from_le_bytes(zip.get(at..at + 2)?.try_into().ok()?) as usize);
    let long = |at: usize| Some(u32::from_le_bytes(zip.get(at..at + 4)?.try_into().ok()?) as usize);
    let mut at = zip.windows(4).position(|w| w == b"PK\x01\x02")?;
    while zip.get(at..at + 4)? == b"PK\x01\x02" {
        let (size, name, extra, comment, local) = (long(at + 20)?, short(at + 28)?, short(at + 30)?, short(at + 32)?, long(at + 42)?);
        if zip.get(at + 46..at + 46 + name)? == wanted.as_bytes() {
            let from = local + 30 + short(local + 26)? + short(local + 28)?;
            let mut file = Vec::new();
            flate2::read::DeflateDecoder::new(zip.get(from..from + size)?).read_to_end(&mut file).ok()?;
            return Some(file);
        }
        at += 46 + name + extra + comment;
    }
    None
}

fn table(bytes: &[u8], fields: &str) -> CatalogueImport {
    let mapping = Mapping::parse(&format!("name = \"t\"\nformat = \"csv\"\n{fields}")).expect("a mapping");
    read(bytes, &mapping).expect("a table")
}

/// Skills with their preferred label first.
fn skills() -> Option<Vec<(String, Vec<String>)>> {
    let file = unzipped(&data("esco/esco_v1.1.1_classification_en_csv.zip")?, "skills_en.csv").expect("the zip has skills");
    let fields = "[fields.id]\nfrom = \"conceptUri\"\n[fields.title]\nfrom = \"preferredLabel\"\n[fields.skills]\nfrom = \"altLabels\"\nsplit = \"\\n\"\n";
    Some(table(&file, fields).listings.into_iter().map(|l| (l.title, l.skills)).collect())
}

/// Mean reciprocal rank over the annotations whose label is a skill, how many these are, and milliseconds of the middle query.
fn measured(index: &Likeness, known: &HashMap<String, usize>, file: &str) -> Option<(f64, usize, f64)> {
    let bytes = data(&format!("labelled/esco-skill-norm/{file}_validation_annotations.csv"))?;
    // The same span may stand there twice: the line makes it an id of its own.
    let text = String::from_utf8(bytes).expect("UTF-8");
    let numbered: String = exchange_lines(&text);
    let rows =
        table(numbered.as_bytes(), "[fields.id]\nfrom = \"line\"\n[fields.title]\nfrom = \"span\"\n[fields.level]\nfrom = \"label\"\n");
    let (mut ranks, mut times) = (Vec::new(), Vec::new());
    for row in rows.listings {
        let Some(wanted) = row.level.and_then(|label| known.get(&label.trim().to_lowercase()).copied()) else { continue };
        let begun = std::time::Instant::now();
        let found = index.like(&row.title, 100);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        ranks.push(found.iter().position(|(s, _)| *s == wanted).map_or(0.0, |at| 1.0 / (at as f64 + 1.0)));
    }
    times.sort_by(f64::total_cmp);
    Some((ranks.iter().sum::<f64>() / ranks.len() as f64, ranks.len(), times[times.len() / 2]))
}

/// The table with a number in front of each of its rows, none of which has a line break in a cell.
fn exchange_lines(text: &str) -> String {
    text.lines().enumerate().map(|(n, line)| if n == 0 { format!("line,{line}\n") } else { format!("{n},{line}\n") }).collect()
}

#[test]
fn spans_of_job_advertisements_find_their_skill() {
    let Some(skills) = skills() else { return };
    let mut known = HashMap::new();
    for (at, (label, _)) in skills.iter().enumerate() {
        known.entry(label.trim().to_lowercase()).or_insert(at);
    }
    let begun = std::time::Instant::now();
    // Without optimisation the 110,000 names take a minute: the 14,000 preferred ones must do.
    let most = if cfg!(debug_assertions) { 0 } else { usize::MAX };
    let index = Likeness::of(
        skills.iter().map(|(label, others)| std::iter::once(label).chain(others.iter().take(most)).map(String::as_str).collect()),
    );
    println!("{} skills indexed in {:?}", index.len(), begun.elapsed());
    for (file, least) in if cfg!(debug_assertions) { [("house", 0.50), ("tech", 0.57)] } else { [("house", 0.55), ("tech", 0.60)] } {
        let Some((rank, n, middle)) = measured(&index, &known, file) else { return };
        println!("{file}: MRR {rank:.3} over {n} annotations, {middle:.2} ms for the middle one");
        assert!(n > 130, "{file}: only {n} annotations were read");
        assert!(rank >= least, "{file}: {rank:.3}");
    }
}
