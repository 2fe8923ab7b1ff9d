import Learning
import Testing

@Suite struct NumPyArrayTests {
  private func read(_ base64: String) throws -> NumPyArray { try NumPyArray.read(FileBytes(base64: base64)) }

  @Test func everyTypeIsRead() throws {
    let bytes = try read(FormatSamples.bytes)
    #expect(bytes.type == .uint8 && bytes.shape == [2, 3] && bytes.count == 6)
    #expect(try bytes.integers() == [1, 2, 3, 4, 5, 255])
    #expect(bytes.floats() == [1, 2, 3, 4, 5, 255])
    #expect(try Array(bytes.byteElements()) == [1, 2, 3, 4, 5, 255])
    #expect(try read(FormatSamples.longs).integers() == [-1, 0, 1 << 40])
    #expect(try read(FormatSamples.longs).doubles() == [-1, 0, 0x1p40])
    #expect(try read(FormatSamples.ints).integers() == [-7, 70000])
    #expect(try read(FormatSamples.ints).floats() == [-7, 70000])
    #expect(try read(FormatSamples.floats).floats() == [0.5, -1.25, .infinity])
    #expect(try read(FormatSamples.floats).doubles() == [0.5, -1.25, .infinity])
    #expect(try read(FormatSamples.floats).shape == [3, 1])
  }

  @Test func everyVersionIsRead() throws {
    #expect(try read(FormatSamples.doubles).doubles() == [1.0 / 3, 1e300])
    #expect(try read(FormatSamples.doubles).shape == [1, 2])
    #expect(try read(FormatSamples.doubles).floats() == [Float(1.0 / 3), .infinity])
    #expect(try read(FormatSamples.version3).doubles() == [0, 1, 2, 3, 4, 5])
    #expect(try read(FormatSamples.version3).shape == [1, 2, 3])
  }

  @Test func shapesWithoutDimensionsOrElementsAreRead() throws {
    #expect(try read(FormatSamples.scalar).shape == [] && read(FormatSamples.scalar).doubles() == [2.5])
    #expect(try read(FormatSamples.nothing).shape == [0, 4] && read(FormatSamples.nothing).count == 0)
  }

  @Test func filesAreReadByPathAndCompressed() throws {
    let folder = try TemporaryFolder()
    let sample = FileBytes(base64: FormatSamples.ints, "ints.npy")
    #expect(try NumPyArray.read(FileBytes(path: folder.write(sample))).integers() == [-7, 70000])
    #expect(try NumPyArray.read(sample.compressed).integers() == [-7, 70000])
  }

  @Test func whatIsNotReadIsSaid() {
    #expect(
      throws: DataError.unsupported(
        file: "sample.npy", expected: "C order (in NumPy: numpy.save(file, numpy.ascontiguousarray(array)))",
        found: "an array in Fortran order")
    ) { try read(FormatSamples.fortran) }
    #expect(
      "\(failure(FormatSamples.bigEndian))".hasPrefix(
        "'sample.npy' holds elements of type '>i8'; expected one of '|u1', '<i4',"))
    #expect("\(failure(FormatSamples.structured))".hasPrefix("'sample.npy' holds a structured array"))
    #expect(
      throws: DataError.unsupported(file: "sample.npy", expected: "whole numbers", found: "elements of type '<f4'")
    ) {
      try read(FormatSamples.floats).integers()
    }
    #expect(throws: DataError.self) { try read(FormatSamples.floats).byteElements() }
  }

  private func failure(_ base64: String) -> String {
    do {
      _ = try read(base64)
      return "no error"
    } catch { return "\(error)" }
  }

  @Test func everyCutFileIsAnError() {
    for sample in [FormatSamples.bytes, FormatSamples.doubles, FormatSamples.structured, FormatSamples.scalar] {
      for part in FileBytes(base64: sample).prefixes { #expect(throws: DataError.self) { try NumPyArray.read(part) } }
    }
  }

  /// Whatever a byte of the header is changed to, reading gives an array or an error: it never crashes.
  @Test func changedBytesDoNoHarm() {
    let sample = FileBytes(base64: FormatSamples.doubles)
    var errors = 0
    for place in 0..<128 {
      for value: UInt8 in [0, 0x20, 0x27, 0x28, 0x29, 0x2C, 0x31, 0x39, 0x5B, 0x5D, 0x7B, 0x7D, 0xFF] {
        var bytes = sample.bytes
        bytes[place] = value
        do { _ = try NumPyArray.read(FileBytes(bytes)) } catch { errors += 1 }
      }
    }
    #expect(errors > 400)
  }

  @Test func headersMayBeWrittenInOtherWays() throws {
    func file(_ header: String, _ body: [UInt8]) -> FileBytes {
      FileBytes([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + body)
    }
    #expect(
      try NumPyArray.read(file("{\"shape\":(2,),\"descr\":\"|u1\",\"fortran_order\":True}", [8, 9])).integers() == [
        8, 9,
      ])
    #expect(
      throws: DataError.wrongValue(
        file: "sample", place: "header, byte 11", expected: "a size", found: "'-2,), 'descr'")
    ) { try NumPyArray.read(file("{'shape': (-2,), 'descr': '|u1', 'fortran_order': False}", [8, 9])) }
    #expect(
      throws: DataError.wrongValue(
        file: "sample", place: "header", expected: "the keys 'descr', 'fortran_order' and 'shape'",
        found: "descr, shape")
    ) { try NumPyArray.read(file("{'shape': (2,), 'descr': '|u1'}", [8, 9])) }
    #expect(throws: DataError.truncated(file: "sample", offset: 94, expected: Int.max, found: 1)) {
      try NumPyArray.read(
        file("{'shape': (9223372036854775807, 3), 'descr': '|u1', 'fortran_order': False, }       ", [8]))
    }
    #expect(throws: DataError.wrongSize(file: "sample", expected: "66 for |u1 of shape (1)", found: 67)) {
      try NumPyArray.read(file("{'shape': (1,), 'descr': '|u1', 'fortran_order': False}", [8, 9]))
    }
  }
}
