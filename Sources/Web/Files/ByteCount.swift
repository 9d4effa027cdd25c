extension Int {
    /// Of bytes: `1.5 MB`
    var sizeWords: String {
        let units = ["bytes", "kB", "MB", "GB"]
        var (size, unit) = (Double(self), 0)
        while size >= 1000, unit < units.count - 1 { (size, unit) = (size / 1000, unit + 1) }
        return
            "\(size >= 10 || unit == 0 ? String(Int(size.rounded())) : String((size * 10).rounded() / 10)) \(units[unit])"
    }
}
