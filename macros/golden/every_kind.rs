fn expansion() {
    match (
        earthengine::private::keys::video_export::priority(n.try_into()?),
        earthengine::private::keys::video_export::client(&client),
        earthengine::private::keys::video_export::description(name),
        earthengine::private::keys::video_export::video(
            match (
                earthengine::private::keys::video::max_frames(
                    earthengine::MaxFrames::from_static(16),
                ),
                earthengine::private::keys::video::frames_per_second(
                    earthengine::FramesPerSecond::from_static(12f64),
                ),
                earthengine::private::keys::video::max_pixels_per_frame(
                    earthengine::MaxPixelsPerFrame::from_static(100000000),
                ),
            ) {
                (
                    __earthengine_max_frames,
                    __earthengine_frames_per_second,
                    __earthengine_max_pixels_per_frame,
                ) => {
                    earthengine::VideoOptions::new()
                        .max_frames(__earthengine_max_frames)
                        .frames_per_second(__earthengine_frames_per_second)
                        .max_pixels_per_frame(__earthengine_max_pixels_per_frame)
                }
            },
        ),
        earthengine::private::keys::video_export::format(
            earthengine::VideoFileFormat::Mp4,
        ),
        earthengine::private::keys::video_export::frame(
            match (
                earthengine::private::keys::frame::region(
                    earthengine::Region::from_static([-122.7f64, 37f64, 1f64, 2f64]),
                ),
                earthengine::private::keys::frame::dimensions(
                    earthengine::Dimensions::from_static_size([1920, 1080]),
                ),
                earthengine::private::keys::frame::crs(crs),
            ) {
                (__earthengine_region, __earthengine_dimensions, __earthengine_crs) => {
                    earthengine::Frame::new()
                        .region(__earthengine_region)
                        .dimensions(__earthengine_dimensions)
                        .crs(__earthengine_crs)
                }
            },
        ),
        earthengine::private::keys::video_export::cloud_storage(
            match (
                earthengine::private::keys::cloud_storage::permissions(
                    earthengine::Permissions::DefaultObjectAcl,
                ),
                earthengine::private::keys::cloud_storage::bucket(
                    earthengine::BucketName::from_static("my-frames"),
                ),
                earthengine::private::keys::cloud_storage::bucket_cors_uris([
                    "https://example.com",
                    uri,
                ]),
            ) {
                (
                    __earthengine_permissions,
                    __earthengine_bucket,
                    __earthengine_bucket_cors_uris,
                ) => {
                    earthengine::CloudStorageDestination::new(__earthengine_bucket)
                        .permissions(__earthengine_permissions)
                        .bucket_cors_uris(__earthengine_bucket_cors_uris)
                }
            },
        ),
        earthengine::private::keys::video_export::request_id(
            earthengine::RequestId::from_static("a"),
        ),
        earthengine::private::keys::video_export::expression(frames),
        earthengine::private::keys::video_export::project(
            earthengine::Project::from_static("my-project"),
        ),
    ) {
        (
            __earthengine_priority,
            __earthengine_client,
            __earthengine_description,
            __earthengine_video,
            __earthengine_format,
            __earthengine_frame,
            __earthengine_cloud_storage,
            __earthengine_request_id,
            __earthengine_expression,
            __earthengine_project,
        ) => {
            earthengine::private::start(
                earthengine::VideoExport::new(
                        __earthengine_project,
                        __earthengine_expression,
                        __earthengine_cloud_storage,
                    )
                    .priority(__earthengine_priority)
                    .description(__earthengine_description)
                    .video(__earthengine_video)
                    .format(__earthengine_format)
                    .frame(__earthengine_frame)
                    .with_request_id(__earthengine_request_id),
                __earthengine_client,
            )
        }
    }
}
