/// MNIST and the sets made like it, such as Fashion-MNIST: grey images and labels in two IDX files.
///
/// The files are `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and
/// `t10k-labels-idx1-ubyte`, also with `.gz`.
/// - Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition" (1998).
public enum MNIST {
  /// The images of one pair of files, `[count × rows × columns × 1]` with pixels in [0, 1].
  /// - Throws: `DataError` if a file is damaged or another, or if the two do not belong together.
  public static func read(images: FileBytes, labels: FileBytes) throws(DataError) -> ImageDataset {
    let pictures = try IDXArray.read(images, dimensions: 3)
    guard pictures.shape[1] > 0, pictures.shape[2] > 0 else {
      throw .wrongShape(file: images.name, expected: "images of one pixel at least", found: pictures.shape)
    }
    let classes = try IDXArray.read(labels, dimensions: 1)
    guard classes.shape[0] == pictures.shape[0] else {
      throw .unequalCounts(
        file: images.name, count: pictures.shape[0], other: labels.name, otherCount: classes.shape[0])
    }
    if let index = classes.elements.firstIndex(where: { $0 > 9 }) {
      throw .wrongValue(
        file: labels.name, place: "label \(index - classes.elements.startIndex)", expected: "0 to 9",
        found: "\(classes.elements[index])")
    }
    return ImageDataset(
      name: "MNIST", shape: ImageShape(height: pictures.shape[1], width: pictures.shape[2], channels: 1),
      classCount: 10,
      pixels: PixelValues.floats(pictures.elements), labels: classes.elements.map(Int.init))
  }
}
