package import Database
package import Model

extension Migration {
    /// `secret` is sealed; `last_step` is the last code's that was used. Of recovery codes there are digests.
    static let oneTimeCodes = Migration(version: 14, name: "one-time codes") { d in
        [
            """
            CREATE TABLE one_time_code (
                account_id \(d.integer) PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
                secret \(d.text) NOT NULL, is_on \(d.integer) NOT NULL CHECK (is_on IN (0, 1)),
                last_step \(d.integer) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE recovery_code (
                account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE, digest \(d.text) NOT NULL,
                PRIMARY KEY (account_id, digest))\(d.keyTable)
            """,
        ]
    }
}

/// What somebody's codes are checked with.
package struct StoredCode: Hashable, Sendable {
    /// Sealed.
    package let secret: String
    /// Whether signing in asks for a code; before, it was only offered.
    package let isOn: Bool
    package let lastStep: Int64
}

extension ReadTransaction {
    package func oneTimeCode(of account: Account.ID) throws -> StoredCode? {
        try first("SELECT secret, is_on, last_step FROM one_time_code WHERE account_id = \(account)") {
            StoredCode(secret: $0.text(0), isOn: $0.bool(1), lastStep: $0.int64(2))
        }
    }

    package func recoveryCodeCount(of account: Account.ID) throws -> Int {
        try first("SELECT count(*) FROM recovery_code WHERE account_id = \(account)") { $0.int(0) } ?? 0
    }
}

extension WriteTransaction {
    package func setOneTimeCode(_ secret: String, isOn: Bool, lastStep: Int64, of account: Account.ID) throws {
        try run(
            """
            INSERT INTO one_time_code (account_id, secret, is_on, last_step)
            VALUES (\(account), \(secret), \(isOn), \(lastStep))
            ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, is_on = excluded.is_on,
                last_step = excluded.last_step
            """)
    }

    /// False when this code, or a later one, was used already.
    package func useStep(_ step: Int64, of account: Account.ID) throws -> Bool {
        try run("UPDATE one_time_code SET last_step = \(step) WHERE account_id = \(account) AND last_step < \(step)")
            > 0
    }

    package func removeOneTimeCode(of account: Account.ID) throws {
        try run("DELETE FROM one_time_code WHERE account_id = \(account)")
        try run("DELETE FROM recovery_code WHERE account_id = \(account)")
    }

    package func setRecoveryCodes(_ digests: [String], of account: Account.ID) throws {
        try run("DELETE FROM recovery_code WHERE account_id = \(account)")
        for digest in digests {
            try run("INSERT INTO recovery_code (account_id, digest) VALUES (\(account), \(digest))")
        }
    }

    /// Each works once; false for one that is none.
    package func useRecoveryCode(_ digest: String, of account: Account.ID) throws -> Bool {
        try run("DELETE FROM recovery_code WHERE account_id = \(account) AND digest = \(digest)") > 0
    }
}
