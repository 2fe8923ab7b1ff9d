import NumericalCore

extension SGDSparseFeatures {
  /// h(x) = s·Σ_j a_j·(⟨w_j, x⟩)₊, trained by one-sample steps on (h(x) − y)². A last input of 1 makes its weight a bias.
  struct TwoLayerReLU {
    let width: Int
    let dimension: Int
    /// s.
    let scale: Double
    /// w, coordinate by coordinate: `[dimension × width]`.
    private(set) var weights: [Double]
    /// a, `[width]`.
    private(set) var output: [Double]
    private var hidden: [Double]

    /// - Parameters:
    ///   - weights: coordinate by coordinate, `[dimension × width]`.
    ///   - output: `[width]`.
    init(weights: [Double], output: [Double], scale: Double = 1) {
      self.scale = scale
      self.weights = weights
      self.output = output
      width = output.count
      dimension = weights.count / output.count
      hidden = output
    }

    /// A step of size γ along the gradient of (h(x) − y)²; the rectifier's derivative at 0 is 0.
    mutating func step(_ x: UnsafeBufferPointer<Double>, _ y: Double, stepSize: Double) {
      let (width, dimension, factor) = (width, dimension, scale)
      weights.withUnsafeMutableBufferPointer { w in
        output.withUnsafeMutableBufferPointer { a in
          hidden.withUnsafeMutableBufferPointer { hidden in
            let value = factor * Self.sum(x, UnsafeBufferPointer(w), UnsafeBufferPointer(a), into: hidden)
            let scale = 2 * stepSize * factor * (value - y)
            for j in 0..<width {
              let (feature, old) = (hidden[j], a[j])
              a[j] = old - scale * feature
              // From here on the derivative by the unit's input.
              hidden[j] = feature > 0 ? scale * old : 0
            }
            for k in 0..<dimension {
              let (coordinate, row) = (x[k], k &* width)
              for j in 0..<width { w[row &+ j] -= coordinate * hidden[j] }
            }
          }
        }
      }
    }

    /// h at the rows of `inputs`.
    func values(_ inputs: Matrix) -> [Double] {
      var values = features(inputs) * output
      Vector.scale(&values, by: scale)
      return values
    }

    /// (⟨w_j, x_i⟩)₊, `[inputs × width]`.
    func features(_ inputs: Matrix) -> Matrix {
      var features = Matrix.multiply(inputs, Matrix(rows: dimension, columns: width, elements: weights))
      features.withUnsafeMutableElements { elements in
        for index in elements.indices { elements[index] = max(elements[index], 0) }
      }
      return features
    }

    /// (1/n)·Σ (h(x_i) − y_i)².
    func loss(_ inputs: Matrix, _ targets: [Double]) -> Double {
      Vector.squaredDistance(values(inputs), targets) / Double(targets.count)
    }

    /// The derivatives of h by all weights and by a: `[inputs × (dimension + 1)·width]`.
    func jacobian(_ inputs: Matrix) -> Matrix {
      let features = features(inputs)
      return Matrix(rows: inputs.rows, columns: (dimension + 1) * width) { i, column in
        let (k, j) = (column / width, column % width)
        if k == dimension { return scale * features[i, j] }
        return features[i, j] > 0 ? scale * output[j] * inputs[i, k] : 0
      }
    }

    /// h(x)/s, with the features into `hidden`.
    @inline(__always)
    private static func sum(
      _ x: UnsafeBufferPointer<Double>, _ w: UnsafeBufferPointer<Double>, _ a: UnsafeBufferPointer<Double>,
      into hidden: UnsafeMutableBufferPointer<Double>
    ) -> Double {
      let width = a.count
      let first = x[0]
      for j in 0..<width { hidden[j] = first * w[j] }
      for k in 1..<x.count {
        let (coordinate, row) = (x[k], k &* width)
        for j in 0..<width { hidden[j] += coordinate * w[row &+ j] }
      }
      for j in 0..<width { hidden[j] = hidden[j] > 0 ? hidden[j] : 0 }
      return Vector.dot(UnsafeBufferPointer(hidden), a)
    }
  }
}
