import TextModel

extension RuleMatcher {
  /// Marks the tokens of a phase's matches, see ``TokenMarks``: all that no exception forbids, since
  /// it makes no difference to a token how many hold it.
  ///
  /// - Complexity: O(tokens × longest match).
  func mark(_ phase: Int, with atom: Int) {
    let symbols = sentence.symbols
    marks.places.removeAll()
    marks.exceptions.removeAll()
    for place in 0..<symbols.count where verdict(phase, symbols[place]) == .open {
      walk(exceptions[phase], from: place)
      for index in 0..<met.count {
        marks.exceptions.append(Run(place, Int(lastEnd[Int(met[index])])))
      }
    }
    for place in 0..<symbols.count {
      switch verdict(phase, symbols[place]) {
      case .match: mark(Run(place, place + 1), phase)
      case .open:
        walk(automata[phase], from: place)
        var end = place
        for index in 0..<met.count { end = max(end, Int(lastEnd[Int(met[index])])) }
        if end > place { mark(Run(place, end), phase) }
      default: break
      }
    }
    sentence.mark(marks.places, with: atom)
  }

  /// Notes the tokens of a match unless an exception forbids it. The edges of the sentence are none.
  private func mark(_ symbols: Run, _ phase: Int) {
    let match = Run(
      max(symbols.lowerBound, 1), min(symbols.upperBound, sentence.symbols.count - 1))
    guard match.lowerBound < match.upperBound else { return }
    for index in 0..<marks.exceptions.count where marks.exceptions[index].overlaps(match) { return }
    for place in match.range where verdict(phase, sentence.symbols[place]) == .exception { return }
    for place in match.range { marks.places.append(Int32(place)) }
  }

  private func verdict(_ phase: Int, _ number: Int32) -> TokenMarks.Verdict {
    let known = marks.verdict(phase, number)
    if known != .unknown { return known }
    let (match, exception) = (automata[phase], exceptions[phase])
    let verdict: TokenMarks.Verdict =
      match.goesOn(behind: number) || exception.goesOn(behind: number)
      ? .open
      : exception.accepts(number) ? .exception : match.accepts(number) ? .match : .none
    marks.keep(verdict, phase, number)
    return verdict
  }
}
