import Diagnostics
import NumericalCore

/// Labelled images of one shape, in one array.
///
/// Pixel (row i, column j, channel c) of image n is `pixels[((n·height + i)·width + j)·channels + c]`. Readers and
/// generators give values in [0, 1].
public struct ImageDataset: Sendable, Equatable {
  /// What messages call it.
  public let name: String
  /// The shape of one image.
  public let shape: ImageShape
  /// Labels are 0 ..< `classCount`.
  public let classCount: Int
  /// `[count × height × width × channels]`.
  public let pixels: [Float]
  /// `[count]`.
  public let labels: [Int]

  /// - Parameters:
  ///   - pixels: `[count × height × width × channels]`, where `count` is the number of labels.
  ///   - labels: each in 0 ..< `classCount`.
  public init(name: String, shape: ImageShape, classCount: Int, pixels: [Float], labels: [Int]) {
    if pixels.count != labels.count * shape.size {
      trap("ImageDataset: \(pixels.count) pixels for \(labels.count) images of \(shape.size)")
    }
    for label in labels where label < 0 || label >= classCount {
      trap("ImageDataset: label \(label) of \(classCount) classes")
    }
    self.name = name
    self.shape = shape
    self.classCount = classCount
    self.pixels = pixels
    self.labels = labels
  }

  /// Number of images.
  public var count: Int { labels.count }
  public var height: Int { shape.height }
  public var width: Int { shape.width }
  public var channels: Int { shape.channels }

  /// The numbers of one image.
  public func image(_ index: Int) -> ArraySlice<Float> {
    if index < 0 || index >= count { trap("image \(index) of \(count)") }
    return pixels[(index * shape.size)..<((index + 1) * shape.size)]
  }

  /// How many images each class has.
  public var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: classCount)
    for label in labels { counts[label] += 1 }
    return counts
  }

  /// The images as rows of a matrix of doubles, `[count × height·width·channels]`.
  public var matrix: Matrix { Matrix(rows: count, columns: shape.size, elements: pixels.map(Double.init)) }

  /// A matrix with a one in the column of each image's class, `[count × classCount]`.
  public var oneHotLabels: Matrix {
    Matrix(rows: count, columns: classCount) { row, column in labels[row] == column ? 1 : 0 }
  }

  /// Labels 1 and −1 for digits, `[count]`.
  public func signs(_ labelling: DigitLabelling) -> [Int] { labels.map(labelling.sign) }
}
