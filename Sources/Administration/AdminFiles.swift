/// The files in `Templates/`, which the build puts into the program.
enum AdminFiles {
    static let templates: [String: [UInt8]] = [
        "comment-edit.mustache": PackageResources.comment_edit_mustache,
        "comment-row.mustache": PackageResources.comment_row_mustache,
        "comments.mustache": PackageResources.comments_mustache,
        "dashboard.mustache": PackageResources.dashboard_mustache,
        "editor.mustache": PackageResources.editor_mustache,
        "field.mustache": PackageResources.field_mustache,
        "form.mustache": PackageResources.form_mustache,
        "jobs.mustache": PackageResources.jobs_mustache,
        "layout.mustache": PackageResources.layout_mustache,
        "logins.mustache": PackageResources.logins_mustache,
        "log.mustache": PackageResources.log_mustache,
        "media.mustache": PackageResources.media_mustache,
        "mail.mustache": PackageResources.mail_mustache,
        "medium.mustache": PackageResources.medium_mustache,
        "new-password.mustache": PackageResources.new_password_mustache,
        "notice.mustache": PackageResources.notice_mustache,
        "passkeys.mustache": PackageResources.passkeys_mustache,
        "people.mustache": PackageResources.people_mustache,
        "posts.mustache": PackageResources.posts_mustache,
        "navigation.mustache": PackageResources.navigation_mustache,
        "codes.mustache": PackageResources.codes_mustache,
        "chronicle.mustache": PackageResources.chronicle_mustache,
        "dates.mustache": PackageResources.dates_mustache,
        "second-step.mustache": PackageResources.second_step_mustache,
        "profile.mustache": PackageResources.profile_mustache,
        "revisions.mustache": PackageResources.revisions_mustache,
        "spam.mustache": PackageResources.spam_mustache,
        "filter-keys.mustache": PackageResources.filter_keys_mustache,
        "floods.mustache": PackageResources.floods_mustache,
        "sign-in.mustache": PackageResources.sign_in_mustache,
        "conversion.mustache": PackageResources.conversion_mustache,
        "difference.mustache": PackageResources.difference_mustache,
        "views.mustache": PackageResources.views_mustache,
        "sources.mustache": PackageResources.sources_mustache,
        "sources-import.mustache": PackageResources.sources_import_mustache,
        "subscribers.mustache": PackageResources.subscribers_mustache,
        "theme.mustache": PackageResources.theme_mustache,
        "tokens.mustache": PackageResources.tokens_mustache,
        "tools.mustache": PackageResources.tools_mustache,
        "terms.mustache": PackageResources.terms_mustache,
    ]
    static let stylesheet = PackageResources.admin_css + PackageResources.writing_css
    static let script =
        PackageResources.admin_js + PackageResources.editor_js + PackageResources.forms_js
        + PackageResources.passkeys_js
}
