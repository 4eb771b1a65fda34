//! Values against the rules of the schema. A literal is read here; everything else is rustc's to check,
//! by the type of the function that the expansion hands it to.

use super::ast::Base;
use super::model::{self, Block, Slot};
use crate::diagnostics::Errors;
use earthengine_schema::fields::{self, Field, Words};
use earthengine_schema::messages;
use earthengine_schema::rules::{self, Checked, Range};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Lit, LitStr, Stmt, UnOp};

/// A value that breaks no rule, or is known only when the program runs.
pub(super) enum Value {
    /// A text for `from_static`.
    Text(LitStr),
    /// A text, or any expression that makes one.
    FreeText(Expr),
    /// A list of texts, or any expression that makes one.
    Texts(Expr),
    /// A number, or an array of numbers, for `from_static`.
    Number(TokenStream),
    /// A width and a height for `from_static_size`.
    Size(TokenStream),
    /// A word of an enum.
    Word(String, Span),
    /// An expression of the key's type.
    RunTime(Expr),
    Block(Block<Value>),
    /// Reported already; the span is where it stood.
    Broken(Span),
}

pub(super) fn check(block: Block<model::Value>, cx: &mut Errors) -> Block<Value> {
    let has_job = block.slot("job").is_some();
    check_block(block, has_job, cx)
}

fn check_block(block: Block<model::Value>, has_job: bool, cx: &mut Errors) -> Block<Value> {
    let Block { schema, slots, misplaced, base, unplaced } = block;
    let base = base.map(|base| match base {
        Base::Expr(base) => Base::Expr(ungroup(base)),
        broken @ Base::Broken(_) => broken,
    });
    let mut check_all = |slots: Vec<Slot<model::Value>>| {
        let check = |slot: Slot<model::Value>| {
            slot.map(|field, key, value| check_value(field, key, value, has_job, cx))
        };
        slots.into_iter().map(check).collect()
    };
    Block { schema, slots: check_all(slots), misplaced: check_all(misplaced), base, unplaced }
}

fn check_value(field: &Field, key: &Ident, value: model::Value, has_job: bool, cx: &mut Errors) -> Value {
    match value {
        model::Value::Block(inner) => Value::Block(check_block(inner, has_job, cx)),
        model::Value::Broken => Value::Broken(key.span()),
        model::Value::Expr(expr) => {
            let expr = ungroup(expr);
            let checked = if has_attributes(&expr, cx) { None } else { check_expr(field, expr, has_job, cx) };
            checked.unwrap_or(Value::Broken(key.span()))
        }
    }
}

/// Takes off what is around an expression for nothing: parentheses and braces, which rustc would call unnecessary in
/// the expansion, and the invisible group around a `$x:expr` of somebody's `macro_rules!`.
fn ungroup(expr: Expr) -> Expr {
    match expr {
        Expr::Group(group) => ungroup(*group.expr),
        Expr::Paren(paren) if paren.attrs.is_empty() => ungroup(*paren.expr),
        Expr::Block(mut block)
            if block.attrs.is_empty()
                && block.label.is_none()
                && matches!(block.block.stmts.as_slice(), [Stmt::Expr(_, None)]) =>
        {
            match block.block.stmts.pop() {
                Some(Stmt::Expr(inner, None)) => ungroup(inner),
                _ => Expr::Block(block),
            }
        }
        Expr::Array(mut array) => {
            array.elems = std::mem::take(&mut array.elems).into_iter().map(ungroup).collect();
            Expr::Array(array)
        }
        other => other,
    }
}

/// Attributes of literals would be lost without a word; rustc reports those of other expressions.
fn has_attributes(expr: &Expr, cx: &mut Errors) -> bool {
    let attributes = match expr {
        Expr::Lit(literal) => &literal.attrs,
        Expr::Array(array) => &array.attrs,
        Expr::Unary(unary) => &unary.attrs,
        _ => return false,
    };
    if let Some(attribute) = attributes.first() {
        cx.report(attribute, messages::attribute());
    }
    !attributes.is_empty()
}

/// Whether an expression is known when the macro expands.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Paren(paren) => is_literal(&paren.expr),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) && is_literal(&unary.expr),
        Expr::Array(array) => array.elems.iter().all(is_literal),
        _ => false,
    }
}

/// The value of a key, or `None` if a mistake was reported.
fn check_expr(field: &Field, expr: Expr, has_job: bool, cx: &mut Errors) -> Option<Value> {
    if is_unreadable(&expr) {
        return None;
    }
    if is_unquoted(field, &expr) {
        cx.report(&expr, messages::unquoted_value(field.key));
        return None;
    }
    match field.value {
        fields::Value::Word(words) => return check_word(field, words, expr, cx),
        fields::Value::FreeText(check) => {
            let check =
                if has_job && field.key == "description" { rules::description_with_job } else { check };
            if is_literal(&expr) {
                check_text(field, &expr, check, cx)?;
            }
            return Some(Value::FreeText(expr));
        }
        fields::Value::Texts => return check_texts(field, &expr, cx).then_some(Value::Texts(expr)),
        _ => {}
    }
    if matches!(expr, Expr::Range(_)) && !matches!(field.value, fields::Value::RunTime) {
        report_kind(field, &expr, takes(field), cx);
        return None;
    }
    if !is_literal(&expr) {
        return check_elements(field, &expr, cx).then_some(Value::RunTime(expr));
    }
    match field.value {
        fields::Value::Text(check) => check_text(field, &expr, check, cx).map(Value::Text),
        fields::Value::Integer(range) => check_integer(field, &expr, range, cx).map(Value::Number),
        fields::Value::Number(range) => check_number(field, &expr, range, cx).map(Value::Number),
        fields::Value::Dimensions(range) => check_dimensions(field, &expr, range, cx),
        fields::Value::Region => {
            let ranges = [rules::LONGITUDE, rules::LATITUDE, rules::LONGITUDE, rules::LATITUDE];
            check_numbers(field, &expr, ranges, cx).map(Value::Number)
        }
        fields::Value::Transform => check_numbers(field, &expr, [rules::TRANSFORM; 6], cx).map(Value::Number),
        fields::Value::Block(_) => {
            report_kind(field, &expr, takes(field), cx);
            None
        }
        fields::Value::Texts
        | fields::Value::RunTime
        | fields::Value::FreeText(_)
        | fields::Value::Word(_) => Some(Value::RunTime(expr)),
    }
}

/// A literal that rustc itself cannot read, and reports.
fn is_unreadable(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Verbatim(_)))
}

/// `my-project` where a text is wanted: a subtraction of names, which makes no text.
fn is_unquoted(field: &Field, expr: &Expr) -> bool {
    let is_text = matches!(field.value, fields::Value::Text(_) | fields::Value::FreeText(_));
    let is_name = |side: &Expr| matches!(side, Expr::Path(_) | Expr::Lit(_));
    match expr {
        Expr::Binary(binary) if is_text && matches!(binary.op, BinOp::Sub(_)) => {
            (is_name(&binary.left) || is_unquoted(field, &binary.left)) && is_name(&binary.right)
        }
        _ => false,
    }
}

/// The literals in a list that also has values of the run time.
fn check_elements(field: &Field, expr: &Expr, cx: &mut Errors) -> bool {
    let Expr::Array(array) = expr else { return true };
    let mut is_fine = true;
    for (index, element) in array.elems.iter().enumerate().filter(|(_, element)| is_literal(element)) {
        is_fine &= match field.value {
            fields::Value::Dimensions(range) => check_integer(field, element, range, cx).is_some(),
            fields::Value::Region => {
                let range = if index % 2 == 0 { rules::LONGITUDE } else { rules::LATITUDE };
                check_number(field, element, range, cx).is_some()
            }
            fields::Value::Transform => check_number(field, element, rules::TRANSFORM, cx).is_some(),
            _ => true,
        };
    }
    is_fine
}

/// What a literal of this key is.
fn takes(field: &Field) -> &'static str {
    match field.value {
        fields::Value::Text(_) | fields::Value::FreeText(_) => "a text in quotes",
        fields::Value::Texts => "a list of texts in quotes",
        fields::Value::Integer(_) => "an integer",
        fields::Value::Number(_) => "a number",
        fields::Value::Block(_) => "`{ … }`",
        fields::Value::Region => "`[west, south, east, north]` in degrees",
        fields::Value::Dimensions(_) => "an integer or `[width, height]`",
        fields::Value::Transform => "six numbers",
        fields::Value::RunTime | fields::Value::Word(_) => "a value",
    }
}

/// A literal of the wrong kind.
fn report_kind(field: &Field, expr: &Expr, takes: &str, cx: &mut Errors) {
    let given = match expr {
        Expr::Lit(literal) => kind_of(&literal.lit),
        Expr::Unary(_) => "a negative number".to_owned(),
        Expr::Array(_) => "a list".to_owned(),
        Expr::Range(_) => "a range".to_owned(),
        _ => "a value".to_owned(),
    };
    cx.report(expr, messages::wrong_kind(field.key, takes, field.rust_type, given));
}

fn kind_of(literal: &Lit) -> String {
    let kind = match literal {
        Lit::Str(_) => "a text",
        Lit::Int(literal) if is_suffix(literal.suffix(), INTEGERS) => "an integer",
        Lit::Float(literal) if literal.base10_parse().is_ok_and(f64::is_infinite) => "one that is too large",
        Lit::Float(literal) if literal.suffix().is_empty() => "one with a fraction or an exponent",
        Lit::Int(literal) => return with_suffix(literal.suffix()),
        Lit::Float(literal) => return with_suffix(literal.suffix()),
        Lit::Bool(_) => "a `bool`",
        Lit::Char(_) => "a character",
        Lit::Byte(_) | Lit::ByteStr(_) => "bytes",
        Lit::CStr(_) => "a C string",
        _ => "a literal",
    };
    kind.to_owned()
}

fn with_suffix(suffix: &str) -> String {
    format!("one with the suffix `{suffix}`")
}

fn check_text(field: &Field, expr: &Expr, check: fn(&str) -> Checked, cx: &mut Errors) -> Option<LitStr> {
    let Expr::Lit(literal) = expr else {
        report_kind(field, expr, takes(field), cx);
        return None;
    };
    let Lit::Str(text) = &literal.lit else {
        report_kind(field, expr, takes(field), cx);
        return None;
    };
    if let Err(violation) = check(&text.value()) {
        cx.report(text, violation.of(&text.value()));
        return None;
    }
    Some(text.clone())
}

/// The literal texts of a list; an element that is no literal is rustc's to check.
fn check_texts(field: &Field, expr: &Expr, cx: &mut Errors) -> bool {
    let is_text = |expr: &Expr| matches!(expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Str(_)));
    let wrong: Vec<_> = match expr {
        Expr::Array(array) => {
            array.elems.iter().filter(|element| is_literal(element) && !is_text(element)).collect()
        }
        other if is_literal(other) => vec![other],
        _ => Vec::new(),
    };
    for element in &wrong {
        report_kind(field, element, takes(field), cx);
    }
    wrong.is_empty()
}

fn check_word(field: &Field, words: Words, expr: Expr, cx: &mut Errors) -> Option<Value> {
    if let Expr::Lit(_) = &expr {
        let words = messages::list(words.allowed, "or");
        report_kind(field, &expr, &format!("the bare word {words}"), cx);
        return None;
    }
    let Expr::Path(path) = &expr else { return Some(Value::RunTime(expr)) };
    let Some(word) = path.path.get_ident() else { return Some(Value::RunTime(expr)) };
    let text = word.to_string();
    if words.allowed.contains(&text.as_str()) {
        return Some(Value::Word(text, word.span()));
    }
    if words.refused.contains(&text.as_str()) {
        cx.report(word, words.violation.of(&text));
        return None;
    }
    Some(Value::RunTime(expr))
}

/// The integer that a literal stands for. `1e8` is one, too.
fn check_integer(field: &Field, expr: &Expr, range: Range<i64>, cx: &mut Errors) -> Option<TokenStream> {
    let (negative, literal) = sign(expr);
    let digits = match &literal {
        Some(Lit::Int(literal)) if is_suffix(literal.suffix(), INTEGERS) => {
            Some(literal.base10_digits().to_owned())
        }
        Some(Lit::Float(literal)) if literal.suffix().is_empty() => power_of_ten(literal.base10_digits()),
        _ => None,
    };
    let Some(digits) = digits else {
        report_kind(field, expr, takes(field), cx);
        return None;
    };
    let sign = if negative { "-" } else { "" };
    // A number beyond all integers is out of every range.
    let number: Option<i64> = format!("{sign}{digits}").parse().ok();
    if let Some(number) = number.filter(|number| range.check(*number).is_ok()) {
        return Some(located(Literal::i64_unsuffixed(number), false, expr));
    }
    cx.report(expr, range.violation().of_number(shown(expr)));
    None
}

/// `1e8` -> `100000000` and `1.5e8` -> `150000000`, if it is whole; what is beyond all integers stays so.
fn power_of_ten(literal: &str) -> Option<String> {
    let (number, exponent) = literal.split_once('e')?;
    let exponent: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let zeros = exponent.min(30).checked_sub(fraction.trim_end_matches('0').len())?;
    Some(format!("{whole}{}{}", fraction.trim_end_matches('0'), "0".repeat(zeros)))
}

/// The number that a literal stands for.
fn check_number(field: &Field, expr: &Expr, range: Range<f64>, cx: &mut Errors) -> Option<TokenStream> {
    let (negative, literal) = sign(expr);
    let digits = match &literal {
        Some(Lit::Int(literal))
            if is_suffix(literal.suffix(), INTEGERS) || is_suffix(literal.suffix(), FLOATS) =>
        {
            Some(literal.base10_digits())
        }
        Some(Lit::Float(literal)) if is_suffix(literal.suffix(), FLOATS) => Some(literal.base10_digits()),
        _ => None,
    };
    let number = digits.and_then(|digits| digits.parse::<f64>().ok());
    let Some(number) = number else {
        report_kind(field, expr, takes(field), cx);
        return None;
    };
    let signed = if negative { -number } else { number };
    if range.check(signed).is_err() {
        cx.report(expr, range.violation().of_number(shown(expr)));
        return None;
    }
    Some(located(Literal::f64_suffixed(number), negative, expr))
}

/// A literal at the place of the user's own.
fn located(mut literal: Literal, negative: bool, expr: &Expr) -> TokenStream {
    literal.set_span(expr.span());
    if negative { quote!(-#literal) } else { quote!(#literal) }
}

const INTEGERS: &[&str] =
    &["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];
const FLOATS: &[&str] = &["f32", "f64"];

fn is_suffix(suffix: &str, suffixes: &[&str]) -> bool {
    suffix.is_empty() || suffixes.contains(&suffix)
}

/// A literal without its minus signs, and whether they make it negative.
fn sign(expr: &Expr) -> (bool, Option<Lit>) {
    match expr {
        Expr::Lit(literal) => (false, Some(literal.lit.clone())),
        Expr::Paren(paren) => sign(&paren.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            let (negative, literal) = sign(&unary.expr);
            (!negative, literal)
        }
        _ => (false, None),
    }
}

/// A number in a message, as it is written.
fn shown(expr: &Expr) -> String {
    expr.to_token_stream().to_string().replace("- ", "-")
}

fn check_dimensions(field: &Field, expr: &Expr, range: Range<i64>, cx: &mut Errors) -> Option<Value> {
    let Expr::Array(array) = expr else {
        return check_integer(field, expr, range, cx).map(Value::Number);
    };
    if array.elems.len() != 2 {
        cx.report(array, messages::wrong_count(field.key, takes(field), array.elems.len()));
        return None;
    }
    let sides: Vec<_> = array.elems.iter().filter_map(|side| check_integer(field, side, range, cx)).collect();
    (sides.len() == 2).then(|| Value::Size(quote!([#(#sides),*])))
}

/// An array of as many numbers as there are ranges.
fn check_numbers<const COUNT: usize>(
    field: &Field,
    expr: &Expr,
    ranges: [Range<f64>; COUNT],
    cx: &mut Errors,
) -> Option<TokenStream> {
    let Expr::Array(array) = expr else {
        report_kind(field, expr, takes(field), cx);
        return None;
    };
    if array.elems.len() != COUNT {
        cx.report(array, messages::wrong_count(field.key, takes(field), array.elems.len()));
        return None;
    }
    let numbers: Vec<_> = std::iter::zip(&array.elems, ranges)
        .filter_map(|(element, range)| check_number(field, element, range, cx))
        .collect();
    (numbers.len() == COUNT).then(|| quote!([#(#numbers),*]))
}
