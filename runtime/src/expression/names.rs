//! What the arguments of functions are called.
//!
//! The official clients name them `_MAPPING_VAR_<d>_<i>`, where d is the number of function definitions in the
//! encoded body of the function, counted while its own arguments have no names yet. Counting what is written gives
//! the same number, unless two functions below look alike: then they may become one when they are encoded, and only
//! encoding tells. See [`Depth::Unknown`].

use super::graph::{Kind, Node, Value};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The d of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    Known(usize),
    /// Functions below look alike; the body has to be encoded to count them.
    Unknown,
}

/// A node by its address: nodes are shared, and live as long as the graph that is encoded.
pub(super) type Address = *const Node;

/// All functions of a graph and what they are known to be called by.
#[derive(Default)]
pub(super) struct Functions {
    by_address: HashMap<Address, Depth>,
    by_id: HashMap<u64, Depth>,
}

impl Functions {
    pub(super) fn of_node(&self, node: &Node) -> Depth {
        self.by_address.get(&std::ptr::from_ref(node)).copied().unwrap_or(Depth::Known(0))
    }

    /// `None` for a function that is not in the graph.
    pub(super) fn of_id(&self, id: u64) -> Option<Depth> {
        self.by_id.get(&id).copied()
    }

    pub(super) fn find(root: &Value) -> Self {
        let mut children: HashMap<Address, Vec<&Arc<Node>>> = HashMap::new();
        let mut order = Vec::new();
        let mut waiting = functions_in(root);
        while let Some(function) = waiting.pop() {
            if let Entry::Vacant(vacant) = children.entry(Arc::as_ptr(function)) {
                let direct = body(function).map(functions_in).unwrap_or_default();
                waiting.extend(&direct);
                vacant.insert(direct);
                order.push(function);
            }
        }
        let mut functions = Self::default();
        for function in inner_first(&order, &children) {
            let depth = functions.depth(function, &children);
            functions.by_address.insert(Arc::as_ptr(function), depth);
            if let Kind::Function { id, .. } = function.kind {
                functions.by_id.insert(id, depth);
            }
        }
        functions
    }

    fn depth(&self, function: &Arc<Node>, children: &HashMap<Address, Vec<&Arc<Node>>>) -> Depth {
        let direct = &children[&Arc::as_ptr(function)];
        if direct.iter().any(|child| self.of_node(child) == Depth::Unknown) {
            return Depth::Unknown;
        }
        if let [only] = direct.as_slice() {
            return match self.of_node(only) {
                Depth::Known(below) => Depth::Known(below + 1),
                Depth::Unknown => Depth::Unknown,
            };
        }
        let (mut below, mut shapes) = (HashSet::new(), HashSet::new());
        let mut waiting = direct.clone();
        while let Some(child) = waiting.pop() {
            if below.insert(Arc::as_ptr(child)) {
                if !shapes.insert(child.shape) {
                    return Depth::Unknown;
                }
                waiting.extend(&children[&Arc::as_ptr(child)]);
            }
        }
        Depth::Known(below.len())
    }
}

pub(super) fn body(function: &Node) -> Option<&Value> {
    match &function.kind {
        Kind::Function { body, .. } | Kind::NamedFunction { body, .. } => Some(body),
        _ => None,
    }
}

/// The functions in a value that are not inside another one.
fn functions_in(value: &Value) -> Vec<&Arc<Node>> {
    let (mut functions, mut seen) = (Vec::new(), HashSet::new());
    let mut waiting: Vec<_> = value.as_node().into_iter().collect();
    while let Some(node) = waiting.pop() {
        if node.has_scope && seen.insert(Arc::as_ptr(node)) {
            if body(node).is_some() {
                functions.push(node);
            } else {
                waiting.extend(node.kind.children().filter_map(Value::as_node));
            }
        }
    }
    functions
}

/// Functions after those that are inside them.
fn inner_first<'a>(
    functions: &[&'a Arc<Node>],
    children: &HashMap<Address, Vec<&'a Arc<Node>>>,
) -> Vec<&'a Arc<Node>> {
    let (mut order, mut entered) = (Vec::with_capacity(functions.len()), HashSet::new());
    let mut steps: Vec<_> = functions.iter().map(|function| (*function, false)).collect();
    while let Some((function, is_left)) = steps.pop() {
        if is_left {
            order.push(function);
        } else if entered.insert(Arc::as_ptr(function)) {
            steps.push((function, true));
            steps.extend(children[&Arc::as_ptr(function)].iter().map(|child| (*child, false)));
        }
    }
    order
}

/// Whether every argument stands inside its function. A closure can let one out: `leaked = Some(image)`.
pub(super) fn all_bound(root: &Value) -> bool {
    let mut free: HashMap<Address, Arc<[u64]>> = HashMap::new();
    let Some(root) = root.as_node() else { return true };
    let none: Arc<[u64]> = Arc::from([]);
    let mut steps = vec![(root, false)];
    while let Some((node, is_left)) = steps.pop() {
        let address = Arc::as_ptr(node);
        if !node.has_scope || (!is_left && free.contains_key(&address)) {
            continue;
        }
        let inner = || node.kind.children().filter_map(Value::as_node);
        if !is_left {
            // A node on its own way does not meet itself: the graph has no circles.
            steps.push((node, true));
            steps.extend(inner().map(|child| (child, false)));
            continue;
        }
        let mut arguments = none.clone();
        for child in inner().filter_map(|child| free.get(&Arc::as_ptr(child))) {
            arguments = union(&arguments, child);
        }
        arguments = match node.kind {
            Kind::Argument { function, .. } => Arc::from([function]),
            Kind::Function { id, .. } => {
                arguments.iter().copied().filter(|argument| *argument != id).collect()
            }
            _ => arguments,
        };
        free.insert(address, arguments);
    }
    free.get(&Arc::as_ptr(root)).is_none_or(|arguments| arguments.is_empty())
}

/// Sorted; shared where nothing is added.
fn union(one: &Arc<[u64]>, other: &Arc<[u64]>) -> Arc<[u64]> {
    if one.is_empty() || Arc::ptr_eq(one, other) {
        return other.clone();
    }
    if other.iter().all(|argument| one.binary_search(argument).is_ok()) {
        return one.clone();
    }
    let mut all: Vec<_> = one.iter().chain(other.iter()).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.into()
}
