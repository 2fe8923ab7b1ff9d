import NumericalCore

/// Parameters and state in safetensors files, under the names of their slots.
extension Network {
  /// The parameters and the state as the content of a file.
  public var checkpoint: SafeTensors {
    var file = SafeTensors(metadata: [("format", "reprise")])
    for (slots, flat) in [(slots, parameters), (stateSlots, state)] {
      for slot in slots { file.append(slot.name, flat.slice(from: slot.range.lowerBound, shape: slot.shape)) }
    }
    return file
  }

  /// Takes parameters and state from the content of a file; nothing changes if it does not fit.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: `CheckpointError` if a name, a shape or a type is not what this network has.
  public mutating func load(_ file: SafeTensors, name: String) throws(CheckpointError) {
    let known = slots + stateSlots
    for entry in file.entries where !known.contains(where: { $0.name == entry.name }) {
      throw .unknownTensor(file: name, name: entry.name, known: known.map(\.name))
    }
    let newParameters = try Network.flat(slots, file, name)
    let newState = try Network.flat(stateSlots, file, name)
    (parameters, state) = (newParameters, newState)
  }

  private static func flat(
    _ slots: [NetworkSlot], _ file: SafeTensors, _ name: String
  ) throws(CheckpointError) -> Tensor<Scalar> {
    var flat = [Scalar](repeating: 0, count: slots.last?.range.upperBound ?? 0)
    for slot in slots {
      guard let entry = file.entries.last(where: { $0.name == slot.name }) else {
        throw .missingTensor(file: name, name: slot.name, found: file.entries.map(\.name))
      }
      if entry.shape != slot.shape {
        throw .wrongShape(file: name, name: slot.name, expected: slot.shape, found: entry.shape)
      }
      let type = SafeTensors.type(of: Scalar.self)
      if entry.type != type { throw .wrongType(file: name, name: slot.name, expected: type, found: entry.type) }
      entry.bytes.withUnsafeBytes { bytes in
        for (index, place) in slot.range.enumerated() {
          flat[place] = bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Scalar>.stride, as: Scalar.self)
        }
      }
    }
    return Tensor(vector: flat)
  }

  /// Writes the parameters and the state to a file.
  public func save(to path: String) throws(CheckpointError) { try CheckpointFile.write(checkpoint.encoded, to: path) }

  /// Takes parameters and state from a file.
  public mutating func load(from path: String) throws(CheckpointError) {
    try load(SafeTensors(try CheckpointFile.read(path), name: path), name: path)
  }
}
