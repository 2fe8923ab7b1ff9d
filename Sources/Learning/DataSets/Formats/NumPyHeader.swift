/// What stands before the elements of a `.npy` file: a Python dictionary of type, order and shape.
struct NumPyHeader {
  var type: NumPyArray.ElementType
  var shape: [Int]

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads magic, version, length and dictionary; leaves the cursor at the elements.
  static func read(_ cursor: inout ByteCursor) throws(DataError) -> NumPyHeader {
    let file = cursor.source.name
    let start = try cursor.bytes(magic.count)
    guard start.elementsEqual(magic) else {
      throw .wrongStart(file: file, expected: "93 4e 55 4d 50 59 (a NumPy array, .npy)", found: DataError.hexadecimal(start))
    }
    let major = try cursor.littleEndian(1)
    let minor = try cursor.littleEndian(1)
    guard (1...3).contains(major) else {
      throw .unsupported(
        file: file, expected: "version 1, 2 or 3", found: "version \(major).\(minor) of the .npy format")
    }
    let length = try cursor.littleEndian(major == 1 ? 2 : 4)
    var dictionary = PythonDictionary(try cursor.bytes(length), file: file)
    let entries = try dictionary.read()
    return NumPyHeader(type: try type(entries["descr"], file), shape: try shape(entries, file))
  }

  private static func type(_ value: PythonDictionary.Value?, _ file: String) throws(DataError) -> NumPyArray.ElementType {
    let known = NumPyArray.ElementType.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    guard case .text(let text) = value else {
      throw .unsupported(file: file, expected: "'descr' to be one of " + known, found: "a structured array, or none")
    }
    guard let type = NumPyArray.ElementType(rawValue: text) else {
      throw .unsupported(
        file: file, expected: "one of \(known) (in NumPy: numpy.save(file, array.astype('float32')))",
        found: "elements of type '\(text)'")
    }
    return type
  }

  private static func shape(_ entries: [String: PythonDictionary.Value], _ file: String) throws(DataError) -> [Int] {
    guard case .truth(let isFortran) = entries["fortran_order"], case .tuple(let shape) = entries["shape"] else {
      throw .wrongValue(
        file: file, place: "header", expected: "the keys 'descr', 'fortran_order' and 'shape'",
        found: entries.keys.sorted().joined(separator: ", "))
    }
    // One dimension, or none, stands the same in both orders.
    guard !isFortran || shape.count < 2 else {
      throw .unsupported(
        file: file, expected: "C order (in NumPy: numpy.save(file, numpy.ascontiguousarray(array)))",
        found: "an array in Fortran order")
    }
    return shape
  }
}
