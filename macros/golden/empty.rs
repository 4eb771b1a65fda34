fn expansion() {
    match earthengine::VideoExport::new(
        earthengine::private::missing(),
        earthengine::private::missing(),
        earthengine::private::missing(),
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
