import Glibc
import ICUText
import RuleEngine
import RuleSyntax
import TextModel

/// What takes long in loading a rule set, kept in the user's cache folder: compiled break rules and
/// the compiled program, mapped and read as they lie there.
///
/// A cache belongs to the contents of all files of the rule set, to the version of ICU and to the
/// build of the program; one that does not fit, or that can't be read, is as good as none. It never
/// makes a difference but in time.
struct RuleCache {
  /// What a cache holds.
  struct Contents {
    /// All files of the rule set but its rules.
    let outline: RuleSource
    let wordBreaks: PlainRow<UInt8>
    let sentenceBreaks: PlainRow<UInt8>
    /// Which words need no transliteration to be folded.
    let simpleFolds: SimpleFolds?
    /// The record of the compiled program.
    let program: PlainRow<UInt8>
    /// The record of the words that may be typed without letters; empty where none may.
    let typedStems: PlainRow<UInt8>
  }

  private let folder = CacheFolder()
  private let name: String

  /// The cache of a rule set, by its folders.
  init(folders: [String]) {
    let digest = RuleDigest()
    for folder in folders {
      let resolved = realpath(folder, nil)
      digest.add(Array((resolved.map { String(cString: $0) } ?? folder).utf8) + [0])
      free(resolved)
    }
    name = "rules-" + digest.text
  }

  /// What is kept of a rule set, if its files are as they were; they are read for that.
  func contents(of folders: [RuleFolder]) -> Contents? {
    guard let folder, let bytes = PlainRow(mapping: folder.path + name) else { return nil }
    do throws(ByteRecordFailure) { return try read(ByteReader(bytes), folders) } catch {
      return nil  // As good as none.
    }
  }

  private func read(
    _ file: ByteReader, _ folders: [RuleFolder]
  ) throws(ByteRecordFailure) -> Contents? {
    var file = file
    guard try file.bytes() == Self.versions else { return nil }
    let checksum = try file.wide()
    let payload = try file.row(of: UInt8.self)
    let actual = RuleDigest()
    payload.withValues { actual.add($0) }
    guard actual.hash == checksum else { return nil }
    var reader = ByteReader(payload)
    guard try reader.int() == folders.count else { return nil }
    for folder in folders {
      let digest = try reader.wide()
      let paths = try reader.each { (reader) throws(ByteRecordFailure) in try reader.text() }
      guard (try? folder.readAgain(paths)) != nil, folder.digest.hash == digest else { return nil }
    }
    guard let main = folders.first?.files[RuleSet.mainFile] else { return nil }
    return Contents(
      outline: try RuleSource(outline: &reader, main: main),
      wordBreaks: try reader.row(of: UInt8.self), sentenceBreaks: try reader.row(of: UInt8.self),
      simpleFolds: SimpleFolds(folds: Array(try reader.row(of: UInt16.self))),
      program: try reader.row(of: UInt8.self), typedStems: try reader.row(of: UInt8.self))
  }

  /// Keeps what was compiled. A cache that can't be written is none.
  func keep(
    _ source: RuleSource, _ parts: LanguageParts, _ program: RuleProgram,
    _ typedStems: TypedStems?, of folders: [RuleFolder]
  ) {
    guard let folder else { return }
    var payload = ByteWriter()
    payload.add(each: folders) { writer, folder in
      writer.add(wide: folder.digest.hash)
      writer.add(each: folder.paths) { $0.add($1) }
    }
    source.writeOutline(to: &payload)
    payload.add(row: parts.wordBreaks.compiled)
    payload.add(row: parts.sentenceBreaks.compiled)
    payload.add(row: parts.words.simpleFolds.folds)
    payload.add(row: program.record)
    payload.add(row: typedStems?.record ?? [])
    let checksum = RuleDigest()
    checksum.add(payload.bytes)
    var file = ByteWriter()
    file.add(Self.versions)
    file.add(wide: checksum.hash)
    file.add(row: payload.bytes)
    folder.write(file.bytes, to: name)
  }

  /// The version of the format and of ICU, and the size and time of the program's own file.
  private static let versions: [UInt8] = {
    var status = stat()
    let isKnown = stat("/proc/self/exe", &status) == 0
    let build = isKnown ? "\(status.st_size) \(status.st_mtim.tv_sec)" : ""
    return Array("tanba rule cache 5, ICU \(ICUVersion.icu), \(build)".utf8)
  }()
}
