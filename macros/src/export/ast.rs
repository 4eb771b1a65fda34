//! An invocation as it is written: every key, even an unknown one.

use crate::paths::Runtime;
use proc_macro2::{Ident, Span};
use syn::Expr;

/// What the macro is given: `$crate; …`.
pub(super) struct Invocation {
    pub(super) runtime: Runtime,
    pub(super) block: Block,
}

/// `key: value, …`, with or without braces around it.
pub(super) struct Block {
    pub(super) entries: Vec<Entry>,
    pub(super) base: Option<Base>,
    /// Where something that is missing in this block belongs.
    pub(super) end: Span,
}

/// `key: value`, or `key` alone.
pub(super) struct Entry {
    pub(super) key: Ident,
    pub(super) value: Value,
}

/// What stands after a key.
pub(super) enum Value {
    /// An expression; for a key alone, the variable of the same name.
    Expr(Expr),
    /// Braces with keys in them.
    Block(Block),
    /// Nothing, or not an expression: reported already.
    Broken,
}

/// `..base`.
pub(super) enum Base {
    Expr(Expr),
    /// `..` without an expression: reported already.
    Broken(Span),
}
