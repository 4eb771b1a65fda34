//! The procedural macro behind [`earthengine`](https://docs.rs/earthengine), which re-exports and documents it.
//!
//! It is not meant to be used alone: its expansions name hidden items of the runtime crate.

mod algorithms;
mod diagnostics;
mod export;
mod paths;

use proc_macro::TokenStream;

/// Expands `video_export!`; its user documentation stands on the re-export.
#[proc_macro]
pub fn video_export(tokens: TokenStream) -> TokenStream {
    export::video_export(tokens.into()).into()
}

/// Expands `algorithms!(Class)` inside the runtime crate: the members of the class from the catalogue.
#[doc(hidden)]
#[proc_macro]
pub fn algorithms(tokens: TokenStream) -> TokenStream {
    algorithms::algorithms(&tokens.into()).into()
}
