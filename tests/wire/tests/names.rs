//! The published table of names is that of the catalogue. `UPDATE_GOLDEN=1` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use earthengine_schema::members::{self, Member, members};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "Earth Engine's names and ours, one line for each member that comes from the catalogue. What stands in
brackets are the arguments by position, in Earth Engine's names; the form that ends in `_with` takes the required ones by
position, and all others as options.

The rule: a word ends before an upper-case letter that follows a lower-case one or a digit, and before the last upper-case
letter of a run that a lower-case one follows; a keyword of Rust gets an underscore. The one exception is `BBox`, which is
`bbox`.

Written by hand, with the same names: the constructors `new` and `new_with` of each class; `set`, `set_all`; `map`,
`iterate`, `filter`, `filter_date`, `filter_bounds`, `filter_metadata`, `limit`, `sort`, `first` and `select` of collections;
`select`, `rename`, `clip`, `cat`, `rgb`, `expression` and `empty` of images; `link_collection`; `map` and `iterate` of
lists, `map` of dictionaries; `eq`, `neq`, `lt`, `lte`, `gt`, `gte`, `and`, `or`, `in_list`, `date`, `bounds`, `geometry` and
`metadata` of filters; `point`, `multi_point`, `line_string`, `linear_ring`, `multi_line_string`, `rectangle`, `polygon`,
`multi_polygon`, `multi_geometry` and `bbox` of geometries.

Hidden algorithms have no method. Some are spelt like a visible one with underscores (`focal_max` and `focalMax`): the
visible one has the name. All of them are reached by [`ee::call`](crate::ee::call).
";

#[test]
fn the_page_of_names_is_up_to_date() {
    let mut page = HEAD.to_owned();
    for class in members::CLASSES {
        let members = members(class);
        if !members.is_empty() {
            write!(page, "\n# ee.{class}\n\n| Earth Engine | Rust | with options |\n|---|---|---|\n")
                .unwrap();
            for member in &members {
                write_line(&mut page, member, &format!("ee::{class}::"));
            }
        }
    }
    page.push_str("\n# ee.Algorithms\n\n| Earth Engine | Rust | with options |\n|---|---|---|\n");
    for function in members::functions() {
        let modules: Vec<_> =
            function.algorithm.prefix().split('.').filter(|part| !part.is_empty()).collect();
        let modules: String =
            modules.into_iter().map(|part| earthengine_schema::names::rust_name(part) + "::").collect();
        write_line(&mut page, &function, &format!("ee::algorithms::{modules}"));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime/docs/names.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    assert!(page == written, "runtime/docs/names.md is not that of the catalogue; run with UPDATE_GOLDEN=1");
}

fn write_line(page: &mut String, member: &Member, path: &str) {
    let positional: Vec<_> = member
        .arguments()
        .iter()
        .filter(|argument| member.is_positional(argument))
        .map(|argument| argument.name)
        .collect();
    let has_options = member.arguments().iter().any(|argument| argument.is_optional);
    let with = if has_options { format!("`{}`", member.rust_name_with()) } else { String::new() };
    let path = if member.is_method { "." } else { path };
    let name = if member.class.is_empty() { member.algorithm.name } else { &member.name };
    writeln!(page, "| `{name}` | `{path}{}({})` | {with} |", member.rust_name(), positional.join(", "))
        .unwrap();
}
