/// By whose clock a time is given.
struct ClockZone: Hashable, Sendable {
  /// How far the clock is ahead of UTC, in minutes.
  var minutes: Int
  /// The text says it beside the time and not in it, so that the value does without.
  var isAside: Bool

  /// As ISO 8601 writes it: `+05:00`, `Z` for UTC itself.
  var rendered: String {
    guard minutes != 0 else { return "Z" }
    let size = Int(minutes.magnitude)
    return (minutes < 0 ? "-" : "+") + (size / 60).padded(to: 2) + ":" + (size % 60).padded(to: 2)
  }
}
