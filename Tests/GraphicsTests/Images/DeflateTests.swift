import Testing

@testable import Graphics

@Suite struct DeflateTests {
  /// Lengths about each size of window and of tables.
  @Test(arguments: [0, 1, 2, 255, 256, 257, 511, 512, 513, 4095, 4096, 4097, 32_767, 32_768, 32_769, 100_000], [1, 5, 9])
  func unpackedItIsTheSame(_ count: Int, _ effort: Int) {
    var state: UInt32 = 1
    let bytes = (0..<count).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 28)
    }
    let packed = Deflate.compress(bytes, effort: effort)
    #expect(Inflate.expand(packed[...]) == bytes)
    #expect(packed.count < count * 2 / 3 + 20)
    #expect(Inflate.expand(Deflate.compress(bytes)[...]) == bytes)
  }

  @Test func bytesThatRepeatGrowBack() {
    let bytes = [UInt8](repeating: 7, count: 1_000_000)
    let packed = Deflate.compress(bytes, effort: 5)
    #expect(packed.count < 5000)
    #expect(Inflate.expand(([1, 2, 3] + packed)[3...]) == bytes)
  }

  @Test func whatIsDamagedIsNot() {
    let packed = Deflate.compress(Array("some text, some more text".utf8), effort: 5)
    #expect(Inflate.expand(packed.dropLast()) == nil)
    #expect(Inflate.expand(packed.dropFirst()) == nil)
    #expect(Inflate.expand([]) == nil)
    var changed = packed
    changed[changed.count - 1] ^= 1
    #expect(Inflate.expand(changed[...]) == nil)
  }
}
