import TextModel

// Addresses, which are written in the same letters in every text.
extension WorkerScripts {
  /// What stands within an address beside words and digits.
  private static let connectors = Set("./@:_-?=&%#~".utf8)

  /// The end of the address that begins with a token, «Egemen.kz», without the ending that may stand
  /// behind its hyphen; nil where none begins.
  ///
  /// - Complexity: O(length of the address).
  func addressEnd(
    at token: Int, in sentence: TokenSpan, _ tokens: TokenTable, _ system: Int
  ) -> Int? {
    // A space or another sign stands before it.
    guard
      token == sentence.start || !tokens.flags[token].contains(.glued)
        || !isPart(tokens.types[token - 1])
    else { return nil }
    let end = sentence.end
    var last = token
    var isAddress = false
    var next = token
    while next < end, next == token || tokens.flags[next].contains(.glued) {
      guard isPart(tokens.types[next]) else { break }
      if isMark("@", tokens.types[next]), next + 1 < end, tokens.flags[next + 1].contains(.glued) {
        isAddress = true
      } else if next > token + 1, isMark(".", tokens.types[next - 1]),
        isDomain(next, tokens, system)
      {
        isAddress = true
        last = next
      }
      // A hyphen before the last word may be that before an ending.
      if isAddress, !isSign(tokens.types[next]), !isMark("-", tokens.types[next - 1]) {
        last = next
      }
      next += 1
    }
    return isAddress ? last + 1 : nil
  }

  private func isPart(_ type: WordTypeID) -> Bool {
    let shape = words.types.shape(type)
    if shape.contains(.digits) { return true }
    if wordClass(of: type) == .foreign(.latin) { return true }
    return isSign(type)
  }

  private func isSign(_ type: WordTypeID) -> Bool {
    let surface = words.types.surface(type)
    return surface.count == 1 && Self.connectors.contains(surface.first!)
  }

  private func isMark(_ sign: Character, _ type: WordTypeID) -> Bool {
    words.types.surface(type).elementsEqual(sign.utf8)
  }

  /// Whether a word behind a full stop may end the name of a site: small letters that all alphabets
  /// have, and no word of the language, behind another word.
  private func isDomain(_ token: Int, _ tokens: TokenTable, _ system: Int) -> Bool {
    let type = tokens.types[token]
    let surface = words.types.surface(type)
    return surface.count > 1
      && surface.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
      && words.types.surface(tokens.types[token - 2]).count > 1
      && !trial(of: type, in: system).isListed
  }
}
