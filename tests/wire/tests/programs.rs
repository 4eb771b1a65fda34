//! Programs, written in Rust as their authors wrote them in Python, against what the official client encodes them to.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]
#![allow(clippy::unreadable_literal, reason = "numbers stand as in the Python programs")]
#![allow(clippy::needless_pass_by_value, reason = "`map` hands each element over")]

use earthengine::ee;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

#[path = "programs/forms.rs"]
mod forms;
#[path = "programs/large.rs"]
mod large;
#[path = "programs/realistic.rs"]
mod realistic;
#[path = "programs/requests.rs"]
mod requests;
#[path = "programs/small.rs"]
mod small;

/// Compares a program with `corpus/PATH.json`.
fn assert_same(path: &str, program: impl Into<ee::Any>) {
    let encoded = earthengine::private::encode(program).unwrap_or_else(|error| panic!("{path}: {error}"));
    let ours: Value = serde_json::from_str(&encoded).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(path).with_extension("json");
    let mut corpus: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_same_graph(path, &ours, &corpus["expression"].take());
}

fn assert_same_graph(path: &str, ours: &Value, theirs: &Value) {
    let (ours, theirs) = (canonical(ours), canonical(theirs));
    if ours != theirs {
        let [ours, theirs] = [&ours, &theirs].map(|graph| serde_json::to_string_pretty(graph).unwrap());
        let differs = ours.lines().zip(theirs.lines()).position(|(one, other)| one != other);
        let from = differs.unwrap_or_default().saturating_sub(12);
        let part = |text: &str| text.lines().skip(from).take(30).collect::<Vec<_>>().join("\n");
        panic!("{path}, from line {from}\n--- ours\n{}\n--- theirs\n{}", part(&ours), part(&theirs));
    }
}

/// What the official client makes of small things that no program of the corpus has.
#[test]
fn features_without_a_geometry_or_properties() {
    let point = || ee::Geometry::point([1, 2]);
    let encode = |feature: ee::Feature| earthengine::private::encode(feature).unwrap();
    let empty = ee::Feature::new_with(point(), |site| site.properties(ee::dict! {}));
    assert_eq!(encode(empty), encode(ee::Feature::new(point())));
    let nothing = encode(ee::Feature::new(ee::Null));
    assert!(nothing.contains(r#"{"arguments":{},"functionName":"Feature"}"#), "{nothing}");
}

#[test]
fn a_call_by_name_is_of_the_class_that_it_is_given_to() {
    let band = || ee::Image::new("A").select("B4");
    let by_name = ee::Image::new(ee::call("Image.add").with("image1", band()).with("image2", band()));
    let encode = |image: ee::Image| earthengine::private::encode(image).unwrap();
    assert_eq!(encode(by_name.abs()), encode(band().add(band()).abs()));
    assert_eq!(earthengine::private::encode(ee::list![]), earthengine::private::encode(()));
}

/// The same graph with keys numbered in the order in which a walk from the result meets them, and with 1 for 1.0:
/// the two differences that do not count.
fn canonical(expression: &Value) -> Value {
    let mut keys = HashMap::new();
    let mut order = Vec::new();
    meet(expression["result"].as_str().unwrap(), &mut keys, &mut order);
    let mut values = serde_json::Map::new();
    let mut next = 0;
    while let Some(key) = order.get(next).cloned() {
        let node = renamed(&expression["values"][&key], &mut keys, &mut order);
        values.insert(keys[&key].clone(), node);
        next += 1;
    }
    assert_eq!(values.len(), expression["values"].as_object().unwrap().len(), "values that nobody refers to");
    Value::Object(values)
}

fn meet(key: &str, keys: &mut HashMap<String, String>, order: &mut Vec<String>) -> String {
    let next = format!("{:06}", keys.len());
    keys.entry(key.to_owned())
        .or_insert_with(|| {
            order.push(key.to_owned());
            next
        })
        .clone()
}

fn renamed(node: &Value, keys: &mut HashMap<String, String>, order: &mut Vec<String>) -> Value {
    match node {
        Value::Object(map) => {
            let mut names: Vec<_> = map.keys().collect();
            names.sort();
            let renamed_member = |name: &String| {
                let value = match (name.as_str(), &map[name]) {
                    ("constantValue", constant) => plain_numbers(constant),
                    ("valueReference" | "body" | "functionReference", Value::String(key)) => {
                        meet(key, keys, order).into()
                    }
                    (_, value) => renamed(value, keys, order),
                };
                (name.clone(), value)
            };
            Value::Object(names.into_iter().map(renamed_member).collect())
        }
        Value::Array(items) => items.iter().map(|item| renamed(item, keys, order)).collect(),
        other => other.clone(),
    }
}

fn plain_numbers(constant: &Value) -> Value {
    match constant {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.iter().map(plain_numbers).collect(),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(name, value)| (name.clone(), plain_numbers(value))).collect())
        }
        other => other.clone(),
    }
}
