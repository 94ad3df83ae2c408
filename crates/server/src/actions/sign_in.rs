//! Signing in, up and out.

use super::{Failure, FieldError, Outcome, record};
use crate::app::{App, hash_of, secret};
use crate::caller::{Member, Visitor};
use crate::passwords;
use domain::event::Event;
use domain::people::Person;
use domain::{Lang, PersonId};

/// Failed tries for one address in a quarter of an hour, after which it has to wait.
const TRIES: i64 = 10;

/// What somebody who makes an account gives.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// The name as it is to stand on credentials.
    pub name: String,
    /// Address.
    pub email: String,
    /// Password.
    pub password: String,
}

/// Makes an account and signs in; the secret is for the session cookie.
pub async fn sign_up(visitor: &Visitor, new: NewAccount) -> Outcome<String> {
    let app = &visitor.app;
    let (name, email) = (new.name.trim().to_owned(), normal_email(&new.email));
    check(&name, email.as_deref(), &new.password)?;
    let email = email.ok_or(Failure::field("email", "wrong-email"))?;
    let hash = passwords::hash(app, new.password).await?;
    let member = add_person(app, name, email, visitor.lang, Some(hash)).await?;
    start_session(&member).await
}

fn check(name: &str, email: Option<&str>, password: &str) -> Outcome<()> {
    let mut wrong = Vec::new();
    let mut refuse = |field: &str, key| wrong.push(FieldError { field: field.to_owned(), key });
    if name.is_empty() || name.chars().count() > 120 {
        refuse("name", "wrong-name");
    }
    if email.is_none() {
        refuse("email", "wrong-email");
    }
    if let Err(key) = passwords::acceptable(password, &[name, email.unwrap_or_default()]) {
        refuse("password", key);
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Invalid(wrong)) }
}

/// An address in lower case, if it could be one.
pub fn normal_email(email: &str) -> Option<String> {
    let email = email.trim().to_lowercase();
    let (local, host) = email.split_once('@')?;
    let sound = !local.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@');
    (sound && email.len() <= 254 && !email.chars().any(|c| c.is_whitespace() || c.is_control())).then_some(email)
}

/// Adds a person; a second one with the same address is told so beside the field.
pub async fn add_person(app: &App, name: String, email: String, lang: Lang, hash: Option<String>) -> Outcome<Member> {
    let person = Person { id: app.id(), name, email, lang, created: app.now() };
    let mut tx = app.begin().await?;
    store::people::add_person(&mut tx, &person, hash.as_deref()).await.map_err(|e| match e {
        store::StoreError::Conflict(_) => Failure::field("email", "wrong-email-taken"),
        other => other.into(),
    })?;
    let happened = domain::event::Happened {
        chain: person.id.to_string(),
        actor: Some(person.id),
        at: person.created,
        event: Event::AccountCreated { person: person.id },
    };
    store::events::record(&mut tx, app.id(), &happened).await?;
    tx.commit().await?;
    Member::of(app, person.id).await
}

/// Signs in with address and password; the secret is for the session cookie.
pub async fn sign_in(visitor: &Visitor, email: &str, password: String) -> Outcome<String> {
    let app = &visitor.app;
    let wrong = || Failure::field("email", "wrong-sign-in");
    let email = normal_email(email).ok_or_else(wrong)?;
    let mut tx = app.read().await?;
    if store::people::failed_sign_ins(&mut tx, &email, visitor.now, false).await? >= TRIES {
        return Err(Failure::field("email", "wrong-too-many-tries"));
    }
    let found = store::people::person_by_email(&mut tx, &email).await?;
    drop(tx);
    let (person, hash) = match found {
        Some((person, Some(hash))) => (Some(person), hash),
        // Takes as long as a real check, so that nobody learns which addresses have accounts.
        _ => (None, passwords::DECOY.to_owned()),
    };
    let right = passwords::verify(app, password, hash).await?;
    let Some(person) = person.filter(|_| right) else {
        let mut tx = app.begin().await?;
        store::people::failed_sign_ins(&mut tx, &email, visitor.now, true).await?;
        tx.commit().await?;
        return Err(wrong());
    };
    start_session(&Member::of(app, person.id).await?).await
}

/// In the demo, signs in as anybody with one click.
pub async fn demo_sign_in(visitor: &Visitor, id: PersonId) -> Outcome<String> {
    use crate::access::{Relation, Thing, Verb};
    visitor.may(Verb::Add, Thing::DemoSignIn, Relation::default())?;
    start_session(&Member::of(&visitor.app, id).await?).await
}

/// Begins a session.
pub async fn start_session(who: &Member) -> Outcome<String> {
    let secret = secret();
    let mut tx = who.app.begin().await?;
    let until = who.now.plus_days(who.app.config.limits.session_days);
    store::people::add_session(&mut tx, &hash_of(&secret), who.id(), who.now, until).await?;
    record(&mut tx, who, who.id(), Event::SignedIn { person: who.id() }).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Ends the session that the cookie's secret belongs to.
pub async fn sign_out(app: &App, secret: &str) -> Outcome<()> {
    let mut tx = app.begin().await?;
    store::people::end_session(&mut tx, &hash_of(secret)).await?;
    Ok(tx.commit().await?)
}

/// Ends every session of the person, on every device.
pub async fn sign_out_everywhere(who: &Member) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    store::people::end_sessions(&mut tx, who.id()).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::normal_email;

    #[test]
    fn addresses_are_lower_cased_and_impossible_ones_refused() {
        assert_eq!(normal_email(" Amara@Example.CA "), Some("amara@example.ca".into()));
        for bad in ["", "a", "a@", "@b.c", "a@b", "a b@c.d", "a@b@c.d", "a@.c", "a@c."] {
            assert_eq!(normal_email(bad), None, "{bad}");
        }
    }
}
