//! The recordings, the picture and the document that the demo's learners show. `media/make.py` drew and spoke them:
//! nobody is seen or heard.

use domain::Lang;

/// A file that comes with the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Media {
    pub file_name: &'static str,
    pub media_type: &'static str,
    /// Of a recording.
    pub milliseconds: Option<u32>,
    pub bytes: &'static [u8],
    /// What is said in it, as captions in its language.
    pub captions: Option<(Lang, &'static str)>,
}

macro_rules! media {
    ($name:literal, $kind:literal, $length:expr) => {
        Media {
            file_name: $name,
            media_type: $kind,
            milliseconds: $length,
            bytes: include_bytes!(concat!("media/", $name)),
            captions: None,
        }
    };
}

/// A torch along a joint, with two stops.
pub(super) const WELD: Media = media!("weld.webm", "video/webm", Some(6_000));
/// Log lines on a screen, with remarks.
pub(super) const SCREEN: Media = media!("screen.webm", "video/webm", Some(6_000));
/// A synthetic voice in French.
pub(super) const REFLECTION: Media = Media {
    captions: Some((
        Lang::Fr,
        "00:00.000 --> 00:03.600\nJ’ai décrit ce que j’ai vu, sans deviner ce que l’enfant pensait.\n\n\
         00:03.600 --> 00:07.000\nEnsuite, j’ai demandé à la famille ce qu’elle y voyait.\n",
    )),
    ..media!("reflection.ogg", "audio/ogg", Some(7_000))
};
/// Waves, made of noise.
pub(super) const SHORE: Media = media!("shore.ogg", "audio/ogg", Some(6_000));
/// A drawing of a bead with its measures.
pub(super) const BEAD: Media = media!("bead.png", "image/png", None);
/// Two pages about bent plates.
pub(super) const BEND_TEST: Media = media!("bend-test.pdf", "application/pdf", None);
