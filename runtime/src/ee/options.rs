//! The optional arguments of algorithms, one type for each that has any.
//!
//! They are made by the methods whose names end in `_with`:
//! `image.visualize_with(|options| options.min(0).max(255))`.

earthengine_macros::algorithms!(options);

use crate::ee::{Any, Arg, Boolean, Dictionary, List, Number, Projection, String};
use crate::expression::graph::Value;

/// Options that are written by hand: name, and for each the Rust name, the name on the wire and the class.
macro_rules! options {
    ($($(#[$doc:meta])* $name:ident { $($setter:ident = $wire:literal: $class:ty),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        #[must_use]
        pub struct $name {
            pub(crate) arguments: Vec<(&'static str, Value)>,
        }

        impl $name {
            $(
                #[doc = concat!("`", $wire, "`.")]
                pub fn $setter(mut self, $setter: impl Arg<$class>) -> Self {
                    self.arguments.push(($wire, Arg::<$class>::arg($setter).value()));
                    self
                }
            )+
        }
    )+};
}

options! {
    /// The optional arguments of `Collection.map` and `List.map`.
    MapArgs { drop_nulls = "dropNulls": Boolean }
    /// The optional arguments of `Collection.limit` and of `sort`.
    LimitArgs { key = "key": String, ascending = "ascending": Boolean }
    /// The optional argument of `sort`.
    SortArgs { ascending = "ascending": Boolean }
    /// The optional arguments of `select` on images.
    SelectArgs { new_names = "newNames": List }
    /// The optional arguments of `select` on feature collections.
    SelectFeaturesArgs { new_properties = "newProperties": List, retain_geometry = "retainGeometry": Boolean }
    /// The optional argument of `Filter::bounds_with`.
    BoundsArgs { error_margin = "maxError": crate::ee::ErrorMargin }
    /// The optional arguments of `Filter::in_list_with`.
    InListArgs {
        left_field = "leftField": String,
        right_value = "rightValue": Any,
        right_field = "rightField": String,
        left_value = "leftValue": Any,
    }
    /// The optional arguments of the constructors of geometries.
    GeometryArgs {
        proj = "crs": Projection,
        geodesic = "geodesic": Boolean,
        max_error = "maxError": crate::ee::ErrorMargin,
        even_odd = "evenOdd": Boolean,
    }
    /// The optional argument of `ee::Date::new_with`.
    DateArgs { time_zone = "timeZone": String }
    /// The optional arguments of `ee::DateRange::new_with`.
    DateRangeArgs { end = "end": crate::ee::Instant, time_zone = "timeZone": String }
    /// The optional argument of `filter_date_with`.
    DateFilterArgs { end = "end": crate::ee::Instant }
    /// The optional argument of `ee::Feature::new_with`.
    FeatureArgs { properties = "metadata": Dictionary }
    /// The optional argument of `ee::Array::new_with`.
    ArrayArgs { pixel_type = "pixelType": crate::ee::PixelType }
    /// The optional arguments of `ee::Projection::new_with`.
    ProjectionArgs { transform = "transform": List, transform_wkt = "transformWkt": String }
    /// The optional argument of `ee::ErrorMargin::new_with`.
    ErrorMarginArgs { unit = "unit": String }
    /// The optional arguments of `ee::PixelType::new_with`.
    PixelTypeArgs { min_value = "minValue": Number, max_value = "maxValue": Number, dimensions = "dimensions": Number }
    /// The optional argument of `ee::ConfusionMatrix::new_with`.
    ConfusionMatrixArgs { order = "order": List }
}

/// The variables of `ee::Image::expression_with`.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct ExpressionArgs {
    pub(crate) variables: Vec<(std::string::String, Value)>,
}

impl ExpressionArgs {
    /// Gives a variable of the expression its image.
    pub fn var(mut self, name: impl Into<std::string::String>, image: impl Arg<crate::ee::Image>) -> Self {
        self.variables.push((name.into(), image.arg().value()));
        self
    }
}
