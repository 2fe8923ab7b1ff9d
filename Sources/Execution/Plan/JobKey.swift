import Digests
import Experiments

/// All that a job's result depends on, by component, and the digest of it under which the result is stored.
package struct JobKey: Sendable, Hashable {
  /// One of the things that a result depends on.
  package struct Component: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The version of what is stored and of how runs get their random streams.
  static let formatVersion = 1

  package let components: [Component]
  /// 64 hexadecimal digits.
  package let digest: String

  init(_ components: [Component]) {
    self.components = components
    digest = SHA256.hex(JobKey.text(components))
  }

  /// - Parameter files: digests of the data files that the experiment reads, by path.
  init(
    experiment: String, sourceDigest: String, parameters: ResolvedParameters, replicate: Replicate, scale: Scale,
    notebookSeed: Int, files: [Component], platform: NumericalPlatform
  ) {
    var components = [
      Component("experiment", experiment), Component("sources", sourceDigest), Component("scale", scale.rawValue),
      Component("replicate", replicate.keyText), Component("notebook seed", String(notebookSeed)),
    ]
    components += parameters.entries.sorted { $0.name < $1.name }
      .map { Component("parameter \($0.name)", $0.value.canonicalText) }
    components += files.map { Component("data \($0.name)", $0.value) }
    components += platform.components
    components.append(Component("store format", String(JobKey.formatVersion)))
    self.init(components)
  }

  /// One `name = value` a line.
  package var text: String { JobKey.text(components) }

  /// Reads what `text` wrote; values keep everything after the first ` = `.
  init?(text: String) {
    var components: [Component] = []
    for line in text.split(separator: "\n") {
      guard let mark = line.firstRange(of: " = ") else { return nil }
      components.append(
        Component(JobKey.unescaped(line[..<mark.lowerBound]), JobKey.unescaped(line[mark.upperBound...])))
    }
    if components.isEmpty { return nil }
    self.init(components)
  }

  private static func text(_ components: [Component]) -> String {
    components.map { "\(escaped($0.name)) = \(escaped($0.value))\n" }.joined()
  }

  /// Keeps a component on one line.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(0x5C) else { return String(text) }
    var plain = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        plain.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

extension Replicate {
  var keyText: String {
    switch self {
    case .single: "single"
    case .shared(let first): "shared, first seed \(first)"
    case .seed(let seed): "seed \(seed)"
    }
  }
}
