import CKernels
import Glibc
import Testing

extension KernelTests {
  @Test func attentionAndItsGradient() {
    var numbers = Numbers(seed: 21)
    for (examples, length, heads, size, causal) in [(1, 1, 1, 1, 0), (2, 3, 2, 2, 1), (3, 20, 2, 5, 0), (1, 33, 4, 16, 1)] {
      let shape = rk_attention_shape(examples: examples, length: length, heads: heads, size: size, causal: Int32(causal))
      let width = heads * size, scale = 1 / Double(size).squareRoot()
      let x: [Double] = numbers.uniform(examples * length * 3 * width, from: -2, to: 2)
      let dy: [Double] = numbers.uniform(examples * length * width)
      let found = Self.atEveryLevel { () -> [[Double]] in
        var weights = [Double](repeating: .nan, count: examples * heads * length * length)
        var y = dy, dx = [Double](repeating: .nan, count: x.count)
        var workspace = [Double](repeating: .nan, count: length * length)
        rk_attention_forward_f64(shape, scale, x, &weights, &y)
        rk_attention_gradient_f64(shape, scale, x, weights, dy, &dx, &workspace)
        return [y, dx]
      }
      let plain = { (x: [Double]) in Self.plainAttention(shape, scale, x) }
      #expect(Self.error(found[0], plain(x)) < 1e-14, "outputs of \(shape)")
      for place in Swift.stride(from: 0, to: x.count, by: max(1, x.count / 40)) {
        var (up, down) = (x, x)
        up[place] += 1e-5
        down[place] -= 1e-5
        let slope = zip(dy, zip(plain(up), plain(down))).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) } / 2e-5
        #expect(abs(found[1][place] - slope) < 1e-8, "gradient of \(shape) at \(place)")
      }
    }
  }

  static func plainAttention(_ shape: rk_attention_shape, _ scale: Double, _ x: [Double]) -> [Double] {
    let (length, size, width) = (shape.length, shape.size, shape.heads * shape.size)
    var outputs = [Double](repeating: 0, count: shape.examples * length * width)
    for example in 0..<shape.examples {
      func part(_ which: Int, _ place: Int, _ column: Int) -> Double {
        x[((example * length + place) * 3 + which) * width + column]
      }
      for head in 0..<shape.heads {
        let columns = (head * size)..<((head + 1) * size)
        for i in 0..<length {
          let seen = shape.causal == 1 ? i + 1 : length
          let terms = (0..<seen).map { j in exp(scale * columns.reduce(0) { $0 + part(0, i, $1) * part(1, j, $1) }) }
          let sum = terms.reduce(0, +)
          for column in columns {
            let value = (0..<seen).reduce(0) { $0 + terms[$1] * part(2, $1, column) } / sum
            outputs[(example * length + i) * width + column] = value
          }
        }
      }
    }
    return outputs
  }

  /// Against the definition: the gradient by x of Σ dy·(gamma·standardised x + beta), and those by gamma and beta.
  @Test func gradientOfNormalisedRows() {
    var numbers = Numbers(seed: 22)
    for (n, m) in [(1, 2), (3, 5), (7, 16), (20, 37)] {
      let x: [Double] = numbers.uniform(n * m), dy: [Double] = numbers.uniform(n * m), gamma: [Double] = numbers.uniform(m)
      func moments(_ x: [Double]) -> (mean: [Double], scale: [Double]) {
        var mean = [Double](repeating: 0, count: n), variance = mean
        rk_mean_variance_rows_f64(n, m, x, &mean, &variance)
        return (mean, variance.map { 1 / ($0 + 0.01).squareRoot() })
      }
      let (mean, scale) = moments(x)
      let found = Self.atEveryLevel { () -> [[Double]] in
        var dx = x, dgamma = gamma, dbeta = gamma
        rk_normalize_rows_gradient_f64(n, m, x, mean, scale, gamma, dy, &dx, &dgamma, &dbeta)
        return [dx, dgamma, dbeta]
      }
      func sum(_ x: [Double], _ gamma: [Double]) -> Double {
        let (mean, scale) = moments(x)
        return (0..<(n * m)).reduce(0) { $0 + dy[$1] * gamma[$1 % m] * (x[$1] - mean[$1 / m]) * scale[$1 / m] }
      }
      func slope(_ change: (inout [Double]) -> Void, of point: [Double], _ value: ([Double]) -> Double) -> Double {
        var (up, down) = (point, point)
        change(&up)
        for i in down.indices { down[i] = 2 * point[i] - up[i] }
        return (value(up) - value(down)) / 2e-5
      }
      for place in x.indices {
        let expected = slope({ $0[place] += 1e-5 }, of: x) { sum($0, gamma) }
        #expect(abs(found[0][place] - expected) < 1e-8)
      }
      for column in 0..<m {
        let expected = slope({ $0[column] += 1e-5 }, of: gamma) { sum(x, $0) }
        #expect(abs(found[1][column] - expected) < 1e-8)
        let total = (0..<n).reduce(0) { $0 + dy[$1 * m + column] }
        #expect(abs(found[2][column] - total) < 1e-13)
      }
    }
  }
}
