//! Profiles for their authors: beginning one, writing it, putting it in force, revising it.

mod begin;
mod begin_view;
mod changes;
mod competency;
mod draft;
mod editing;
mod fields;
mod publish;
mod publish_view;
mod read;
mod take;
mod view;

use crate::access::{Thing, Verb};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::layout::Section;
use crate::web::routes::Routes;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/profiles", Verb::View, Thing::Profile, list)
        .get("/{lang}/profiles/new", Verb::Add, Thing::Profile, begin::choose)
        .post("/{lang}/profiles/new", Verb::Add, Thing::Profile, begin::begin)
        .get("/{lang}/profiles/{version}", Verb::View, Thing::Profile, draft::whole)
        .get("/{lang}/profiles/{version}/competencies", Verb::View, Thing::Profile, draft::back)
        .post("/{lang}/profiles/{version}/competencies", Verb::Edit, Thing::Profile, draft::competencies)
        .get("/{lang}/profiles/{version}/details", Verb::Edit, Thing::Profile, draft::details)
        .post("/{lang}/profiles/{version}/details", Verb::Edit, Thing::Profile, draft::save_details)
        .get("/{lang}/profiles/{version}/competencies/{competency}", Verb::Edit, Thing::Profile, competency::competency)
        .post("/{lang}/profiles/{version}/competencies/{competency}", Verb::Edit, Thing::Profile, competency::save_competency)
        .get("/{lang}/profiles/{version}/competencies/{competency}/criteria", Verb::Edit, Thing::Profile, competency::back)
        .post("/{lang}/profiles/{version}/competencies/{competency}/criteria", Verb::Edit, Thing::Profile, competency::criteria)
        .get("/{lang}/profiles/{version}/competencies/{competency}/take", Verb::Edit, Thing::Profile, take::offer)
        .post("/{lang}/profiles/{version}/competencies/{competency}/take", Verb::Edit, Thing::Profile, take::take)
        .get("/{lang}/profiles/{version}/criteria/{criterion}", Verb::Edit, Thing::Profile, competency::criterion)
        .post("/{lang}/profiles/{version}/criteria/{criterion}", Verb::Edit, Thing::Profile, competency::save_criterion)
        .get("/{lang}/profiles/{version}/preview", Verb::View, Thing::Profile, publish::preview)
        .get("/{lang}/profiles/{version}/changes", Verb::View, Thing::Profile, publish::changes)
        .get("/{lang}/profiles/{version}/publish", Verb::Publish, Thing::Profile, publish::grounds)
        .post("/{lang}/profiles/{version}/publish", Verb::Publish, Thing::Profile, publish::publish)
        .get("/{lang}/profiles/{version}/revise", Verb::View, Thing::Profile, draft::back)
        .post("/{lang}/profiles/{version}/revise", Verb::Edit, Thing::Profile, publish::revise)
}

async fn list(who: Member) -> Page {
    let owned = profiles::mine(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "profiles-title"), Section::Profiles, view::list(who.lang, &owned))
}
