extension RuleFormatter {
  /// What decides about the space before a unit.
  struct Context {
    /// The keyword of the statement.
    private var keyword = ""
    /// The units of the line so far.
    private var count = 0
    private var parentheses = 0
    private var isInBraces = false
    /// The colon of a rule's head has been met, and the label behind it.
    private var hasColon = false
    private var hasLabel = false
    /// The line is the one that the statement begins on.
    private var isFirstLine = true
    /// Behind `=>` the value stands as written.
    private var isInValue = false

    mutating func beginLine(_ keyword: String?) {
      isFirstLine = keyword != nil
      if let keyword {
        self.keyword = keyword
        hasColon = false
        hasLabel = false
        parentheses = 0
      }
      count = 0
      isInValue = false
      isInBraces = false
    }

    mutating func pass(_ token: SyntaxToken) {
      count += 1
      if isInValue { return }
      if keyword == "rule", hasColon, !hasLabel { hasLabel = true }
      guard token.kind == .mark else { return }
      switch token.text {
      case "(": parentheses += 1
      case ")": parentheses = max(0, parentheses - 1)
      case "{": isInBraces = true
      case "}": isInBraces = false
      case "=>": isInValue = true
      case ":": hasColon = true
      default: break
      }
    }

    /// A rule's pattern begins a line of its own; not where its first word would then begin a clause.
    func breaksLine(before token: SyntaxToken) -> Bool {
      keyword == "rule" && hasLabel && count > 0 && isFirstLine
        && !(token.kind == .identifier && RuleParser.clauseKeywords.contains(token.text))
    }

    /// The unit is where neighbouring lines are aligned.
    func isAligned(_ token: SyntaxToken) -> Bool {
      guard parentheses == 0, isFirstLine else { return false }
      switch keyword {
      case "define": return token.isMark("=")
      case "lexicon", "use": return token.kind == .string
      default: return false
      }
    }

    /// Whether a blank stands between two units of a line.
    func isSpaced(_ left: SyntaxToken, _ right: SyntaxToken) -> Bool {
      if isInValue { return left.isMark("=>") || !right.isGlued }
      if left.kind == .mark {
        switch left.text {
        case "(", "[", "{", "<", "!", "...", "-": return false
        case ".": return !right.isGlued
        case ",": return !isInBraces
        case ":": return isRuleColon
        case "=": return parentheses == 0
        default: break
        }
      }
      guard right.kind == .mark else { return true }
      switch right.text {
      case ")", "]", "}", ">", ",", "...", "?", "*", "{": return false
      case "(", "+", ".": return !right.isGlued
      case ":": return keyword == "rule" && !hasColon
      case "=": return parentheses == 0
      default: return true
      }
    }

    /// The colon just passed is that of a rule's head.
    private var isRuleColon: Bool { keyword == "rule" && hasColon && !hasLabel }
  }
}
