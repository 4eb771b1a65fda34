//! Values of no particular class, and calls by name.

use super::Arg;
use super::convert::class;
use crate::expression::graph::{Name, Value};

class! {
    /// A value whose class only the service knows: what Earth Engine's documentation calls an object.
    ///
    /// It has no methods; say what it is: `ee::Number::new(value)`. Every class and every literal converts into it.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let elevation = ee::Image::new("USGS/SRTMGL1_003").get("max");
    /// let half = ee::Number::new(elevation).divide(2);
    /// ```
    Any
}

class! {
    /// What stands for yes or no: a `bool`, a number, or the result of a comparison.
    Boolean
}

/// Null: as an argument, it is the same as not giving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Null;

/// A dictionary that is written in the program; [`dict!`](crate::ee::dict) makes one.
#[derive(Clone, Debug)]
pub struct Dict {
    /// In the order in which they are written, in which `set_all` sets them.
    pub(super) items: Vec<(std::string::String, Any)>,
}

impl Dict {
    pub(super) fn value(&self) -> Value {
        let items = self.items.iter().map(|(key, value)| (Name::Owned(key.clone()), value.value()));
        Value::dictionary(items)
    }
}

impl<K: Into<std::string::String>, V: Into<Any>> FromIterator<(K, V)> for Dict {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        Self { items: items.into_iter().map(|(key, value)| (key.into(), value.into())).collect() }
    }
}

/// Calls an algorithm by its name: a hidden one, or one that this crate does not know.
///
/// ```
/// use earthengine::ee;
///
/// let image = ee::Image::new("USGS/SRTMGL1_003");
/// let smooth = ee::Image::new(ee::call("Image.focal_mean").with("image", image).with("radius", 2));
/// ```
pub fn call(name: impl Into<std::string::String>) -> Call {
    Call { name: name.into(), arguments: Vec::new() }
}

/// A call by name. Made by [`call`]; give it to the class that the algorithm returns.
#[derive(Clone, Debug)]
#[must_use]
pub struct Call {
    name: std::string::String,
    arguments: Vec<(std::string::String, Any)>,
}

impl Call {
    /// Gives an argument by its name. It is sent as it is: nothing is known of its class.
    pub fn with(mut self, name: impl Into<std::string::String>, value: impl Arg<Any>) -> Self {
        self.arguments.push((name.into(), value.arg()));
        self
    }
}

impl From<Call> for Any {
    fn from(call: Call) -> Self {
        let arguments = call.arguments.into_iter().map(|(name, value)| (name, value.0));
        Self(Value::call(call.name, arguments))
    }
}
