/// Where the scripts of an operator go.
package enum MathLimits: Sendable, Hashable {
  /// Above and below in display style, at the side elsewhere.
  case display
  case always
  case never
}
