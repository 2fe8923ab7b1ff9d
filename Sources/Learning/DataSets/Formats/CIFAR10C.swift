/// CIFAR-10-C: the test images of CIFAR-10 under common corruptions, five severities of each.
///
/// Every corruption has a file `<corruption>.npy` of shape (50000, 32, 32, 3), 10 000 images a severity from the mildest
/// on; `labels.npy` has the label of each of the 50 000.
/// - Source: D. Hendrycks and T. Dietterich, "Benchmarking neural network robustness to common corruptions and
///   perturbations" (ICLR 2019).
public enum CIFAR10C {
  /// The fifteen corruptions that the mean is taken over, which are the names of the files.
  public static let corruptions = [
    "gaussian_noise", "shot_noise", "impulse_noise", "defocus_blur", "glass_blur", "motion_blur", "zoom_blur", "snow",
    "frost", "fog", "brightness", "contrast", "elastic_transform", "pixelate", "jpeg_compression",
  ]
  public static let severities = 1...5

  /// The images of one severity, with pixels in [0, 1].
  /// - Parameters:
  ///   - images: `<corruption>.npy`.
  ///   - labels: `labels.npy`.
  ///   - severity: 1 to 5.
  /// - Throws: `DataError` if a file is damaged or has another shape, or if the two do not belong together.
  public static func read(images: FileBytes, labels: FileBytes, severity: Int) throws(DataError) -> ImageDataset {
    guard severities.contains(severity) else {
      throw .wrongValue(file: images.name, place: "severity", expected: "1 to 5", found: "\(severity)")
    }
    let array = try NumPyArray.read(images)
    guard array.shape.count == 4, Array(array.shape[1...]) == [32, 32, 3], array.shape[0].isMultiple(of: 5) else {
      throw .wrongShape(
        file: images.name, expected: "(50000, 32, 32, 3), five severities one after the other", found: array.shape)
    }
    let classes = try NumPyArray.read(labels)
    guard classes.shape.count == 1 else {
      throw .wrongShape(file: labels.name, expected: "(50000)", found: classes.shape)
    }
    guard classes.shape[0] == array.shape[0] else {
      throw .unequalCounts(file: images.name, count: array.shape[0], other: labels.name, otherCount: classes.shape[0])
    }
    let count = array.shape[0] / 5
    let first = (severity - 1) * count
    let size = CIFAR10.shape.size
    let bytes = try array.byteElements()
    let start = bytes.startIndex + first * size
    let chosen = Array(try classes.integers()[first..<(first + count)])
    if let index = chosen.firstIndex(where: { !(0...9).contains($0) }) {
      throw .wrongValue(
        file: labels.name, place: "label \(first + index)", expected: "0 to 9", found: "\(chosen[index])")
    }
    return ImageDataset(
      name: "CIFAR-10-C", shape: CIFAR10.shape, classCount: 10,
      pixels: PixelValues.floats(bytes[start..<(start + count * size)]), labels: chosen)
  }
}
