//! The world as it is being made: who is who, and what day it is.

use super::cast::{Actor, CAST, Group};
use super::organisations::{ORGANISATIONS, Org};
use super::profiles::{PROFILES, Profile};
use super::scopes::SCOPES;
use crate::actions::run_instance::{NewOrganisation, add_organisation, grant_role, grant_scope};
use crate::actions::sign_in::add_person;
use crate::actions::write_profile::{Grounds, begin_profile, publish_profile};
use crate::app::App;
use crate::caller::Member;
use crate::{issuing, jobs};
use anyhow::Context as _;
use domain::event::{Event, Happened};
use domain::people::{AssessorScope, Membership, Organisation, Role};
use domain::profile::ProfileVersion;
use domain::time::{DAY, HOUR};
use domain::{Lang, OrganisationId, PersonId, ProfileId, Text, Ts};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

/// The demo world while it is being made. The instance's clock is taken back to each day that something happens on, so
/// that acts, letters, signatures and the record all bear the same date.
pub(super) struct World<'a> {
    pub app: &'a App,
    start: Ts,
    moved: AtomicI64,
    organisations: BTreeMap<Org, OrganisationId>,
    /// By handle. Learners join when their story begins.
    people: Mutex<BTreeMap<&'static str, PersonId>>,
    profiles: BTreeMap<&'static str, ProfileId>,
}

/// How many days ago the instance was set up.
const FOUNDED: i64 = 1210;
/// From one act to the next on the same day, in minutes.
const PACE: i64 = 6;

impl<'a> World<'a> {
    pub fn new(app: &'a App) -> World<'a> {
        let (start, moved) = (app.now(), AtomicI64::new(0));
        World { app, start, moved, organisations: BTreeMap::new(), people: Mutex::default(), profiles: BTreeMap::new() }
    }

    /// Moves to the morning of the day that was so many days ago.
    pub fn day(&self, days_ago: i64) {
        debug_assert!(days_ago >= 1, "what happens today would lie in the future for whoever starts early");
        self.move_to(self.morning(days_ago));
    }

    /// Moves there if it is still ahead; else a few minutes on, so that acts follow each other.
    pub fn by_day(&self, days_ago: i64) {
        let (morning, now) = (self.morning(days_ago), self.app.now());
        self.move_to(morning.max(Ts(now.0 + PACE * HOUR / 60)));
    }

    /// Ten o'clock in the morning in Toronto, or nine.
    pub fn morning(&self, days_ago: i64) -> Ts {
        Ts((self.start.day() - days_ago) * DAY + 14 * HOUR)
    }

    fn move_to(&self, at: Ts) {
        let by = at.0 - self.app.now().0;
        self.app.clock.advance(by);
        self.moved.fetch_add(by, Ordering::SeqCst);
    }

    /// Back to the present, for good.
    pub fn present(&self) {
        self.app.clock.advance(-self.moved.swap(0, Ordering::SeqCst));
    }

    /// Somebody, by their handle, at this moment.
    pub async fn who(&self, handle: &str) -> anyhow::Result<Member> {
        Ok(Member::of(self.app, self.person(handle)?).await?)
    }

    fn person(&self, handle: &str) -> anyhow::Result<PersonId> {
        let known = self.people.lock().expect("nobody panics while holding it");
        known.get(handle).copied().with_context(|| format!("{handle} has not joined"))
    }

    /// A learner makes an account, unless they have one.
    pub async fn welcome(&self, learner: &str) -> anyhow::Result<Member> {
        if self.person(learner).is_err() {
            let actor = CAST.iter().find(|a| handle(a) == learner).with_context(|| format!("{learner} is not in the cast"))?;
            self.add(actor).await?;
        }
        self.who(learner).await
    }

    pub fn organisation(&self, org: Org) -> OrganisationId {
        self.organisations[&org]
    }

    pub fn profile(&self, key: &str) -> ProfileId {
        self.profiles[key]
    }

    /// The version of a profile that is in force.
    pub async fn version(&self, key: &str) -> anyhow::Result<ProfileVersion> {
        let mut tx = self.app.read().await?;
        let current = store::profiles::current(&mut tx, self.profile(key)).await?.context("it was published")?;
        store::profiles::version(&mut tx, current).await?.context("the version in force is there")
    }

    /// Does the work that follows from what was done so far.
    pub async fn jobs(&self) -> anyhow::Result<()> {
        while jobs::run_due(self.app).await? > 0 {}
        Ok(())
    }

    /// The handle of whoever writes for an organisation.
    pub fn author(org: Org) -> anyhow::Result<&'static str> {
        let author = CAST.iter().find(|a| a.roles.contains(&(Role::Author, org)));
        author.map(handle).with_context(|| format!("nobody writes for {org:?}"))
    }

    /// Every organisation, and everybody who has a role.
    pub async fn found(&mut self) -> anyhow::Result<()> {
        self.day(FOUNDED);
        self.first_administrator().await?;
        let admin = self.who("admin").await?;
        for (org, kind, en, fr, website, region) in ORGANISATIONS {
            if *org != Org::Pine {
                let name = Text::of(*en, *fr);
                let new = NewOrganisation { kind: *kind, name, website: website.map(str::to_owned), region: (*region).to_owned() };
                self.organisations.insert(*org, add_organisation(&admin, new).await?);
            }
        }
        for actor in CAST.iter().filter(|a| a.group != Group::Learner && a.group != Group::Admin) {
            let id = self.add(actor).await?;
            for (role, org) in actor.roles {
                grant_role(&admin, id, self.organisation(*org), *role).await?;
            }
        }
        Ok(())
    }

    async fn add(&self, actor: &'static Actor) -> anyhow::Result<PersonId> {
        let member = add_person(self.app, actor.name.to_owned(), actor.email.to_owned(), actor.lang, None).await?;
        self.people.lock().expect("nobody panics while holding it").insert(handle(actor), member.id());
        Ok(member.id())
    }

    /// Nobody can let the first administrator in but whoever runs the program.
    async fn first_administrator(&mut self) -> anyhow::Result<()> {
        let actor = CAST.iter().find(|a| a.group == Group::Admin).context("the cast has an administrator")?;
        let person = self.add(actor).await?;
        let (_, kind, en, fr, website, region) = ORGANISATIONS.iter().find(|o| o.0 == Org::Pine).context("the college is listed")?;
        let (name, website, region) = (Text::of(*en, *fr), website.map(str::to_owned), (*region).to_owned());
        let organisation = Organisation { id: self.app.id(), kind: *kind, name, website, region };
        let mut tx = self.app.begin().await?;
        store::people::add_organisation(&mut tx, &organisation).await?;
        issuing::signing_key(self.app, &mut tx, organisation.id).await?;
        store::people::grant(&mut tx, person, Membership { organisation: organisation.id, role: Role::Admin }).await?;
        let granted = Event::RoleGranted { person, organisation: organisation.id, role: "admin".to_owned() };
        for (chain, event) in
            [(organisation.id.to_string(), Event::OrganisationAdded { organisation: organisation.id }), (person.to_string(), granted)]
        {
            let happened = Happened { chain, actor: None, at: self.app.now(), event };
            store::events::record(&mut tx, self.app.id(), &happened).await?;
        }
        tx.commit().await?;
        self.organisations.insert(Org::Pine, organisation.id);
        Ok(())
    }

    /// Every profile in its first version, and who may judge it.
    pub async fn publish(&mut self) -> anyhow::Result<()> {
        for profile in PROFILES {
            self.day(profile.published);
            let id = self.publish_one(profile).await.with_context(|| profile.key)?;
            self.profiles.insert(profile.key, id);
            self.appoint(profile).await.with_context(|| profile.key)?;
        }
        Ok(())
    }

    async fn publish_one(&self, profile: &Profile) -> anyhow::Result<ProfileId> {
        let who = self.who(World::author(profile.owner)?).await?;
        let body = profile.body(|| self.app.id(), |org| self.organisation(org));
        let version = begin_profile(&who, self.organisation(profile.owner), body).await?;
        let [consultation, validation, approval] = profile.grounds.map(str::to_owned);
        Ok(publish_profile(&who, version, 1, Grounds { consultation, validation, approval }).await?)
    }

    async fn appoint(&self, profile: &Profile) -> anyhow::Result<()> {
        let (admin, version) = (self.who("admin").await?, self.version(profile.key).await?);
        for (assessor, org, _, codes) in SCOPES.iter().filter(|s| s.2 == profile.key) {
            let competencies = version.body.competencies.iter().filter(|c| codes.contains(&c.code.as_str())).map(|c| c.id).collect();
            let scope = AssessorScope {
                person: self.person(assessor)?,
                organisation: self.organisation(*org),
                profile: version.profile,
                competencies,
                from: self.app.now(),
                until: self.start.plus_days(730),
            };
            grant_scope(&admin, scope).await?;
        }
        Ok(())
    }
}

/// What an address begins with.
pub(super) fn handle(actor: &Actor) -> &'static str {
    actor.email.split_once('@').map_or(actor.email, |(handle, _)| handle)
}

/// Whether somebody writes in French.
pub(super) fn french(who: &Member) -> bool {
    who.me.person.lang == Lang::Fr
}
