import Typography

/// What the head of every page begins with.
enum PageHead {
  static func open(title: String, lang: String, _ page: inout HTMLBuffer) {
    page.raw("<!doctype html>\n")
    page.open("html", ["lang": lang, "dir": TextDirection(language: lang) == .rightToLeft ? "rtl" : nil])
    page.raw("\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", text: title)
    page.raw("\n<meta name=\"generator\" content=\"Reprise\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
    // Without one, browsers ask the server for a picture.
    page.raw("<link rel=\"icon\" href=\"\(icon)\">\n")
  }

  /// A rising curve through three points.
  private static let icon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Cpath%20d='M1%2014C6%2013%209%2010%2014%202'%20fill='none'%20stroke='%230072b2'%20stroke-width='2.4'%20stroke-linecap='round'/%3E%3C/svg%3E"

  /// The browser itself makes sure that nothing is fetched.
  static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
}
