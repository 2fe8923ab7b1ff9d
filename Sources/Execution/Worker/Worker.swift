import CReprise
import Experiments
import Glibc

/// The other end of a `WorkerProcess`: a process of the same program that runs jobs one after another.
package enum Worker {
  /// The first argument of a process that is a worker; the second is the process id of its parent.
  package static let argument = "__worker"
  /// The socket on which a worker is told its jobs.
  static let socket: Int32 = 3
  /// Address space beyond the limit of a job, for the work areas of the libraries.
  private static let slack = 64_000_000

  /// Serves jobs until the parent hangs up, if this process was started as a worker; returns at once if it was not.
  ///
  /// To be called first thing in `main`: nothing else of the program is needed, or wanted, in a worker.
  package static func serveIfAsked(registry: Registry, arguments: [String] = CommandLine.arguments) {
    guard arguments.count == 3, arguments[1] == argument else { return }
    _ = rp_die_with_parent()
    _ = rp_disable_core_files()
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    // The parent may have died before the kernel was asked to watch it.
    guard arguments[2] == String(getppid()) else { exit(0) }
    var isLimited = false
    while let (_, payload) = FrameChannel.receive(from: socket) {
      guard let request = try? JobRequest(decoding: payload) else { exit(70) }
      if !isLimited { limitMemory(request.memoryBytes) }
      isLimited = true
      serve(request, registry)
    }
    exit(0)
  }

  private static func serve(_ request: JobRequest, _ registry: Registry) {
    resetPeakMemory()
    _ = FrameChannel.send(WorkerReply.started, [], to: socket)
    let start = MonotonicClock.now
    do {
      let result = try run(request, registry)
      let output = JobOutput(seconds: MonotonicClock.now - start, peakMemoryBytes: peakMemory(), result: result)
      fflush(nil)
      if !FrameChannel.send(WorkerReply.finished, output.encoded, to: socket) { exit(71) }
    } catch {
      fflush(nil)
      if !FrameChannel.send(WorkerReply.failed, Array(String(describing: error).utf8), to: socket) { exit(71) }
    }
  }

  private static func run(_ request: JobRequest, _ registry: Registry) throws -> ExperimentResult {
    guard let (_, description) = registry.lookup(request.experiment) else {
      throw WorkerError(description: "the worker does not know the experiment '\(request.experiment)'")
    }
    var given: [String: ParameterLiteral] = [:]
    for entry in request.parameters.entries { given[entry.name] = entry.value }
    let (experiment, parameters) = try description.resolve(given, scale: request.scale).get()
    let throttle = ProgressThrottle()
    let context = RunContext(
      experiment: request.experiment, parameters: parameters, replicate: request.replicate, scale: request.scale,
      notebookSeed: request.notebookSeed, dataFolder: request.dataFolder, dataFiles: experiment.dataFiles,
      progress: { fraction in
        if throttle.isDue() { _ = FrameChannel.send(WorkerReply.progress, withUnsafeBytes(of: fraction) { Array($0) }, to: socket) }
      })
    return try experiment.run(in: context)
  }

  /// Limits the address space to what the process has now and so many bytes more.
  private static func limitMemory(_ bytes: Int) {
    guard let statm = FileSystem.readStream("/proc/self/statm"), let pages = statm.split(separator: UInt8(ascii: " ")).first,
      let size = Int(String(decoding: pages, as: UTF8.self))
    else { return }
    _ = rp_limit_address_space(UInt64(size * Int(getpagesize()) + bytes + slack))
  }

  /// Lets the kernel measure the next peak from here on.
  private static func resetPeakMemory() {
    let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = write(file, "5", 1)
    close(file)
  }

  /// The largest resident memory since the last reset, in bytes.
  private static func peakMemory() -> Int {
    let status = FileSystem.readStream("/proc/self/status") ?? []
    for line in status.split(separator: UInt8(ascii: "\n")) where line.starts(with: "VmHWM:".utf8) {
      let digits = line.filter { (0x30...0x39).contains($0) }
      return (Int(String(decoding: digits, as: UTF8.self)) ?? 0) * 1024
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

/// A fault of the worker itself.
struct WorkerError: Error, CustomStringConvertible {
  var description: String
}
