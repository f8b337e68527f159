import Glibc

/// One run of many threads over a stream of batches whose results come out in input order.
///
/// Every thread takes the next batch under one lock, works on it alone, and hands its result in
/// under another. A thread that is too far ahead of the slowest waits, so that never more than
/// `window` results and one batch a thread are held.
final class OrderedWork<Batch: Sendable, Result: Sendable>: @unchecked Sendable {
  private let next: () -> Batch?
  private let work: @Sendable (Batch, Worker) -> Result
  private let emit: (Result) throws -> Void
  private let makeWorker: @Sendable () -> Worker
  private let window: Int
  private let input = Monitor(Input())
  private let output = Monitor(Output())

  private struct Input {
    var count = 0
    var isAtEnd = false
  }

  private struct Output {
    var pending: [Int: Result] = [:]
    var turn = 0
    var isEmitting = false
    /// What `emit` has thrown; from then on nothing more comes out.
    var failure: (any Error)?
  }

  /// `next` and `emit` are each called by one thread at a time, though not always the same one.
  init(
    jobs: Int, makeWorker: @escaping @Sendable () -> Worker, next: @escaping () -> Batch?,
    work: @escaping @Sendable (Batch, Worker) -> Result, emit: @escaping (Result) throws -> Void
  ) {
    self.makeWorker = makeWorker
    self.next = next
    self.work = work
    self.emit = emit
    window = 2 * jobs
  }

  /// Runs to the end of the input on `jobs` threads, this one among them.
  ///
  /// - Throws: the first error of `emit`.
  func run(jobs: Int) throws {
    var threads: [pthread_t] = []
    for _ in 1..<max(1, jobs) {
      var thread = pthread_t()
      let box = Unmanaged.passRetained(self as AnyObject)
      let status = pthread_create(&thread, nil, runThreadBody, box.toOpaque())
      // A system short of threads gets along with those that it has.
      guard status == 0 else {
        box.release()
        break
      }
      threads.append(thread)
    }
    runWorker()
    for thread in threads { pthread_join(thread, nil) }
    if let failure = output.withLock({ $0.failure }) { throw failure }
  }

  /// Runs to the end of the input on this thread alone, without a lock.
  func runAlone() throws {
    let worker = makeWorker()
    while let batch = next() { try emit(work(batch, worker)) }
  }

  func runWorker() {
    var worker: Worker?
    while let (turn, batch) = take() {
      // Made late: an input of one batch needs one worker whatever the number of threads.
      let own = worker ?? makeWorker()
      worker = own
      hand(in: work(batch, own), at: turn)
    }
  }

  private func take() -> (turn: Int, batch: Batch)? {
    if output.withLock({ $0.failure != nil }) { return nil }
    return input.withLock { input in
      guard !input.isAtEnd else { return nil }
      guard let batch = next() else {
        input.isAtEnd = true
        return nil
      }
      defer { input.count += 1 }
      return (input.count, batch)
    }
  }

  private func hand(in result: Result, at turn: Int) {
    let mayEmit = output.wait(until: { $0.failure != nil || turn - $0.turn < window }) { output in
      guard output.failure == nil else { return false }
      output.pending[turn] = result
      defer { output.isEmitting = true }
      return !output.isEmitting
    }
    guard mayEmit else { return }
    while let ready = nextInTurn() {
      do {
        try emit(ready)
      } catch {
        return output.withLock { output in
          output.failure = error
          output.pending = [:]
        }
      }
    }
  }

  /// The result whose turn it is; without one, leaves emitting to whoever brings it.
  private func nextInTurn() -> Result? {
    output.withLock { output in
      guard let ready = output.pending.removeValue(forKey: output.turn) else {
        output.isEmitting = false
        return nil
      }
      output.turn += 1
      return ready
    }
  }
}

/// What a thread can be told to run, whatever the run is about.
private protocol ThreadBody: AnyObject {
  func runWorker()
}

extension OrderedWork: ThreadBody {}

private func runThreadBody(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let box else { return nil }
  let body = Unmanaged<AnyObject>.fromOpaque(box).takeRetainedValue()
  (body as? any ThreadBody)?.runWorker()
  return nil
}
