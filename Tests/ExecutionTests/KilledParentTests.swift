import Foundation
import Testing

@testable import Execution

/// A parent process that ends in the middle of a run.
@Suite struct KilledParentTests {
  private func results(in store: String) -> Int {
    FileManager.default.enumerator(atPath: store)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".result") }.count ?? 0
  }

  /// Starts the test program as a parent of slow jobs; waits until some are stored.
  private func start(_ store: String, seconds: Double) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: workerPath)
    process.arguments = ["parent", store, String(seconds)]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while results(in: store) < 2, Date() < deadline { usleep(5000) }
    return process
  }

  /// The processes whose parent a process is or was, as long as they live.
  private func workers(of pid: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { candidate in
      let line = (try? String(contentsOfFile: "/proc/\(candidate)/cmdline", encoding: .utf8)) ?? ""
      return line.split(separator: "\0").dropFirst().elementsEqual(["__worker", "\(pid)"])
    }
  }

  @Test func killLosesOnlyJobsInFlight() throws {
    try withFolder { folder in
      let store = folder + "/store"
      let process = try start(store, seconds: 0.15)
      let children = workers(of: process.processIdentifier)
      #expect(!children.isEmpty)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // The workers die with their parent.
      let deadline = Date(timeIntervalSinceNow: 30)
      while children.contains(where: { FileManager.default.fileExists(atPath: "/proc/\($0)/exe") && kill($0, 0) == 0 && !isZombie($0) }),
        Date() < deadline
      { usleep(5000) }
      #expect(workers(of: process.processIdentifier).isEmpty)
      let kept = results(in: store)
      #expect(kept >= 2 && kept < 20)
      // A new parent takes what is there, and ends the work.
      let again = Process()
      again.executableURL = URL(fileURLWithPath: workerPath)
      again.arguments = ["parent", store, "0.15"]
      let output = Pipe()
      again.standardOutput = output
      try again.run()
      again.waitUntilExit()
      #expect(again.terminationStatus == 0)
      #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "20\n")
      #expect(results(in: store) == 20)
    }
  }

  @Test func interruptKeepsWhatIsFinished() throws {
    try withFolder { folder in
      let store = folder + "/store"
      let process = try start(store, seconds: 0.5)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 3)
      #expect(workers(of: process.processIdentifier).isEmpty)
      #expect(results(in: store) >= 2 && results(in: store) < 20)
    }
  }

  private func isZombie(_ pid: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.hasPrefix(" Z") ?? true
  }
}
