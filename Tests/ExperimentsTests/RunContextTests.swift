import Foundation
import NumericalCore
import Testing

@testable import Experiments

@Suite struct RunContextTests {
  private func first(
    _ stream: String = "noise", experiment: String = "e", n: Int = 1, replicate: Replicate = .seed(0), scale: Scale = .quick,
    notebookSeed: Int = 0, drawing others: [String] = []
  ) -> UInt64 {
    let context = RunContext(
      experiment: experiment, parameters: ResolvedParameters(entries: [.init(name: "n", value: .integer(n))]),
      replicate: replicate, scale: scale, notebookSeed: notebookSeed)
    for other in others {
      var source = context.random(other)
      _ = source.next()
    }
    var source = context.random(stream)
    return source.next()
  }

  @Test func streamsDependOnWhatTheyShould() {
    let numbers = [
      first(), first("other"), first(experiment: "f"), first(n: 2), first(replicate: .seed(1)), first(replicate: .single),
      first(notebookSeed: 1),
    ]
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func streamsDependOnNothingElse() {
    #expect(first() == first(drawing: ["a", "b", "noise"]))
    #expect(first() == first(scale: .paper))
  }

  @Test func theSharedRunShowsTheFirstSeed() {
    #expect(first(replicate: .shared(firstSeed: 3)) == first(replicate: .seed(3)))
  }

  @Test func progressAndCancellationPassThrough() throws {
    let context = RunContext(
      experiment: "e", parameters: ResolvedParameters(entries: []), replicate: .single, scale: .quick, isCancelled: { true })
    context.report(0.5)
    #expect(throws: CancellationError.self) { try context.checkCancellation() }
  }

  @Test func dataFilesAreReadIfDeclared() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("1,2\n".utf8).write(to: folder.appendingPathComponent("d.csv"))
    let context = RunContext(
      experiment: "e", parameters: ResolvedParameters(entries: []), replicate: .single, scale: .quick, dataFolder: folder.path,
      dataFiles: ["d.csv", "../x", "/etc/passwd", "gone"])
    #expect(try context.data("d.csv") == Array("1,2\n".utf8))
    #expect(throws: DataFile.Failure.notDeclared("other")) { try context.data("other") }
    #expect(throws: DataFile.Failure.outsideFolder("../x")) { try context.data("../x") }
    #expect(throws: DataFile.Failure.outsideFolder("/etc/passwd")) { try context.data("/etc/passwd") }
    #expect(throws: DataFile.Failure.unreadable("gone", errno: ENOENT)) { try context.data("gone") }
  }
}
