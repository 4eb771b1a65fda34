fn expansion() {
    match earthengine::VideoExport::new(
        earthengine::private::missing::<earthengine::Project>(),
        earthengine::private::missing::<earthengine::Expression>(),
        earthengine::private::missing::<earthengine::Destination>(),
    ) {
        __earthengine_value => {
            ::core::compile_error! {
                "missing key `project`; write `project: \"…\"`"
            }
            ::core::compile_error! {
                "missing key `expression`; write `expression: …`"
            }
            ::core::compile_error! {
                "no destination; write `drive: { … }` or `cloud_storage: { … }`"
            }
            __earthengine_value
        }
    }
}
