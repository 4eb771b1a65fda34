//! From JSON that was checked to a graph that can be a part of others.

use super::graph::{Kind, Name, Value};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::sync::Arc;

/// The result of an expression. Values are read after those that they refer to.
pub(crate) fn decode(expression: &Json) -> Value {
    let empty = Map::new();
    let values = expression.get("values").and_then(Json::as_object).unwrap_or(&empty);
    let result = expression.get("result").and_then(Json::as_str).unwrap_or_default();
    let mut read: HashMap<&str, Value> = HashMap::with_capacity(values.len());
    let mut steps = vec![(result, false)];
    while let Some((key, is_left)) = steps.pop() {
        let Some(node) = values.get(key).filter(|_| !read.contains_key(key)) else { continue };
        if is_left {
            let value = value_of(node, &read);
            read.insert(key, value);
        } else {
            steps.push((key, true));
            steps.extend(references(node).into_iter().map(|key| (key, false)));
        }
    }
    read.remove(result).unwrap_or(Value::Null)
}

/// The keys that a node refers to. JSON is at most 128 deep, and this is no deeper.
fn references(node: &Json) -> Vec<&str> {
    let Some((kind, value)) = only(node) else { return Vec::new() };
    let field = |name| value.get(name).and_then(Json::as_str);
    match kind {
        "valueReference" => value.as_str().into_iter().collect(),
        "functionDefinitionValue" => field("body").into_iter().collect(),
        "arrayValue" | "dictionaryValue" => {
            inner(value, "values").flat_map(|(_, node)| references(node)).collect()
        }
        "functionInvocationValue" => {
            let arguments = inner(value, "arguments").flat_map(|(_, node)| references(node));
            arguments.chain(field("functionReference")).collect()
        }
        _ => Vec::new(),
    }
}

fn value_of(node: &Json, read: &HashMap<&str, Value>) -> Value {
    let Some((kind, value)) = only(node) else { return Value::Null };
    let text = || Arc::<str>::from(value.as_str().unwrap_or_default());
    let field = |name| value.get(name).and_then(Json::as_str);
    let reference = |key: Option<&str>| key.and_then(|key| read.get(key)).cloned().unwrap_or(Value::Null);
    let items_of =
        |name| inner(value, name).map(|(name, node)| (Name::from(name.to_owned()), value_of(node, read)));
    match kind {
        "integerValue" => text().parse().map_or(Value::Null, Value::Int),
        "bytesValue" => Value::node(Kind::Bytes(text())),
        "argumentReference" => Value::node(Kind::NamedArgument(text())),
        "valueReference" => reference(value.as_str()),
        "arrayValue" => Value::raw_list(inner(value, "values").map(|(_, node)| value_of(node, read))),
        "dictionaryValue" => Value::dictionary(items_of("values")),
        "functionDefinitionValue" => {
            let names = value.get("argumentNames").and_then(Json::as_array).into_iter().flatten();
            let names = names.filter_map(Json::as_str).map(Arc::from).collect();
            Value::node(Kind::NamedFunction { names, body: reference(field("body")) })
        }
        "functionInvocationValue" => match field("functionName") {
            Some(function) => Value::call(function.to_owned(), items_of("arguments")),
            None => Value::call_of(reference(field("functionReference")), items_of("arguments")),
        },
        _ => constant(value),
    }
}

fn constant(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Value::Int(number),
            None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Json::String(text) => Value::text(text.as_str()),
        Json::Array(items) => Value::raw_list(items.iter().map(constant)),
        Json::Object(items) => {
            Value::dictionary(items.iter().map(|(name, item)| (Name::from(name.clone()), constant(item))))
        }
    }
}

/// The kind of a node, and what it holds.
fn only(node: &Json) -> Option<(&str, &Json)> {
    node.as_object()?.iter().next().map(|(kind, value)| (kind.as_str(), value))
}

/// The nodes of a list or an object; those of a list have no names.
fn inner<'a>(value: &'a Json, name: &str) -> impl Iterator<Item = (&'a str, &'a Json)> {
    let (list, map) = match value.get(name) {
        Some(Json::Array(items)) => (Some(items), None),
        Some(Json::Object(items)) => (None, Some(items)),
        _ => (None, None),
    };
    let list = list.into_iter().flatten().map(|node| ("", node));
    list.chain(map.into_iter().flatten().map(|(name, node)| (name.as_str(), node)))
}
