use super::*;

fn see(bytes: &[u8], name: &str, claimed: &str) -> Seen {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let tail = &bytes[bytes.len() - bytes.len().min(LOOKED_AT)..];
    sniff(head, tail, name, claimed)
}

#[track_caller]
fn is(bytes: &[u8], claimed: &str, media_type: &str, kind: EvidenceKind) {
    assert_eq!(see(bytes, "file", claimed), Seen { media_type: media_type.to_owned(), kind, against: None });
}

#[track_caller]
fn refused(bytes: &[u8], name: &str, claimed: &str, why: Against) {
    assert_eq!(see(bytes, name, claimed).against, Some(why));
}

fn webm() -> Vec<u8> {
    [b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01\x42\xF7\x81\x01\x42\xF2\x81\x04\x42\xF3\x81\x08\x42\x82\x84webm".as_slice(), &[0; 40]].concat()
}

fn mp4(brand: &[u8; 4]) -> Vec<u8> {
    [b"\0\0\0\x1cftyp".as_slice(), brand, b"\0\0\x02\0isomiso2mp41", &[0xFF; 40]].concat()
}

fn wav() -> Vec<u8> {
    [b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".as_slice(), &[0; 40]].concat()
}

fn zip(entries: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for name in entries {
        bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        bytes.extend((name.len() as u16).to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(name.as_bytes());
    }
    bytes
}

#[test]
fn recordings() {
    is(&webm(), "video/webm", "video/webm", EvidenceKind::Video);
    is(&webm(), "audio/webm;codecs=opus", "audio/webm", EvidenceKind::Audio);
    is(&mp4(b"isom"), "video/mp4", "video/mp4", EvidenceKind::Video);
    is(&mp4(b"isom"), "audio/mp4", "audio/mp4", EvidenceKind::Audio);
    is(&mp4(b"M4A "), "video/mp4", "audio/mp4", EvidenceKind::Audio);
    is(&mp4(b"qt  "), "", "video/quicktime", EvidenceKind::Video);
    is(&mp4(b"3gp4"), "", "video/3gpp", EvidenceKind::Video);
    is(&wav(), "video/mp4", "audio/wav", EvidenceKind::Audio);
    is(&[b"OggS\0\x02".as_slice(), &[0; 60]].concat(), "audio/ogg", "audio/ogg", EvidenceKind::Audio);
    is(&[0xFF, 0xF3, 0x84, 0xC4, 0, 0, 0, 0], "", "audio/mpeg", EvidenceKind::Audio);
}

#[test]
fn pictures_and_documents() {
    is(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "text/html", "image/png", EvidenceKind::Image);
    is(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01", "", "image/jpeg", EvidenceKind::Image);
    is(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "", "application/pdf", EvidenceKind::Document);
    is(b"%PDF-1.4\n1 0 obj\n<< >>", "", "application/pdf", EvidenceKind::Document);
    is(b"{\\rtf1\\ansi Hello}", "", "application/rtf", EvidenceKind::Document);
}

#[test]
fn what_is_claimed_does_not_make_a_page_a_picture() {
    let page = b"<!DOCTYPE html><html><script>alert(1)</script></html>";
    is(page, "image/png", "text/html", EvidenceKind::Document);
    is(b"  \n<html lang=fr>", "text/plain", "text/html", EvidenceKind::Document);
    is(b"<b>bold", "text/plain", "text/html", EvidenceKind::Document);
    is(b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "image/png", "image/svg+xml", EvidenceKind::Image);
    is(b"<?xml version=\"1.0\"?>\n<!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>", "", "image/svg+xml", EvidenceKind::Image);
    is(b"\xEF\xBB\xBF<?xml version=\"1.0\"?><a/>", "", "application/xml", EvidenceKind::Document);
}

#[test]
fn words_are_text_whatever_they_begin_with() {
    for words in ["MZ said so.", "BC Ferries, report", "#!/bin/sh\necho hi\n", "Écrit en français\r\n\tbien sûr", "BM", "ID3 is a tag"] {
        is(words.as_bytes(), "video/mp4", "text/plain", EvidenceKind::Document);
    }
    // A character that is cut in two where looking ends.
    let long = format!("a{}", "é".repeat(LOOKED_AT));
    is(long.as_bytes(), "", "text/plain", EvidenceKind::Document);
    is(b"a\0b text with a zero", "", "application/octet-stream", EvidenceKind::Other);
    is(b"caf\xE9 in another encoding", "text/plain", "application/octet-stream", EvidenceKind::Other);
}

#[test]
fn programs_are_refused_whatever_they_are_called() {
    let exe = [b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".as_slice(), &[0; 64]].concat();
    refused(&exe, "holiday.png", "image/png", Against::Program);
    refused(&[b"\x7FELF\x02\x01\x01".as_slice(), &[0; 64]].concat(), "a", "", Against::Program);
    refused(b"\xCF\xFA\xED\xFE\x07\0\0\x01", "a", "", Against::Program);
    refused(b"\0asm\x01\0\0\0", "a.txt", "", Against::Program);
    refused(b"\x4C\0\0\0\x01\x14\x02\0\0\0\0\0", "a.lnk", "", Against::Program);
    refused(&zip(&["META-INF/MANIFEST.MF", "A.class"]), "a.docx", "", Against::Program);
    refused(&zip(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), "a.docx", "", Against::Program);
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "setup.msi", "", Against::Program);
}

#[test]
fn packed_files_are_refused_and_office_documents_are_not() {
    refused(&zip(&["a.jpg", "b.jpg"]), "pictures.zip", "", Against::Archive);
    refused(&[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], "a.gz", "", Against::Archive);
    refused(b"7z\xBC\xAF\x27\x1C\0\x04", "a.7z", "", Against::Archive);
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    is(&zip(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]), "", word, EvidenceKind::Document);
    let late = [zip(&["_rels/.rels"]), vec![7; 3 * LOOKED_AT], zip(&["word/document.xml"])].concat();
    is(&late, "", word, EvidenceKind::Document);
    is(&zip(&["mimetypeapplication/vnd.oasis.opendocument.text"]), "", "application/vnd.oasis.opendocument.text", EvidenceKind::Document);
    assert_eq!(see(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "report.DOC", "").media_type, "application/msword");
}

#[test]
fn an_empty_file_is_refused() {
    refused(b"", "a.txt", "text/plain", Against::Empty);
}

proptest::proptest! {
    #[test]
    fn no_bytes_are_too_odd_to_look_at(
        start in proptest::sample::select(vec![b"PK\x03\x04".to_vec(), b"\x7FELF".to_vec(), b"RIFF".to_vec(), b"\x1A\x45\xDF\xA3".to_vec(), vec![]]),
        rest in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
    ) {
        let bytes = [start, rest].concat();
        let seen = see(&bytes, "x", "video/mp4");
        proptest::prop_assert!(seen.media_type.contains('/'));
        proptest::prop_assert!(seen.media_type == "text/plain" || seen.media_type.is_ascii());
    }
}
