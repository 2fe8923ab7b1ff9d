import NumericalCore

extension ShallowTransformer {
  /// W_Q, W_K, W_V and w_O, or a gradient with respect to them.
  struct EncoderWeights: Equatable {
    /// `[d_m × d]`.
    var query: Matrix
    /// `[d_m × d]`.
    var key: Matrix
    /// `[d_m × d]`.
    var value: Matrix
    /// `[d_m]`.
    var output: [Double]

    var width: Int { output.count }
    var dimension: Int { value.columns }

    /// Independent standard normal weights: what all initialisations of one width are scaled from.
    static func standardNormal(width: Int, dimension: Int, from source: RandomSource) -> EncoderWeights {
      func matrix(_ name: String) -> Matrix {
        var draws = source.substream(name)
        return Matrix(rows: width, columns: dimension, elements: draws.normals(width * dimension))
      }
      var draws = source.substream("output")
      return EncoderWeights(
        query: matrix("query"), key: matrix("key"), value: matrix("value"), output: draws.normals(width))
    }

    /// self ← self + factor·other.
    mutating func add(_ other: EncoderWeights, times factor: Double) {
      query.add(other.query, times: factor)
      key.add(other.key, times: factor)
      value.add(other.value, times: factor)
      Vector.axpy(factor, other.output, into: &output)
    }
  }
}
