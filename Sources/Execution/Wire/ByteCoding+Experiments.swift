import Experiments

extension ByteWriter {
  mutating func write(_ literal: ParameterLiteral) {
    switch literal {
    case .boolean(let value):
      write(0 as UInt8)
      write(value)
    case .integer(let value):
      write(1 as UInt8)
      write(value)
    case .real(let value):
      write(2 as UInt8)
      write(value)
    case .text(let value):
      write(3 as UInt8)
      write(value)
    case .list(let values):
      write(4 as UInt8)
      write(values.count)
      for value in values { write(value) }
    }
  }

  mutating func write(_ replicate: Replicate) {
    switch replicate {
    case .single: write(0 as UInt8)
    case .shared(let seed):
      write(1 as UInt8)
      write(seed)
    case .seed(let seed):
      write(2 as UInt8)
      write(seed)
    }
  }
}

extension ByteReader {
  mutating func readLiteral() throws(MalformedBytes) -> ParameterLiteral {
    switch try readByte() {
    case 0: return .boolean(try readBool())
    case 1: return .integer(try readInt())
    case 2: return .real(try readDouble())
    case 3: return .text(try readText())
    case 4:
      var values: [ParameterLiteral] = []
      for _ in 0..<(try readCount()) { values.append(try readLiteral()) }
      return .list(values)
    default: throw MalformedBytes(expectation: "a literal")
    }
  }

  mutating func readReplicate() throws(MalformedBytes) -> Replicate {
    switch try readByte() {
    case 0: return .single
    case 1: return .shared(firstSeed: try readInt())
    case 2: return .seed(try readInt())
    default: throw MalformedBytes(expectation: "a replicate")
    }
  }
}
