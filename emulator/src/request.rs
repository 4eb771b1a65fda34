//! The body of `video:export`, checked by the rules of the schema.

use crate::expression;
use crate::refusal::Refusal;
use earthengine_schema::fields::{self, Block, DESTINATIONS, Field, VIDEO_EXPORT};
use earthengine_schema::{Violation, messages, rules};
use serde_json::{Map, Value};

/// What the emulator keeps of a request.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) description: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) priority: i64,
    /// Where the video would be.
    pub(crate) destination_uri: String,
    /// The body: a repeated id with another one is another request.
    pub(crate) body: Value,
}

/// What a task gets that says nothing.
const PRIORITY: i64 = 100;
/// The keys of the body, and those inside `fileExportOptions`.
const BODY: [&str; 5] = ["description", "video", "request_id", "workload_tag", "priority"];
const FILE: [&str; 4] = ["format", "drive", "cloud_storage", "gcs"];
/// The first version has only the new name of Cloud Storage.
const FILE_V1: [&str; 3] = ["format", "drive", "cloud_storage"];

pub(crate) fn read(body: &[u8], version: &str) -> Result<Request, Refusal> {
    if let Err(violation) = rules::request_size(body.len()) {
        return Err(Refusal::invalid(violation.of_number(body.len())));
    }
    let json: Value = serde_json::from_slice(body)
        .map_err(|error| Refusal::invalid(format!("Invalid JSON payload received. {error}")))?;
    let body = object("the request", &json)?;
    let expression = body.get("expression").ok_or_else(|| Refusal::invalid("expression: it is required"))?;
    expression::check(expression).map_err(|words| Refusal::invalid(format!("expression: {words}")))?;
    let file = match body.get("fileExportOptions") {
        Some(file) => object("fileExportOptions", file)?,
        None => return Err(Refusal::invalid(messages::no_destination())),
    };
    check_names(body, &BODY, &["expression", "fileExportOptions"])?;
    check_names(file, if version == "v1" { &FILE_V1 } else { &FILE }, &[])?;
    check_fields(body, &BODY, "")?;
    check_fields(file, &FILE, "fileExportOptions.")?;
    let text = |name| body.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(Request {
        description: text("description"),
        request_id: text("requestId"),
        priority: body.get("priority").and_then(integer).unwrap_or(PRIORITY),
        destination_uri: destination_uri(file)?,
        body: json.clone(),
    })
}

fn field(key: &str) -> Option<&'static Field> {
    VIDEO_EXPORT.field(key)
}

/// The service does not pass over a name that it does not know.
fn check_names(map: &Map<String, Value>, keys: &[&str], more: &[&str]) -> Result<(), Refusal> {
    let is_known = |name: &str| {
        more.contains(&name) || keys.iter().filter_map(|key| field(key)).any(|field| field.wire == name)
    };
    match map.keys().find(|name| !is_known(name)) {
        Some(name) => Err(unknown_name(name)),
        None => Ok(()),
    }
}

fn unknown_name(name: &str) -> Refusal {
    Refusal::invalid(format!("Invalid JSON payload received. Unknown name \"{name}\": Cannot find field."))
}

fn check_fields(map: &Map<String, Value>, keys: &[&str], path: &str) -> Result<(), Refusal> {
    for field in keys.iter().filter_map(|key| field(key)) {
        if let Some(value) = map.get(field.wire) {
            check_field(field, value, &format!("{path}{}", field.wire))?;
        }
    }
    Ok(())
}

fn check_field(field: &Field, value: &Value, path: &str) -> Result<(), Refusal> {
    let refuse = |words: String| Err(Refusal::invalid(format!("{path}: {words}")));
    match field.value {
        fields::Value::Block(block) => check_block(block, object(path, value)?, path),
        // The official clients write an empty text for a name that was not given.
        fields::Value::Text(_) if value == "" && field.key == "filename_prefix" => Ok(()),
        fields::Value::Text(check) | fields::Value::FreeText(check) => match value.as_str() {
            Some(text) => check(text).or_else(|violation| refuse(violation.of(text))),
            None => refuse("it is no text".to_owned()),
        },
        fields::Value::Word(words) => match value.as_str() {
            Some(word) if words.allowed.contains(&word) => Ok(()),
            word => refuse(words.violation.of(word.unwrap_or_default())),
        },
        fields::Value::Texts => match value.as_array() {
            Some(texts) if texts.iter().all(Value::is_string) => Ok(()),
            _ => refuse("it is no list of texts".to_owned()),
        },
        fields::Value::Integer(range) => {
            let checked = integer(value).map(|number| range.check(number));
            number(checked, range.violation(), value).or_else(refuse)
        }
        fields::Value::Number(range) => {
            let checked = unwrapped(value).as_f64().map(|number| range.check(number));
            number(checked, range.violation(), value).or_else(refuse)
        }
        // None of these is a field of the request.
        fields::Value::RunTime
        | fields::Value::Region
        | fields::Value::Dimensions(_)
        | fields::Value::Transform => Ok(()),
    }
}

fn number(checked: Option<rules::Checked>, violation: Violation, value: &Value) -> Result<(), String> {
    match checked {
        Some(Ok(())) => Ok(()),
        Some(Err(_)) => Err(match unwrapped(value) {
            Value::String(text) => violation.of_number(text),
            value => violation.of_number(value),
        }),
        None => Err("it is no number".to_owned()),
    }
}

fn check_block(block: &Block, map: &Map<String, Value>, path: &str) -> Result<(), Refusal> {
    if let Some(name) = map.keys().find(|name| !block.fields.iter().any(|field| field.wire == **name)) {
        return Err(unknown_name(name));
    }
    for field in block.fields {
        let path = format!("{path}.{}", field.wire);
        match map.get(field.wire) {
            Some(value) => check_field(field, value, &path)?,
            None if field.required => return Err(Refusal::invalid(format!("{path}: it is required"))),
            None => {}
        }
    }
    Ok(())
}

/// The official Python client writes some numbers as `{"value": …}`.
fn unwrapped(value: &Value) -> &Value {
    value.get("value").unwrap_or(value)
}

/// An integer; those of 64 bits are texts in JSON.
fn integer(value: &Value) -> Option<i64> {
    match unwrapped(value) {
        Value::String(text) => text.parse().ok(),
        value => value.as_i64(),
    }
}

fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, Refusal> {
    value.as_object().ok_or_else(|| Refusal::invalid(format!("{path}: it is no object")))
}

/// Where the video would be. Exactly one destination must be there.
fn destination_uri(file: &Map<String, Value>) -> Result<String, Refusal> {
    let given: Vec<_> = DESTINATIONS
        .iter()
        .filter_map(|key| field(key))
        .filter_map(|field| Some((field, file.get(field.wire)?)))
        .collect();
    let names: Vec<_> = given.iter().map(|(field, _)| field.wire).collect();
    match given.as_slice() {
        [] => Err(Refusal::invalid(messages::no_destination())),
        [(_, destination)] => {
            let text = |name| destination.get(name).and_then(Value::as_str).unwrap_or_default();
            Ok(match text("bucket") {
                "" => format!("https://drive.google.com/#search/{}", text("filenamePrefix")),
                bucket => format!("https://storage.googleapis.com/{bucket}/{}.mp4", text("filenamePrefix")),
            })
        }
        _ => Err(Refusal::invalid(messages::destinations(&names))),
    }
}
