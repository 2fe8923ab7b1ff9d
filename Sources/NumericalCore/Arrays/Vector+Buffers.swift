/// The same kernels on buffers, for loops that hold their storage open.
extension Vector {
  /// The inner product ⟨x, y⟩, summed in sixteen fixed lanes.
  public static func dot(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) -> Double {
    requireSameLength(x.count, y.count, "dot")
    guard let p = x.baseAddress, let q = y.baseAddress else { return 0 }
    return dot(p, q, x.count)
  }

  @inline(__always)
  static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    var lanes = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var index = 0
    while index &+ 16 <= count {
      lanes.0 += load(x, index) * load(y, index)
      lanes.1 += load(x, index &+ 4) * load(y, index &+ 4)
      lanes.2 += load(x, index &+ 8) * load(y, index &+ 8)
      lanes.3 += load(x, index &+ 12) * load(y, index &+ 12)
      index &+= 16
    }
    while index &+ 4 <= count {
      lanes.0 += load(x, index) * load(y, index)
      index &+= 4
    }
    var rest = 0.0
    while index < count {
      rest += x[index] * y[index]
      index &+= 1
    }
    return total(lanes) + rest
  }

  /// y ← y + a·x.
  public static func axpy(
    _ a: Double, _ x: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>
  ) {
    requireSameLength(x.count, y.count, "axpy")
    guard let p = x.baseAddress, let q = y.baseAddress else { return }
    for index in 0..<x.count { q[index] += a * p[index] }
  }

  /// x ← a·x.
  public static func scale(_ x: UnsafeMutableBufferPointer<Double>, by a: Double) {
    for index in 0..<x.count { x[index] *= a }
  }

  /// The sum of the elements, in sixteen fixed lanes.
  public static func sum(_ x: UnsafeBufferPointer<Double>) -> Double {
    guard let p = x.baseAddress else { return 0 }
    var lanes = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var index = 0
    while index &+ 16 <= x.count {
      lanes.0 += load(p, index)
      lanes.1 += load(p, index &+ 4)
      lanes.2 += load(p, index &+ 8)
      lanes.3 += load(p, index &+ 12)
      index &+= 16
    }
    var rest = 0.0
    while index < x.count {
      rest += p[index]
      index &+= 1
    }
    return total(lanes) + rest
  }

  /// The squared Euclidean distance ‖x − y‖².
  public static func squaredDistance(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) -> Double {
    requireSameLength(x.count, y.count, "squaredDistance")
    guard let p = x.baseAddress, let q = y.baseAddress else { return 0 }
    var lanes = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var index = 0
    while index &+ 4 <= x.count {
      let difference = load(p, index) - load(q, index)
      lanes.0 += difference * difference
      index &+= 4
    }
    var rest = 0.0
    while index < x.count {
      let difference = p[index] - q[index]
      rest += difference * difference
      index &+= 1
    }
    return total(lanes) + rest
  }

  @inline(__always) private static func load(_ x: UnsafePointer<Double>, _ index: Int) -> SIMD4<Double> {
    UnsafeRawPointer(x + index).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  private static func total(_ lanes: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)) -> Double {
    let all = (lanes.0 + lanes.1) + (lanes.2 + lanes.3)
    return (all[0] + all[1]) + (all[2] + all[3])
  }
}
