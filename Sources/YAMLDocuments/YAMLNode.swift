import Diagnostics

/// A node of a YAML 1.2 document with its place in the file that it stands in.
package struct YAMLNode: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The value of a mapping's key; nil when there is none or this is not a mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  package var entries: [YAMLEntry]? { if case .mapping(let entries) = kind { entries } else { nil } }
  package var elements: [YAMLNode]? { if case .sequence(let elements) = kind { elements } else { nil } }
  package var scalar: YAMLScalar? { if case .scalar(let scalar) = kind { scalar } else { nil } }

  /// The text of a scalar as written, whatever its type.
  package var text: String? { scalar?.text }
  /// The value of a scalar that reads as a string: quoted, or plain and nothing else by the core schema.
  package var string: String? { scalar?.string }
  package var bool: Bool? { scalar?.bool }
  package var integer: Int? { scalar?.integer }
  /// The value of a scalar that reads as a number, integers included.
  package var number: Double? { scalar?.number }
  package var isNull: Bool { scalar?.isNull ?? false }

  /// "mapping", "list", "text", "number", "true/false" or "null", for messages.
  package var typeDescription: String {
    switch kind {
    case .mapping: "mapping"
    case .sequence: "list"
    case .scalar(let scalar): scalar.isNull ? "null" : scalar.bool != nil ? "true/false" : scalar.number != nil ? "number" : "text"
    }
  }
}

/// One `key: value` of a mapping, in the order of the file.
package struct YAMLEntry: Sendable, Hashable {
  package var key: String
  package var keyRange: SourceRange
  package var value: YAMLNode

  package init(key: String, keyRange: SourceRange, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}
