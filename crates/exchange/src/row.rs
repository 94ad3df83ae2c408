/// A row that was not taken as it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// Line in the file, from 1, on which the row begins.
    pub line: usize,
    /// Where in the document, as a JSON pointer such as `/elements/17`: a file can have all of its rows on one line.
    pub place: String,
    /// The row's own identifier, where one could be read. For a link, the identifier it starts from.
    pub source_id: Option<String>,
    pub code: Fault,
    /// A plain English sentence; `code` is there for saying it in other languages.
    pub reason: String,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Not an object with fields, or one that cannot be read to its end.
    Malformed,
    MissingField,
    /// A field holds a number, list or the like where text belongs.
    NotText,
    EmptyField,
    TooLong,
    /// Text with a control character that no statement needs and that databases refuse.
    ControlCharacter,
    /// The identifier was used by an earlier row; the earlier one is kept.
    DuplicateId,
    /// The same link was made by an earlier row; the earlier one is kept.
    DuplicateLink,
    /// One end of the link is not among the elements that were kept.
    DanglingLink,
    /// A link from an element to itself.
    SelfLink,
    /// The link's relation is not among those the file declares.
    UnknownRelation,
    /// The row belongs to another document than the one this import is about.
    OtherDocument,
    /// The website is not an http or https address. The document is kept without it.
    BadWebsite,
    /// The file says something more that is not understood and was left out. Said once per field, not per row.
    UnknownField,
    /// The row has more or fewer cells than the header.
    WrongColumns,
    /// The row is not UTF-8 text.
    NotUtf8,
    /// A quote opens and never closes; what comes after it could not be read.
    UnclosedQuote,
    /// The mapping reads a column that the file does not have. Said once per column.
    MissingColumn,
    /// Rows that are something else than what the import is about. Said once per kind.
    OtherKind,
}

impl Fault {
    /// The name that is stored and shown to programs.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Malformed => "malformed",
            Fault::MissingField => "missing_field",
            Fault::NotText => "not_text",
            Fault::EmptyField => "empty_field",
            Fault::TooLong => "too_long",
            Fault::ControlCharacter => "control_character",
            Fault::DuplicateId => "duplicate_id",
            Fault::DuplicateLink => "duplicate_link",
            Fault::DanglingLink => "dangling_link",
            Fault::SelfLink => "self_link",
            Fault::UnknownRelation => "unknown_relation",
            Fault::OtherDocument => "other_document",
            Fault::BadWebsite => "bad_website",
            Fault::UnknownField => "unknown_field",
            Fault::WrongColumns => "wrong_columns",
            Fault::NotUtf8 => "not_utf8",
            Fault::UnclosedQuote => "unclosed_quote",
            Fault::MissingColumn => "missing_column",
            Fault::OtherKind => "other_kind",
        }
    }
}
