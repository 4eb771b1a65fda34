//! Elements: images, features and collections alike.

use super::convert::class;
use super::{Any, Arg, Dict, Dictionary};
use crate::expression::graph::Value;

class! {
    /// Something with properties: an image, a feature, or a collection.
    ///
    /// Say what it is to use more than its properties: `ee::Feature::new(element)`.
    Element
}

earthengine_macros::algorithms!(Element);

impl Element {
    /// Sets a property. Emits `Element.set`.
    pub fn set(&self, key: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::of(set(self.value(), key.arg().value(), value.arg().value()))
    }

    /// Sets several properties. Emits an `Element.set` for each, or `Element.setMulti` for a dictionary that only the
    /// service knows.
    pub fn set_all(&self, properties: impl Arg<Properties>) -> Self {
        Self::of(set_all(self.value(), properties.arg()))
    }
}

/// The properties that `set_all` sets: [`dict!`](crate::ee::dict), or an `ee::Dictionary`.
#[derive(Clone, Debug)]
pub enum Properties {
    #[doc(hidden)]
    Literal(Dict),
    #[doc(hidden)]
    Computed(Dictionary),
}

impl From<Dict> for Properties {
    fn from(properties: Dict) -> Self {
        Self::Literal(properties)
    }
}

impl From<&Dict> for Properties {
    fn from(properties: &Dict) -> Self {
        Self::Literal(properties.clone())
    }
}

impl<K: Into<std::string::String>, V: Into<Any>, const N: usize> From<[(K, V); N]> for Properties {
    fn from(properties: [(K, V); N]) -> Self {
        Self::Literal(Dict::from_iter(properties))
    }
}

impl From<Dictionary> for Properties {
    fn from(properties: Dictionary) -> Self {
        Self::Computed(properties)
    }
}

impl From<&Dictionary> for Properties {
    fn from(properties: &Dictionary) -> Self {
        Self::Computed(properties.clone())
    }
}

impl From<Any> for Properties {
    fn from(properties: Any) -> Self {
        Self::Computed(properties.into())
    }
}

pub(super) fn set(object: Value, key: Value, value: Value) -> Value {
    Value::call("Element.set", [("object", object), ("key", key), ("value", value)])
}

pub(super) fn set_all(object: Value, properties: Properties) -> Value {
    match properties {
        Properties::Literal(Dict { items }) => items
            .into_iter()
            .fold(object, |object, (key, value)| set(object, Value::text(key), value.value())),
        Properties::Computed(properties) => {
            Value::call("Element.setMulti", [("object", object), ("properties", properties.value())])
        }
    }
}
