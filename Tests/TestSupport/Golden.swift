import Foundation

/// Golden files: text kept beside the tests and compared character by character.
///
/// With `RECORD=1` in the environment the file is rewritten, and the comparison still fails, so that a recording run
/// can never pass for a test run.
public enum Golden {
  /// Compares `actual` with `Golden/<name>` beside the calling test file.
  /// - Returns: nil when equal, otherwise what to say: the first differing line of both.
  public static func mismatch(_ actual: String, _ name: String, file: String = #filePath) -> String? {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try actual.write(to: url, atomically: true, encoding: .utf8)
        return "recorded \(name); run again without RECORD"
      } catch { return "cannot record \(name): \(error)" }
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else { return "no golden file \(name); record it with RECORD=1" }
    if expected == actual { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let was = line < old.count ? String(old[line]) : "end of file"
    let now = line < new.count ? String(new[line]) : "end of file"
    return "\(name) differs at line \(line + 1)\n  golden: \(was)\n  actual: \(now)"
  }
}
