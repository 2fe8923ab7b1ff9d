import Synchronization
import Testing

@testable import Execution

@Suite struct ProgressTests {
  private func snapshot(done: Int, elapsed: Double, finished: [ProgressSnapshot.Finished] = []) -> ProgressSnapshot {
    ProgressSnapshot(
      jobCount: 15, doneCount: done, cachedCount: 1, failedCount: 1,
      running: [.init(label: "runs", job: "seed 3", fraction: 0.456, seconds: 1), .init(label: "b", job: "", fraction: 0, seconds: 1)],
      finished: finished, elapsedSeconds: elapsed, remainingSeconds: 75)
  }

  @Test func liveLine() {
    let line = TerminalProgress.line(snapshot(done: 3, elapsed: 12.4), columns: 100)
    #expect(line == "[3/15] 12 s, 1 min 15 s left, 1 failed · runs (seed 3) 45 % · b")
    #expect(TerminalProgress.line(snapshot(done: 3, elapsed: 12.4), columns: 20) == "[3/15] 12 s, 1 min…")
  }

  @Test(arguments: [(0.4, "0 s"), (59.4, "59 s"), (185, "3 min 5 s"), (7800, "2 h 10 min")])
  func durations(seconds: Double, text: String) {
    #expect(TerminalProgress.duration(seconds) == text)
  }

  @Test func theLineIsDrawnAtMostTenTimesASecondAndCleared() {
    let output = Output()
    let progress = TerminalProgress(columns: 80) { output.write($0) }
    for step in 0..<1000 { progress.update(snapshot(done: 1, elapsed: 0.3 + Double(step) * 0.001)) }
    progress.end()
    let pieces = output.pieces
    #expect(pieces.count <= 12 && pieces.count >= 9)
    #expect(pieces.last == "\r\u{1B}[2K")
  }

  @Test func nothingIsDrawnForWhatIsQuick() {
    let output = Output()
    let progress = TerminalProgress(columns: 80) { output.write($0) }
    progress.update(snapshot(done: 15, elapsed: 0.05))
    progress.end()
    #expect(output.pieces == [])
  }

  @Test func plainLinesNameEachExperimentOnce() {
    let output = Output()
    let progress = PlainProgress { output.write($0) }
    let a = ProgressSnapshot.Finished(label: "a", jobCount: 1, cachedCount: 0, failedCount: 0)
    let b = ProgressSnapshot.Finished(label: "b", jobCount: 15, cachedCount: 5, failedCount: 1)
    progress.update(snapshot(done: 1, elapsed: 1))
    progress.update(snapshot(done: 1, elapsed: 1, finished: [a]))
    progress.update(snapshot(done: 1, elapsed: 1, finished: [a, b]))
    progress.update(snapshot(done: 1, elapsed: 1, finished: [a, b]))
    #expect(output.pieces == ["a: 1 job\n", "b: 15 jobs, 5 stored, 1 failed\n"])
  }

  @Test func aRunReportsEachExperiment() {
    let output = Output()
    _ = executor(progress: PlainProgress { output.write($0) }).execute(
      plan("test/fault\nlabel: a\nsweep: {kind: [none, error]}", "test/noise\nlabel: b"))
    #expect(output.pieces.sorted() == ["a: 2 jobs, 1 failed\n", "b: 3 jobs\n"])
  }
}

/// Collects what is written.
final class Output: Sendable {
  private let written = Mutex<[String]>([])
  func write(_ text: String) { written.withLock { $0.append(text) } }
  var pieces: [String] { written.withLock { $0 } }
}
