import NumericalCore

extension MeanFieldResNet {
  /// Points uniform on the unit sphere of ℝᵈ with the target y = sin(2x₁) + x₁x₂.
  struct SphereRegression {
    /// `[n × d]`.
    let inputs: Matrix
    let targets: [Double]

    init(count: Int, dimension: Int, from source: inout RandomSource) {
      let inputs = Self.points(count: count, dimension: dimension, from: &source)
      var angles = (0..<count).map { 2 * inputs[$0, 0] }
      angles.withUnsafeMutableBufferPointer { angles in
        guard let start = angles.baseAddress else { return }
        Double._unary(.sine, UnsafePointer(start), start, angles.count)
      }
      self.inputs = inputs
      targets = (0..<count).map { angles[$0] + inputs[$0, 0] * inputs[$0, 1] }
    }

    static func points(count: Int, dimension: Int, from source: inout RandomSource) -> Matrix {
      var elements: [Double] = []
      for _ in 0..<count {
        var point = source.normals(dimension)
        Vector.scale(&point, by: 1 / Vector.norm(point))
        elements += point
      }
      return Matrix(rows: count, columns: dimension, elements: elements)
    }
  }
}
