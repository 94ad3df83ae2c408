//! Who may do what to which thing: one table. What it does not allow is not allowed.

use domain::people::{Membership, Role};
use domain::{OrganisationId, PersonId};

/// What somebody is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Look at it.
    View,
    /// Make a new one.
    Add,
    /// Change it.
    Edit,
    /// Put it in force.
    Publish,
    /// Send it for judgement.
    Submit,
    /// Take it back.
    Withdraw,
    /// Take it on as an assessor.
    Assess,
    /// Judge it.
    Judge,
    /// Decide on the credential.
    Decide,
    /// Say yes or no to what is offered.
    Accept,
    /// Check whether it is genuine.
    Verify,
    /// Put it out of force for a time, or in force again.
    Suspend,
    /// Put it out of force for good.
    Revoke,
}

/// What it is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// Start page, style sheets, health, documents that publish keys: what a stranger needs.
    Public,
    /// Published profiles.
    Catalogue,
    /// A self-assessment kept nowhere.
    SelfAssessment,
    /// One's own account, sessions and tokens.
    Account,
    /// Signing in and up.
    SignIn,
    /// A framework taken in from elsewhere.
    Framework,
    /// A profile and its drafts.
    Profile,
    /// Listed learning, as those who list it see it.
    Offering,
    /// Listed learning, for everybody.
    Learning,
    /// That somebody finished an offering, as whoever gives it records it.
    Completion,
    /// A learner's claim.
    Claim,
    /// What a learner decided to do about the gaps of their claim.
    Plan,
    /// A piece of evidence.
    Evidence,
    /// An upload under way.
    Upload,
    /// The assessors' queue.
    Queue,
    /// An assessment.
    Assessment,
    /// The issuer's decision on a claim.
    Award,
    /// A credential that is not public.
    Credential,
    /// What an organisation issued, as its issuer sees it.
    Register,
    /// Credentials for many, and the list of who gets them.
    Batch,
    /// A credential that waits for whoever was given its link. The link is checked by the act.
    Offer,
    /// A credential that its holder accepted.
    PublicCredential,
    /// Credentials of anybody, many at once: each may have documents fetched for it, so whoever asks has a name.
    ManyCredentials,
    /// People, organisations, roles and scopes of the instance.
    Instance,
    /// Letters that were written.
    Outbox,
    /// The demo's one-click sign-in.
    DemoSignIn,
    /// The first administrator's set-up link.
    SetUp,
    /// The VC-API, where it is on; its key is asked for at its door.
    VcApi,
    /// A program that registers itself and asks for tokens. What it shows for them is checked by the act.
    App,
    /// What somebody lets such a program do.
    Connection,
    /// A credential on its way into a wallet. What the wallet shows for it is checked by the act.
    WalletOffer,
    /// A verifier's question to a wallet, and its answer. Whoever knows the secret of its page may see it.
    Showing,
    /// What somebody can show, issued here or elsewhere, as programs that act for them see it.
    Wallet,
}

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody at all.
    Anyone,
    /// Anybody with an account.
    SignedIn,
    /// Whoever the thing belongs to.
    Owner,
    /// The assessor who took it on.
    Assigned,
    /// Whoever holds the role anywhere.
    Holds(Role),
    /// Whoever holds the role in the organisation that the thing belongs to.
    HoldsThere(Role),
    /// Anybody, in the demo only.
    AnyoneInDemo,
}

use Role::{Admin, Assessor, Author, Issuer};
use Who::{Anyone, AnyoneInDemo, Assigned, Holds, HoldsThere, Owner, SignedIn};

/// The table.
pub const POLICY: &[(Verb, Thing, &[Who])] = &[
    (Verb::View, Thing::Public, &[Anyone]),
    (Verb::View, Thing::Catalogue, &[Anyone]),
    (Verb::View, Thing::SelfAssessment, &[Anyone]),
    (Verb::Add, Thing::SelfAssessment, &[Anyone]),
    (Verb::View, Thing::SignIn, &[Anyone]),
    (Verb::Add, Thing::SignIn, &[Anyone]),
    (Verb::View, Thing::Account, &[SignedIn]),
    (Verb::Edit, Thing::Account, &[SignedIn]),
    (Verb::View, Thing::Framework, &[Holds(Author), Holds(Admin)]),
    (Verb::Add, Thing::Framework, &[Holds(Author), Holds(Admin)]),
    (Verb::View, Thing::Profile, &[HoldsThere(Author), HoldsThere(Admin)]),
    (Verb::Add, Thing::Profile, &[Holds(Author)]),
    (Verb::Edit, Thing::Profile, &[HoldsThere(Author)]),
    (Verb::Publish, Thing::Profile, &[HoldsThere(Author)]),
    (Verb::View, Thing::Learning, &[Anyone]),
    (Verb::View, Thing::Offering, &[Holds(Author)]),
    (Verb::Add, Thing::Offering, &[Holds(Author)]),
    (Verb::Edit, Thing::Offering, &[HoldsThere(Author)]),
    (Verb::Withdraw, Thing::Offering, &[HoldsThere(Author)]),
    (Verb::Add, Thing::Completion, &[HoldsThere(Author)]),
    (Verb::View, Thing::Claim, &[Owner]),
    (Verb::Add, Thing::Claim, &[SignedIn]),
    (Verb::Edit, Thing::Claim, &[Owner]),
    (Verb::Submit, Thing::Claim, &[Owner]),
    (Verb::Withdraw, Thing::Claim, &[Owner]),
    (Verb::View, Thing::Plan, &[Owner]),
    (Verb::Edit, Thing::Plan, &[Owner]),
    (Verb::Withdraw, Thing::Plan, &[Owner]),
    (Verb::View, Thing::Evidence, &[Owner, Assigned]),
    (Verb::Add, Thing::Evidence, &[Owner]),
    (Verb::Edit, Thing::Evidence, &[Owner]),
    (Verb::Withdraw, Thing::Evidence, &[Owner]),
    (Verb::View, Thing::Upload, &[Owner]),
    (Verb::Add, Thing::Upload, &[Owner]),
    (Verb::Edit, Thing::Upload, &[Owner]),
    (Verb::Withdraw, Thing::Upload, &[Owner]),
    (Verb::View, Thing::Queue, &[Holds(Assessor)]),
    (Verb::Assess, Thing::Assessment, &[Holds(Assessor)]),
    (Verb::View, Thing::Assessment, &[Assigned]),
    (Verb::Judge, Thing::Assessment, &[Assigned]),
    (Verb::View, Thing::Award, &[HoldsThere(Issuer)]),
    (Verb::Decide, Thing::Award, &[HoldsThere(Issuer)]),
    (Verb::View, Thing::Credential, &[Owner]),
    (Verb::Accept, Thing::Credential, &[Owner]),
    (Verb::Edit, Thing::Credential, &[Owner]),
    (Verb::View, Thing::Register, &[HoldsThere(Issuer)]),
    (Verb::Suspend, Thing::Register, &[HoldsThere(Issuer)]),
    (Verb::Revoke, Thing::Register, &[HoldsThere(Issuer)]),
    (Verb::View, Thing::Batch, &[HoldsThere(Issuer)]),
    (Verb::Add, Thing::Batch, &[HoldsThere(Issuer)]),
    (Verb::Edit, Thing::Batch, &[HoldsThere(Issuer)]),
    (Verb::View, Thing::Offer, &[Anyone]),
    (Verb::Accept, Thing::Offer, &[SignedIn]),
    (Verb::View, Thing::PublicCredential, &[Anyone]),
    (Verb::Verify, Thing::PublicCredential, &[Anyone]),
    (Verb::Verify, Thing::ManyCredentials, &[SignedIn]),
    (Verb::View, Thing::Instance, &[Holds(Admin)]),
    (Verb::Edit, Thing::Instance, &[Holds(Admin)]),
    (Verb::View, Thing::Outbox, &[AnyoneInDemo]),
    (Verb::View, Thing::DemoSignIn, &[AnyoneInDemo]),
    (Verb::Add, Thing::DemoSignIn, &[AnyoneInDemo]),
    (Verb::View, Thing::SetUp, &[Anyone]),
    (Verb::Add, Thing::SetUp, &[Anyone]),
    (Verb::View, Thing::VcApi, &[Anyone]),
    (Verb::Add, Thing::VcApi, &[Anyone]),
    (Verb::Verify, Thing::VcApi, &[Anyone]),
    (Verb::View, Thing::App, &[Anyone]),
    (Verb::Add, Thing::App, &[Anyone]),
    (Verb::Verify, Thing::App, &[Anyone]),
    (Verb::View, Thing::Connection, &[SignedIn]),
    (Verb::Add, Thing::Connection, &[SignedIn]),
    (Verb::Withdraw, Thing::Connection, &[Owner]),
    (Verb::View, Thing::Wallet, &[Owner]),
    (Verb::Add, Thing::Wallet, &[Owner]),
    (Verb::Edit, Thing::Wallet, &[Owner]),
    (Verb::Withdraw, Thing::Wallet, &[Owner]),
    (Verb::View, Thing::WalletOffer, &[Anyone]),
    (Verb::Verify, Thing::WalletOffer, &[Anyone]),
    (Verb::View, Thing::Showing, &[Anyone]),
    (Verb::Add, Thing::Showing, &[Anyone]),
    (Verb::Verify, Thing::Showing, &[Anyone]),
    (Verb::Withdraw, Thing::Showing, &[Anyone]),
];

/// How the person relates to the thing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Relation {
    /// Whose it is.
    pub owner: Option<PersonId>,
    /// Which organisation's it is.
    pub organisation: Option<OrganisationId>,
    /// Who took it on.
    pub assigned: Option<PersonId>,
}

impl Relation {
    /// It belongs to a person.
    pub fn owned_by(owner: PersonId) -> Relation {
        Relation { owner: Some(owner), ..Relation::default() }
    }

    /// It is a credential that a person holds, or that nobody has claimed yet.
    pub fn held_by(holder: Option<PersonId>) -> Relation {
        Relation { owner: holder, ..Relation::default() }
    }

    /// It belongs to an organisation.
    pub fn of(organisation: OrganisationId) -> Relation {
        Relation { organisation: Some(organisation), ..Relation::default() }
    }

    /// An assessor took it on, or nobody did.
    pub fn assigned_to(assigned: Option<PersonId>) -> Relation {
        Relation { assigned, ..Relation::default() }
    }
}

/// Who asks, for the table.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Who is signed in.
    pub person: Option<PersonId>,
    /// With which roles.
    pub memberships: &'a [Membership],
    /// Whether this is the demo.
    pub demo: bool,
}

/// Those who may, by the table.
pub fn allowed(verb: Verb, thing: Thing) -> &'static [Who] {
    POLICY.iter().find(|(v, t, _)| *v == verb && *t == thing).map_or(&[], |(_, _, who)| who)
}

/// Whether the table allows it.
pub fn may(asking: Asking<'_>, verb: Verb, thing: Thing, relation: Relation) -> bool {
    allowed(verb, thing).iter().any(|who| fits(asking, *who, relation))
}

/// Whether somebody might be allowed, before it is known which thing it is about: what a route asks.
pub fn might(asking: Asking<'_>, verb: Verb, thing: Thing) -> bool {
    let holds = |role| asking.memberships.iter().any(|m| m.role == role);
    allowed(verb, thing).iter().any(|who| match who {
        Owner | Assigned => asking.person.is_some(),
        HoldsThere(role) => holds(*role),
        other => fits(asking, *other, Relation::default()),
    })
}

fn fits(asking: Asking<'_>, who: Who, relation: Relation) -> bool {
    match who {
        Anyone => true,
        AnyoneInDemo => asking.demo,
        SignedIn => asking.person.is_some(),
        Owner => asking.person.is_some() && asking.person == relation.owner,
        Assigned => asking.person.is_some() && asking.person == relation.assigned,
        Holds(role) => asking.memberships.iter().any(|m| m.role == role),
        HoldsThere(role) => asking.memberships.iter().any(|m| m.role == role && Some(m.organisation) == relation.organisation),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn asking(person: Option<PersonId>, memberships: &[Membership]) -> Asking<'_> {
        Asking { person, memberships, demo: false }
    }

    #[test]
    fn each_verb_and_thing_stands_in_the_table_once() {
        let mut seen = HashSet::new();
        assert!(POLICY.iter().all(|(v, t, who)| seen.insert((*v, *t)) && !who.is_empty()));
    }

    #[test]
    fn what_the_table_does_not_name_is_refused() {
        let me = asking(Some(PersonId(1)), &[]);
        assert!(!may(me, Verb::Publish, Thing::Claim, Relation::owned_by(PersonId(1))));
    }

    #[test]
    fn a_claim_is_seen_by_its_owner_and_nobody_else() {
        let relation = Relation::owned_by(PersonId(1));
        assert!(may(asking(Some(PersonId(1)), &[]), Verb::View, Thing::Claim, relation));
        let admin = [Membership { organisation: OrganisationId(9), role: Admin }];
        assert!(!may(asking(Some(PersonId(2)), &admin), Verb::View, Thing::Claim, relation));
        assert!(!may(asking(None, &[]), Verb::View, Thing::Claim, Relation::default()));
    }

    #[test]
    fn a_role_elsewhere_does_not_count_here() {
        let roles = [Membership { organisation: OrganisationId(1), role: Author }];
        let me = asking(Some(PersonId(1)), &roles);
        assert!(may(me, Verb::Publish, Thing::Profile, Relation::of(OrganisationId(1))));
        assert!(!may(me, Verb::Publish, Thing::Profile, Relation::of(OrganisationId(2))));
    }

    /// The three acts that stay apart, by what they are done to.
    fn duty(verb: Verb, thing: Thing) -> Option<&'static str> {
        match (verb, thing) {
            (Verb::Add | Verb::Edit | Verb::Submit | Verb::Withdraw, Thing::Claim | Thing::Evidence) => Some("contribute"),
            (Verb::Judge, Thing::Assessment) => Some("judge"),
            (Verb::Decide, Thing::Award) => Some("decide"),
            _ => None,
        }
    }

    /// The same, but for opening a claim of one's own, which everybody may.
    fn duty_on_one(verb: Verb, thing: Thing) -> Option<&'static str> {
        if (verb, thing) == (Verb::Add, Thing::Claim) { None } else { duty(verb, thing) }
    }

    const ME: PersonId = PersonId(1);
    const HERE: OrganisationId = OrganisationId(1);

    /// Every way in which somebody can stand to a thing, one at a time.
    fn relations() -> [(&'static str, Relation); 4] {
        [
            ("a stranger to it", Relation { owner: Some(PersonId(2)), organisation: Some(OrganisationId(2)), assigned: Some(PersonId(3)) }),
            ("its owner", Relation::owned_by(ME)),
            ("its judge", Relation::assigned_to(Some(ME))),
            ("of its organisation", Relation::of(HERE)),
        ]
    }

    /// Every role at a time, and none.
    fn roles() -> Vec<Vec<Membership>> {
        let one = |role| vec![Membership { organisation: HERE, role }];
        std::iter::once(Vec::new()).chain(Role::ALL.into_iter().map(one)).collect()
    }

    #[test]
    fn no_role_in_no_relation_does_two_of_contributing_judging_and_deciding() {
        for memberships in roles() {
            for (standing, relation) in relations() {
                let me = asking(Some(ME), &memberships);
                let allowed = POLICY.iter().filter(|(verb, thing, _)| may(me, *verb, *thing, relation));
                let duties: HashSet<_> = allowed.filter_map(|(verb, thing, _)| duty_on_one(*verb, *thing)).collect();
                assert!(duties.len() <= 1, "{memberships:?}, {standing}: {duties:?}");
            }
        }
    }

    #[test]
    fn each_of_the_three_is_open_to_exactly_one_standing() {
        for (duty_named, due) in [("judge", "its judge"), ("decide", "of its organisation")] {
            for memberships in roles() {
                for (standing, relation) in relations() {
                    let me = asking(Some(ME), &memberships);
                    let can = POLICY.iter().any(|(v, t, _)| duty(*v, *t) == Some(duty_named) && may(me, *v, *t, relation));
                    assert!(!can || standing == due, "{memberships:?}, {standing} may {duty_named}");
                    let issuer = memberships.iter().any(|m| m.role == Role::Issuer);
                    let must = standing == due && (duty_named == "judge" || issuer);
                    assert!(can || !must, "{memberships:?}, {standing} may not {duty_named}");
                }
            }
        }
    }

    #[test]
    fn whoever_is_nothing_to_a_thing_of_somebody_else_neither_sees_nor_changes_it() {
        let theirs = [Thing::Claim, Thing::Evidence, Thing::Award, Thing::Credential, Thing::Register, Thing::Batch, Thing::Wallet];
        let (_, stranger) = relations()[0];
        for memberships in roles() {
            for (verb, thing, _) in POLICY.iter().filter(|(verb, thing, _)| theirs.contains(thing) && *verb != Verb::Add) {
                assert!(!may(asking(Some(ME), &memberships), *verb, *thing, stranger), "{memberships:?} may {verb:?} {thing:?}");
            }
        }
    }
}
