//! Pages that were just made, for the many who follow one link at once.
//!
//! A page says in which minute the credential was checked. Within that minute, and as long as document, keys and state
//! are what they were, checking again could only find the same: the page is given again as it is.

use super::LookedUp;
use crate::caller::Visitor;
use aws_lc_rs::digest::{Context, SHA256};
use domain::{CredentialId, Lang};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// How many pages are kept. A page is some 20 KiB.
const MOST: usize = 256;
const MINUTE: i64 = 60_000_000;

/// A finished page.
#[derive(Clone)]
pub struct Page {
    /// Its markup.
    pub html: Arc<str>,
    /// Whether search engines may list it.
    pub listed: bool,
}

/// What a page was made from, and when.
pub type Made = ([u8; 32], i64);

/// The pages kept, as people who are not signed in see them.
#[derive(Default)]
pub struct KeptPages(RwLock<HashMap<(CredentialId, Lang), (Made, Page)>>);

impl KeptPages {
    /// The page, if it was made in this minute from the same things and `who` sees what everybody sees.
    pub fn get(&self, who: &Visitor, found: &LookedUp) -> Option<Page> {
        let made = KeptPages::mark(who, found)?;
        let pages = self.0.read().expect("nobody panics while holding it");
        let (kept, page) = pages.get(&(found.issued.credential.id, who.lang))?;
        (*kept == made).then(|| page.clone())
    }

    /// Keeps a page, if it is one that everybody sees. `from` is what [`KeptPages::mark`] said before it was made.
    pub fn keep(&self, who: &Visitor, id: CredentialId, from: Option<Made>, page: &Page) {
        let Some(from) = from else { return };
        let mut pages = self.0.write().expect("nobody panics while holding it");
        if pages.len() >= MOST {
            pages.retain(|_, ((_, minute), _)| *minute == from.1);
        }
        if pages.len() >= MOST {
            pages.clear();
        }
        pages.insert((id, who.lang), (from, page.clone()));
    }

    /// What a page for `who` is made from now: a digest of everything that can change, and the minute. None if the page
    /// is for them alone.
    pub fn mark(who: &Visitor, found: &LookedUp) -> Option<Made> {
        let for_everybody = who.me.is_none() && who.notice.is_none() && !who.path.contains('?');
        let credential = &found.issued.credential;
        let signed = credential.document.is_some();
        if !for_everybody || !signed {
            return None;
        }
        let mut digest = Context::new(&SHA256);
        // Each save of a credential has its own revision; its state follows from that and the time.
        let from = (credential.revision, &credential.state, &found.issued.issuer, &found.issued.keys, &found.issued.standing);
        digest.update(format!("{from:?}").as_bytes());
        let digest = digest.finish();
        Some((digest.as_ref().try_into().expect("SHA-256 gives 32 bytes"), who.now.0.div_euclid(MINUTE)))
    }
}
