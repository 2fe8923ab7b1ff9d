/// A dictionary of a PDF file; keys have their slash and keep their order. It is small: keys are searched one by one.
final class PDFDictionary {
  private(set) var entries: [(key: String, value: PDFValue)]

  init(_ entries: [(key: String, value: PDFValue)] = []) { self.entries = entries }

  /// Setting nil removes the entry.
  subscript(key: String) -> PDFValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }
}
