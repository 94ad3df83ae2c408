//! Emblems on pages; [`paper::emblem`] draws them, here as in files.

use maud::{Markup, PreEscaped, html};
use paper::drawing::Drawing;
pub use paper::emblem::{Look, STUDIES, Study, study_for};

/// The emblem of `id` for a page. With a label it speaks; without one its name must stand beside it.
pub fn emblem(id: &str, look: Look, label: Option<&str>) -> Markup {
    drawn(&paper::emblem::emblem(id, look), label)
}

/// An emblem that was drawn already.
pub fn drawn(drawing: &Drawing, label: Option<&str>) -> Markup {
    html! {
        svg.emblem viewBox=(drawing.view_box()) role=[label.map(|_| "img")] aria-label=[label]
            aria-hidden=[label.is_none().then_some("true")] { (PreEscaped(drawing.svg_inside())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_escaped() {
        assert!(emblem("a", Look::earned(STUDIES[0], 0), Some("\"<")).into_string().contains("aria-label=\"&quot;&lt;\""));
    }
}
