import CKernels
import Testing

extension KernelTests {
  static let matrixSizes: [(Int, Int)] = [(1, 1), (3, 5), (7, 16), (128, 10), (5, 33), (300, 70), (2, 5_000)]

  static let binaries: [(rk_binary, @Sendable (Double, Double) -> Double)] = [
    (RK_ADD, { $0 + $1 }), (RK_SUB, { $0 - $1 }), (RK_REVERSE_SUB, { $1 - $0 }), (RK_MUL, { $0 * $1 }),
    (RK_DIV, { $0 / $1 }), (RK_REVERSE_DIV, { $1 / $0 }), (RK_MAX, { max($0, $1) }), (RK_MIN, { min($0, $1) }),
    (RK_RELU_MASK, { $1 > 0 ? $0 : 0 }), (RK_TANH_MASK, { $0 * (1 - $1 * $1) }),
    (RK_SIGMOID_MASK, { $0 * $1 * (1 - $1) }), (RK_GREATER, { $0 > $1 ? 1 : 0 }),
    (RK_GREATER_EQUAL, { $0 >= $1 ? 1 : 0 }), (RK_EQUAL, { $0 == $1 ? 1 : 0 }),
  ]

  @Test func binariesInEveryForm() {
    var numbers = Numbers(seed: 7)
    for (n, m) in Self.matrixSizes {
      let a: [Float] = numbers.uniform(n * m, from: 0.5, to: 2)
      // halves, so that comparisons meet equal operands
      let b: [Float] = (numbers.uniform(n * m, from: 1, to: 9) as [Float]).map { $0.rounded() / 2 - 2.25 }
      for (function, law) in Self.binaries {
        for (form, place) in [
          (RK_SAME, { i, j in i * m + j }), (RK_SCALAR, { _, _ in 0 }), (RK_ROW, { _, j in j }),
          (RK_COLUMN, { i, _ in i }),
        ] as [(rk_broadcast, (Int, Int) -> Int)] {
          let found = Self.atEveryLevel { () -> [[Float]] in
            var y = [Float](repeating: .nan, count: n * m)
            rk_binary_f32(function, form, n, m, a, b, &y)
            return [y]
          }
          let expected = Self.positions(n, m).map { law(Double(a[$0 * m + $1]), Double(b[place($0, $1)])) }
          #expect(Self.error(found[0], expected) < 3e-7, "\(function.rawValue), form \(form.rawValue), \((n, m))")
        }
      }
    }
  }

  @Test func maximumAndMinimumPassOnNaN() {
    let found = Self.atEveryLevel { () -> [[Float]] in
      var largest: [Float] = [0, 0, 0], least = largest
      rk_binary_f32(RK_MAX, RK_SAME, 1, 3, [.nan, 1, 2], [1, .nan, -3], &largest)
      rk_binary_f32(RK_MIN, RK_SAME, 1, 3, [.nan, 1, 2], [1, .nan, -3], &least)
      return [largest, least]
    }
    #expect(found[0][0].isNaN && found[0][1].isNaN && found[0][2] == 2)
    #expect(found[1][0].isNaN && found[1][1].isNaN && found[1][2] == -3)
  }

  @Test func scalarsAndSelections() {
    var numbers = Numbers(seed: 8)
    let n = 37
    let x: [Float] = numbers.uniform(n), z: [Float] = numbers.uniform(n), y: [Float] = numbers.uniform(n)
    let mask = x.map { Float($0 > 0 ? 1 : 0) }
    let found = Self.atEveryLevel { () -> [[Float]] in
      var scaled = x, moved = x, added = y, multiplied = y, clamped = x, chosen = x, filled = x
      rk_scale_f32(n, 3, x, &scaled)
      rk_add_scalar_f32(n, 2, x, &moved)
      rk_axpy_f32(n, -0.5, x, &added)
      rk_multiply_add_f32(n, x, z, &multiplied)
      rk_clamp_f32(n, -0.25, 0.5, x, &clamped)
      rk_select_f32(n, mask, y, z, &chosen)
      rk_fill_f32(n, 7, &filled)
      return [scaled, moved, added, multiplied, clamped, chosen, filled]
    }
    for i in 0..<n {
      #expect(found[0][i] == 3 * x[i] && found[1][i] == x[i] + 2)
      #expect(found[2][i] == y[i].addingProduct(-0.5, x[i]) && found[3][i] == y[i].addingProduct(x[i], z[i]))
      #expect(found[4][i] == min(max(x[i], -0.25), 0.5) && found[5][i] == (x[i] > 0 ? y[i] : z[i]) && found[6][i] == 7)
    }
  }

  @Test func reductionsOfFloats() { Self.checkReductions(Float.self, tolerance: 2e-6) }
  @Test func reductionsOfDoubles() { Self.checkReductions(Double.self, tolerance: 4e-15) }

  static func checkReductions<Element: KernelScalar>(_ type: Element.Type, tolerance: Double) {
    var numbers = Numbers(seed: 9)
    let laws: [(rk_reduction, Double, (Double, Double) -> Double)] = [
      (RK_SUM, 0, { $0 + $1 }), (RK_SUM_OF_SQUARES, 0, { $0 + $1 * $1 }), (RK_MAXIMUM, -.infinity, { max($0, $1) }),
      (RK_MINIMUM, .infinity, { min($0, $1) }),
    ]
    for (n, m) in matrixSizes {
      let x: [Element] = numbers.uniform(n * m, from: -0.5, to: 1)
      for (function, start, law) in laws {
        let found = atEveryLevel { () -> [[Element]] in
          var rows = [Element](repeating: .nan, count: n), columns = [Element](repeating: .nan, count: m)
          Element.rows(function, n, m, x, &rows)
          Element.columns(function, n, m, x, &columns)
          return [rows, columns]
        }
        let rows = (0..<n).map { i in (0..<m).reduce(start) { law($0, Double(x[i * m + $1])) } }
        let columns = (0..<m).map { j in (0..<n).reduce(start) { law($0, Double(x[$1 * m + j])) } }
        let worst = max(error(found[0], rows), error(found[1], columns))
        #expect(worst < tolerance, "\((n, m, function.rawValue))")
      }
    }
  }

  /// Long sums lose little: the chunks keep partial sums short.
  @Test func longSumsStayAccurate() {
    var numbers = Numbers(seed: 10)
    let x: [Float] = numbers.uniform(1 << 20, from: 0, to: 1)
    let exact = x.reduce(0.0) { $0 + Double($1) }
    let found = Self.atEveryLevel { () -> [[Float]] in
      var column: Float = .nan
      rk_reduce_columns_f32(RK_SUM, x.count, 1, x, &column)
      return [[rk_reduce_f32(RK_SUM, x.count, x), column]]
    }
    for sum in found[0] { #expect(abs(Double(sum) / exact - 1) < 1e-6) }
  }

  @Test func scalarProductsAxesAndPlacesOfMaxima() {
    var numbers = Numbers(seed: 11)
    let (n, m) = (37, 21)
    let a: [Float] = numbers.uniform(n * m), b: [Float] = numbers.uniform(n * m)
    var places = [[Int32]]()
    let found = Self.atEveryLevel { () -> [[Float]] in
      var rows = [Float](repeating: .nan, count: n), columns = [Float](repeating: .nan, count: m)
      var middle = [Float](repeating: .nan, count: 21), place = [Int32](repeating: -1, count: n)
      rk_dot_rows_f32(n, m, a, b, &rows)
      rk_dot_columns_f32(n, m, a, b, &columns)
      rk_reduce_axis_f32(RK_SUM, 7, 37, 3, a, &middle)
      rk_argmax_rows_f32(n, m, a, &place)
      places.append(place)
      return [rows, columns, middle, [rk_dot_f32(n * m, a, b)]]
    }
    let products = zip(a, b).map { Double($0) * Double($1) }
    let rows = (0..<n).map { i in (0..<m).reduce(0.0) { $0 + products[i * m + $1] } }
    let columns = (0..<m).map { j in (0..<n).reduce(0.0) { $0 + products[$1 * m + j] } }
    let middle = Self.positions(7, 3).map { o, i in (0..<37).reduce(0.0) { $0 + Double(a[(o * 37 + $1) * 3 + i]) } }
    #expect(Self.error(found[0], rows) < 1e-6 && Self.error(found[1], columns) < 1e-6)
    #expect(Self.error(found[2], middle) < 1e-6 && Self.error(found[3], [products.reduce(0, +)]) < 1e-5)
    for place in places {
      for i in 0..<n {
        let row = Array(a[i * m..<(i + 1) * m])
        #expect(Int(place[i]) == row.firstIndex(of: row.max()!))
      }
    }
  }

  @Test func theFirstMaximumWinsAndNaNNever() {
    var index: [Int32] = [-1, -1, -1]
    rk_argmax_rows_f32(3, 4, [1, 3, 3, 2, .nan, -1, .nan, -2, .nan, .nan, .nan, .nan], &index)
    #expect(index == [1, 1, 0])
  }
}
