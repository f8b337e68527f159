import RuleSyntax
import TextModel

// A compiled rule set as bytes. What is large lies there as it is used: reading it copies nothing.
extension RuleProgram {
  /// The bytes from which ``init(record:files:environment:)`` makes the program again.
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
    writer.add(each: lexicons) { $1.write(to: &$0) }
    trie.write(to: &writer)
    writer.add(each: atoms) { $1.write(to: &$0) }
    writer.add(each: predicates) { writer, predicate in
      writer.add(numbers: predicate.positive)
      writer.add(numbers: predicate.negative)
    }
    writer.add(each: phases) { $1.write(to: &$0) }
    phaseIndex.write(to: &writer)
    writer.add(each: rules) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// The program of a rule set that was compiled before.
  ///
  /// - Parameter record: what it gave as its ``record`` then.
  /// - Parameter files: the files of its lexicons, in their order and unchanged.
  /// - Throws: where the record is none of this build.
  package init(
    record: PlainRow<UInt8>, files: [SourceFile], environment: RuleEnvironment
  ) throws(ByteRecordFailure) {
    var reader = ByteReader(record)
    labels = try reader.each { (reader) throws(ByteRecordFailure) in try reader.text() }
    lists = try reader.each { (reader) throws(ByteRecordFailure) in
      let lexicon = try reader.int()
      let filters = try reader.each { (reader) throws(ByteRecordFailure) in
        Item.Filter(column: try reader.text(), value: try reader.text())
      }
      return List(lexicon: lexicon, filters: filters)
    }
    var number = 0
    lexicons = try reader.each { (reader) throws(ByteRecordFailure) in
      guard number < files.count else { throw ByteRecordFailure() }
      defer { number += 1 }
      return try Lexicon(from: &reader, file: files[number])
    }
    trie = try NameTrie(from: &reader)
    atoms = try reader.each { (reader) throws(ByteRecordFailure) in try Atom(from: &reader) }
    predicates = try reader.each { (reader) throws(ByteRecordFailure) in
      Predicate(positive: try reader.numbers(), negative: try reader.numbers())
    }
    phases = try reader.each { (reader) throws(ByteRecordFailure) in
      try Automaton(from: &reader)
    }
    phaseIndex = try PhaseIndex(from: &reader)
    let functions = environment.functions
    rules = try reader.each { (reader) throws(ByteRecordFailure) in
      try CompiledRule(from: &reader, functions: functions)
    }
    inflectional = environment.inflectional
    featureNames = environment.features
    index = AtomIndex(atoms: atoms)
  }
}
