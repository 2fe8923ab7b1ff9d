import Experiments
import NumericalCore

/// The target √(2d)·σ(⟨v, x⟩) on the unit sphere, for x uniform there of mean square 1.
struct SingleNeuron {
  /// Along which direction the neuron looks.
  enum Direction: String, ParameterChoice {
    /// e₁.
    case axis
    /// (1, …, 1)/√d.
    case dense
  }

  /// v, of Euclidean norm 1.
  let direction: [Double]

  init(_ direction: Direction, dimension: Int) {
    switch direction {
    case .axis: self.direction = (0..<dimension).map { $0 == 0 ? 1 : 0 }
    case .dense: self.direction = [Double](repeating: 1 / Double(dimension).squareRoot(), count: dimension)
    }
  }

  /// - Parameter vector: not 0.
  init(along vector: [Double]) {
    let norm = Vector.norm(vector)
    direction = vector.map { $0 / norm }
  }

  func values(_ inputs: Matrix) -> [Double] {
    let scale = (2 * Double(direction.count)).squareRoot()
    return (inputs * direction).map { scale * max(0, $0) }
  }

  /// `count` points uniform on the unit sphere, one a row.
  static func inputs(_ count: Int, dimension: Int, from random: inout RandomSource) -> Matrix {
    var points = Matrix(rows: count, columns: dimension)
    points.withUnsafeMutableElements { elements in
      random.fillNormals(elements)
      for row in 0..<count {
        let point = UnsafeMutableBufferPointer(rebasing: elements[(row * dimension)..<((row + 1) * dimension)])
        var square = 0.0
        for value in point { square += value * value }
        Vector.scale(point, by: 1 / square.squareRoot())
      }
    }
    return points
  }
}
