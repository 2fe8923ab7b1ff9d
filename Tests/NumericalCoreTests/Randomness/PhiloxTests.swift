import Testing

@testable import NumericalCore

/// The known answers of the Random123 distribution (`kat_vectors`, philox 4x32 with 10 rounds).
@Suite struct PhiloxTests {
  private func words(_ first: UInt64, _ stream: UInt64, _ key: UInt64) -> [UInt64] {
    let (a, b, c, d) = Philox.blocks(first: first, stream: stream, key: key)
    return [a[0], b[0], c[0], d[0]]
  }

  @Test func knownAnswers() {
    #expect(words(0, 0, 0) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    #expect(words(.max, .max, .max) == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
    #expect(
      words(0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e, 0x299f_31d0_a409_3822)
        == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
  }

  @Test func lanesAreConsecutiveBlocks() {
    let (a, b, c, d) = Philox.blocks(first: 0xFFFF_FFFE, stream: 3, key: 5)
    for lane in 0..<4 {
      #expect(words(0xFFFF_FFFE + UInt64(lane), 3, 5) == [a[lane], b[lane], c[lane], d[lane]])
    }
  }

  @Test func sourceGivesWordsInOrder() {
    var source = RandomSource(key: 0, stream: 0)
    #expect(source.nextUInt64() == 0xe169_c58d_6627_e8d5)
    #expect(source.nextUInt64() == 0x9b00_dbd8_bc57_ac4c)
    var second = RandomSource(key: 0, stream: 0, block: 1)
    #expect(source.nextUInt64() == second.nextUInt64())
  }
}
