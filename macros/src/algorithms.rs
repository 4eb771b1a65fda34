//! `algorithms!(Class)`: the members of a class from the catalogue, each a documented method. Internal: it names
//! items of the runtime crate by `crate`.

use earthengine_schema::algorithms::{Algorithm, Argument};
use earthengine_schema::members::{self, Member, WrittenDefault, members, parameter_class, written_defaults};
use earthengine_schema::names::rust_name;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

/// The methods of one class; for `functions`, those of no class; for `options`, the types of all options.
pub(crate) fn algorithms(tokens: &TokenStream) -> TokenStream {
    let class = tokens.to_string();
    match class.as_str() {
        "functions" => expand_functions(),
        "options" => expand_options(),
        _ => match members::CLASSES.iter().find(|known| **known == class) {
            Some(class) => {
                let name = identifier(class);
                let methods = members(class).into_iter().map(|member| expand_member(&member));
                quote!(impl #name { #(#methods)* })
            }
            None => quote!(compile_error!("no such class in the catalogue");),
        },
    }
}

fn identifier(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// `name(required)`, and `name_with(required, |options| …)` if there are optional arguments.
fn expand_member(member: &Member) -> TokenStream {
    let plain = expand_form(member, &member.rust_name(), &positional(member), None);
    let has_options = member.arguments().iter().any(|argument| argument.is_optional);
    if !has_options {
        return plain;
    }
    let required: Vec<_> = member.arguments().iter().filter(|argument| !argument.is_optional).collect();
    let options = options_name(member.algorithm);
    let with = expand_form(member, &member.rust_name_with(), &required, Some(&options));
    quote!(#plain #with)
}

/// The arguments of the form without options: those that are required, and the listed ones.
fn positional(member: &Member) -> Vec<&'static Argument> {
    member.arguments().iter().filter(|argument| member.is_positional(argument)).collect()
}

fn expand_form(member: &Member, name: &str, given: &[&Argument], options: Option<&Ident>) -> TokenStream {
    let algorithm = member.algorithm;
    let (method, function) = (identifier(name), algorithm.name);
    let returns = class(member.returns());
    let docs = docs(member, name, given, options.is_some());
    let alias = (member.name != name).then(|| member.name.clone()).into_iter();
    let receiver = member.is_method.then(|| quote!(&self,));
    let receiver_name = algorithm.arguments.first().map(|argument| argument.name);
    let own = member.is_method.then(|| quote!(arguments.push((#receiver_name, self.value()));));
    let names: Vec<_> = given.iter().map(|argument| identifier(&rust_name(argument.name))).collect();
    let types: Vec<_> = given.iter().map(|argument| class(parameter_class(argument.type_name))).collect();
    let wire: Vec<_> = given.iter().map(|argument| argument.name).collect();
    let defaults =
        written_defaults(function).filter(|(name, _)| !wire.contains(name)).map(|(name, value)| {
            let value = match value {
                WrittenDefault::Integer(value) => quote!(crate::expression::graph::Value::Int(#value)),
                WrittenDefault::Bool(value) => quote!(crate::expression::graph::Value::Bool(#value)),
                WrittenDefault::Text(value) => quote!(crate::expression::graph::Value::text(#value)),
            };
            quote!(arguments.push((#name, #value));)
        });
    let parameter = options.map(
        |options| quote!(options: impl FnOnce(crate::ee::options::#options) -> crate::ee::options::#options,),
    );
    let extend = options
        .map(|options| quote!(arguments.extend(options(crate::ee::options::#options::default()).arguments);));
    let deprecated =
        algorithm.is_deprecated.then(|| quote!(#[deprecated(note = "deprecated by Earth Engine")]));
    quote! {
        #docs
        #(#[doc(alias = #alias)])*
        #deprecated
        pub fn #method(#receiver #(#names: impl crate::ee::Arg<#types>,)* #parameter) -> #returns {
            #[allow(unused_mut)]
            let mut arguments: ::std::vec::Vec<(&'static str, crate::expression::graph::Value)> =
                ::std::vec::Vec::new();
            #own
            #(#defaults)*
            #(arguments.push((#wire, crate::ee::Arg::<#types>::arg(#names).value()));)*
            #extend
            <#returns>::of(crate::expression::graph::Value::call(#function, arguments))
        }
    }
}

fn class(name: &str) -> TokenStream {
    let name = identifier(name);
    quote!(crate::ee::#name)
}

/// `ImageAddBandsArgs`, one type per algorithm.
fn options_name(algorithm: &Algorithm) -> Ident {
    let mut name = String::new();
    for part in algorithm.name.split(['.', '_']) {
        let (first, rest) = part.split_at(part.len().min(1));
        name.push_str(&first.to_uppercase());
        name.push_str(rest);
    }
    format_ident!("{name}Args")
}

fn docs(member: &Member, name: &str, given: &[&Argument], with_options: bool) -> TokenStream {
    let algorithm = member.algorithm;
    let about = earthengine_schema::descriptions::about(algorithm.name);
    let first = about.map_or_else(|| format!("Earth Engine's `{}`.", algorithm.name), str::to_owned);
    let signature = format!("`{}{}`", algorithm.name, algorithm.signature);
    let mut lines = vec![first, String::new(), signature];
    let optional: Vec<_> = algorithm
        .arguments
        .iter()
        .filter(|argument| argument.is_optional && !given.contains(argument))
        .map(|argument| match argument.default {
            Some(default) => format!("`{}` (default `{default}`)", rust_name(argument.name)),
            None => format!("`{}`", rust_name(argument.name)),
        })
        .collect();
    if !optional.is_empty() {
        lines.push(String::new());
        lines.push(if with_options {
            format!("Options: {}.", optional.join(", "))
        } else {
            let form = if name == member.rust_name() { member.rust_name_with() } else { name.to_owned() };
            format!("Without its options {}: see `{form}`.", optional.join(", "))
        });
    }
    lines.push(String::new());
    lines.push(format!("Source: [{}]({}).", algorithm.name, page(member)));
    quote!(#(#[doc = #lines])*)
}

/// The page of the public reference. What is inherited has its page under each class that has it.
fn page(member: &Member) -> String {
    const PAGES: &str = "https://developers.google.com/earth-engine/apidocs/ee-";
    let name = if member.class.is_empty() {
        format!("algorithms-{}", member.algorithm.name)
    } else {
        format!("{}-{}", member.class, member.name)
    };
    format!("{PAGES}{}", name.to_lowercase().replace('.', "-"))
}

/// One type per algorithm with optional arguments.
fn expand_options() -> TokenStream {
    let mut algorithms = BTreeMap::new();
    let all = members::CLASSES.iter().flat_map(|class| members(class)).chain(members::functions());
    for member in all {
        if member.arguments().iter().any(|argument| argument.is_optional) {
            let is_method = member.is_method;
            algorithms.entry(member.algorithm.name).or_insert((member.algorithm, is_method));
        }
    }
    let types = algorithms.into_values().map(|(algorithm, is_method)| {
        let name = options_name(algorithm);
        let about = format!("The optional arguments of `{}`.", algorithm.name);
        let optional =
            algorithm.arguments.iter().skip(usize::from(is_method)).filter(|argument| argument.is_optional);
        let setters = optional.map(expand_option);
        quote! {
            #[doc = #about]
            #[derive(Clone, Debug, Default)]
            #[must_use]
            pub struct #name {
                pub(crate) arguments: ::std::vec::Vec<(&'static str, crate::expression::graph::Value)>,
            }
            impl #name { #(#setters)* }
        }
    });
    quote!(#(#types)*)
}

fn expand_option(argument: &Argument) -> TokenStream {
    let (wire, name) = (argument.name, identifier(&rust_name(argument.name)));
    let alias = (name != wire).then_some(wire).into_iter();
    let ty = class(parameter_class(argument.type_name));
    let about = match argument.default {
        Some(default) => format!("`{wire}: {}`; default: `{default}`.", argument.type_name),
        None => format!("`{wire}: {}`.", argument.type_name),
    };
    quote! {
        #[doc = #about]
        #(#[doc(alias = #alias)])*
        pub fn #name(mut self, #name: impl crate::ee::Arg<#ty>) -> Self {
            self.arguments.push((#wire, crate::ee::Arg::<#ty>::arg(#name).value()));
            self
        }
    }
}

/// Functions of no class, in modules by what stands before their last dot.
fn expand_functions() -> TokenStream {
    expand_module("", &members::functions())
}

fn expand_module(prefix: &str, functions: &[Member]) -> TokenStream {
    let here = functions.iter().filter(|function| function.algorithm.prefix() == prefix);
    let here = here.map(expand_member);
    let begin = if prefix.is_empty() { String::new() } else { format!("{prefix}.") };
    let inner: BTreeSet<_> = functions
        .iter()
        .filter_map(|function| function.algorithm.prefix().strip_prefix(begin.as_str()))
        .filter_map(|rest| rest.split('.').next())
        .filter(|name| !name.is_empty())
        .collect();
    let modules = inner.into_iter().map(|name| {
        let path = format!("{begin}{name}");
        let content = expand_module(&path, functions);
        let (module, about) = (identifier(&rust_name(name)), format!("Earth Engine's `{path}`."));
        quote!(#[doc = #about] pub mod #module { #content })
    });
    quote!(#(#here)* #(#modules)*)
}
