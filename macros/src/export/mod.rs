//! `video_export!`: tokens -> [`ast`] -> [`model`] -> [`check`] -> [`expand`].
//!
//! No phase stops at a mistake, and a later one goes on with what the earlier one could read: so all mistakes
//! of an invocation are shown in one compile, and the expansion has the right type in any case.

mod ast;
mod check;
mod expand;
mod model;
mod parse;
#[cfg(test)]
mod tests;

use crate::diagnostics::Errors;
use proc_macro2::TokenStream;

pub(crate) fn video_export(tokens: TokenStream) -> TokenStream {
    let mut cx = Errors::default();
    let invocation = parse::parse(tokens, &mut cx);
    let keys = model::resolve(invocation.block, &mut cx);
    let values = check::check(keys, &mut cx);
    expand::expand(values, &invocation.runtime, cx)
}
