import Digests
import Foundation

// Writes a Swift file with the digests of the sources that a target's numbers depend on.
//
//     SourceDigestTool --output FILE --target NAME FOLDER FILE… [--target NAME FOLDER FILE…]…
//
// The first target is the one that the file is for, the others those below it.
do {
  let arguments = try ToolArguments(Array(CommandLine.arguments.dropFirst()))
  let code = GeneratedDigests(own: arguments.targets[0], below: Array(arguments.targets.dropFirst())).swiftCode
  try Data(code.utf8).write(to: URL(fileURLWithPath: arguments.output))
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
