//! Running the instance: how it stands, organisations, people, roles, scopes.

mod keys;
mod people;
mod people_view;
mod standing;
mod view;

use crate::access::{Thing, Verb};
use crate::actions::run_instance::{NewOrganisation, add_organisation};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::instance;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use domain::OrganisationId;
use domain::people::OrganisationKind;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/admin", Verb::View, Thing::Instance, status)
        .get("/{lang}/admin/organisations", Verb::View, Thing::Instance, organisations)
        .post("/{lang}/admin/organisations", Verb::Edit, Thing::Instance, add)
        .get("/{lang}/admin/organisations/{organisation}", Verb::View, Thing::Instance, organisation)
        .get("/{lang}/admin/organisations/{organisation}/standing", Verb::View, Thing::Instance, standing::ask)
        .post("/{lang}/admin/organisations/{organisation}/standing", Verb::Edit, Thing::Instance, standing::set)
        .get("/{lang}/admin/organisations/{organisation}/keys", Verb::View, Thing::Instance, keys::back)
        .post("/{lang}/admin/organisations/{organisation}/keys", Verb::Edit, Thing::Instance, keys::rotate)
        .get("/{lang}/admin/organisations/{organisation}/keys/{key}", Verb::View, Thing::Instance, keys::ask)
        .post("/{lang}/admin/organisations/{organisation}/keys/{key}", Verb::Edit, Thing::Instance, keys::report)
        .get("/{lang}/admin/people", Verb::View, Thing::Instance, people::list)
        .get("/{lang}/admin/people/{person}", Verb::View, Thing::Instance, people::person)
        .get("/{lang}/admin/people/{person}/roles", Verb::View, Thing::Instance, people::back)
        .post("/{lang}/admin/people/{person}/roles", Verb::Edit, Thing::Instance, people::grant)
        .post("/{lang}/admin/people/{person}/roles/removal", Verb::Edit, Thing::Instance, people::remove)
        .get("/{lang}/admin/people/{person}/scopes", Verb::View, Thing::Instance, people::scope_form)
        .post("/{lang}/admin/people/{person}/scopes", Verb::Edit, Thing::Instance, people::give_scope)
}

/// The kinds of organisation, as forms send them.
const KINDS: &[(&str, OrganisationKind)] = &[
    ("institution", OrganisationKind::Institution),
    ("association", OrganisationKind::Association),
    ("employer", OrganisationKind::Employer),
    ("indigenous_institute", OrganisationKind::IndigenousInstitute),
    ("qa_body", OrganisationKind::QaBody),
];

async fn status(who: Member) -> Page {
    let status = instance::status(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "admin-title"), Section::Admin, view::status(&who, &status))
}

async fn organisations(who: Member) -> Page {
    let all = instance::organisations(&who).await.or_refuse(&who)?;
    let form = Form::new(who.lang).with("region", "CA-ON");
    answer::page(&who, &t(who.lang, "admin-organisations"), Section::Admin, view::organisations(who.lang, &all, &form))
}

async fn add(who: Member, Sent(mut form): Sent) -> Page {
    if let Some(id) = added(&who, &mut form).await.or_refuse(&who)? {
        return answer::redirect_saying(&urls::organisation(who.lang, id), "organisation-added");
    }
    let all = instance::organisations(&who).await.or_refuse(&who)?;
    answer::again(&who, &t(who.lang, "admin-organisations"), Section::Admin, view::organisations(who.lang, &all, &form))
}

async fn added(who: &Member, form: &mut Form) -> Outcome<Option<OrganisationId>> {
    let name = forms::both_needed(form, "name", 200);
    let kind = forms::chosen(form, "kind", KINDS);
    let website = forms::web_address(form, "website");
    let region = forms::needed(form, "region", 10).to_uppercase();
    let Some(kind) = kind.filter(|_| form.is_sound()) else { return Ok(None) };
    match add_organisation(who, NewOrganisation { kind, name, website, region }).await {
        Ok(id) => Ok(Some(id)),
        Err(Failure::Invalid(errors)) => answer::into_form(form, Failure::Invalid(errors)).map(|()| None),
        Err(failure) => Err(failure),
    }
}

async fn organisation(who: Member, At(id): At<OrganisationId>, asked: Asked) -> Page {
    let one = instance::organisation(&who, id, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, one.organisation.name.get(who.lang), Section::Admin, view::organisation(who.lang, &one))
}
