/// A value in a PDF file (ISO 32000-1, 7.3). Containers are shared: a change is seen wherever they stand.
enum PDFValue {
  case null
  case boolean(Bool)
  case integer(Int)
  /// As written: `0.25`.
  case real(String)
  /// As written, with its slash.
  case name(String)
  /// Its bytes without escapes.
  case string([UInt8])
  case array(PDFArray)
  case dictionary(PDFDictionary)
  /// Only ever the content of an object with a number.
  case stream(PDFStream)
  /// The number of the object that stands for the value.
  case reference(Int)
}
