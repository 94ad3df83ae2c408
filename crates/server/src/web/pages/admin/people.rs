//! People of the instance: finding them, giving roles and scopes.

use super::people_view as view;
use crate::actions::run_instance::{grant_role, grant_scope, remove_role};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::instance::{self, OnePerson};
use crate::queries::profiles::published;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::Form;
use domain::people::{AssessorScope, Membership, Role};
use domain::{CompetencyId, OrganisationId, PersonId};

/// The roles, as forms send them.
pub const ROLES: &[(&str, Role)] =
    &[("author", Role::Author), ("assessor", Role::Assessor), ("issuer", Role::Issuer), ("admin", Role::Admin)];

pub async fn list(who: Member, asked: Asked) -> Page {
    let words = asked.get("q");
    let found = instance::people(&who, &words, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "admin-people"), Section::Admin, view::list(who.lang, &found, &words, asked.page()))
}

pub async fn person(who: Member, At(id): At<PersonId>, asked: Asked) -> Page {
    let one = instance::person(&who, id, None, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &one.person.name, Section::Admin, view::person(who.lang, who.now, &one, &Form::new(who.lang)))
}

/// Where acts were posted to is no page of its own.
pub async fn back(who: Member, At(id): At<PersonId>) -> Page {
    answer::redirect(&urls::person(who.lang, id))
}

pub async fn grant(who: Member, At(id): At<PersonId>, Sent(mut form): Sent) -> Page {
    let organisation: Option<OrganisationId> = forms::id(&mut form, "organisation");
    let role = forms::chosen(&mut form, "role", ROLES);
    if let (Some(organisation), Some(role)) = (organisation, role) {
        match grant_role(&who, id, organisation, role).await {
            Ok(()) => return answer::redirect_saying(&urls::person(who.lang, id), "role-granted"),
            Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
        }
    }
    let one = instance::person(&who, id, None, 1).await.or_refuse(&who)?;
    answer::again(&who, &one.person.name, Section::Admin, view::person(who.lang, who.now, &one, &form))
}

pub async fn remove(who: Member, At(id): At<PersonId>, Sent(mut form): Sent) -> Page {
    let organisation: Option<OrganisationId> = forms::id(&mut form, "organisation");
    let role = forms::chosen(&mut form, "role", ROLES);
    let (organisation, role) = organisation.zip(role).ok_or(Failure::Missing).or_refuse(&who)?;
    remove_role(&who, id, Membership { organisation, role }).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::person(who.lang, id), "role-removed")
}

/// First the profile is chosen, then what of it.
pub async fn scope_form(who: Member, At(id): At<PersonId>, asked: Asked) -> Page {
    let profile = asked.get("profile").parse().ok();
    let one = instance::person(&who, id, profile, 1).await.or_refuse(&who)?;
    let title = t(who.lang, "admin-give-scope");
    if one.profile.is_some() {
        let form = Form::new(who.lang)
            .with("from", crate::i18n::date_machine(who.now))
            .with("until", crate::i18n::date_machine(who.now.plus_days(730)));
        return answer::page(&who, &title, Section::Admin, view::scope(who.lang, &one, &form));
    }
    let found = published(&who, &asked.get("q"), asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &title, Section::Admin, view::scope_profile(who.lang, &one, &found, &asked.get("q"), asked.page()))
}

pub async fn give_scope(who: Member, At(id): At<PersonId>, Sent(mut form): Sent) -> Page {
    let profile = form.value("profile").parse().map_err(|_| Failure::Missing).or_refuse(&who)?;
    let one = instance::person(&who, id, Some(profile), 1).await.or_refuse(&who)?;
    if given(&who, &one, &mut form).await.or_refuse(&who)? {
        return answer::redirect_saying(&urls::person(who.lang, id), "scope-granted");
    }
    answer::again(&who, &t(who.lang, "admin-give-scope"), Section::Admin, view::scope(who.lang, &one, &form))
}

/// Whether it was given; if not, the form says why.
async fn given(who: &Member, one: &OnePerson, form: &mut Form) -> Outcome<bool> {
    let version = one.profile.as_ref().ok_or(Failure::Missing)?;
    let organisation: Option<OrganisationId> = forms::id(form, "organisation");
    let (from, until) = (forms::day(form, "from"), forms::day(form, "until"));
    let competencies: Vec<CompetencyId> = match form.value("extent") {
        "some" => forms::ids(form, "competencies").into_iter().filter(|c| version.body.competency(*c).is_some()).collect(),
        _ => vec![],
    };
    if form.has("extent", "some") && competencies.is_empty() {
        let words = t(form.lang(), "admin-no-competencies");
        form.refuse("competencies", words);
    }
    let (Some(organisation), Some(from), Some(until)) = (organisation, from, until) else { return Ok(false) };
    if !form.is_sound() {
        return Ok(false);
    }
    // A day that begins a scope counts from its first moment, the day that ends it to its last.
    let scope =
        AssessorScope { person: one.person.id, organisation, profile: version.profile, competencies, from: from.plus_days(-1), until };
    match grant_scope(who, scope).await {
        Ok(()) => Ok(true),
        Err(failure) => answer::into_form(form, failure).map(|()| false),
    }
}
