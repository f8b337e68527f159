internal import CICU

/// The versions of the ICU that this process runs on.
public enum ICUVersion {
  /// ICU's own version, as in `72.1`.
  public static var icu: String { read(tanba_icu_version) }

  /// The version of Unicode that it knows, as in `15.0`.
  public static var unicode: String { read(tanba_icu_unicode_version) }

  private static func read(_ version: (UnsafeMutablePointer<CChar>) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      buffer.initialize(repeating: 0)
      version(buffer.baseAddress!)
      return String(cString: buffer.baseAddress!)
    }
  }
}
