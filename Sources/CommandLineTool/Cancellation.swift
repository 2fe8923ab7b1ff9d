import Execution

/// Ctrl-C stops the workers; what is finished is kept.
enum Cancellation {
  static func onInterrupt() -> CancellationSignal {
    let signal = CancellationSignal()
    signal.cancelOnInterrupt()
    return signal
  }
}
