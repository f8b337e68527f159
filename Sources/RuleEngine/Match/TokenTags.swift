import TextModel

/// The tags of a sentence's tokens: their places within names and within earlier mentions.
///
/// A set of tags is interned, so that a token's tags are one number; 0 is none.
final class TokenTags {
  private let program: RuleProgram
  private var setNumbers: [[Int]: Int] = [[]: 0]
  private(set) var sets: [[Int]] = [[]]
  private var pairs: [(token: Int, atom: Int)] = []

  init(program: RuleProgram) { self.program = program }

  func removeAll() { pairs.removeAll(keepingCapacity: true) }

  func add(_ position: Tag.Position, of symbol: Int, to token: Int) {
    if let atom = program.index.tags[Tag(symbol: symbol, position: position)] {
      pairs.append((token, atom))
    }
  }

  func addGlued(to token: Int) {
    if let atom = program.index.glued { pairs.append((token, atom)) }
  }

  func addFirst(to token: Int) {
    if let atom = program.index.first { pairs.append((token, atom)) }
  }

  /// Tags the tokens of a mention.
  func add(mention tokens: Range<Int>, label: Int) {
    let symbol = program.symbol(ofLabel: label)
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

  /// The interned set of each token of a range, in order.
  func sets(of tokens: Range<Int>, into numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    numbers.append(contentsOf: repeatElement(0, count: tokens.count))
    pairs.sort { ($0.token, $0.atom) < ($1.token, $1.atom) }
    var index = 0
    while index < pairs.count {
      let token = pairs[index].token
      var set: [Int] = []
      while index < pairs.count, pairs[index].token == token {
        if set.last != pairs[index].atom { set.append(pairs[index].atom) }
        index += 1
      }
      numbers[token - tokens.lowerBound] = number(of: set)
    }
  }

  private func number(of set: [Int]) -> Int {
    if let number = setNumbers[set] { return number }
    setNumbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
