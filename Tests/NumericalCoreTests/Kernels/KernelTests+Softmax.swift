import CKernels
import Glibc
import Testing

extension KernelTests {
  @Test func softmaxAndItsRelatives() {
    var numbers = Numbers(seed: 12)
    for (n, m) in [(1, 1), (3, 5), (20, 16), (128, 10), (5, 33), (3, 1_000)] {
      let x: [Double] = numbers.uniform(n * m, from: -40, to: 40), dy: [Double] = numbers.uniform(n * m)
      let weights: [Double] = numbers.uniform(n), labels = numbers.labels(n, below: m)
      let found = Self.atEveryLevel { () -> [[Double]] in
        var soft = x, log = x, total = weights, loss = weights, probabilities = x
        var softGradient = x, logGradient = x, lossGradient = x
        rk_softmax_rows_f64(n, m, x, &soft)
        rk_log_softmax_rows_f64(n, m, x, &log)
        rk_logsumexp_rows_f64(n, m, x, &total)
        rk_cross_entropy_rows_f64(n, m, x, labels, &loss, &probabilities)
        rk_softmax_gradient_rows_f64(n, m, soft, dy, &softGradient)
        rk_log_softmax_gradient_rows_f64(n, m, log, dy, &logGradient)
        rk_cross_entropy_gradient_rows_f64(n, m, probabilities, labels, weights, &lossGradient)
        return [soft, log, total, loss, probabilities, softGradient, logGradient, lossGradient]
      }
      let expected = Self.plainSoftmax(n, m, x, dy, labels, weights)
      for (index, pair) in zip(found, expected).enumerated() {
        #expect(Self.error(pair.0, pair.1) < 1e-13, "output \(index) of \((n, m))")
      }
    }
  }

  static func plainSoftmax(
    _ n: Int, _ m: Int, _ x: [Double], _ dy: [Double], _ labels: [Int32], _ weights: [Double]
  ) -> [[Double]] {
    var outputs = [[Double]](repeating: [], count: 8)
    for i in 0..<n {
      let row = x[i * m..<(i + 1) * m].map { Float80($0) }, upper = dy[i * m..<(i + 1) * m].map { Float80($0) }
      let sum = row.reduce(Float80(0)) { $0 + Glibc.exp($1) }, total = Glibc.log(sum), label = Int(labels[i])
      let soft = row.map { Glibc.exp($0) / sum }
      let mean = zip(soft, upper).reduce(Float80(0)) { $0 + $1.0 * $1.1 }, whole = upper.reduce(0, +)
      outputs[0] += soft.map { Double($0) }
      outputs[1] += row.map { Double($0 - total) }
      outputs[2].append(Double(total))
      outputs[3].append(Double(total - row[label]))
      outputs[4] += soft.map { Double($0) }
      outputs[5] += zip(soft, upper).map { Double($0 * ($1 - mean)) }
      outputs[6] += zip(soft, upper).map { Double($1 - $0 * whole) }
      outputs[7] += soft.enumerated().map { Double(Float80(weights[i]) * ($1 - ($0 == label ? 1 : 0))) }
    }
    return outputs
  }

  @Test func softmaxOfLargeAndMaskedEntries() {
    let x: [Float] = [1e30, 0, -.infinity, 1000, 1000, -.infinity]
    let found = Self.atEveryLevel { () -> [[Float]] in
      var soft = x, total: [Float] = [0, 0]
      rk_softmax_rows_f32(2, 3, x, &soft)
      rk_logsumexp_rows_f32(2, 3, x, &total)
      return [soft, total]
    }
    #expect(found[0] == [1, 0, 0, 0.5, 0.5, 0])
    #expect(found[1][0] == 1e30 && abs(found[1][1] - 1000.6931) < 1e-3)
  }

  @Test func momentsAndNormalisation() {
    var numbers = Numbers(seed: 13)
    for (n, m) in [(1, 1), (3, 5), (260, 16), (129, 10), (5, 70)] {
      let x: [Double] = numbers.uniform(n * m, from: 99, to: 101), gamma: [Double] = numbers.uniform(m)
      let beta: [Double] = numbers.uniform(m), scale: [Double] = numbers.uniform(max(n, m))
      let found = Self.atEveryLevel { () -> [[Double]] in
        var columnMean = gamma, columnVariance = gamma, rowMean = [Double](repeating: 0, count: n), rowVariance = rowMean
        var columns = x, rows = x, plain = x
        rk_mean_variance_columns_f64(n, m, x, &columnMean, &columnVariance)
        rk_mean_variance_rows_f64(n, m, x, &rowMean, &rowVariance)
        rk_normalize_columns_f64(n, m, x, columnMean, scale, gamma, beta, &columns)
        rk_normalize_rows_f64(n, m, x, rowMean, scale, gamma, nil, &rows)
        rk_normalize_rows_f64(n, m, x, rowMean, scale, nil, beta, &plain)
        return [columnMean, columnVariance, rowMean, rowVariance, columns, rows, plain]
      }
      func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
      }
      let columns = (0..<m).map { j in moments((0..<n).map { x[$0 * m + j] }) }
      let rows = (0..<n).map { i in moments((0..<m).map { x[i * m + $0] }) }
      let places = Self.positions(n, m)
      let expected: [[Double]] = [
        columns.map(\.mean), columns.map(\.variance), rows.map(\.mean), rows.map(\.variance),
        places.map { (x[$0 * m + $1] - columns[$1].mean) * scale[$1] * gamma[$1] + beta[$1] },
        places.map { (x[$0 * m + $1] - rows[$0].mean) * scale[$0] * gamma[$1] },
        places.map { (x[$0 * m + $1] - rows[$0].mean) * scale[$0] + beta[$1] },
      ]
      for (index, pair) in zip(found, expected).enumerated() {
        #expect(Self.error(pair.0, pair.1) < 1e-11, "output \(index) of \((n, m))")
      }
    }
  }
}
