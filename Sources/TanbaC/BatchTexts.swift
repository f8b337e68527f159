import CTanba
import Tanba

/// The texts of a batch, checked to lie within their buffer.
struct BatchTexts {
  /// The number of texts.
  let count: Int
  /// The day of all texts.
  let referenceDate: Document.ReferenceDate?
  private let texts: UnsafeBufferPointer<UInt8>
  private let textEnds: UnsafeBufferPointer<Int>
  private let ids: (bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>)?
  private let firstNumber: Int

  /// - Throws: what about the batch can't be.
  init(_ batch: tanba_batch) throws(ArgumentFailure) {
    count = batch.count
    texts = try checkedBytes(batch.texts, count: batch.texts_length, "texts")
    textEnds = try Self.ends(batch.text_ends, batch.count, within: texts.count, "texts")
    firstNumber = batch.first_number
    guard firstNumber >= 0, !firstNumber.addingReportingOverflow(count).overflow else {
      throw ArgumentFailure("the first number is impossible")
    }
    referenceDate = try batch.reference_date.map { text throws(ArgumentFailure) in
      try Document.ReferenceDate(argument: string(text, "the day"))
    }
    guard batch.ids != nil || batch.id_ends != nil else {
      ids = nil
      return
    }
    let bytes = try checkedBytes(batch.ids, count: batch.ids_length, "ids")
    guard UTF8Validation.firstInvalidOffset(in: bytes) == nil else {
      throw ArgumentFailure("the ids are no UTF-8")
    }
    ids = (bytes, try Self.ends(batch.id_ends, batch.count, within: bytes.count, "ids"))
  }

  /// The bytes of a text.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { Self.part(index, of: texts, textEnds) }

  /// The id of a text's document.
  func id(_ index: Int) -> RecordID {
    guard let ids else { return .number(String(firstNumber + index)) }
    return .name(String(decoding: Self.part(index, of: ids.bytes, ids.ends), as: UTF8.self))
  }

  private static func part(
    _ index: Int, of bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }

  private static func ends(
    _ pointer: UnsafePointer<Int>?, _ count: Int, within byteCount: Int, _ name: String
  ) throws(ArgumentFailure) -> UnsafeBufferPointer<Int> {
    guard count >= 0 else { throw ArgumentFailure("the number of texts is impossible") }
    guard let pointer else {
      guard count == 0 else { throw ArgumentFailure("no ends of the \(name): a null pointer") }
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let ends = UnsafeBufferPointer(start: pointer, count: count)
    var last = 0
    for (index, end) in ends.enumerated() {
      guard end >= last, end <= byteCount else {
        throw ArgumentFailure("end \(index) of the \(name) lies outside of them or before another")
      }
      last = end
    }
    return ends
  }
}
