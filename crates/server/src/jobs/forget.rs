//! Forgets what is over: sessions, failed sign-ins, uploads; and lets time pass for credentials. Running it twice
//! changes nothing more.

use crate::actions::Outcome;
use crate::app::App;

pub(super) async fn run(app: &App) -> Outcome<()> {
    let mut tx = app.begin().await?;
    let gone = store::people::forget_sessions(&mut tx, app.now()).await?;
    store::apps::forget(&mut tx, app.now()).await?;
    store::wallet_offers::forget(&mut tx, app.now()).await?;
    store::showings::forget(&mut tx, app.now()).await?;
    tx.commit().await?;
    tracing::debug!(gone, "sessions forgotten");
    let passed = super::pass_time::run(app).await?;
    tracing::debug!(passed, "credentials that ended, end soon or wait in vain");
    super::forget_uploads::run(app).await
}
