import Foundation
import Testing
import Typography

@testable import Graphics

struct PictureFileTests {
  @Test func jpegHeaderIsRead() throws {
    let image = try #require(PictureFile(bytes: SampleImages.jpeg))
    #expect(image.format == .jpeg)
    #expect(image.width == 24 && image.height == 16)
    #expect(image.sizeInPoints == (12, 8))
    #expect(image.dataURI.hasPrefix("data:image/jpeg;base64,/9j/4AAQ"))
  }

  @Test func pngHeaderIsRead() throws {
    let bytes = PNGWriter(fonts: FontLibrary()).write(DisplayList(width: 30, height: 20))
    let image = try #require(PictureFile(bytes: bytes))
    #expect(image.format == .png)
    #expect(image.width == 60 && image.height == 40)
    #expect(abs(image.sizeInPoints.width - 30) < 0.01)
  }

  @Test(arguments: [
    ("<svg width=\"96\" height='48px'>", 96.0, 48.0),
    ("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg width=\"72pt\" height=\"1in\" viewBox=\"0 0 1 1\">", 96, 96),
    ("<svg xmlns=\"x\" viewBox=\"0 0 200, 100\">", 200, 100),
    ("<svg width=\"100%\" viewBox=\"0 0 40 20\">", 40, 20),
    ("<svg width=\"80\" viewBox=\"0 0 40 20\">", 80, 40),
    ("<svg>", 300, 150),
  ])
  func svgHeaderIsRead(text: String, width: Double, height: Double) throws {
    let image = try #require(PictureFile(bytes: Array((text + "</svg>").utf8)))
    #expect(image.format == .svg)
    #expect(abs(image.width - width) < 1e-9 && abs(image.height - height) < 1e-9)
  }

  @Test func otherBytesAreRefused() {
    #expect(PictureFile(bytes: []) == nil)
    #expect(PictureFile(bytes: Array("GIF89a, not supported here at all, sorry".utf8)) == nil)
    #expect(PictureFile(bytes: Array("<html><svg></svg></html>".utf8)) == nil)
    for length in 0..<SampleImages.jpeg.count where length < 150 {
      #expect(PictureFile(bytes: Array(SampleImages.jpeg.prefix(length))) == nil)
    }
  }

  @Test func cutPngIsNotPainted() throws {
    let whole = PNGWriter(fonts: FontLibrary()).write(DisplayList(width: 30, height: 20))
    #expect(PixelImage(png: whole) != nil)
    #expect(PixelImage(png: Array(whole.prefix(whole.count / 2))) == nil)
  }

  @Test func base64IsThatOfFoundation() {
    for count in 0...9 {
      let bytes = (0..<count).map { UInt8($0 * 37 & 255) }
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test func jpegGoesIntoAPDFAsItIs() throws {
    let image = try #require(PictureFile(bytes: SampleImages.jpeg))
    let bytes = PDFWriter(fonts: FontLibrary()).write(width: 100, height: 100, title: "") { painter in
      #expect(painter.paint(image, in: Rect(x: 10, y: 10, width: 48, height: 32)))
    }
    #expect(Data(bytes).range(of: Data(SampleImages.jpeg)) != nil)
  }

  @Test(.enabled(if: SVGLibrary() != nil, "librsvg is not installed"))
  func svgIsPaintedWhereTheSystemCan() throws {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" fill=\"red\"/></svg>"
    let image = try #require(PictureFile(bytes: Array(text.utf8)))
    let damaged = try #require(PictureFile(bytes: Array(text.utf8.prefix(80))))
    _ = PDFWriter(fonts: FontLibrary()).write(width: 100, height: 100, title: "") { painter in
      #expect(painter.paint(image, in: Rect(x: 10, y: 10, width: 48, height: 48)))
      #expect(!painter.paint(damaged, in: Rect(x: 10, y: 10, width: 48, height: 48)))
    }
  }
}
