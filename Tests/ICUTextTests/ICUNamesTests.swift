import ICUText
import Testing

@Suite("Names, forms and versions of ICU")
struct ICUNamesTests {
  @Test(
    "regions have Kazakh names",
    arguments: [
      ("KZ", "Қазақстан"), ("CN", "Қытай"), ("GB", "Ұлыбритания"),
      ("US", "Америка Құрама Штаттары"),
    ])
  func regions(code: String, name: String) {
    #expect(ICUNames.region(code, locale: "kk") == name)
  }

  @Test("a code of no region has no name", arguments: ["QQ", "", "not-a-region", "XYZXYZXYZXYZ"])
  func noRegion(code: String) {
    #expect(ICUNames.region(code, locale: "kk") == nil)
  }

  @Test("all territories are listed")
  func codes() {
    let codes = ICUNames.regionCodes
    #expect(codes.count > 240)
    #expect(codes.contains("KZ"))
    #expect(Set(codes).count == codes.count)
  }

  @Test("months and weekdays come in order, wide and abbreviated")
  func symbols() {
    #expect(ICUNames.months(locale: "kk").count == 12)
    #expect(ICUNames.months(locale: "kk")[9] == "қазан")
    #expect(ICUNames.months(locale: "kk", width: .abbreviated)[9] == "қаз.")
    #expect(ICUNames.months(locale: "kk", context: .standalone)[0] == "Қаңтар")
    #expect(ICUNames.weekdays(locale: "kk").first == "жексенбі")
    #expect(ICUNames.weekdays(locale: "kk", width: .abbreviated).last == "сб")
  }

  @Test(
    "lower case follows the locale",
    arguments: [
      ("ӘЛЕМ", "kk", "әлем"), ("I", "kk", "i"), ("I", "tr", "ı"), ("İ", "", "i\u{307}"),
      ("", "", ""),
    ])
  func lowercase(text: String, locale: String, expected: String) {
    let result = CaseMapping.lowercased(Array(text.utf8), locale: locale)
    #expect(result == Array(expected.utf8))
  }

  @Test("lower case that takes more bytes makes room for itself")
  func lowercaseGrowth() {
    let result = CaseMapping.lowercased(Array(String(repeating: "İ", count: 1000).utf8))
    #expect(result == Array(String(repeating: "i\u{307}", count: 1000).utf8))
  }

  @Test(
    "normal form C composes what composes",
    arguments: [
      ("и\u{306}", "й"), ("қазан", "қазан"), ("e\u{301}", "é"), ("plain", "plain"), ("", ""),
      ("\u{1D160}", "\u{1D158}\u{1D165}\u{1D16E}"), ("\u{340}", "\u{300}"),
    ])
  func nfc(text: String, expected: String) {
    #expect(Normalizer.nfc(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test("versions are numbers with a dot")
  func versions() {
    #expect(ICUVersion.icu.contains("."))
    #expect((Int(ICUVersion.icu.prefix { $0 != "." }) ?? 0) >= 72)
    #expect((Int(ICUVersion.unicode.prefix { $0 != "." }) ?? 0) >= 15)
  }
}
