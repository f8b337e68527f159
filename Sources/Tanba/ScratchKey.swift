/// Names one stage's scratch of type `Scratch` in every worker.
///
/// Each key is distinct, so that two stages of one type keep their scratch apart. A stage holds its
/// key as a constant.
public struct ScratchKey<Scratch: AnyObject>: Sendable {
  let identity = ScratchIdentity()

  /// Creates a key unlike all others.
  public init() {}
}

/// The object whose address tells scratch keys apart.
final class ScratchIdentity: Hashable, Sendable {
  static func == (left: ScratchIdentity, right: ScratchIdentity) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
