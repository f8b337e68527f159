import Foundation
import Synchronization
import Tanba
import TestSupport
import Testing

@Suite("A runner")
struct RunnerTests {
  /// Works longer on some documents than on others, and fails on those that say so.
  static let pipeline = try! Pipeline([
    StageStub(name: "work") { document, _ in
      var value: UInt64 = 1
      for _ in 0..<(document.source.count % 7) * 500 { value = value &* 31 &+ 7 }
      if value == 0 || document.source == Array("fail".utf8) {
        throw StageFailure(description: "refused")
      }
      document.id += "!"
    }
  ])

  @Test("gives documents back in their order whatever the number of threads", arguments: [1, 2, 7])
  func keepsOrder(jobs: Int) throws {
    let documents = (0..<1000).map {
      Document(id: "\($0)", text: $0 % 100 == 99 ? "fail" : String(repeating: "a", count: $0))
    }
    var ids: [String] = []
    try Runner(pipeline: Self.pipeline, jobs: jobs).run(documents) { result in
      ids.append((try? result.get())?.id ?? "failed")
    }
    #expect(ids == (0..<1000).map { $0 % 100 == 99 ? "failed" : "\($0)!" })
  }

  @Test("reads no more than a few batches ahead of what it has given", arguments: [1, 2, 5])
  func boundsLookAhead(jobs: Int) throws {
    let taken = Atomic(0)
    let documents = (0..<3000).lazy.map { index in
      taken.add(1, ordering: .relaxed)
      return Document(id: "\(index)", text: "")
    }
    var given = 0
    var farthest = 0
    try Runner(pipeline: Self.pipeline, jobs: jobs).run(documents) { _ in
      given += 1
      farthest = max(farthest, taken.load(ordering: .relaxed) - given)
    }
    #expect(given == 3000)
    // Batches of 64: two results and one batch in work a thread, and those being handed in.
    #expect(farthest <= 64 * (4 * jobs + 1))
  }

  @Test("stops at the first error of its consumer", arguments: [1, 2, 5])
  func stopsWithConsumer(jobs: Int) throws {
    let documents = (0..<100_000).lazy.map { Document(id: "\($0)", text: "") }
    var given = 0
    #expect(throws: StageFailure.self) {
      try Runner(pipeline: Self.pipeline, jobs: jobs).run(documents) { _ in
        given += 1
        if given == 10 { throw StageFailure(description: "full") }
      }
    }
    #expect(given == 10)
  }

  @Test("makes an error record of a document that a stage refuses, and goes on")
  func recordsFailures() throws {
    let file = try TemporaryFile(Array("one\nfail\ntwo\n".utf8))
    var output: [UInt8] = []
    var failures: [DocumentFailure] = []
    try Runner(pipeline: Self.pipeline, jobs: 2).run(
      InputReader([InputFile(path: file.path, format: .lines)]), decoder: RecordDecoder(),
      encoder: JSONLinesEncoder()
    ) {
      output += $0.bytes
      failures += $0.failures
    }
    let path = file.path
    #expect(
      String(decoding: output, as: UTF8.self) == """
        {"id":"\(path):1","text":"one","entities":[]}
        {"id":"\(path):2","error":"\(path):2: refused"}
        {"id":"\(path):3","text":"two","entities":[]}

        """)
    #expect(failures.map(\.description) == ["\(path):2: refused"])
  }

  @Test("writes a line of JSON for every line, whatever a hostile input holds")
  func survivesHostileLines() throws {
    let valid = Array(
      #"{"id":12,"text":"a\n\"\\ \u04d9","x":{"y":[1,-2.5e3,true,null,"z"]},"day":"2021-05-12"}"#
        .utf8)
    let pieces =
      Array(#"{}[]",:\0123456789.-+eEtrufalsn "#.utf8) + [0, 0x09, 0x0D, 0x1F, 0x7F, 0xD3]
    var random = SeededGenerator(seed: 11)
    var input: [UInt8] = []
    for _ in 0..<3000 {
      var line = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) where !line.isEmpty {
        let index = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: line.remove(at: index)
        case 1: line.insert(pieces.randomElement(using: &random)!, at: index)
        case 2: line[index] = pieces.randomElement(using: &random)!
        default: line.removeSubrange(index...)
        }
      }
      // A blank line has no line of output.
      input += (line.allSatisfy { $0 <= 0x20 } ? [0x78] : line) + [0x0A]
    }
    let file = try TemporaryFile(input, suffix: ".jsonl")
    var output: [UInt8] = []
    var failureCount = 0
    try Runner(pipeline: Self.pipeline, jobs: 2).run(
      InputReader([InputFile(path: file.path)]), decoder: RecordDecoder(referenceField: "day"),
      encoder: JSONLinesEncoder()
    ) {
      output += $0.bytes
      failureCount += $0.failures.count
    }
    let lines = output.split(separator: 0x0A)
    #expect(lines.count == 3000)
    #expect((500...2900).contains(failureCount))
    for line in lines {
      let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(
        (object?["text"] is String) != (object?["error"] is String),
        "\(String(decoding: line, as: UTF8.self))")
    }
  }
}
