import CKernels
import Testing

extension KernelTests {
  /// A convolution by its geometry: sizes of x, kernel, output channels, strides, paddings, groups.
  static func shape(
    _ n: Int, _ h: Int, _ w: Int, _ cin: Int, kernel: (Int, Int), _ cout: Int, stride: (Int, Int) = (1, 1),
    pad: (Int, Int) = (0, 0), groups: Int = 1
  ) -> rk_conv2d_shape {
    rk_conv2d_shape(
      n: n, h: h, w: w, cin: cin, kh: kernel.0, kw: kernel.1, cout: cout, stride_h: stride.0, stride_w: stride.1,
      pad_top: pad.0, pad_left: pad.1, oh: (h + 2 * pad.0 - kernel.0) / stride.0 + 1,
      ow: (w + 2 * pad.1 - kernel.1) / stride.1 + 1, groups: groups)
  }

  static let convolutions: [rk_conv2d_shape] = [
    shape(2, 8, 8, 16, kernel: (3, 3), 32, pad: (1, 1)),
    shape(2, 8, 8, 16, kernel: (3, 3), 48, stride: (2, 2), pad: (1, 1)),
    shape(2, 8, 8, 1, kernel: (3, 3), 16, pad: (1, 1)),
    shape(2, 9, 7, 3, kernel: (3, 3), 16, pad: (1, 1)),
    shape(2, 10, 10, 5, kernel: (5, 5), 10, stride: (2, 2), pad: (2, 2)),
    shape(2, 7, 7, 4, kernel: (1, 1), 33),
    shape(2, 8, 8, 6, kernel: (1, 1), 8, stride: (2, 2)),
    shape(2, 6, 6, 12, kernel: (3, 3), 24, pad: (1, 1), groups: 3),
    shape(2, 6, 6, 12, kernel: (3, 3), 3, pad: (1, 1), groups: 3),
    shape(2, 6, 6, 20, kernel: (3, 3), 20, stride: (2, 2), pad: (1, 1), groups: 20),
    shape(3, 1, 30, 6, kernel: (1, 5), 17, pad: (0, 2)),
    shape(3, 1, 30, 6, kernel: (1, 5), 70, stride: (1, 3)),
    shape(2, 12, 9, 3, kernel: (2, 4), 7, stride: (3, 2), pad: (1, 3)),
    shape(2, 5, 5, 7, kernel: (2, 2), 4, stride: (3, 3)),
    shape(1, 70, 4, 2, kernel: (3, 3), 4, pad: (1, 1)),
    shape(70, 3, 3, 2, kernel: (3, 3), 5, pad: (1, 1)),
    shape(1, 67, 67, 1, kernel: (66, 66), 5, pad: (1, 1)),
  ]

  @Test(arguments: convolutions.indices) func convolutionsOfFloats(index: Int) {
    Self.checkConvolution(Self.convolutions[index], Float.self, tolerance: 3e-6)
  }

  @Test(arguments: convolutions.indices) func convolutionsOfDoubles(index: Int) {
    Self.checkConvolution(Self.convolutions[index], Double.self, tolerance: 1e-14)
  }

  static func checkConvolution<Element: KernelScalar>(
    _ s: rk_conv2d_shape, _ type: Element.Type, tolerance: Double
  ) {
    var numbers = Numbers(seed: 4)
    let x: [Element] = numbers.uniform(s.n * s.h * s.w * s.cin)
    let w: [Element] = numbers.uniform(s.kh * s.kw * s.cin / s.groups * s.cout)
    let dy: [Element] = numbers.uniform(s.n * s.oh * s.ow * s.cout)
    for add in [false, true] {
      let before: Element = add ? 1 : .nan
      let found = atEveryLevel { () -> [[Element]] in
        var room = [Element](repeating: .nan, count: Element.workspace(s) + 1)
        var y = dy.map { _ in before }, dx = x.map { _ in before }, dw = w.map { _ in before }
        Element.forward(s, x, w, &y, add, &room)
        Element.inputGradient(s, dy, w, &dx, add, &room)
        Element.weightGradient(s, x, dy, &dw, add, &room)
        #expect(room[room.count - 1].isNaN)
        return [y, dx, dw]
      }
      let expected = plainConvolution(s, x.map { Double($0) }, w.map { Double($0) }, dy.map { Double($0) }, add ? 1 : 0)
      for (index, pair) in zip(found, expected).enumerated() {
        #expect(error(pair.0, pair.1) < tolerance, "output \(index), adding: \(add)")
      }
    }
  }

  @Test(arguments: convolutions.indices) func biasAndRectifierFollowTheConvolution(index: Int) {
    let s = Self.convolutions[index]
    var numbers = Numbers(seed: 23)
    let x: [Float] = numbers.uniform(s.n * s.h * s.w * s.cin), bias: [Float] = numbers.uniform(s.cout)
    let w: [Float] = numbers.uniform(s.kh * s.kw * s.cin / s.groups * s.cout)
    let found = Self.atEveryLevel { () -> [[Float]] in
      var room = [Float](repeating: .nan, count: Float.workspace(s))
      var plain = [Float](repeating: .nan, count: s.n * s.oh * s.ow * s.cout), y = plain, rectified = plain
      rk_conv2d_forward_f32(s, x, w, &plain, 0, &room)
      rk_conv2d_forward_biased_f32(s, x, w, bias, 0, &y, &room)
      rk_conv2d_forward_biased_f32(s, x, w, bias, 1, &rectified, &room)
      return [plain, y, rectified]
    }
    let expected = found[0].enumerated().map { $1 + bias[$0 % s.cout] }
    #expect(found[1] == expected)
    #expect(found[2] == found[1].map { max($0, 0) })
  }

  /// y, dx and dw by the definition, added to `before`.
  static func plainConvolution(
    _ s: rk_conv2d_shape, _ x: [Double], _ w: [Double], _ dy: [Double], _ before: Double
  ) -> [[Double]] {
    var y = dy.map { _ in before }, dx = x.map { _ in before }, dw = w.map { _ in before }
    let inputs = s.cin / s.groups, outputs = s.cout / s.groups
    for b in 0..<s.n {
      for (i, j) in positions(s.oh, s.ow) {
        for (r, q) in positions(s.kh, s.kw) {
          let row = i * s.stride_h + r - s.pad_top, column = j * s.stride_w + q - s.pad_left
          guard (0..<s.h).contains(row), (0..<s.w).contains(column) else { continue }
          for (c, o) in positions(inputs, s.cout) {
            let out = ((b * s.oh + i) * s.ow + j) * s.cout + o
            let at = ((b * s.h + row) * s.w + column) * s.cin + o / outputs * inputs + c
            let weight = ((r * s.kw + q) * inputs + c) * s.cout + o
            y[out] += x[at] * w[weight]
            dx[at] += dy[out] * w[weight]
            dw[weight] += x[at] * dy[out]
          }
        }
      }
    }
    return [y, dx, dw]
  }

  static func positions(_ n: Int, _ m: Int) -> [(Int, Int)] { (0..<n * m).map { ($0 / m, $0 % m) } }
}
