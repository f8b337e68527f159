import TextModel

/// What one worker has found out of names, to compare them by small numbers.
final class NameKeys {
  /// Kinds of names, by how they are met again.
  enum Kind {
    case person
    case organisation
    /// A place: the other kind that is met again under the same name in running text.
    case place
    case other
  }

  /// What a name is compared by.
  final class Known {
    /// Keeps the facts, and so their holder's address, alive.
    fileprivate let holder: AnyObject
    let kind: Kind
    let canonical: String?
    /// The folded dictionary form; -1 without one.
    let key: Int32
    /// What tells its entity from others, unless the document says more.
    let entity: Int32
    /// Of a person: the folded parts of the name, each with its length in characters.
    let parts: [(key: Int32, count: Int)]
    /// The first letters of the first part.
    let firstLetter: Character?
    /// The forms under which the name is met alone.
    let alone: [Int32]

    /// A person's name of several parts, none of them an initial.
    var isFull: Bool { parts.count > 1 && parts.allSatisfy { $0.count > 1 } }
    /// A person's name of one part, or with an initial.
    var isShort: Bool {
      kind == .person && !parts.isEmpty && (parts.count == 1 || parts[0].count == 1)
    }

    fileprivate init(_ mention: Mention, _ keys: NameKeys) {
      holder = mention.factsHolder
      let label = mention.label
      switch label {
      case EntityLabel.person.rawValue: kind = .person
      case EntityLabel.organisation.rawValue: kind = .organisation
      case EntityLabel.gpe.rawValue, EntityLabel.location.rawValue: kind = .place
      default: kind = .other
      }
      canonical = mention.canonical
      guard let canonical else {
        (key, entity, parts, firstLetter, alone) = (-1, -1, [], nil, [])
        return
      }
      let folded = EntityLinks.key(canonical)
      key = keys.id(folded)
      entity = keys.entity(ref: mention.ref, label: label, name: mention.expansion ?? canonical)
      let split = kind == .person ? EntityLinks.parts(of: canonical) : []
      parts = split.map { (keys.id($0), $0.count) }
      firstLetter = split.first?.first
      let forms: [String]
      switch kind {
      // Of a person's names, the first and the last are used alone.
      case .person: forms = [split.first, split.last].compactMap { $0 }
      case .place: forms = [folded]
      // Of the names of bodies, only abbreviations are no other word.
      case .organisation: forms = canonical.allSatisfy(\.isUppercase) ? [folded] : []
      default: forms = []
      }
      alone = forms.filter { $0.count > 2 && !$0.contains(" ") }.map { keys.id($0) }
    }
  }

  private var known: [ObjectIdentifier: Known] = [:]
  private var ids = BytePool()
  /// The key of each folded base; -1 where nobody has asked.
  private let normKeys = PlainBuffer<Int32>()
  /// What the document at hand says of each key, valid where the stamp is that of the document.
  private let stamps = PlainBuffer<Int32>()
  private let notes = PlainBuffer<Int32>()
  private var stamp: Int32 = 0

  /// So many names are remembered.
  private static let mostNames = 1 << 16

  /// Begins to note things anew: nothing is noted of any key.
  func begin() {
    stamp &+= 1
    if stamp == .max {
      stamps.removeAll()
      notes.removeAll()
      stamp = 1
    }
  }

  /// Begins a document: forgets all names where they are many.
  func beginDocument() {
    guard ids.count > Self.mostNames else { return }
    known.removeAll()
    ids.removeAll()
    normKeys.removeAll()
    stamps.removeAll()
    notes.removeAll()
    stamp = 0
  }

  /// What a name is compared by.
  func known(_ mention: Mention) -> Known {
    let identity = ObjectIdentifier(mention.factsHolder)
    if let made = known[identity] { return made }
    let made = Known(mention, self)
    known[identity] = made
    return made
  }

  /// The number of a text.
  func id(_ text: String) -> Int32 {
    Int32(ids.intern(text))
  }

  /// The number of an entity: of what it refers to, else of its kind and name.
  func entity(ref: String?, label: String, name: String) -> Int32 {
    id(ref ?? label + " " + EntityLinks.key(name))
  }

  /// The number of a folded base.
  func key(of norm: NormID, _ types: WordTypes) -> Int32 {
    if Int(norm) >= normKeys.count {
      normKeys.append(repeating: -1, count: Int(norm) + 1 - normKeys.count)
    }
    if normKeys[Int(norm)] < 0 {
      normKeys[Int(norm)] = id(String(decoding: types.norms[norm], as: UTF8.self))
    }
    return normKeys[Int(norm)]
  }

  /// What was noted of a key since ``begin()``.
  func note(of key: Int32) -> Int? {
    Int(key) < stamps.count && stamps[Int(key)] == stamp ? Int(notes[Int(key)]) : nil
  }

  /// Notes a number of a key.
  func note(_ number: Int, of key: Int32) {
    if Int(key) >= stamps.count {
      let more = max(Int(key) + 1, ids.count) - stamps.count
      stamps.append(repeating: 0, count: more)
      notes.append(repeating: 0, count: more)
    }
    stamps[Int(key)] = stamp
    notes[Int(key)] = Int32(number)
  }
}
