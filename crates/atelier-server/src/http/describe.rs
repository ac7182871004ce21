//! The description of the API (`OpenAPI` 3.1), gathered from the types of the handlers themselves.

use super::problem::{ProblemDocument, ProblemPart};
use super::routes::Route;
use axum::http::Method;
use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn,
};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    Content, Info, OpenApi, OpenApiBuilder, Paths, Ref, RefOr, Required, extensions::ExtensionsBuilder,
};
use utoipa::{IntoParams, ToSchema};

/// A type that a handler takes.
pub trait Asking {
    /// Tells what it reads.
    fn describe(into: &mut Describing);
}

/// A type that a handler gives.
pub trait Answering {
    /// Tells what it writes.
    fn describe(into: &mut Describing);
}

/// What one operation says of itself, being gathered.
#[derive(Default)]
pub struct Describing {
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
    answers: Vec<(String, Response)>,
    schemas: Vec<(String, RefOr<Schema>)>,
}

impl Describing {
    /// The fields of an address.
    pub fn query<Q: IntoParams>(&mut self) {
        self.parameters.extend(Q::into_params(|| Some(ParameterIn::Query)));
        self.parameter("lang", ParameterIn::Query, false, "Language of sentences: `fr` (default) or `en`.");
    }

    /// A header of the request.
    pub fn header(&mut self, name: &str, is_needed: bool, says: &str) {
        self.parameter(name, ParameterIn::Header, is_needed, says);
    }

    fn parameter(&mut self, name: &str, place: ParameterIn, is_needed: bool, says: &str) {
        let required = if is_needed { Required::True } else { Required::False };
        let text = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String));
        let built = ParameterBuilder::new().name(name).parameter_in(place).required(required);
        self.parameters.push(built.description(Some(says)).schema(Some(text)).build());
    }

    /// A JSON body.
    pub fn body<T: ToSchema>(&mut self) {
        self.json_body::<T>(Required::True);
    }

    /// A JSON body that may be left out.
    pub fn maybe_body<T: ToSchema>(&mut self) {
        self.json_body::<T>(Required::False);
    }

    fn json_body<T: ToSchema>(&mut self, required: Required) {
        let content = Content::new(Some(self.shape::<T>()));
        let body = RequestBodyBuilder::new().content("application/json", content);
        self.body = Some(body.required(Some(required)).build());
    }

    /// The bytes of a file, as they are.
    pub fn body_file(&mut self) {
        let bytes = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String));
        let body = RequestBodyBuilder::new().content("*/*", Content::new(Some(bytes)));
        self.body = Some(body.required(Some(Required::True)).build());
    }

    /// Files, as a form.
    pub fn form<T: ToSchema>(&mut self) {
        let content = Content::new(Some(self.shape::<T>()));
        let body = RequestBodyBuilder::new().content("multipart/form-data", content);
        self.body = Some(body.required(Some(Required::True)).build());
    }

    /// A JSON answer.
    pub fn answer<T: ToSchema>(&mut self, status: u16) {
        let content = Content::new(Some(self.shape::<T>()));
        let answer = ResponseBuilder::new().description("Done.").content("application/json", content);
        self.answers.push((status.to_string(), answer.build()));
    }

    /// An answer without a body.
    pub fn answer_empty(&mut self, status: u16) {
        self.answers.push((status.to_string(), ResponseBuilder::new().description("Done.").build()));
    }

    /// A file.
    pub fn answer_file(&mut self) {
        let bytes = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String));
        let file = ResponseBuilder::new().description("A file.").content("*/*", Content::new(Some(bytes)));
        self.answers.push(("200".to_owned(), file.build()));
    }

    /// Events, one after the other.
    pub fn answer_events(&mut self) {
        let text = || ObjectBuilder::new().schema_type(SchemaType::Type(Type::String));
        let event = ObjectBuilder::new().property("event", text()).property("data", text()).required("data");
        let answer = ResponseBuilder::new().description("Server-sent events.");
        self.answers
            .push(("200".into(), answer.content("text/event-stream", Content::new(Some(event))).build()));
    }

    /// A type with a name is told once and referred to; others are told in place.
    fn shape<T: ToSchema>(&mut self) -> RefOr<Schema> {
        T::schemas(&mut self.schemas);
        let name = T::name().into_owned();
        let own = T::schema();
        let is_generic = std::any::type_name::<T>().contains('<');
        let is_named = matches!(&own, RefOr::T(Schema::Object(_) | Schema::AllOf(_)));
        if is_generic || name == "Value" || !is_named {
            return own;
        }
        self.schemas.push((name.clone(), own));
        RefOr::Ref(Ref::from_schema_name(name))
    }
}

/// What an operation says, as the description wants it.
fn operation(route: &Route, told: Describing) -> Operation {
    let mut built = OperationBuilder::new().operation_id(Some(route.name)).summary(Some(route.says));
    let word = route.path.trim_start_matches("/api/").split('/').next().unwrap_or_default();
    built = built.tag(word);
    for part in route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
        let text = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String));
        let parameter = ParameterBuilder::new().name(part).parameter_in(ParameterIn::Path);
        built = built.parameter(parameter.required(Required::True).schema(Some(text)).build());
    }
    for parameter in told.parameters {
        built = built.parameter(parameter);
    }
    for (status, answer) in told.answers {
        built = built.response(status, answer);
    }
    let refused = ResponseBuilder::new().description("Refused: what, why, what to do.").content(
        "application/problem+json",
        Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name("Problem")))),
    );
    let right = route.permission.map_or("open", atelier_domain::controls::Permission::code);
    built = built.response("default", refused.build()).request_body(told.body);
    built = built.extensions(Some(
        ExtensionsBuilder::new().add("x-permission", right).add("x-limit-bytes", route.limit).build(),
    ));
    if route.permission.is_none() {
        built = built.securities(Some(Vec::<SecurityRequirement>::new()));
    }
    built.build()
}

/// The whole description.
pub fn openapi(routes: &[Route]) -> OpenApi {
    let mut components =
        ComponentsBuilder::new().schema_from::<ProblemDocument>().schema_from::<ProblemPart>();
    let mut paths = Paths::new();
    for route in routes {
        let mut told = Describing::default();
        (route.describe)(&mut told);
        components = components.schemas_from_iter(std::mem::take(&mut told.schemas));
        paths.add_path_operation(route.path, vec![method(&route.method)], operation(route, told));
    }
    let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A key: `atl_…`."));
    let cookie = ApiKey::Cookie(ApiKeyValue::new("atelier"));
    let components = components
        .security_scheme("key", SecurityScheme::Http(key.build()))
        .security_scheme("session", SecurityScheme::ApiKey(cookie));
    let either = ["key", "session"].map(|name| SecurityRequirement::new(name, Vec::<String>::new()));
    OpenApiBuilder::new()
        .info(Info::new("Atelier", env!("CARGO_PKG_VERSION")))
        .paths(paths)
        .components(Some(components.build()))
        .security(Some(either))
        .build()
}

fn method(method: &Method) -> HttpMethod {
    match *method {
        Method::POST => HttpMethod::Post,
        Method::PUT => HttpMethod::Put,
        Method::PATCH => HttpMethod::Patch,
        Method::DELETE => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

/// The description as text, the same for the same program.
pub fn openapi_text() -> String {
    // Keys in order: an extension would come in any.
    let told = serde_json::to_value(openapi(&super::routes())).unwrap_or_default();
    serde_json::to_string_pretty(&told).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn two_types_never_share_a_name() {
        let mut known: BTreeMap<String, serde_json::Value> = BTreeMap::new();
        for route in super::super::routes() {
            let mut told = Describing::default();
            (route.describe)(&mut told);
            for (name, schema) in told.schemas {
                let schema = serde_json::to_value(schema).unwrap();
                let first = known.entry(name.clone()).or_insert_with(|| schema.clone());
                assert_eq!(*first, schema, "{name}, told again by {}", route.name);
            }
        }
        assert!(known.len() > 100);
    }
}
