import TextModel

/// Leaves the mentions that are given out: labels asked for, none over another as the convention
/// says.
struct MentionResolver: Processor {
  let options: ExtractionOptions

  var name: String { "resolve" }
  var requires: Set<Layer> { [.mentions] }
  var provides: Set<Layer> { [] }

  /// - Complexity: O(n log n) in the mentions: names do not overlap each other, nor do times.
  func process(_ document: inout Document, with worker: Worker) throws {
    // Labels in small letters are the rules' own business.
    var mentions = document.mentions
    if mentions.contains(where: \.isInternal) {
      dateEvents(in: &mentions)
      mentions.removeAll(where: \.isInternal)
    }
    if !mentions.isInSourceOrder { mentions.sort { Mention.isBefore($0, $1) } }
    let isAlone = zip(mentions, mentions.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }
    if !isAlone {
      let isExcluded = exclusions(among: mentions)
      mentions = mentions.indices.filter { !isExcluded[$0] }.map { mentions[$0] }
    }
    if let labels = options.labels {
      let wanted = Set(labels.map(\.rawValue))
      mentions.removeAll { !wanted.contains($0.label) }
    }
    document.mentions = mentions
  }

  /// Gives events the days that the rules know of them.
  private func dateEvents(in mentions: inout [Mention]) {
    // By where they begin: whether a word for a holiday belongs to the name is for the names to say.
    var dates: [Int: Timex] = [:]
    for mention in mentions where mention.label == RuleApplier.eventDateLabel {
      dates[mention.span.start] = mention.timex
    }
    guard !dates.isEmpty else { return }
    for index in mentions.indices where mentions[index].label == EntityLabel.event.rawValue {
      guard let timex = dates[mentions[index].span.start] else { continue }
      mentions[index].value = timex.value
      mentions[index].candidates += timex.candidates
    }
  }

  /// For each mention whether one of the other layer, of names or of times, takes its place.
  private func exclusions(among mentions: [Mention]) -> [Bool] {
    var isExcluded = Array(repeating: false, count: mentions.count)
    var open: [Int] = []
    for (index, mention) in mentions.enumerated() {
      open.removeAll { mentions[$0].span.end <= mention.span.start }
      for other in open {
        if excludes(mentions[other], mention) { isExcluded[index] = true }
        if excludes(mention, mentions[other]) { isExcluded[other] = true }
      }
      open.append(index)
    }
    return isExcluded
  }

  /// Whether a mention can't stand beside one that it overlaps.
  private func excludes(_ winner: Mention, _ loser: Mention) -> Bool {
    let winnerIsTime = winner.timex != nil
    let winnerIsNumber = isNumber(winner)
    // Times and numbers share a layer, and names do: neither overlaps its own kind.
    guard (winnerIsTime || winnerIsNumber) != (loser.timex != nil || isNumber(loser)) else {
      return false
    }
    switch options.convention {
    case .full where winnerIsNumber:
      // A name with a number in it is one name; a number that a name breaks is none.
      return winner.span.contains(loser.span) && winner.span != loser.span
    case .full where isNumber(loser):
      return !(loser.span.contains(winner.span) && winner.span != loser.span)
    case .full:
      // A time may lie inside a name; a name that it does not lie in gives way to it.
      return winnerIsTime && (!loser.span.contains(winner.span) || loser.span == winner.span)
    case .kaznerd:
      return (winner.span.count, winnerIsTime ? 1 : 0) > (loser.span.count, winnerIsTime ? 0 : 1)
    }
  }

  private func isNumber(_ mention: Mention) -> Bool {
    EntityLabel.numeric.contains { $0.rawValue == mention.label }
  }
}

extension Mention {
  /// The order of mentions in a document: by their start, the longer first.
  static func isBefore(_ left: Mention, _ right: Mention) -> Bool {
    (left.span.start, right.span.end) < (right.span.start, left.span.end)
  }
}

extension [Mention] {
  /// Whether no mention stands before one that comes earlier in a document.
  var isInSourceOrder: Bool {
    zip(self, dropFirst()).allSatisfy { !Mention.isBefore($1, $0) }
  }
}
