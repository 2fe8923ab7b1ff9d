import Glibc

/// Runs jobs in worker processes, so many at a time, from a single thread that waits for whatever happens next.
///
/// The thread that runs it must outlive its workers, as the kernel ends them with it; `run` does so by returning last.
final class Scheduler {
  struct Task {
    var request: JobRequest
    var timeoutSeconds: Double
  }

  enum Outcome {
    case finished([UInt8])
    case failed(JobFailure.Reason, lastLines: [String])
  }

  /// A job at work.
  struct Running {
    var task: Int
    var start: Double
    var fraction = 0.0
  }

  private struct Slot {
    var worker: WorkerProcess
    var running: Running?
    var deadline = Double.infinity
    /// Whether the worker has taken up the job.
    var hasStarted = false
  }

  /// A worker that has not come up after so many seconds never will.
  private static let startLimit = 120.0
  private let tasks: [Task]
  private let options: ExecutorOptions
  private let environment = WorkerEnvironment.make()
  private let onOutcome: (Int, Outcome) -> Void
  private let onTick: ([Running]) -> Void
  private var next = 0
  private var slots: [Slot] = []

  /// - Parameters:
  ///   - onOutcome: called once per task, with its index.
  ///   - onTick: called with the jobs at work, at least ten times a second.
  init(
    _ tasks: [Task], options: ExecutorOptions, onOutcome: @escaping (Int, Outcome) -> Void,
    onTick: @escaping ([Running]) -> Void
  ) {
    self.tasks = tasks
    self.options = options
    self.onOutcome = onOutcome
    self.onTick = onTick
  }

  /// Runs all tasks, started in order; returns when each has its outcome.
  func run() {
    while next < tasks.count || slots.contains(where: { $0.running != nil }) {
      if options.cancellation?.isCancelled == true {
        cancelAll()
        break
      }
      startTasks()
      wait()
      checkDeadlines()
      onTick(slots.compactMap(\.running))
    }
    for slot in slots { slot.worker.kill() }
    slots = []
  }

  private func startTasks() {
    while next < tasks.count {
      let memory = tasks[next].request.memoryBytes
      if let idle = slots.firstIndex(where: { $0.running == nil && $0.worker.memoryBytes == memory }) {
        start(next, in: idle)
      } else if slots.count < max(options.jobs, 1) {
        spawn(memoryBytes: memory)
      } else if let other = slots.firstIndex(where: { $0.running == nil }) {
        // A limit, once set, cannot be raised: the worker makes room for another.
        slots.remove(at: other).worker.kill()
      } else {
        return
      }
    }
  }

  private func spawn(memoryBytes: Int) {
    do {
      let worker = try WorkerProcess(path: options.workerPath, environment: environment, memoryBytes: memoryBytes)
      slots.append(Slot(worker: worker))
    } catch {
      // With others at work there is hope yet; without, none.
      if slots.isEmpty || error.code != EAGAIN {
        onOutcome(next, .failed(.error("cannot start a worker: \(error)"), lastLines: []))
        next += 1
      } else if slots.allSatisfy({ $0.running == nil }) {
        slots.removeFirst().worker.kill()
      } else {
        wait()
      }
    }
  }

  private func start(_ task: Int, in index: Int) {
    if slots[index].worker.send(tasks[task].request) {
      slots[index].running = Running(task: task, start: MonotonicClock.now)
      slots[index].deadline = MonotonicClock.now + Scheduler.startLimit
      slots[index].hasStarted = false
      next += 1
    } else {
      // It died while idle; the task goes to another.
      _ = slots.remove(at: index).worker.waitForEnd()
    }
  }

  /// Sleeps until a worker says something, a deadline passes, or a tenth of a second is over.
  private func wait() {
    // A negative descriptor is passed over.
    var files = slots.flatMap { [readable($0.worker.socket), readable($0.worker.hasClosedErrors ? -1 : $0.worker.errors)] }
    files.append(readable(options.cancellation?.file ?? -1))
    let nearest = slots.map(\.deadline).min() ?? .infinity
    let milliseconds = min(100, max(0, (nearest - MonotonicClock.now) * 1000).rounded(.up))
    guard poll(&files, nfds_t(files.count), Int32(milliseconds)) > 0 else { return }
    // From the last to the first, as handling may remove the slot.
    for index in slots.indices.reversed() {
      if files[2 * index + 1].revents != 0 { slots[index].worker.readErrors() }
      if files[2 * index].revents != 0 { receive(index) }
    }
  }

  private func readable(_ file: Int32) -> pollfd { pollfd(fd: file, events: Int16(POLLIN), revents: 0) }

  private func receive(_ index: Int) {
    let (frames, hasEnded) = slots[index].worker.receive()
    for (kind, payload) in frames { handle(kind, payload, from: index) }
    if hasEnded {
      let slot = slots.remove(at: index)
      let end = slot.worker.waitForEnd()
      if let running = slot.running {
        onOutcome(running.task, .failed(reason(end, slot.worker, running.task), lastLines: slot.worker.log.lastLines()))
      }
    }
  }

  private func handle(_ kind: UInt8, _ payload: [UInt8], from index: Int) {
    guard let running = slots[index].running else { return }
    switch kind {
    case WorkerReply.started:
      slots[index].hasStarted = true
      slots[index].running?.start = MonotonicClock.now
      slots[index].deadline = MonotonicClock.now + tasks[running.task].timeoutSeconds
    case WorkerReply.progress where payload.count == 8:
      let fraction = payload.withUnsafeBytes { $0.loadUnaligned(as: Double.self) }
      if fraction.isFinite { slots[index].running?.fraction = min(max(fraction, 0), 1) }
    case WorkerReply.finished:
      free(index)
      onOutcome(running.task, .finished(payload))
    case WorkerReply.failed:
      slots[index].worker.readErrors()
      let lines = slots[index].worker.log.lastLines()
      free(index)
      onOutcome(running.task, .failed(.error(String(decoding: payload, as: UTF8.self)), lastLines: lines))
    default: break
    }
  }

  private func free(_ index: Int) {
    slots[index].running = nil
    slots[index].deadline = .infinity
  }

  private func checkDeadlines() {
    let now = MonotonicClock.now
    for index in slots.indices.reversed() {
      guard slots[index].deadline <= now, let running = slots[index].running else { continue }
      let slot = slots.remove(at: index)
      slot.worker.kill()
      let reason =
        slot.hasStarted
        ? JobFailure.Reason.timedOut(seconds: tasks[running.task].timeoutSeconds)
        : .error("its worker did not come up within \(Int(Scheduler.startLimit)) s")
      onOutcome(running.task, .failed(reason, lastLines: slot.worker.log.lastLines()))
    }
  }

  private func reason(_ end: WorkerProcess.End, _ worker: WorkerProcess, _ task: Int) -> JobFailure.Reason {
    let outOfMemory = JobFailure.Reason.outOfMemory(limitBytes: tasks[task].request.memoryBytes)
    switch end {
    case .exited(let code): return worker.log.tellsOfMissingMemory ? outOfMemory : .lost(exitCode: code)
    case .killed(let signal):
      if worker.log.tellsOfMissingMemory { return outOfMemory }
      if signal == SIGKILL, KernelMemory.killCount() > worker.memoryKillsBefore { return outOfMemory }
      return .crashed(signal: signal, name: SignalNames.name(signal))
    }
  }

  private func cancelAll() {
    for slot in slots {
      slot.worker.kill()
      if let running = slot.running { onOutcome(running.task, .failed(.cancelled, lastLines: [])) }
    }
    slots = []
    for task in next..<tasks.count { onOutcome(task, .failed(.cancelled, lastLines: [])) }
    next = tasks.count
  }
}
