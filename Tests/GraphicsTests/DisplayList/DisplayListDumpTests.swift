import TestSupport
import Testing

@testable import Graphics

struct DisplayListDumpTests {
  @Test func sampleIsAsKept() {
    #expect(Golden.mismatch(DisplayListDump.text(SampleDrawing.list()), "sample.txt") == nil)
  }

  @Test func numbersAreRounded() {
    let shape = ShapeItem(.circle(center: Point(1.23456, -0.004), radius: .nan), fill: Paint(.series(2), opacity: 0.5))
    let text = DisplayListDump.text(DisplayList(width: 10, height: 20, items: [.shape(shape)]))
    #expect(text == "drawing 10 × 20\n  circle (1.23,0) radius nan fill series2@0.5\n")
  }
}
