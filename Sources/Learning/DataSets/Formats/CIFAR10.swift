/// CIFAR-10, binary version: colour images of 32 × 32 pixels in ten classes.
///
/// The files are `data_batch_1.bin` … `data_batch_5.bin` and `test_batch.bin`, of 10 000 images each.
/// - Source: A. Krizhevsky, "Learning multiple layers of features from tiny images" (2009).
public enum CIFAR10 {
  public static let classNames = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]
  public static let shape = CIFARRecords.shape

  private static let records = CIFARRecords(name: "CIFAR-10", labelBytes: 1, labelAt: 0, classCount: 10)

  /// The images of one file, with pixels in [0, 1].
  /// - Throws: `DataError` if it is empty, no whole number of records, or has a label above 9.
  public static func read(_ source: FileBytes) throws(DataError) -> ImageDataset { try records.read([source]) }

  /// The images of several files, one after the other.
  public static func read(_ sources: [FileBytes]) throws(DataError) -> ImageDataset { try records.read(sources) }
}
