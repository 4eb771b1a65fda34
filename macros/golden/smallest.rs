fn expansion() {
    match (
        earthengine::private::keys::video_export::project(
            earthengine::Project::from_static("my-project"),
        ),
        earthengine::private::keys::video_export::expression(frames),
        earthengine::private::keys::video_export::drive(
            earthengine::DriveDestination::new(),
        ),
    ) {
        (__earthengine_project, __earthengine_expression, __earthengine_drive) => {
            earthengine::VideoExport::new(
                __earthengine_project,
                __earthengine_expression,
                __earthengine_drive,
            )
        }
    }
}
