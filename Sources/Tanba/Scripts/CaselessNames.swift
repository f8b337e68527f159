import RuleEngine
import TextModel

/// What tells names in writing without capitals, as a rule set describes it.
struct CaselessNames: Sendable {
  /// Lexicons whose rows are names whatever else the word is.
  private(set) var nameLexicons: Set<String> = []
  /// Lexicons whose rows of several words are names.
  private(set) var longLexicons: Set<String> = []
  /// Lexicons of people's names.
  private(set) var peopleLexicons: Set<String> = []
  /// Lexicons of surnames.
  private(set) var lastLexicons: Set<String> = []
  /// Names that are words too, and hardly meant as such.
  private(set) var sure: Set<[UInt8]> = []
  /// Forms that are words, though names could have them.
  private(set) var plainWords: Set<[UInt8]> = []
  /// What stands between names in a row.
  private(set) var joiners: Set<[UInt8]> = []
  /// The lexicon of words that foreign names of companies end in.
  private(set) var companyLexicon = ""
  /// The lexicon of what stands between given names and surnames.
  private(set) var particleLexicon = ""
  /// Lexicons of what people are, before their names.
  private(set) var postLexicons: Set<String> = []
  /// Endings that make a name of a word that no lexicon knows, and those that do so beside another
  /// name only.
  private(set) var endings: [[UInt8]] = []
  private(set) var endingsBesideNames: [[UInt8]] = []
  /// Endings that make a name of a word that no lexicon knows and of another such word before it.
  private(set) var endingsOfPairs: [[UInt8]] = []
  /// Endings of words that are no names.
  private(set) var endingsOfOthers: [[UInt8]] = []
  /// What words begin with behind the name of a place: of a kind of places, as the names' owner.
  private(set) var placeKinds: [[UInt8]] = []
  /// The same of kinds whose names lexicons of names have all.
  private(set) var townKinds: [[UInt8]] = []
  /// Words that may stand between the name of a place and the word for its kind.
  private(set) var betweens: Set<[UInt8]> = []
  /// Words that stand behind the names of people.
  private(set) var titles: Set<[UInt8]> = []
  /// Marks behind which a sentence or a title begins.
  private(set) var openings: Set<[UInt8]> = []
  /// Ends of patronymics that may stand apart.
  private(set) var detached: [[UInt8]] = []
  /// Endings of verbs that are like those of names.
  private(set) var verbEndings: [[UInt8]] = []
  /// Endings of words that say which place it is, before the word for its kind.
  private(set) var attributeEndings: [[UInt8]] = []
  /// How what may follow the word for a kind of place begins: its cases.
  private(set) var caseStarts: [[UInt8]] = []
  /// Lexicons of words that are no names as they stand.
  private(set) var plainLexicons: Set<String> = []
  /// Lexicons of names of bodies, whose words make other such names; those of them whose last words
  /// do so as well.
  private(set) var phraseLexicons: Set<String> = []
  private(set) var wholeLexicons: Set<String> = []
  /// Words for bodies and posts, which end names that are made of such words.
  private(set) var heads: Set<[UInt8]> = []
  /// The feature of a head behind the words that say of what it is.
  private(set) var ownedFeature = ""
  /// Words that begin the name of a body before any word of a lexicon for one.
  private(set) var openers: Set<[UInt8]> = []
  private(set) var headLexicon = ""
  /// Words that begin what is no name, as it is one of many: «облыстық».
  private(set) var levels: Set<[UInt8]> = []
  /// Endings of surnames that a given name stands before, whatever word it is.
  private(set) var patronymics: [[UInt8]] = []
  /// Lexicons of peoples, which begin names of their bodies.
  private(set) var peoplesLexicons: Set<String> = []
  /// Lexicons of bodies that a country has one of.
  private(set) var organLexicons: Set<String> = []
  /// Words for the directions, which belong to the name of a land behind them, and its lexicons.
  private(set) var directions: Set<[UInt8]> = []
  private(set) var landLexicons: Set<String> = []
  /// Letters that foreign names lack.
  private(set) var nativeLetters: Set<Unicode.Scalar> = []

  private typealias Path<Value> = WritableKeyPath<CaselessNames, Value> & Sendable

  /// The kinds of rows that name lexicons, and where these go.
  private static let lexiconKinds: [String: [Path<Set<String>>]] = [
    "names": [\.nameLexicons], "long": [\.longLexicons], "people": [\.peopleLexicons],
    "last": [\.lastLexicons], "posts": [\.postLexicons], "plain": [\.plainLexicons],
    "phrases": [\.phraseLexicons], "whole": [\.phraseLexicons, \.wholeLexicons],
    "lands": [\.landLexicons], "peoples": [\.peoplesLexicons], "organs": [\.organLexicons],
  ]
  /// Those that are words.
  private static let wordKinds: [String: Path<Set<[UInt8]>>] = [
    "title": \.titles, "opening": \.openings, "sure": \.sure, "word": \.plainWords,
    "joiner": \.joiners, "head": \.heads, "opener": \.openers, "level": \.levels,
    "direction": \.directions, "between": \.betweens,
  ]
  /// Those that words begin or end with.
  private static let partKinds: [String: [Path<[[UInt8]]>]] = [
    "place": [\.placeKinds], "town": [\.placeKinds, \.townKinds], "ending": [\.endings],
    "beside": [\.endingsBesideNames], "pair": [\.endingsOfPairs], "other": [\.endingsOfOthers],
    "detached": [\.detached], "verb": [\.verbEndings], "attribute": [\.attributeEndings],
    "case": [\.caseStarts], "patronymic": [\.patronymics],
  ]
  /// Those of which one is enough.
  private static let nameKinds: [String: Path<String>] = [
    "particles": \.particleLexicon, "companies": \.companyLexicon, "owned": \.ownedFeature,
    "heads": \.headLexicon,
  ]
  private static var kinds: [String] {
    (Array(lexiconKinds.keys) + wordKinds.keys + partKinds.keys + nameKinds.keys + ["native"])
      .sorted()
  }

  /// Reads a table with the columns `form` and `kind`.
  ///
  /// - Throws: every finding in the table.
  init(file: SourceFile) throws(DiagnosticList) {
    let table = try Lexicon(name: "caseless", file: file)
    var findings: [Diagnostic] = []
    guard let kind = table.column("kind") else {
      throw DiagnosticList([Diagnostic(.error, "no column \"kind\"", in: file, line: 0)])
    }
    for row in table.rows {
      let form = Array(row.form.utf8)
      let kind = row.cells[kind]
      if let paths = Self.lexiconKinds[kind] {
        for path in paths { self[keyPath: path].insert(row.cells[0]) }
      } else if let path = Self.wordKinds[kind] {
        self[keyPath: path].insert(form)
      } else if let paths = Self.partKinds[kind] {
        for path in paths { self[keyPath: path].append(form) }
      } else if let path = Self.nameKinds[kind] {
        self[keyPath: path] = row.cells[0]
      } else if kind == "native" {
        nativeLetters.formUnion(row.form.unicodeScalars)
      } else {
        let message = "a kind is one of \(Self.kinds.joined(separator: ", "))"
        findings.append(Diagnostic(.error, message, in: file, line: row.line))
      }
    }
    guard findings.isEmpty else { throw DiagnosticList(findings) }
  }

  /// Whether a folded word is one for a kind of place, in some case.
  ///
  /// - Parameter towns: of the kinds alone whose names lexicons have all.
  func isPlaceKind(_ norm: ArraySlice<UInt8>, towns: Bool = false) -> Bool {
    (towns ? townKinds : placeKinds).contains { kind in
      guard norm.starts(with: kind) else { return false }
      let rest = norm.dropFirst(kind.count)
      return rest.isEmpty || caseStarts.contains { rest.starts(with: $0) }
    }
  }
}
