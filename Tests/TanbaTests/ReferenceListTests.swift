import RuleEngine
import RuleSyntax
import Testing

@testable import Tanba

@Suite("The lists of the page about rules")
struct ReferenceListTests {
  /// What stands in backquotes at the start of the rows of the table under a head.
  static func names(under head: String) throws -> [String] {
    let lines = try Checkout.text("Rules/README.md").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(head) |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.compactMap {
      let parts = $0.split(separator: "`", omittingEmptySubsequences: false)
      return parts.count > 1 ? String(parts[1]) : nil
    }
  }

  @Test("name every shape")
  func shapes() throws {
    #expect(try Set(Self.names(under: "shape")) == Set(ShapeNames.all.keys))
  }

  @Test("name every test that is a call, and every one that is a word")
  func predicates() throws {
    let names = try Self.names(under: "test")
    for function in RuleParser.functions {
      #expect(names.contains { $0.hasPrefix(function + "(") }, "\(function)")
    }
    let calls = names.filter { $0.contains("(") }.map { $0.prefix { $0 != "(" } }
    #expect(Set(calls.map(String.init)) == Set(RuleParser.functions))
    for word in ["unlisted", "first", "glued", "_", "^", "$", "<LABEL>"] {
      #expect(names.contains(word), "\(word)")
    }
  }

  @Test("name every clause")
  func clauses() throws {
    let names = try Self.names(under: "clause").map { String($0.prefix { $0 != " " }) }
    #expect(Set(names) == Set(RuleParser.clauseKeywords))
  }

  @Test("name every statement")
  func statements() throws {
    let names = try Self.names(under: "statement").map { String($0.prefix { $0 != " " }) }
    #expect(Set(names) == Set(RuleParser.statementKeywords))
  }

  @Test("name every value function with what it takes")
  func functions() throws {
    let signatures = RuleSet.functions.map { name, function in
      let parameters = function.parameters.map {
        $0.isOptional ? "[\($0.type.name)]" : $0.type.name
      }
      return "\(name)(\(parameters.joined(separator: ", ")))"
    }
    #expect(try Self.names(under: "function").sorted() == signatures.sorted())
  }
}
