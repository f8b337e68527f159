internal import CICU
public import TextModel

/// Cuts texts into segments by break rules. One per thread; open once, use for every text.
public final class BreakIterator {
  /// Keeps the compiled rules alive, which ICU reads in place.
  private let rules: BreakRules
  private let handle: OpaquePointer
  private var chunk: [tanba_icu_boundary]

  init(_ rules: BreakRules) throws(ICUError) {
    var error = tanba_icu_error()
    guard let handle = tanba_icu_break_open(rules.binary, &error) else {
      throw ICUError(error, operation: "open a break iterator")
    }
    self.rules = rules
    self.handle = handle
    chunk = Array(repeating: tanba_icu_boundary(), count: 4096)
  }

  /// Compiles a file of break rules for one iterator alone.
  public convenience init(rules: SourceFile) throws(ICUError) {
    try self.init(BreakRules(source: rules))
  }

  deinit { tanba_icu_break_close(handle) }

  /// Replaces `boundaries` by those of a text: the end of every segment, in order, the last of
  /// them the end of the text; none for an empty text.
  ///
  /// - Complexity: O(number of bytes).
  /// - Throws: Where the text has 2 GB or more.
  public func boundaries(
    of utf8: UnsafeBufferPointer<UInt8>, into boundaries: inout [Boundary]
  ) throws(ICUError) {
    boundaries.removeAll(keepingCapacity: true)
    guard !utf8.isEmpty else { return }
    var error = tanba_icu_error()
    guard tanba_icu_break_set_text(handle, utf8.baseAddress, Int64(utf8.count), &error) == 0 else {
      throw ICUError(error, operation: "cut a text of \(utf8.count) bytes")
    }
    // Chunks, so that a boundary costs no call and a long text no second array of its size.
    chunk.withUnsafeMutableBufferPointer { chunk in
      var count = chunk.count
      while count == chunk.count {
        count = Int(tanba_icu_break_read(handle, chunk.baseAddress!, Int64(chunk.count)))
        boundaries.append(
          contentsOf: chunk[..<count].lazy.map { Boundary(offset: $0.offset, status: $0.status) })
      }
    }
  }

  /// The boundaries of a text, as in `boundaries(of:into:)`.
  public func boundaries(of utf8: [UInt8]) throws(ICUError) -> [Boundary] {
    var result: [Boundary] = []
    // withUnsafeBufferPointer can't rethrow a typed error together with an inout capture.
    let failure: ICUError? = utf8.withUnsafeBufferPointer { buffer in
      do throws(ICUError) {
        try boundaries(of: buffer, into: &result)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    return result
  }
}
