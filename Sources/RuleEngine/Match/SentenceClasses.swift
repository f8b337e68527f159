import TextModel

/// The classes of a sentence's tokens as the phases see them: by word type, by place, and by the
/// names and earlier mentions that they belong to.
///
/// Symbol 0 is the sentence's start, symbol n + 1 its token n, and the last one its end.
final class SentenceClasses {
  private let program: RuleProgram
  private let classes: WordClasses
  /// The class of each symbol.
  let symbols = PlainBuffer<Int32>()
  /// The same before any mention is found.
  private let untagged = PlainBuffer<Int32>()
  /// For each symbol the groups of patterns that may begin there, as ``PhaseIndex`` numbers them.
  let beginnings = PlainBuffer<UInt64>()
  /// The groups of patterns that may begin anywhere; at times more.
  @exclusivity(unchecked) private(set) var groups: UInt64 = 0
  /// The symbols that were marked, and with what.
  private let marked = PlainBuffer<Mark>()
  private let lanes = PlainBuffer<Lane>()
  @exclusivity(unchecked) private var first = 0
  /// The atom of each symbol's tag in each position; -1 where no rule asks.
  private let tagAtoms: PlainBuffer<Int32>

  /// The symbol of each rule's label.
  private let labelSymbols: PlainBuffer<Int>
  /// Whether any rule asks for a symbol.
  private let isTagged: PlainBuffer<Bool>

  private static let positions = 7

  /// A lane among the 64 that share a number.
  private struct Lane: BitwiseCopyable {
    var groups: UInt64
    /// The lanes that belong to other groups.
    var others: UInt64
  }

  private struct Mark: BitwiseCopyable {
    var place: Int
    var atom: Int
  }

  init(program: RuleProgram, classes: WordClasses) {
    self.program = program
    self.classes = classes
    let groups = program.phaseIndex.groups
    for lane in groups.indices {
      let word = lane & ~63
      var others: UInt64 = 0
      for other in word..<word + 64 where groups[other] & ~groups[lane] != 0 {
        others |= 1 << UInt64(other - word)
      }
      lanes.append(Lane(groups: groups[lane], others: others))
    }
    let symbolCount = program.symbol(ofLabel: program.labels.count)
    tagAtoms = PlainBuffer(repeating: -1, count: symbolCount * Self.positions)
    labelSymbols = PlainBuffer(capacity: program.rules.count)
    for rule in program.rules { labelSymbols.append(program.symbol(ofLabel: rule.labelIndex)) }
    isTagged = PlainBuffer(repeating: false, count: symbolCount)
    for symbol in program.index.taggedSymbols { isTagged[symbol] = true }
    for (tag, atom) in program.index.tags {
      tagAtoms[tag.symbol * Self.positions + tag.position.rawValue] = Int32(atom)
    }
  }

  /// Lays out the tokens of a sentence.
  func begin(_ tokens: Range<Int>, of table: TokenTable, _ types: WordTypes) {
    first = tokens.lowerBound
    untagged.removeAll()
    untagged.append(classes.start)
    var seeksWord = program.index.first != nil
    for token in tokens {
      let type = table.types[token]
      var number = classes.number(of: type, types)
      if let glued = program.index.glued, table.flags[token].contains(.glued) {
        number = classes.adding(glued, to: number)
      }
      if seeksWord, types.shape(type).contains(.letters), let atom = program.index.first {
        number = classes.adding(atom, to: number)
        seeksWord = false
      }
      untagged.append(number)
    }
    untagged.append(classes.end)
  }

  /// Tags the tokens of a name of several tokens; all names come before ``seal()``.
  func add(name hit: NameFinder.Hit, list: Int) {
    guard isTagged[list] else { return }
    for token in hit.tokens { add(.member, of: list, to: token, in: untagged) }
    let last = hit.tokens.upperBound - 1
    add(.begin, of: list, to: hit.tokens.lowerBound, in: untagged)
    for token in hit.tokens.lowerBound + 1..<last {
      add(.inside, of: list, to: token, in: untagged)
    }
    if hit.features.isSubset(of: program.inflectional) {
      add(.end, of: list, to: last, in: untagged)
      if hit.features.isEmpty { add(.exactEnd, of: list, to: last, in: untagged) }
    } else {
      add(.derivedEnd, of: list, to: last, in: untagged)
    }
  }

  /// Ends the layout: what is known before any phase runs.
  func seal() {
    symbols.removeAll()
    marked.removeAll()
    beginnings.removeAll()
    groups = 0
    symbols.append(untagged)
    beginnings.append(repeating: 0, count: symbols.count)
    setBeginnings(0..<symbols.count)
  }

  /// Tags the tokens of mentions that a phase has found.
  func add(_ mentions: PlainBuffer<FoundMatches.Row>) {
    for index in 0..<mentions.count {
      let mention = mentions[index]
      add(mention, within: mention.tokens)
      setBeginnings(around: mention.tokens)
    }
  }

  /// Gives tokens, by their symbols, one more atom.
  ///
  /// - Parameter places: runs of symbols, of which none begins before an earlier one.
  func mark(_ places: PlainBuffer<Int32>, with atom: Int) {
    for index in 0..<places.count {
      let place = Int(places[index])
      symbols[place] = classes.adding(atom, to: symbols[place])
      marked.append(Mark(place: place, atom: atom))
    }
    var laidOut = 0
    for index in 0..<places.count where places[index] >= laidOut {
      let place = Int(places[index])
      setBeginnings(max(place - 1, laidOut)..<place + 1)
      laidOut = place + 1
    }
    // Fewer patterns may begin from now on, too.
    groups = beginnings.union
  }

  /// Lays out tokens anew whose mentions were taken in by others.
  func reset(_ tokens: Run, with found: FoundMatches) {
    for token in tokens.range { symbols[token - first + 1] = untagged[token - first + 1] }
    for index in 0..<marked.count where tokens.range.contains(marked[index].place + first - 1) {
      let mark = marked[index]
      symbols[mark.place] = classes.adding(mark.atom, to: symbols[mark.place])
    }
    for index in found.indices(near: tokens) {
      let mention = found[index]
      guard mention.tokens.overlaps(tokens) else { continue }
      add(
        mention,
        within: Run(
          max(mention.tokens.lowerBound, tokens.lowerBound),
          min(mention.tokens.upperBound, tokens.upperBound)))
    }
    setBeginnings(around: tokens)
  }

  private func add(_ mention: FoundMatches.Row, within tokens: Run) {
    let symbol = labelSymbols[Int(mention.rule)]
    guard isTagged[symbol] else { return }
    for token in tokens.lowerBound..<tokens.upperBound {
      add(.member, of: symbol, to: token, in: symbols)
      let isFirst = token == mention.tokens.lowerBound
      let isLast = token == mention.tokens.upperBound - 1
      add(
        isFirst ? (isLast ? .single : .begin) : isLast ? .end : .inside, of: symbol, to: token,
        in: symbols)
    }
  }

  private func add(
    _ position: Tag.Position, of symbol: Int, to token: Int, in row: PlainBuffer<Int32>
  ) {
    let atom = tagAtoms[symbol * Self.positions + position.rawValue]
    guard atom >= 0 else { return }
    let index = token - first + 1
    row[index] = classes.adding(Int(atom), to: row[index])
  }

  /// A match may begin at a symbol, or at the one before it with this one second.
  private func setBeginnings(around tokens: Run) {
    setBeginnings(tokens.lowerBound - first..<tokens.upperBound - first + 1)
  }

  private func setBeginnings(_ range: Range<Int>) {
    var sum: UInt64 = 0
    let last = symbols.count - 1
    for index in range {
      let own = classes.uses(of: symbols[index])
      var ends = own.wholes
      if index < last { ends |= classes.uses(of: symbols[index + 1]).follows }
      let groups = groups(of: own.starts & ends)
      beginnings[index] = groups
      sum |= groups
    }
    groups |= sum
  }

  /// The groups that any of some lanes belongs to.
  @inline(__always)
  private func groups(of lanes: PhaseIndex.Lanes) -> UInt64 {
    // One by one: an index that is no constant would send the lanes through memory each time.
    let low = groups(of: lanes[0], 0) | groups(of: lanes[1], 1) | groups(of: lanes[2], 2)
    let middle = groups(of: lanes[3], 3) | groups(of: lanes[4], 4) | groups(of: lanes[5], 5)
    return low | middle | groups(of: lanes[6], 6) | groups(of: lanes[7], 7)
  }

  /// The same of the 64 lanes that share a number.
  @inline(__always)
  private func groups(of lanes: UInt64, _ word: Int) -> UInt64 {
    var sum: UInt64 = 0
    var rest = lanes
    while rest != 0 {
      let lane = self.lanes[word * 64 + rest.trailingZeroBitCount]
      sum |= lane.groups
      rest &= lane.others
    }
    return sum
  }
}
