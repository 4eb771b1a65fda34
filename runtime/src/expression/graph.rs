//! The graph that a computation is: shared, immutable nodes.
//!
//! Building and dropping do not recurse: how deep a program is, is the user's choice.

use earthengine_schema::algorithms;
use std::borrow::Cow;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A value: small, and cheap to clone.
#[derive(Clone)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Arc<str>),
    Node(Arc<Node>),
}

/// The name of an argument or a function: of the catalogue, or somebody's own.
pub(crate) type Name = Cow<'static, str>;

/// What calls and dictionaries hold, sorted by name.
pub(crate) type Named = Box<[(Name, Value)]>;

pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// A hash of the structure in which all arguments of functions look alike. Nodes of different shape are
    /// different whatever their arguments are called.
    pub(crate) shape: u64,
    /// Whether there is a function or an argument of one in it.
    pub(crate) has_scope: bool,
}

pub(crate) enum Kind {
    /// A list.
    List(Box<[Value]>),
    /// A dictionary.
    Dictionary(Named),
    /// What `List([…])` and `Dictionary({…})` put around their value: nothing but one more reference to it.
    Reference(Value),
    /// The call of an algorithm by its name.
    Call { function: Name, arguments: Named },
    /// The call of a computed function.
    CallOf { function: Value, arguments: Named },
    /// A function whose arguments get their names when it is encoded.
    Function { id: u64, arguments: usize, body: Value },
    /// An argument of the function with this id.
    Argument { function: u64, index: usize },
    /// A function that was read, with names of its own.
    NamedFunction { names: Box<[Arc<str>]>, body: Value },
    /// An argument that was read.
    NamedArgument(Arc<str>),
    /// Bytes in base64, which only an expression that was read can have.
    Bytes(Arc<str>),
    /// What could not be built: the words are said when the graph is encoded.
    Invalid(Box<str>),
}

/// Short: a value may have thousands of nodes inside.
impl fmt::Debug for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => value.fmt(formatter),
            Self::Int(value) => value.fmt(formatter),
            Self::Float(value) => value.fmt(formatter),
            Self::Text(value) => value.fmt(formatter),
            Self::Node(_) => formatter.write_str("…"),
        }
    }
}

impl Value {
    pub(crate) fn text(text: impl Into<Arc<str>>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn node(kind: Kind) -> Self {
        let (shape, has_scope) = look(&kind);
        Self::Node(Arc::new(Node { kind, shape, has_scope }))
    }

    pub(crate) fn invalid(words: impl Into<String>) -> Self {
        Self::node(Kind::Invalid(words.into().into_boxed_str()))
    }

    /// A raw list, as an argument that takes any object has it.
    pub(crate) fn raw_list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::node(Kind::List(items.into_iter().collect()))
    }

    /// A list, as an argument that takes a list has it.
    pub(crate) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::node(Kind::Reference(Self::raw_list(items)))
    }

    pub(crate) fn dictionary(items: impl IntoIterator<Item = (Name, Self)>) -> Self {
        Self::node(Kind::Dictionary(sorted(items)))
    }

    /// A call; an argument that is null is left out, and of two with one name the last counts.
    pub(crate) fn call<N: Into<Name>>(
        function: impl Into<Name>,
        arguments: impl IntoIterator<Item = (N, Self)>,
    ) -> Self {
        let arguments = arguments_of(arguments);
        Self::node(Kind::Call { function: function.into(), arguments })
    }

    pub(crate) fn call_of<N: Into<Name>>(
        function: Self,
        arguments: impl IntoIterator<Item = (N, Self)>,
    ) -> Self {
        Self::node(Kind::CallOf { function, arguments: arguments_of(arguments) })
    }

    /// A function of `count` arguments. `body` is called once, with arguments that stand for what will be.
    pub(crate) fn function<const COUNT: usize>(body: impl FnOnce([Self; COUNT]) -> Self) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        // Only equality counts: no encoding depends on an id.
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let arguments = std::array::from_fn(|index| Self::node(Kind::Argument { function: id, index }));
        Self::node(Kind::Function { id, arguments: COUNT, body: body(arguments) })
    }

    pub(crate) fn as_node(&self) -> Option<&Arc<Node>> {
        match self {
            Self::Node(node) => Some(node),
            _ => None,
        }
    }

    /// What a dictionary that is written in the program has under a name.
    pub(crate) fn entry(&self, name: &str) -> Option<&Self> {
        match &self.as_node()?.kind {
            Kind::Dictionary(items) => items.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The class of what a call of the catalogue gives, if it is one.
    pub(crate) fn result_class(&self) -> Option<&'static str> {
        match &self.as_node()?.kind {
            Kind::Call { function, .. } => {
                let algorithm = algorithms::find(function)?;
                Some(earthengine_schema::members::result_class(algorithm.returns))
            }
            Kind::Reference(value) => match &value.as_node()?.kind {
                Kind::List(_) => Some("List"),
                Kind::Dictionary(_) => Some("Dictionary"),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it is written in the program and not computed: it has no class until it is used.
    pub(crate) fn is_raw(&self) -> bool {
        match self {
            Self::Node(node) => matches!(node.kind, Kind::List(_) | Kind::Dictionary(_)),
            _ => true,
        }
    }

    fn look(&self) -> (u64, bool) {
        match self {
            Self::Null => (hash(&0_u8), false),
            Self::Bool(value) => (hash(&(1_u8, value)), false),
            Self::Int(value) => (hash(&(2_u8, value)), false),
            Self::Float(value) => (hash(&(3_u8, value.to_bits())), false),
            Self::Text(value) => (hash(&(4_u8, &**value)), false),
            Self::Node(node) => (node.shape, node.has_scope),
        }
    }
}

impl Kind {
    /// The values inside.
    pub(crate) fn children(&self) -> impl Iterator<Item = &Value> {
        let (list, named, one): (&[Value], &[(Name, Value)], Option<&Value>) = match self {
            Self::List(items) => (items, &[], None),
            Self::Dictionary(items) => (&[], items, None),
            Self::Call { arguments, .. } => (&[], arguments, None),
            Self::CallOf { function, arguments } => (&[], arguments, Some(function)),
            Self::Reference(value) => (&[], &[], Some(value)),
            Self::Function { body, .. } | Self::NamedFunction { body, .. } => (&[], &[], Some(body)),
            Self::Argument { .. } | Self::NamedArgument(_) | Self::Bytes(_) | Self::Invalid(_) => {
                (&[], &[], None)
            }
        };
        one.into_iter().chain(list).chain(named.iter().map(|(_, value)| value))
    }

    fn take_children(&mut self) -> Vec<Value> {
        let named = |named: &mut Named| std::mem::take(named).into_iter().map(|(_, value)| value).collect();
        match self {
            Self::List(items) => std::mem::take(items).into_vec(),
            Self::Dictionary(items) => named(items),
            Self::Call { arguments, .. } => named(arguments),
            Self::CallOf { function, arguments } => {
                let mut children: Vec<_> = named(arguments);
                children.push(std::mem::replace(function, Value::Null));
                children
            }
            Self::Reference(value) => vec![std::mem::replace(value, Value::Null)],
            Self::Function { body, .. } | Self::NamedFunction { body, .. } => {
                vec![std::mem::replace(body, Value::Null)]
            }
            Self::Argument { .. } | Self::NamedArgument(_) | Self::Bytes(_) | Self::Invalid(_) => Vec::new(),
        }
    }
}

/// A graph may be deeper than the stack: nodes that nobody else holds are taken apart in a loop.
impl Drop for Node {
    fn drop(&mut self) {
        let mut waiting = self.kind.take_children();
        while let Some(value) = waiting.pop() {
            if let Value::Node(node) = value
                && let Some(mut node) = Arc::into_inner(node)
            {
                waiting.extend(node.kind.take_children());
            }
        }
    }
}

fn arguments_of<N: Into<Name>>(arguments: impl IntoIterator<Item = (N, Value)>) -> Named {
    let given = arguments.into_iter().filter(|(_, value)| !matches!(value, Value::Null));
    sorted(given.map(|(name, value)| (name.into(), value)))
}

/// By name; the last of several with one name stays.
fn sorted(items: impl IntoIterator<Item = (Name, Value)>) -> Named {
    let mut items: Vec<_> = items.into_iter().collect();
    items.reverse();
    items.sort_by(|(one, _), (other, _)| one.cmp(other));
    items.dedup_by(|(one, _), (other, _)| one == other);
    items.into_boxed_slice()
}

fn look(kind: &Kind) -> (u64, bool) {
    let mut hasher = DefaultHasher::new();
    std::mem::discriminant(kind).hash(&mut hasher);
    match kind {
        Kind::Dictionary(named)
        | Kind::Call { arguments: named, .. }
        | Kind::CallOf { arguments: named, .. } => {
            named.iter().for_each(|(name, _)| name.hash(&mut hasher));
        }
        Kind::Function { arguments, .. } => arguments.hash(&mut hasher),
        Kind::NamedFunction { names, .. } => names.hash(&mut hasher),
        Kind::NamedArgument(text) | Kind::Bytes(text) => text.hash(&mut hasher),
        // All arguments look alike.
        Kind::Argument { .. } | Kind::List(_) | Kind::Reference(_) | Kind::Invalid(_) => {}
    }
    if let Kind::Call { function, .. } = kind {
        function.hash(&mut hasher);
    }
    let mut has_scope =
        matches!(kind, Kind::Function { .. } | Kind::NamedFunction { .. } | Kind::Argument { .. });
    for child in kind.children() {
        let (shape, has) = child.look();
        shape.hash(&mut hasher);
        has_scope |= has;
    }
    (hasher.finish(), has_scope)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
