fn expansion() {
    match (
        earthengine::private::keys::video_export::drive(my_drive),
        earthengine::private::keys::video_export::project(project),
        earthengine::private::base(base.clone()),
    ) {
        (__earthengine_drive, __earthengine_project, __earthengine_base) => {
            __earthengine_base
                .project(__earthengine_project)
                .destination(__earthengine_drive)
        }
    }
}
