import Diagnostics
import NumericalCore

extension Augmentation {
  /// Changes a batch in place, image by image, without allocating; equal random sources give equal bits.
  /// - Parameter pixels: `[images × height × width × channels]`.
  public func apply(to pixels: UnsafeMutableBufferPointer<Float>, shape: ImageShape, random: inout RandomSource) {
    if !pixels.count.isMultiple(of: shape.size) {
      trap("Augmentation: \(pixels.count) numbers in images of \(shape.size)")
    }
    let images = (0..<(pixels.count / shape.size)).lazy.map { ImageKernels.image($0, of: pixels, shape) }
    switch self {
    case .horizontalFlip(let probability):
      for image in images where random.bernoulli(probability) { ImageKernels.mirror(image, shape) }
    case .crop(let padding):
      if padding < 0 { trap("Augmentation: a border of \(padding)") }
      for image in images {
        let down = padding - random.integer(below: 2 * padding + 1)
        let right = padding - random.integer(below: 2 * padding + 1)
        ImageKernels.translate(image, shape, down: down, right: right)
      }
    case .translation(let distance, let probability, let coin, let direction):
      let isMoved = coin == .image || random.bernoulli(probability)
      let shared = Augmentation.step(distance, direction == .batch ? random.integer(below: 4) : 0)
      for image in images where coin == .image ? random.bernoulli(probability) : isMoved {
        let step = direction == .batch ? shared : Augmentation.step(distance, random.integer(below: 4))
        ImageKernels.translate(image, shape, down: step.down, right: step.right)
      }
    case .noise(let range):
      for image in images {
        let deviation = Augmentation.draw(range, &random)
        Augmentation.addNoise(deviation, to: image, &random)
      }
    case .contrast(let range, let lift):
      for image in images {
        let scale = Augmentation.draw(range, &random)
        let offset = Float(lift * (1 - scale) * random.uniform())
        for index in image.indices { image[index] = Float(scale) * image[index] + offset }
      }
    case .clipping:
      for index in pixels.indices { pixels[index] = min(max(pixels[index], 0), 1) }
    }
  }

  /// Adds normal numbers, drawn by the hundred, which is faster than one by one.
  private static func addNoise(
    _ deviation: Double, to image: UnsafeMutableBufferPointer<Float>, _ random: inout RandomSource
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 128) { normals in
      for start in stride(from: 0, to: image.count, by: normals.count) {
        let part = UnsafeMutableBufferPointer(rebasing: normals[..<min(normals.count, image.count - start)])
        random.fillNormals(part)
        for index in part.indices { image[start + index] += Float(deviation * part[index]) }
      }
    }
  }

  /// A number of a range; nothing is drawn from a range of one.
  private static func draw(_ range: ClosedRange<Double>, _ random: inout RandomSource) -> Double {
    if range.lowerBound == range.upperBound { return range.lowerBound }
    return range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform()
  }

  /// Up, down, left, right.
  private static func step(_ distance: Int, _ direction: Int) -> (down: Int, right: Int) {
    switch direction {
    case 0: (-distance, 0)
    case 1: (distance, 0)
    case 2: (0, -distance)
    default: (0, distance)
    }
  }
}

extension [Augmentation] {
  /// Applies all of them to a batch in place, one after the other.
  /// - Parameter pixels: `[images × height × width × channels]`.
  public func apply(to pixels: UnsafeMutableBufferPointer<Float>, shape: ImageShape, random: inout RandomSource) {
    for augmentation in self { augmentation.apply(to: pixels, shape: shape, random: &random) }
  }

  /// Applies all of them to the first `count` images of an array, in place.
  public func apply(to pixels: inout [Float], count: Int, shape: ImageShape, random: inout RandomSource) {
    if count < 0 || count * shape.size > pixels.count {
      trap("Augmentation: \(count) images of \(shape.size) in \(pixels.count) numbers")
    }
    pixels.withUnsafeMutableBufferPointer {
      apply(to: UnsafeMutableBufferPointer(rebasing: $0[..<(count * shape.size)]), shape: shape, random: &random)
    }
  }
}
