/// Hands resolved parameter values to the `@Parameter` properties of an experiment, in the manner of a keyed decoder.
struct ParameterDecoder: Decoder {
  /// By Swift property name, that of a property of a group after the group's and a dot.
  let values: [String: any ParameterValue]
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The value of the property that is being decoded.
  var value: (any ParameterValue)? { values[ParameterDecoder.key(codingPath.map(\.stringValue))] }

  /// What the value of a property goes by, from the names of the groups around it and its own.
  static func key(_ path: [String]) -> String { path.joined(separator: ".") }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ParameterContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw ParameterDecoder.unsupported(codingPath) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw ParameterDecoder.unsupported(codingPath) }

  static func unsupported(_ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: "an experiment's stored properties are all @Parameter or a ParameterGroup"))
  }
}

/// The keyed view of a `ParameterDecoder`: every property is a `Parameter` wrapper or a group of them.
struct ParameterContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ParameterDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) throws -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    var child = decoder
    child.codingPath.append(key)
    return try T(from: child)
  }

  func nestedContainer<K: CodingKey>(keyedBy type: K.Type, forKey key: Key) throws -> KeyedDecodingContainer<K> {
    throw ParameterDecoder.unsupported(codingPath)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw ParameterDecoder.unsupported(codingPath) }
  func superDecoder() throws -> any Decoder { throw ParameterDecoder.unsupported(codingPath) }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw ParameterDecoder.unsupported(codingPath) }
}
