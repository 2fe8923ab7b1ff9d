import NumericalCore

extension MeanFieldResNet {
  /// The Gram matrix of the training dynamics, ḟ = −(1/n)·G·(f − y), with G = G₁ + G₂ of residual and output layers.
  struct GramMatrix {
    /// (α²/LM)·Σ [(t·tᵀ)∘(P·Pᵀ) + (q·qᵀ)∘(Z·Zᵀ + 1)].
    let residual: Matrix
    /// (β²/K)·Σ [h·hᵀ + a²·(h′·h′ᵀ)∘(Z_L·Z_Lᵀ + 1)].
    let output: Matrix

    var total: Matrix { residual + output }

    init(_ network: ScaledResNet, _ pass: ForwardPass) {
      let k = Double(network.outputWidth)
      let a = network.output.a
      let slopes = Matrix(rows: pass.output.rows, columns: pass.output.columns) { i, j in
        a[j] * (1 - pass.output[i, j] * pass.output[i, j])
      }
      var output = Matrix.symmetricProduct(slopes)
      Self.multiply(&output, by: Self.augmented(pass.last))
      output += Matrix.symmetricProduct(pass.output)
      self.output = (network.beta * network.beta / k) * output
      // P_l = ∂f/∂Z_{l+1}, from the last layer down.
      var adjoint = (network.beta / k) * (slopes * network.output.w)
      var residual = Matrix(rows: adjoint.rows, columns: adjoint.rows)
      for l in stride(from: network.depth - 1, through: 0, by: -1) {
        let (layer, t) = (network.layers[l], pass.activations[l])
        var slopes = Matrix.multiply(adjoint, layer.u, transposingRight: true)
        slopes.withUnsafeMutableElements { q in
          t.withUnsafeElements { t in for i in q.indices { q[i] *= 1 - t[i] * t[i] } }
        }
        var first = Matrix.symmetricProduct(t)
        Self.multiply(&first, by: Matrix.symmetricProduct(adjoint))
        var second = Matrix.symmetricProduct(slopes)
        Self.multiply(&second, by: Self.augmented(pass.features[l]))
        residual += first
        residual += second
        Matrix.multiply(slopes, layer.w, times: network.branchScale, keeping: 1, into: &adjoint)
      }
      self.residual = (network.alpha * network.branchScale) * residual
    }

    /// Z·Zᵀ + 1.
    private static func augmented(_ points: Matrix) -> Matrix {
      var result = Matrix(rows: points.rows, columns: points.rows, repeating: 1)
      Matrix.symmetricProduct(points, keeping: 1, into: &result)
      return result
    }

    /// Element by element.
    private static func multiply(_ a: inout Matrix, by b: Matrix) {
      a.withUnsafeMutableElements { a in b.withUnsafeElements { b in for i in a.indices { a[i] *= b[i] } } }
    }
  }
}
