//! Dictionaries.

use super::convert::class;
use super::{Any, Arg};
use crate::expression::graph::{Kind, Value};

class! {
    /// A dictionary that the service knows.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let names = ee::Dictionary::new(ee::dict! { "water": 1, "land": 2 }).keys();
    /// ```
    Dictionary
}

earthengine_macros::algorithms!(Dictionary);

impl Dictionary {
    /// `ee.Dictionary(x)`: a dictionary, or a value turned into one. What is no dictionary yet emits
    /// `Dictionary(input)`.
    pub fn new(dictionary: impl Arg<Self>) -> Self {
        let value = dictionary.arg().value();
        // A literal gets one more reference, as `List` does.
        Self::of(if value.is_raw() { Value::node(Kind::Reference(value)) } else { value })
    }

    /// Calls a function on each key and value, and collects the results by key. Emits `Dictionary.map`.
    pub fn map<R: Into<Any>>(&self, function: impl FnOnce(Any, Any) -> R) -> Self {
        let function = Value::function(|[key, value]| function(Any::of(key), Any::of(value)).into().value());
        Self::of(Value::call("Dictionary.map", [("dictionary", self.value()), ("baseAlgorithm", function)]))
    }
}
