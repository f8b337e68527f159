import TextModel

extension Atom {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .literal(let key):
      writer.add(0)
      writer.add(key)
    case .lemma(let key, let inflection):
      writer.add(1)
      writer.add(key)
      inflection.write(to: &writer)
    case .list(let list, let inflection):
      writer.add(2)
      writer.add(list)
      inflection.write(to: &writer)
    case .integer(let range, let inflection):
      writer.add(3)
      Self.write(range, to: &writer)
      inflection.write(to: &writer)
    case .digits(let count, let inflection):
      writer.add(4)
      writer.add(count)
      inflection.write(to: &writer)
    case .roman(let range, let inflection):
      writer.add(5)
      Self.write(range, to: &writer)
      inflection.write(to: &writer)
    case .shape(let shape):
      writer.add(6)
      writer.add(Int(shape.rawValue))
    case .ending(let endings, let inflection):
      writer.add(7)
      writer.add(each: endings) { $0.add($1) }
      inflection.write(to: &writer)
    case .word(let inflection):
      writer.add(8)
      inflection.write(to: &writer)
    case .likely(let inflection):
      writer.add(9)
      inflection.write(to: &writer)
    case .unlisted: writer.add(10)
    case .tag(let tag):
      writer.add(11)
      writer.add(tag.symbol)
      writer.add(tag.position.rawValue)
    case .glued: writer.add(12)
    case .first: writer.add(13)
    case .sentenceStart: writer.add(14)
    case .sentenceEnd: writer.add(15)
    }
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    switch try reader.int() {
    case 0: self = .literal(key: try reader.number())
    case 1: self = .lemma(key: try reader.number(), try Inflection(from: &reader))
    case 2: self = .list(try reader.int(), try Inflection(from: &reader))
    case 3: self = .integer(try Self.range(from: &reader), try Inflection(from: &reader))
    case 4: self = .digits(try reader.int(), try Inflection(from: &reader))
    case 5: self = .roman(try Self.range(from: &reader), try Inflection(from: &reader))
    case 6: self = .shape(Shape(rawValue: UInt16(truncatingIfNeeded: try reader.number())))
    case 7:
      let endings = try reader.each { (reader) throws(ByteRecordFailure) in try reader.bytes() }
      self = .ending(endings, try Inflection(from: &reader))
    case 8: self = .word(try Inflection(from: &reader))
    case 9: self = .likely(try Inflection(from: &reader))
    case 10: self = .unlisted
    case 11:
      let symbol = try reader.int()
      guard let position = Tag.Position(rawValue: try reader.int()) else {
        throw ByteRecordFailure()
      }
      self = .tag(Tag(symbol: symbol, position: position))
    case 12: self = .glued
    case 13: self = .first
    case 14: self = .sentenceStart
    case 15: self = .sentenceEnd
    default: throw ByteRecordFailure()
    }
  }

  private static func write(_ range: ClosedRange<Int>, to writer: inout ByteWriter) {
    writer.add(wide: UInt64(bitPattern: Int64(range.lowerBound)))
    writer.add(wide: UInt64(bitPattern: Int64(range.upperBound)))
  }

  private static func range(
    from reader: inout ByteReader
  ) throws(ByteRecordFailure) -> ClosedRange<Int> {
    let lower = Int(Int64(bitPattern: try reader.wide()))
    let upper = Int(Int64(bitPattern: try reader.wide()))
    guard lower <= upper else { throw ByteRecordFailure() }
    return lower...upper
  }
}

extension Inflection {
  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .none: writer.add(0)
    case .any: writer.add(1)
    case .features(let features):
      writer.add(2)
      writer.add(wide: features.rawValue)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    switch try reader.int() {
    case 0: self = .none
    case 1: self = .any
    case 2: self = .features(FeatureSet(rawValue: try reader.wide()))
    default: throw ByteRecordFailure()
    }
  }
}
