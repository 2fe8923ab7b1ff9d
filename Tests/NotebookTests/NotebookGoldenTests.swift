import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Notebook

enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func file(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
  }
}

@Suite struct NotebookGoldenTests {
  @Test(arguments: ["rich", "dense"]) func dumpOfFixture(name: String) throws {
    let notebook = NotebookParser.parse(source: try Fixtures.file("\(name).md"))
    #expect(Golden.mismatch(NotebookDump.text(notebook), "\(name).txt") == nil)
  }
}
