//! Form fields: label, hint, control and error tied together, refilled after a refusal.

use crate::i18n::t;
use crate::t;
use domain::Lang;
use maud::{Markup, html};

/// What somebody typed and what was wrong with it, so that a refused form shows again as it was left.
#[derive(Clone, Debug)]
pub struct Form {
    lang: Lang,
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// An empty form.
    pub fn new(lang: Lang) -> Form {
        Form { lang, values: vec![], errors: vec![] }
    }

    /// A form as it was sent.
    pub fn sent(lang: Lang, values: Vec<(String, String)>) -> Form {
        Form { lang, values, errors: vec![] }
    }

    /// With a starting value.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Form {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The language that its labels and errors are in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The first value of a field, as typed, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Every value of a field that may be chosen more than once.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The names of its fields, each once, in the order they came.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in &self.values {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// Whether `value` is among the chosen ones.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// Says, in the form's language, what is wrong with a field and how to put it right.
    pub fn refuse(&mut self, name: &str, message: impl Into<String>) {
        self.errors.push((name.to_owned(), message.into()));
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(n, _)| n == name).map(|(_, m)| m.as_str())
    }

    /// Whether nothing was refused.
    pub fn is_sound(&self) -> bool {
        self.errors.is_empty()
    }
}

/// All that is wrong, first on the page and focused, each line leading to its field. Nothing when the form is sound.
pub fn error_summary(form: &Form) -> Markup {
    error_summary_of(form, |_| String::new())
}

/// The same for forms with many fields alike: each line begins with what its field is called.
pub fn error_summary_of(form: &Form, label: impl Fn(&str) -> String) -> Markup {
    let line = |name: &str, message: &str| {
        let label = label(name);
        let colon = if form.lang == Lang::Fr { "\u{a0}: " } else { ": " };
        if label.is_empty() { message.to_owned() } else { format!("{label}{colon}{message}") }
    };
    html! {
        @if !form.is_sound() {
            div.errors #errors role="alert" tabindex="-1" autofocus {
                h2 { (t!(form.lang, "errors-title", count = form.errors.len())) }
                ul { @for (name, message) in &form.errors { li { a href={ "#" (id_of(name)) } { (line(name, message)) } } } }
            }
        }
    }
}

fn id_of(name: &str) -> String {
    format!("f-{}", name.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_', "-"))
}

/// One of several things to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: String,
    hint: String,
}

/// A choice that sends `value` and shows `label`.
pub fn choice(value: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { value: value.into(), label: label.into(), hint: String::new() }
}

impl Choice {
    /// A line below the label.
    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = hint.into();
        self
    }

    pub(super) fn parts(&self) -> (&str, &str, &str) {
        (&self.value, &self.label, &self.hint)
    }
}

/// A field before it is drawn: `field("title", label).hint("…").text(&form)`.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    name: &'a str,
    label: String,
    hint: String,
    id: String,
    required: bool,
    says_optional: bool,
    hidden_label: bool,
    autocomplete: Option<&'a str>,
    max: Option<usize>,
    text_lang: Option<Lang>,
}

/// A field that has to be filled in; see [`Field::optional`] for the other kind.
pub fn field<'a>(name: &'a str, label: impl Into<String>) -> Field<'a> {
    Field {
        name,
        label: label.into(),
        hint: String::new(),
        id: id_of(name),
        required: true,
        says_optional: false,
        hidden_label: false,
        autocomplete: None,
        max: None,
        text_lang: None,
    }
}

impl<'a> Field<'a> {
    /// What to put in, in a line between label and control.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// May stay empty, and says so.
    pub fn optional(mut self) -> Self {
        self.required = false;
        self.says_optional = true;
        self
    }

    /// May stay empty for now. It is needed later, so nothing says that it is optional.
    pub fn for_now(mut self) -> Self {
        self.required = false;
        self
    }

    /// An id of its own, where two forms on a page have a field of the same name.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// A label only for those who hear it, where the surroundings show what the field is.
    pub fn hidden_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// What the browser may fill in, such as `email` or `current-password`.
    pub fn autocomplete(mut self, what: &'a str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// The most characters it takes.
    pub fn max(mut self, characters: usize) -> Self {
        self.max = Some(characters);
        self
    }

    /// The language that is to be written here, for spelling and for speech.
    pub fn written_in(mut self, lang: Lang) -> Self {
        self.text_lang = Some(lang);
        self
    }

    fn label_words(&self, form: &Form) -> Markup {
        html! { (self.label) @if self.says_optional { span.optional { " (" (t(form.lang, "optional")) ")" } } }
    }

    /// The ids of hint and error, for `aria-describedby`.
    fn described_by(&self, form: &Form) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = form.error(self.name).map(|_| format!("{}-error", self.id));
        let both: Vec<_> = hint.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    fn hint_and_error(&self, form: &Form) -> Markup {
        html! {
            @if !self.hint.is_empty() { p.hint id={ (self.id) "-hint" } { (self.hint) } }
            @if let Some(message) = form.error(self.name) {
                p.wrong-text id={ (self.id) "-error" } { span.vh { (t(form.lang, "error-label")) " " } (message) }
            }
        }
    }

    fn around(&self, form: &Form, control: Markup) -> Markup {
        html! {
            div.field.wrong[form.error(self.name).is_some()] {
                label.vh[self.hidden_label] for=(self.id) { (self.label_words(form)) }
                (self.hint_and_error(form))
                (control)
            }
        }
    }

    fn group(&self, form: &Form, controls: Markup) -> Markup {
        html! {
            fieldset.field.wrong[form.error(self.name).is_some()] aria-describedby=[self.described_by(form)] {
                legend.vh[self.hidden_label] { (self.label_words(form)) }
                (self.hint_and_error(form))
                (controls)
            }
        }
    }

    fn input(&self, form: &Form, kind: &str, value: &str) -> Markup {
        let wrong = form.error(self.name).is_some();
        self.around(
            form,
            html! {
                input.input type=(kind) id=(self.id) name=(self.name) value=(value) required[self.required]
                    maxlength=[self.max] autocomplete=[self.autocomplete] lang=[self.text_lang.map(Lang::tag)]
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)];
            },
        )
    }

    /// One line of text.
    pub fn text(&self, form: &Form) -> Markup {
        self.input(form, "text", form.value(self.name))
    }

    /// An e-mail address.
    pub fn email(&self, form: &Form) -> Markup {
        self.input(form, "email", form.value(self.name))
    }

    /// A password, which is never sent back to the page.
    pub fn password(&self, form: &Form) -> Markup {
        self.input(form, "password", "")
    }

    /// A web address.
    pub fn url(&self, form: &Form) -> Markup {
        self.input(form, "url", form.value(self.name))
    }

    /// A whole number. Text with a number keyboard: spin buttons change values by accident.
    pub fn number(&self, form: &Form) -> Markup {
        let wrong = form.error(self.name).is_some();
        self.around(
            form,
            html! {
                input.input.short type="text" inputmode="numeric" id=(self.id) name=(self.name) value=(form.value(self.name))
                    required[self.required] aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)];
            },
        )
    }

    /// A day, sent as 2026-11-04.
    pub fn date(&self, form: &Form) -> Markup {
        let wrong = form.error(self.name).is_some();
        self.around(
            form,
            html! {
                input.input.short type="date" id=(self.id) name=(self.name) value=(form.value(self.name))
                    required[self.required] aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)];
            },
        )
    }

    /// Files from the device; the form around it needs `enctype="multipart/form-data"`.
    pub fn file(&self, form: &Form, accept: &str, several: bool) -> Markup {
        self.around(
            form,
            html! {
                input.input type="file" id=(self.id) name=(self.name) accept=[(!accept.is_empty()).then_some(accept)]
                    multiple[several] required[self.required] aria-describedby=[self.described_by(form)];
            },
        )
    }

    /// Several lines of text.
    pub fn area(&self, form: &Form, rows: u8) -> Markup {
        let wrong = form.error(self.name).is_some();
        self.around(
            form,
            html! {
                textarea.input id=(self.id) name=(self.name) rows=(rows) required[self.required] maxlength=[self.max]
                    lang=[self.text_lang.map(Lang::tag)]
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)] {
                    // The parser drops one line break after the tag: this one, not the writer's.
                    "\n" (form.value(self.name))
                }
            },
        )
    }

    /// The same text in English and French, as the fields `name_en` and `name_fr`. More than one row makes an area.
    pub fn both(&self, form: &Form, rows: u8) -> Markup {
        html! {
            fieldset.both aria-describedby=[(!self.hint.is_empty()).then(|| format!("{}-hint", self.id))] {
                legend { (self.label_words(form)) }
                @if !self.hint.is_empty() { p.hint id={ (self.id) "-hint" } { (self.hint) } }
                div.pair {
                    @for lang in Lang::ALL {
                        @let name = format!("{}_{}", self.name, lang.code());
                                                @let one = Field { required: self.required, max: self.max, text_lang: Some(lang), ..field(&name, lang.own_name()) };
                        @let one = Field { id: format!("{}_{}", self.id, lang.code()), ..one };
                        @if rows > 1 { (one.area(form, rows)) } @else { (one.text(form)) }
                    }
                }
            }
        }
    }

    /// One from a list that is too long to show at once.
    pub fn select(&self, form: &Form, choices: &[Choice]) -> Markup {
        let wrong = form.error(self.name).is_some();
        self.around(
            form,
            html! {
                select.input id=(self.id) name=(self.name) required[self.required]
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)] {
                    option value="" { (t(form.lang, "choose-one")) }
                    @for c in choices { option value=(c.value) selected[form.has(self.name, &c.value)] { (c.label) } }
                }
            },
        )
    }

    /// One from a few.
    pub fn radios(&self, form: &Form, choices: &[Choice]) -> Markup {
        self.group(form, self.ticks(form, "radio", choices))
    }

    /// Any number from a few.
    pub fn checks(&self, form: &Form, choices: &[Choice]) -> Markup {
        self.group(form, self.ticks(form, "checkbox", choices))
    }

    fn ticks(&self, form: &Form, kind: &str, choices: &[Choice]) -> Markup {
        html! {
            div.ticks {
                @for (i, c) in choices.iter().enumerate() {
                    // The error summary leads to the first one, so that has the plain id.
                    @let id = if i == 0 { self.id.clone() } else { format!("{}-{i}", self.id) };
                    label.tick for=(id) {
                        input type=(kind) id=(id) name=(self.name) value=(c.value) checked[form.has(self.name, &c.value)]
                            required[kind == "radio" && self.required];
                        span { (c.label) @if !c.hint.is_empty() { span.hint { (c.hint) } } }
                    }
                }
            }
        }
    }

    /// A single statement to agree to; sends `yes`.
    pub fn checkbox(&self, form: &Form) -> Markup {
        let wrong = form.error(self.name).is_some();
        html! {
            div.field.wrong[wrong] {
                (self.hint_and_error(form))
                label.tick for=(self.id) {
                    input type="checkbox" id=(self.id) name=(self.name) value="yes" checked[form.has(self.name, "yes")]
                        required[self.required] aria-invalid=[wrong.then_some("true")] aria-describedby=[self.described_by(form)];
                    span { (self.label_words(form)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_form_shows_what_was_typed_and_ties_the_error_to_its_field() {
        let mut form = Form::sent(Lang::En, vec![("title".into(), "<b>".into()), ("k".into(), "2".into())]);
        form.refuse("title", "Write a title");
        let page = field("title", "Title").hint("Short").text(&form).into_string();
        assert!(page.contains("value=\"&lt;b&gt;\""), "{page}");
        assert!(page.contains("aria-describedby=\"f-title-hint f-title-error\""), "{page}");
        assert!(page.contains("aria-invalid=\"true\""), "{page}");
        assert!(error_summary(&form).into_string().contains("href=\"#f-title\""));
        let kinds = field("k", "Kind").radios(&form, &[choice("1", "One"), choice("2", "Two")]).into_string();
        assert_eq!(kinds.matches("checked").count(), 1, "{kinds}");
    }

    #[test]
    fn a_sound_form_has_no_summary_and_a_password_never_returns() {
        let form = Form::new(Lang::Fr).with("password", "secret");
        assert!(error_summary(&form).into_string().is_empty());
        assert!(!field("password", "Mot de passe").password(&form).into_string().contains("secret"));
    }
}
