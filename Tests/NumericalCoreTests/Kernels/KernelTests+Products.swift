import CKernels
import Testing

extension KernelTests {
  /// m, n, k around the sizes of tiles, blocks and runs.
  static let productSizes: [(Int, Int, Int)] = [
    (1, 1, 1), (3, 5, 7), (8, 48, 300), (17, 33, 19), (40, 64, 64), (30, 100, 513), (5, 10, 0), (13, 70, 256),
    (128, 10, 32), (20, 1, 300), (11, 3, 70), (9, 4, 16), (2, 17, 5), (64, 128, 3),
  ]

  @Test func matrixProductsOfFloats() { Self.checkProducts(Float.self, tolerance: 2e-6) }
  @Test func matrixProductsOfDoubles() { Self.checkProducts(Double.self, tolerance: 4e-15) }

  static func checkProducts<Element: KernelScalar>(_ type: Element.Type, tolerance: Double) {
    var numbers = Numbers(seed: 1)
    for (m, n, k) in productSizes {
      let a: [Element] = numbers.uniform(m * k), b: [Element] = numbers.uniform(k * n)
      let c: [Element] = numbers.uniform(m * n), bias: [Element] = numbers.uniform(n)
      for (transA, transB) in [(false, false), (false, true), (true, false), (true, true)] {
        let found = atEveryLevel { () -> [[Element]] in
          var plain = [Element](repeating: .nan, count: m * n), full = c
          Element.gemm(
            transA, transB, m, n, k, 1, a, transA ? m : k, b, transB ? k : n, 0, &plain, n, nil, false)
          Element.gemm(
            transA, transB, m, n, k, 0.5, a, transA ? m : k, b, transB ? k : n, 0.25, &full, n, bias, true)
          return [plain, full]
        }
        var plain: [Double] = [], full: [Double] = []
        for i in 0..<m {
          for j in 0..<n {
            let sum = (0..<k).reduce(0.0) { sum, p in
              sum + Double(transA ? a[p * m + i] : a[i * k + p]) * Double(transB ? b[j * k + p] : b[p * n + j])
            }
            plain.append(sum)
            full.append(max(0, 0.5 * sum + 0.25 * Double(c[i * n + j]) + Double(bias[j])))
          }
        }
        #expect(error(found[0], plain) < tolerance, "\((m, n, k, transA, transB))")
        #expect(error(found[1], full) < tolerance, "\((m, n, k, transA, transB))")
      }
    }
  }

  /// Each element is one chain of fused multiply-adds in the order of k.
  @Test func productsRoundOncePerStep() {
    var numbers = Numbers(seed: 2)
    let k = 200
    let a: [Float] = numbers.uniform(3 * k), b: [Float] = numbers.uniform(k * 20)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var c = [Float](repeating: 0, count: 60)
      Float.gemm(false, false, 3, 20, k, 1, a, k, b, 20, 0, &c, 20, nil, false)
      return [c]
    }
    for i in 0..<3 {
      for j in 0..<20 {
        let expected = (0..<k).reduce(Float(0)) { $0.addingProduct(a[i * k + $1], b[$1 * 20 + j]) }
        #expect(found[0][i * 20 + j] == expected)
      }
    }
  }

  /// Leading dimensions beyond the matrix, and strides between matrices of which one is shared.
  @Test func batchesAndLeadingDimensions() {
    var numbers = Numbers(seed: 3)
    let (m, n, k, count) = (5, 18, 9, 3), (lda, ldb, ldc) = (11, 20, 23)
    let a: [Float] = numbers.uniform(m * lda * count), b: [Float] = numbers.uniform(k * ldb)
    let before: [Float] = numbers.uniform(m * ldc * count)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var c = before
      rk_gemm_batched_f32(0, 0, m, n, k, 1, a, lda, m * lda, b, ldb, 0, 1, &c, ldc, m * ldc, count)
      return [c]
    }
    var expected = before.map(Double.init)
    for t in 0..<count {
      for i in 0..<m {
        for j in 0..<n {
          for p in 0..<k {
            expected[(t * m + i) * ldc + j] += Double(a[(t * m + i) * lda + p]) * Double(b[p * ldb + j])
          }
        }
      }
    }
    #expect(Self.error(found[0], expected) < 1e-6)
  }
}
