import NumericalCore

extension ShallowTransformer {
  /// What an encoder computes on fixed sequences, in storage that is kept from one step to the next.
  ///
  /// Queries and keys enter through the d × d matrix W_QᵀW_K alone; no matrix of tokens × width is formed for them.
  struct EncoderPass {
    let sequences: TokenSequences
    /// β, the rows of the softmax: `[N·d_s × d_s]`.
    private(set) var attention: Matrix
    /// z = Xᵀβ: `[N·d_s × d]`.
    private(set) var mixed: Matrix
    /// w_O where W_V·z > 0 and 0 elsewhere: `[N·d_s × d_m]`.
    private(set) var gates: Matrix
    /// F, whose rows are φ(X_n): `[N × d_m]`.
    private(set) var features: Matrix
    /// f(X_n): `[N]`.
    private(set) var values: [Double]
    private var scoreForm: Matrix
    private var images: Matrix

    init(_ encoder: Encoder, _ sequences: TokenSequences) {
      self.sequences = sequences
      let (rows, d, width) = (sequences.tokens.rows, sequences.dimension, encoder.weights.width)
      attention = Matrix(rows: rows, columns: sequences.length)
      mixed = Matrix(rows: rows, columns: d)
      gates = Matrix(rows: rows, columns: width)
      features = Matrix(rows: sequences.count, columns: width)
      values = [Double](repeating: 0, count: sequences.count)
      scoreForm = Matrix(rows: d, columns: d)
      images = Matrix(rows: rows, columns: d)
      run(encoder)
    }

    mutating func run(_ encoder: Encoder) {
      let weights = encoder.weights
      Matrix.multiply(weights.query, weights.key, transposingLeft: true, times: encoder.scoreFactor, into: &scoreForm)
      Matrix.multiply(sequences.tokens, scoreForm, into: &images)
      sequences.multiply(images, into: &attention)
      Self.softmax(&attention)
      sequences.mix(attention, into: &mixed)
      Matrix.multiply(mixed, weights.value, transposingRight: true, into: &gates)
      Self.average(
        &gates, weights.output, encoder.featureFactor / Double(sequences.length), sequences.length, into: &features)
      features.multiply(weights.output, into: &values)
    }

    /// ½·Σ(f − y)².
    var loss: Double { 0.5 * Vector.squaredDistance(values, sequences.targets) }

    /// The mean over all tokens of the total variation ½·Σ_j|β_j − 1/d_s| between their attention and the uniform law.
    var distanceToUniform: Double {
      let uniform = 1 / Double(sequences.length)
      return attention.elements.reduce(0) { $0 + abs($1 - uniform) } / Double(2 * attention.rows)
    }
  }
}
