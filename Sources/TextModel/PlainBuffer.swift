import Glibc

/// A growing row of plain values: where hot loops keep what they read and write all the time.
///
/// It stands where an array in a class would pay reference counts and exclusivity checks at each
/// access. All unsafe memory of the engines lies in here, behind these checks: no index outside the
/// row is ever read or written. The memory is the C library's, which lets a long row grow where it
/// lies, or moves its pages: so it leaves no holes behind. A buffer belongs to one thread.
public final class PlainBuffer<Element: BitwiseCopyable> {
  @usableFromInline @exclusivity(unchecked) var storage: UnsafeMutablePointer<Element>
  @usableFromInline @exclusivity(unchecked) var capacity: Int
  @usableFromInline @exclusivity(unchecked) var used: Int

  /// The number of values.
  @inlinable public var count: Int { used }

  /// Creates an empty row.
  public init(capacity: Int = 16) {
    self.capacity = max(capacity, 1)
    storage = Self.allocate(self.capacity)
    used = 0
  }

  /// Creates a row of equal values.
  public convenience init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    append(repeating: element, count: count)
  }

  deinit { free(storage) }

  /// A value by its index, which must be inside the row.
  @inlinable public subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the row")
      return storage[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the row")
      storage[index] = newValue
    }
  }

  /// Adds a value behind all others.
  ///
  /// - Complexity: O(1) amortised.
  @inlinable public func append(_ element: Element) {
    if used == capacity { grow(to: used + 1) }
    storage[used] = element
    used += 1
  }

  /// Adds equal values behind all others.
  @inlinable public func append(repeating element: Element, count more: Int) {
    precondition(more >= 0, "a negative count")
    if count + more > capacity { grow(to: count + more) }
    (storage + count).initialize(repeating: element, count: more)
    used += more
  }

  /// Adds the values of a collection behind all others.
  @inlinable public func append(contentsOf elements: some Collection<Element>) {
    if count + elements.count > capacity { grow(to: count + elements.count) }
    for element in elements { append(element) }
  }

  /// Adds the values of another row behind all others.
  @inlinable public func append(_ other: PlainBuffer<Element>) {
    precondition(other !== self, "a row can't be added to itself")
    if used + other.used > capacity { grow(to: used + other.used) }
    (storage + used).update(from: other.storage, count: other.used)
    used += other.used
  }

  /// Forgets all values and keeps the storage.
  @inlinable public func removeAll() { used = 0 }

  /// Forgets the values from an index on.
  @inlinable public func removeLast(from newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a count outside the row")
    used = newCount
  }

  /// Calls `body` with the values in place; the buffer must not change meanwhile.
  @inlinable public func withValues<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeMutableBufferPointer(start: storage, count: count))
  }

  @usableFromInline func grow(to least: Int) {
    let wider = max(least, capacity * 2)
    if MemoryLayout<Element>.alignment <= Self.commonAlignment {
      storage = Self.bound(realloc(storage, Self.byteCount(of: wider)), wider)
    } else {
      let grown = Self.allocate(wider)
      grown.update(from: storage, count: count)
      free(storage)
      storage = grown
    }
    capacity = wider
  }

  /// What `malloc` and `realloc` give is aligned so.
  private static var commonAlignment: Int { 16 }

  private static func byteCount(of capacity: Int) -> Int {
    let (bytes, isTooMuch) = capacity.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    precondition(!isTooMuch, "a row longer than memory")
    return bytes
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let alignment = MemoryLayout<Element>.alignment
    let bytes = byteCount(of: capacity)
    return bound(
      alignment <= commonAlignment ? malloc(bytes) : aligned_alloc(alignment, bytes), capacity)
  }

  private static func bound(
    _ memory: UnsafeMutableRawPointer?, _ capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory else { fatalError("out of memory") }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}

extension PlainBuffer where Element == UInt64 {
  /// The bits of all values.
  @inlinable public var union: UInt64 {
    var sum: UInt64 = 0
    for index in 0..<used { sum |= storage[index] }
    return sum
  }

  /// The first index from `start` on whose value shares a bit with a mask.
  @inlinable public func firstIndex(from start: Int, sharing mask: UInt64) -> Int? {
    precondition(start >= 0, "an index outside the row")
    var index = start
    while index < used {
      if storage[index] & mask != 0 { return index }
      index += 1
    }
    return nil
  }
}

extension PlainBuffer where Element == Int32 {
  /// Puts the values in order.
  ///
  /// - Complexity: O(n log n); O(n) for what is in order but for a few.
  public func sort() {
    guard used > 1 else { return }
    guard used <= 48 else {
      withValues {
        var values = $0
        values.sort()
      }
      return
    }
    for index in 1..<used {
      let value = storage[index]
      var place = index
      while place > 0, storage[place - 1] > value {
        storage[place] = storage[place - 1]
        place -= 1
      }
      storage[place] = value
    }
  }
}
