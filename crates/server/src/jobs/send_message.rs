//! Hands a letter to the mail server. A letter that was sent is not sent again; one that was handed over just before
//! a crash may be, which is better than not at all.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::MessageId;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

pub(super) async fn run(app: &App, id: MessageId) -> Outcome<()> {
    let Some(smtp) = &app.config.mail.smtp else { return Ok(()) };
    let letter = store::messages::get(&mut app.read().await?, id).await?;
    let Some(letter) = letter.filter(|l| l.sent.is_none()) else { return Ok(()) };
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("letter not sent: {e}"));
    let from = app.config.mail.from.as_deref().unwrap_or("Tessera <no-reply@localhost>");
    let message = Message::builder()
        .from(from.parse().map_err(|e| broken(&e))?)
        .to(letter.address.parse().map_err(|e| broken(&e))?)
        .subject(&letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())
        .map_err(|e| broken(&e))?;
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp).map_err(|e| broken(&e))?.build();
    transport.send(message).await.map_err(|e| broken(&e))?;
    let mut tx = app.begin().await?;
    store::messages::sent(&mut tx, id, app.now()).await?;
    Ok(tx.commit().await?)
}
