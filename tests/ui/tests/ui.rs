//! Every mistake has a case, and the cases say what the compiler says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine_schema::{messages, rules, violation};
use std::fs;
use std::path::{Path, PathBuf};

/// `TRYBUILD=overwrite` writes the expected messages anew.
#[test]
fn mistakes_are_explained_under_the_wrong_token() {
    let cases = trybuild::TestCases::new();
    for topic in ["deprecated", "destination", "keys", "required", "syntax", "types", "values"] {
        cases.compile_fail(format!("{topic}/*.rs"));
    }
}

/// In a `TestCases` of its own: where one case passes, trybuild builds all of them instead of checking.
#[test]
fn what_is_right_compiles() {
    trybuild::TestCases::new().pass("pass/*.rs");
}

#[test]
fn every_message_has_a_case() {
    let expected = all_expected();
    let templates = messages::TEMPLATES.iter().map(|template| String::from(*template));
    let violations = violation::ALL.iter().chain(rules::RANGES);
    let sentences = violations.map(|violation| {
        let (subject, words) = (violation.subject(), violation.words());
        format!("{subject} {{value}}{}", &words[subject.len()..])
    });
    let missing: Vec<_> = templates
        .chain(sentences)
        // Nothing that is compiled has ten megabytes, and a word that is none may be somebody's constant: the
        // tests of the wire have both.
        .filter(|template| !["request size", "permissions"].iter().any(|start| template.starts_with(start)))
        .filter(|template| !expected.lines().any(|line| matches(template, line)))
        .collect();
    assert!(missing.is_empty(), "messages without a case: {missing:#?}");
}

/// All `.stderr` files, one behind the other.
fn all_expected() -> String {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR"))];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension() == Some(Path::new("stderr").as_os_str()) {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

/// Whether a line has all that stands outside the braces of a template, in order.
fn matches(template: &str, line: &str) -> bool {
    let template = template.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let mut rest = line.to_owned();
    template.split('{').enumerate().all(|(index, part)| {
        let fixed = if index == 0 { part } else { part.split_once('}').map_or(part, |(_, fixed)| fixed) };
        let fixed = fixed.replace('\u{1}', "{").replace('\u{2}', "}");
        match rest.find(&fixed) {
            Some(at) => {
                rest.drain(..at + fixed.len());
                true
            }
            None => false,
        }
    })
}

#[test]
fn a_template_matches_its_own_message_alone() {
    let line = "error: unknown key `foldr` in `drive`; did you mean `folder`?";
    assert!(matches("unknown key `{name}`{place}; {advice}", line));
    assert!(matches("did you mean `{key}`?", line));
    assert!(!matches("missing `:` behind `{key}`", line));
    assert!(matches("write `{block}: {{ {key}: … }}`", "write `drive: { bucket: … }`"));
}
