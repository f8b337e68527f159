import TextModel

// Addresses, which are written in the same letters in every text.
extension ConversionPass {
  /// What stands within an address beside words and digits.
  private static let connectors = Set("./@:_-?=&%#~".utf8)

  /// Whether a token may begin an address: a space or another sign stands before it.
  func isAddressStart(_ token: Int, _ sentence: TokenSpan, _ tokens: TokenTable) -> Bool {
    token == sentence.start || !tokens.flags[token].contains(.glued)
      || !isPart(tokens.types[token - 1])
  }

  /// The end of the address that begins with a token, «Egemen.kz», without the ending that may stand
  /// behind its hyphen; nil where none begins.
  ///
  /// - Complexity: O(length of the address).
  func addressEnd(
    at token: Int, _ end: Int, _ tokens: TokenTable, from system: Int
  ) -> Int? {
    var last = token
    var isAddress = false
    var next = token
    while next < end, next == token || tokens.flags[next].contains(.glued) {
      guard isPart(tokens.types[next]) else { break }
      if isSign("@", tokens.types[next]), next + 1 < end, tokens.flags[next + 1].contains(.glued) {
        isAddress = true
      } else if next > token + 1, isSign(".", tokens.types[next - 1]),
        isDomain(next, tokens, system)
      {
        isAddress = true
        last = next
      }
      // A hyphen between two words of which the second is the last may be that before an ending.
      if isAddress, !isSign("-", tokens.types[next]), !isSign("-", tokens.types[next - 1]) {
        last = next
      }
      next += 1
    }
    return isAddress ? last + 1 : nil
  }

  private func isPart(_ type: WordTypeID) -> Bool {
    let shape = words.types.shape(type)
    if shape.contains(.digits) { return true }
    if words.scripts.wordClass(of: type) == .foreign(.latin) { return true }
    let surface = words.types.surface(type)
    return surface.count == 1 && Self.connectors.contains(surface.first!)
  }

  private func isSign(_ sign: Character, _ type: WordTypeID) -> Bool {
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
      && !words.scripts.trial(of: type, in: system).isListed
  }
}
