//! `+ - * / %`, negation and the bit operators, on images, numbers and arrays.

use super::{Arg, Array, Image, Number};
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Rem, Shl, Shr, Sub};

/// One operator: the class's own method, by value and by reference, and with a number on the left.
macro_rules! binary {
    ($($class:ident: $($operator:ident $function:ident $method:ident),+;)+) => {$($(
        impl<R: Arg<$class>> $operator<R> for $class {
            type Output = $class;

            fn $function(self, right: R) -> $class {
                $class::$method(&self, right)
            }
        }

        impl<R: Arg<$class>> $operator<R> for &$class {
            type Output = $class;

            fn $function(self, right: R) -> $class {
                $class::$method(self, right)
            }
        }

        left_scalar! { $class $operator $function $method: i32 f64 }
    )+)+};
}

macro_rules! left_scalar {
    ($class:ident $operator:ident $function:ident $method:ident: $($scalar:ty)+) => {$(
        impl $operator<$class> for $scalar {
            type Output = $class;

            fn $function(self, right: $class) -> $class {
                $class::from(self).$method(right)
            }
        }

        impl $operator<&$class> for $scalar {
            type Output = $class;

            fn $function(self, right: &$class) -> $class {
                $class::from(self).$method(right)
            }
        }
    )+};
}
binary! {
    Image: Add add add, Sub sub subtract, Mul mul multiply, Div div divide, Rem rem mod_,
        BitAnd bitand bitwise_and, BitOr bitor bitwise_or, BitXor bitxor bitwise_xor,
        Shl shl left_shift, Shr shr right_shift;
    Number: Add add add, Sub sub subtract, Mul mul multiply, Div div divide, Rem rem mod_,
        BitAnd bitand bitwise_and, BitOr bitor bitwise_or, BitXor bitxor bitwise_xor,
        Shl shl left_shift, Shr shr right_shift;
    Array: Add add add, Sub sub subtract, Mul mul multiply, Div div divide, Rem rem mod_,
        BitAnd bitand bitwise_and, BitOr bitor bitwise_or, BitXor bitxor bitwise_xor,
        Shl shl left_shift, Shr shr right_shift;
}

/// A number on the left of an image is promoted to one.
macro_rules! number_and_image {
    ($($operator:ident $function:ident $method:ident),+) => {$(
        impl $operator<Image> for Number {
            type Output = Image;

            fn $function(self, right: Image) -> Image {
                Image::from(self).$method(right)
            }
        }

        impl $operator<&Image> for Number {
            type Output = Image;

            fn $function(self, right: &Image) -> Image {
                Image::from(self).$method(right)
            }
        }

        impl $operator<Image> for &Number {
            type Output = Image;

            fn $function(self, right: Image) -> Image {
                Image::from(self).$method(right)
            }
        }

        impl $operator<&Image> for &Number {
            type Output = Image;

            fn $function(self, right: &Image) -> Image {
                Image::from(self).$method(right)
            }
        }
    )+};
}
number_and_image! { Add add add, Sub sub subtract, Mul mul multiply, Div div divide, Rem rem mod_ }

macro_rules! unary {
    ($($class:ident)+) => {$(
        impl Neg for $class {
            type Output = $class;

            fn neg(self) -> $class {
                self.multiply(-1)
            }
        }

        impl Neg for &$class {
            type Output = $class;

            fn neg(self) -> $class {
                self.multiply(-1)
            }
        }

        impl Not for $class {
            type Output = $class;

            fn not(self) -> $class {
                $class::not(&self)
            }
        }

        impl Not for &$class {
            type Output = $class;

            fn not(self) -> $class {
                $class::not(self)
            }
        }
    )+};
}
unary! { Image Number Array }
