import CQPDF
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An object of a `PDFFile`: a value or a reference; absent ones are null.
struct PDFObject {
  let file: PDFFile
  let handle: qpdf_oh

  private var data: qpdf_data { file.data }

  var isNull: Bool { qpdf_oh_is_null(data, handle) != 0 || qpdf_oh_is_initialized(data, handle) == 0 }
  var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
  var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
  var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }

  /// The number of an indirect object; 0 for others.
  var number: Int { Int(qpdf_oh_get_object_id(data, handle)) }

  var integer: Int? {
    qpdf_oh_is_integer(data, handle) != 0 ? Int(qpdf_oh_get_int_value(data, handle)) : nil
  }

  var double: Double? { qpdf_oh_is_number(data, handle) != 0 ? qpdf_oh_get_numeric_value(data, handle) : nil }

  var isTrue: Bool { qpdf_oh_is_bool(data, handle) != 0 && qpdf_oh_get_bool_value(data, handle) != 0 }

  /// A name with its slash.
  var name: String? {
    qpdf_oh_get_type_code(data, handle) == ot_name ? String(cString: qpdf_oh_get_name(data, handle)) : nil
  }

  var text: String? {
    qpdf_oh_is_string(data, handle) != 0 ? String(cString: qpdf_oh_get_utf8_value(data, handle)) : nil
  }

  /// The members of an array; empty for anything else.
  var items: [PDFObject] {
    guard isArray else { return [] }
    return (0..<qpdf_oh_get_array_n_items(data, handle)).map { file.object(qpdf_oh_get_array_item(data, handle, $0)) }
  }

  /// The keys of a dictionary in their order.
  var keys: [String] {
    guard isDictionary else { return [] }
    qpdf_oh_begin_dict_key_iter(data, handle)
    var keys: [String] = []
    while qpdf_oh_dict_more_keys(data) != 0 { keys.append(String(cString: qpdf_oh_dict_next_key(data))) }
    return keys
  }

  /// The dictionary of a stream.
  var dictionary: PDFObject { file.object(qpdf_oh_get_dict(data, handle)) }

  subscript(key: String) -> PDFObject {
    isDictionary ? file.object(qpdf_oh_get_key(data, handle, key)) : file.object(qpdf_oh_new_null(data))
  }

  func set(_ key: String, _ value: PDFObject) { qpdf_oh_replace_key(data, handle, key, value.handle) }

  func remove(_ key: String) { qpdf_oh_remove_key(data, handle, key) }

  func append(_ item: PDFObject) { qpdf_oh_append_item(data, handle, item.handle) }

  /// Makes it an object of its own, so that others can refer to it.
  func indirect() -> PDFObject { file.object(qpdf_make_indirect_object(data, handle)) }

  /// The decoded bytes of a stream; empty for anything else.
  var streamBytes: [UInt8] {
    guard isStream else { return [] }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard qpdf_oh_get_stream_data(data, handle, qpdf_dl_generalized, nil, &buffer, &count) & 2 == 0, let buffer else { return [] }
    defer { free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  func replaceStream(with bytes: [UInt8]) {
    let none = qpdf_oh_new_null(data)
    bytes.withUnsafeBufferPointer { qpdf_oh_replace_stream_data(data, handle, $0.baseAddress, $0.count, none, none) }
  }
}
