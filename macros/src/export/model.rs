//! Keys as they are meant: each known, once, in its block; the destination chosen.

use super::ast::{self, Base};
use crate::diagnostics::Errors;
use earthengine_schema::fields::{self, DESTINATIONS, Field, VIDEO_EXPORT};
use earthengine_schema::messages;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Expr, ExprPath};

/// A block whose keys are known. `V` is what stands after a key: as written, then as checked.
pub(super) struct Block<V> {
    pub(super) schema: &'static fields::Block,
    /// In the order in which they are written, which is the order in which they are evaluated.
    pub(super) slots: Vec<Slot<V>>,
    /// Keys that were reported and have no place: their values are looked at for mistakes, and not used.
    pub(super) misplaced: Vec<Slot<V>>,
    pub(super) base: Option<Base>,
    /// Variables after keys without a place: they are used, so that rustc does not call them unused.
    pub(super) unplaced: Vec<ExprPath>,
}

pub(super) struct Slot<V> {
    pub(super) field: &'static Field,
    /// The user's token, without `r#`.
    pub(super) key: Ident,
    /// Whether the key is spelt otherwise and was reported.
    is_guess: bool,
    pub(super) value: V,
}

impl<V> Slot<V> {
    pub(super) fn map<W>(self, map: impl FnOnce(&'static Field, &Ident, V) -> W) -> Slot<W> {
        let Self { field, key, is_guess, value } = self;
        let value = map(field, &key, value);
        Slot { field, key, is_guess, value }
    }
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
    let exact: Vec<_> = block.entries.iter().map(|entry| entry.key.unraw().to_string()).collect();
    let mut resolved =
        Block { schema, slots: Vec::new(), misplaced: Vec::new(), base: block.base, unplaced: Vec::new() };
    for ast::Entry { key, value } in block.entries {
        let key = key.unraw();
        let name = key.to_string();
        if let Some(field) = schema.field(&name) {
            let value = resolve_value(value, field, cx);
            let slot = Slot { field, key, is_guess: false, value };
            if resolved.slot(&name).is_some() {
                cx.report(&slot.key, messages::duplicate_key(name));
                resolved.leave(slot);
            } else {
                resolved.slots.push(slot);
            }
            continue;
        }
        let guess = guess(&name, schema);
        cx.report(&key, messages::unknown_key(&name, place(schema), guess.advice));
        let Some(field) = guess.field else {
            resolved.use_variable(&value);
            continue;
        };
        let value = resolve_value(value, field, cx);
        let is_free = guess.is_here
            && resolved.slot(field.key).is_none()
            && !exact.iter().any(|name| name == field.key);
        let slot = Slot { field, key: Ident::new(field.key, key.span()), is_guess: true, value };
        if is_free {
            resolved.slots.push(slot);
        } else {
            resolved.leave(slot);
        }
    }
    if !is_outermost && let Some(Base::Expr(base)) = resolved.base.take() {
        cx.report(base, messages::base_in_block(schema.key));
    }
    if resolved.base.is_none() {
        for field in schema.fields.iter().filter(|field| field.required && resolved.slot(field.key).is_none())
        {
            cx.report_at(block.end, messages::missing_key(field.key, place(schema), example(field)));
        }
    }
    report_exclusive(&resolved, cx);
    if is_outermost {
        report_destinations(&resolved, block.end, cx);
    }
    resolved
}

impl Block<Value> {
    /// Keeps a value for the check alone.
    fn leave(&mut self, slot: Slot<Value>) {
        if let Value::Expr(Expr::Path(variable)) = &slot.value
            && !matches!(slot.field.value, fields::Value::Word(_))
        {
            self.unplaced.push(variable.clone());
        }
        self.misplaced.push(slot);
    }

    fn use_variable(&mut self, value: &ast::Value) {
        if let ast::Value::Expr(Expr::Path(variable)) = value {
            // A word in capitals is meant for the wire.
            let is_word =
                variable.path.get_ident().is_some_and(|name| !name.to_string().contains(char::is_lowercase));
            if !is_word {
                self.unplaced.push(variable.clone());
            }
        }
    }
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
        let given: Vec<_> = block
            .slots
            .iter()
            .filter(|slot| !slot.is_guess && [*one, *other].contains(&slot.field.key))
            .collect();
        if let [_, last] = given.as_slice() {
            cx.report(&last.key, messages::exclusive_keys(one, other));
        }
    }
}

fn report_destinations(block: &Block<Value>, end: Span, cx: &mut Errors) {
    let given = block.slots.iter().filter(|slot| DESTINATIONS.contains(&slot.field.key));
    let (guessed, given): (Vec<_>, Vec<_>) = given.partition(|slot| slot.is_guess);
    if given.is_empty() && guessed.is_empty() && block.base.is_none() {
        cx.report_at(end, messages::no_destination());
    }
    let names: Vec<_> = given.iter().map(|slot| slot.field.key).collect();
    for extra in given.iter().skip(1) {
        cx.report(&extra.key, messages::destinations(&names));
    }
}

struct Guess {
    field: Option<&'static Field>,
    /// Whether the field is one of the block in which the key stands.
    is_here: bool,
    advice: String,
}

/// What an unknown key was meant to be: another spelling, another block, or a typing error.
fn guess(name: &str, schema: &'static fields::Block) -> Guess {
    let snake = snake_case(name);
    let same = |field: &&Field| field.key == snake || snake_case(field.wire) == snake;
    if let Some(field) = schema.fields.iter().find(same) {
        return Guess { field: Some(field), is_here: true, advice: messages::write_key(field.key) };
    }
    let other =
        || fields::Block::all().filter(|block| block.key != fields::GCS.key && block.key != schema.key);
    let elsewhere: Vec<_> =
        other().filter_map(|block| Some((block, block.fields.iter().find(same)?))).collect();
    if let Some((_, field)) = elsewhere.first() {
        let places: Vec<_> = elsewhere.iter().map(|(block, field)| place_of(block, field)).collect();
        return Guess { field: Some(field), is_here: false, advice: places.join(" or ") };
    }
    if let Some(field) = nearest(&snake, schema) {
        return Guess { field: Some(field), is_here: true, advice: messages::did_you_mean(field.key) };
    }
    if let Some((block, field)) = other().find_map(|block| Some((block, nearest(&snake, block)?))) {
        return Guess { field: Some(field), is_here: false, advice: place_of(block, field) };
    }
    let keys: Vec<_> = schema.fields.iter().map(|field| field.key).collect();
    let advice = messages::known_keys(messages::list(&keys, "and"));
    Guess { field: None, is_here: false, advice }
}

/// The key of a block that a name is a typing error or the beginning of.
fn nearest(name: &str, block: &fields::Block) -> Option<&'static Field> {
    let distance = |field: &&Field| strsim::damerau_levenshtein(name, field.key);
    let is_near = |field: &&Field| distance(field) <= (field.key.len() / 4).max(1);
    let near = block.fields.iter().min_by_key(distance).filter(is_near);
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

/// `filenamePrefix` -> `filename_prefix`, and `PRIORITY` -> `priority`.
fn snake_case(name: &str) -> String {
    if !name.contains(char::is_lowercase) {
        return name.to_lowercase();
    }
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
}
