package import Database

// GRDB has types of the same names; this file does not import it, so these can only mean the port's.

package typealias DatabasePort = Database
package typealias PortError = DatabaseError
package typealias PortRow = Row
package typealias Statement = SQL
