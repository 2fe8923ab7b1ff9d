import Diagnostics
import NumericalCore

/// Why a file of parameters cannot be read, written or used.
public enum CheckpointError: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
  /// The file is not laid out as safetensors files are.
  case malformed(file: String, expected: String, found: String)
  /// The network has no tensor of this name.
  case unknownTensor(file: String, name: String, known: [String])
  /// A tensor of the network is not in the file.
  case missingTensor(file: String, name: String, found: [String])
  case wrongShape(file: String, name: String, expected: Shape, found: Shape)
  case wrongType(file: String, name: String, expected: String, found: String)

  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "cannot read '\(file)': \(reason)"
    case .unwritable(let file, let reason): "cannot write '\(file)': \(reason)"
    case .malformed(let file, let expected, let found): "'\(file)' is no safetensors file: expected \(expected), found \(found)"
    case .unknownTensor(let file, let name, let known):
      "'\(file)': " + CheckpointError.text(Diagnostic.unknownName("", "tensor", name, known: known))
    case .missingTensor(let file, let name, let found):
      "'\(file)' lacks the tensor '\(name)'" + (NearestNames.of(name, in: found).first.map { "; it has '\($0)'" } ?? "")
    case .wrongShape(let file, let name, let expected, let found):
      "'\(file)': tensor '\(name)' has shape \(found); the network expects \(expected)"
    case .wrongType(let file, let name, let expected, let found):
      "'\(file)': tensor '\(name)' holds numbers of type \(found); the network expects \(expected)"
    }
  }

  private static func text(_ diagnostic: Diagnostic) -> String {
    diagnostic.message + diagnostic.notes.map { "; \($0.message)" }.joined()
  }
}
