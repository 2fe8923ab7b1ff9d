import Learning
import Testing

@Suite struct DigitsTests {
  @Test func splitsHaveThePublishedSums() {
    func sum(_ pixels: [Float]) -> Double { pixels.reduce(0) { $0 + Double($1) * 16 } }
    #expect(Digits.all.count == 1797 && Digits.train.count == 1297 && Digits.test.count == 500)
    #expect(sum(Digits.all.pixels) == 561_718)
    #expect(sum(Digits.train.pixels) == 406_262)
    #expect(sum(Digits.test.pixels) == 155_456)
  }

  @Test func classesHaveThePublishedCounts() {
    #expect(Digits.all.classCounts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(Digits.train.classCounts == [128, 131, 128, 132, 130, 131, 130, 129, 128, 130])
    #expect(Digits.test.classCounts == [50, 51, 49, 51, 51, 51, 51, 50, 46, 50])
    #expect(Array(Digits.train.labels.prefix(10)) == Array(0...9))
    #expect(Array(Digits.test.labels.prefix(10)) == Array(0...9))
  }

  @Test func firstRowIsThePublishedOne() {
    let row: [Float] = [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]
    #expect(Array(Digits.all.image(0).prefix(16)) == row.map { $0 / 16 })
    #expect(Digits.all.shape == ImageShape(height: 8, width: 8, channels: 1))
    #expect(Digits.all.pixels.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(Digits.test.image(0) == Digits.all.image(1297))
  }

  @Test func labellingsTellParityAndSize() {
    #expect((0...9).map(DigitLabelling.parity.sign) == [1, -1, 1, -1, 1, -1, 1, -1, 1, -1])
    #expect((0...9).map(DigitLabelling.size.sign) == [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1])
    // 648 digits of at least five, 649 smaller ones.
    #expect(Digits.train.signs(.size).reduce(0, +) == -1)
  }
}
