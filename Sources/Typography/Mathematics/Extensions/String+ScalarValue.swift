extension String {
  /// The character of a code point; empty for a value that is none.
  init(scalarValue: UInt32) {
    self = Unicode.Scalar(scalarValue).map { String(Character($0)) } ?? ""
  }
}
