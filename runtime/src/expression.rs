//! Earth Engine expressions: what the service is asked to compute.

mod check;
mod decode;
mod encode;
pub(crate) mod graph;
mod names;

use crate::{InvalidValue, ee};
use graph::Value;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;
use std::fmt;
use std::sync::Arc;

/// A computation: a program of [`ee`], or one that was read from JSON.
///
/// One that was read is known to be well-formed: every reference leads to a value, none leads back to itself, every
/// node is of one kind, and every argument belongs to a function around it. Whether the algorithms exist, only the
/// service knows. Cloning is cheap.
///
/// An expression is read from the JSON that Earth Engine's clients make, in Python by
/// `ee.serializer.toJSON(collection, for_cloud_api=True)`:
///
/// ```
/// use earthengine::{Expression, ee};
///
/// let read = Expression::from_json(
///     r#"{"result": "0", "values": {"0": {"functionInvocationValue": {
///         "functionName": "ImageCollection.load",
///         "arguments": {"id": {"constantValue": "LANDSAT/LT05/C02/T1_TOA"}}
///     }}}}"#,
/// )?;
/// let written = Expression::from(ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA"));
/// assert_eq!(written.to_json()?, read.to_json()?);
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
///
/// Wire name: `expression`. Source: the REST reference, `Expression`.
#[derive(Clone)]
pub struct Expression {
    inner: Inner,
}

#[derive(Clone)]
enum Inner {
    Json(Arc<Json>),
    Graph(Value),
}

impl Expression {
    /// Reads an expression. It is sent as it was read: the same values, written anew.
    ///
    /// # Errors
    ///
    /// A text that is not JSON, and a graph that is not well-formed: the message names the place, such as
    /// `values.1.functionInvocationValue.arguments.input`.
    ///
    /// ```
    /// # use earthengine::Expression;
    /// let error = Expression::from_json(r#"{"result": "0", "values": {"0": {"valueReference": "7"}}}"#);
    /// assert_eq!(
    ///     error.unwrap_err().to_string(),
    ///     "expression: at `values.0.valueReference`: there is no value `7`"
    /// );
    /// ```
    pub fn from_json(json: &str) -> Result<Self, InvalidValue> {
        let value = serde_json::from_str(json)
            .map_err(|error| InvalidValue::new(format!("expression: not JSON: {error}")))?;
        Self::from_value(value)
    }

    /// The expression as JSON.
    ///
    /// # Errors
    ///
    /// What the compiler cannot see in a program: a number that is not finite, coordinates that make no geometry, an
    /// argument of a mapped function that is used outside of it.
    ///
    /// ```
    /// # use earthengine::{Expression, ee};
    /// let error = Expression::from(ee::ImageCollection::new([ee::Image::new(f64::NAN)])).to_json();
    /// assert!(error.unwrap_err().to_string().contains("Image.constant: `value`: NaN"));
    /// ```
    pub fn to_json(&self) -> Result<String, InvalidValue> {
        Ok(self.json()?.to_string())
    }

    /// The value in a larger program.
    pub(crate) fn graph(&self) -> Value {
        match &self.inner {
            Inner::Json(json) => decode::decode(json),
            Inner::Graph(value) => value.clone(),
        }
    }

    /// The collection of a program, if it is not one that was read.
    pub(crate) fn program(&self) -> Option<ee::ImageCollection> {
        match &self.inner {
            Inner::Json(_) => None,
            Inner::Graph(value) => Some(ee::ImageCollection::of(value.clone())),
        }
    }

    /// The same, encoded.
    pub(crate) fn encoded(&self) -> Result<Self, InvalidValue> {
        Ok(Self { inner: Inner::Json(self.json()?) })
    }

    fn json(&self) -> Result<Arc<Json>, InvalidValue> {
        match &self.inner {
            Inner::Json(json) => Ok(Arc::clone(json)),
            Inner::Graph(value) => match encode::encode(value) {
                Ok(json) => Ok(Arc::new(json)),
                Err(words) => Err(InvalidValue::new(format!("expression: {words}"))),
            },
        }
    }

    fn from_value(json: Json) -> Result<Self, InvalidValue> {
        match check::check(&json) {
            Ok(()) => Ok(Self { inner: Inner::Json(Arc::new(json)) }),
            Err(problem) => Err(InvalidValue::new(format!("expression: {problem}"))),
        }
    }
}

impl From<ee::ImageCollection> for Expression {
    fn from(collection: ee::ImageCollection) -> Self {
        Self { inner: Inner::Graph(collection.value()) }
    }
}

impl From<&ee::ImageCollection> for Expression {
    fn from(collection: &ee::ImageCollection) -> Self {
        collection.clone().into()
    }
}

/// What can be exported as a video: an image collection, or an [`Expression`].
#[diagnostic::on_unimplemented(
    message = "a video export needs an `ee::ImageCollection` or an `Expression`, and `{Self}` is neither",
    label = "not a collection of frames",
    note = "the images of the collection are the frames; `ee::ImageCollection::new([image])` is a collection of one image"
)]
pub trait Frames {
    #[doc(hidden)]
    fn into_expression(self) -> Expression;
}

#[diagnostic::do_not_recommend]
impl Frames for Expression {
    fn into_expression(self) -> Expression {
        self
    }
}

#[diagnostic::do_not_recommend]
impl Frames for &Expression {
    fn into_expression(self) -> Expression {
        self.clone()
    }
}

#[diagnostic::do_not_recommend]
impl Frames for ee::ImageCollection {
    fn into_expression(self) -> Expression {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl Frames for &ee::ImageCollection {
    fn into_expression(self) -> Expression {
        self.into()
    }
}

/// By what is sent.
impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

/// Short: an expression may have thousands of nodes.
impl fmt::Debug for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inner {
            Inner::Json(json) => {
                let values = json.get("values").and_then(Json::as_object).map_or(0, serde_json::Map::len);
                write!(formatter, "Expression({values} values)")
            }
            Inner::Graph(_) => formatter.write_str("Expression(a program)"),
        }
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(Json::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
