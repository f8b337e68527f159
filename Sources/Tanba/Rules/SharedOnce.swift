import Synchronization

/// A value that is made once, by whoever asks first, and shared from then on.
final class SharedOnce<Value: Sendable>: Sendable {
  private let made: Mutex<Value?>

  /// - Parameter value: the value, where it is there already.
  init(_ value: Value? = nil) { made = Mutex(value) }

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
