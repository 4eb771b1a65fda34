//! Whether JSON is a well-formed expression: references resolve, no value contains itself, each node is of one
//! kind, each argument belongs to a function around it.
//!
//! Nothing here recurses: how deep values refer to each other is up to whoever wrote the JSON.

use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// A place in the JSON: its name, after the place around it.
#[derive(Clone)]
struct Place<'a>(Option<Rc<(Place<'a>, Cow<'a, str>)>>);

impl<'a> Place<'a> {
    fn inner(&self, name: impl Into<Cow<'a, str>>) -> Self {
        Self(Some(Rc::new((self.clone(), name.into()))))
    }

    /// What is wrong here.
    fn problem(&self, words: impl std::fmt::Display) -> String {
        let mut names = Vec::new();
        let mut place = self;
        while let Some(inner) = &place.0 {
            names.push(inner.1.as_ref());
            place = &inner.0;
        }
        names.reverse();
        if names.is_empty() {
            return words.to_string();
        }
        format!("at `{}`: {words}", names.join(".").escape_debug())
    }
}

/// What one entry of `values` refers to.
#[derive(Default)]
struct Uses<'a> {
    values: Vec<Reference<'a>>,
    /// Arguments of a function that is around this value.
    arguments: Arguments<'a>,
}

struct Reference<'a> {
    target: &'a str,
    /// The names of the arguments, if the target is the body of a function.
    binds: Vec<&'a str>,
    place: Place<'a>,
}

type Arguments<'a> = BTreeMap<&'a str, Place<'a>>;

/// The message of the first thing that is wrong.
pub(super) fn check(json: &Value) -> Result<(), String> {
    let root = Place(None);
    let map = object(json, &root)?;
    only(map, &["result", "values"], &root)?;
    let result = text(member(map, "result", &root)?, &root.inner("result"))?;
    let place = root.inner("values");
    let values = object(member(map, "values", &root)?, &place)?;
    let mut uses = HashMap::with_capacity(values.len());
    for (key, node) in values {
        uses.insert(key.as_str(), uses_of(node, place.inner(key))?);
    }
    if !uses.contains_key(result) {
        return Err(root
            .inner("result")
            .problem(format_args!("there is no value `{}`", result.escape_debug())));
    }
    let unbound = unbound_arguments(&uses)?;
    match unbound.get(result).and_then(BTreeMap::first_key_value) {
        Some((name, place)) => {
            Err(place
                .problem(format_args!("no function around this has an argument `{}`", name.escape_debug())))
        }
        None => Ok(()),
    }
}

/// Reads one entry of `values`, all the nodes that are written inside it included.
fn uses_of<'a>(node: &'a Value, place: Place<'a>) -> Result<Uses<'a>, String> {
    let mut uses = Uses::default();
    let mut waiting = vec![(node, place)];
    while let Some((node, place)) = waiting.pop() {
        let map = object(node, &place)?;
        let mut kinds = map.iter();
        let (Some((kind, value)), None) = (kinds.next(), kinds.next()) else {
            return Err(place.problem("a node has exactly one kind, such as `constantValue`"));
        };
        let inside = place.inner(kind);
        match kind.as_str() {
            "constantValue" => {}
            "integerValue" => {
                if text(value, &inside)?.parse::<i64>().is_err() {
                    return Err(inside.problem("an integer is a decimal text of at most 64 bits"));
                }
            }
            "bytesValue" => drop(text(value, &inside)?),
            "argumentReference" => drop(uses.arguments.insert(text(value, &inside)?, inside)),
            "valueReference" => {
                uses.values.push(Reference {
                    target: text(value, &inside)?,
                    binds: Vec::new(),
                    place: inside,
                });
            }
            "arrayValue" => {
                if let Some((items, place)) = optional(value, "values", &inside)? {
                    let Value::Array(items) = items else { return Err(place.problem("expected a list")) };
                    let places = (0..).map(|index: usize| place.inner(index.to_string()));
                    waiting.extend(items.iter().zip(places));
                }
            }
            "dictionaryValue" => {
                if let Some((items, place)) = optional(value, "values", &inside)? {
                    waiting.extend(object(items, &place)?.iter().map(|(key, item)| (item, place.inner(key))));
                }
            }
            "functionDefinitionValue" => uses.values.push(definition(value, &inside)?),
            "functionInvocationValue" => invocation(value, &inside, &mut uses, &mut waiting)?,
            _ => return Err(place.problem(format_args!("unknown kind of node `{}`", kind.escape_debug()))),
        }
    }
    Ok(uses)
}

fn definition<'a>(value: &'a Value, place: &Place<'a>) -> Result<Reference<'a>, String> {
    let map = object(value, place)?;
    only(map, &["argumentNames", "body"], place)?;
    let body = text(member(map, "body", place)?, &place.inner("body"))?;
    let mut binds = Vec::new();
    if let Some(names) = map.get("argumentNames") {
        let place = place.inner("argumentNames");
        let Value::Array(names) = names else { return Err(place.problem("expected a list")) };
        for name in names {
            binds.push(text(name, &place)?);
        }
    }
    Ok(Reference { target: body, binds, place: place.inner("body") })
}

fn invocation<'a>(
    value: &'a Value,
    place: &Place<'a>,
    uses: &mut Uses<'a>,
    waiting: &mut Vec<(&'a Value, Place<'a>)>,
) -> Result<(), String> {
    let map = object(value, place)?;
    only(map, &["functionName", "functionReference", "arguments"], place)?;
    match (map.get("functionName"), map.get("functionReference")) {
        (Some(name), None) => drop(text(name, &place.inner("functionName"))?),
        (None, Some(reference)) => {
            let place = place.inner("functionReference");
            uses.values.push(Reference { target: text(reference, &place)?, binds: Vec::new(), place });
        }
        _ => return Err(place.problem("a call has exactly one of `functionName` and `functionReference`")),
    }
    if let Some(arguments) = map.get("arguments") {
        let place = place.inner("arguments");
        waiting.extend(object(arguments, &place)?.iter().map(|(name, node)| (node, place.inner(name))));
    }
    Ok(())
}

/// For each value the arguments that no function in it binds. Values are visited after those that they use.
fn unbound_arguments<'a>(
    uses: &HashMap<&'a str, Uses<'a>>,
) -> Result<HashMap<&'a str, Arguments<'a>>, String> {
    enum Step<'a> {
        Enter(&'a str),
        Leave(&'a str),
    }
    let mut unbound: HashMap<&str, Arguments<'_>> = HashMap::with_capacity(uses.len());
    let mut entered = HashSet::with_capacity(uses.len());
    let mut steps: Vec<Step<'a>> = uses.keys().map(|key| Step::Enter(key)).collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(key) if entered.contains(key) => {}
            Step::Enter(key) => {
                entered.insert(key);
                steps.push(Step::Leave(key));
                for Reference { target, place, .. } in &uses[key].values {
                    if !uses.contains_key(target) {
                        let target = target.escape_debug();
                        return Err(place.problem(format_args!("there is no value `{target}`")));
                    }
                    if entered.contains(target) && !unbound.contains_key(target) {
                        let target = target.escape_debug();
                        return Err(place.problem(format_args!("value `{target}` contains itself")));
                    }
                    steps.push(Step::Enter(target));
                }
            }
            Step::Leave(key) => {
                let mut arguments = uses[key].arguments.clone();
                for Reference { target, binds, .. } in &uses[key].values {
                    let inner = unbound.get(target).into_iter().flatten();
                    let free = inner.filter(|(name, _)| !binds.contains(name));
                    arguments.extend(free.map(|(name, place)| (*name, place.clone())));
                }
                unbound.insert(key, arguments);
            }
        }
    }
    Ok(unbound)
}

fn object<'a>(value: &'a Value, place: &Place<'_>) -> Result<&'a Map<String, Value>, String> {
    value.as_object().ok_or_else(|| place.problem("expected an object"))
}

fn text<'a>(value: &'a Value, place: &Place<'_>) -> Result<&'a str, String> {
    value.as_str().ok_or_else(|| place.problem("expected a text"))
}

fn member<'a>(map: &'a Map<String, Value>, name: &str, place: &Place<'_>) -> Result<&'a Value, String> {
    map.get(name).ok_or_else(|| place.problem(format_args!("missing field `{name}`")))
}

fn only(map: &Map<String, Value>, allowed: &[&str], place: &Place<'_>) -> Result<(), String> {
    match map.keys().find(|key| !allowed.contains(&key.as_str())) {
        Some(key) => Err(place.problem(format_args!("unknown field `{}`", key.escape_debug()))),
        None => Ok(()),
    }
}

/// The one field that an object may have.
fn optional<'a>(
    value: &'a Value,
    name: &'static str,
    place: &Place<'a>,
) -> Result<Option<(&'a Value, Place<'a>)>, String> {
    let map = object(value, place)?;
    only(map, &[name], place)?;
    Ok(map.get(name).map(|inner| (inner, place.inner(name))))
}
