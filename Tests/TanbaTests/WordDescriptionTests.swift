import Tanba
import Testing

@Suite("What is known of a word by itself")
struct WordDescriptionTests {
  /// A word, its folded form, its shape and its number.
  static let words: [(word: String, norm: String, shape: Shape, number: Int?)] = [
    ("жыл", "жыл", [.letters, .lower], nil),
    ("Қазан", "қазан", [.letters, .capital], nil),
    ("БҰҰ", "бұұ", [.letters, .capital, .upper], nil),
    ("БҰҰ-ның", "бұұ-ның", [.letters, .capital, .suffixedUpper], nil),
    ("ҚазҰУ-нің", "қазұу-нің", [.letters, .capital, .mixedCase], nil),
    ("47", "47", .digits, 47),
    ("٤٧", "47", .digits, 47),
    ("47ші", "47ші", [.letters, .lower, .suffixedNumber], 47),
    ("47-ші", "47-ші", [.letters, .lower, .suffixedNumber], 47),
    ("47-ШІ", "47-ші", [.letters, .suffixedNumber, .upper], 47),
    ("47\u{2011}ші", "47-ші", [.letters, .lower, .suffixedNumber], 47),
    ("\u{2011}", "-", .punctuation, nil),
    ("XXI", "xxi", [.letters, .capital, .upper, .roman, .latin], 21),
    ("ХХІ", "ххі", [.letters, .capital, .upper, .roman], 21),
    ("ХХ", "хх", [.letters, .capital, .upper, .roman], 20),
    ("V", "v", [.letters, .capital, .roman, .latin], 5),
    ("IIX", "iix", [.letters, .capital, .upper, .latin], nil),
    ("Н.", "н.", [.letters, .capital, .initial], nil),
    ("ж.", "ж.", [.letters, .lower, .abbreviation], nil),
    ("«", "«", .punctuation, nil),
    ("\u{1F600}", "\u{1F600}", .punctuation, nil),
    ("Google", "google", [.letters, .capital, .latin], nil),
    ("News-ке", "news-ке", [.letters, .capital, .latin], nil),
    ("NATO", "nato", [.letters, .capital, .upper, .latin], nil),
    ("қазaн", "қазан", [.letters, .lower], nil),
    ("жəне", "және", [.letters, .lower], nil),
  ]

  @Test("is its folded form, its shape and its number", arguments: words)
  func describe(word: String, norm: String, shape: Shape, number: Int?) throws {
    let worker = Worker()
    let document = try Checkout.pipeline().extract(word, with: worker)
    let first = try #require(document.tokens.types.first)
    let types = worker.wordTypes
    #expect(document.tokens.count == 1)
    #expect(String(decoding: types.normBytes(first), as: UTF8.self) == norm)
    #expect(types.shape(first) == shape)
    #expect(types.number(first) == number)
  }

  @Test(
    "is a reading with the base as the best one",
    arguments: [
      ("жылдың", "жыл"), ("қазанда", "қазан"), ("47-ші", "47"), ("БҰҰ-ның", "бұұ"),
      ("ҚазҰУ-нің", "қазұу"), ("ҚазҰПУ-дағы", "қазұпу"),
      ("NATO-ға", "nato"), ("News-ке", "news"), ("Commodoresте", "commodores"),
      ("Instagram-дағы", "instagram"), ("ҚазҰУ-дың", "қазұу"), ("kz-ке", "kz"),
      ("ҚХР-на", "қхр"), ("ІІМ-нде", "іім"),
    ])
  func readings(word: String, base: String) throws {
    let worker = Worker()
    let document = try Checkout.pipeline().extract(word, with: worker)
    let types = worker.wordTypes
    let bases = types.readings(document.tokens.types[0]).map {
      String(decoding: types.norms[$0.base], as: UTF8.self)
    }
    #expect(bases.contains(base))
  }
}
