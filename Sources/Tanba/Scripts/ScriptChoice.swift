/// Which alphabet texts are read in.
enum ScriptChoice: Sendable {
  /// Each text tells.
  case found
  /// The alphabet of the rules and no other.
  case native
  /// The alphabet of this number.
  case given(Int)

  /// The name of the rules' own alphabet.
  static let nativeName = "cyrl"

  /// Reads the name or tag of an alphabet.
  ///
  /// - Throws: `UnknownAlphabet`.
  init(_ name: String?, among systems: WritingSystems) throws(UnknownAlphabet) {
    guard let name, name != "auto" else {
      self = .found
      return
    }
    if name.lowercased() == Self.nativeName || name.lowercased() == "kk-\(Self.nativeName)" {
      self = .native
      return
    }
    guard let number = systems.number(of: name), !systems.all[number].read.isEmpty else {
      throw UnknownAlphabet(
        name: name, known: systems.all.filter { !$0.read.isEmpty }.map(\.name))
    }
    self = .given(number)
  }
}

/// An alphabet that the rule set does not have.
public struct UnknownAlphabet: Error, CustomStringConvertible {
  /// What was asked for.
  public let name: String
  /// The alphabets that there are, beside the rules' own.
  public let known: [String]

  /// The complaint, with what would be right.
  public var description: String {
    let all = [ScriptChoice.nativeName] + known
    let hint = Spelling.nearest(to: name, among: all).map { "; did you mean \($0)?" }
    return "there is no alphabet “\(name)”" + (hint ?? "; there are \(all.joined(separator: ", "))")
  }
}
