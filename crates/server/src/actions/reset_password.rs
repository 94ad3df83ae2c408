//! A forgotten password: a link by mail, and the new password that it allows.

use super::sign_in::{normal_email, start_session};
use super::{Failure, Outcome, commit, record};
use crate::app::{App, hash_of, secret};
use crate::caller::{Member, Visitor};
use crate::{mail, passwords};
use domain::event::Event;

/// How long a link works, in hours. The letter says so too.
const HOURS: i64 = 1;
/// Links of one person that are open at once; who asks for more gets no further letter until one closes.
const MOST_OPEN: i64 = 3;

/// Mails a link to whoever has an account with this address. Nobody is told whether there is one.
pub async fn send_link(visitor: &Visitor, email: &str) -> Outcome<()> {
    let app = &visitor.app;
    let email = normal_email(email).ok_or(Failure::field("email", "wrong-email"))?;
    let found = store::people::person_by_email(&mut app.read().await?, &email).await?;
    let Some((person, _)) = found else { return Ok(()) };
    let who = Member::of(app, person.id).await?;
    let mut tx = app.begin().await?;
    if store::people::password_links(&mut tx, person.id, who.now).await? >= MOST_OPEN {
        return Ok(());
    }
    let secret = secret();
    store::people::add_password_link(&mut tx, &hash_of(&secret), person.id, who.now.plus_hours(HOURS)).await?;
    mail::password_link::send(&mut tx, &who, &secret).await?;
    commit(tx, &who).await
}

/// Whose link this is; one that is used, too old or never was does not exist.
async fn owner(app: &App, secret: &str) -> Outcome<Member> {
    let owner = store::people::password_link(&mut app.read().await?, &hash_of(secret), app.now()).await?;
    Member::of(app, owner.ok_or(Failure::Missing)?).await
}

/// Whether a link still works.
pub async fn is_open(visitor: &Visitor, secret: &str) -> Outcome<bool> {
    let link = store::people::password_link(&mut visitor.app.read().await?, &hash_of(secret), visitor.now).await?;
    Ok(link.is_some())
}

/// Sets the new password, closes the person's links and sessions, and signs in; the secret is for the session cookie.
pub async fn set_password(visitor: &Visitor, secret: &str, new: String) -> Outcome<String> {
    let app = &visitor.app;
    let who = owner(app, secret).await?;
    passwords::acceptable(&new, &[&who.me.person.name, &who.me.person.email]).map_err(|key| Failure::field("password", key))?;
    let hash = passwords::hash(app, new).await?;
    let mut tx = app.begin().await?;
    // Closing is what two uses of one link race for.
    if store::people::close_password_links(&mut tx, who.id()).await? == 0 {
        return Err(Failure::Missing);
    }
    store::people::set_password(&mut tx, who.id(), &hash).await?;
    // The link came by mail.
    store::people::prove_address(&mut tx, who.id(), who.now).await?;
    store::people::end_sessions(&mut tx, who.id()).await?;
    record(&mut tx, &who, who.id(), Event::PasswordChanged { person: who.id() }).await?;
    commit(tx, &who).await?;
    start_session(&who).await
}
