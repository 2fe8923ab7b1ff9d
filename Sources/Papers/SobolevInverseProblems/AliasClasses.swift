extension SobolevInverseProblems {
  /// Sums over alias classes: the frequencies that agree modulo N in every component, which the grid cannot tell apart.
  struct AliasClasses {
    let box: FrequencyBox
    /// N, the number of grid points in a direction.
    let side: Int

    /// The number of classes, N^d.
    var count: Int { (0..<box.dimension).reduce(1) { value, _ in value * side } }

    /// The class of the first frequency of each row; the class of the row's k-th is this plus k mod N.
    func rowClass(_ prefix: [Int]) -> Int { prefix.reduce(0) { $0 * side + $1 % side } * side }

    /// The sum of an even function of the frequencies over each class, signs included.
    ///
    /// A component that is 0 has no mirror image and counts half; then each class adds up its 2^d mirror classes.
    func sums(_ values: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: count)
      let length = box.rowLength
      sums.withUnsafeMutableBufferPointer { sums in
        values.withUnsafeBufferPointer { values in
          for (row, prefix) in box.prefixes.enumerated() {
            let zeros = prefix.count { $0 == 0 }
            let weight = 1 / Double(1 << zeros)
            let first = rowClass(prefix)
            sums[first] += 0.5 * weight * values[row * length]
            forEachRun(length, from: 1) { start, end, offset in
              for k in start..<end { sums[first &+ offset &+ k] += weight * values[row &* length &+ k] }
            }
          }
        }
        mirror(sums)
      }
      return sums
    }

    /// Calls `body` with runs of the last component k in which k + offset = k mod N, from `start` on.
    @inline(__always) func forEachRun(_ length: Int, from start: Int = 0, _ body: (Int, Int, Int) -> Void) {
      var k = start
      while k < length {
        let offset = -(k / side) * side
        let end = min(length, k + side - k % side)
        body(k, end, offset)
        k = end
      }
    }

    /// Replaces each sum by that over its mirror images in every direction.
    private func mirror(_ sums: UnsafeMutableBufferPointer<Double>) {
      var stride = 1
      for _ in 0..<box.dimension {
        for block in Swift.stride(from: 0, to: sums.count, by: stride * side) {
          for c in 0...(side / 2) {
            let a = block + c * stride
            let b = block + (side - c) % side * stride
            for inner in 0..<stride {
              let sum = sums[a + inner] + sums[b + inner]
              sums[a + inner] = sum
              sums[b + inner] = sum
            }
          }
        }
        stride *= side
      }
    }
  }
}
