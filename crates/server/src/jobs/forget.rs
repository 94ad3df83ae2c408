//! Forgets what is over: sessions, failed sign-ins, uploads. Running it twice changes nothing more.

use crate::actions::Outcome;
use crate::app::App;

pub(super) async fn run(app: &App) -> Outcome<()> {
    let mut tx = app.begin().await?;
    let gone = store::people::forget_sessions(&mut tx, app.now()).await?;
    store::apps::forget(&mut tx, app.now()).await?;
    tx.commit().await?;
    tracing::debug!(gone, "sessions forgotten");
    super::forget_uploads::run(app).await
}
