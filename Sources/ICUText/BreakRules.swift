internal import CICU
internal import Glibc
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

  /// Takes rules that were compiled before, as ``compiled`` gave them.
  ///
  /// ICU trusts what it is given: the bytes must come from the same version of ICU, unharmed.
  /// - Throws: Where ICU sees that they don't.
  public init(compiled: PlainRow<UInt8>) throws(ICUError) {
    binary = .allocate(capacity: 1)
    // `tanba_icu_bytes_free` frees what `malloc` gave.
    let data = malloc(max(1, compiled.count))?.assumingMemoryBound(to: UInt8.self)
    compiled.withValues { bytes in
      if let base = bytes.baseAddress { data?.update(from: base, count: bytes.count) }
    }
    let count = Int64(data == nil ? 0 : compiled.count)
    binary.initialize(to: tanba_icu_bytes(data: data, count: count, capacity: count))
    _ = try BreakIterator(self)
  }

  /// The compiled form, to be kept for the next run with the same version of ICU.
  public var compiled: [UInt8] {
    Array(UnsafeBufferPointer(start: binary.pointee.data, count: Int(binary.pointee.count)))
  }

  deinit {
    tanba_icu_bytes_free(binary)
    binary.deallocate()
  }

  /// An iterator over these rules, for one thread; cheap beside compiling.
  public func makeIterator() throws(ICUError) -> BreakIterator { try BreakIterator(self) }
}
