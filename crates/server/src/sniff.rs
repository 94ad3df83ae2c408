//! What a file is, by its bytes. What it was claimed to be decides only between sound and picture in one container.

use domain::evidence::EvidenceKind;
use infer::MatcherType;

/// How many bytes of the beginning and of the end are looked at. The end of a ZIP file lists what is in it.
pub const LOOKED_AT: usize = 64 * 1024;

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its media type.
    pub media_type: String,
    /// Its medium.
    pub kind: EvidenceKind,
    /// Why nobody can assess it, if so.
    pub against: Option<Against>,
}

/// Why a file can't be evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// There is nothing in it.
    Empty,
    /// A computer would run it, or a document that has such a thing in it.
    Program,
    /// Files packed into one: an assessor sees a name and not what was done.
    Archive,
}

impl Against {
    /// The Fluent key that says why and what to do; it is stored as the reason.
    pub fn key(self) -> &'static str {
        match self {
            Against::Empty => "rejected-empty",
            Against::Program => "rejected-program",
            Against::Archive => "rejected-archive",
        }
    }
}

/// Looks at the beginning and the end of a file. `name` and `claimed` are what its sender says it is.
pub fn sniff(head: &[u8], tail: &[u8], name: &str, claimed: &str) -> Seen {
    if head.is_empty() {
        return Seen { media_type: "application/octet-stream".to_owned(), kind: EvidenceKind::Other, against: Some(Against::Empty) };
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return packed(head, tail);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return old_office(name);
    }
    // Before the signatures: some of those are two letters, with which a sentence may begin.
    if let Some(text) = as_text(head) {
        return of_type(text_type(text));
    }
    // A shortcut of Windows runs whatever it names.
    if head.starts_with(&[0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0]) {
        return against(Against::Program, "application/x-ms-shortcut");
    }
    match infer::get(head) {
        Some(found) if found.matcher_type() == MatcherType::App && found.mime_type() != "application/x-x509-ca-cert" => {
            against(Against::Program, found.mime_type())
        }
        Some(found) if is_archive(found.mime_type()) => against(Against::Archive, found.mime_type()),
        Some(found) if is_installer(found.mime_type()) => against(Against::Program, found.mime_type()),
        Some(found) => of_type(settle(found.mime_type(), claimed)),
        None => of_type(settle(unlisted(head), claimed)),
    }
}

/// Kinds that the list of signatures leaves out.
fn unlisted(head: &[u8]) -> &'static str {
    match head {
        // MPEG audio, layer III, in any version, with or without a checksum.
        [0xFF, second, ..] if second & 0xE6 == 0xE2 => "audio/mpeg",
        // Phones write many brands of the same container.
        [_, _, _, _, b'f', b't', b'y', b'p', b'3', b'g', ..] => "video/3gpp",
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => "video/mp4",
        _ => "application/octet-stream",
    }
}

fn against(why: Against, media_type: &str) -> Seen {
    Seen { media_type: media_type.to_owned(), kind: EvidenceKind::Other, against: Some(why) }
}

fn of_type(media_type: &str) -> Seen {
    let kind = match media_type {
        t if t.starts_with("video/") => EvidenceKind::Video,
        t if t.starts_with("audio/") => EvidenceKind::Audio,
        t if t.starts_with("image/") => EvidenceKind::Image,
        t if t.starts_with("text/") => EvidenceKind::Document,
        "application/pdf"
        | "application/rtf"
        | "application/msword"
        | "application/epub+zip"
        | "application/xml"
        | "application/postscript" => EvidenceKind::Document,
        t if t.starts_with("application/vnd.openxmlformats")
            || t.starts_with("application/vnd.oasis")
            || t.starts_with("application/vnd.ms-") =>
        {
            EvidenceKind::Document
        }
        _ => EvidenceKind::Other,
    };
    Seen { media_type: media_type.to_owned(), kind, against: None }
}

/// Files packed into one. Office documents are such files too; what they hold tells which is which.
fn packed(head: &[u8], tail: &[u8]) -> Seen {
    let holds = |name: &[u8]| [head, tail].iter().any(|bytes| bytes.windows(name.len()).any(|w| w == name));
    if holds(b"vbaProject.bin") || holds(b"META-INF/MANIFEST.MF") || holds(b"AndroidManifest.xml") {
        return against(Against::Program, "application/zip");
    }
    let whole = |part: &[u8], media_type| holds(part).then(|| of_type(media_type));
    // The type of these is written out in their first entry, which is not compressed.
    let named = |media_type: &'static str| head.get(30..).is_some_and(|rest| rest.starts_with(format!("mimetype{media_type}").as_bytes()));
    let by_name = ["application/epub+zip", "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"]
        .into_iter()
        .chain(["application/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.graphics"])
        .find(|media_type| named(media_type));
    by_name
        .map(of_type)
        .or_else(|| whole(b"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
        .or_else(|| whole(b"xl/workbook.", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .or_else(|| whole(b"ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"))
        .unwrap_or_else(|| against(Against::Archive, "application/zip"))
}

/// The container of office documents until 2007, and of installers still: only the name tells them apart.
fn old_office(name: &str) -> Seen {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("doc" | "dot") => of_type("application/msword"),
        Some("xls" | "xlt") => of_type("application/vnd.ms-excel"),
        Some("ppt" | "pps") => of_type("application/vnd.ms-powerpoint"),
        Some("msg") => of_type("application/vnd.ms-outlook"),
        Some("vsd") => of_type("application/vnd.visio"),
        _ => against(Against::Program, "application/x-ole-storage"),
    }
}

fn is_archive(media_type: &str) -> bool {
    const ARCHIVES: &[&str] = &[
        "application/zip",
        "application/x-tar",
        "application/x-par2",
        "application/vnd.rar",
        "application/gzip",
        "application/x-bzip2",
        "application/vnd.bzip3",
        "application/x-7z-compressed",
        "application/x-xz",
        "application/x-unix-archive",
        "application/x-compress",
        "application/x-lzip",
        "application/zstd",
        "application/x-lz4",
        "application/x-cpio",
    ];
    ARCHIVES.contains(&media_type)
}

fn is_installer(media_type: &str) -> bool {
    const INSTALLERS: &[&str] = &[
        "application/x-shockwave-flash",
        "application/x-nintendo-nes-rom",
        "application/x-google-chrome-extension",
        "application/vnd.ms-cab-compressed",
        "application/vnd.debian.binary-package",
        "application/x-rpm",
    ];
    INSTALLERS.contains(&media_type)
}

/// One name for each type, and sound or picture where the container may hold either.
fn settle<'a>(found: &'a str, claimed: &str) -> &'a str {
    let sound = claimed.trim().to_ascii_lowercase().starts_with("audio/");
    let picture = claimed.trim().to_ascii_lowercase().starts_with("video/");
    match found {
        "video/webm" if sound => "audio/webm",
        "video/x-matroska" if sound => "audio/x-matroska",
        "video/mp4" | "video/x-m4v" if sound => "audio/mp4",
        "video/x-m4v" => "video/mp4",
        "audio/m4a" => "audio/mp4",
        "video/3gpp" if sound => "audio/3gpp",
        "video/x-ms-wmv" if sound => "audio/x-ms-wma",
        "audio/ogg" | "audio/opus" if picture => "video/ogg",
        "audio/opus" => "audio/ogg",
        "audio/x-wav" => "audio/wav",
        "audio/x-flac" => "audio/flac",
        "audio/x-aiff" => "audio/aiff",
        other => other,
    }
}

/// The text that the beginning of a file is, if it is text: UTF-8 without the control characters that text never has.
fn as_text(head: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The last character may go on beyond what is looked at.
        Err(e) if e.error_len().is_none() && head.len() == LOOKED_AT => std::str::from_utf8(&head[..e.valid_up_to()]).ok()?,
        Err(_) => return None,
    };
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}' | '\u{85}');
    (!text.contains(odd)).then_some(text)
}

/// Text that a browser would not show as text is told from text that it would.
fn text_type(text: &str) -> &'static str {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("%PDF-") {
        return "application/pdf";
    }
    if start.starts_with("{\\rtf") {
        return "application/rtf";
    }
    if start.starts_with("%!PS") {
        return "application/postscript";
    }
    if !start.starts_with('<') {
        return "text/plain";
    }
    let lower = start.to_ascii_lowercase();
    match () {
        () if lower.contains("<svg") && !lower.contains("<html") => "image/svg+xml",
        () if infer::text::is_html(start.as_bytes()) || lower.contains("<html") || lower.contains("<script") => "text/html",
        () if lower.starts_with("<?xml") || lower.contains("xmlns") => "application/xml",
        () => "text/html",
    }
}

#[cfg(test)]
mod tests;
