/// Names that a data file declares, each with a bit of its own.
struct NameTable {
  /// The most names of one kind.
  static let capacity = 64

  /// The names in order of appearance.
  private(set) var names: [String] = []
  private var bits: [String: UInt64] = [:]

  /// The bit of a declared name.
  subscript(name: String) -> UInt64? { bits[name] }

  /// Declares a name; nil where the table is full or the name is taken.
  mutating func declare(_ name: String) -> UInt64? {
    guard names.count < Self.capacity, bits[name] == nil else { return nil }
    let bit = UInt64(1) << UInt64(names.count)
    names.append(name)
    bits[name] = bit
    return bit
  }

  /// Gives a name to several bits at once; false where the name is taken.
  mutating func alias(_ name: String, _ mask: UInt64) -> Bool {
    guard bits[name] == nil else { return false }
    bits[name] = mask
    return true
  }

  /// The names as a message lists them.
  var listed: String { names.isEmpty ? "none is declared" : names.joined(separator: ", ") }
}
