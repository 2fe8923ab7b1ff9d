import NumericalCore
import Testing

@testable import Learning

@Suite struct CheckpointTests {
  private static func network<Scalar: TensorScalar>(_ seed: UInt64, _ scalar: Scalar.Type) -> Network<Scalar> {
    Network<Scalar>(input: [3], random: RandomSource(seed: seed, stream: "network")) {
      Dense(2)
      BatchNorm()
    }
  }

  @Test func roundTrips() throws {
    var source = CheckpointTests.network(1, Float.self)
    source.state = Tensor(vector: [1, 2, 3, 4])
    var target = CheckpointTests.network(2, Float.self)
    try target.load(SafeTensors(source.checkpoint.encoded, name: "net"), name: "net")
    #expect(target.parameters == source.parameters && target.state == source.state)
    #expect(try SafeTensors(source.checkpoint.encoded, name: "net") == source.checkpoint)
    let doubles = CheckpointTests.network(3, Double.self)
    var copy = CheckpointTests.network(4, Double.self)
    try copy.load(SafeTensors(doubles.checkpoint.encoded, name: "net"), name: "net")
    #expect(copy.parameters == doubles.parameters)
  }

  @Test func files() throws {
    let path = try #require(Environment.temporaryFile("checkpoint.safetensors"))
    let source = CheckpointTests.network(1, Float.self)
    try source.save(to: path)
    var target = CheckpointTests.network(2, Float.self)
    try target.load(from: path)
    #expect(target.parameters == source.parameters)
    #expect(throws: CheckpointError.unreadable(file: "/nowhere/x", reason: "No such file or directory")) {
      try target.load(from: "/nowhere/x")
    }
    #expect(throws: CheckpointError.unwritable(file: "/nowhere/x", reason: "No such file or directory")) {
      try target.save(to: "/nowhere/x")
    }
  }

  /// The bytes that Python's `safetensors.numpy.save({"b": [1, -2], "a": [[0.5]]})` gives for float32, written by hand.
  private static var bytes: [UInt8] {
    let header = #"{"a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#
    var text = Array(header.utf8)
    while text.count % 8 != 0 { text.append(0x20) }
    return [UInt8(text.count), 0, 0, 0, 0, 0, 0, 0] + text + [0, 0, 0, 0x3F, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]
  }

  @Test func filesWrittenElsewhere() throws {
    let file = try SafeTensors(CheckpointTests.bytes, name: "x")
    #expect(file.entries.map(\.name) == ["a", "b"])
    #expect(file.entries.map(\.shape) == [[1, 1], [2]])
    var expected = SafeTensors()
    expected.append("a", Tensor<Float>([1, 1], elements: [0.5]))
    expected.append("b", Tensor<Float>(vector: [1, -2]))
    #expect(file == expected)
    #expect(expected.encoded.suffix(12) == CheckpointTests.bytes.suffix(12))
  }

  @Test func damagedFiles() {
    let bytes = CheckpointTests.bytes
    for count in 0..<bytes.count {
      #expect(throws: CheckpointError.self) { try SafeTensors(Array(bytes.prefix(count)), name: "x") }
    }
    func message(_ header: String, data: Int = 0) -> String {
      let bytes = [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [UInt8](repeating: 0, count: data)
      do {
        _ = try SafeTensors(bytes, name: "x")
        return "read"
      } catch {
        return "\(error)"
      }
    }
    #expect(message("{}") == "read")
    #expect(
      message(#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, data: 8)
        == "'x' is no safetensors file: expected 12 bytes for tensor 'a' of 3, found 8")
    #expect(message(#"{"a":{"dtype":"F31","shape":[],"data_offsets":[0,4]}}"#, data: 4).hasSuffix(#"found "F31""#))
    #expect(message(#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, data: 4).hasSuffix("found [-1]"))
    #expect(message(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, data: 4).hasSuffix("found 4 bytes of data"))
  }

  @Test func filesOfOtherNetworks() {
    var network = CheckpointTests.network(1, Float.self)
    func message(_ change: (inout SafeTensors) -> Void) -> String {
      var file = network.checkpoint
      change(&file)
      do {
        try network.load(file, name: "net")
        return "loaded"
      } catch {
        return "\(error)"
      }
    }
    #expect(message { _ in } == "loaded")
    #expect(message { $0.entries[0].name = "dense0.weight" } == "'net': unknown tensor 'dense0.weight'; did you mean 'dense0.weights'?")
    #expect(message { $0.entries.remove(at: 1) }.hasPrefix("'net' lacks the tensor 'dense0.bias'"))
    #expect(
      message { $0.entries[0].shape = [2, 3] }
        == "'net': tensor 'dense0.weights' has shape 2 × 3; the network expects 3 × 2")
    #expect(
      message { $0.entries[0].type = "F64" }
        == "'net': tensor 'dense0.weights' holds numbers of type F64; the network expects F32")
  }
}
