/// CIFAR-100, binary version: colour images of 32 × 32 pixels in a hundred classes, which make twenty groups.
///
/// The files are `train.bin` with 50 000 images and `test.bin` with 10 000.
/// - Source: A. Krizhevsky, "Learning multiple layers of features from tiny images" (2009).
public enum CIFAR100 {
  /// Which of its two labels an image gets.
  public enum Labels: Sendable, Hashable {
    /// A hundred classes.
    case fine
    /// Twenty groups.
    case coarse
  }

  public static let shape = CIFARRecords.shape

  /// The images of one file, with pixels in [0, 1].
  /// - Throws: `DataError` if it is empty, no whole number of records, or has a label that is too large.
  public static func read(_ source: FileBytes, labels: Labels = .fine) throws(DataError) -> ImageDataset {
    let records =
      switch labels {
      case .fine: CIFARRecords(name: "CIFAR-100", labelBytes: 2, labelAt: 1, classCount: 100)
      case .coarse: CIFARRecords(name: "CIFAR-100", labelBytes: 2, labelAt: 0, classCount: 20)
      }
    return try records.read([source])
  }
}
