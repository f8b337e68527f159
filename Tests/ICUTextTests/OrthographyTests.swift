import ICUText
import Testing
import TextModel

@Suite("Orthography rules")
struct OrthographyTests {
  private func rewritten(_ word: String, by file: String) throws -> String {
    let rules = try TransliterationRules(source: Checkout.source("Rules/orthography/\(file).txt"))
    let result = rules.makeTransliterator().transliterate(Normalizer.nfc(Array(word.utf8)))
    return String(decoding: result, as: UTF8.self)
  }

  @Test(
    "look-alikes become Cyrillic in a word with Cyrillic letters",
    arguments: [
      ("əлем", "әлем"), ("мəселе", "мәселе"), ("əpтүрлі", "әртүрлі"), ("əp", "әр"),
      ("казaкстан", "казакстан"), ("kaзaқ", "казақ"), ("ceзім", "сезім"), ("aлмaты", "алматы"),
      ("аӊ", "аң"), ("қа\u{AD}зан", "қазан"), ("қа\u{200B}зан", "қазан"), ("и\u{306}од", "йод"),
      ("öзі", "өзі"), ("қазан", "қазан"),
    ])
  func fold(word: String, expected: String) throws {
    let result = try rewritten(word, by: "fold")
    #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "a Latin word stays as it is, with a Kazakh suffix too",
    arguments: ["tox", "ceo", "əmir", "smsті", "covidтен", "", "05"])
  func foldKeeps(word: String) throws {
    #expect(try rewritten(word, by: "fold") == word)
  }

  @Test(
    "passes by themselves rewrite as ICU does the file as a whole",
    arguments: ["fold", "tote", "tote-write", "latin/read", "latin/2018", "latin/2018-dots"])
  func passes(file: String) throws {
    let source = try Checkout.source("Rules/orthography/\(file).txt")
    let whole = try Transliterator(rules: source)
    let passes = try TransliterationRules(source: source).makeTransliterator()
    var changed = 0
    for word in [
      "əpтүрлі", "kaзaқ", "قازاقستان", "\u{674}بىرىنشى", "тенденция", "наурыз", "üiıne",
      "sessiasy", "federatsıa", "naýryzda", "mıllıard", "tox", "қазан", "",
    ] {
      let form = whole.transliterate(Array(word.utf8))
      #expect(passes.transliterate(Array(word.utf8)) == form, "\(word)")
      if form != Array(word.utf8) { changed += 1 }
    }
    #expect(changed > 0)
  }

  @Test(
    "Cyrillic letters read as roman numerals",
    arguments: [
      ("ХХІ", "XXI"), ("ХVІІІ", "XVIII"), ("ІІІ", "III"), ("ХҮІІІ", "XVIII"), ("Ⅷ", "VIII"),
      ("XIX", "XIX"), ("МС", "MC"),
    ])
  func roman(word: String, expected: String) throws {
    #expect(try rewritten(word, by: "roman") == expected)
  }

  @Test(
    "Kazakh Latin reads as Cyrillic, each alphabet by its own letters",
    arguments: [
      ("qazaqstan", "қазақстан", []), ("būryñğy", "бұрыңғы", []), ("şaharynyñ", "шаһарының", []),
      ("üiıne", "үйіне", []), ("kıtapty", "кітапты", []), ("sessiasy", "сессиясы", []),
      ("tiyn", "тиын", []), ("qyrküiek", "қыркүйек", []), ("mädeniet", "мәдениет", []),
      ("jyldyŋ", "жылдың", []), ("hatşy", "хатшы", []), ("federatsiasynyñ", "федерациясының", []),
      ("qoldanwdağılar", "қолданудағылар", ["turkic"]),
      ("sezındegı", "съезіндегі", []), ("sezınu", "сезіну", []), ("sezı", "съезі", []),
      ("ğylymialyq", "ғылымиялық", []), ("jariağan", "жарияған", []),
      ("jwmısında", "жұмысында", ["w"]), ("mereytoy", "мерейтой", ["w"]),
      ("tughanyna", "туғанына", ["gh"]), ("alghangha", "алғанға", ["gh"]),
      ("oishyldyng", "ойшылдың", ["gh"]), ("boyynsha", "бойынша", ["gh"]),
      ("kiyeli", "киелі", ["gh"]), ("ziyaly", "зиялы", ["gh"]), ("tauypty", "тауыпты", ["gh"]),
      ("jüýesiniñ", "жүйесінің", ["turkic"]), ("nätïje", "нәтиже", ["turkic"]),
      ("a'lem", "әлем", ["2017"]), ("jylg'y", "жылғы", ["2017"]), ("ákim", "әкім", ["2018"]),
      ("naýryzda", "наурызда", ["2018"]), ("federatsııasynyń", "федерациясының", ["2018"]),
      ("jumys", "жұмыс", ["2018"]), ("shildesinde", "шілдесінде", ["2018"]),
    ])
  func latin(word: String, expected: String, first: [String]) throws {
    var form = word
    for file in first + ["read"] { form = try rewritten(form, by: "latin/\(file)") }
    #expect(form == expected)
  }

  @Test(
    "Cyrillic is written in other alphabets",
    arguments: [
      ("қыркүйек", "qyrküiek", ["latin/write", "latin/2021-write"]),
      ("бірінші", "bırınşı", ["latin/write", "latin/2021-write"]),
      ("наурыз", "naýryz", ["latin/write", "latin/2018-write"]),
      ("шілде", "shilde", ["latin/write", "latin/2018-write"]),
      ("жылғы", "jylg'y", ["latin/write", "latin/2017-write"]),
      ("нәтиже", "nätïje", ["latin/write", "latin/turkic-write"]),
      ("қазақстан", "قازاقستان", ["tote-write"]), ("тіл", "\u{674}تىل", ["tote-write"]),
      ("бірінші", "\u{674}بىرىنشى", ["tote-write"]), ("керек", "كەرەك", ["tote-write"]),
      ("тенденция", "تەندەنتسيا", ["tote-write"]),
    ])
  func write(word: String, expected: String, files: [String]) throws {
    var form = word
    for file in files { form = try rewritten(form, by: file) }
    #expect(form == expected)
  }

  @Test(
    "Kazakh Arabic letters read as Cyrillic, fronted by hamza or by telling letters",
    arguments: [
      ("قازاقستان", "қазақстан"), ("ءتىل", "тіл"), ("ٴتىلى", "тілі"), ("كىتاپتى", "кітапты"),
      ("جۇيەسىنىڭ", "жүйесінің"), ("بٸرٸنشٸ", "бірінші"), ("پارلامەنت", "парламент"),
      ("سەناتىنىڭ", "сенатының"), ("جانە", "және"), ("قيىن", "қиын"), ("تارىيحى", "тарихы"),
    ])
  func tote(word: String, expected: String) throws {
    #expect(try rewritten(word, by: "tote") == expected)
  }

  @Test("a word above the longest comes out as it is")
  func long() throws {
    let word = String(repeating: "a", count: 300) + "қ"
    #expect(try rewritten(word, by: "fold") == word)
  }

  @Test("a result far longer than the word makes room for itself")
  func growth() throws {
    let long = String(repeating: "x", count: 200)
    let transliterator = try Transliterator(
      rules: SourceFile(name: "grow", text: "a > \(long);"))
    let result = transliterator.transliterate(Array(repeating: 0x61, count: 100))
    #expect(result == Array(repeating: 0x78, count: 20_000))
    #expect(transliterator.transliterate([0x62]) == [0x62])
  }
}
