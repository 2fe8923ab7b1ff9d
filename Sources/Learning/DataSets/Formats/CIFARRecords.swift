/// Records of the binary versions of CIFAR: label bytes, then the red, the green and the blue plane of 32 × 32 bytes.
struct CIFARRecords {
  static let shape = ImageShape(height: 32, width: 32, channels: 3)

  /// What messages call the set.
  let name: String
  /// Bytes before the pixels.
  let labelBytes: Int
  /// Which of them is the label.
  let labelAt: Int
  let classCount: Int

  var recordLength: Int { labelBytes + CIFARRecords.shape.size }

  /// The images of some files, one file after the other.
  func read(_ sources: [FileBytes]) throws(DataError) -> ImageDataset {
    let expected = "records of \(recordLength) bytes (\(name), binary version)"
    var files: [FileBytes] = []
    for source in sources {
      let file = try source.expanded(expected: expected)
      guard file.bytes.count.isMultiple(of: recordLength) else {
        throw .wrongSize(file: file.name, expected: "whole " + expected, found: file.bytes.count)
      }
      files.append(file)
    }
    let labels = try labels(files)
    let pixels = [Float](unsafeUninitializedCapacity: labels.count * CIFARRecords.shape.size) { buffer, filled in
      for file in files {
        for record in stride(from: 0, to: file.bytes.count, by: recordLength) {
          interleave(
            file.bytes, from: record + labelBytes, into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
          filled += CIFARRecords.shape.size
        }
      }
    }
    return ImageDataset(name: name, shape: CIFARRecords.shape, classCount: classCount, pixels: pixels, labels: labels)
  }

  private func labels(_ files: [FileBytes]) throws(DataError) -> [Int] {
    var labels: [Int] = []
    for file in files {
      for record in stride(from: 0, to: file.bytes.count, by: recordLength) {
        let label = Int(file.bytes[record + labelAt])
        guard label < classCount else {
          throw .wrongValue(
            file: file.name, place: "record \(record / recordLength)", expected: "a label of 0 to \(classCount - 1)",
            found: "\(label)")
        }
        labels.append(label)
      }
    }
    return labels
  }

  /// Turns three planes into pixels of three numbers.
  private func interleave(_ bytes: [UInt8], from start: Int, into target: UnsafeMutableBufferPointer<Float>) {
    let plane = CIFARRecords.shape.height * CIFARRecords.shape.width
    PixelValues.table.withUnsafeBufferPointer { values in
      for pixel in 0..<plane {
        for channel in 0..<3 {
          target.initializeElement(at: 3 * pixel + channel, to: values[Int(bytes[start + channel * plane + pixel])])
        }
      }
    }
  }
}
