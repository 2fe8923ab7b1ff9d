/// The bytes of a user's file and the name that messages call it by.
///
/// An experiment reads its files through its context, so that stored results are made anew when a file changes:
///
///     let images = try CIFAR10.read(FileBytes(name: path, bytes: context.data(path)))
///
/// Elsewhere a path will do: `try CIFAR10.read(FileBytes(path: "test_batch.bin"))`. Files compressed by gzip are
/// expanded by whatever reads them.
public struct FileBytes: Sendable, Equatable {
  /// What messages call it: a relative path, usually.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The source without its compression, if it is compressed by gzip, else itself.
  /// - Throws: `DataError.empty` if there is nothing, `DataError.corruptGzip` if it is damaged.
  func expanded(expected: String) throws(DataError) -> FileBytes {
    if bytes.isEmpty { throw .empty(file: name, expected: expected) }
    guard Gzip.isCompressed(bytes) else { return self }
    let expanded = try FileBytes(name: name, bytes: Gzip.expand(bytes, file: name))
    if expanded.bytes.isEmpty { throw .empty(file: name, expected: expected) }
    return expanded
  }
}
