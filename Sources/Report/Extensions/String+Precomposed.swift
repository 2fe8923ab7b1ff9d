import Foundation

extension String {
  /// Unicode's normal form C: a letter and its accent as one character where there is one.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}
