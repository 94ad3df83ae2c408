//! Recorded evidence: playing it, notes at a moment of it, recording it, sending it in pieces.
//!
//! Each part brings its own script and works as plain HTML without it: native controls, media
//! fragments as links, a file field.

use super::{Tone, Weight, act, icon, tone_pill};
use crate::i18n::{bytes, duration, t};
use crate::t;
use crate::web::assets;
use domain::Lang;
use maud::{Markup, html};
use serde_json::Value;

fn script(name: &str) -> Markup {
    html! { script type="module" src=(assets::url(name)) {} }
}

/// A recording to play. Captions are (language tag, name of the language, address).
#[derive(Clone, Debug, Default)]
pub struct Player<'a> {
    pub id: &'a str,
    pub src: &'a str,
    /// "video/mp4"; what starts with "audio/" gets the audio player, or a low picture where captions need room.
    pub mime: &'a str,
    pub title: &'a str,
    pub captions: &'a [(String, String, String)],
    /// The length measured while recording: WebM files do not know theirs.
    pub seconds: Option<u64>,
}

/// A player with the browser's own controls. `desk.js` adds speed, keys and notes to it.
pub fn player(lang: Lang, p: &Player) -> Markup {
    let tracks = html! {
        source src=(p.src) type=(p.mime);
        @for (i, (tag, name, src)) in p.captions.iter().enumerate() {
            track kind="captions" srclang=(tag) label=(name) src=(src) default[i == 0];
        }
        a href=(p.src) { (p.title) }
    };
    html! {
        figure.player id=(p.id) data-player data-seconds=[p.seconds] data-speed=(t(lang, "player-speed")) {
            @let sound = p.mime.starts_with("audio/");
            @if sound && p.captions.is_empty() {
                audio controls preload="metadata" aria-label=(p.title) { (tracks) }
            } @else {
                // Only a video element has room for captions.
                video.sound[sound] controls playsinline preload="metadata" aria-label=(p.title) { (tracks) }
            }
            figcaption { span { (p.title) } @if let Some(s) = p.seconds { span.num.push { (duration(s)) } } }
        }
    }
}

/// A remark at a moment of a recording.
#[derive(Clone, Debug)]
pub struct Note {
    pub seconds: u64,
    pub words: String,
    /// Which criterion it speaks to, if one.
    pub about: String,
    /// Where to send a request to take it away, if this person may.
    pub remove: Option<String>,
}

/// The notes on a recording; each time leads to its moment, with or without script.
pub fn notes(lang: Lang, player: &Player, list: &[Note]) -> Markup {
    html! {
        ol.notes {
            @for n in list {
                li {
                    a.num href={ (player.src) "#t=" (n.seconds) } data-seek=(n.seconds) data-player-id=(player.id) { (duration(n.seconds)) }
                    span { (n.words) @if !n.about.is_empty() { " " span.muted { (n.about) } } }
                    @if let Some(action) = &n.remove {
                        form.inline method="post" action=(action) {
                            button.btn.quiet.small aria-label=(t!(lang, "note-remove", at = duration(n.seconds))) { (icon("cross")) }
                        }
                    }
                }
            }
        }
    }
}

/// What a recorder or an upload list belongs to.
#[derive(Clone, Debug)]
pub struct Recorder<'a> {
    pub id: &'a str,
    /// Sent with each upload as `evidence`, so that the server knows where it goes.
    pub evidence: &'a str,
    /// The page or part to show when an upload is complete; its `#evidence-list` replaces the one here.
    pub done: &'a str,
    pub video: bool,
    pub limit_seconds: u64,
}

/// Camera and microphone, or the microphone alone. [`uploads`] for the same evidence has to be on the page:
/// it sends what was recorded. Without script or devices only the explanation shows.
pub fn recorder(lang: Lang, r: &Recorder) -> Markup {
    let kind = if r.video { "video" } else { "audio" };
    html! {
        evidence-recorder id=(r.id) data-kind=(kind) data-evidence=(r.evidence) data-done=(r.done) data-limit=(r.limit_seconds)
            data-words=(recorder_words(lang)) {
            p.hint { (t(lang, if r.video { "record-no-script-video" } else { "record-no-script-audio" })) }
        }
        (script("evidence.js"))
    }
}

/// The words that the script needs, handed over as data because no script stands in the page.
fn recorder_words(lang: Lang) -> String {
    let keys = [
        "start-video",
        "start-audio",
        "allow",
        "camera",
        "microphone",
        "record",
        "pause",
        "resume",
        "stop",
        "retake",
        "use",
        "recording",
        "paused",
        "ready",
        "sound",
        "time",
        "minute-left",
        "ten-seconds",
        "limit",
        "denied",
        "missing",
        "busy",
        "unsupported",
        "found",
        "recover",
        "discard",
        "silent",
        "name-video",
        "name-audio",
        "saved-here",
    ];
    words("record-", lang, &keys)
}

fn words(prefix: &str, lang: Lang, keys: &[&str]) -> String {
    let pairs = keys.iter().map(|k| ((*k).to_owned(), Value::String(template(lang, &format!("{prefix}{k}")))));
    Value::Object(pairs.collect()).to_string()
}

/// The words of a key with its values left open as `{name}`, for the script to fill in.
fn template(lang: Lang, key: &str) -> String {
    t!(lang, key, name = "{name}", time = "{time}", limit = "{limit}", part = "{part}", sent = "{sent}", all = "{all}")
}

/// A file that has arrived.
#[derive(Clone, Debug)]
pub struct Stored {
    pub name: String,
    pub kind: String,
    pub bytes: u64,
    pub seconds: Option<u64>,
    pub href: String,
    /// Where to ask for its removal, while that is still allowed.
    pub remove: Option<String>,
}

/// The files of a piece of evidence, and a field to add more.
#[derive(Clone, Debug)]
pub struct Uploads<'a> {
    pub id: &'a str,
    pub evidence: &'a str,
    /// Where the plain form goes when no script runs.
    pub action: &'a str,
    pub done: &'a str,
    pub accept: &'a str,
    pub max_bytes: u64,
    /// Whether it takes more than one file. Where it takes one, the page at `done` follows once that has arrived.
    pub several: bool,
    pub stored: &'a [Stored],
}

/// Files that are saved, those on their way (drawn by script), and a form that sends more even without script.
pub fn uploads(lang: Lang, u: &Uploads) -> Markup {
    html! {
        @if u.several {
            div #evidence-list tabindex="-1" {
                @if u.stored.is_empty() { p.muted.sm { (t(lang, "upload-none")) } }
                ul.uploads { @for s in u.stored { (stored(lang, s)) } }
            }
        }
        evidence-uploads id=(u.id) data-evidence=(u.evidence) data-done=(u.done) data-max=(u.max_bytes) data-words=(upload_words(lang)) {
            form.stack method="post" action=(u.action) enctype="multipart/form-data" {
                div.field {
                    label for={ (u.id) "-file" } { (t(lang, if u.several { "upload-choose" } else { "upload-choose-one" })) }
                    p.hint id={ (u.id) "-hint" } { (t!(lang, "upload-limit", size = bytes(lang, u.max_bytes))) }
                    input.input type="file" id={ (u.id) "-file" } name="file" multiple[u.several] accept=[(!u.accept.is_empty()).then_some(u.accept)]
                        aria-describedby={ (u.id) "-hint" };
                }
                div.row { button.btn { (icon("up")) (t(lang, "upload-send")) } }
            }
        }
        (script("evidence.js"))
    }
}

fn stored(lang: Lang, s: &Stored) -> Markup {
    html! {
        li {
            span {
                a href=(s.href) { (s.name) }
                " " span.muted { (s.kind) ", " (bytes(lang, s.bytes)) @if let Some(n) = s.seconds { ", " (duration(n)) } }
            }
            span.row {
                (tone_pill(Tone::Good, &t(lang, "upload-saved")))
                @if let Some(action) = &s.remove { (act(action, Weight::Quiet, &t(lang, "upload-remove"), &s.name)) }
            }
        }
    }
}

fn upload_words(lang: Lang) -> String {
    let keys = [
        "progress",
        "waiting",
        "pausing",
        "pause",
        "resume",
        "retry",
        "remove",
        "saved",
        "quarter",
        "done",
        "failed",
        "too-large",
        "signed-out",
        "continue",
        "continue-hint",
    ];
    words("upload-", lang, &keys)
}
