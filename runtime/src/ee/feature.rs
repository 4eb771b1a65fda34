//! Features.

use super::convert::{casts, class};
use super::element::{self, Properties};
use super::{Any, Arg, Geometry, Null};
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
    /// `ee::Null` is no geometry: a feature without one.
    pub fn new(feature: impl Arg<ToFeature>) -> Self {
        match feature.arg().value() {
            Value::Null => Self::new_with(Null, |options| options),
            value => Self::of(value),
        }
    }

    /// `ee.Feature(geometry, properties)`. Emits `Feature(geometry, metadata)`; `ee::Null` is no geometry, and
    /// properties without items are left out.
    pub fn new_with(geometry: impl Arg<Geometry>, options: impl FnOnce(FeatureArgs) -> FeatureArgs) -> Self {
        let mut arguments = vec![("geometry", geometry.arg().value())];
        arguments.extend(options(FeatureArgs::default()).arguments);
        arguments.retain(|(_, value)| !is_empty(value));
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

class! {
    /// What `ee::Feature::new` takes. Unlike an argument that is a feature, a collection is not turned into one: it is
    /// taken for one.
    ToFeature
}

casts! { ToFeature: Feature super::FeatureCollection super::ImageCollection super::Image super::Element super::Dictionary }

macro_rules! promoted {
    ($($source:ty)+) => {$(
        impl From<$source> for ToFeature {
            fn from(source: $source) -> Self {
                Self(Feature::from(source).0)
            }
        }
    )+};
}
promoted! { Geometry &Geometry super::Dict &super::Dict super::Call Null }

impl From<Any> for ToFeature {
    fn from(value: Any) -> Self {
        let value = value.value();
        // A collection is cast here, where an argument would become its geometry.
        let is_collection = value.result_class().is_some_and(|class| class.ends_with("Collection"));
        Self(if is_collection { value } else { Feature::from(Any::of(value)).0 })
    }
}

impl From<&Any> for ToFeature {
    fn from(value: &Any) -> Self {
        value.clone().into()
    }
}

/// A dictionary that is written in the program and has no items.
fn is_empty(value: &Value) -> bool {
    value.as_node().is_some_and(|node| matches!(&node.kind, Kind::Dictionary(items) if items.is_empty()))
}
