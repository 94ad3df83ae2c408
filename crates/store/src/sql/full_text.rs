//! Where the databases truly differ: finding the offerings that have some words. Each has its own index, written in the same
//! transaction as the offering; both find the same, since both keep folded words as they are and look for their beginnings.

/// A statement whose condition is that an offering has the words in `$1`.
pub struct Worded {
    /// Without words.
    pub(super) all: &'static str,
    /// With FTS5.
    pub(super) sqlite: &'static str,
    /// With a text search vector.
    pub(super) postgres: &'static str,
}

/// A statement made of what stands before and after its condition on words.
#[macro_export]
macro_rules! worded {
    ($before:expr, $after:expr) => {
        $crate::sql::full_text::Worded::of(
            concat!($before, "$1 = ''", $after),
            concat!($before, "o.place_in_index IN (SELECT rowid FROM offering_words WHERE offering_words MATCH $1)", $after),
            concat!($before, "o.place_in_index IN (SELECT place FROM offering_words WHERE words @@ CAST($1 AS TSQUERY))", $after),
        )
    };
}

impl Worded {
    /// The three texts of one statement.
    pub const fn of(all: &'static str, sqlite: &'static str, postgres: &'static str) -> Worded {
        Worded { all, sqlite, postgres }
    }
}

/// The tables of the index.
pub const SQLITE_TABLES: &str =
    "CREATE VIRTUAL TABLE offering_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');";
/// The same.
pub const POSTGRES_TABLES: &str = "CREATE TABLE offering_words (place BIGINT PRIMARY KEY, words TSVECTOR NOT NULL); \
     CREATE INDEX offering_words_found ON offering_words USING GIN (words);";

/// Words longer than this are cut: an index of words is no place for more.
const MOST_CHARS: usize = 60;
/// How many words of a search count.
const MOST_WORDS: usize = 8;

/// Folded text, with words that an index can hold.
pub fn indexed(folded: &str) -> String {
    folded.split(' ').filter(|w| !w.is_empty()).map(cut).collect::<Vec<_>>().join(" ")
}

fn cut(word: &str) -> &str {
    word.char_indices().nth(MOST_CHARS).map_or(word, |(end, _)| &word[..end])
}

/// The question for folded words: each must occur, at the beginning of a word. Folded words are letters and digits, so that
/// none of them means anything to a database.
pub fn question(folded: &str, server: bool) -> String {
    let words = folded.split(' ').filter(|w| !w.is_empty()).take(MOST_WORDS).map(cut);
    if server {
        words.map(|w| format!("'{w}':*")).collect::<Vec<_>>().join(" & ")
    } else {
        words.map(|w| format!("\"{w}\" *")).collect::<Vec<_>>().join(" ")
    }
}
