//! Beginning a profile: blank, or from a work role of a framework.

use super::begin_view as view;
use crate::access::{Relation, Thing, Verb};
use crate::actions::draft_profile::{self, RoleStatements};
use crate::actions::write_profile::begin_profile;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::frameworks::{Found, Looking, found};
use crate::queries::profiles::writing_for;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::Form;
use domain::people::Organisation;
use domain::profile::ProfileBody;
use domain::{FrameworkId, OrganisationId, VersionId};
use store::frameworks::Framework;

/// What a profile can be begun from.
pub struct Start {
    /// Organisations to write for.
    pub organisations: Vec<Organisation>,
    /// Frameworks to begin from.
    pub frameworks: Vec<Framework>,
    /// The framework that is looked into, and its roles.
    pub roles: Option<(Framework, Found)>,
    /// What is looked for in it.
    pub looking: Looking,
}

async fn start(who: &Member, framework: Option<FrameworkId>, words: String, page: i64) -> Outcome<Start> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let organisations = writing_for(who).await?;
    let mut tx = who.app.read().await?;
    let frameworks = store::frameworks::all(&mut tx).await?;
    let looking = Looking { words, kind: "work_role".to_owned(), page };
    let chosen = frameworks.iter().find(|f| Some(f.id) == framework).or(frameworks.first()).cloned();
    let roles = match chosen {
        Some(f) => {
            let roles = found(&mut tx, f.id, &looking).await?;
            Some((f, roles))
        }
        None => None,
    };
    Ok(Start { organisations, frameworks, roles, looking })
}

pub async fn choose(who: Member, asked: Asked) -> Page {
    let framework: Option<FrameworkId> = asked.get("framework").parse().ok();
    let (role, title) = (asked.get("role"), t(who.lang, "profiles-new"));
    if let (Some(framework), false) = (framework, role.is_empty()) {
        let from = draft_profile::role_statements(&who, framework, &role).await.or_refuse(&who)?;
        let organisations = writing_for(&who).await.or_refuse(&who)?;
        return answer::page(&who, &title, Section::Profiles, view::from_role(who.lang, &organisations, &from, &Form::new(who.lang)));
    }
    let start = start(&who, framework, asked.get("q"), asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &title, Section::Profiles, view::choose(who.lang, &start, &Form::new(who.lang)))
}

pub async fn begin(who: Member, Sent(mut form): Sent) -> Page {
    let from = role_sent(&who, &form).await.or_refuse(&who)?;
    let begun = begin_from(&who, &mut form, from.as_ref()).await.or_refuse(&who)?;
    if let Some(id) = begun {
        return answer::redirect_saying(&urls::draft(who.lang, id), "draft-begun");
    }
    let title = t(who.lang, "profiles-new");
    if let Some(from) = from {
        let organisations = writing_for(&who).await.or_refuse(&who)?;
        return answer::again(&who, &title, Section::Profiles, view::from_role(who.lang, &organisations, &from, &form));
    }
    let start = start(&who, None, String::new(), 1).await.or_refuse(&who)?;
    answer::again(&who, &title, Section::Profiles, view::choose(who.lang, &start, &form))
}

/// The role that a form was made from, if it was.
async fn role_sent(who: &Member, form: &Form) -> Outcome<Option<RoleStatements>> {
    if form.value("role").is_empty() {
        return Ok(None);
    }
    let framework = form.value("framework").parse().map_err(|_| Failure::Missing)?;
    draft_profile::role_statements(who, framework, form.value("role")).await.map(Some)
}

/// Begins it, unless the form says what is wrong.
async fn begin_from(who: &Member, form: &mut Form, from: Option<&RoleStatements>) -> Outcome<Option<VersionId>> {
    let Some((owner, body)) = first_draft(who, form, from) else { return Ok(None) };
    match begin_profile(who, owner, body).await {
        Ok(id) => Ok(Some(id)),
        Err(failure) => answer::into_form(form, failure).map(|()| None),
    }
}

fn first_draft(who: &Member, form: &mut Form, from: Option<&RoleStatements>) -> Option<(OrganisationId, ProfileBody)> {
    let owner: Option<OrganisationId> = forms::id(form, "owner");
    let title = forms::both(form, "title", 200);
    if title.missing().count() == 2 {
        let words = t(who.lang, "form-empty");
        form.refuse(&format!("title_{}", who.lang.code()), words);
    }
    let owner = owner.filter(|_| form.is_sound())?;
    let body = match from {
        Some(from) => {
            let chosen = form.values("take").map(str::to_owned).collect();
            ProfileBody { title, ..draft_profile::profile_from_role(&who.app, owner, from, &chosen) }
        }
        None => draft_profile::blank_profile(owner, title),
    };
    Some((owner, body))
}
