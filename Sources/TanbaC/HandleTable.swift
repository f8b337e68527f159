/// The open pipelines by their handles.
///
/// A handle is a ticket and no address: the number of a slot, and how often the slot was given out.
/// So whatever a caller passes, closed handles and stray pointers included, is found out.
final class HandleTable: @unchecked Sendable {
  /// The table of the process. Nothing else is shared between pipelines.
  static let shared = HandleTable()

  private struct Slot {
    var generation: UInt32 = 0
    var pipeline: OpenPipeline?
  }

  private let lock = Lock()
  private var slots: [Slot] = []
  private var free: [Int] = []

  /// Gives a pipeline a handle, never 0.
  func add(_ pipeline: OpenPipeline) -> UInt {
    lock.withLock {
      let index = free.popLast() ?? slots.count
      if index == slots.count { slots.append(Slot()) }
      slots[index].generation &+= 1
      slots[index].pipeline = pipeline
      return UInt(slots[index].generation) << 32 | UInt(index + 1)
    }
  }

  /// The pipeline of a handle; nil where it is none.
  ///
  /// - Complexity: O(1).
  func pipeline(_ handle: UInt) -> OpenPipeline? {
    lock.withLock { index(of: handle).flatMap { slots[$0].pipeline } }
  }

  /// Forgets a handle.
  ///
  /// - Returns: the pipeline, which lives on while calls use it; nil where the handle was none.
  func remove(_ handle: UInt) -> OpenPipeline? {
    lock.withLock {
      guard let index = index(of: handle), let pipeline = slots[index].pipeline else { return nil }
      slots[index].pipeline = nil
      free.append(index)
      return pipeline
    }
  }

  private func index(of handle: UInt) -> Int? {
    let index = Int(handle & 0xFFFF_FFFF) - 1
    guard slots.indices.contains(index), UInt(slots[index].generation) == handle >> 32 else {
      return nil
    }
    return index
  }
}
