import Foundation
import ReportHTML
import Tables

/// The folder that reports are written to.
struct OutputFolder {
  let path: String

  init(path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  /// Makes sure that it can be written to, before any experiment is run.
  func prepare() throws(FileOutput.Failure) {
    try FileOutput.makeFolder(path)
    guard access(path, W_OK) == 0 else { throw FileOutput.Failure(path: path, reason: String(cString: strerror(errno)).lowercased()) }
  }

  func folder(of slug: String) throws(FileOutput.Failure) -> String {
    try FileOutput.makeFolder("\(path)/\(slug)")
    return "\(path)/\(slug)"
  }

  /// Writes the page of all reports that are in the folder, whichever of them were rendered now.
  func writeIndex() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let entries = names.compactMap { name -> IndexEntry? in
      guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)/build.json"), let record = try? JSONValue(parsing: [UInt8](bytes)) else { return nil }
      return IndexEntry(record: record, picture: { picture($0, of: name) }, hasHTML: exists("\(name)/index.html"), hasPDF: exists("\(name)/\(name).pdf"))
    }
    try FileOutput.write(Array(IndexPageWriter().write(entries).utf8), to: "\(path)/index.html")
  }

  /// A report's picture within the index itself where that is not too large, else its path.
  private func picture(_ file: String, of name: String) -> String? {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)/\(file)") else { return nil }
    return IndexPicture.address(of: [UInt8](bytes), named: file) ?? file
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }
}

extension IndexEntry {
  /// From a `build.json`; nil if it is not one.
  /// - Parameter picture: the address of a file of the report.
  init?(record: JSONValue, picture: (String) -> String?, hasHTML: Bool, hasPDF: Bool) {
    guard let slug = record["slug"]?.string, let title = record["title"]?.string else { return nil }
    self.init(
      slug: slug, title: title, lang: record["lang"]?.string, paper: record["paper"]?.string, scale: record["scale"]?.string ?? "",
      verdicts: record["verdicts"]?.members?.compactMap { member in member.value.integer.map { (member.key, $0) } } ?? [],
      thumbnail: record["thumbnail"]?.string.flatMap(picture), hasHTML: hasHTML, hasPDF: hasPDF)
  }
}
