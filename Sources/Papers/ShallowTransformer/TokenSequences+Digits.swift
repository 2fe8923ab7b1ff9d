import Learning
import NumericalCore

extension ShallowTransformer.TokenSequences {
  /// The first training digits as four patches of 4 × 4 pixels, patches and pixels row by row: centred by the mean
  /// token of all images, then scaled to a mean squared token norm of 16. Labels 1 for even and −1 for odd digits.
  static func digits(count: Int) -> Self {
    let digits = Digits.train[0..<count]
    let (edge, columns) = (4, digits.width)
    var tokens = Matrix(rows: 4 * count, columns: edge * edge) { r, pixel in
      let (n, patch) = r.quotientAndRemainder(dividingBy: 4)
      let row = edge * (patch / 2) + pixel / edge
      let column = edge * (patch % 2) + pixel % edge
      return Double(digits.pixels[n * digits.shape.size + row * columns + column])
    }
    let mean = (0..<tokens.columns).map { Vector.sum(tokens.column($0)) / Double(tokens.rows) }
    tokens.addOuterProduct([Double](repeating: 1, count: tokens.rows), mean, times: -1)
    let meanSquaredNorm = Vector.squaredNorm(tokens.elements) / Double(tokens.rows)
    return Self(
      tokens: (16 / meanSquaredNorm).squareRoot() * tokens, targets: digits.signs(.parity).map(Double.init),
      length: 4)
  }

  /// Pairs of digit images whose mean patches agree: image p, and image count/2 + p moved to the mean patch of image p.
  static func digitTwins(count: Int) -> Self {
    let patches = digits(count: count).tokens
    let half = count / 2 * 4
    return twins(
      Matrix(patches[rows: 0..<half]), Matrix(patches[rows: half..<(2 * half)]), length: 4)
  }
}
