import CKernels
import Testing

extension KernelTests {
  static func pool(
    _ n: Int, _ h: Int, _ w: Int, _ c: Int, _ kernel: (Int, Int), _ stride: Int, _ pad: Int
  ) -> rk_pool2d_shape {
    rk_pool2d_shape(
      n: n, h: h, w: w, c: c, kh: kernel.0, kw: kernel.1, stride_h: stride, stride_w: stride, pad_top: pad,
      pad_left: pad,
      oh: (h + 2 * pad - kernel.0) / stride + 1, ow: (w + 2 * pad - kernel.1) / stride + 1)
  }

  static let pools = [
    pool(2, 8, 8, 16, (2, 2), 2, 0), pool(2, 7, 9, 5, (3, 3), 2, 1), pool(1, 5, 5, 33, (3, 2), 1, 1),
    pool(3, 6, 6, 40, (2, 2), 2, 0),
  ]

  @Test(arguments: pools.indices) func maximaAndMeansOfWindows(index: Int) {
    let s = Self.pools[index]
    var numbers = Numbers(seed: 19)
    let x: [Double] = numbers.uniform(s.n * s.h * s.w * s.c), dy: [Double] = numbers.uniform(s.n * s.oh * s.ow * s.c)
    let found = Self.atEveryLevel { () -> [[Double]] in
      var top = dy, place = [Int32](repeating: 9, count: dy.count), scattered = x, gathered = dy
      rk_max_pool_forward_f64(s, x, &top, &place)
      rk_max_pool_scatter_f64(s, dy, place, &scattered)
      rk_max_pool_gather_f64(s, x, place, &gathered)
      var outputs = [top, place.map(Double.init), scattered, gathered]
      for counted in [Int32(0), 1] {
        var mean = dy, gradient = x
        rk_average_pool_forward_f64(s, counted, x, &mean)
        rk_average_pool_gradient_f64(s, counted, dy, &gradient)
        outputs += [mean, gradient]
      }
      return outputs
    }
    for (index, pair) in zip(found, Self.plainPooling(s, x, dy)).enumerated() {
      #expect(Self.error(pair.0, pair.1) < 1e-14, "output \(index)")
    }
  }

  static func plainPooling(_ s: rk_pool2d_shape, _ x: [Double], _ dy: [Double]) -> [[Double]] {
    var top: [Double] = [], place: [Double] = [], scattered = x.map { _ in 0.0 }
    var means: [[Double]] = [[], []], gradients = [scattered, scattered]
    for (b, i) in positions(s.n, s.oh) {
      for (j, c) in positions(s.ow, s.c) {
        let window = positions(s.kh, s.kw).map { (i * s.stride_h + $0 - s.pad_top, j * s.stride_w + $1 - s.pad_left) }
          .filter { (0..<s.h).contains($0) && (0..<s.w).contains($1) }
        let values = window.map { x[((b * s.h + $0) * s.w + $1) * s.c + c] }, upper = dy[top.count]
        let best = window[values.firstIndex(of: values.max()!)!]
        scattered[((b * s.h + best.0) * s.w + best.1) * s.c + c] += upper
        top.append(values.max()!)
        place.append(Double(best.0 * s.w + best.1))
        for (counted, divisor) in [values.count, s.kh * s.kw].enumerated() {
          means[counted].append(values.reduce(0, +) / Double(divisor))
          for (row, column) in window {
            gradients[counted][((b * s.h + row) * s.w + column) * s.c + c] += upper / Double(divisor)
          }
        }
      }
    }
    return [top, place, scattered, top, means[0], gradients[0], means[1], gradients[1]]
  }

  @Test func meansOverAllPositions() {
    var numbers = Numbers(seed: 20)
    let x: [Float] = numbers.uniform(3 * 49 * 18), dy: [Float] = numbers.uniform(3 * 18)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var mean = dy, gradient = x
      rk_global_average_forward_f32(3, 49, 18, x, &mean)
      rk_global_average_gradient_f32(3, 49, 18, dy, &gradient)
      return [mean, gradient]
    }
    let mean = Self.positions(3, 18).map { b, c in (0..<49).reduce(0.0) { $0 + Double(x[(b * 49 + $1) * 18 + c]) } / 49 }
    #expect(Self.error(found[0], mean) < 1e-6)
    #expect(Self.error(found[1], Self.indices([3, 49, 18]).map { Double(dy[$0[0] * 18 + $0[2]]) / 49 }) < 1e-6)
  }
}
