import CKernels
import Testing

extension KernelTests {
  static func strides(_ sizes: [Int]) -> [Int] {
    sizes.indices.map { sizes[($0 + 1)...].reduce(1, *) }
  }

  /// All multi-indices below `sizes`, in row-major order.
  static func indices(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { prefixes, size in prefixes.flatMap { prefix in (0..<size).map { prefix + [$0] } } }
  }

  static func place(_ index: [Int], _ strides: [Int]) -> Int { zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test func transpositions() {
    var numbers = Numbers(seed: 14)
    for (n, m) in [(1, 1), (3, 5), (16, 16), (17, 40), (70, 130), (200, 3)] {
      let x: [Float] = numbers.uniform(n * m)
      let found = Self.atEveryLevel { () -> [[Float]] in
        var y = [Float](repeating: .nan, count: n * m)
        rk_transpose_f32(n, m, x, &y)
        return [y]
      }
      #expect(found[0] == Self.positions(m, n).map { x[$1 * m + $0] })
    }
  }

  @Test func permutationsOfAxes() {
    var numbers = Numbers(seed: 15)
    let cases: [([Int], [Int])] = [
      ([5], [0]), ([2, 3, 4], [2, 0, 1]), ([2, 3, 4], [1, 0, 2]), ([4, 18, 33], [0, 2, 1]), ([20, 3, 17], [2, 1, 0]),
      ([2, 5, 6, 7], [0, 3, 1, 2]), ([2, 5, 6, 7], [3, 2, 0, 1]), ([2, 1, 3, 2, 4, 3], [5, 0, 3, 1, 4, 2]),
      ([0, 3], [1, 0]),
    ]
    for (sizes, axes) in cases {
      let x: [Double] = numbers.uniform(sizes.reduce(1, *))
      let found = Self.atEveryLevel { () -> [[Double]] in
        var y = x
        rk_permute_f64(sizes.count, sizes, axes, x, &y)
        return [y]
      }
      let from = Self.strides(sizes)
      let expected = Self.indices(axes.map { sizes[$0] }).map { x[Self.place($0, axes.map { from[$0] })] }
      #expect(found[0] == expected, "\(sizes) by \(axes)")
    }
  }

  @Test func broadcastsAndTheirAdjoints() {
    var numbers = Numbers(seed: 16)
    for sizes in [[5], [4, 33], [3, 1, 7], [2, 3, 4, 5], [2, 1, 3, 2, 2, 3]] {
      for mask in 0..<(1 << sizes.count) {
        let small = sizes.indices.map { mask >> $0 & 1 == 1 ? 1 : sizes[$0] }
        let steps = sizes.indices.map { mask >> $0 & 1 == 1 ? 0 : Self.strides(small)[$0] }
        let x: [Double] = numbers.uniform(small.reduce(1, *)), dy: [Double] = numbers.uniform(sizes.reduce(1, *))
        let found = Self.atEveryLevel { () -> [[Double]] in
          var y = dy.map { _ in Double.nan }, dx = x.map { _ in Double.nan }, sum = x
          rk_broadcast_f64(sizes.count, sizes, x, steps, &y)
          rk_broadcast_adjoint_f64(sizes.count, sizes, dy, &dx, steps, 0)
          rk_broadcast_adjoint_f64(sizes.count, sizes, dy, &sum, steps, 1)
          return [y, dx, sum]
        }
        var adjoint = x.map { _ in 0.0 }
        for (index, value) in zip(Self.indices(sizes), dy) { adjoint[Self.place(index, steps)] += value }
        #expect(found[0] == Self.indices(sizes).map { x[Self.place($0, steps)] })
        #expect(Self.error(found[1], adjoint) < 1e-14)
        #expect(Self.error(found[2], zip(adjoint, x).map(+)) < 1e-14)
      }
    }
  }

  @Test func stridedCopiesReverseAndSkip() {
    var numbers = Numbers(seed: 17)
    let x: [Float] = numbers.uniform(6 * 8 * 20)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var slice = [Float](repeating: 0, count: 140), sum = x
      x.withUnsafeBufferPointer {
        rk_strided_copy_f32(3, [4, 5, 7], $0.baseAddress! + 5 * 160 + 41, [-160, 20, 2], &slice, [35, 7, 1], 0)
      }
      rk_strided_copy_f32(3, [4, 5, 7], slice, [35, 7, 1], &sum, [160, 20, 1], 1)
      return [slice, sum]
    }
    let slice = Self.indices([4, 5, 7]).map { x[841 - 160 * $0[0] + 20 * $0[1] + 2 * $0[2]] }
    var sum = x
    for (index, value) in zip(Self.indices([4, 5, 7]), slice) { sum[Self.place(index, [160, 20, 1])] += value }
    #expect(found[0] == slice && found[1] == sum)
  }

  @Test func gathersAndScatters() {
    var numbers = Numbers(seed: 18)
    let index = numbers.labels(30, below: 9), labels = numbers.labels(30, below: 21)
    let x: [Float] = numbers.uniform(9 * 21), v: [Float] = numbers.uniform(30 * 21), few: [Float] = numbers.uniform(30)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var rows = v, sums = x, elements = few, added = v, hot = v
      rk_gather_rows_f32(30, 21, index, x, &rows)
      rk_scatter_add_rows_f32(30, 21, index, v, &sums)
      rk_gather_elements_f32(30, 21, labels, v, &elements)
      rk_scatter_add_elements_f32(30, 21, labels, few, &added)
      rk_one_hot_f32(30, 21, labels, &hot)
      return [rows, sums, elements, added, hot]
    }
    var sums = x, added = v
    for (i, j) in Self.positions(30, 21) { sums[Int(index[i]) * 21 + j] += v[i * 21 + j] }
    for i in 0..<30 { added[i * 21 + Int(labels[i])] += few[i] }
    #expect(found[0] == Self.positions(30, 21).map { x[Int(index[$0]) * 21 + $1] } && found[1] == sums)
    #expect(found[2] == (0..<30).map { v[$0 * 21 + Int(labels[$0])] } && found[3] == added)
    #expect(found[4] == Self.positions(30, 21).map { $1 == Int(labels[$0]) ? 1 : 0 })
  }
}
