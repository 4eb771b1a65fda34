//! Whole expansions, as a person reads them. `UPDATE_GOLDEN=1` writes them anew.

use super::video_export;
use quote::quote;
use std::path::Path;

fn assert_golden(name: &str, tokens: &proc_macro2::TokenStream) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name).with_extension("rs");
    let expansion = video_export(quote!(earthengine; #tokens));
    let file = syn::parse2(quote!(fn expansion() { #expansion })).unwrap();
    let text = prettyplease::unparse(&file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{name}");
}

#[test]
fn the_smallest_invocation() {
    assert_golden("smallest", &quote!(project: "my-project", expression: frames, drive: {}));
}

#[test]
fn literals_and_run_time_values_of_every_kind() {
    assert_golden(
        "every_kind",
        &quote! {
            priority: n.try_into()?,
            client: &client,
            description: name,
            video: { max_frames: 0x10, frames_per_second: 12, max_pixels_per_frame: 1e8 },
            format: MP4,
            frame: { region: [-122.7, 37, 1, 2], dimensions: [1920, 1080], crs },
            cloud_storage: {
                permissions: DEFAULT_OBJECT_ACL,
                bucket: "my-frames",
                bucket_cors_uris: ["https://example.com", uri],
            },
            request_id: "a",
            expression: frames,
            project: "my-project",
        },
    );
}

#[test]
fn a_base_and_a_destination_that_replaces_its_own() {
    assert_golden("base", &quote!(drive: my_drive, project, ..base.clone()));
}

#[test]
fn mistakes_leave_an_expression_of_the_right_type() {
    assert_golden(
        "mistakes",
        &quote!(project: "My Project", expresion: frames, drive: { foldr: x, folder: 5 }, priority: n),
    );
}

#[test]
fn the_empty_invocation() {
    assert_golden("empty", &quote!());
}

/// The shared table of cases, as literals.
#[test]
fn literals_keep_the_rules() {
    let table = include_str!("../../../schema/cases.txt");
    let cases = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut count = 0;
    for case in cases {
        let [key, verdict, value] = case.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
        let written = match key.split_once('.') {
            Some((block @ "cloud_storage", "bucket")) => format!("{block}: {{ bucket: {value} }}"),
            Some((block @ "drive", inner)) => format!("{block}: {{ {inner}: {value} }}"),
            Some((block, inner)) => format!("drive: {{}}, {block}: {{ {inner}: {value} }}"),
            None => format!("drive: {{}}, {key}: {value}"),
        };
        let project = if key == "project" { "" } else { "project: \"my-project\", " };
        let tokens: proc_macro2::TokenStream =
            format!("earthengine; {project}expression: frames, {written}").parse().unwrap();
        let expansion = video_export(tokens).to_string();
        assert_eq!(expansion.contains("compile_error"), verdict == "refuse", "{case}: {expansion}");
        count += 1;
    }
    assert!(count > 80, "the table was not read: {count}");
}
