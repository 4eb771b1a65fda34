//! Lists.

use super::convert::class;
use super::{Any, Arg};
use crate::ee::options::MapArgs;
use crate::expression::graph::Value;

class! {
    /// A list that the service knows.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let squares = ee::List::sequence(1, 12).map(|n| ee::Number::new(n).pow(2));
    /// ```
    List
}

earthengine_macros::algorithms!(List);

impl List {
    /// `ee.List(x)`: a list of items, or a value that is one, which emits nothing.
    pub fn new(list: impl Arg<Self>) -> Self {
        list.arg()
    }

    /// Calls a function on each item. Emits `List.map` with `dropNulls: false`, as the official clients do.
    pub fn map<R: Into<Any>>(&self, function: impl FnOnce(Any) -> R) -> Self {
        self.map_with(function, |options| options)
    }

    /// [`map`](Self::map), with the option `drop_nulls`: whether results that are null are left out.
    pub fn map_with<R: Into<Any>>(
        &self,
        function: impl FnOnce(Any) -> R,
        options: impl FnOnce(MapArgs) -> MapArgs,
    ) -> Self {
        let function = Value::function(|[item]| function(Any::of(item)).into().value());
        let mut arguments =
            vec![("list", self.value()), ("baseAlgorithm", function), ("dropNulls", Value::Bool(false))];
        arguments.extend(options(MapArgs::default()).arguments);
        Self::of(Value::call("List.map", arguments))
    }

    /// Calls a function on each item and the result for the item before; `first` stands for that of the first item.
    /// Emits `List.iterate`.
    pub fn iterate<R: Into<Any>>(&self, function: impl FnOnce(Any, Any) -> R, first: impl Arg<Any>) -> Any {
        let function = Value::function(|[item, last]| function(Any::of(item), Any::of(last)).into().value());
        let arguments = [("list", self.value()), ("function", function), ("first", first.arg().value())];
        Any::of(Value::call("List.iterate", arguments))
    }
}
