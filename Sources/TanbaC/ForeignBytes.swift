import Glibc
import Tanba

/// Bytes of the caller's.
func bytes(_ pointer: UnsafePointer<CChar>, count: Int) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(
    start: UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self), count: count)
}

/// Bytes of the caller's, which may be none at all.
///
/// - Throws: `ArgumentFailure` where the pointer is null and bytes are promised, or where there are
///   more than any memory holds.
func checkedBytes(
  _ pointer: UnsafePointer<CChar>?, count: Int, _ name: String
) throws(ArgumentFailure) -> UnsafeBufferPointer<UInt8> {
  guard count >= 0 else { throw ArgumentFailure("the length of the \(name) is impossible") }
  guard let pointer else {
    guard count == 0 else { throw ArgumentFailure("no \(name): a null pointer") }
    return UnsafeBufferPointer(start: nil, count: 0)
  }
  return bytes(pointer, count: count)
}

/// Text of the caller's that ends with a NUL.
func string(_ pointer: UnsafePointer<CChar>, _ name: String) throws(ArgumentFailure) -> String {
  let bytes = bytes(pointer, count: strlen(pointer))
  guard UTF8Validation.firstInvalidOffset(in: bytes) == nil else {
    throw ArgumentFailure("\(name) is no UTF-8")
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Where the caller wants a result.
struct ResultPlace {
  private let json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let length: UnsafeMutablePointer<Int>

  /// Empties the place.
  ///
  /// - Throws: `ArgumentFailure` where it is none.
  init(
    _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ length: UnsafeMutablePointer<Int>?
  ) throws(ArgumentFailure) {
    json?.pointee = nil
    length?.pointee = 0
    guard let json, let length else {
      throw ArgumentFailure("no place for the result: a null pointer")
    }
    self.json = json
    self.length = length
  }

  /// Hands a copy of the bytes over, with a NUL behind them.
  func set(_ bytes: [UInt8]) throws {
    guard let copy = malloc(bytes.count + 1) else { throw OutOfMemory() }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(copy, base, source.count) }
    }
    copy.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    json.pointee = copy.assumingMemoryBound(to: CChar.self)
    length.pointee = bytes.count
  }

  private struct OutOfMemory: Error, CustomStringConvertible {
    var description: String { "out of memory" }
  }
}
