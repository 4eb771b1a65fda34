//! Every mistake has a case, and the cases say what the compiler says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine_schema::{messages, rules, violation};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders with mistakes, and their titles on the page of messages.
const TOPICS: [(&str, &str); 8] = [
    ("keys", "Keys"),
    ("required", "Required keys"),
    ("destination", "The destination"),
    ("values", "Values"),
    ("types", "Types, which are rustc's to check"),
    ("expressions", "Expressions"),
    ("syntax", "Commas, colons and the like"),
    ("deprecated", "Warnings, here denied"),
];

/// `TRYBUILD=overwrite` writes the expected messages anew.
#[test]
fn mistakes_are_explained_under_the_wrong_token() {
    let cases = trybuild::TestCases::new();
    for (topic, _) in TOPICS {
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

/// All expected messages, one behind the other.
fn all_expected() -> String {
    TOPICS.iter().flat_map(|(topic, _)| cases(topic)).map(|case| case.expected).collect()
}

struct Case {
    name: String,
    code: String,
    expected: String,
}

/// The cases of a topic, by name.
fn cases(topic: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(topic);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let case = |file: PathBuf| Case {
        name: file.file_stem().unwrap().to_str().unwrap().replace('_', " "),
        code: fs::read_to_string(&file).unwrap(),
        // Not there yet when a new case is written.
        expected: fs::read_to_string(file.with_extension("stderr")).unwrap_or_default(),
    };
    files.into_iter().map(case).collect()
}

/// The page is part of the documentation. `UPDATE_GOLDEN=1` writes it anew.
#[test]
fn the_page_of_messages_is_up_to_date() {
    let mut page = include_str!("../messages_head.md").to_owned();
    for (topic, title) in TOPICS {
        write!(page, "\n# {title}\n").unwrap();
        for Case { name, code, expected } in cases(topic) {
            write!(page, "\n## {name}\n\n```text\n{code}```\n\n```text\n{expected}```\n").unwrap();
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime/docs/messages.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(path).unwrap();
    assert!(page == written, "runtime/docs/messages.md is not that of the cases; run with UPDATE_GOLDEN=1");
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
