/// What one thread owns while it takes documents through a pipeline: its word types, and the
/// scratch of the stages.
///
/// A worker is never shared. It may take any number of documents, one after the other.
public final class Worker {
  /// The word types that this worker has met; tokens name them by number.
  public let wordTypes = WordTypes()
  /// The bytes that ``wordTypes`` may take before ``trim()`` forgets them.
  public let wordTypeByteLimit: Int
  private var scratch: [ScratchIdentity: AnyObject] = [:]
  /// What was asked for last: most stages share one scratch.
  private var latest: (identity: ScratchIdentity, made: AnyObject)?

  /// Creates a worker that has met no words.
  public init(wordTypeByteLimit: Int = 64 << 20) { self.wordTypeByteLimit = wordTypeByteLimit }

  /// The scratch of a stage, made at the first call.
  ///
  /// It lives until ``trim()`` forgets it together with the word types, so that it may hold word
  /// type ids.
  ///
  /// - Complexity: O(1). Meant to be called once a document, not once a token.
  public func scratch<Scratch: AnyObject>(
    for key: ScratchKey<Scratch>, make: () throws -> Scratch
  ) rethrows -> Scratch {
    if let latest, latest.identity === key.identity, let made = latest.made as? Scratch {
      return made
    }
    let made = try scratch[key.identity] as? Scratch ?? make()
    scratch[key.identity] = made
    latest = (key.identity, made)
    return made
  }

  /// Bounds the worker's memory: above the limit, forgets all word types and all scratch.
  ///
  /// To be called between documents only; the tokens of earlier documents no longer name anything.
  public func trim() {
    guard wordTypes.byteCount > wordTypeByteLimit else { return }
    wordTypes.removeAll()
    scratch.removeAll()
    latest = nil
  }
}
