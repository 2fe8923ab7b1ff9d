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
  let output = URL(fileURLWithPath: arguments.output)
  // A file that stays as it was keeps its time, so that nothing is compiled anew for it.
  if (try? Data(contentsOf: output)) != Data(code.utf8) { try Data(code.utf8).write(to: output) }
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
