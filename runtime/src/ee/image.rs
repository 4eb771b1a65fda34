//! Images.

use super::convert::class;
use super::element::{self, Properties};
use super::{Any, Arg, Dict, Feature, FeatureCollection, Geometry, ImageCollection, List, Number, promote};
use crate::ee::options::{ExpressionArgs, SelectArgs};
use crate::expression::graph::Value;

class! {
    /// An image: bands of pixels, with properties.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let slope = ee::Terrain::slope("USGS/SRTMGL1_003").visualize_with(|options| options.min(0).max(60));
    /// ```
    Image
}

earthengine_macros::algorithms!(Image);

impl Image {
    /// `ee.Image(x)`: a number becomes `Image.constant`, a text `Image.load`, a list one image with the bands of all
    /// its items; a value that is an image emits nothing.
    pub fn new(image: impl Arg<Self>) -> Self {
        image.arg()
    }

    /// `ee.Image()`: one band in which every pixel is masked.
    pub fn empty() -> Self {
        let constant = Value::call("Image.constant", [("value", Value::Int(0))]);
        Self::of(Value::call("Image.mask", [("image", constant.clone()), ("mask", constant)]))
    }

    /// An image that was read from JSON as a part of a larger program.
    pub fn from_expression(expression: &crate::Expression) -> Self {
        Self::of(expression.graph())
    }

    /// The bands of all images in one: nested `Image.addBands`.
    pub fn cat(images: impl Arg<Self>) -> Self {
        images.arg()
    }

    /// Three images as red, green and blue: `vis-red`, `vis-green` and `vis-blue`.
    pub fn rgb(red: impl Arg<Self>, green: impl Arg<Self>, blue: impl Arg<Self>) -> Self {
        let bands = promote::add_bands([red.arg().value(), green.arg().value(), blue.arg().value()]);
        let names = ["vis-red", "vis-green", "vis-blue"];
        Self::of(bands).select_with([".*"], |options| options.new_names(names))
    }

    /// The bands with these names or numbers, in this order: one, a list, or none with `()`. Emits
    /// `Image.select(input, bandSelectors)`.
    pub fn select(&self, selectors: impl Arg<Selectors>) -> Self {
        self.select_with(selectors, |options| options)
    }

    /// [`select`](Self::select), with the option `new_names`: what the bands are called then.
    pub fn select_with(
        &self,
        selectors: impl Arg<Selectors>,
        options: impl FnOnce(SelectArgs) -> SelectArgs,
    ) -> Self {
        let options = options(SelectArgs::default()).arguments;
        Self::of(select(self.value(), selectors.arg().value(), options))
    }

    /// New names for all bands: one, or a list. Emits `Image.rename(input, names)`.
    pub fn rename(&self, names: impl Arg<Selectors>) -> Self {
        Self::of(Value::call("Image.rename", [("input", self.value()), ("names", names.arg().value())]))
    }

    /// The image inside of a geometry, a feature or a collection. Emits `Image.clip(input, geometry)`.
    pub fn clip(&self, geometry: impl Arg<ClipTo>) -> Self {
        Self::of(Value::call("Image.clip", [("input", self.value()), ("geometry", geometry.arg().value())]))
    }

    /// Computes an expression in the bands of this image: `b('B4') / b(0)`. Emits a call of `Image.parseExpression`.
    pub fn expression(&self, expression: impl Arg<super::String>) -> Self {
        self.expression_with(expression, |options| options)
    }

    /// [`expression`](Self::expression) with images as variables.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let image = ee::Image::new("LANDSAT/LT05/C02/T1_TOA/LT05_044034_20110716");
    /// let index = image.expression_with("(nir - red) / (nir + red)", |e| {
    ///     e.var("nir", image.select("B4")).var("red", image.select("B3"))
    /// });
    /// ```
    pub fn expression_with(
        &self,
        expression: impl Arg<super::String>,
        options: impl FnOnce(ExpressionArgs) -> ExpressionArgs,
    ) -> Self {
        const THIS: &str = "DEFAULT_EXPRESSION_IMAGE";
        let variables = options(ExpressionArgs::default()).variables;
        let names = variables.iter().map(|(name, _)| Value::text(name.as_str()));
        let names = Value::list(std::iter::once(Value::text(THIS)).chain(names));
        let parse =
            [("expression", expression.arg().value()), ("argName", Value::text(THIS)), ("vars", names)];
        let function = Value::call("Image.parseExpression", parse);
        let this = std::iter::once((THIS.to_owned(), self.value()));
        Self::of(Value::call_of(function, this.chain(variables)))
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

pub(super) fn select(input: Value, selectors: Value, options: Vec<(&'static str, Value)>) -> Value {
    let mut arguments = vec![("input", input), ("bandSelectors", selectors)];
    arguments.extend(options);
    Value::call("Image.select", arguments)
}

class! {
    /// Bands, or properties: one by its name or number, or a list of them.
    Selectors
}

macro_rules! one_selector {
    ($($source:ty => $value:expr;)+) => {$(
        impl From<$source> for Selectors {
            fn from(source: $source) -> Self {
                let value: fn($source) -> Value = $value;
                Self(Value::list([value(source)]))
            }
        }
    )+};
}
one_selector! {
    &str => |text| Value::text(text);
    std::string::String => Value::text;
    &std::string::String => |text| Value::text(text.as_str());
    i32 => |number| Value::Int(number.into());
    i64 => Value::Int;
    super::String => |text| text.value();
    &super::String => super::String::value;
    Number => |number| number.value();
    &Number => Number::value;
}

macro_rules! selector_lists {
    ($($source:ty)+) => {$(
        impl From<$source> for Selectors {
            fn from(source: $source) -> Self {
                Self(List::from(source).value())
            }
        }
    )+};
}
selector_lists! { () List &List Any &Any }

impl<X: Into<Any>, const N: usize> From<[X; N]> for Selectors {
    fn from(items: [X; N]) -> Self {
        Self(List::from(items).value())
    }
}

impl<X: Clone + Into<Any>, const N: usize> From<&[X; N]> for Selectors {
    fn from(items: &[X; N]) -> Self {
        Self(List::from(items).value())
    }
}

impl<X: Clone + Into<Any>> From<&[X]> for Selectors {
    fn from(items: &[X]) -> Self {
        Self(List::from(items).value())
    }
}

impl<X: Into<Any>> From<Vec<X>> for Selectors {
    fn from(items: Vec<X>) -> Self {
        Self(List::from(items).value())
    }
}

impl<X: Clone + Into<Any>> From<&Vec<X>> for Selectors {
    fn from(items: &Vec<X>) -> Self {
        Self(List::from(items).value())
    }
}

impl<A: Into<Any>, B: Into<Any>> From<(A, B)> for Selectors {
    fn from(items: (A, B)) -> Self {
        Self(List::from(items).value())
    }
}

impl<A: Into<Any>, B: Into<Any>, C: Into<Any>> From<(A, B, C)> for Selectors {
    fn from(items: (A, B, C)) -> Self {
        Self(List::from(items).value())
    }
}

class! {
    /// What an image is clipped to: a geometry, a feature, or a collection.
    ClipTo
}

macro_rules! clip_to {
    ($($source:ty => $value:expr;)+) => {$(
        impl From<$source> for ClipTo {
            fn from(source: $source) -> Self {
                let value: fn($source) -> Value = $value;
                Self(value(source))
            }
        }
    )+};
}
clip_to! {
    Geometry => |value| value.value();
    &Geometry => Geometry::value;
    Feature => |value| value.value();
    &Feature => Feature::value;
    FeatureCollection => |value| value.value();
    &FeatureCollection => FeatureCollection::value;
    ImageCollection => |value| value.value();
    &ImageCollection => ImageCollection::value;
    Image => |value| value.value();
    &Image => Image::value;
    super::Element => |value| value.value();
    &super::Element => super::Element::value;
    Any => |value| value.value();
    &Any => Any::value;
    Dict => |geojson| Geometry::from(geojson).value();
}
