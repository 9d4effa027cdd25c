import Database
import Model
import Store

extension WriteTransaction {
    /// Tells the site's filter what somebody made of a response: approved is real, spam is spam, and anything else says
    /// nothing, and takes back what was said before.
    func teach(_ comment: Comment, becoming status: Comment.Status, at now: Instant) throws {
        guard comment.kind == .comment, comment.account == nil else { return }
        let meant: Bool? =
            switch status {
            case .approved: false
            case .spam: true
            case .held, .trash, .postTrashed: nil
            }
        let judgement = try judgement(of: comment.id)
        guard meant != judgement?.taught else { return }
        let filter = try ownFilter(site: comment.site, at: now)
        if let said = judgement?.taught { try teach(filter.id, comment.id, isSpam: said, isUndone: true) }
        if let meant {
            try teach(filter.id, comment.id, isSpam: meant, isUndone: false)
            if let work = FilterWork(judgement?.verdict, isSpam: meant) {
                try add(work, to: filter.id, on: now.filterDay)
            }
        }
        try setTaught(meant, of: comment.id, site: comment.site)
        if let meant, try akismetCheck(of: comment.id)?.contradicts(isSpam: meant) == true {
            let number = String(comment.number)
            try enqueue(TellAkismet.kind, key: number, payload: number, site: comment.site, after: now)
        }
        try enqueue(KeepFilter.kind, key: "own", site: comment.site, after: now)
    }
}

extension FilterWork {
    /// What it means that a verdict was corrected; nil where it was right.
    package init?(_ verdict: String?, isSpam: Bool) {
        switch (verdict, isSpam) {
        case ("spam", false): self.init(rescued: 1)
        case ("publish", true): self.init(missed: 1)
        default: return nil
        }
    }
}
