import Foundation
import Testing
import Typography

@testable import Graphics

struct CairoWritersTests {
  @Test func pdfIsCompleteAndRepeatable() {
    let first = PDFWriter(fonts: FontLibrary()).write(SampleDrawing.list())
    let second = PDFWriter(fonts: FontLibrary()).write(SampleDrawing.list())
    #expect(first == second)
    #expect(first.starts(with: Array("%PDF-1.".utf8)))
    #expect(String(decoding: first.suffix(6), as: UTF8.self) == "%%EOF\n")
    #expect(first.count > 4_000 && first.count < 60_000)
  }

  @Test func pngIsRepeatableAndReadable() throws {
    let first = PNGWriter(fonts: FontLibrary()).write(SampleDrawing.list())
    #expect(first == PNGWriter(fonts: FontLibrary()).write(SampleDrawing.list()))
    let image = try #require(PixelImage(png: first))
    #expect(image.width == 600 && image.height == 400)
    let dark = stride(from: 0, to: image.rgba.count, by: 4).filter { image.rgba[$0] < 250 }.count
    #expect(dark > 10_000 && dark < 100_000)
    // The image's top left cell is red, the ground is white.
    #expect(image.pixel(405, 345) == [255, 0, 0, 255])
    #expect(image.pixel(1, 1) == [255, 255, 255, 255])
  }

  @Test func pngMayBeTransparent() throws {
    let list = SampleDrawing.list()
    let image = try #require(PixelImage(png: PNGWriter(fonts: FontLibrary()).write(list, scale: 1, background: nil)))
    #expect(image.pixel(1, 1)[3] == 0)
    #expect(image.pixel(205, 173) == [255, 0, 0, 255])
  }

  /// Writes the sample into the directory named by `DRAWINGS`, to be looked at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DRAWINGS"] != nil))
  func keepDrawings() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["DRAWINGS"] ?? "")
    let fonts = FontLibrary()
    var list = SampleDrawing.list(fonts: fonts)
    list.items += SampleDrawing.formulas(fonts: fonts)
    try Data(PDFWriter(fonts: fonts).write(list)).write(to: folder.appendingPathComponent("sample.pdf"))
    try Data(PNGWriter(fonts: fonts).write(list)).write(to: folder.appendingPathComponent("sample.png"))
    try Data(SVGWriter(fonts: fonts).write(list).utf8).write(to: folder.appendingPathComponent("sample.svg"))
  }
}
