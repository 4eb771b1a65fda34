//! What may stand where a class is wanted.

use super::promote::{promote, promote_call, promote_computed};
use super::{
    Any, Array, Blob, Boolean, Call, Classifier, Clusterer, Condition, ConfusionMatrix, Date, DateRange,
    Dict, Dictionary, Element, ErrorMargin, Feature, FeatureCollection, Filter, Geometry, Image,
    ImageCollection, Join, Kernel, List, Model, Null, Number, PixelType, Projection, Reducer,
};
use crate::expression::graph::Value;

/// What can be used as an argument of class `T`: everything that converts into it.
///
/// A type of your own joins in by `impl From<Mine> for ee::Image`.
#[diagnostic::on_unimplemented(
    message = "Earth Engine expects `{T}` here, and `{Self}` cannot be used as one",
    label = "not usable as `{T}`"
)]
pub trait Arg<T> {
    #[doc(hidden)]
    fn arg(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, X: Into<T>> Arg<T> for X {
    fn arg(self) -> T {
        self.into()
    }
}

/// What a function that is mapped over the collection `C` may return: an image, a feature, or any element.
#[diagnostic::on_unimplemented(
    message = "the function given to `map` must return an element of a collection, such as `ee::Image`, not `{Self}`"
)]
pub trait Mapped<C> {
    /// The collection of what is returned.
    type Output;
    #[doc(hidden)]
    fn mapped(self) -> Any;
    #[doc(hidden)]
    fn collected(collection: Any) -> Self::Output;
}

/// A class, its debug form, and the conversions that all classes have.
macro_rules! class {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        #[must_use = "a value is a piece of a program; nothing is computed until it is exported"]
        pub struct $name(pub(super) crate::expression::graph::Value);

        impl $name {
            #[allow(dead_code, reason = "some classes are arguments alone")]
            pub(crate) fn of(value: crate::expression::graph::Value) -> Self {
                Self(value)
            }

            pub(crate) fn value(&self) -> crate::expression::graph::Value {
                self.0.clone()
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(concat!("ee::", stringify!($name)))
            }
        }

        impl From<&$name> for $name {
            fn from(value: &$name) -> Self {
                value.clone()
            }
        }
    };
}
pub(super) use class;

/// Conversions that emit nothing.
macro_rules! casts {
    ($target:ident: $($class:ty)+) => {$(
        impl From<$class> for $target {
            fn from(value: $class) -> Self {
                Self(value.value())
            }
        }

        impl From<&$class> for $target {
            fn from(value: &$class) -> Self {
                Self(value.value())
            }
        }
    )+};
}
pub(super) use casts;

/// Conversions from and to `Any`, from a call by name, and from null.
macro_rules! any {
    ($($class:ident)+) => {$(
        impl From<Any> for $class {
            fn from(value: Any) -> Self {
                Self(promote(stringify!($class), value.0))
            }
        }

        impl From<&Any> for $class {
            fn from(value: &Any) -> Self {
                value.clone().into()
            }
        }

        impl From<$class> for Any {
            fn from(value: $class) -> Self {
                Self(value.0)
            }
        }

        impl From<&$class> for Any {
            fn from(value: &$class) -> Self {
                value.clone().into()
            }
        }

        impl From<Null> for $class {
            fn from(_: Null) -> Self {
                Self(Value::Null)
            }
        }

        impl From<Call> for $class {
            fn from(call: Call) -> Self {
                Self(promote_call(stringify!($class), Any::from(call).0))
            }
        }
    )+};
}
any! {
    Array Blob Boolean Classifier Clusterer ConfusionMatrix Date DateRange Dictionary Element ErrorMargin Feature
    FeatureCollection Filter Geometry Image ImageCollection Join Kernel List Model Number PixelType Projection Reducer
}

/// Conversions from other classes, by value and by reference.
macro_rules! classes {
    ($($target:ident: $($class:ty)+;)+) => {$($(
        impl From<$class> for $target {
            fn from(value: $class) -> Self {
                let class = stringify!($class).trim_start_matches("super::");
                Self(promote_computed(stringify!($target), class, value.0))
            }
        }

        impl From<&$class> for $target {
            fn from(value: &$class) -> Self {
                value.clone().into()
            }
        }
    )+)+};
}
classes! {
    Image: Number super::String Array Element List;
    ImageCollection: FeatureCollection super::String List Image Element;
    FeatureCollection: ImageCollection super::String List Feature Geometry Element Image;
    Feature: Geometry FeatureCollection ImageCollection Element Dictionary Image;
    Element: Image Feature Geometry FeatureCollection ImageCollection;
    Geometry: Feature FeatureCollection ImageCollection Image Element Dictionary;
    Number: Date;
    Boolean: Number;
    List: Array ConfusionMatrix;
    Dictionary: List Element Feature Image;
    Array: Number List ConfusionMatrix;
    Date: Number super::String;
    DateRange: Date Number super::String;
    Projection: super::String Dictionary Image;
    ErrorMargin: Number Dictionary;
    PixelType: super::String Dictionary;
    ConfusionMatrix: Array List;
    Blob: super::String;
}

macro_rules! scalars {
    ($($target:ident: $($scalar:ty),+ => $value:expr;)+) => {$($(
        impl From<$scalar> for $target {
            fn from(scalar: $scalar) -> Self {
                let value: fn($scalar) -> Value = $value;
                Self(promote(stringify!($target), value(scalar)))
            }
        }
    )+)+};
}
scalars! {
    Image: i8, i16, i32, u8, u16, u32 => |number| Value::Int(number.into());
    Image: i64 => Value::Int;
    Image: usize => size;
    Image: f32 => |number| Value::Float(number.into());
    Image: f64 => Value::Float;
    Image: bool => Value::Bool;
    Number: i8, i16, i32, u8, u16, u32 => |number| Value::Int(number.into());
    Number: i64 => Value::Int;
    Number: usize => size;
    Number: f32 => |number| Value::Float(number.into());
    Number: f64 => Value::Float;
    Number: bool => Value::Bool;
    Any: i8, i16, i32, u8, u16, u32 => |number| Value::Int(number.into());
    Any: i64 => Value::Int;
    Any: usize => size;
    Any: f32 => |number| Value::Float(number.into());
    Any: f64 => Value::Float;
    Any: bool => Value::Bool;
    Boolean: bool => Value::Bool;
    Boolean: i32 => |number| Value::Int(number.into());
    Boolean: i64 => Value::Int;
    Boolean: f64 => Value::Float;
    Array: i32 => |number| Value::Int(number.into());
    Array: i64 => Value::Int;
    Array: f64 => Value::Float;
    ErrorMargin: i32 => |number| Value::Int(number.into());
    ErrorMargin: i64 => Value::Int;
    ErrorMargin: f64 => Value::Float;
    // One integer type alone, so that a literal of more than 32 bits is read as it is meant.
    Date: i64 => Value::Int;
    Date: f64 => Value::Float;
    DateRange: i64 => Value::Int;
    DateRange: f64 => Value::Float;
}

fn size(number: usize) -> Value {
    match i64::try_from(number) {
        Ok(number) => Value::Int(number),
        Err(_) => {
            Value::invalid(format!("{number} is beyond the integers of Earth Engine, which have 64 bits"))
        }
    }
}

macro_rules! texts {
    ($($target:ident)+) => {$(
        impl From<&str> for $target {
            fn from(text: &str) -> Self {
                Self(promote(stringify!($target), Value::text(text)))
            }
        }

        impl From<::std::string::String> for $target {
            fn from(text: ::std::string::String) -> Self {
                text.as_str().into()
            }
        }

        impl From<&::std::string::String> for $target {
            fn from(text: &::std::string::String) -> Self {
                text.as_str().into()
            }
        }
    )+};
}
texts! { Any Image ImageCollection FeatureCollection Date DateRange Projection PixelType Blob Condition }

impl From<&str> for super::String {
    fn from(text: &str) -> Self {
        Self(Value::text(text))
    }
}

impl From<::std::string::String> for super::String {
    fn from(text: ::std::string::String) -> Self {
        Self(Value::text(text))
    }
}

impl From<&::std::string::String> for super::String {
    fn from(text: &::std::string::String) -> Self {
        Self(Value::text(text.as_str()))
    }
}

impl From<Any> for super::String {
    fn from(value: Any) -> Self {
        Self(promote("String", value.0))
    }
}

impl From<&Any> for super::String {
    fn from(value: &Any) -> Self {
        value.clone().into()
    }
}

impl From<super::String> for Any {
    fn from(value: super::String) -> Self {
        Self(value.0)
    }
}

impl From<&super::String> for Any {
    fn from(value: &super::String) -> Self {
        value.clone().into()
    }
}

impl From<Null> for super::String {
    fn from(_: Null) -> Self {
        Self(Value::Null)
    }
}

impl From<Call> for super::String {
    fn from(call: Call) -> Self {
        Self(promote_call("String", Any::from(call).0))
    }
}

impl From<Null> for Any {
    fn from(_: Null) -> Self {
        Self(Value::Null)
    }
}

/// Lists whose items are promoted to a class of their own.
macro_rules! lists {
    ($($target:ident of $item:ident;)+) => {$(
        impl $target {
            fn from_items(items: impl IntoIterator<Item = $item>) -> Self {
                Self(promote(stringify!($target), Value::raw_list(items.into_iter().map(|item| item.0))))
            }
        }

        impl<X: Into<$item>, const N: usize> From<[X; N]> for $target {
            fn from(items: [X; N]) -> Self {
                Self::from_items(items.into_iter().map(Into::into))
            }
        }

        impl<X: Clone + Into<$item>, const N: usize> From<&[X; N]> for $target {
            fn from(items: &[X; N]) -> Self {
                items.as_slice().into()
            }
        }

        impl<X: Clone + Into<$item>> From<&[X]> for $target {
            fn from(items: &[X]) -> Self {
                Self::from_items(items.iter().cloned().map(Into::into))
            }
        }

        impl<X: Into<$item>> From<Vec<X>> for $target {
            fn from(items: Vec<X>) -> Self {
                Self::from_items(items.into_iter().map(Into::into))
            }
        }

        impl<X: Clone + Into<$item>> From<&Vec<X>> for $target {
            fn from(items: &Vec<X>) -> Self {
                items.as_slice().into()
            }
        }

        tuples! { $target of $item: A; A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; A B C D E F G H }
    )+};
}

macro_rules! tuples {
    ($target:ident of $item:ident: $($($letter:ident)+);+) => {$(
        impl<$($letter: Into<$item>),+> From<($($letter,)+)> for $target {
            #[allow(non_snake_case, reason = "one name for a type and its value")]
            fn from(($($letter,)+): ($($letter,)+)) -> Self {
                Self::from_items([$($letter.into()),+])
            }
        }
    )+};
}
lists! {
    Any of Any;
    Array of Any;
    ConfusionMatrix of Any;
    FeatureCollection of Feature;
    Filter of Filter;
    Image of Image;
    ImageCollection of Image;
    List of Any;
}

impl From<()> for Any {
    fn from((): ()) -> Self {
        Self::from_items([])
    }
}

impl From<()> for List {
    fn from((): ()) -> Self {
        Self::from_items([])
    }
}

/// Dictionaries of literals.
macro_rules! dictionaries {
    ($($target:ident)+) => {$(
        impl From<Dict> for $target {
            fn from(value: Dict) -> Self {
                Self(promote(stringify!($target), value.value()))
            }
        }

        impl From<&Dict> for $target {
            fn from(value: &Dict) -> Self {
                value.clone().into()
            }
        }
    )+};
}
dictionaries! { Any Dictionary ErrorMargin Feature FeatureCollection Geometry Projection }

impl<K: Into<::std::string::String>, V: Into<Any>, const N: usize> From<[(K, V); N]> for Dictionary {
    fn from(items: [(K, V); N]) -> Self {
        Dict::from_iter(items).into()
    }
}

impl<K: Into<::std::string::String>, V: Into<Any>> From<Vec<(K, V)>> for Dictionary {
    fn from(items: Vec<(K, V)>) -> Self {
        Dict::from_iter(items).into()
    }
}

macro_rules! mapped {
    ($($result:ty => $output:ty;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<C> Mapped<C> for $result {
            type Output = $output;

            fn mapped(self) -> Any {
                self.into()
            }

            fn collected(collection: Any) -> Self::Output {
                <$output>::of(collection.0)
            }
        }
    )+};
}
mapped! {
    Image => ImageCollection;
    &Image => ImageCollection;
    Feature => FeatureCollection;
    &Feature => FeatureCollection;
}

macro_rules! mapped_to_its_own {
    ($($result:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<C: From<Any>> Mapped<C> for $result {
            type Output = C;

            fn mapped(self) -> Any {
                self.into()
            }

            fn collected(collection: Any) -> C {
                collection.into()
            }
        }
    )+};
}
mapped_to_its_own! { Any &Any Element &Element }
