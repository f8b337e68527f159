import TextModel

extension CompiledRule {
  func write(to writer: inout ByteWriter) {
    writer.add(id)
    writer.add(label)
    writer.add(priority)
    writer.add(wide: confidence.bitPattern)
    for number in [phase, labelIndex, layer, acceptance] { writer.add(number) }
    writer.add(isMarked ? 1 : 0)
    writer.add(needsCaptures ? 1 : 0)
    writer.add(numbers: lexicons)
    writer.add(each: captures) { writer, capture in
      writer.add(capture.name)
      writer.add(numbers: capture.lexicons)
      writer.add(numbers: capture.labels)
    }
    writer.add(each: values.sorted { $0.key < $1.key }) { writer, value in
      writer.add(value.key)
      value.value.write(to: &writer)
    }
  }

  init(
    from reader: inout ByteReader, functions: [String: ValueFunction]
  ) throws(ByteRecordFailure) {
    id = try reader.text()
    label = try reader.text()
    priority = try reader.int()
    confidence = Double(bitPattern: try reader.wide())
    phase = try reader.int()
    labelIndex = try reader.int()
    layer = try reader.int()
    acceptance = try reader.int()
    isMarked = try reader.int() != 0
    needsCaptures = try reader.int() != 0
    lexicons = try reader.numbers()
    captures = try reader.each { (reader) throws(ByteRecordFailure) in
      Capture(
        name: try reader.text(), lexicons: try reader.numbers(), labels: try reader.numbers())
    }
    values = [:]
    for _ in 0..<max(0, try reader.int()) {
      let clause = try reader.text()
      values[clause] = try CompiledExpression(from: &reader, functions: functions)
    }
  }
}

extension CompiledExpression {
  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .integer(let integer):
      writer.add(0)
      writer.add(wide: UInt64(bitPattern: Int64(integer)))
    case .decimal(let integer):
      writer.add(1)
      writer.add(wide: UInt64(bitPattern: Int64(integer)))
    case .text(let text):
      writer.add(2)
      writer.add(text)
    case .capture(let part, let type):
      writer.add(3)
      writer.add(part)
      writer.add(type.name)
    case .column(let part, let name, let type):
      writer.add(4)
      writer.add(part)
      writer.add(name)
      writer.add(type.name)
    case .call(let name, _, let arguments):
      writer.add(5)
      writer.add(name)
      writer.add(each: arguments) { writer, argument in
        if let argument { argument.write(to: &writer) } else { writer.add(6) }
      }
    }
  }

  fileprivate init(
    from reader: inout ByteReader, functions: [String: ValueFunction]
  ) throws(ByteRecordFailure) {
    guard let expression = try Self.expression(from: &reader, functions) else {
      throw ByteRecordFailure()
    }
    self = expression
  }

  /// Nil for an argument that is left out.
  private static func expression(
    from reader: inout ByteReader, _ functions: [String: ValueFunction]
  ) throws(ByteRecordFailure) -> CompiledExpression? {
    switch try reader.int() {
    case 0: return .integer(Int(Int64(bitPattern: try reader.wide())))
    case 1: return .decimal(Int(Int64(bitPattern: try reader.wide())))
    case 2: return .text(try reader.text())
    case 3: return .capture(try reader.int(), ValueType(try reader.text()))
    case 4:
      return .column(
        capture: try reader.int(), name: try reader.text(), ValueType(try reader.text()))
    case 5:
      let name = try reader.text()
      guard let function = functions[name] else { throw ByteRecordFailure() }
      let arguments = try reader.each { (reader) throws(ByteRecordFailure) in
        try expression(from: &reader, functions)
      }
      return .call(name: name, function, arguments)
    case 6: return nil
    default: throw ByteRecordFailure()
    }
  }
}
