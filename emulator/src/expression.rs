//! Whether an expression has the shape that the service takes: its own few lines, so that a mistake of the
//! client's encoder is not made twice.

use serde_json::{Map, Value};
use std::collections::HashSet;

/// Checks `{result, values}`: every reference leads to a value, and none leads back to itself.
pub(crate) fn check(expression: &Value) -> Result<(), String> {
    let values = expression.get("values").and_then(Value::as_object).ok_or("it has no `values`")?;
    let result = expression.get("result").and_then(Value::as_str).ok_or("it has no `result`")?;
    // Depth first, with a mark on the way back: a value that is met again on its own way is in a circle.
    let (mut on_the_way, mut finished) = (HashSet::new(), HashSet::new());
    let mut ways = vec![(result, false)];
    while let Some((key, is_way_back)) = ways.pop() {
        if is_way_back {
            on_the_way.remove(key);
            finished.insert(key);
        } else if !finished.contains(key) {
            let node = values.get(key).ok_or_else(|| format!("there is no value \"{key}\""))?;
            if !on_the_way.insert(key) {
                return Err(format!("value \"{key}\" contains itself"));
            }
            ways.push((key, true));
            ways.extend(references(node)?.into_iter().map(|key| (key, false)));
        }
    }
    Ok(())
}

/// The keys that a node refers to, with those of the nodes inside it.
fn references(node: &Value) -> Result<Vec<&str>, String> {
    let mut found = Vec::new();
    let mut nodes = vec![node];
    while let Some(node) = nodes.pop() {
        let map = node.as_object().filter(|map| map.len() == 1).ok_or("a node is not of exactly one kind")?;
        for (kind, value) in map {
            match kind.as_str() {
                "constantValue" => {}
                "integerValue" | "bytesValue" | "argumentReference" => drop(text(kind, value)?),
                "valueReference" => found.push(text(kind, value)?),
                "arrayValue" => {
                    nodes.extend(value.get("values").and_then(Value::as_array).into_iter().flatten());
                }
                "dictionaryValue" => nodes.extend(values_of(value, "values")),
                "functionDefinitionValue" => {
                    found.push(text("body", value.get("body").unwrap_or(&Value::Null))?);
                }
                "functionInvocationValue" => {
                    match (value.get("functionName"), value.get("functionReference")) {
                        (Some(name), None) => drop(text("functionName", name)?),
                        (None, Some(key)) => found.push(text("functionReference", key)?),
                        _ => return Err("a call has not exactly one function".to_owned()),
                    }
                    nodes.extend(values_of(value, "arguments"));
                }
                other => return Err(format!("unknown kind of node \"{other}\"")),
            }
        }
    }
    Ok(found)
}

fn values_of<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_object).into_iter().flat_map(Map::values)
}

fn text<'a>(name: &str, value: &'a Value) -> Result<&'a str, String> {
    value.as_str().ok_or_else(|| format!("`{name}` is no text"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_shared_value_is_no_circle() {
        let shared = json!({ "result": "0", "values": {
            "0": { "arrayValue": { "values": [{ "valueReference": "1" }, { "valueReference": "1" }] } },
            "1": { "dictionaryValue": { "values": { "a": { "valueReference": "2" } } } },
            "2": { "constantValue": [1, 2] },
        } });
        assert_eq!(check(&shared), Ok(()));
    }

    #[test]
    fn what_the_service_could_not_read_is_refused() {
        for (expression, words) in [
            (json!(null), "no `values`"),
            (json!({ "values": {} }), "no `result`"),
            (json!({ "result": "0", "values": {} }), "no value \"0\""),
            (json!({ "result": "0", "values": { "0": { "valueReference": "0" } } }), "contains itself"),
            (json!({ "result": "0", "values": { "0": {} } }), "exactly one kind"),
            (json!({ "result": "0", "values": { "0": { "valu": 1 } } }), "unknown kind"),
            (
                json!({ "result": "0", "values": { "0": { "functionInvocationValue": {} } } }),
                "exactly one function",
            ),
            (
                json!({ "result": "0", "values": { "0": { "functionDefinitionValue": {} } } }),
                "`body` is no text",
            ),
        ] {
            let error = check(&expression).unwrap_err();
            assert!(error.contains(words), "{expression}: {error}");
        }
    }
}
