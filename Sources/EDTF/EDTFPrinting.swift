// The canonical form: what is doubted of a whole beginning stands behind it, what is doubted of one part before it.

extension EDTF: CustomStringConvertible {
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .interval(let interval): "\(interval.start.text)/\(interval.end.text)"
        case .set(let set):
            (set.isChoice ? "[" : "{") + set.members.map(\.text).joined(separator: ",") + (set.isChoice ? "]" : "}")
        }
    }
}

extension EDTFInterval.End {
    var text: String {
        switch self {
        case .date(let date): date.description
        case .open: ".."
        case .unknown: ""
        }
    }
}

extension EDTFSet.Member {
    var text: String {
        switch self {
        case .date(let date): date.description
        case .range(let first, let last): "\(first)..\(last)"
        case .before(let date): "..\(date)"
        case .after(let date): "\(date).."
        }
    }
}

extension EDTFDate: CustomStringConvertible {
    public var description: String {
        var parts = [(year.text + (significantDigits.map { "S\($0)" } ?? ""), yearQualification)]
        if let part { parts.append((String(part.number), monthQualification)) }
        if let month { parts.append((month.text, monthQualification)) }
        if let day { parts.append((day.text, dayQualification)) }
        // How many parts from the first are doubted alike.
        let alike = yearQualification.isEmpty ? 0 : parts.prefix { $0.1 == yearQualification }.count
        let texts = parts.enumerated().map { index, part in
            index < alike ? part.0 + (index == alike - 1 ? part.1.mark : "") : part.1.mark + part.0
        }
        return texts.joined(separator: "-") + (time?.text ?? "")
    }
}
