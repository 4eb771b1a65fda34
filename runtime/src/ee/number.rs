//! Numbers.

use super::Arg;
use super::convert::class;

class! {
    /// A number that the service knows.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let zenith = 90 - ee::Number::new(ee::Image::new("A").get("SUN_ELEVATION"));
    /// ```
    Number
}

earthengine_macros::algorithms!(Number);

impl Number {
    /// `ee.Number(x)`: a number, or a value that is one, which emits nothing.
    pub fn new(number: impl Arg<Self>) -> Self {
        number.arg()
    }
}
