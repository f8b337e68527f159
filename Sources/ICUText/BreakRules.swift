internal import CICU
public import TextModel

/// Compiled break rules, to be shared between threads.
public final class BreakRules: Sendable {
  /// The compiled form. Written in `init` only, read by every iterator, freed in `deinit`.
  nonisolated(unsafe) let binary: UnsafeMutablePointer<tanba_icu_bytes>

  /// Compiles a file of ICU break rules.
  ///
  /// - Throws: The first fault that ICU finds in the rules.
  public init(source: SourceFile) throws(ICUError) {
    var bytes = tanba_icu_bytes()
    var error = tanba_icu_error()
    let status = source.bytes.withUnsafeBufferPointer {
      tanba_icu_break_compile($0.baseAddress, Int64($0.count), &bytes, &error)
    }
    binary = .allocate(capacity: 1)
    binary.initialize(to: bytes)
    guard status == 0 else {
      throw ICUError(error, operation: "compile the break rules", rules: source)
    }
  }

  deinit {
    tanba_icu_bytes_free(binary)
    binary.deallocate()
  }

  /// An iterator over these rules, for one thread; cheap beside compiling.
  public func makeIterator() throws(ICUError) -> BreakIterator { try BreakIterator(self) }
}
