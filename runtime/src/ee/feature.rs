//! Features.

use super::convert::class;
use super::element::{self, Properties};
use super::{Any, Arg, Geometry};
use crate::ee::options::FeatureArgs;
use crate::expression::graph::{Kind, Value};

class! {
    /// A geometry with properties.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let point = ee::Geometry::point([11.4, 47.2]);
    /// let site = ee::Feature::new_with(point, |site| site.properties(ee::dict! { "name": "a" }));
    /// ```
    Feature
}

earthengine_macros::algorithms!(Feature);

impl Feature {
    /// `ee.Feature(x)`: a geometry, which emits `Feature(geometry)`, or a value that is a feature, which emits nothing.
    pub fn new(feature: impl Arg<Self>) -> Self {
        feature.arg()
    }

    /// `ee.Feature(geometry, properties)`. Emits `Feature(geometry, metadata)`; `ee::Null` is no geometry, and a
    /// literal without properties is left out.
    pub fn new_with(geometry: impl Arg<Geometry>, options: impl FnOnce(FeatureArgs) -> FeatureArgs) -> Self {
        let mut arguments = vec![("geometry", geometry.arg().value())];
        let properties = options(FeatureArgs::default()).arguments;
        arguments.extend(properties.into_iter().filter(|(_, properties)| !is_empty_literal(properties)));
        Self::of(Value::call("Feature", arguments))
    }

    /// Sets a property. Emits `Element.set`.
    pub fn set(&self, key: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::of(element::set(self.value(), key.arg().value(), value.arg().value()))
    }

    /// Sets several properties. Emits an `Element.set` for each, or `Element.setMulti` for a dictionary that only the
    /// service knows.
    pub fn set_all(&self, properties: impl Arg<Properties>) -> Self {
        Self::of(element::set_all(self.value(), properties.arg()))
    }
}

fn is_empty_literal(properties: &Value) -> bool {
    properties.as_node().is_some_and(|node| matches!(&node.kind, Kind::Dictionary(items) if items.is_empty()))
}
