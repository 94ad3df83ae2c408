//! A file that comes with a plain form: the same as the resumable way, without script.

use super::file_again;
use crate::access::{Relation, Thing, Verb};
use crate::actions::uploads::{NotTaken, give, receive};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::urls;
use crate::web::answer::{self, Page};
use crate::web::extract::At;
use axum::extract::Multipart;
use domain::EvidenceId;

/// Takes the file, writing it down as it comes, and gives it to the item that waits for it.
pub async fn take(who: Member, At(id): At<EvidenceId>, form: Multipart) -> Page {
    match received(&who, id, form).await {
        Ok(()) => answer::redirect_saying(&urls::evidence(who.lang, id), "evidence-saved"),
        Err(problem) => file_again(&who, id, problem.into()).await,
    }
}

async fn received(who: &Member, id: EvidenceId, mut form: Multipart) -> Result<(), NotTaken> {
    expected(who, id).await?;
    while let Some(field) = form.next_field().await.map_err(|_| Failure::field("file", "wrong-file-cut"))? {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        let kind = field.content_type().unwrap_or_default().to_owned();
        let file = receive(who, &name, &kind, field).await?;
        return give(who, id, file).await;
    }
    Err(Failure::field("file", "wrong-file-missing").into())
}

/// Looked up before the first byte is taken: strangers fill no disk.
async fn expected(who: &Member, id: EvidenceId) -> Outcome<()> {
    let item = store::evidence::get(&mut who.app.read().await?, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Evidence, Relation::owned_by(item.learner))
}
