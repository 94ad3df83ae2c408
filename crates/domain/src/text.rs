//! Languages, and text that exists in both of them.

use serde::{Deserialize, Serialize};

/// A language that people use the product in. Law and the public ask for both everywhere (LRN-14, LNG-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, as written in Canada.
    En,
    /// French, as written in Canada.
    Fr,
}

impl Lang {
    /// Both, in the order they are listed to people.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The first segment of a path: `en` or `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
        }
    }

    /// The BCP 47 tag, with region.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en-CA",
            Lang::Fr => "fr-CA",
        }
    }

    /// The one that the language link leads to.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }

    /// Reads `en` or `fr`, nothing else.
    pub fn parse(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing but white space in one of the languages.
    #[error("the text is empty in {}", .0.code())]
    Empty(Lang),
    /// More characters than the place for it allows.
    #[error("the text is longer than {max} characters in {}", .lang.code())]
    TooLong {
        /// Where.
        lang: Lang,
        /// How many it may have.
        max: usize,
    },
}

/// People-facing text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Text {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Text {
    /// Text that is already known to be sound, such as our own.
    pub fn of(en: impl Into<String>, fr: impl Into<String>) -> Text {
        Text { en: en.into(), fr: fr.into() }
    }

    /// Trims both and refuses what is empty or longer than `max` characters.
    pub fn parse(en: &str, fr: &str, max: usize) -> Result<Text, BadText> {
        for (lang, text) in [(Lang::En, en), (Lang::Fr, fr)] {
            if text.trim().is_empty() {
                return Err(BadText::Empty(lang));
            }
            if text.trim().chars().count() > max {
                return Err(BadText::TooLong { lang, max });
            }
        }
        Ok(Text::of(en.trim(), fr.trim()))
    }

    /// The text in `lang`; the other language where that one is still missing, so that nobody meets a blank.
    pub fn get(&self, lang: Lang) -> &str {
        let (mine, other) = match lang {
            Lang::En => (&self.en, &self.fr),
            Lang::Fr => (&self.fr, &self.en),
        };
        if mine.trim().is_empty() { other } else { mine }
    }

    /// The languages in which nothing has been written.
    pub fn missing(&self) -> impl Iterator<Item = Lang> + '_ {
        Lang::ALL.into_iter().filter(|lang| match lang {
            Lang::En => self.en.trim().is_empty(),
            Lang::Fr => self.fr.trim().is_empty(),
        })
    }
}

/// Text as it is compared in a search: lower case, without accents, with single spaces between words. What is
/// neither letter nor digit separates words, so nothing in it means anything to a search.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => plain.push(c),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
