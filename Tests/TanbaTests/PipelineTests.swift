import Tanba
import Testing

@Suite("A pipeline")
struct PipelineTests {
  @Test("names the stage that stands before what it needs, and what it lacks")
  func namesMissingLayers() throws {
    let stages: [any Processor] = [
      StageStub(name: "segment", requires: [.source], provides: [.tokens]),
      StageStub(name: "rules", requires: [.tokens, .wordTypes, "topics"], provides: [.mentions]),
      StageStub(name: "analyse", requires: [.tokens], provides: [.wordTypes, "topics"]),
    ]
    let error = try #require(throws: PipelineError.self) { try Pipeline(stages) }
    #expect(error.stage == "rules")
    #expect(error.missing == ["topics", .wordTypes])
    #expect(
      error.description
        == "the stage “rules” needs “topics”, “word types”, which no earlier stage provides")
    #expect(throws: Never.self) { try Pipeline([stages[0], stages[2], stages[1]]) }
  }

  @Test("runs its stages in their order")
  func runsInOrder() throws {
    let pipeline = try Pipeline([
      StageStub(name: "first") { document, _ in document.id += "1" },
      StageStub(name: "second") { document, _ in document.id += "2" },
    ])
    #expect(try pipeline.extract("", id: "d").id == "d12")
  }

  @Test("makes a stage's scratch once a worker, and keeps that of two stages apart")
  func keepsScratch() {
    final class Scratch {}
    let first = ScratchKey<Scratch>()
    let second = ScratchKey<Scratch>()
    let worker = Worker()
    let made = worker.scratch(for: first) { Scratch() }
    #expect(worker.scratch(for: first) { Scratch() } === made)
    #expect(worker.scratch(for: second) { Scratch() } !== made)
    #expect(Worker().scratch(for: first) { Scratch() } !== made)
  }

  @Test("a worker above its bound forgets its word types and scratch, one below keeps them")
  func trimsWorkers() {
    final class Scratch {}
    let key = ScratchKey<Scratch>()
    let worker = Worker(wordTypeByteLimit: 4)
    let made = worker.scratch(for: key) { Scratch() }
    _ = Array("abcd".utf8).withUnsafeBufferPointer { worker.wordTypes.intern($0) }
    worker.trim()
    #expect(worker.wordTypes.count == 1)
    #expect(worker.scratch(for: key) { Scratch() } === made)
    _ = Array("e".utf8).withUnsafeBufferPointer { worker.wordTypes.intern($0) }
    worker.trim()
    #expect(worker.wordTypes.count == 0)
    #expect(worker.scratch(for: key) { Scratch() } !== made)
  }
}
