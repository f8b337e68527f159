/// The folded tokens of one form in one array, to be filled again for the next form.
public struct CutForm: Sendable {
  /// The bytes of all tokens, one behind the other.
  public private(set) var bytes: [UInt8] = []
  /// Where each token ends in ``bytes``.
  public private(set) var ends: [Int] = []

  /// Creates a form of no tokens.
  public init() {}

  /// The number of tokens.
  public var count: Int { ends.count }

  /// A token's bytes.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Removes all tokens and keeps the storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a token.
  public mutating func append(_ token: some Collection<UInt8>) {
    bytes.append(contentsOf: token)
    ends.append(bytes.count)
  }
}
