import Foundation
import Tanba
import Testing

@Suite("The documents of Fixtures")
struct FixtureTests {
  /// The output of all fixtures under one id each, so that it hangs on no place.
  static func output(jobs: Int, times: Int = 1) throws -> String {
    let files = ["dates.txt", "records.jsonl"]
    let inputs = (0..<times).flatMap { _ in
      files.map { InputFile(path: Checkout.root.appending(path: "Fixtures/\($0)").path) }
    }
    let decoder = RecordDecoder(
      referenceField: nil, referenceDate: .init(year: 2021, month: 5, day: 12))
    var bytes: [UInt8] = []
    try Runner(pipeline: try Checkout.pipeline(), jobs: jobs).run(
      InputReader(inputs), decoder: decoder, encoder: JSONLinesEncoder()
    ) { bytes += $0.bytes }
    return String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: Checkout.root.path + "/", with: "")
  }

  @Test("give the output that lies beside them")
  func expected() throws {
    #expect(try Self.output(jobs: 1) == Checkout.text("Fixtures/expected.jsonl"))
  }

  @Test("give the same bytes whatever the number of threads")
  func jobs() throws {
    let alone = try Self.output(jobs: 1, times: 40)
    #expect(alone.split(separator: "\n").count == 160)
    #expect(try Self.output(jobs: 2, times: 40) == alone)
  }
}
