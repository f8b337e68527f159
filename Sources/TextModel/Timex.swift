/// A temporal value in the terms of TIMEX3 (ISO-TimeML), as it is reported.
public struct Timex: Hashable, Sendable {
  /// The TIMEX3 `type`.
  public enum Kind: String, Sendable {
    /// A calendar date or a longer point.
    case date = "DATE"
    /// A point below a day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// A repetition.
    case set = "SET"
  }

  /// The TIMEX3 `type`.
  public var kind: Kind
  /// The TIMEX3 `value`; nil where it hangs on a reference date that nobody gave.
  public var value: String?
  /// The TIMEX3 `mod`: START, MID, END, APPROX …
  public var mod: String?
  /// The TIMEX3 `quant`: EVERY for a repetition at each such time.
  public var quant: String?
  /// The TIMEX3 `freq`: how often in each length of time, as `2X`.
  public var freq: String?
  /// The first point of a range.
  public var begin: String?
  /// The last point of a range.
  public var end: String?
  /// By whose clock the time is given, as ISO 8601 writes it: `+05:00`, `Z`.
  public var zone: String?
  /// The value in EDTF (ISO 8601-2), where it was asked for and has a form there.
  public var edtf: String?
  /// Other values that the text may as well mean, in the terms of ``value``; the likeliest first.
  public var candidates: [String] = []

  /// Creates a value.
  public init(
    kind: Kind, value: String?, mod: String? = nil, begin: String? = nil, end: String? = nil
  ) {
    self.kind = kind
    self.value = value
    self.mod = mod
    self.begin = begin
    self.end = end
  }
}
