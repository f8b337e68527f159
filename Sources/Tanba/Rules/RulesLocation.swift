import Glibc

/// Finds the rule folder that a command or library user means.
public enum RulesLocation {
  /// The folders given, the later laid over the earlier; else the one that is found.
  public static func folders(_ given: [String]) -> [String] {
    given.isEmpty ? [folder([])] : given
  }

  /// The first folder given, else `TANBA_RULES` where that is set and not empty, else
  /// `../share/tanba/Rules` beside the executable, else the checkout's `Rules` in the working folder
  /// or in one above the executable.
  public static func folder(_ given: [String]) -> String {
    if let first = given.first { return first }
    if let path = getenv("TANBA_RULES"), path.pointee != 0 { return String(cString: path) }
    let executable = executableFolder
    let shared = executable + "/../share/tanba/Rules"
    if isRuleFolder(shared) { return shared }
    if isRuleFolder("Rules") { return "Rules" }
    var above = executable
    while let slash = above.lastIndex(of: "/") {
      above = String(above[..<slash])
      if isRuleFolder(above + "/Rules") { return above + "/Rules" }
    }
    return "Rules"
  }

  private static func isRuleFolder(_ path: String) -> Bool {
    access(path + "/" + RuleSet.mainFile, R_OK) == 0
  }

  private static var executableFolder: String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    guard length > 0 else { return "." }
    let text = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }
}
