extension ItemRecord {
    func writeWXR(to xml: inout ExportXML) {
        xml.container(.item) { xml in
            xml.data(.title, title)
            xml.text(.link, link)
            xml.text(.pubDate, pubDate)
            xml.data(.creator, creator)
            xml.text(.guid, guid, ("isPermaLink", guidIsPermaLink ? "true" : "false"))
            xml.text(.description, description)
            xml.data(.content, content)
            xml.data(.excerpt, excerpt)
            if let id { xml.text(.postID, String(id)) }
            xml.data(.postDate, date.text)
            xml.data(.postDateGMT, dateGMT.text)
            xml.data(.postModified, modified.text)
            xml.data(.postModifiedGMT, modifiedGMT.text)
            xml.data(.commentStatus, commentStatus)
            xml.data(.pingStatus, pingStatus)
            xml.data(.postName, slug)
            xml.data(.status, status)
            xml.text(.postParent, String(parent))
            xml.text(.menuOrder, String(menuOrder))
            xml.data(.postType, type)
            xml.data(.postPassword, password)
            xml.text(.isSticky, isSticky ? "1" : "0")
            if !attachmentURL.isEmpty { xml.data(.attachmentURL, attachmentURL) }
            for term in terms {
                xml.data(.category, term.name, ("domain", term.taxonomy), ("nicename", term.slug))
            }
            for entry in meta { xml.meta(.postMeta, entry) }
            for comment in comments { comment.writeWXR(to: &xml) }
        }
    }
}

extension CommentRecord {
    fileprivate func writeWXR(to xml: inout ExportXML) {
        xml.container(.comment) { xml in
            if let id { xml.text(.commentID, String(id)) }
            xml.data(.commentAuthor, author)
            xml.data(.commentAuthorEmail, authorEmail)
            xml.text(.commentAuthorURL, authorURL)
            xml.data(.commentAuthorIP, authorIP)
            xml.data(.commentDate, date.text)
            xml.data(.commentDateGMT, dateGMT.text)
            xml.data(.commentContent, content)
            xml.data(.commentApproved, approved)
            xml.data(.commentType, type)
            xml.text(.commentParent, String(parent))
            xml.text(.commentUserID, String(userID))
            for entry in meta { xml.meta(.commentMeta, entry) }
        }
    }
}
