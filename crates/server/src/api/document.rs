//! The operations as they are registered: each with what it needs, what it does to what, its route and its place in
//! the OpenAPI document. What is the same for every operation is said here once.

use super::callers::Needs;
use super::problem::{Kind, Problem};
use crate::access::{Thing, Verb};
use crate::app::App;
use crate::i18n::t;
use crate::web::routes::Routes;
use axum::http::Method;
use domain::Lang;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, Content, HeaderBuilder, Info, License, OpenApi, OpenApiBuilder, Paths, Ref, RefOr, Required, Response, ResponseBuilder, Tag,
};
use utoipa::{PartialSchema as _, ToSchema as _};
use utoipa_axum::router::UtoipaMethodRouter;

/// What every path of the API begins with.
pub const BASE: &str = "/api/v1";

/// The sections of the document, in the order people read them.
pub const TAGS: [&str; 13] = [
    "profiles",
    "claims",
    "evidence",
    "assessments",
    "decisions",
    "register",
    "batches",
    "credentials",
    "verification",
    "authoring",
    "frameworks",
    "offerings",
    "instance",
];

/// Operations in the making.
pub struct Operations {
    routes: Routes,
    paths: Paths,
    components: Components,
}

impl Default for Operations {
    fn default() -> Self {
        Operations { routes: Routes::default(), paths: Paths::new(), components: Components::new() }
    }
}

impl Operations {
    /// Adds an operation: `.on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(list_claims))`.
    pub fn on(mut self, needs: Needs, verb: Verb, thing: Thing, (schemas, paths, handler): UtoipaMethodRouter<App>) -> Operations {
        self.components.schemas.extend(schemas);
        let (path, item) = paths.paths.into_iter().next().expect("an operation has a path");
        let (method, operation) = operations(item).pop().expect("an operation has a method");
        let path = format!("{BASE}{path}");
        let documented = completed(&path, &method, needs, operation);
        place(self.paths.paths.entry(path.clone()).or_default(), &method, documented);
        self.routes = self.routes.operation(needs, method, path, verb, thing, handler);
        self
    }

    /// Together with others.
    pub fn and(mut self, other: Operations) -> Operations {
        self.routes = self.routes.and(other.routes);
        self.components.schemas.extend(other.components.schemas);
        for (path, item) in other.paths.paths {
            match self.paths.paths.get_mut(&path) {
                Some(known) => known.merge_operations(item),
                None => drop(self.paths.paths.insert(path, item)),
            }
        }
        self
    }

    /// As routes of the site, and as a document.
    pub fn build(self) -> (Routes, OpenApi) {
        let mut components = self.components;
        components.schemas.insert(Problem::name().into_owned(), Problem::schema());
        let mut found = Vec::new();
        Problem::schemas(&mut found);
        components.schemas.extend(found);
        components.responses.extend(STANDARD.iter().map(|(name, kinds)| ((*name).to_owned(), problem(kinds).into())));
        components.add_security_scheme("token", SecurityScheme::Http(token()));
        let tags = TAGS.iter().map(|name| {
            let mut tag = Tag::new(*name);
            tag.description = Some(t(Lang::En, &format!("api-tag-{name}")));
            tag
        });
        let document =
            OpenApiBuilder::new().info(info()).paths(self.paths).components(Some(components)).tags(Some(tags.collect::<Vec<_>>()));
        (self.routes, document.build())
    }
}

fn info() -> Info {
    let mut info = Info::new("Tessera", env!("CARGO_PKG_VERSION"));
    info.description = Some(t(Lang::En, "api-about"));
    let mut license = License::new("MIT OR Apache-2.0");
    license.identifier = Some("MIT OR Apache-2.0".to_owned());
    info.license = Some(license);
    info
}

fn token() -> Http {
    let mut token = Http::new(HttpAuthScheme::Bearer);
    token.description = Some(t(Lang::En, "api-token-about"));
    token
}

/// The operations of a path, with their methods.
pub fn operations(item: PathItem) -> Vec<(Method, Operation)> {
    let all = [
        (Method::GET, item.get),
        (Method::POST, item.post),
        (Method::PUT, item.put),
        (Method::PATCH, item.patch),
        (Method::DELETE, item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation?))).collect()
}

fn place(item: &mut PathItem, method: &Method, operation: Operation) {
    let slot = match *method {
        Method::GET => &mut item.get,
        Method::POST => &mut item.post,
        Method::PUT => &mut item.put,
        Method::PATCH => &mut item.patch,
        _ => &mut item.delete,
    };
    *slot = Some(operation);
}

/// The key of an operation's words.
pub fn words_of(operation: &Operation) -> String {
    format!("api-op-{}", operation.operation_id.as_deref().unwrap_or_default().replace('_', "-"))
}

/// An operation with what is the same for all: its summary, ids in its path, what it needs, and how it is refused.
fn completed(path: &str, method: &Method, needs: Needs, mut operation: Operation) -> Operation {
    operation.summary = Some(t(Lang::En, &words_of(&operation)));
    let names: Vec<&str> = path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}')).collect();
    let ids = names.iter().map(|name| {
        ParameterBuilder::new().name(*name).parameter_in(ParameterIn::Path).required(Required::True).schema(Some(in_path(name)))
    });
    let mut parameters: Vec<_> = ids.map(|p| p.build().into()).collect();
    parameters.extend(operation.parameters.take().unwrap_or_default());
    operation.parameters = Some(parameters).filter(|p| !p.is_empty());
    operation.security = Some(match needs {
        Needs::Nothing => vec![],
        Needs::Token => vec![SecurityRequirement::new::<_, [&str; 0], &str>("token", [])],
        Needs::Scope(scope) => vec![SecurityRequirement::new("token", [scope])],
    });
    let takes = operation.request_body.is_some();
    let changes = *method != Method::GET;
    for (name, kinds) in STANDARD {
        let applies = match kinds[0] {
            Kind::NoToken => needs != Needs::Nothing,
            Kind::Scope => needs.scope().is_some(),
            Kind::Missing => needs != Needs::Nothing || !names.is_empty(),
            Kind::Refused => changes && needs != Needs::Nothing,
            Kind::Malformed | Kind::TooLarge | Kind::NotJson => takes,
            Kind::Invalid => takes || operation.parameters.as_ref().is_some_and(|p| p.len() > names.len()),
            _ => true,
        };
        if applies {
            operation
                .responses
                .responses
                .entry(kinds[0].status().as_u16().to_string())
                .or_insert_with(|| RefOr::Ref(Ref::from_response_name(name)));
        }
    }
    operation
}

/// An id in a path; anything but ids is a number or the name of something elsewhere.
fn in_path(name: &str) -> RefOr<utoipa::openapi::Schema> {
    match name {
        "number" => ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).into(),
        "source_id" => ObjectBuilder::new().schema_type(Type::String).into(),
        _ => super::words::Id::<()>::schema(),
    }
}

/// How any operation can be refused: the name of the response, and the kinds of problem that have its status.
const STANDARD: [(&str, &[Kind]); 10] = [
    ("Malformed", &[Kind::Malformed]),
    ("NoToken", &[Kind::NoToken, Kind::UnknownToken]),
    ("NotInScope", &[Kind::Scope]),
    ("Missing", &[Kind::Missing]),
    ("Conflict", &[Kind::Refused, Kind::Stale, Kind::Exists]),
    ("TooLarge", &[Kind::TooLarge]),
    ("NotJson", &[Kind::NotJson]),
    ("Invalid", &[Kind::Invalid]),
    ("Broken", &[Kind::Broken]),
    ("Unavailable", &[Kind::Unavailable]),
];

fn problem(kinds: &[Kind]) -> Response {
    let about = kinds.iter().map(|k| k.title(Lang::En)).collect::<Vec<_>>().join(" ");
    let mut content = Content::new(Some(Ref::from_schema_name("Problem")));
    content.example = Some(example(kinds[0], Lang::En));
    let response = ResponseBuilder::new().description(about).content("application/problem+json", content);
    let header = || HeaderBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String))).build();
    match kinds[0] {
        Kind::NoToken | Kind::Scope => response.header("WWW-Authenticate", header()).build(),
        Kind::Unavailable => response.header("Retry-After", header()).build(),
        _ => response.build(),
    }
}

/// What such an answer looks like.
pub fn example(kind: Kind, lang: Lang) -> serde_json::Value {
    let mut example = serde_json::json!({
        "type": format!("https://tessera.example/api/docs#problem-{}", kind.name()),
        "title": kind.title(lang),
        "status": kind.status().as_u16(),
        "detail": kind.detail(lang),
    });
    if kind == Kind::Invalid {
        example["errors"] = serde_json::json!([{ "pointer": "#/setting", "code": "wrong-setting", "detail": t(lang, "wrong-setting") }]);
    }
    example
}
