import RuleSyntax
import TextModel

// What takes long in compiling a rule set, as bytes. Values are compiled anew from the rules: they
// hold functions.
extension RuleProgram {
  /// The bytes from which ``RuleCompiler/restore(_:lexicons:environment:record:)`` makes the program
  /// again.
  package var record: [UInt8] {
    var writer = ByteWriter()
    writer.add(each: labels) { $0.add($1) }
    writer.add(each: lists) { writer, list in
      writer.add(list.lexicon)
      writer.add(each: list.filters) { writer, filter in
        writer.add(filter.column)
        writer.add(filter.value)
      }
    }
    trie.write(to: &writer)
    writer.add(each: atoms) { $1.write(to: &$0) }
    writer.add(each: predicates) { writer, predicate in
      writer.add(row: predicate.positive.map { Int32($0) })
      writer.add(row: predicate.negative.map { Int32($0) })
    }
    writer.add(each: phases) { $1.write(to: &$0) }
    phaseIndex.write(to: &writer)
    writer.add(each: rules) { writer, rule in
      writer.add(rule.acceptance)
      writer.add(rule.layer)
      writer.add(rule.isMarked ? 1 : 0)
      writer.add(row: rule.lexicons.map { Int32($0) })
      writer.add(each: rule.captures) { writer, capture in
        writer.add(capture.name)
        writer.add(row: capture.lexicons.map { Int32($0) })
        writer.add(row: capture.labels.map { Int32($0) })
      }
    }
    return writer.bytes
  }

  /// What a record holds of one rule.
  struct RuleRecord {
    var acceptance: Int
    var layer: Int
    var isMarked: Bool
    var lexicons: [Int]
    var captures: [CompiledRule.Capture]
  }

  /// Takes all but the rules from a record, and gives what it holds of these.
  mutating func read(_ record: [UInt8]) throws(ByteRecordFailure) -> [RuleRecord] {
    var reader = ByteReader(bytes: record)
    labels = try reader.each { (reader) throws(ByteRecordFailure) in try reader.text() }
    lists = try reader.each { (reader) throws(ByteRecordFailure) in
      let lexicon = try reader.int()
      let filters = try reader.each { (reader) throws(ByteRecordFailure) in
        Item.Filter(column: try reader.text(), value: try reader.text())
      }
      return List(lexicon: lexicon, filters: filters)
    }
    trie = try NameTrie(from: &reader)
    atoms = try reader.each { (reader) throws(ByteRecordFailure) in try Atom(from: &reader) }
    predicates = try reader.each { (reader) throws(ByteRecordFailure) in
      Predicate(
        positive: try reader.row(of: Int32.self).map { Int($0) },
        negative: try reader.row(of: Int32.self).map { Int($0) })
    }
    phases = try reader.each { (reader) throws(ByteRecordFailure) in
      try Automaton(from: &reader)
    }
    phaseIndex = try PhaseIndex(from: &reader)
    return try reader.each { (reader) throws(ByteRecordFailure) in
      RuleRecord(
        acceptance: try reader.int(), layer: try reader.int(), isMarked: try reader.int() != 0,
        lexicons: try reader.row(of: Int32.self).map { Int($0) },
        captures: try reader.each { (reader) throws(ByteRecordFailure) in
          CompiledRule.Capture(
            name: try reader.text(), lexicons: try reader.row(of: Int32.self).map { Int($0) },
            labels: try reader.row(of: Int32.self).map { Int($0) })
        })
    }
  }
}
