import Learning
import Testing

@Suite struct SmallGeneratorsTests {
  @Test func linearCongruentialGeneratorGivesThePublishedDraws() {
    var generator = LinearCongruentialGenerator(seed: 1)
    #expect((0..<5).map { _ in generator.draw(1000) } == [496, 200, 46, 195, 312])
    #expect((0..<5).map { _ in generator.draw(1) } == [0, 0, 0, 0, 0])
  }

  @Test func splitMixGivesThePublishedWords() {
    var generator = SplitMix64(state: 0)
    #expect(
      (0..<3).map { _ in generator.next() } == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
  }

  @Test func splitMixGivesThePublishedUniforms() {
    var generator = SplitMix64(state: 1 << 32)
    #expect(generator.uniform() == 0.766301757339086)
    #expect(generator.uniform() == 0.21748923448407254)
  }
}
