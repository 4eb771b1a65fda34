//! Tokens -> [`ast`](super::ast). Reports what cannot be read and goes on after it.

use super::ast::{Base, Block, Entry, Invocation, Value};
use crate::diagnostics::Errors;
use crate::paths::Runtime;
use earthengine_schema::{fields, messages};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprRange, Lit, LitStr, RangeLimits, Token, token};

pub(super) fn parse(tokens: TokenStream, cx: &mut Errors) -> Invocation {
    let mut tokens = tokens.into_iter();
    // The wrapper in the runtime crate always writes `$crate;` first.
    let runtime =
        tokens.next().unwrap_or_else(|| TokenTree::Ident(Ident::new("earthengine", Span::call_site())));
    let mut block: TokenStream = tokens.skip(1).collect();
    if let Some(inside) = outer_braces(&block) {
        cx.report(block, messages::outer_braces());
        block = inside;
    }
    Invocation { runtime: Runtime(runtime), block: parse_tokens(block, Span::call_site(), cx) }
}

/// What stands between braces that are all there is: `json!({ … })` is written so.
fn outer_braces(tokens: &TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Brace => {
            Some(group.stream())
        }
        _ => None,
    }
}

fn parse_tokens(tokens: TokenStream, outside: Span, cx: &mut Errors) -> Block {
    let parser = |input: ParseStream| Ok(parse_block(input, outside, cx));
    parser.parse2(tokens).unwrap_or_else(|_| empty_block(outside))
}

fn empty_block(end: Span) -> Block {
    Block { entries: Vec::new(), base: None, end }
}

fn parse_block(input: ParseStream, outside: Span, cx: &mut Errors) -> Block {
    let mut block = empty_block(outside);
    let mut keys_before_base = None;
    while !input.is_empty() {
        let mut is_broken = false;
        parse_attributes(input, cx);
        if input.peek(Token![,]) {
            cx.report_at(input.span(), messages::stray_comma());
        } else if input.peek(Token![..]) {
            parse_base(input, &mut block, cx);
        } else if !input.is_empty() {
            match parse_entry(input, &mut block, cx) {
                Some(entry) => {
                    is_broken = matches!(entry.value, Value::Broken);
                    block.end = entry.key.span();
                    block.entries.push(entry);
                }
                None => is_broken = true,
            }
        }
        if block.base.is_some() {
            keys_before_base.get_or_insert(block.entries.len());
        }
        parse_separator(input, is_broken, cx);
    }
    if keys_before_base.is_some_and(|keys| keys < block.entries.len())
        && let Some(Base::Expr(base)) = &block.base
    {
        cx.report(base, messages::base_not_last());
    }
    block
}

/// Attributes and documentation comments, which are attributes too: one report for all in a row.
fn parse_attributes(input: ParseStream, cx: &mut Errors) {
    let mut attributes = TokenStream::new();
    while input.peek(Token![#]) && (input.peek2(token::Bracket) || input.peek2(Token![!])) {
        let is_inner = input.peek2(Token![!]);
        for _ in 0..if is_inner { 3 } else { 2 } {
            attributes.extend(input.parse::<TokenTree>());
        }
    }
    if !attributes.is_empty() {
        cx.report(attributes, messages::attribute());
    }
}

/// `..base`.
fn parse_base(input: ParseStream, block: &mut Block, cx: &mut Errors) {
    let dots = input.span();
    if let Some(Base::Expr(first)) = block.base.take() {
        cx.report(first, messages::base_not_last());
    }
    if input.peek(Token![...]) || input.peek(Token![..=]) {
        let operator = input.parse::<Token![...]>().map(ToTokens::into_token_stream);
        let operator = operator.or_else(|_| input.parse::<Token![..=]>().map(ToTokens::into_token_stream));
        cx.report(operator.unwrap_or_default(), messages::base_operator());
    } else {
        drop(input.parse::<Token![..]>());
    }
    block.base = Some(match parse_expr(input) {
        Ok(base) => Base::Expr(base),
        Err(_) => {
            cx.report_at(dots, messages::base_without_value());
            skip_to_next(input);
            Base::Broken(dots)
        }
    });
}

/// The comma after an entry, or a report that it is missing. After a value that is missing too, it is not.
fn parse_separator(input: ParseStream, is_broken: bool, cx: &mut Errors) {
    parse_attributes(input, cx);
    if input.is_empty() || input.parse::<Token![,]>().is_ok() || (is_broken && begins_entry(input)) {
        return;
    }
    let next = next_token(input);
    if input.peek(Token![;]) {
        cx.report(&next, messages::unexpected_token(";"));
        drop(input.parse::<Token![;]>());
    } else if input.peek(Token![..]) {
        cx.report_at(input.span(), messages::missing_comma(".."));
    } else if begins_entry(input) {
        cx.report(&next, messages::missing_comma(text_of(&next)));
    } else {
        cx.report(&next, messages::unexpected_token(text_of(&next)));
        skip_to_next(input);
        drop(input.parse::<Token![,]>());
    }
}

/// Whether `key:`, `key =` or `key {` comes next.
fn begins_entry(input: ParseStream) -> bool {
    let ahead = input.fork();
    Ident::parse_any(&ahead).is_ok() && (is_colon(&ahead) || is_equals(&ahead) || ahead.peek(token::Brace))
}

/// Whether `key:` comes next, which no expression begins with.
fn begins_key(input: ParseStream) -> bool {
    let ahead = input.fork();
    Ident::parse_any(&ahead).is_ok() && is_colon(&ahead)
}

fn is_colon(input: ParseStream) -> bool {
    input.peek(Token![:]) && !input.peek(Token![::])
}

fn is_equals(input: ParseStream) -> bool {
    input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>])
}

fn parse_entry(input: ParseStream, block: &mut Block, cx: &mut Errors) -> Option<Entry> {
    let key = parse_key(input, cx)?;
    let separator = input.span();
    if let Some(inner) = parse_path(input) {
        cx.report(&key, messages::dotted_key(&key, inner));
        skip_to_comma(input);
        return None;
    }
    if is_colon(input) {
        drop(input.parse::<Token![:]>());
    } else if input.is_empty() || input.peek(Token![,]) || input.peek(Token![..]) || begins_key(input) {
        let value = parse_shorthand(&key);
        return Some(Entry { key, value });
    } else if (is_key(&key) || !input.peek(Token![::])) && parse_wrong_separator(input) {
        cx.report_at(separator, messages::missing_colon(&key));
    } else if is_key(&key) {
        cx.report(&key, messages::missing_colon(&key));
    } else {
        cx.report(&key, messages::expected_key(&key));
        if !begins_entry(input) {
            skip_to_next(input);
        }
        return None;
    }
    let value = parse_value(input, &key, separator, block, cx);
    Some(Entry { key, value })
}

/// `.key` or `::key` after a block.
fn parse_path(input: ParseStream) -> Option<Ident> {
    let ahead = input.fork();
    let is_path = ahead.parse::<Token![::]>().is_ok() || ahead.parse::<Token![.]>().is_ok();
    let inner = is_path.then(|| Ident::parse_any(&ahead).ok()).flatten()?;
    is_colon(&ahead).then_some(inner)
}

/// What other languages have in place of the colon.
fn parse_wrong_separator(input: ParseStream) -> bool {
    let is_wrong = input.parse::<Token![=>]>().is_ok()
        || input.parse::<Token![==]>().is_ok()
        || input.parse::<Token![->]>().is_ok()
        || input.parse::<Token![::]>().is_ok()
        || input.parse::<Token![=]>().is_ok()
        || input.parse::<Token![?]>().is_ok()
        || input.parse::<Token![!]>().is_ok();
    if is_wrong && is_colon(input) {
        drop(input.parse::<Token![:]>());
    }
    is_wrong
}

/// `key` alone is `key: key`. A keyword is neither a variable nor a key, and reported as not a key.
fn parse_shorthand(key: &Ident) -> Value {
    syn::parse2(key.to_token_stream()).map_or(Value::Broken, Value::Expr)
}

fn parse_key(input: ParseStream, cx: &mut Errors) -> Option<Ident> {
    if let Ok(key) = Ident::parse_any(input) {
        return Some(parse_hyphens(input, key, cx));
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
    skip_to_next(input);
    None
}

/// `workload-tag: …` is a key of several words.
fn parse_hyphens(input: ParseStream, key: Ident, cx: &mut Errors) -> Ident {
    let ahead = input.fork();
    let mut tokens = key.to_token_stream();
    let mut name = key.unraw().to_string();
    while let Ok(hyphen) = ahead.parse::<Token![-]>()
        && let Ok(word) = Ident::parse_any(&ahead)
    {
        name = format!("{name}_{}", word.unraw());
        hyphen.to_tokens(&mut tokens);
        word.to_tokens(&mut tokens);
    }
    let joined = Ident::new(&name, key.span());
    if joined == key.unraw() || !is_colon(&ahead) {
        return key;
    }
    input.advance_to(&ahead);
    cx.report(tokens, messages::hyphenated_key(&joined));
    joined
}

fn parse_value(
    input: ParseStream,
    key: &Ident,
    separator: Span,
    block: &mut Block,
    cx: &mut Errors,
) -> Value {
    if input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]) {
        cx.report_at(separator, messages::missing_value(key));
        return Value::Broken;
    }
    if begins_key(input) {
        let is_unquoted = Ident::parse_any(&input.fork()).is_ok_and(|next| !is_key(&next));
        if is_unquoted && takes_text(key) {
            // `EPSG:3857`: what looks like a key is a part of the text.
            cx.report(skip_to_comma(input), messages::unquoted_value(key));
        } else {
            cx.report_at(separator, messages::missing_value(key));
        }
        return Value::Broken;
    }
    if let Some(value) = parse_group(input, key, cx) {
        return value;
    }
    match parse_expr(input) {
        Ok(Expr::Range(range)) => split_range(range, key, separator, block, cx),
        Ok(value) => Value::Expr(value),
        Err(error) => {
            let skipped = skip_to_next(input);
            report_broken(key, &error, skipped, cx);
            Value::Broken
        }
    }
}

/// Braces with keys in them, and brackets that should be braces.
fn parse_group(input: ParseStream, key: &Ident, cx: &mut Errors) -> Option<Value> {
    let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>() else { return None };
    let has_keys = Parser::parse2(
        |inside: ParseStream| {
            let has_keys = begins_key(inside) || (inside.peek(LitStr) && inside.peek2(Token![:]));
            drop(skip_all(inside));
            Ok(has_keys)
        },
        group.stream(),
    )
    .unwrap_or_default();
    let is_brace = group.delimiter() == Delimiter::Brace;
    if is_block_key(key) {
        if !is_brace && !has_keys {
            return None;
        }
        if !is_brace {
            cx.report(&group, messages::wrong_brackets(key));
        }
    } else if is_key(key) {
        if !is_brace || !has_keys {
            return None;
        }
        let rust_type = fields_of(key).next().map_or("", |field| field.rust_type);
        cx.report(&group, messages::keys_as_value(key, rust_type));
        drop(input.parse::<TokenTree>());
        return Some(Value::Broken);
    } else if !is_brace || !(has_keys || group.stream().is_empty()) {
        return None;
    }
    drop(input.parse::<TokenTree>());
    Some(Value::Block(parse_tokens(group.stream(), key.span(), cx)))
}

/// Whether what stands after this key is a block.
fn is_block_key(key: &Ident) -> bool {
    is_key(key) && fields_of(key).all(|field| matches!(field.value, fields::Value::Block(_)))
}

fn takes_text(key: &Ident) -> bool {
    fields_of(key).any(|field| matches!(field.value, fields::Value::Text(_) | fields::Value::FreeText(_)))
}

/// Whether any block has this key.
fn is_key(key: &Ident) -> bool {
    fields_of(key).next().is_some()
}

fn fields_of(key: &Ident) -> impl Iterator<Item = &'static fields::Field> {
    let key = key.unraw().to_string();
    fields::Block::all().filter_map(move |block| block.field(&key))
}

/// No key takes a range: the comma before `..base` was forgotten, or the value.
fn split_range(range: ExprRange, key: &Ident, separator: Span, block: &mut Block, cx: &mut Errors) -> Value {
    let is_base = |end: &Expr| !matches!(end, Expr::Lit(literal) if !matches!(literal.lit, Lit::Verbatim(_)));
    match range {
        ExprRange { start, limits: RangeLimits::HalfOpen(dots), end: Some(base), .. } if is_base(&base) => {
            block.base = Some(Base::Expr(*base));
            match start {
                Some(value) => {
                    cx.report(dots, messages::missing_comma(".."));
                    Value::Expr(*value)
                }
                None => {
                    cx.report_at(separator, messages::missing_value(key));
                    Value::Broken
                }
            }
        }
        range => Value::Expr(Expr::Range(range)),
    }
}

/// An expression; what was read is put back if it is none.
fn parse_expr(input: ParseStream) -> syn::Result<Expr> {
    let ahead = input.fork();
    let expr = ahead.parse()?;
    input.advance_to(&ahead);
    Ok(expr)
}

/// A value that is not an expression. Where syn points after the end, the value itself is underlined.
fn report_broken(key: &Ident, error: &syn::Error, skipped: TokenStream, cx: &mut Errors) {
    let message = error.to_string();
    if let Some(problem) = message.strip_prefix("unexpected end of input, ") {
        cx.report(skipped, messages::cut_off_value(key, problem));
    } else {
        cx.report(skipped, messages::broken_value(key, message));
    }
}

/// Passes over at least one token, and then everything up to where an entry ends or begins.
fn skip_to_next(input: ParseStream) -> TokenStream {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
        if !skipped.is_empty() && begins_entry(input) {
            break;
        }
        skipped.extend(input.parse::<TokenTree>());
    }
    skipped
}

/// Passes over everything up to the next comma.
fn skip_to_comma(input: ParseStream) -> TokenStream {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        skipped.extend(input.parse::<TokenTree>());
    }
    skipped
}

fn skip_all(input: ParseStream) -> TokenStream {
    input.parse().unwrap_or_default()
}

/// The next token, without taking it.
fn next_token(input: ParseStream) -> TokenStream {
    input.fork().parse::<TokenTree>().map_or_else(|_| TokenStream::new(), ToTokens::into_token_stream)
}

/// A token in a message: what is in brackets is left out.
fn text_of(token: &TokenStream) -> String {
    match token.clone().into_iter().next() {
        Some(TokenTree::Group(group)) => match group.delimiter() {
            Delimiter::Brace => "{".to_owned(),
            Delimiter::Bracket => "[".to_owned(),
            Delimiter::Parenthesis => "(".to_owned(),
            Delimiter::None => group.stream().to_string(),
        },
        _ => token.to_string(),
    }
}
