//! Earth Engine expressions: what the service is asked to compute.

mod check;

use crate::InvalidValue;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// A computation, as the service takes it: a graph of values, one of which is the result.
///
/// It is known to be well-formed: every reference leads to a value, none leads back to itself, every node is of
/// one kind, and every argument belongs to a function around it. Whether the algorithms exist, only the service
/// knows. Cloning is cheap.
///
/// An expression is read from the JSON that Earth Engine's clients make, in Python by
/// `ee.serializer.toJSON(collection, for_cloud_api=True)`:
///
/// ```
/// use earthengine::Expression;
///
/// let frames = Expression::from_json(
///     r#"{"result": "0", "values": {"0": {"functionInvocationValue": {
///         "functionName": "ImageCollection.load",
///         "arguments": {"id": {"constantValue": "LANDSAT/LT05/C02/T1_TOA"}}
///     }}}}"#,
/// )?;
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
///
/// Wire name: `expression`. Source: the REST reference, `Expression`.
#[derive(Clone, PartialEq)]
pub struct Expression {
    json: Arc<Value>,
}

impl Expression {
    /// Reads an expression. It is sent as it is.
    ///
    /// # Errors
    ///
    /// A text that is no JSON, and a graph that is not well-formed: the message names the place, such as
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
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json.to_string()
    }

    fn from_value(json: Value) -> Result<Self, InvalidValue> {
        match check::check(&json) {
            Ok(()) => Ok(Self { json: Arc::new(json) }),
            Err(problem) => Err(InvalidValue::new(format!("expression: {problem}"))),
        }
    }
}

/// Short: an expression may have thousands of nodes.
impl fmt::Debug for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.json.get("values").and_then(Value::as_object).map_or(0, serde_json::Map::len);
        write!(formatter, "Expression({values} values)")
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
