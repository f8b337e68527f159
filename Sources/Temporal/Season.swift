/// A season of the north, with its TIMEX3 code.
public enum Season: String, CaseIterable, Hashable, Sendable {
  /// March to May.
  case spring = "SP"
  /// June to August.
  case summer = "SU"
  /// September to November.
  case autumn = "FA"
  /// December to February; a winter has the year that it begins in.
  case winter = "WI"

  /// The place in the year's round of seasons, 0 (spring) … 3 (winter).
  var position: Int {
    switch self {
    case .spring: 0
    case .summer: 1
    case .autumn: 2
    case .winter: 3
    }
  }
}
