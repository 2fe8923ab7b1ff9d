import TestSupport
import Testing
import Typography

@testable import Graphics

struct SVGWriterTests {
  let fonts = FontLibrary()

  private func write(_ items: [DisplayItem], _ options: SVGWriter.Options = .standalone) -> String {
    SVGWriter(fonts: fonts).write(DisplayList(width: 100, height: 50, title: "t", items: items), options)
  }

  @Test func sampleIsAsKept() {
    let svg = SVGWriter(fonts: fonts).write(SampleDrawing.list(fonts: fonts))
    #expect(Golden.mismatch(svg, "sample.svg") == nil)
  }

  @Test func sameListGivesTheSameBytes() {
    let first = SVGWriter(fonts: FontLibrary()).write(SampleDrawing.list())
    let second = SVGWriter(fonts: FontLibrary()).write(SampleDrawing.list())
    #expect(first == second)
  }

  @Test func inlineColorsAreVariables() {
    let line = DisplayItem.shape(
      ShapeItem(.polyline([Point(0, 0), Point(1, 1)]), stroke: Stroke(Paint(.series(7)), width: 1)))
    let svg = write([line], .inline(idPrefix: "fig-1"))
    #expect(svg.contains("stroke=\"var(--rp-series-8,#7f7f7f)\""))
    #expect(svg.contains("aria-labelledby=\"fig-1-title\""))
    #expect(!svg.contains("xmlns") && !svg.contains("<?xml"))
  }

  @Test func textIsEscaped() {
    let text = TextItem("a<b> & \"c\"\u{1}", style: TextStyle(.sans, size: 8), paint: Paint(.role(.ink)), origin: Point(1, 2), width: 1)
    #expect(write([.text(text)]).contains(">a&lt;b&gt; &amp; &quot;c&quot;</text>"))
  }

  @Test func unsoundCoordinatesNeverAppear() {
    let nan = Double.nan
    let stroke = Stroke(Paint(.role(.ink)), width: 1)
    let style = TextStyle(.sans, size: 8)
    let ink = Paint(.role(.ink))
    let items: [DisplayItem] = [
      .shape(ShapeItem(.polyline([Point(0, 0), Point(1, 1), Point(nan, 1), Point(2, 2), Point(3, .infinity), Point(9, 9)]), stroke: stroke)),
      .shape(ShapeItem(.polygon([Point(0, 0), Point(nan, 1), Point(1, 0)]), fill: ink)),
      .shape(ShapeItem(.rect(Rect(x: nan, y: 0, width: 1, height: 1), cornerRadius: 0), fill: ink)),
      .shape(ShapeItem(.circle(center: Point(0, 0), radius: nan), fill: ink)),
      .shape(ShapeItem(.path([.move(Point(0, 0)), .line(Point(nan, 0)), .line(Point(4, 4)), .line(Point(5, 5))]), stroke: stroke)),
      .shape(ShapeItem(.polyline([Point(0, 0), Point(1, 1e300)]), stroke: stroke)),
      .text(TextItem("hidden", style: style, paint: ink, origin: Point(nan, 0), width: 1)),
      .group(GroupItem([.text(TextItem("gone", style: style, paint: ink, origin: Point(0, 0), width: 1))], translation: Point(.infinity, 0))),
      .image(ImageItem(frame: Rect(x: 0, y: 0, width: nan, height: 1), pixelWidth: 1, pixelHeight: 1, rgba: [0, 0, 0, 255])),
    ]
    let svg = write(items)
    for word in ["nan", "inf", "hidden", "gone", "<circle", "<image"] { #expect(!svg.contains(word)) }
    #expect(svg.contains("M0 0l1 1") && svg.contains("m4 4l1 1"))
    #expect(!PDFWriter(fonts: fonts).write(DisplayList(width: 10, height: 10, items: items)).isEmpty)
    #expect(!PNGWriter(fonts: fonts).write(DisplayList(width: 10, height: 10, items: items)).isEmpty)
  }

  @Test(arguments: [(0.0, "0"), (-0.001, "0"), (0.5, ".5"), (-0.25, "-.25"), (12, "12"), (1.005, "1"), (1.006, "1.01"), (-3.1, "-3.1"), (100.05, "100.05")])
  func numbersAreShort(value: Double, text: String) {
    var buffer = SVGBuffer()
    buffer.append(number: value)
    #expect(buffer.string == text)
  }

  @Test func relativeCoordinatesDoNotDrift() {
    let points = (0..<3000).map { Point(0.07 + Double($0) * 0.1234, 0.07 + Double($0 % 7) * 3.3) }
    var path = SVGPath()
    path.chain(points, isClosed: false)
    let numbers = pathNumbers(path.buffer.string)
    #expect(numbers.count == 6000)
    let sumX = stride(from: 0, to: numbers.count, by: 2).reduce(0.0) { $0 + numbers[$1] }
    #expect(abs(sumX - points[2999].x) < 0.01)
  }

  @Test func pathsAreTerse() {
    var path = SVGPath()
    path.chain([Point(1, 1), Point(6, 1), Point(6.5, 1.25), Point(7, 1.75), Point(5, 1.7)], isClosed: true)
    #expect(path.buffer.string == "M1 1h5l.5.25.5.5-2-.05z")
  }

  /// The numbers of relative path data without horizontal or vertical commands.
  private func pathNumbers(_ data: String) -> [Double] {
    var numbers: [Double] = []
    var current = ""
    for letter in data + " " {
      let ends = letter == "-" || letter == " " || letter.isLetter || (letter == "." && current.contains("."))
      if ends, !current.isEmpty {
        numbers.append(Double(current) ?? .nan)
        current = ""
      }
      if !letter.isLetter, letter != " " { current.append(letter) }
    }
    return numbers
  }
}
