import TextModel

/// The tags of a sentence's tokens: their places within names and within earlier mentions.
///
/// A set of tags is interned, so that a token's tags are one number; 0 is none.
final class TokenTags {
  private let program: RuleProgram
  private var setNumbers: [[Int]: Int] = [[]: 0]
  private(set) var sets: [[Int]] = [[]]
  private var singles: [Int]
  /// The last tag of each token of the sentence, and for each tag the one before it, or -1.
  private var last: [Int32] = []
  private var previous: [Int32] = []
  private var atoms: [Int32] = []
  private var first = 0
  private var set: [Int] = []

  init(program: RuleProgram) {
    self.program = program
    singles = Array(repeating: -1, count: program.atoms.count)
  }

  /// Begins a sentence.
  func begin(_ tokens: Range<Int>) {
    first = tokens.lowerBound
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: repeatElement(-1, count: tokens.count))
    previous.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
  }

  private func add(atom: Int, to token: Int) {
    previous.append(last[token - first])
    last[token - first] = Int32(atoms.count)
    atoms.append(Int32(atom))
  }

  func add(_ position: Tag.Position, of symbol: Int, to token: Int) {
    if let atom = program.index.tags[Tag(symbol: symbol, position: position)] {
      add(atom: atom, to: token)
    }
  }

  func addGlued(to token: Int) {
    if let atom = program.index.glued { add(atom: atom, to: token) }
  }

  func addFirst(to token: Int) {
    if let atom = program.index.first { add(atom: atom, to: token) }
  }

  /// Tags the tokens of a mention.
  func add(mention tokens: Range<Int>, label: Int) {
    let symbol = program.symbol(ofLabel: label)
    guard program.index.taggedSymbols.contains(symbol) else { return }
    for token in tokens { add(.member, of: symbol, to: token) }
    if tokens.count == 1 {
      add(.single, of: symbol, to: tokens.lowerBound)
    } else {
      add(.begin, of: symbol, to: tokens.lowerBound)
      for token in tokens.dropFirst().dropLast() { add(.inside, of: symbol, to: token) }
      add(.end, of: symbol, to: tokens.upperBound - 1)
    }
  }

  /// Tags the tokens of a name of several tokens.
  func add(name hit: NameFinder.Hit, list: Int) {
    guard program.index.taggedSymbols.contains(list) else { return }
    for token in hit.tokens { add(.member, of: list, to: token) }
    add(.begin, of: list, to: hit.tokens.lowerBound)
    for token in hit.tokens.dropFirst().dropLast() { add(.inside, of: list, to: token) }
    let last = hit.tokens.upperBound - 1
    if hit.features.isSubset(of: program.inflectional) {
      add(.end, of: list, to: last)
      if hit.features.isEmpty { add(.exactEnd, of: list, to: last) }
    } else {
      add(.derivedEnd, of: list, to: last)
    }
  }

  /// The interned set of each token of the sentence, in order.
  ///
  /// - Complexity: O(tokens + tags).
  func sets(into numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    for tag in last {
      guard tag >= 0 else {
        numbers.append(0)
        continue
      }
      if previous[Int(tag)] < 0 {
        numbers.append(number(ofSingle: Int(atoms[Int(tag)])))
        continue
      }
      set.removeAll(keepingCapacity: true)
      var tag = tag
      while tag >= 0 {
        set.append(Int(atoms[Int(tag)]))
        tag = previous[Int(tag)]
      }
      set.sort()
      var count = 1
      for index in 1..<set.count where set[index] != set[count - 1] {
        set[count] = set[index]
        count += 1
      }
      set.removeLast(set.count - count)
      numbers.append(number(of: set))
    }
  }

  private func number(ofSingle atom: Int) -> Int {
    if singles[atom] < 0 { singles[atom] = number(of: [atom]) }
    return singles[atom]
  }

  private func number(of set: [Int]) -> Int {
    if let number = setNumbers[set] { return number }
    setNumbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
