import Foundation

/// The start tags of a page in order, for rules about it.
struct PageElements {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text up to the next tag.
    var text: String
  }

  let all: [Element]

  init(_ html: String) {
    var elements: [Element] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let first = rest.first, first.isLetter else { continue }
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      elements.append(Element(name: name, attributes: PageElements.attributes(tag.dropFirst(name.count)), text: String(rest.prefix { $0 != "<" })))
      if name == "style" || name == "script", let close = rest.range(of: "</\(name)>") { rest = rest[close.upperBound...] }
    }
    all = elements
  }

  subscript(name: String) -> [Element] { all.filter { $0.name == name } }

  var ids: [String] { all.compactMap { $0.attributes["id"] } }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while let first = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
      rest = rest[first...]
      let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" })
      rest = rest.dropFirst(name.count)
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          value = String(rest.dropFirst().prefix { $0 != "\"" })
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = String(rest.prefix { !$0.isWhitespace })
          rest = rest.dropFirst(value.count)
        }
      }
      if name.isEmpty { break }
      attributes[name] = value
    }
    return attributes
  }
}
