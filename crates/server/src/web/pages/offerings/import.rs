//! Taking in a catalogue: a file and its mapping are sent, what would come of them is shown, and only a yes lists it.

use super::above;
use crate::access::{Thing, Verb};
use crate::actions::import_catalogue::{self, Imported, MOST_IN_BROWSER};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::writing_for;
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::file_sent::FileSent;
use crate::web::layout::Section;
use crate::web::pages::frameworks::remarks_of;
use crate::web::pages::learning::tell;
use crate::web::parts::{Form, Head, Tone, Weight, choice, error_summary, field, link, notice, panel, submit, table};
use crate::web::routes::Routes;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use domain::offering::Offering;
use domain::people::Organisation;
use domain::{CatalogueId, Lang, OrganisationId};
use exchange::catalogue::{BUILT_IN, CatalogueImport, Mapping, Unreadable};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    let limit = DefaultBodyLimit::max(MOST_IN_BROWSER + 128 * 1024);
    Routes::default()
        .get("/{lang}/offerings/import", Verb::Add, Thing::Offering, ask)
        .post("/{lang}/offerings/import", Verb::Add, Thing::Offering, preview.layer(limit))
        .post("/{lang}/offerings/import/confirmation", Verb::Add, Thing::Offering, confirm)
}

async fn ask(who: Member) -> Page {
    let owners = writing_for(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "import-title"), Section::Profiles, form_page(who.lang, &owners, &blank(who.lang, &owners)))
}

/// Nothing filled in but what there is only one answer to.
fn blank(lang: Lang, owners: &[Organisation]) -> Form {
    let form = Form::new(lang).with("mapping", BUILT_IN[0].0);
    if let [only] = owners { form.with("owner", only.id.to_string()) } else { form }
}

async fn preview(who: Member, sent: FileSent) -> Page {
    let mut form = sent.form;
    let owners = writing_for(&who).await.or_refuse(&who)?;
    match read(&who, &mut form, sent.bytes).await.or_refuse(&who)? {
        Some(file) => answer::page(&who, &t(who.lang, "import-preview"), Section::Profiles, preview_page(&who, &file)),
        None => answer::again(&who, &t(who.lang, "import-title"), Section::Profiles, form_page(who.lang, &owners, &form)),
    }
}

/// The mapping that was sent, or else the one that was chosen, as text.
fn mapping_text(form: &Form) -> Option<String> {
    let own = form.value("own_mapping");
    if !own.trim().is_empty() {
        return Some(own.to_owned());
    }
    BUILT_IN.iter().find(|(name, _)| *name == form.value("mapping")).map(|(_, text)| (*text).to_owned())
}

/// The file, read and kept for the yes; or the form says what is wrong.
async fn read(who: &Member, form: &mut Form, bytes: Vec<u8>) -> Outcome<Option<CatalogueImport>> {
    let lang = who.lang;
    let Ok(owner) = form.value("owner").parse::<OrganisationId>() else {
        form.refuse("owner", t(lang, "import-choose-owner"));
        return Ok(None);
    };
    let Some(text) = mapping_text(form) else {
        form.refuse("mapping", t(lang, "import-wrong-mapping"));
        return Ok(None);
    };
    let mapping = match Mapping::parse(&text) {
        Ok(mapping) => mapping,
        Err(why) => {
            form.refuse("own_mapping", t!(lang, "import-mapping-says", hint = why.to_string()));
            return Ok(None);
        }
    };
    if bytes.is_empty() {
        form.refuse("file", t(lang, "import-no-file"));
        return Ok(None);
    }
    let file = match import_catalogue::read(bytes.clone(), mapping).await? {
        Ok(file) => file,
        Err(why) => {
            form.refuse("file", unreadable(lang, &why));
            return Ok(None);
        }
    };
    if file.listings.is_empty() {
        form.refuse("file", t(lang, "wrong-catalogue-empty"));
        return Ok(None);
    }
    match import_catalogue::keep_for_preview(who, owner, &text, bytes).await {
        Ok(()) => Ok(Some(file)),
        Err(failure) => answer::into_form(form, failure).map(|()| None),
    }
}

/// Why a file can't be read.
fn unreadable(lang: Lang, why: &Unreadable) -> String {
    match why {
        Unreadable::TooLarge => t(lang, "wrong-file-too-large"),
        Unreadable::TooManyRows => t!(lang, "import-too-many", most = exchange::catalogue::MAX_ROWS),
        Unreadable::Empty => t(lang, "wrong-catalogue-empty"),
        Unreadable::NotUtf8 { line } => t!(lang, "frameworks-not-utf8", line = *line),
        Unreadable::NotJson { line } => t!(lang, "frameworks-not-json", line = *line),
        Unreadable::NoColumn { missing, columns } => t!(lang, "import-no-column", missing = missing.as_str(), columns = columns.as_str()),
        Unreadable::NoRows { path } => t!(lang, "import-no-rows", path = path.as_str()),
    }
}

async fn confirm(who: Member) -> Page {
    match import_catalogue::import_previewed(&who).await {
        Ok(done) => answer::page(&who, &t(who.lang, "import-done"), Section::Profiles, done_page(who.lang, &done)),
        Err(Failure::Invalid(errors)) => {
            let owners = writing_for(&who).await.or_refuse(&who)?;
            let mut form = blank(who.lang, &owners);
            answer::into_form(&mut form, Failure::Invalid(errors)).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "import-title"), Section::Profiles, form_page(who.lang, &owners, &form))
        }
        Err(failure) => Err(failure).or_refuse(&who),
    }
}

fn form_page(lang: Lang, owners: &[Organisation], form: &Form) -> Markup {
    let owners: Vec<_> = owners.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    let mappings: Vec<_> = BUILT_IN.iter().map(|(name, _)| choice(*name, t(lang, &format!("import-mapping-{name}")))).collect();
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "import-title")) } p.muted.measure { (t(lang, "import-lead")) } }
        (error_summary(form))
        form.stack.loose method="post" action=(urls::import_catalogue(lang)) enctype="multipart/form-data" {
            section.panel.pad.stack {
                (field("owner", t(lang, "import-owner")).select(form, &owners))
                (field("file", t(lang, "import-file")).hint(t(lang, "import-file-hint")).file(form, ".csv,.tsv,.json,text/csv,application/json", false))
                (field("mapping", t(lang, "import-mapping")).for_now().hint(t(lang, "import-mapping-hint")).select(form, &mappings))
                (field("own_mapping", t(lang, "import-own-mapping")).optional().hint(t(lang, "import-own-mapping-hint")).file(form, ".toml,text/plain", false))
            }
            div.row { (submit(Weight::Main, &t(lang, "import-look"))) (link(Weight::Quiet, &urls::offerings(lang), &t(lang, "cancel"))) }
        }
    }
}

/// How many rows a preview shows.
const SHOWN: usize = 10;

fn preview_page(who: &Member, file: &CatalogueImport) -> Markup {
    let lang = who.lang;
    let shown: Vec<Offering> = file.listings.iter().take(SHOWN).map(|l| import_catalogue::offering(&who.app, CatalogueId(0), l)).collect();
    let heads = [
        Head::text(t(lang, "offerings-title-field")),
        Head::text(t(lang, "offerings-provider")),
        Head::number(t(lang, "learning-price")),
        Head::number(t(lang, "learning-length")),
        Head::number(t(lang, "learning-work")),
        Head::text(t(lang, "learning-mode")),
    ];
    let row = |o: &Offering| {
        let by = if let domain::offering::Provider::Named(name) = &o.provider { name.clone() } else { t(lang, "learning-no-provider") };
        vec![
            html! { span lang=[tell::other_language(lang, o)] { (o.title.get(lang)) } },
            html! { (by) },
            html! { (tell::price(lang, o.price.as_ref())) },
            html! { (tell::length(lang, o.days.as_ref())) },
            html! { (tell::work(lang, o)) },
            html! { (tell::participation(lang, o.participation)) },
        ]
    };
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "import-preview")) } p.muted.measure { (t!(lang, "import-preview-lead", name = file.name.as_str())) } }
        ul.row { li { strong.num { (file.listings.len()) } " " (t!(lang, "import-rows-sound", count = file.listings.len())) }
            li { strong.num { (file.errors.len()) } " " (t!(lang, "import-rows-bad", count = file.errors.len())) }
            @if file.mended > 0 { li { strong.num { (file.mended) } " " (t!(lang, "import-rows-mended", count = file.mended)) } } }
        div.panel.pad { (table(&t(lang, "import-first-rows"), &heads, &shown.iter().map(row).collect::<Vec<_>>())) }
        (unread(lang, file))
        @if !file.errors.is_empty() { (remarks_of(lang, &file.errors)) }
        (notice(Tone::Info, html! { p { (t(lang, "import-retires")) } }))
        form.row method="post" action={ (urls::import_catalogue(lang)) "/confirmation" } {
            (submit(Weight::Main, &t!(lang, "import-yes", count = file.listings.len())))
            (link(Weight::Quiet, &urls::import_catalogue(lang), &t(lang, "import-other-file")))
        }
    }
}

/// Words that no number was found in, a few of each field.
fn unread(lang: Lang, file: &CatalogueImport) -> Markup {
    let heads = [Head::number(t(lang, "import-line")), Head::text(t(lang, "import-field")), Head::text(t(lang, "import-words"))];
    let rows: Vec<_> =
        file.unread.iter().take(50).map(|u| vec![html! { (u.line) }, html! { (u.field) }, html! { q { (u.said) } }]).collect();
    html! {
        @if !rows.is_empty() {
            (panel("unread", &t!(lang, "import-unread", count = file.unread.len()), None, html! {
                p.sm.muted { (t(lang, "import-unread-text")) }
                (table(&t(lang, "import-words"), &heads, &rows))
            }))
        }
    }
}

fn done_page(lang: Lang, done: &Imported) -> Markup {
    let t2 = &done.taken;
    let counts = [
        ("import-added", t2.added),
        ("import-changed", t2.changed),
        ("import-same", t2.same),
        ("import-retired", t2.retired),
        ("import-rejected", done.rejected),
    ];
    let rows: Vec<_> = counts.iter().map(|(key, n)| (t(lang, key), html! { (n) })).collect();
    html! {
        (above(lang))
        div.stack.tight { h1 { (t(lang, "import-done")) } p.muted { (done.name) } }
        div.panel.pad { (crate::web::parts::facts(&rows)) }
        div.row { a.btn.main href={ (urls::learning(lang)) "?source=" (done.catalogue) } { (t(lang, "import-see")) } }
    }
}
