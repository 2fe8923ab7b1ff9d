/// The Stanford Sentiment Treebank in two classes, as the GLUE benchmark has it: sentences of film reviews, one a line.
///
/// The files are `train.tsv` (67 349 sentences), `dev.tsv` (872) and `test.tsv`, which has no labels. The first line names
/// the columns: `sentence` and `label`, or `index` and `sentence`.
/// - Source: R. Socher et al., "Recursive deep models for semantic compositionality over a sentiment treebank" (2013);
///   A. Wang et al., "GLUE" (2019).
public enum SST2 {
  private static let expected = "a line 'sentence<TAB>label', then an example a line"

  /// The sentences with their labels, without blanks at their ends.
  /// - Throws: `DataError` if the file has no labels, or a line that is no example.
  public static func read(_ source: FileBytes) throws(DataError) -> TextDataset {
    let lines = try TextLines(source, expected: expected).lines
    let sentence = try column("sentence", lines[0], source)
    let label = try column("label", lines[0], source)
    var sentences: [String] = []
    var labels: [Int] = []
    for (number, line) in lines.enumerated().dropFirst() {
      let fields = try fields(line, like: lines[0], number, source)
      guard let value = Int(fields[label]), value == 0 || value == 1 else {
        throw .wrongValue(
          file: source.name, place: "line \(number + 1)", expected: "the label 0 or 1", found: "'\(fields[label])'")
      }
      sentences.append(trimmed(fields[sentence]))
      labels.append(value)
    }
    return TextDataset(name: "SST-2", classNames: ["negative", "positive"], sentences: sentences, labels: labels)
  }

  /// The sentences alone, of a file with labels or without.
  public static func sentences(_ source: FileBytes) throws(DataError) -> [String] {
    let lines = try TextLines(source, expected: "a line with the column 'sentence', then an example a line").lines
    let sentence = try column("sentence", lines[0], source)
    var sentences: [String] = []
    for (number, line) in lines.enumerated().dropFirst() {
      sentences.append(trimmed(try fields(line, like: lines[0], number, source)[sentence]))
    }
    return sentences
  }

  private static func column(_ name: String, _ header: Substring, _ source: FileBytes) throws(DataError) -> Int {
    let names = header.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let index = names.firstIndex(of: name) else {
      throw .unknownColumn(file: source.name, name: name, known: names)
    }
    return index
  }

  private static func fields(_ line: Substring, like header: Substring, _ number: Int, _ source: FileBytes)
    throws(DataError) -> [Substring]
  {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let expected = header.split(separator: "\t", omittingEmptySubsequences: false).count
    guard fields.count == expected else {
      throw .wrongValue(
        file: source.name, place: "line \(number + 1)", expected: "\(expected) fields between tabs",
        found: "\(fields.count)")
    }
    return fields
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
}
