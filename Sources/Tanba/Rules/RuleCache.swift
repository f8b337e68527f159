import Glibc
import ICUText
import RuleEngine
import TextModel

/// What takes long in loading a rule set, kept in the user's cache folder: compiled break rules and
/// the compiled program.
///
/// A cache belongs to the contents of all files of the rule set, to the version of ICU and to the
/// build of the program; one that does not fit, or that can't be read, is as good as none. It never
/// makes a difference but in time.
final class RuleCache {
  /// Compiled break rules by purpose.
  private(set) var breakRules: [String: [UInt8]] = [:]
  /// Which words need no transliteration to be folded.
  private(set) var simpleFolds: SimpleFolds?
  /// The record of the compiled program.
  private(set) var program: [UInt8]?

  private let path: String?
  private let digest: UInt64

  private static let magic = Array("tanba rule cache 2\n".utf8)

  /// Reads the cache of a rule set, if there is one that fits.
  init(folders: [String], digest: UInt64, reads: Bool) {
    self.digest = digest
    let name = RuleDigest()
    for folder in folders {
      let resolved = realpath(folder, nil)
      name.add(Array((resolved.map { String(cString: $0) } ?? folder).utf8) + [0])
      free(resolved)
    }
    path = Self.folder.map { $0 + "/rules-" + name.text }
    if reads { read() }
  }

  /// Whether a cache that fits was found.
  var isFilled: Bool { program != nil }

  private func read() {
    guard let path, let bytes = try? ByteInput.bytes(ofFile: path), bytes.starts(with: Self.magic)
    else { return }
    do throws(ByteRecordFailure) {
      try read(ByteReader(bytes: bytes, offset: Self.magic.count))
    } catch {
      // As good as none.
    }
  }

  private func read(_ file: ByteReader) throws(ByteRecordFailure) {
    var file = file
    guard try file.bytes() == Self.versions, try file.wide() == digest else { return }
    let checksum = try file.wide()
    let payload = try file.bytes()
    let actual = RuleDigest()
    actual.add(payload)
    guard actual.hash == checksum else { return }
    var reader = ByteReader(bytes: payload)
    breakRules = ["words": try reader.bytes(), "sentences": try reader.bytes()]
    simpleFolds = SimpleFolds(folds: try reader.row(of: UInt16.self))
    program = try reader.bytes()
  }

  /// Keeps what was compiled, unless it came from here. A cache that can't be written is none.
  func update(
    words: BreakRules, sentences: BreakRules, simpleFolds: SimpleFolds, program: RuleProgram
  ) {
    guard let path, let folder = Self.folder else { return }
    var payload = ByteWriter()
    payload.add(words.compiled)
    payload.add(sentences.compiled)
    payload.add(row: simpleFolds.folds)
    payload.add(program.record)
    let checksum = RuleDigest()
    checksum.add(payload.bytes)
    var file = ByteWriter(bytes: Self.magic)
    file.add(Self.versions)
    file.add(wide: digest)
    file.add(wide: checksum.hash)
    file.add(payload.bytes)
    Self.makeFolder(folder)
    // Under another name first: a run beside this one never reads half a cache.
    let temporary = path + ".\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = Self.write(file.bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return
    }
  }

  /// The version of ICU, and the size and time of the program's own file.
  private static let versions: [UInt8] = {
    var status = stat()
    let isKnown = stat("/proc/self/exe", &status) == 0
    let build = isKnown ? "\(status.st_size) \(status.st_mtim.tv_sec)" : ""
    return Array("\(ICUVersion.icu) \(build)".utf8)
  }()

  /// `$XDG_CACHE_HOME/tanba`, else `~/.cache/tanba`.
  private static var folder: String? {
    if let home = getenv("XDG_CACHE_HOME"), home.pointee == UInt8(ascii: "/") {
      return String(cString: home) + "/tanba"
    }
    return getenv("HOME").map { String(cString: $0) + "/.cache/tanba" }
  }

  private static func makeFolder(_ path: String) {
    for (index, character) in path.utf8.enumerated()
    where character == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o700)
    }
    mkdir(path, 0o700)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest.removeFirst(count)
    }
    return true
  }
}
