import RuleEngine
import TextModel

/// The listed words by what is left of them where a keyboard's missing letters are not told apart:
/// shared by all workers.
final class TypedStems: Sendable {
  /// A listed word.
  struct Stem {
    /// The folded form.
    let form: [Unicode.Scalar]
    /// Some lexicon has it in small letters.
    let isCommon: Bool
  }

  private struct Row: BitwiseCopyable, Sendable {
    /// The form's key in the program.
    var key: UInt32
    /// The next word with the same skeleton; -1 behind the last.
    var next: Int32
    var isCommon: Int32
  }

  private let program: RuleProgram
  private let skeletons: ByteTable
  /// The first word of each skeleton.
  private let first: PlainRow<Int32>
  private let rows: PlainRow<Row>

  /// - Complexity: O(bytes of all listed words).
  init(_ program: RuleProgram, _ letters: LostLetters, shortest: Int) {
    self.program = program
    var skeletons = BytePool()
    var last: [Int32] = []
    var first: [Int32] = []
    var rows: [Row] = []
    let lexicons = program.lexicons.map {
      (
        isInflected: $0.column("inflected") != nil,
        isUnique: $0.column("canonical") != nil || $0.column("expansion") != nil
      )
    }
    program.forEachListedWord { key, form, references in
      var isCommon = false
      var isUnique = false
      for reference in references {
        let lexicon = lexicons[Int(reference.lexicon)]
        // Forms as they stand say nothing of the words that they are forms of.
        if lexicon.isInflected { continue }
        if !program.lexicons[Int(reference.lexicon)].isCapital(Int(reference.row)) {
          isCommon = true
        } else if lexicon.isUnique {
          isUnique = true
        }
      }
      // Names of people are spelt as their bearers do: nothing about them is certain.
      guard isCommon || isUnique else { return }
      let scalars = Array(String(decoding: form, as: UTF8.self).unicodeScalars)
      guard scalars.count >= shortest else { return }
      let skeleton = Int(skeletons.intern(Self.bytes(letters.skeleton(of: scalars))))
      let number = Int32(rows.count)
      rows.append(Row(key: key, next: -1, isCommon: isCommon ? 1 : 0))
      if skeleton == first.count {
        first.append(number)
        last.append(number)
      } else {
        rows[Int(last[skeleton])].next = number
        last[skeleton] = number
      }
    }
    self.skeletons = ByteTable(skeletons)
    self.first = PlainRow(first)
    self.rows = PlainRow(rows)
  }

  /// The bytes from which ``init(record:of:)`` makes the same of the same program.
  var record: [UInt8] {
    var writer = ByteWriter()
    skeletons.write(to: &writer)
    writer.add(row: first)
    writer.add(row: rows)
    return writer.bytes
  }

  init(record: PlainRow<UInt8>, of program: RuleProgram) throws(ByteRecordFailure) {
    self.program = program
    var reader = ByteReader(record)
    skeletons = try ByteTable(from: &reader)
    first = try reader.row(of: Int32.self)
    rows = try reader.row(of: Row.self)
    guard first.count == skeletons.count else { throw ByteRecordFailure() }
  }

  /// The words with a skeleton, in the order of the lexicons.
  func stems(of skeleton: ArraySlice<UInt8>) -> [Stem] {
    guard let number = skeleton.withUnsafeBufferPointer({ skeletons.find($0) }) else { return [] }
    var stems: [Stem] = []
    var next = first[Int(number)]
    while next >= 0 {
      let row = rows[Int(next)]
      let form = Array(program.form(ofKey: row.key).unicodeScalars)
      stems.append(Stem(form: form, isCommon: row.isCommon != 0))
      next = row.next
    }
    return stems
  }

  static func bytes(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
    scalars.flatMap { UTF8.encode($0)! }
  }
}
