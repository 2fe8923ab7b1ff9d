/// Which triangle of a square matrix holds its elements, the diagonal included.
public enum Triangle: Sendable {
  /// On and below the diagonal.
  case lower
  /// On and above the diagonal.
  case upper
}
