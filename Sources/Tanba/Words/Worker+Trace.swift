public import RuleEngine

extension Worker {
  /// Has what becomes of every match of a rule set noted, until ``trim()`` forgets it.
  ///
  /// - Throws: what keeps the worker from matching with these rules.
  public func note(_ trace: MatchTrace?, of rules: RuleSet) throws {
    try WorkerWords.of(self, rules).matcher.trace = trace
  }
}
