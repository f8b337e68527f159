import Tanba

/// Times the hot stages one by one in one process, on lines of text.
///
/// usage: micro FILE [ROUNDS], in a folder with `Rules`
///
/// Every stage but word description works with a worker that has met all words, and on documents
/// that the stages before it have made ready outside the clock.
@main
struct Micro {
  static func main() throws {
    let arguments = CommandLine.arguments
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 5
    guard (2...3).contains(arguments.count), rounds > 0 else {
      print("usage: micro FILE [ROUNDS]")
      return
    }
    let texts = try HotTexts(path: arguments[1], pipeline: makePipeline())
    var table = FigureTable(texts)
    let measures: [(String, () throws -> Double)] =
      [("decode JSON Lines", texts.decode)]
      + texts.stageNames.map { name in (name, { try texts.stage(name) }) }
      + [("all stages", texts.allStages), ("encode JSON Lines", texts.encode)]
    // The measures take turns, so that what else the machine does meets all of them.
    for _ in 0..<rounds {
      for (name, measure) in measures { table.add(try measure(), to: name, per: .token) }
      table.add(try texts.description(), to: "describe words", per: .word)
    }
    print(table.rendered, terminator: "")
  }
}
