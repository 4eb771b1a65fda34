//! From the graph to the JSON that Google's own clients make of the same program.
//!
//! First equal nodes become one ([`Table`]), and functions get the names of their arguments. Then the values are
//! written ([`Writer`]): what is used once stands where it is used, the rest in an entry of its own. The bytes are
//! the same on every run, and nothing recurses on the depth of the program.

use super::graph::{Kind, Name, Node, Value};
use super::names::{self, Address, Depth, Functions};
use indexmap::IndexSet;
use serde_json::{Map, Value as Json, json};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

/// A node in which children are entries of the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Entry {
    Null,
    Bool(bool),
    Int(i64),
    /// The bits of a number that is not an integer.
    Float(u64),
    Text(Arc<str>),
    Bytes(Arc<str>),
    List(Box<[usize]>),
    Dictionary(Box<[(Name, usize)]>),
    Reference(usize),
    Call(Name, Box<[(Name, usize)]>),
    CallOf(usize, Box<[(Name, usize)]>),
    Function(Box<[Arc<str>]>, usize),
    Argument(Arc<str>),
}

impl Entry {
    fn children(&self) -> impl Iterator<Item = usize> {
        let (list, named, one): (&[usize], &[(Name, usize)], Option<usize>) = match self {
            Self::List(items) => (items, &[], None),
            Self::Dictionary(items) | Self::Call(_, items) => (&[], items, None),
            Self::CallOf(function, items) => (&[], items, Some(*function)),
            Self::Reference(inner) | Self::Function(_, inner) => (&[], &[], Some(*inner)),
            _ => (&[], &[], None),
        };
        one.into_iter().chain(list.iter().copied()).chain(named.iter().map(|(_, id)| *id))
    }
}

/// The JSON of a value.
pub(crate) fn encode(value: &Value) -> Result<Json, String> {
    if !names::all_bound(value) {
        return Err("an argument of a mapped function is used outside of the function".to_owned());
    }
    let functions = Functions::find(value);
    let mut table = Table::new(&functions);
    let result = table.enter(value)?;
    Ok(Writer::new(&table.entries, result).write(result))
}

/// What the functions of unknown depth around a node are called by: one of [`Table::scopes`].
type Scope = usize;

/// The arguments of a function in a scope: without names yet, or with a depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Naming {
    Unbound,
    Named(usize),
}

/// All different nodes.
struct Table<'a> {
    functions: &'a Functions,
    entries: IndexSet<Entry>,
    /// Nodes that were entered, by what they are called by in their scope.
    entered: HashMap<(Address, Scope), usize>,
    scopes: Vec<HashMap<u64, Naming>>,
    inner_scopes: HashMap<(Scope, u64, Naming), Scope>,
    /// The depths that were found by encoding.
    depths: HashMap<(Address, Scope), usize>,
}

enum Step<'a> {
    Enter(&'a Node, Scope),
    Build(&'a Node, Scope),
    /// The body was encoded without names.
    Count(&'a Node, Scope),
}

impl<'a> Table<'a> {
    fn new(functions: &'a Functions) -> Self {
        Self {
            functions,
            entries: IndexSet::new(),
            entered: HashMap::new(),
            scopes: vec![HashMap::new()],
            inner_scopes: HashMap::new(),
            depths: HashMap::new(),
        }
    }

    fn enter(&mut self, root: &Value) -> Result<usize, String> {
        let mut steps: Vec<_> = root.as_node().map(|node| Step::Enter(node, 0)).into_iter().collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node, scope) => {
                    if !self.entered.contains_key(&(std::ptr::from_ref(node), scope)) {
                        self.enter_node(node, scope, &mut steps);
                    }
                }
                Step::Build(node, scope) => {
                    let entry = self.build(node, scope)?;
                    let id = self.entries.insert_full(entry).0;
                    self.entered.insert((std::ptr::from_ref(node), scope), id);
                }
                Step::Count(node, scope) => {
                    let unbound = self.inner_scope(node, scope, Naming::Unbound);
                    let depth = match names::body(node) {
                        Some(body) => {
                            let body = self.id(body, unbound)?;
                            self.count_functions(body)
                        }
                        None => 0,
                    };
                    self.depths.insert((std::ptr::from_ref(node), scope), depth);
                    self.enter_node(node, scope, &mut steps);
                }
            }
        }
        self.id(root, 0)
    }

    fn enter_node<'n>(&mut self, node: &'n Node, scope: Scope, steps: &mut Vec<Step<'n>>) {
        let address = std::ptr::from_ref(node);
        let is_unknown = self.functions.of_node(node) == Depth::Unknown && names::body(node).is_some();
        let inner = if is_unknown && matches!(node.kind, Kind::Function { .. }) {
            if let Some(depth) = self.depths.get(&(address, scope)).copied() {
                steps.push(Step::Build(node, scope));
                self.inner_scope(node, scope, Naming::Named(depth))
            } else {
                steps.push(Step::Count(node, scope));
                self.inner_scope(node, scope, Naming::Unbound)
            }
        } else {
            steps.push(Step::Build(node, scope));
            scope
        };
        steps.extend(node.kind.children().filter_map(Value::as_node).map(|child| Step::Enter(child, inner)));
    }

    fn inner_scope(&mut self, function: &Node, scope: Scope, naming: Naming) -> Scope {
        let Kind::Function { id, .. } = function.kind else { return scope };
        if let Some(inner) = self.inner_scopes.get(&(scope, id, naming)) {
            return *inner;
        }
        let mut names = self.scopes[scope].clone();
        names.insert(id, naming);
        self.scopes.push(names);
        let inner = self.scopes.len() - 1;
        self.inner_scopes.insert((scope, id, naming), inner);
        inner
    }

    /// The distinct functions that an entry leads to.
    fn count_functions(&self, root: usize) -> usize {
        let (mut seen, mut count, mut waiting) = (HashSet::from([root]), 0, vec![root]);
        while let Some(id) = waiting.pop() {
            let entry = &self.entries[id];
            count += usize::from(matches!(entry, Entry::Function(..)));
            waiting.extend(entry.children().filter(|child| seen.insert(*child)));
        }
        count
    }

    /// The entry of a value that was entered, or that is not a node.
    fn id(&mut self, value: &Value, scope: Scope) -> Result<usize, String> {
        let entry = match value {
            Value::Null => Entry::Null,
            Value::Bool(value) => Entry::Bool(*value),
            Value::Int(value) => Entry::Int(*value),
            Value::Float(value) => number(*value)?,
            Value::Text(text) => Entry::Text(text.clone()),
            Value::Node(node) => {
                let entered = self.entered.get(&(Arc::as_ptr(node), scope)).copied();
                return entered.ok_or_else(|| "a value was not encoded".to_owned());
            }
        };
        Ok(self.entries.insert_full(entry).0)
    }

    fn build(&mut self, node: &Node, scope: Scope) -> Result<Entry, String> {
        let mut named = |items: &[(Name, Value)]| -> Result<Box<[(Name, usize)]>, String> {
            let ids = items.iter().map(|(name, value)| {
                let id = self.id(value, scope).map_err(|words| format!("`{name}`: {words}"))?;
                Ok((name.clone(), id))
            });
            ids.collect()
        };
        Ok(match &node.kind {
            Kind::List(items) => {
                Entry::List(items.iter().map(|item| self.id(item, scope)).collect::<Result<_, _>>()?)
            }
            Kind::Dictionary(items) => Entry::Dictionary(named(items)?),
            Kind::Reference(value) => Entry::Reference(self.id(value, scope)?),
            Kind::Call { function, arguments } => {
                let arguments = named(arguments).map_err(|words| format!("{function}: {words}"))?;
                Entry::Call(function.clone(), arguments)
            }
            Kind::CallOf { function, arguments } => {
                let arguments = named(arguments)?;
                Entry::CallOf(self.id(function, scope)?, arguments)
            }
            Kind::Function { arguments, body, .. } => {
                let (depth, inner) = match self.functions.of_node(node) {
                    Depth::Known(depth) => (depth, scope),
                    Depth::Unknown => {
                        let depth = self.depths.get(&(std::ptr::from_ref(node), scope)).copied();
                        let depth = depth.unwrap_or_default();
                        (depth, self.inner_scope(node, scope, Naming::Named(depth)))
                    }
                };
                let called = (0..*arguments).map(|index| argument_name(depth, index)).collect();
                Entry::Function(called, self.id(body, inner)?)
            }
            Kind::Argument { function, index } => Entry::Argument(self.argument(*function, *index, scope)),
            Kind::NamedFunction { names, body } => Entry::Function(names.clone(), self.id(body, scope)?),
            Kind::NamedArgument(name) => Entry::Argument(name.clone()),
            Kind::Bytes(bytes) => Entry::Bytes(bytes.clone()),
            Kind::Invalid(words) => return Err(words.to_string()),
        })
    }

    fn argument(&self, function: u64, index: usize, scope: Scope) -> Arc<str> {
        let naming = match self.functions.of_id(function) {
            Some(Depth::Known(depth)) => Naming::Named(depth),
            _ => self.scopes[scope].get(&function).copied().unwrap_or(Naming::Unbound),
        };
        match naming {
            Naming::Named(depth) => argument_name(depth, index),
            Naming::Unbound => Arc::from("<unbound>"),
        }
    }
}

fn argument_name(depth: usize, index: usize) -> Arc<str> {
    format!("_MAPPING_VAR_{depth}_{index}").into()
}

/// 1.0 is written as 1: the clients of Google differ in it, and the service does not.
#[allow(clippy::cast_possible_truncation, clippy::float_cmp, reason = "exact below 2^53")]
fn number(value: f64) -> Result<Entry, String> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !value.is_finite() {
        return Err(format!("{value} is no number that Earth Engine takes; give a finite one"));
    }
    if value.abs() < EXACT && value.trunc() == value {
        return Ok(Entry::Int(value as i64));
    }
    Ok(Entry::Float(value.to_bits()))
}

/// A value is cut where it is this deep, because the service refuses deep ones.
const DEEPEST: usize = 50;
/// What an argument, an item of a list or a value of a dictionary adds to the depth.
const DEEPER: usize = 3;

/// Writes entries.
struct Writer<'a> {
    entries: &'a IndexSet<Entry>,
    /// How often each entry is referred to.
    uses: Vec<usize>,
    /// The keys of entries that are written on their own, in the order in which they are met.
    keys: HashMap<usize, String>,
    waiting: VecDeque<usize>,
}

/// A written value: constants in a list make the whole list a constant.
enum Written {
    Constant(Json),
    Node(Json),
}

impl Written {
    fn into_node(self) -> Json {
        match self {
            Self::Constant(constant) => object([("constantValue", constant)]),
            Self::Node(node) => node,
        }
    }
}

impl<'a> Writer<'a> {
    fn new(entries: &'a IndexSet<Entry>, result: usize) -> Self {
        let mut uses = vec![0; entries.len()];
        uses[result] = 1;
        let mut waiting = vec![result];
        while let Some(id) = waiting.pop() {
            for child in entries[id].children() {
                uses[child] += 1;
                if uses[child] == 1 {
                    waiting.push(child);
                }
            }
        }
        Self { entries, uses, keys: HashMap::new(), waiting: VecDeque::new() }
    }

    fn write(mut self, result: usize) -> Json {
        let result = self.key(result);
        let mut values = Map::new();
        while let Some(id) = self.waiting.pop_front() {
            let node = self.node(id, 0).into_node();
            let key = self.key(id);
            values.insert(key, node);
        }
        object([("result", Json::String(result)), ("values", Json::Object(values))])
    }

    fn key(&mut self, id: usize) -> String {
        let next = self.keys.len();
        let waiting = &mut self.waiting;
        let key = self.keys.entry(id).or_insert_with(|| {
            waiting.push_back(id);
            next.to_string()
        });
        key.clone()
    }

    /// An entry where it is used. The depth is less than [`DEEPEST`] with every call inside, so this and
    /// [`node`](Self::node) do not recurse far.
    fn reference(&mut self, id: usize, depth: usize) -> Written {
        let is_small = match &self.entries[id] {
            Entry::Null | Entry::Bool(_) | Entry::Float(_) | Entry::Argument(_) => true,
            Entry::Int(number) => is_exact(*number),
            _ => false,
        };
        if is_small || (self.uses[id] == 1 && depth < DEEPEST) {
            self.node(id, depth)
        } else {
            Written::Node(json!({ "valueReference": self.key(id) }))
        }
    }

    fn node(&mut self, id: usize, depth: usize) -> Written {
        let entries = self.entries;
        match &entries[id] {
            Entry::Null => Written::Constant(Json::Null),
            Entry::Bool(value) => Written::Constant(json!(value)),
            Entry::Int(value) if is_exact(*value) => Written::Constant(json!(value)),
            Entry::Int(value) => Written::Node(json!({ "integerValue": value.to_string() })),
            Entry::Float(bits) => Written::Constant(json!(f64::from_bits(*bits))),
            Entry::Text(text) => Written::Constant(json!(**text)),
            Entry::Bytes(bytes) => Written::Node(json!({ "bytesValue": **bytes })),
            Entry::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.reference(*item, depth + DEEPER)).collect();
                if items.iter().all(|item| matches!(item, Written::Constant(_))) {
                    let constants = items.into_iter().map(|item| match item {
                        Written::Constant(json) | Written::Node(json) => json,
                    });
                    return Written::Constant(constants.collect());
                }
                let nodes: Vec<_> = items.into_iter().map(Written::into_node).collect();
                Written::Node(object([("arrayValue", object([("values", Json::Array(nodes))]))]))
            }
            Entry::Dictionary(items) => {
                let items: Vec<_> =
                    items.iter().map(|(name, item)| (name, self.reference(*item, depth + DEEPER))).collect();
                if items.iter().all(|(_, item)| matches!(item, Written::Constant(_))) {
                    let constants = items.into_iter().map(|(name, item)| match item {
                        Written::Constant(json) | Written::Node(json) => (name.to_string(), json),
                    });
                    return Written::Constant(Json::Object(constants.collect()));
                }
                let nodes: Map<_, _> =
                    items.into_iter().map(|(name, item)| (name.to_string(), item.into_node())).collect();
                Written::Node(object([("dictionaryValue", object([("values", Json::Object(nodes))]))]))
            }
            Entry::Reference(inner) => self.reference(*inner, depth),
            Entry::Call(function, arguments) => {
                let function = Json::String(function.to_string());
                Written::Node(self.invocation("functionName", function, arguments, depth))
            }
            Entry::CallOf(function, arguments) => {
                let function = Json::String(self.key(*function));
                Written::Node(self.invocation("functionReference", function, arguments, depth))
            }
            Entry::Function(names, body) => {
                let names: Vec<&str> = names.iter().map(|name| &**name).collect();
                Written::Node(json!({ "functionDefinitionValue": {
                    "argumentNames": names, "body": self.key(*body),
                } }))
            }
            Entry::Argument(name) => Written::Node(json!({ "argumentReference": **name })),
        }
    }

    fn invocation(&mut self, kind: &str, function: Json, arguments: &[(Name, usize)], depth: usize) -> Json {
        let written = arguments
            .iter()
            .map(|(name, value)| (name.to_string(), self.reference(*value, depth + DEEPER).into_node()));
        let arguments = Json::Object(written.collect());
        object([("functionInvocationValue", object([(kind, function), ("arguments", arguments)]))])
    }
}

/// An object that takes its values over: `json!` would copy them, at each level again.
fn object<const COUNT: usize>(members: [(&str, Json); COUNT]) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Whether a double has this integer; others are written as text.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "that is the question")]
fn is_exact(number: i64) -> bool {
    (number as f64) as i64 == number && (number as f64) < 9_223_372_036_854_775_807.0
}
