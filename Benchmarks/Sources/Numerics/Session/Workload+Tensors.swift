import NumericalCore

/// Floats, in the layouts of the peers and in ours.
extension Workload {
  static func tensor(_ shape: Shape, seed: Int, bound: Double = 1) -> Tensor<Float> {
    Tensor(shape, elements: symmetric(shape.count, seed: seed, bound: bound).map { Float($0) })
  }

  /// Weights uniform with variance 2/inputs.
  static func weights(_ shape: Shape, inputs: Int, seed: Int) -> Tensor<Float> {
    tensor(shape, seed: seed, bound: (6 / Double(inputs)).squareRoot())
  }

  /// Weights of a dense layer: the peers hold them as `[outputs × inputs]`, we the other way round.
  static func denseWeights(_ inputs: Int, _ outputs: Int, seed: Int) -> Tensor<Float> {
    weights([outputs, inputs], inputs: inputs, seed: seed).permuted([1, 0])
  }

  /// Filters of 3 × 3 pixels: the peers hold them as `[filter × channel × row × column]`, we with the filters last.
  static func filters(_ channels: Int, _ count: Int, seed: Int) -> Tensor<Float> {
    weights([count, channels, 3, 3], inputs: 9 * channels, seed: seed).permuted([2, 3, 1, 0])
  }

  /// Weights of a dense layer on images: the peers flatten them channel by channel, we pixel by pixel.
  static func readoutWeights(side: Int, channels: Int, _ outputs: Int, seed: Int) -> Tensor<Float> {
    let inputs = side * side * channels
    return weights([outputs, channels, side, side], inputs: inputs, seed: seed)
      .permuted([2, 3, 1, 0]).reshaped(to: [inputs, outputs])
  }

  static func labels(_ count: Int, seed: Int) -> [Int] {
    uniforms(count, seed: seed).map { Int($0 * Double(classes)) }
  }

  /// Labelled images in [0, 1], channels first as the peers hold them: each is half its class's prototype, half noise.
  static func images(_ count: Int, size: Int, seed: Int) -> (x: Tensor<Float>, y: [Int]) {
    let y = labels(count, seed: seed)
    let prototypes = uniforms(classes * size, seed: seed + 1)
    var values = uniforms(count * size, seed: seed + 2)
    for image in 0..<count {
      for pixel in 0..<size {
        values[image * size + pixel] = 0.5 * prototypes[y[image] * size + pixel] + 0.5 * values[image * size + pixel]
      }
    }
    return (Tensor([count, size], elements: values.map { Float($0) }), y)
  }

  /// Batches of images of `side` × `side` pixels, channels last.
  static func batches(_ count: Int, side: Int, channels: Int, size: Int = 128) -> [(x: Tensor<Float>, y: [Int])] {
    let (x, y) = images(count * size, size: side * side * channels, seed: 10)
    let last = x.reshaped(to: [count * size, channels, side, side]).permuted([0, 2, 3, 1])
    return (0..<count).map { batch in
      let range = (batch * size)..<((batch + 1) * size)
      return (last.rows(range), Array(y[range]))
    }
  }
}
