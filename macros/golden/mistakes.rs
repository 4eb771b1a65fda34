fn expansion() {
    match match (
        earthengine::private::keys::video_export::project(
            earthengine::private::missing::<earthengine::Project>(),
        ),
        earthengine::private::keys::video_export::expression(frames),
        earthengine::private::keys::video_export::drive({
            let _ = &x;
            match (
                earthengine::private::keys::drive::folder(
                    earthengine::private::missing::<&'static str>(),
                ),
            ) {
                (__earthengine_folder,) => {
                    earthengine::DriveDestination::new().folder(__earthengine_folder)
                }
            }
        }),
        earthengine::private::keys::video_export::priority(n),
    ) {
        (
            __earthengine_project,
            __earthengine_expression,
            __earthengine_drive,
            __earthengine_priority,
        ) => {
            earthengine::VideoExport::new(
                    __earthengine_project,
                    __earthengine_expression,
                    __earthengine_drive,
                )
                .priority(__earthengine_priority)
        }
    } {
        __earthengine_value => {
            ::core::compile_error! {
                "unknown key `expresion`; did you mean `expression`?"
            }
            ::core::compile_error! {
                "unknown key `foldr` in `drive`; did you mean `folder`?"
            }
            ::core::compile_error! {
                "project `My Project` is not a project; write its number, or its id: 6 to 30 lower-case letters, digits and hyphens, the first a letter, the last no hyphen"
            }
            ::core::compile_error! {
                "`folder` takes a text in quotes or a value of type `String`, not an integer"
            }
            __earthengine_value
        }
    }
}
