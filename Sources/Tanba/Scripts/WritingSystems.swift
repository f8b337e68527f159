import ICUText
import Synchronization
import TextModel

/// A rule set's alphabets, and what is learnt about them while texts are read: shared by all workers.
final class WritingSystems: Sendable {
  let all: [WritingSystem]
  private let spellings: Mutex<[Int: SpellingIndex]>
  private let knownTriples: Mutex<LetterTriples?>
  private let knownPhraseWords: Mutex<[[UInt8]: Bool]?>

  init(_ all: [WritingSystem]) {
    self.all = all
    spellings = Mutex([:])
    knownTriples = Mutex(nil)
    knownPhraseWords = Mutex(nil)
  }

  /// The number of an alphabet by its name or tag.
  func number(of name: String) -> Int? {
    all.firstIndex { $0.name == name || $0.tag.lowercased() == name.lowercased() }
  }

  /// The words that an alphabet can't write without loss; made when first asked for.
  func spellings(
    of number: Int, make: () -> SpellingIndex
  ) -> SpellingIndex {
    spellings.withLock { (known) in
      if let index = known[number] { return index }
      let index = make()
      known[number] = index
      return index
    }
  }

  /// The triples of letters of the common words; made when first asked for.
  func triples(make: () -> LetterTriples) -> LetterTriples {
    knownTriples.withLock { (known) in
      if let triples = known { return triples }
      let triples = make()
      known = triples
      return triples
    }
  }

  /// The words that names of bodies are made of, and whether they begin one; made when first asked for.
  func phraseWords(make: () -> [[UInt8]: Bool]) -> [[UInt8]: Bool] {
    knownPhraseWords.withLock { (known) in
      if let words = known { return words }
      let words = make()
      known = words
      return words
    }
  }
}
