import ICUText
import Tanba
import Testing

@Suite("Lexicons and the locale data of ICU")
struct LexiconTests {
  /// The values of a column for a name, as the pipeline's own tokens find it.
  static func cells(_ column: String, of name: String, in lexicon: String) throws -> Set<String> {
    let rules = try Checkout.rules.get()
    let lexicon = try #require(rules.program.lexicons.first { $0.name == lexicon })
    let index = try #require(lexicon.column(column))
    let wanted = try folded(name)
    return Set(try lexicon.rows.filter { try folded($0.form) == wanted }.map { $0.cells[index] })
  }

  /// Folded forms of a text's tokens, look-alikes mapped.
  private static func folded(_ text: String) throws -> [String] {
    if let known = cache[text] { return known }
    let document = try pipeline.extract(text, with: worker)
    let tokens = document.tokens.types.map {
      String(decoding: worker.wordTypes.normBytes($0), as: UTF8.self)
    }
    cache[text] = tokens
    return tokens
  }

  nonisolated(unsafe) private static var cache: [String: [String]] = [:]
  nonisolated(unsafe) private static let worker = Worker()
  private static let pipeline = try! Checkout.pipeline()

  /// A continent, islands where nobody lives, a name that ICU leaves in Russian, and the larger
  /// Congo, to which ICU gives a name that both bear.
  static let leftOut: Set = ["AQ", "BV", "HM", "UM", "BQ", "CD"]

  @Test("agree on regions, months and weekdays", .enabled(if: ICUVersion.icu.hasPrefix("72.")))
  func agree() throws {
    var missing: [String] = []
    var known = 0
    // Codes of two letters are ISO's; those of ICU's own name no country.
    let notISO: Set = [
      "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB",
      "XK", "ZZ",
    ]
    for code in ICUNames.regionCodes where code.count == 2 && !notISO.contains(code) {
      guard let name = ICUNames.region(code, locale: "kk"), name != code else { continue }
      let refs = try Self.cells("ref", of: name, in: "countries")
      if Self.leftOut.contains(code) { continue }
      if refs.contains("iso3166:\(code)") { known += 1 } else { missing.append("\(code) \(name)") }
    }
    #expect(missing == [])
    #expect(known > 200)
    for (index, name) in ICUNames.months(locale: "kk").enumerated() {
      #expect(try Self.cells("number", of: name, in: "months") == ["\(index + 1)"])
    }
    for (index, name) in ICUNames.weekdays(locale: "kk").enumerated() {
      // ICU begins with Sunday, ISO with Monday.
      let number = index == 0 ? 7 : index
      #expect(try Self.cells("number", of: name, in: "weekdays") == ["\(number)"])
    }
  }
}
