use flate2::Crc;
use proptest::prelude::*;

use super::*;
use crate::testing;

const SVG: &str = r#"<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" width="1"><g/></svg>"#;
const JSON: &str = r#"{"name": "Hygiène ]]> <b>&amp;</b>"}"#;
const JWS: &str = "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl";

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(kind);
    crc.update(data);
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, &crc.sum().to_be_bytes()].concat()
}

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let header = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    [&png::SIGNATURE[..], &header, &chunks.concat(), &chunk(b"IEND", b"")].concat()
}

fn text_chunk(fields: &[&[u8]]) -> Vec<u8> {
    chunk(b"iTXt", &[&b"openbadgecredential\0"[..], &fields.concat()].concat())
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_is_baked_in_comes_out_again() {
    for picture in [&png(&[]), SVG.as_bytes(), b"<svg/>", b"<s:svg xmlns:s='http://www.w3.org/2000/svg'\n/>"] {
        let baked = bake(picture, JSON, Existing::Refuse).unwrap();
        assert_eq!(json(&unbake(&baked).unwrap().unwrap()), json(JSON));
        let baked = bake(picture, JWS, Existing::Refuse).unwrap();
        assert_eq!(unbake(&baked).unwrap().as_deref(), Some(JWS));
        assert_eq!(unbake(picture), Ok(None));
    }
}

#[test]
fn a_credential_that_is_there_is_replaced_only_on_demand() {
    for picture in [&png(&[chunk(b"IDAT", b"x")]), SVG.as_bytes()] {
        let first = bake(picture, JSON, Existing::Refuse).unwrap();
        assert_eq!(bake(&first, JWS, Existing::Refuse), Err(BakeError::Present));
        let second = bake(&first, JWS, Existing::Replace).unwrap();
        assert_eq!(unbake(&second).unwrap().as_deref(), Some(JWS));
        assert_eq!(bake(&second, JSON, Existing::Replace).unwrap(), first);
    }
}

#[test]
fn a_picture_with_two_credentials_is_refused() {
    let twice = png(&[text_chunk(&[b"\0\0\0\0{}"]), text_chunk(&[b"\0\0\0\0{}"])]);
    assert_eq!(unbake(&twice), Err(BakeError::Several));
    assert_eq!(bake(&twice, JSON, Existing::Replace), Err(BakeError::Several));
    let one = r#"<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">{}</o:credential>"#;
    assert_eq!(unbake(format!("<svg>{one}{one}</svg>").as_bytes()), Err(BakeError::Several));
    let both = r#"<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="a.b.c">{}</o:credential></svg>"#;
    assert_eq!(unbake(both.as_bytes()), Err(BakeError::Several));
}

#[test]
fn a_png_that_breaks_off_or_has_a_wrong_checksum_is_refused() {
    let whole = bake(&png(&[chunk(b"IDAT", b"data")]), JSON, Existing::Refuse).unwrap();
    for end in png::SIGNATURE.len()..whole.len() {
        assert!(matches!(unbake(&whole[..end]), Err(BakeError::Damaged(_))), "{end}");
    }
    for place in png::SIGNATURE.len()..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        assert!(matches!(unbake(&damaged), Err(BakeError::Damaged(_))), "{place}");
    }
    let followed = [whole, b"<script>".to_vec()].concat();
    assert_eq!(unbake(&followed), Err(BakeError::Damaged("something follows its end")));
}

#[test]
fn a_compressed_text_is_unpacked_only_as_far_as_a_credential_may_be_long() {
    use std::io::Write;
    let zlib = |bytes: &[u8]| {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    let packed = png(&[text_chunk(&[b"\x01\0\0\0", &zlib(b"{}")])]);
    assert_eq!(unbake(&packed).unwrap().as_deref(), Some("{}"));
    let bomb = png(&[text_chunk(&[b"\x01\0\0\0", &zlib(&vec![b' '; 20 * 1024 * 1024])])]);
    assert_eq!(unbake(&bomb), Err(BakeError::CredentialTooLarge));
    let unknown = png(&[text_chunk(&[b"\x01\x07\0\0", &zlib(b"{}")])]);
    assert!(matches!(unbake(&unknown), Err(BakeError::Damaged(_))));
}

#[test]
fn an_svg_that_is_broken_or_declares_entities_is_refused() {
    let bomb = r#"<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>"#;
    assert_eq!(unbake(bomb.as_bytes()), Err(BakeError::Unsupported("a document type with declarations")));
    let inside = r#"<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>&mine;</o:credential></svg>"#;
    assert_eq!(unbake(inside.as_bytes()), Err(BakeError::Unsupported("an entity of its own")));
    for broken in ["<svg>", "<svg></g>", "<svg/><svg/>", "<svg/>text", "<svg", "<svg><g></svg></g>", "</svg>"] {
        assert!(matches!(unbake(broken.as_bytes()), Err(BakeError::Damaged(_))), "{broken}");
    }
    let deep = format!("<svg>{}", "<g>".repeat(300));
    assert_eq!(unbake(deep.as_bytes()), Err(BakeError::Unsupported("very deep nesting")));
    let latin = "<?xml version='1.0' encoding='ISO-8859-1'?><svg/>";
    assert_eq!(unbake(latin.as_bytes()), Err(BakeError::Unsupported("an encoding other than UTF-8")));
}

#[test]
fn references_in_an_svg_credential_are_read_as_xml_says() {
    let escaped = r#"<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>
        {"name": &quot;A &#x26; B &lt;i&gt;&quot;}</o:credential></svg>"#;
    assert_eq!(unbake(escaped.as_bytes()).unwrap().as_deref(), Some(r#"{"name": "A & B <i>"}"#));
}

#[test]
fn an_element_of_another_namespace_is_no_credential() {
    for other in ["http://openbadges.org", "https://purl.imsglobal.org/ob/v2p0"] {
        let svg = format!(r#"<svg xmlns:openbadges="{other}"><openbadges:credential>{{}}</openbadges:credential></svg>"#);
        assert_eq!(unbake(svg.as_bytes()), Ok(None));
        assert!(matches!(bake(svg.as_bytes(), JSON, Existing::Refuse), Err(BakeError::Unsupported(_))));
    }
}

/// Found by the fuzzer: baking declared the prefix, which made a second credential of the element.
#[test]
fn an_element_whose_prefix_stands_for_nothing_is_refused() {
    let svg = r#"<svg><openbadges:credential verify="a.b.c"/></svg>"#;
    assert_eq!(bake(svg.as_bytes(), JSON, Existing::Replace), Err(BakeError::Damaged("a namespace is not declared")));
}

/// Found by the fuzzer: one half of the program believed the first declaration, the other the last.
#[test]
fn a_prefix_declared_twice_is_refused() {
    let svg = r#"<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" xmlns:openbadges="x"/>"#;
    assert_eq!(unbake(svg.as_bytes()), Err(BakeError::Damaged("it is not well-formed XML")));
}

#[test]
fn only_pictures_and_credentials_of_a_bearable_size_are_taken() {
    assert_eq!(unbake(b"GIF89a"), Err(BakeError::NotAPicture));
    assert_eq!(unbake(b"<html/>"), Err(BakeError::NotAPicture));
    assert_eq!(unbake(&vec![b' '; LARGEST_PICTURE + 1]), Err(BakeError::TooLarge));
    for text in ["", "not JSON", "{", "a.b", "a.b.c.d", "a.b.\"/><script"] {
        assert_eq!(bake(SVG.as_bytes(), text, Existing::Refuse), Err(BakeError::NotACredential), "{text}");
    }
    let long = format!("{{\"a\": \"{}\"}}", "x".repeat(crate::LARGEST_DOCUMENT));
    assert_eq!(bake(SVG.as_bytes(), &long, Existing::Refuse), Err(BakeError::CredentialTooLarge));
}

#[test]
fn pictures_that_others_baked_are_read_and_can_be_baked_anew() {
    let Some(folder) = testing::data("credentials/1edtech-validator/ob30") else { return };
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    for name in ["simple-json.png", "simple-json.svg"] {
        let credential = json(&unbake(&read(name)).unwrap().unwrap());
        assert_eq!(credential["type"], serde_json::json!(["VerifiableCredential", "OpenBadgeCredential"]), "{name}");
    }
    for name in ["simple-jwt.png", "simple-jwt_v1.png", "simple-jwt.svg", "simple-jwt_v1.svg"] {
        let jws = unbake(&read(name)).unwrap().unwrap();
        assert_eq!(form(&jws), Some(Form::Jws), "{name}");
        let baked = bake(&read(name), JSON, Existing::Replace).unwrap();
        assert_eq!(json(&unbake(&baked).unwrap().unwrap()), json(JSON), "{name}");
    }
}

#[test]
fn sound_pictures_without_a_credential_are_read_as_such() {
    let Some(folder) = testing::data("credentials/dcc-vc-test-fixtures/verifiableCredentials") else { return };
    let mut pictures = testing::files(&folder);
    pictures.retain(|file| file.extension().is_some_and(|kind| kind == "png" || kind == "svg"));
    assert!(pictures.len() > 40);
    for picture in pictures {
        let bytes = std::fs::read(&picture).unwrap();
        assert_eq!(unbake(&bytes), Ok(None), "{}", picture.display());
        let baked = bake(&bytes, JSON, Existing::Refuse).unwrap();
        assert_eq!(json(&unbake(&baked).unwrap().unwrap()), json(JSON), "{}", picture.display());
    }
}

proptest! {
    #[test]
    fn any_json_text_survives_both_kinds_of_picture(text in "\\PC{0,40}(]]>|&|<!--|\u{fffe}|\u{ffff}|\n)?\\PC{0,10}") {
        let credential = serde_json::json!({ "text": text });
        for picture in [&png(&[]), SVG.as_bytes()] {
            let baked = bake(picture, &credential.to_string(), Existing::Refuse).unwrap();
            prop_assert_eq!(&json(&unbake(&baked).unwrap().unwrap()), &credential);
        }
    }

    #[test]
    fn no_bytes_upset_the_readers(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<svg", " xmlns:o='https://purl.imsglobal.org/ob/v3p0'", ">", "/>", "<o:credential", " verify='a.b.c'", "</o:credential>",
            "</svg>", "<![CDATA[", "]]>", "&#x0;", "&amp;", "<!--", "-->", "<!DOCTYPE ", "<?xml", "?>", "{}", "'", "\"", "é",
        ]), 0..30),
    ) {
        let _ = unbake(&bytes);
        let _ = unbake(&[&png::SIGNATURE[..], &bytes].concat());
        let _ = unbake(&png(&[text_chunk(&[&bytes])]));
        let svg = format!("<svg{}", pieces.concat());
        let _ = bake(svg.as_bytes(), JSON, Existing::Replace);
    }
}
