import Database
import EDTF
import Model
import Store

extension StoreWalk {
    /// What a post tells of, and the lists of events.
    func chronicle(_ post: Post, _ tx: any WriteTransaction) throws {
        let (site, now) = (post.site, StoreFixture.now)
        _ = try tx.postsWithoutEvent(after: Post.ID(0), site: site, limit: 5)
        try tx.set(PostEvent(date: EDTF("1956-02-25"), state: .doubtful), of: post.id, site: site, at: now)
        _ = (try tx.doubtfulEvents(site: site, limit: 5), try tx.doubtfulEventCount(site: site))
        try tx.set(PostEvent(date: EDTF("1700-02-11"), calendar: .julian), of: post.id, site: site, at: now)
        _ = (try tx.event(of: post.id), try tx.shownEvents(of: [post.id]), try tx.hasEvents(site: site))
        let day = DayOfYear.leapDay
        for list in [EventList.day(day), .month(2), .span(first: 0, last: 1), .all] {
            _ = (try tx.count(of: list, site: site), try tx.posts(in: list, site: site, limit: 5))
        }
        _ = try tx.newestPosts(in: .all, site: site, limit: 5)
        _ = try tx.posts(alsoOn: day, site: site, limit: 5)
        _ = (try tx.eventCounts(site: site), try tx.eventDays(site: site), try tx.datedPosts(site: site))
        try tx.set(nil, of: post.id, site: site, at: now)
        try tx.set(Chronicle(), site: site, at: now)
        _ = (try tx.chronicle(site: site), try tx.hasChronicleAddresses(site: site))
    }
}
