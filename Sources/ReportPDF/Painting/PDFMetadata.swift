import CCairo
import Report
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file says about itself.
struct PDFMetadata {
  var report: Report

  func write(to canvas: PDFCanvas) {
    canvas.setMetadata(CAIRO_PDF_METADATA_TITLE, title)
    canvas.setMetadata(CAIRO_PDF_METADATA_AUTHOR, authors.joined(separator: ", "))
    canvas.setMetadata(CAIRO_PDF_METADATA_SUBJECT, subject)
    canvas.setMetadata(CAIRO_PDF_METADATA_KEYWORDS, keywords)
    canvas.setMetadata(CAIRO_PDF_METADATA_CREATOR, Self.creator)
    canvas.setMetadata(CAIRO_PDF_METADATA_CREATE_DATE, date)
    canvas.setMetadata(CAIRO_PDF_METADATA_MOD_DATE, date)
  }

  static let creator = "Reprise"

  var title: String { report.plainTitle }

  var authors: [String] { report.authors.map(\.name) }

  var date: String { Self.date(epoch: getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) }) }

  var subject: String {
    guard let paper = report.paper else { return report.subtitle.plainText }
    let place = [paper.venue, paper.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    return "Reproduction of " + ReportSetter.enumerated(paper.authors) + ": " + paper.title + (place.isEmpty ? "" : ", \(place)")
  }

  var keywords: String {
    var words = ["reproduction", report.slug]
    if let arxiv = report.paper?.arxiv { words.append("arXiv:\(arxiv)") }
    return words.joined(separator: ", ")
  }

  /// An instant in seconds since 1970 as ISO 8601; a fixed date when there is none.
  static func date(epoch: String?) -> String {
    guard let epoch, let seconds = Int(epoch), seconds >= 0, seconds < 253_402_300_800 else { return "2000-01-01T00:00:00Z" }
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // Days since 1 March of the year 0, in eras of 400 years.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(time)Z"
  }
}
