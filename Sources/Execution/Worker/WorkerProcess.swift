import CReprise
import Glibc

/// A worker as its parent sees it: a process, a socket for frames, and what it wrote to its standard error.
///
/// It leads a process group of its own, so that an interrupt at the terminal reaches the parent alone, and so that a
/// crashed worker is killed together with the program that prints its backtrace.
final class WorkerProcess {
  /// How a process ended.
  enum End: Hashable {
    case exited(Int)
    case killed(signal: Int)
  }

  let pid: pid_t
  let socket: Int32
  /// The reading end of its standard output and error.
  let errors: Int32
  /// The limit that its first job set.
  let memoryBytes: Int
  /// How often the kernel had run out of memory when it was started.
  let memoryKillsBefore: Int
  private var frames = FrameBuffer()
  private(set) var log = WorkerLog()
  /// Nothing more will come from `errors`.
  private(set) var hasClosedErrors = false

  /// Starts a worker.
  /// - Parameter path: the program, which calls `Worker.serveIfAsked`.
  init(path: String, environment: [String], memoryBytes: Int) throws(FileError) {
    self.memoryBytes = memoryBytes
    memoryKillsBefore = KernelMemory.killCount()
    var sockets: [Int32] = [-1, -1]
    var pipes: [Int32] = [-1, -1]
    func give(up code: Int32) -> FileError {
      for file in sockets + pipes where file >= 0 { close(file) }
      return FileError(path: path, code: code)
    }
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw give(up: errno) }
    let failure = rp_pipe(&pipes)
    guard failure == 0 else { throw give(up: failure) }
    let (pid, code) = WorkerProcess.spawn(path, environment, socket: sockets[1], errors: pipes[1])
    guard code == 0 else { throw give(up: code) }
    close(sockets[1])
    close(pipes[1])
    _ = fcntl(pipes[0], F_SETFL, O_NONBLOCK)
    self.pid = pid
    socket = sockets[0]
    errors = pipes[0]
  }

  private static func spawn(
    _ path: String, _ environment: [String], socket: Int32, errors: Int32
  ) -> (pid: pid_t, code: Int32) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Copies out of the way first, as the descriptors themselves may be 0 to 3.
    let high = (socket: fcntl(socket, F_DUPFD_CLOEXEC, 16), errors: fcntl(errors, F_DUPFD_CLOEXEC, 16))
    defer {
      close(high.socket)
      close(high.errors)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, high.errors, 1)
    posix_spawn_file_actions_adddup2(&actions, high.errors, 2)
    posix_spawn_file_actions_adddup2(&actions, high.socket, Worker.socket)
    _ = rp_close_from(&actions, Worker.socket + 1)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = cStrings([path, Worker.argument, String(getpid())])
    let variables = cStrings(environment)
    defer { for pointer in arguments + variables { free(pointer) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, arguments, variables)
    return (pid, code)
  }

  /// Copies of texts for C, with the NULL that ends the list.
  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { copies.append(strdup(text)) }
    return copies + [nil]
  }

  /// Tells the worker its next job; false if it is gone.
  func send(_ request: JobRequest) -> Bool {
    readErrors()
    log = WorkerLog()
    return FrameChannel.send(0, request.encoded, to: socket)
  }

  /// The frames that have arrived, without waiting, and whether the worker has hung up.
  func receive() -> (frames: [(kind: UInt8, payload: [UInt8])], hasEnded: Bool) {
    var received: [(kind: UInt8, payload: [UInt8])] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      if count < 0, errno == EINTR { continue }
      if count < 0 { return (received, errno != EAGAIN) }
      if count == 0 { return (received, true) }
      frames.append(chunk[..<count])
      do { while let frame = try frames.next() { received.append(frame) } } catch { return (received, true) }
    }
  }

  /// Takes in what the worker wrote to its standard error so far.
  func readErrors() {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(errors, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { hasClosedErrors = true }
      if count <= 0 { return }
      log.append(chunk[..<count])
    }
  }

  /// Waits for the end of a worker that has hung up, and frees what it held.
  ///
  /// One that hangs up but lives on is killed after a second.
  func waitForEnd() -> End {
    for _ in 0..<1000 {
      if let end = wait(WNOHANG) { return finish(end) }
      usleep(1000)
    }
    return kill()
  }

  /// Kills the worker with all that it started, and frees what it held.
  @discardableResult func kill() -> End {
    _ = Glibc.kill(-pid, SIGKILL)
    _ = Glibc.kill(pid, SIGKILL)
    return finish(wait(0) ?? .killed(signal: Int(SIGKILL)))
  }

  /// Nil if it still runs.
  private func wait(_ options: Int32) -> End? {
    var status: Int32 = 0
    while true {
      let result = waitpid(pid, &status, options)
      if result == 0 { return nil }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { return .exited(0) }
      let signal = status & 0x7F
      return signal == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal))
    }
  }

  private func finish(_ end: End) -> End {
    readErrors()
    close(socket)
    close(errors)
    return end
  }
}
