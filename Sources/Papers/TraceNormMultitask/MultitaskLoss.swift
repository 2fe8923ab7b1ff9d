import NumericalCore

extension TraceNormMultitask {
  /// The least-squares part f(M) = (1/2mT)·Σ (y_ti − ⟨x_ti, M_t⟩)² of the objective, through G_t = X_tᵀX_t/(mT) and
  /// b_t = X_tᵀy_t/(mT).
  struct MultitaskLoss {
    let taskCount: Int
    let dimension: Int
    /// b, `[T × d]`; −b is the gradient at zero.
    let moments: Matrix
    /// max_t λ_max(G_t): the Hessian is block diagonal, so this is the gradient's exact Lipschitz constant.
    let lipschitz: Double
    /// ‖y‖²/(2mT), the loss at zero.
    let lossAtZero: Double
    private let form: Form

    private enum Form {
      /// G_t, one after the other: `T·d·d`.
      case grams([Double])
      /// X_t/√(mT), one after the other: `T·m·d`; less work if there are few samples.
      case designs([Double], samples: Int)
    }

    /// - Throws: `LinearAlgebraError.noConvergence` if an input is not finite.
    init(_ problem: MultitaskProblem) throws(LinearAlgebraError) {
      let (count, d, m) = (problem.taskCount, problem.dimension, problem.sampleCount)
      let scale = 1 / Double(m * count)
      var moments = Matrix(rows: count, columns: d)
      var (largest, squares) = (0.0, 0.0)
      let keepsDesigns = d >= 64 && 2 * m < d
      var elements: [Double] = []
      elements.reserveCapacity(count * d * (keepsDesigns ? m : d))
      for (task, (design, target)) in zip(problem.designs, problem.targets).enumerated() {
        moments.withUnsafeMutableElements { moments in
          let row = UnsafeMutableBufferPointer(rebasing: moments[(task * d)..<((task + 1) * d)])
          target.withUnsafeBufferPointer { design.multiplyTransposed($0, times: scale, into: row) }
        }
        squares += Vector.squaredNorm(target)
        // The smaller of X·Xᵀ and Xᵀ·X has the same largest eigenvalue.
        let small = Matrix.symmetricProduct(design, transposingLeft: m >= d)
        largest = max(largest, try SymmetricEigen.values(of: small).last ?? 0)
        if keepsDesigns {
          elements += design.elements.map { $0 * scale.squareRoot() }
        } else {
          let gram = m >= d ? small : Matrix.symmetricProduct(design, transposingLeft: true)
          elements += gram.elements.map { $0 * scale }
        }
      }
      taskCount = count
      dimension = d
      self.moments = moments
      lipschitz = largest * scale
      lossAtZero = squares * scale / 2
      form = keepsDesigns ? .designs(elements, samples: m) : .grams(elements)
    }

    /// G_t, `[d × d]`.
    func gram(_ task: Int) -> Matrix {
      switch form {
      case .grams(let elements):
        let range = (task * dimension * dimension)..<((task + 1) * dimension * dimension)
        return Matrix(rows: dimension, columns: dimension, elements: Array(elements[range]))
      case .designs(let elements, let samples):
        let range = (task * samples * dimension)..<((task + 1) * samples * dimension)
        let design = Matrix(rows: samples, columns: dimension, elements: Array(elements[range]))
        return Matrix.symmetricProduct(design, transposingLeft: true)
      }
    }

    /// result ← the rows G_t·M_t, without allocating. The gradient is this less `moments`.
    func applyHessian(_ coefficients: Matrix, into result: inout Matrix) {
      coefficients.withUnsafeElements { x in
        result.withUnsafeMutableElements { y in
          guard let x = x.baseAddress, let y = y.baseAddress else { return }
          switch form {
          case .grams(let elements):
            elements.withUnsafeBufferPointer { grams in
              guard let grams = grams.baseAddress else { return }
              for task in 0..<taskCount {
                Self.multiplySymmetric(
                  grams + task &* dimension &* dimension, x + task &* dimension, y + task &* dimension, dimension)
              }
            }
          case .designs(let elements, let samples):
            elements.withUnsafeBufferPointer { designs in
              guard let designs = designs.baseAddress else { return }
              for task in 0..<taskCount {
                Self.multiplyGram(
                  designs + task &* samples &* dimension, x + task &* dimension, y + task &* dimension, samples,
                  dimension)
              }
            }
          }
        }
      }
    }

    /// y ← A·x for a symmetric A, four rows at a time.
    @inline(__always)
    private static func multiplySymmetric(
      _ a: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ size: Int
    ) {
      for i in 0..<size { y[i] = 0 }
      var j = 0
      while j &+ 4 <= size {
        let (r0, r1) = (a + j &* size, a + (j &+ 1) &* size)
        let (r2, r3) = (a + (j &+ 2) &* size, a + (j &+ 3) &* size)
        let (c0, c1, c2, c3) = (x[j], x[j &+ 1], x[j &+ 2], x[j &+ 3])
        for i in 0..<size { y[i] += (c0 * r0[i] + c1 * r1[i]) + (c2 * r2[i] + c3 * r3[i]) }
        j &+= 4
      }
      while j < size {
        let (row, c) = (a + j &* size, x[j])
        for i in 0..<size { y[i] += c * row[i] }
        j &+= 1
      }
    }

    /// y ← Aᵀ·A·x for A `[samples × size]`.
    private static func multiplyGram(
      _ a: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ samples: Int,
      _ size: Int
    ) {
      let input = UnsafeBufferPointer(start: x, count: size)
      let output = UnsafeMutableBufferPointer(start: y, count: size)
      for i in 0..<size { y[i] = 0 }
      for sample in 0..<samples {
        let row = UnsafeBufferPointer(start: a + sample &* size, count: size)
        Vector.axpy(Vector.dot(row, input), row, into: output)
      }
    }

    /// f(M) for coefficients whose `applyHessian` is known.
    func value(_ coefficients: Matrix, hessian: Matrix) -> Double {
      coefficients.withUnsafeElements { m in
        hessian.withUnsafeElements { g in
          moments.withUnsafeElements { b in 0.5 * Vector.dot(m, g) - Vector.dot(m, b) + lossAtZero }
        }
      }
    }

    /// ∇f(M), `[T × d]`.
    func gradient(_ coefficients: Matrix) -> Matrix {
      var result = Matrix(rows: taskCount, columns: dimension)
      applyHessian(coefficients, into: &result)
      result.add(moments, times: -1)
      return result
    }

    /// ‖∇f(0)‖: the estimate is zero if and only if the penalty is at least this.
    func largestPenalty() throws(LinearAlgebraError) -> Double { try moments.spectralNorm() }
  }
}
