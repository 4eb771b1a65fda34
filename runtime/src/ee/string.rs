//! Texts.

use super::Arg;
use super::convert::class;

class! {
    /// A text that the service knows.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let name = ee::String::new("LT05_044034").split("_").get(1);
    /// ```
    String
}

earthengine_macros::algorithms!(String);

impl String {
    /// `ee.String(x)`: a text, or a value turned into one. A value that is no text yet emits `String(input)`.
    pub fn new(text: impl Arg<Self>) -> Self {
        text.arg()
    }
}
