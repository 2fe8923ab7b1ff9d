/// The activations of one sample.
enum ReLURow {
  /// Replaces z by residual·1[z > 0], where residual = 1/m Σ aₖσ(zₖ) − target.
  static func replaceByResidual(
    _ z: UnsafeMutableBufferPointer<Double>, _ outer: UnsafeBufferPointer<Double>, target: Double
  ) {
    guard let values = UnsafeMutableRawPointer(z.baseAddress), let factors = UnsafeRawPointer(outer.baseAddress) else { return }
    let (count, stride) = (z.count, MemoryLayout<Double>.stride)
    var lanes = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var index = 0
    while index &+ 8 <= count {
      let offset = index &* stride
      let first = values.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      let second = values.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD4<Double>.self)
      lanes.0 += factors.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
        * first.replacing(with: 0, where: first .< 0)
      lanes.1 += factors.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD4<Double>.self)
        * second.replacing(with: 0, where: second .< 0)
      index &+= 8
    }
    var sum = (lanes.0 + lanes.1).sum()
    while index < count {
      sum += outer[index] * max(0, z[index])
      index &+= 1
    }
    let residual = sum / Double(count) - target
    for index in 0..<count { z[index] = z[index] > 0 ? residual : 0 }
  }
}
