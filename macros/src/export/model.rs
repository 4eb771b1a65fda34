//! Keys as they are meant: each known, once, in its block; the destination chosen.

use super::ast;
use crate::diagnostics::Errors;
use earthengine_schema::fields::{self, DESTINATIONS, Field, VIDEO_EXPORT};
use earthengine_schema::messages;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Expr, ExprPath};

/// A block whose keys are known. `V` is what stands behind a key: as written, then as checked.
pub(super) struct Block<V> {
    pub(super) schema: &'static fields::Block,
    /// In the order in which they are written, which is the order in which they are evaluated.
    pub(super) slots: Vec<Slot<V>>,
    pub(super) base: Option<Expr>,
    /// Variables behind unknown keys: they are used, so that rustc does not call them unused.
    pub(super) unplaced: Vec<ExprPath>,
}

pub(super) struct Slot<V> {
    pub(super) field: &'static Field,
    /// The user's token, without `r#`.
    pub(super) key: Ident,
    pub(super) value: V,
}

/// A value as it is written.
pub(super) enum Value {
    Expr(Expr),
    Block(Block<Value>),
    Broken,
}

impl<V> Block<V> {
    pub(super) fn slot(&self, key: &str) -> Option<&Slot<V>> {
        self.slots.iter().find(|slot| slot.field.key == key)
    }
}

pub(super) fn resolve(block: ast::Block, cx: &mut Errors) -> Block<Value> {
    resolve_block(block, &VIDEO_EXPORT, cx)
}

fn resolve_block(block: ast::Block, schema: &'static fields::Block, cx: &mut Errors) -> Block<Value> {
    let is_outermost = schema.key == VIDEO_EXPORT.key;
    let mut slots: Vec<Slot<Value>> = Vec::new();
    let (mut meant, mut unplaced) = (Vec::new(), Vec::new());
    for ast::Entry { key, value } in block.entries {
        let key = key.unraw();
        let name = key.to_string();
        let Some(field) = schema.field(&name) else {
            let guess = guess(&name, schema);
            cx.report(&key, messages::unknown_key(&name, place(schema), guess.advice));
            if let ast::Value::Expr(Expr::Path(variable)) = &value {
                unplaced.push(variable.clone());
            }
            if let Some(field) = guess.field {
                meant.push(field.key);
                // What is inside is looked at all the same, so that its mistakes are shown too.
                drop(resolve_value(value, field, cx));
            }
            continue;
        };
        let value = resolve_value(value, field, cx);
        if slots.iter().any(|slot| slot.field.key == name) {
            cx.report(&key, messages::duplicate_key(name));
        } else {
            slots.push(Slot { field, key, value });
        }
    }
    let mut resolved = Block { schema, slots, base: block.base, unplaced };
    if !is_outermost && let Some(base) = resolved.base.take() {
        cx.report(base, messages::base_in_block(schema.key));
    }
    if resolved.base.is_none() {
        for field in schema.fields.iter().filter(|field| field.required) {
            if resolved.slot(field.key).is_none() && !meant.contains(&field.key) {
                cx.report_at(block.end, messages::missing_key(field.key, place(schema), example(field)));
            }
        }
    }
    report_exclusive(&resolved, cx);
    if is_outermost {
        report_destinations(&resolved, &meant, block.end, cx);
    }
    resolved
}

fn resolve_value(value: ast::Value, field: &'static Field, cx: &mut Errors) -> Value {
    match (value, field.value) {
        (ast::Value::Expr(expr), _) => Value::Expr(expr),
        (ast::Value::Block(inner), fields::Value::Block(schema)) => {
            Value::Block(resolve_block(inner, schema, cx))
        }
        // Braces where a guess is no block: the key is reported already.
        (ast::Value::Block(_) | ast::Value::Broken, _) => Value::Broken,
    }
}

/// `` in `drive` ``, for keys that do not stand outermost.
fn place(schema: &fields::Block) -> String {
    if schema.key == VIDEO_EXPORT.key { String::new() } else { format!(" in `{}`", schema.key) }
}

/// How a missing key is written.
fn example(field: &Field) -> String {
    match field.value {
        fields::Value::Text(_) | fields::Value::FreeText(_) => format!("{}: \"…\"", field.key),
        fields::Value::Block(_) => format!("{}: {{ … }}", field.key),
        _ => format!("{}: …", field.key),
    }
}

fn report_exclusive(block: &Block<Value>, cx: &mut Errors) {
    for (one, other) in block.schema.exclusive {
        if block.slot(one).is_some() && block.slot(other).is_some() {
            let last = block.slots.iter().rfind(|slot| [*one, *other].contains(&slot.field.key));
            cx.report(last.map(|slot| &slot.key), messages::exclusive_keys(one, other));
        }
    }
}

fn report_destinations(block: &Block<Value>, meant: &[&str], end: Span, cx: &mut Errors) {
    let given: Vec<_> = block.slots.iter().filter(|slot| DESTINATIONS.contains(&slot.field.key)).collect();
    let guessed = meant.iter().any(|key| DESTINATIONS.contains(key));
    if given.is_empty() && !guessed && block.base.is_none() {
        cx.report_at(end, messages::no_destination());
    }
    let names: Vec<_> = given.iter().map(|slot| slot.field.key).collect();
    for extra in given.iter().skip(1) {
        cx.report(&extra.key, messages::destinations(&names));
    }
}

struct Guess {
    field: Option<&'static Field>,
    advice: String,
}

/// What an unknown key was meant to be: another spelling, another block, or a typing error.
fn guess(name: &str, schema: &'static fields::Block) -> Guess {
    let snake = snake_case(name);
    let same = |field: &&Field| field.key == snake || field.wire == name;
    if let Some(field) = schema.fields.iter().find(same) {
        return Guess { field: Some(field), advice: messages::write_key(field.key) };
    }
    let elsewhere: Vec<_> = fields::Block::all()
        .filter(|block| block.key != fields::GCS.key)
        .filter_map(|block| Some((block, block.fields.iter().find(same)?)))
        .collect();
    if !elsewhere.is_empty() {
        let places: Vec<_> = elsewhere.iter().map(|(block, field)| place_of(block, field)).collect();
        return Guess { field: None, advice: places.join(" or ") };
    }
    if let Some(field) = nearest(&snake, schema) {
        return Guess { field: Some(field), advice: messages::did_you_mean(field.key) };
    }
    let elsewhere = fields::Block::all().find_map(|block| Some(place_of(block, nearest(&snake, block)?)));
    let advice = elsewhere.unwrap_or_else(|| {
        let keys: Vec<_> = schema.fields.iter().map(|field| field.key).collect();
        messages::known_keys(messages::list(&keys, "and"))
    });
    Guess { field: None, advice }
}

/// The key of a block that a name is a typing error or the beginning of.
fn nearest(name: &str, block: &fields::Block) -> Option<&'static Field> {
    let distance = |field: &&Field| strsim::damerau_levenshtein(name, field.key);
    let near =
        block.fields.iter().min_by_key(distance).filter(|field| distance(field) <= 1 + field.key.len() / 4);
    near.or_else(|| block.fields.iter().find(|field| name.len() > 2 && field.key.starts_with(name)))
}

/// Where a key of another block is written.
fn place_of(block: &fields::Block, field: &Field) -> String {
    if block.key == VIDEO_EXPORT.key {
        messages::write_outside(field.key)
    } else {
        messages::write_inside(block.key, field.key)
    }
}

/// `filenamePrefix` -> `filename_prefix`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
}
