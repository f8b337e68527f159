import TextModel

/// A line of a data file, cut at white space, without its comment.
struct DataLine {
  /// A run of characters and its place.
  struct Field {
    var text: String
    /// UTF-8 offsets in the file.
    var range: Range<Int>

    /// The parts between separators, each with its place; empty parts are kept.
    func split(_ separator: UInt8) -> [Field] {
      var parts: [Field] = []
      var start = 0
      let bytes = Array(text.utf8)
      for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
        parts.append(Field(bytes[start..<index], at: range.lowerBound + start))
        start = index + 1
      }
      return parts
    }

    /// Creates a field over bytes that stand at an offset.
    init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
      text = String(decoding: bytes, as: UTF8.self)
      range = offset..<offset + bytes.count
    }
  }

  let file: SourceFile
  /// The line, from 0.
  let index: Int
  /// The first field: what the line declares.
  let directive: Field
  /// The fields behind it without the options.
  var fields: [Field] = []
  /// The fields of the form `key=value`, with the value's place.
  var options: [(key: Field, value: Field)] = []

  /// Cuts a line; nil where it is empty or a comment.
  init?(_ file: SourceFile, line: Int) {
    self.file = file
    index = line
    let range = file.range(ofLine: line)
    var found: [Field] = []
    var position = range.lowerBound
    // A byte order mark is no part of the first line.
    if position == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < range.upperBound {
      let byte = file.bytes[position]
      if byte == 0x23 { break }
      if byte == 0x20 || byte == 0x09 {
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, ![0x20, 0x09, 0x23].contains(file.bytes[position]) {
        position += 1
      }
      found.append(Field(file.bytes[start..<position], at: start))
    }
    guard let first = found.first else { return nil }
    directive = first
    for field in found.dropFirst() {
      let parts = field.split(0x3D)
      if parts.count == 2, !parts[0].text.isEmpty {
        options.append((parts[0], parts[1]))
      } else {
        fields.append(field)
      }
    }
  }

  /// The place of the whole line.
  var range: Range<Int> { file.range(ofLine: index) }
}
