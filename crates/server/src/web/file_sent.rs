//! A form with one file (`multipart/form-data`).

use crate::actions::Failure;
use crate::app::App;
use crate::caller::Visitor;
use crate::web::answer;
use crate::web::parts::Form;
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::{IntoResponse, Response};

/// A form with one file. How large it may be, the route says.
pub struct FileSent {
    /// The other fields.
    pub form: Form,
    /// What the file is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl FromRequest<App> for FileSent {
    type Rejection = Response;
    async fn from_request(request: Request, app: &App) -> Result<FileSent, Response> {
        let (parts, body) = request.into_parts();
        let visitor = crate::caller::stranger(&parts, app);
        let read = async {
            let multipart = Multipart::from_request(Request::from_parts(parts, body), app).await.map_err(IntoResponse::into_response)?;
            read(multipart, &visitor).await
        };
        read.await
    }
}

async fn read(mut multipart: Multipart, visitor: &Visitor) -> Result<FileSent, Response> {
    let cut_off = || answer::failure_page(visitor, Failure::field("file", "wrong-file-too-large"));
    let (mut values, mut file_name, mut bytes) = (Vec::new(), String::new(), Vec::new());
    while let Some(field) = multipart.next_field().await.map_err(|_| cut_off())? {
        let name = field.name().unwrap_or_default().to_owned();
        let of_file = field.file_name().unwrap_or_default().to_owned();
        let content = field.bytes().await.map_err(|_| cut_off())?;
        match name.as_str() {
            "file" => (file_name, bytes) = (of_file, content.into()),
            _ => values.push((name, String::from_utf8_lossy(&content).into_owned())),
        }
    }
    Ok(FileSent { form: Form::sent(visitor.lang, values), name: file_name, bytes })
}
