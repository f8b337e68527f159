import Tanba

/// A JSON value on its way out; members keep their order.
indirect enum ReportValue {
  case string(String)
  case integer(Int)
  /// Written with six places at most.
  case number(Double)
  case null
  case array([ReportValue])
  case object([(String, ReportValue)])

  static func optional(_ string: String?) -> ReportValue { string.map { .string($0) } ?? .null }

  /// The value as JSON with a line break at its end.
  var encoded: [UInt8] {
    var json = JSONBuffer()
    write(to: &json)
    json.appendRaw([0x0A])
    return json.bytes
  }

  private func write(to json: inout JSONBuffer) {
    switch self {
    case .string(let text): json.append(text)
    case .integer(let number): json.append(number)
    case .number(let number): json.appendRaw(Array(Self.digits(number).utf8))
    case .null: json.appendRaw(Array("null".utf8))
    case .array(let items):
      json.appendRaw([0x5B])
      for (index, item) in items.enumerated() {
        if index > 0 { json.appendRaw([0x2C]) }
        item.write(to: &json)
      }
      json.appendRaw([0x5D])
    case .object(let members):
      json.appendRaw([0x7B])
      for (index, member) in members.enumerated() {
        if index > 0 { json.appendRaw([0x2C]) }
        json.append(member.0)
        json.appendRaw([0x3A])
        member.1.write(to: &json)
      }
      json.appendRaw([0x7D])
    }
  }

  private static func digits(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return "\((number * 1e6).rounded() / 1e6)"
  }
}
