import NumericalCore

extension ShallowTransformer.EncoderPass {
  /// Each row by its softmax, the largest score subtracted first.
  static func softmax(_ scores: inout Matrix) {
    let (rows, columns) = (scores.rows, scores.columns)
    scores.withUnsafeMutableElements { scores in
      for r in 0..<rows {
        let row = UnsafeMutableBufferPointer(rebasing: scores[(r * columns)..<((r + 1) * columns)])
        var largest = -Double.infinity
        for score in row where score > largest { largest = score }
        for j in row.indices { row[j] -= largest }
      }
      Elementary.exp(scores)
      for r in 0..<rows {
        let row = UnsafeMutableBufferPointer(rebasing: scores[(r * columns)..<((r + 1) * columns)])
        var sum = 0.0
        for weight in row { sum += weight }
        for j in row.indices { row[j] /= sum }
      }
    }
  }

  /// features_n ← factor·Σᵢ relu(h_{n,i}), and every h ← `output` where h > 0 and 0 elsewhere.
  static func average(
    _ hidden: inout Matrix, _ output: [Double], _ factor: Double, _ length: Int, into features: inout Matrix
  ) {
    let width = output.count
    hidden.withUnsafeMutableElements { hidden in
      features.withUnsafeMutableElements { features in
        output.withUnsafeBufferPointer { output in
          guard let h = hidden.baseAddress, let f = features.baseAddress, let w = output.baseAddress else { return }
          for n in 0..<(features.count / width) {
            let sums = f + n * width
            for k in 0..<width { sums[k] = 0 }
            for i in 0..<length {
              let row = h + (n * length + i) * width
              for k in 0..<width {
                let (value, weight) = (row[k], w[k])
                sums[k] += value > 0 ? value : 0
                row[k] = value > 0 ? weight : 0
              }
            }
            for k in 0..<width { sums[k] *= factor }
          }
        }
      }
    }
  }
}
