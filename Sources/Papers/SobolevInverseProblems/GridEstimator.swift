import NumericalCore

extension SobolevInverseProblems {
  /// The exact error of kernel ridge regression from the equispaced grid of N^d points, without any random number.
  ///
  /// On the grid the data term splits into the alias classes c (Parseval), so that with w_k = ⟨k⟩^(2t−2s),
  /// g_k = ⟨k⟩ᵗ·u*_k and the class sums W, G of w, g
  ///
  ///     û_k = ⟨k⟩⁻ᵗ · w_k / (W_c + γ) · (G_c + noise_c),   E|noise_c|² = σ²/n
  ///
  /// which holds for γ = 0 too, where a solve with the Gram matrix would be garbage.
  struct GridEstimator {
    let box: FrequencyBox
    let orders: SobolevOrders
    /// w_k.
    let kernel: [Double]
    /// g_k = ⟨k⟩^(t − alpha − d/2).
    let image: [Double]
    /// w_k·⟨k⟩^(r − t).
    let response: [Double]
    /// ⟨k⟩^r·u*_k.
    let truth: [Double]

    /// Tabulates the powers.
    /// - Complexity: O((K + 1)^d).
    init(box: FrequencyBox, orders: SobolevOrders) {
      self.box = box
      self.orders = orders
      let half = Double(box.dimension) / 2
      kernel = box.powers(2 * orders.t - 2 * orders.s)
      image = box.powers(orders.t - orders.alpha - half)
      response = box.powers(orders.t - 2 * orders.s + orders.r)
      truth = box.powers(orders.r - orders.alpha - half)
    }

    /// Squared bias and variance in the H^r norm.
    struct Errors: Equatable {
      var bias2: Double
      var variance: Double
      var risk: Double { bias2 + variance }
    }

    /// The errors on the grid of `side`^d points, for ridges γ ≥ 0 and noise of standard deviation σ ≥ 0.
    /// - Complexity: O((K + 1)^d + side^d) a ridge.
    func errors(side: Int, ridges: [Double], noise: Double) -> [Errors] {
      let classes = AliasClasses(box: box, side: side)
      let kernelSums = classes.sums(kernel)
      let imageSums = classes.sums(image)
      return ridges.map { ridge in
        let inverses = kernelSums.map { 1 / ($0 + ridge) }
        var errors = sumErrors(classes, inverses, zip(inverses, imageSums).map { $0 * $1 })
        errors.variance *= noise * noise / Double(classes.count)
        return errors
      }
    }

    /// Σ over all signed frequencies of (response·fit − truth)² and (response·inverse)².
    private func sumErrors(_ classes: AliasClasses, _ inverses: [Double], _ fits: [Double]) -> Errors {
      let length = box.rowLength
      var total = Errors(bias2: 0, variance: 0)
      response.withUnsafeBufferPointer { response in
        truth.withUnsafeBufferPointer { truth in
          inverses.withUnsafeBufferPointer { inverses in
            fits.withUnsafeBufferPointer { fits in
              for (row, prefix) in box.prefixes.enumerated() {
                let first = classes.rowClass(prefix)
                var bias = SIMD2<Double>.zero
                var variance = SIMD2<Double>.zero
                // k = 0 has no mirror image; everything else counts twice.
                let zero = row &* length
                let zeroBias = response[zero] * fits[first] - truth[zero]
                let zeroVariance = response[zero] * inverses[first]
                classes.forEachRun(length, from: 1) { start, end, offset in
                  var k = start
                  let at = first &+ offset
                  while k &+ 2 <= end {
                    let index = zero &+ k
                    let q = SIMD2(response[index], response[index &+ 1])
                    let b = q * SIMD2(fits[at &+ k], fits[at &+ k &+ 1]) - SIMD2(truth[index], truth[index &+ 1])
                    let v = q * SIMD2(inverses[at &+ k], inverses[at &+ k &+ 1])
                    bias += b * b
                    variance += v * v
                    k &+= 2
                  }
                  if k < end {
                    let b = response[zero &+ k] * fits[at &+ k] - truth[zero &+ k]
                    let v = response[zero &+ k] * inverses[at &+ k]
                    bias[0] += b * b
                    variance[0] += v * v
                  }
                }
                let weight = Double(1 << prefix.count { $0 != 0 })
                total.bias2 += weight * (zeroBias * zeroBias + 2 * (bias[0] + bias[1]))
                total.variance += weight * (zeroVariance * zeroVariance + 2 * (variance[0] + variance[1]))
              }
            }
          }
        }
      }
      return total
    }
  }
}
