//! Arrays of numbers.

use super::Arg;
use super::convert::class;
use crate::ee::options::ArrayArgs;
use crate::expression::graph::Value;

class! {
    /// An array of numbers with any number of axes.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let product = ee::Array::new([[1, 2], [3, 4]]).matrix_multiply([[5], [6]]);
    /// ```
    Array
}

earthengine_macros::algorithms!(Array);

impl Array {
    /// `ee.Array(x)`: an array of nested lists of numbers, or a value that is one.
    pub fn new(values: impl Arg<Self>) -> Self {
        values.arg()
    }

    /// `ee.Array(values, pixelType)`. Emits `Array(values, pixelType)`.
    pub fn new_with(values: impl Arg<super::Any>, options: impl FnOnce(ArrayArgs) -> ArrayArgs) -> Self {
        let mut arguments = vec![("values", values.arg().value())];
        arguments.extend(options(ArrayArgs::default()).arguments);
        Self::of(Value::call("Array", arguments))
    }
}
