/// An array of a PDF file.
final class PDFArray {
  var items: [PDFValue]

  init(_ items: [PDFValue] = []) { self.items = items }
}
