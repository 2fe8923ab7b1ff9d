import CReprise
import Glibc

/// Tells a running execution to stop: its workers are killed, what they have finished is kept.
package final class CancellationSignal: Sendable {
  /// Readable once the signal was given.
  let file: Int32

  package init() { file = rp_event_file() }

  deinit { close(file) }

  /// Gives the signal, from any thread.
  package func cancel() {
    var one: UInt64 = 1
    _ = write(file, &one, 8)
  }

  /// Gives the signal at the first interrupt (SIGINT) or request to end (SIGTERM); the second ends the process.
  package func cancelOnInterrupt() { _ = rp_notify_on_interrupt(file) }

  package var isCancelled: Bool {
    var poll = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&poll, 1, 0) > 0
  }
}
