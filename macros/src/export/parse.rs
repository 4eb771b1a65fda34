//! Tokens -> [`ast`](super::ast). Reports what cannot be read and goes on behind it.

use super::ast::{Block, Entry, Invocation, Value};
use crate::diagnostics::Errors;
use crate::paths::Runtime;
use earthengine_schema::{fields, messages};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprRange, LitStr, RangeLimits, Token, braced, token};

pub(super) fn parse(tokens: TokenStream, cx: &mut Errors) -> Invocation {
    let mut tokens = tokens.into_iter();
    // The wrapper in the runtime crate always writes `$crate;` first.
    let runtime =
        tokens.next().unwrap_or_else(|| TokenTree::Ident(Ident::new("earthengine", Span::call_site())));
    let block = tokens.skip(1).collect();
    let parser = |input: ParseStream| Ok(parse_block(input, Span::call_site(), cx));
    let block = parser.parse2(block).unwrap_or_else(|_| empty_block(Span::call_site()));
    Invocation { runtime: Runtime(runtime), block }
}

fn empty_block(end: Span) -> Block {
    Block { entries: Vec::new(), base: None, end }
}

fn parse_block(input: ParseStream, outside: Span, cx: &mut Errors) -> Block {
    let mut block = empty_block(outside);
    let mut keys_before_base = None;
    while !input.is_empty() {
        let mut is_broken = false;
        if input.peek(Token![,]) {
            cx.report_at(input.span(), messages::stray_comma());
        } else if input.peek(Token![..]) {
            parse_base(input, &mut block, cx);
        } else if let Some(entry) = parse_entry(input, &mut block, cx) {
            is_broken = matches!(entry.value, Value::Broken);
            block.end = entry.key.span();
            block.entries.push(entry);
        }
        if block.base.is_some() {
            keys_before_base.get_or_insert(block.entries.len());
        }
        parse_separator(input, is_broken, cx);
    }
    if keys_before_base.is_some_and(|keys| keys < block.entries.len()) {
        cx.report(&block.base, messages::base_not_last());
    }
    block
}

/// `..base`.
fn parse_base(input: ParseStream, block: &mut Block, cx: &mut Errors) {
    let dots = input.span();
    if let Some(first) = block.base.take() {
        cx.report(first, messages::base_not_last());
    }
    match input.parse::<Token![..]>().and_then(|_| parse_expr(input)) {
        Ok(base) => block.base = Some(base),
        Err(_) => {
            cx.report_at(dots, messages::base_without_value());
            skip_to_comma(input);
        }
    }
}

/// The comma behind an entry, or a report that it is missing. Behind a value that is missing too, it is not.
fn parse_separator(input: ParseStream, is_broken: bool, cx: &mut Errors) {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() || (is_broken && begins_entry(input)) {
        return;
    }
    if input.peek(Token![..]) {
        cx.report_at(input.span(), messages::missing_comma(".."));
    } else if begins_entry(input) {
        let next = next_token(input);
        cx.report(&next, messages::missing_comma(text_of(&next)));
    } else {
        let next = next_token(input);
        cx.report(&next, messages::unexpected_token(text_of(&next)));
        skip_to_comma(input);
        drop(input.parse::<Token![,]>());
    }
}

/// Whether `key:` or `key {` comes next.
fn begins_entry(input: ParseStream) -> bool {
    let ahead = input.fork();
    Ident::parse_any(&ahead).is_ok() && (is_colon(&ahead) || ahead.peek(token::Brace))
}

/// Whether `key:` comes next, which no expression begins with.
fn begins_key(input: ParseStream) -> bool {
    let ahead = input.fork();
    Ident::parse_any(&ahead).is_ok() && is_colon(&ahead)
}

fn is_colon(input: ParseStream) -> bool {
    input.peek(Token![:]) && !input.peek(Token![::])
}

fn parse_entry(input: ParseStream, block: &mut Block, cx: &mut Errors) -> Option<Entry> {
    if input.peek(Token![#]) && input.peek2(token::Bracket) {
        let attribute = [input.parse::<TokenTree>().ok()?, input.parse().ok()?];
        cx.report(TokenStream::from_iter(attribute), messages::attribute());
    }
    let key = parse_key(input, cx)?;
    if input.peek(Token![::]) {
        cx.report(&key, messages::expected_key(format_args!("{key}::")));
        skip_to_comma(input);
        return None;
    }
    let separator = input.span();
    if input.parse::<Token![=>]>().is_ok() || input.parse::<Token![=]>().is_ok() {
        cx.report_at(separator, messages::wrong_separator(&key));
    } else if input.peek(Token![:]) {
        drop(input.parse::<Token![:]>());
    } else if input.is_empty() || input.peek(Token![,]) || begins_entry(input) {
        let value = parse_shorthand(&key);
        return Some(Entry { key, value });
    } else if is_key(&key) {
        cx.report(&key, messages::missing_colon(&key));
    } else {
        cx.report(&key, messages::expected_key(&key));
        skip_to_comma(input);
        return None;
    }
    let value = parse_value(input, &key, separator, block, cx);
    Some(Entry { key, value })
}

/// `key` alone is `key: key`. A keyword is neither a variable nor a key, and reported as no key.
fn parse_shorthand(key: &Ident) -> Value {
    syn::parse2(key.to_token_stream()).map_or(Value::Broken, Value::Expr)
}

fn parse_key(input: ParseStream, cx: &mut Errors) -> Option<Ident> {
    if let Ok(key) = Ident::parse_any(input) {
        return Some(key);
    }
    if input.peek(LitStr)
        && let Ok(quoted) = input.fork().parse::<LitStr>()
        && let Ok(key) = quoted.parse_with(Ident::parse_any)
    {
        cx.report(&quoted, messages::quoted_key(&key));
        drop(input.parse::<LitStr>());
        return Some(key);
    }
    let next = next_token(input);
    cx.report(&next, messages::expected_key(text_of(&next)));
    skip_to_comma(input);
    None
}

fn parse_value(
    input: ParseStream,
    key: &Ident,
    separator: Span,
    block: &mut Block,
    cx: &mut Errors,
) -> Value {
    if input.is_empty() || input.peek(Token![,]) || begins_key(input) {
        cx.report_at(separator, messages::missing_value(key));
        return Value::Broken;
    }
    if input.peek(token::Brace) && takes_block(key) {
        return parse_braces(input, key.span(), cx).map_or(Value::Broken, Value::Block);
    }
    match parse_expr(input) {
        // No key takes a range: the comma before `..base` was forgotten.
        Ok(Expr::Range(ExprRange {
            start: Some(value),
            limits: RangeLimits::HalfOpen(dots),
            end: Some(base),
            ..
        })) => {
            cx.report(dots, messages::missing_comma(".."));
            block.base = Some(*base);
            Value::Expr(*value)
        }
        Ok(value) => Value::Expr(value),
        Err(error) => {
            let skipped = skip_to_comma(input);
            report_broken(key, &error, skipped, cx);
            Value::Broken
        }
    }
}

/// Whether braces behind this key are a block: not those of a key that is known to take something else.
fn takes_block(key: &Ident) -> bool {
    fields_of(key).all(|field| matches!(field.value, fields::Value::Block(_)))
}

/// Whether any block has this key.
fn is_key(key: &Ident) -> bool {
    fields_of(key).next().is_some()
}

fn fields_of(key: &Ident) -> impl Iterator<Item = &'static fields::Field> {
    let key = key.unraw().to_string();
    fields::Block::all().filter_map(move |block| block.field(&key))
}

fn parse_braces(input: ParseStream, key: Span, cx: &mut Errors) -> syn::Result<Block> {
    let content;
    braced!(content in input);
    Ok(parse_block(&content, key, cx))
}

/// An expression; what was read is put back if it is none.
fn parse_expr(input: ParseStream) -> syn::Result<Expr> {
    let ahead = input.fork();
    let expr = ahead.parse()?;
    input.advance_to(&ahead);
    Ok(expr)
}

/// A value that is no expression. Where syn points behind the end, the value itself is underlined.
fn report_broken(key: &Ident, error: &syn::Error, skipped: TokenStream, cx: &mut Errors) {
    let message = error.to_string();
    if let Some(problem) = message.strip_prefix("unexpected end of input, ") {
        cx.report(skipped, messages::cut_off_value(key, problem));
    } else {
        cx.report_at(error.span(), messages::broken_value(key, message));
    }
}

/// Passes over everything up to the next comma of this block.
fn skip_to_comma(input: ParseStream) -> TokenStream {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        match input.parse::<TokenTree>() {
            Ok(token) => skipped.extend([token]),
            Err(_) => break,
        }
    }
    skipped
}

/// The next token, without taking it.
fn next_token(input: ParseStream) -> TokenStream {
    input.fork().parse::<TokenTree>().map_or_else(|_| TokenStream::new(), ToTokens::into_token_stream)
}

/// A token in a message: what is in brackets is left out.
fn text_of(token: &TokenStream) -> String {
    match token.clone().into_iter().next() {
        Some(TokenTree::Group(group)) => match group.delimiter() {
            proc_macro2::Delimiter::Brace => "{".to_owned(),
            proc_macro2::Delimiter::Bracket => "[".to_owned(),
            proc_macro2::Delimiter::Parenthesis => "(".to_owned(),
            proc_macro2::Delimiter::None => group.stream().to_string(),
        },
        _ => token.to_string(),
    }
}
