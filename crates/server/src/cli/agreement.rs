//! `tessera agreement FILE|-`: how far raters agree, computed as the pages compute it, so that anybody can compare with published values.

mod report;

use clap::{Args, ValueEnum};
use domain::agreement::{self, Level, Ratings};
use exchange::ratings::{self, BadLine, MOST_BYTES, Options};
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// How far raters agree: observed agreement, Cohen's κ, Conger's and Fleiss' κ, Gwet's AC1 and Krippendorff's α with their 95 % intervals,
/// and how strict each rater is.
///
/// FILE is a table (CSV): a row for each item, a column for each rater, an empty cell (or NA) where a rating is missing. A first row of
/// names and a first column of item ids are recognised: the row, if its first cell is called like an id (item, id, unit …) or none of its words
/// comes again below; the column, if its name says so or its cells are all different and more than there are values elsewhere.
/// Values are numbers, or words whose order `--values` tells. The level is that of α alone; the others know no order.
#[derive(Debug, Args)]
pub(super) struct Agreement {
    /// The table, or `-` for standard input.
    file: PathBuf,
    /// What values mean to α: names, or steps of a scale.
    #[arg(long, value_enum, default_value = "nominal")]
    level: Scale,
    /// Every value that can be given, lowest first: "not evident,approaching,competent". Without it, those that were given.
    #[arg(long, value_delimiter = ',', value_name = "LIST")]
    values: Vec<String>,
    /// A further word for what is missing. May be given more than once.
    #[arg(long, value_name = "WORD")]
    missing: Vec<String>,
    /// What the first row holds.
    #[arg(long, value_enum, default_value = "auto")]
    first_row: FirstRow,
    /// What the first column holds.
    #[arg(long, value_enum, default_value = "auto")]
    first_column: FirstColumn,
    /// Prints the answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scale {
    Nominal,
    Ordinal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FirstRow {
    Auto,
    Names,
    Ratings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FirstColumn {
    Auto,
    Ids,
    Ratings,
}

const NOTHING_TO_COMPARE: u8 = 1;
const UNREADABLE: u8 = 2;

/// Exit 0 computed, 1 no item has two ratings, 2 unreadable.
pub(super) fn run(asked: &Agreement) -> anyhow::Result<ExitCode> {
    let (table, compared) = match read(asked).and_then(|bytes| taken(&bytes, asked)) {
        Ok(both) => both,
        Err(bad) => {
            for line in bad {
                let at = if line.line == 0 { String::new() } else { format!("line {}: ", line.line) };
                eprintln!("tessera: {}: {at}{}", asked.file.display(), line.reason);
            }
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    let level = if asked.level == Scale::Ordinal { Level::Ordinal } else { Level::Nominal };
    let found = report::Report::of(&table, &compared, level);
    let printed = if asked.json { found.json().to_string() } else { found.text() };
    writeln!(std::io::stdout(), "{printed}")?;
    Ok(if agreement::observed(&compared).is_some() { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_TO_COMPARE) })
}

fn taken(bytes: &[u8], asked: &Agreement) -> Result<(ratings::Ratings, Ratings), Vec<BadLine>> {
    let options = Options {
        header: (asked.first_row != FirstRow::Auto).then_some(asked.first_row == FirstRow::Names),
        ids: (asked.first_column != FirstColumn::Auto).then_some(asked.first_column == FirstColumn::Ids),
        values: asked.values.clone(),
        missing: asked.missing.clone(),
    };
    let table = ratings::read(bytes, &options)?;
    if asked.level == Scale::Ordinal && !table.ordered {
        let values = table.values.join(", ");
        return Err(whole(format!(
            "the values ({values}) are words, and nothing tells which is higher: list them, lowest first, with --values"
        )));
    }
    let mut compared = Ratings::new(table.raters.len(), table.values.len() as u16);
    for row in &table.rows {
        compared.push(row).map_err(|e| whole(e.to_string()))?;
    }
    Ok((table, compared))
}

fn whole(reason: String) -> Vec<BadLine> {
    vec![BadLine { line: 0, reason }]
}

fn read(asked: &Agreement) -> Result<Vec<u8>, Vec<BadLine>> {
    let (mut bytes, most) = (Vec::new(), MOST_BYTES as u64 + 1);
    let read = if asked.file == std::path::Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(&asked.file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|e| whole(e.to_string()))?;
    Ok(bytes)
}
