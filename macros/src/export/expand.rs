//! Checked values -> tokens. Cannot fail: where a mistake was reported, a value of the right type stands in,
//! so that rustc checks the rest of the invocation in the same compile and finds nothing false.

use super::ast::Base;
use super::check::Value;
use super::model::{Block, Slot};
use crate::diagnostics::Errors;
use crate::paths::Runtime;
use earthengine_schema::fields::{self, DESTINATIONS, Field, VIDEO_EXPORT};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

/// The whole invocation: an expression whose value is a `VideoExport`, or a `Start` if there is a client.
pub(super) fn expand(block: Block<Value>, runtime: &Runtime, cx: Errors) -> TokenStream {
    let export = expand_block(block, runtime);
    let errors = cx.into_compile_errors();
    if errors.is_empty() {
        return export;
    }
    // The mistakes come after the value: an editor looks at what comes first. `match` keeps temporaries alive.
    let value = variable("value");
    quote!(match #export { #value => { #(#errors)* #value } })
}

/// Evaluates the values in the order in which they are written, each with the type of its key, and keeps
/// their temporaries alive until the value is built: `match (…, …) { (a, b) => … }` does both.
fn expand_block(block: Block<Value>, runtime: &Runtime) -> TokenStream {
    // What is misplaced was checked, and has no place here.
    let Block { schema, slots, misplaced: _, base, unplaced } = block;
    let names: Vec<_> = slots.iter().map(|slot| variable(slot.field.key)).collect();
    let keys: Vec<_> = slots.iter().map(|slot| slot.field).collect();
    let value = if schema.key == VIDEO_EXPORT.key {
        expand_export(&keys, base.is_some(), runtime)
    } else {
        expand_options(schema, &keys, runtime)
    };
    let values = slots.into_iter().map(|slot| expand_slot(schema, slot, runtime));
    let expanded = match base {
        Some(base) => {
            let name = variable("base");
            let base = expand_base(&base, runtime);
            quote!(match (#(#values,)* #base,) { (#(#names,)* #name,) => #value })
        }
        None if names.is_empty() => value,
        None => quote!(match (#(#values,)*) { (#(#names,)*) => #value }),
    };
    if unplaced.is_empty() { expanded } else { quote!({ #(let _ = &#unplaced;)* #expanded }) }
}

fn expand_base(base: &Base, runtime: &Runtime) -> TokenStream {
    match base {
        Base::Expr(base) => {
            let begin = runtime.base(base.span());
            quote!(#begin(#base))
        }
        Base::Broken(span) => runtime.missing_of(&runtime.item("VideoExport"), *span),
    }
}

/// A name that no user has, for the pattern of the `match`.
fn variable(key: &str) -> Ident {
    format_ident!("__earthengine_{key}", span = Span::mixed_site())
}

fn expand_export(keys: &[&Field], has_base: bool, runtime: &Runtime) -> TokenStream {
    let destination = keys.iter().find(|field| DESTINATIONS.contains(&field.key));
    let is_argument = |field: &Field| field.required || DESTINATIONS.contains(&field.key);
    let mut export = if has_base {
        let base = variable("base");
        let required = keys.iter().filter(|field| field.required).map(|field| set(field.key, field.key));
        let destination = destination.map(|field| set("destination", field.key));
        quote!(#base #(#required)* #destination)
    } else {
        let ty = runtime.item("VideoExport");
        let required = VIDEO_EXPORT.fields.iter().filter(|field| field.required);
        let arguments = required.map(|field| argument(field, keys, runtime));
        let destination = destination.map_or_else(
            || runtime.missing_of(&runtime.item("Destination"), Span::call_site()),
            |field| {
                let name = variable(field.key);
                quote!(#name)
            },
        );
        quote!(#ty::new(#(#arguments,)* #destination))
    };
    for field in keys.iter().filter(|field| !is_argument(field) && field.key != "client") {
        export.extend(set(setter(field.key), field.key));
    }
    if keys.iter().any(|field| field.key == "client") {
        let (start, client) = (runtime.start(), variable("client"));
        export = quote!(#start(#export, #client));
    }
    export
}

/// A nested block: `Type::new(required…).key(value)…`.
fn expand_options(schema: &'static fields::Block, keys: &[&Field], runtime: &Runtime) -> TokenStream {
    let type_name = VIDEO_EXPORT.field(schema.key).map_or("", |field| field.rust_type);
    let ty = runtime.item(type_name);
    let required = schema.fields.iter().filter(|field| field.required);
    let arguments = required.map(|field| argument(field, keys, runtime));
    let setters = keys.iter().filter(|field| !field.required).map(|field| set(field.key, field.key));
    quote!(#ty::new(#(#arguments),*) #(#setters)*)
}

/// The setter of a key: its own name, but for the one that names a getter.
fn setter(key: &'static str) -> &'static str {
    if key == "request_id" { "with_request_id" } else { key }
}

/// `.setter(value of the key)`.
fn set(setter: &str, key: &str) -> TokenStream {
    let (setter, name) = (Ident::new(setter, Span::mixed_site()), variable(key));
    quote!(.#setter(#name))
}

/// The value of a required key, which is missing only where that was reported.
fn argument(field: &Field, keys: &[&Field], runtime: &Runtime) -> TokenStream {
    if keys.iter().any(|given| given.key == field.key) {
        let name = variable(field.key);
        quote!(#name)
    } else {
        runtime.missing_of(&runtime.item(field.rust_type), Span::call_site())
    }
}

fn expand_slot(schema: &fields::Block, slot: Slot<Value>, runtime: &Runtime) -> TokenStream {
    let Slot { field, key, value, .. } = slot;
    let typed = runtime.key(schema.key, &key);
    let ty = || runtime.item(field.rust_type);
    let value = match value {
        // An empty list has no type of its own.
        Value::Texts(Expr::Array(list)) if list.elems.is_empty() => quote!([""; 0]),
        Value::FreeText(value) | Value::Texts(value) | Value::RunTime(value) => quote!(#value),
        Value::Text(text) => {
            let ty = ty();
            quote!(#ty::from_static(#text))
        }
        Value::Number(number) => {
            let ty = ty();
            quote!(#ty::from_static(#number))
        }
        Value::Size(sides) => {
            let ty = ty();
            quote!(#ty::from_static_size(#sides))
        }
        Value::Word(word, span) => {
            let (ty, variant) = (ty(), Ident::new(&variant(&word), span));
            quote_spanned!(span=> #ty::#variant)
        }
        Value::Block(block) => expand_block(block, runtime),
        Value::Broken(span) => match field.value {
            fields::Value::FreeText(_) => runtime.missing_of(&quote!(&'static str), span),
            fields::Value::Texts => quote!([""]),
            // A reference; its key takes nothing else.
            fields::Value::RunTime if field.rust_type.starts_with('&') => runtime.missing(span),
            _ => runtime.missing_of(&ty(), span),
        },
    };
    quote!(#typed(#value))
}

/// The wire's `DEFAULT_OBJECT_ACL` is the variant `DefaultObjectAcl`.
fn variant(word: &str) -> String {
    let mut variant = String::new();
    for part in word.split('_') {
        let (first, rest) = part.split_at(part.len().min(1));
        variant.push_str(first);
        variant.push_str(&rest.to_ascii_lowercase());
    }
    variant
}
