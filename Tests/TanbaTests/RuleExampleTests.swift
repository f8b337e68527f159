import Evaluation
import Synchronization
import Tanba
import Testing

@Suite("The examples beside the rules")
struct RuleExampleTests {
  /// One tester serves all rules: what it learns of words it learns once.
  static let tester = Mutex(Result { try RuleTester(rules: Checkout.rules.get()) })

  static let ids = (try? Checkout.rules.get())?.source.rules.map(\.id) ?? []

  @Test("come out as written", arguments: ids)
  func comeOut(id: String) throws {
    let summary = try Self.tester.withLock { try $0.get().run(rule: id) }
    for failure in summary.failures { Issue.record("\(failure.diagnostic.rendered)") }
    for diagnostic in summary.untested { Issue.record("\(diagnostic.rendered)") }
    #expect(summary.passed + summary.failures.count > 0)
  }

  @Test("are there: the rule set compiles and has rules")
  func areThere() throws {
    do {
      #expect(try Checkout.rules.get().source.rules.count > 50)
    } catch let error as DiagnosticList {
      for diagnostic in error.diagnostics { Issue.record("\(diagnostic.rendered)") }
    }
  }

  @Test("of a rule that isn't there are none")
  func unknownRule() throws {
    let summary = try Self.tester.withLock { try $0.get().run(rule: "no.such-rule") }
    #expect(summary.passed == 0)
    #expect(summary.failures.isEmpty)
  }
}
