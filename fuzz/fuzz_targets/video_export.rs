//! Any tokens as an invocation of `video_export!`: no panic, and always an expression.

#![no_main]
#![allow(dead_code, reason = "the macro's modules without its entry point")]

// A procedural macro cannot be linked; its modules can be included.
#[path = "../../macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../macros/src/export/mod.rs"]
mod export;
#[path = "../../macros/src/paths.rs"]
mod paths;

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use quote::quote;

/// So that mutations find keys and literals early, each byte below 128 is itself and each above is a word.
fn text_of(bytes: &[u8]) -> String {
    let mut words: Vec<String> = earthengine_schema::fields::Block::all()
        .flat_map(|block| block.fields)
        .map(|field| format!(" {}: ", field.key))
        .collect();
    words.extend(
        ["{}", "{ ", " }", "..", "\"my-project\"", "1e8", "-1", "[1, 2]", "r#", "MP4", ", ", "x", "()", "|a| "]
            .map(str::to_owned),
    );
    let mut text = String::new();
    for byte in bytes {
        match byte.checked_sub(128) {
            Some(index) => text.push_str(&words[usize::from(index) % words.len()]),
            None => text.push(char::from(*byte)),
        }
    }
    text
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(tokens) = text_of(bytes).parse::<TokenStream>() else { return };
    let expansion = export::video_export(quote!(earthengine; #tokens));
    if let Err(error) = syn::parse2::<syn::Expr>(expansion.clone()) {
        panic!("{error} in {expansion}");
    }
});
