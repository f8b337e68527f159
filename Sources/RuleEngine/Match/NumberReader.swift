import TextModel

/// Reads the number that a run of tokens writes.
///
/// Digits may stand in groups of three with spaces between them, and have decimals behind a comma
/// or a point. Of number words and digits smaller ones are added, larger ones multiply: hundreds
/// what stands right before them, thousands and more all that came since the last such word.
struct NumberReader {
  let tokens: TokenTable
  let types: WordTypes

  private var total = DecimalNumber(0)
  private var current: DecimalNumber?
  private var isFound = false

  init(tokens: TokenTable, types: WordTypes) {
    self.tokens = tokens
    self.types = types
  }

  /// The number of a range; nil where it writes none or one too large.
  ///
  /// - Parameter word: the number that a token means as a word.
  mutating func read(_ range: Range<Int>, word: (Int) -> Int?) -> DecimalNumber? {
    var token = range.lowerBound
    while token < range.upperBound {
      if types.number(tokens.types[token]) != nil {
        guard let (number, next) = digits(from: token, to: range.upperBound),
          add(number)
        else { return nil }
        token = next
      } else {
        if let number = word(token), !put(word: number) { return nil }
        token += 1
      }
    }
    guard isFound, let sum = current.map({ total.adding($0) }) ?? total, sum.isCountable else {
      return nil
    }
    return sum
  }

  private mutating func add(_ number: DecimalNumber) -> Bool {
    isFound = true
    guard let sum = current.map({ $0.adding(number) }) ?? number else { return false }
    current = sum
    return true
  }

  private mutating func put(word number: Int) -> Bool {
    if number == 100, let before = current {
      guard let product = before.multiplied(by: 100) else { return false }
      current = product
      return true
    }
    guard number >= 1000 else { return add(DecimalNumber(number)) }
    isFound = true
    guard let product = (current ?? DecimalNumber(1)).multiplied(by: number),
      let sum = total.adding(product)
    else { return false }
    total = sum
    current = nil
    return true
  }

  // MARK: Digits

  /// A number in digits, and the token behind it.
  private func digits(from first: Int, to end: Int) -> (DecimalNumber, next: Int)? {
    guard var whole = types.number(tokens.types[first]) else { return nil }
    var next = first + 1
    if let count = digitCount(first), count <= 3 {
      while next < end, digitCount(next) == 3, !tokens.flags[next].contains(.glued),
        let group = types.number(tokens.types[next])
      {
        let (product, overflow) = whole.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return nil }
        whole = product + group
        next += 1
      }
    }
    guard next + 1 < end, isDecimalMark(next), tokens.flags[next + 1].contains(.glued),
      let count = digitCount(next + 1), let decimals = types.number(tokens.types[next + 1])
    else { return (DecimalNumber(whole), next) }
    guard let fraction = DecimalNumber(digits: decimals, scale: count),
      let number = DecimalNumber(whole).adding(fraction)
    else { return nil }
    return (number, next + 2)
  }

  private func isDecimalMark(_ token: Int) -> Bool {
    let surface = types.surface(tokens.types[token])
    return tokens.flags[token].contains(.glued)
      && (surface.elementsEqual([UInt8(ascii: ",")]) || surface.elementsEqual([UInt8(ascii: ".")]))
  }

  /// How many digits a token is written in, a suffix left out.
  private func digitCount(_ token: Int) -> Int? {
    guard !types.shape(tokens.types[token]).isDisjoint(with: [.digits, .suffixedNumber]) else {
      return nil
    }
    let count = types.normBytes(tokens.types[token]).prefix { (0x30...0x39).contains($0) }.count
    return count > 0 ? count : nil
  }
}
