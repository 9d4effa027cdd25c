/// The files in `Default/`, which the build puts into the program, so that a single binary is enough.
enum DefaultTheme {
    static let files: [String: [UInt8]] = [
        "attachment.mustache": PackageResources.attachment_mustache,
        "avatar.mustache": PackageResources.avatar_mustache,
        "byline.mustache": PackageResources.byline_mustache,
        "comment.mustache": PackageResources.comment_mustache,
        "comments.mustache": PackageResources.comments_mustache,
        "connecting.mustache": PackageResources.connecting_mustache,
        "empty.mustache": PackageResources.empty_mustache,
        "error.mustache": PackageResources.error_mustache,
        "icons.svg": PackageResources.icons_svg,
        "layout.mustache": PackageResources.layout_mustache,
        "list.mustache": PackageResources.list_mustache,
        "not-found.mustache": PackageResources.not_found_mustache,
        "pagination.mustache": PackageResources.pagination_mustache,
        "password.mustache": PackageResources.password_mustache,
        "picture.mustache": PackageResources.picture_mustache,
        "players.js": PackageResources.players_js,
        "post.mustache": PackageResources.post_mustache,
        "reply.js": PackageResources.reply_js,
        "reply.mustache": PackageResources.reply_mustache,
        "search.mustache": PackageResources.search_mustache,
        "style.css": PackageResources.style_css,
        "subscription.mustache": PackageResources.subscription_mustache,
        "terms.mustache": PackageResources.terms_mustache,
    ]
}
