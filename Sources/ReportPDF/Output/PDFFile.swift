import CQPDF
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A PDF file in memory whose objects can be read, changed and added to; qpdf does the work.
///
/// Confined to the thread that made it. Keys are written with their slash: `/Root`.
final class PDFFile {
  let data: qpdf_data

  /// - Throws: `PDFReportError.painting` for bytes that are not a PDF file.
  init(_ bytes: [UInt8]) throws(PDFReportError) {
    var data = qpdf_init()
    guard let opened = data else { throw .painting("no memory") }
    qpdf_silence_errors(opened)
    qpdf_set_suppress_warnings(opened, QPDF_BOOL(1))
    let code = bytes.withUnsafeBytes { raw in
      qpdf_read_memory(opened, "report", raw.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(raw.count), nil)
    }
    // Reading copies nothing: the bytes have to live as long as the file.
    self.bytes = bytes
    guard code & 2 == 0 else {
      let reason = Self.error(opened)
      qpdf_cleanup(&data)
      throw .painting(reason)
    }
    self.data = opened
  }

  private let bytes: [UInt8]

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  var root: PDFObject { object(qpdf_get_root(data)) }

  var trailer: PDFObject { object(qpdf_get_trailer(data)) }

  var pages: [PDFObject] {
    let count = Int(qpdf_get_num_pages(data))
    return (0..<max(0, count)).map { object(qpdf_get_page_n(data, Int($0))) }
  }

  /// All objects of the file by number.
  var objects: [PDFObject] {
    let size = trailer["/Size"].integer ?? 0
    return (1..<max(1, size)).map { object(qpdf_get_object_by_id(data, Int32($0), 0)) }
  }

  func object(_ handle: qpdf_oh) -> PDFObject { PDFObject(file: self, handle: handle) }

  /// The whole as a new file: objects packed, the identifier a digest of the content.
  func written() throws(PDFReportError) -> [UInt8] {
    qpdf_init_write_memory(data)
    qpdf_set_minimum_pdf_version(data, "1.7")
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    qpdf_set_deterministic_ID(data, QPDF_BOOL(1))
    guard qpdf_write(data) & 2 == 0 else { throw .painting(Self.error(data)) }
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }

  private static func error(_ data: qpdf_data) -> String {
    guard qpdf_has_error(data) != 0, let error = qpdf_get_error(data) else { return "the file is damaged" }
    return String(cString: qpdf_get_error_full_text(data, error))
  }
}

// MARK: - New objects

extension PDFFile {
  func name(_ text: String) -> PDFObject { object(qpdf_oh_new_name(data, text)) }
  func integer(_ value: Int) -> PDFObject { object(qpdf_oh_new_integer(data, Int64(value))) }
  func real(_ value: Double) -> PDFObject { object(qpdf_oh_new_real_from_string(data, PDFCanvas.decimal(value))) }
  func boolean(_ value: Bool) -> PDFObject { object(qpdf_oh_new_bool(data, QPDF_BOOL(value ? 1 : 0))) }

  /// A string for people to read.
  func text(_ text: String) -> PDFObject {
    object(text.withCString { qpdf_oh_new_unicode_string(data, $0) })
  }

  /// A string for programs: ASCII.
  func string(_ text: String) -> PDFObject { object(qpdf_oh_new_string(data, text)) }

  func array(_ items: [PDFObject] = []) -> PDFObject {
    let array = object(qpdf_oh_new_array(data))
    for item in items { array.append(item) }
    return array
  }

  func dictionary(_ entries: KeyValuePairs<String, PDFObject> = [:]) -> PDFObject {
    let dictionary = object(qpdf_oh_new_dictionary(data))
    for (key, value) in entries { dictionary.set(key, value) }
    return dictionary
  }

  /// A new stream, compressed when written.
  func stream(_ bytes: [UInt8], _ entries: KeyValuePairs<String, PDFObject> = [:]) -> PDFObject {
    let stream = object(qpdf_oh_new_stream(data))
    stream.replaceStream(with: bytes)
    for (key, value) in entries { stream.dictionary.set(key, value) }
    return stream
  }
}
