extension CodeGrammar {
  static let swift = CodeGrammar(
    keywords: words(
      """
      actor any as associatedtype async await borrowing break case catch class consuming continue default defer deinit do dynamic else enum
      extension fallthrough false fileprivate final for func get guard if import in indirect infix init inout internal is isolated lazy
      let macro mutating nil nonisolated nonmutating open operator optional override package postfix precedencegroup prefix private
      protocol public repeat required rethrows return self Self sending set some static struct subscript super switch throw throws true
      try typealias unowned unsafe var weak where while willSet didSet
      """),
    typesAreCapitalized: true, lineComment: Array("//".utf8), hasBlockComments: true, blockCommentsNest: true,
    strings: [
      StringForm("#\"\"\"", "\"\"\"#", hasEscapes: false, isMultiline: true), StringForm("\"\"\"", isMultiline: true),
      StringForm("#\"", "\"#", hasEscapes: false), StringForm("\""),
    ],
    interpolates: true, annotationMarks: [UInt8(ascii: "@"), UInt8(ascii: "#")])

  static let python = CodeGrammar(
    keywords: words(
      """
      False None True and as assert async await break case class continue def del elif else except finally for from global if import in
      is lambda match nonlocal not or pass raise return self try while with yield
      """),
    types: words("bool bytes complex dict float frozenset int list object set str tuple"), typesAreCapitalized: true,
    lineComment: Array("#".utf8),
    strings: [StringForm("\"\"\"", isMultiline: true), StringForm("'''", isMultiline: true), StringForm("\""), StringForm("'")],
    stringPrefixes: ["r", "b", "f", "u", "rb", "br", "fr", "rf"], annotationMarks: [UInt8(ascii: "@")])

  static let sql = CodeGrammar(
    keywords: words(
      """
      all and as asc between by case cast collate create cross current delete desc distinct drop else end escape except exclude exists
      filter first following for from full glob group groups having in index inner insert intersect into is isnull join last left like
      limit materialized natural not notnull null nulls offset on or order others outer over partition preceding range recursive
      regexp returning right row rows select set table then ties to unbounded union update using values view when where window with
      """),
    types: words("blob boolean double int integer numeric real text"), ignoresCase: true, lineComment: Array("--".utf8),
    hasBlockComments: true,
    strings: [StringForm("'", hasEscapes: false, isMultiline: true), StringForm("\"", hasEscapes: false, kind: .plain)])

  static let json = CodeGrammar(
    keywords: ["true", "false", "null"], marksCalls: false, strings: [StringForm("\"")], hasKeys: true)

  private static func words(_ list: String) -> Set<String> { Set(list.split { $0 == " " || $0 == "\n" }.map(String.init)) }
}
