import Foundation

/// Seconds of each stage of a rendering, for `build.json`.
struct Stopwatch {
  private(set) var laps: [(stage: String, seconds: Double)] = []
  private var last = Stopwatch.now

  /// Ends a stage.
  mutating func lap(_ stage: String) {
    let time = Stopwatch.now
    laps.append((stage, time - last))
    last = time
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
