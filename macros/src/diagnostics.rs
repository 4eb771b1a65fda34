//! The one way to report a mistake.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use std::fmt::Display;

/// Collects the mistakes of one invocation, so that all are shown in one compile.
///
/// They must be taken out with [`into_compile_errors`](Self::into_compile_errors): a mistake that is dropped
/// would turn into a wrong expansion without a word.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    errors: Vec<syn::Error>,
}

impl Errors {
    /// Reports a mistake under all of `tokens`; under the whole invocation if there are none.
    pub(crate) fn report(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports a mistake where there is only a place.
    pub(crate) fn report_at(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Takes an error that syn reports.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// One `compile_error!` per mistake.
    pub(crate) fn into_compile_errors(mut self) -> Vec<TokenStream> {
        std::mem::take(&mut self.errors).iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            self.errors.is_empty() || std::thread::panicking(),
            "mistakes were collected and not reported: {:?}",
            self.errors
        );
    }
}
