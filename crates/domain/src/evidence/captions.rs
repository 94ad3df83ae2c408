//! Captions of a recording, as people bring them: WebVTT or SubRip.

/// Longest file of captions, in bytes. An hour of speech takes about 60 KiB.
pub const LONGEST_CAPTIONS: usize = 512 * 1024;

/// Most cues in a file.
const MOST_CUES: usize = 20_000;

/// Captions as WebVTT with plain text: no styles, no positions, no markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captions(String);

/// Why a text is not taken for captions. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCaptions {
    /// Nothing in it says when something is shown.
    #[error("no line such as 00:00:01.000 --> 00:00:04.000 was found")]
    NoCue,
    /// A line with an arrow has no two moments that can be read, or ends before it begins.
    #[error("line {0}: not two moments, the second after the first")]
    Moments(usize),
    /// A cue begins before the one in front of it.
    #[error("line {0}: begins before the cue in front of it")]
    Order(usize),
    /// More than can be taken.
    #[error("longer than {LONGEST_CAPTIONS} bytes or {MOST_CUES} cues")]
    TooLong,
}

impl Captions {
    /// Reads WebVTT or SubRip. Comments, styles, regions, positions and markup are left out; the words stay as they are.
    pub fn read(text: &str) -> Result<Captions, NoCaptions> {
        if text.len() > LONGEST_CAPTIONS {
            return Err(NoCaptions::TooLong);
        }
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        let is_vtt = text.starts_with("WEBVTT");
        let mut written = String::from("WEBVTT\n");
        let (mut cues, mut before) = (0, 0);
        let mut lines = text.lines().enumerate();
        while let Some((n, line)) = lines.next() {
            let Some((from, to)) = line.split_once("-->") else { continue };
            let moments = moment(from).zip(to.split_whitespace().next().and_then(moment)).filter(|(from, to)| from < to);
            let (from, to) = moments.ok_or(NoCaptions::Moments(n + 1))?;
            if from < before {
                return Err(NoCaptions::Order(n + 1));
            }
            (before, cues) = (from, cues + 1);
            if cues > MOST_CUES {
                return Err(NoCaptions::TooLong);
            }
            written.push_str(&format!("\n{} --> {}\n", written_moment(from), written_moment(to)));
            for (_, words) in lines.by_ref().take_while(|(_, words)| !words.trim().is_empty()) {
                let words = plain(words, is_vtt);
                if !words.is_empty() {
                    written.push_str(&words);
                    written.push('\n');
                }
            }
        }
        if cues == 0 { Err(NoCaptions::NoCue) } else { Ok(Captions(written)) }
    }

    /// The captions as a WebVTT file.
    pub fn as_vtt(&self) -> &str {
        &self.0
    }
}

/// Milliseconds of `1:02:03.004`, `02:03.004` or, as SubRip writes it, `01:02:03,004`.
fn moment(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.trim().split_once(['.', ','])?;
    let number = |s: &str, most: usize| {
        (1..=most).contains(&s.len()).then_some(s).filter(|s| s.bytes().all(|b| b.is_ascii_digit()))?.parse::<u64>().ok()
    };
    let mut seconds = 0;
    let parts: Vec<&str> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) || thousandths.len() != 3 {
        return None;
    }
    for part in parts {
        seconds = seconds * 60 + number(part, 4)?;
    }
    Some(seconds * 1000 + number(thousandths, 3)?)
}

fn written_moment(ms: u64) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A line without markup. `&` stands for itself in SubRip and begins a character's name in WebVTT.
fn plain(line: &str, is_vtt: bool) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        match rest[at..].find('>') {
            Some(end) => rest = &rest[at + end + 1..],
            None => {
                words.push_str("&lt;");
                rest = &rest[at + 1..];
            }
        }
    }
    words.push_str(rest);
    let words = if is_vtt { words } else { words.replace('&', "&amp;").replace("&amp;lt;", "&lt;") };
    // An arrow in the words would be read as a moment.
    words.replace("-->", "→").replace('\0', "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<String, NoCaptions> {
        Captions::read(text).map(|c| c.as_vtt().to_owned())
    }

    #[test]
    fn subrip_becomes_webvtt() {
        let srt =
            "\u{feff}1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>Cut</i> & weld\r\nnow\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nDone\r\n";
        let vtt = "WEBVTT\n\n00:00:01.500 --> 00:00:03.000\nCut &amp; weld\nnow\n\n00:00:04.000 --> 00:00:05.000\nDone\n";
        assert_eq!(read(srt), Ok(vtt.to_owned()));
    }

    #[test]
    fn styles_notes_and_positions_are_left_out() {
        let text = "WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nNOTE to self\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ana>Hi &amp; bye\n";
        assert_eq!(read(text), Ok("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHi &amp; bye\n".to_owned()));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(read("Dear diary"), Err(NoCaptions::NoCue));
        assert_eq!(read("WEBVTT\n\nsoon --> later\nHi\n"), Err(NoCaptions::Moments(3)));
        assert_eq!(read("WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n"), Err(NoCaptions::Moments(3)));
        assert_eq!(read("WEBVTT\n\n00:02.000 --> 00:03.000\nHi\n\n00:01.000 --> 00:04.000\nHo\n"), Err(NoCaptions::Order(6)));
        assert_eq!(read(&"a".repeat(LONGEST_CAPTIONS + 1)), Err(NoCaptions::TooLong));
    }

    proptest! {
        #[test]
        fn what_was_read_reads_the_same_again(text in "(WEBVTT\n\n)?(([0-9]{2}:[0-9]{2}[.,][0-9]{3}) --> 09:00:00.000\n[<>&;a-z\n -]{0,20}\n\n){0,3}") {
            if let Ok(once) = Captions::read(&text) {
                prop_assert_eq!(Captions::read(once.as_vtt()), Ok(once));
            }
        }

        #[test]
        fn nothing_makes_it_panic(text in "\\PC{0,200}") {
            let _ = Captions::read(&text);
        }
    }
}
