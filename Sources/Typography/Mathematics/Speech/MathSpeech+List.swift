extension MathSpeech {
  /// A list in words. Delimiters are paired, so that norms, sets, inner products and arguments of functions are called
  /// what they are.
  static func describe(_ nodes: [MathNode]) -> String {
    let nodes = FlatMathList(nodes, style: .text).items.map(\.node).filter { !$0.isSilent }
    var words: [String] = []
    var index = 0
    while index < nodes.count {
      let rest = nodes[index...]
      if let (phrase, count) = operatorPhrase(rest) ?? word(rest) ?? sign(rest, isFirst: index == 0) {
        words.append(phrase)
        index += count
      } else if let fence = SpokenFence(rest) {
        words.append(phrase(of: fence, after: index > 0 ? nodes[index - 1] : nil))
        index += fence.count
      } else {
        words.append(phrase(nodes[index]))
        index += 1
      }
    }
    return joined(words.filter { !$0.isEmpty })
  }

  /// Expectations, gradients and divergences with what they apply to, and how many nodes that takes.
  private static func operatorPhrase(_ nodes: ArraySlice<MathNode>) -> (String, Int)? {
    guard let first = nodes.first else { return nil }
    let (sub, sup): ([MathNode]?, [MathNode]?) =
      if case .scripts(_, let sub, let sup) = first.kind { (sub, sup) } else { (nil, nil) }
    guard case .atom(let atom) = first.scriptBase.kind else { return nil }
    if atom.scalar == 0x2207 { return gradient(sub, sup, nodes) }
    guard nodes.count > 1, let name = expectation(atom), sup == nil else { return nil }
    let over = sub.map { " over \(condition($0))" } ?? ""
    guard let fence = SpokenFence(nodes.dropFirst()), fence.sup == nil, fence.sub == nil, !SpokenFence.isBar(fence.left)
    else { return ("\(name)\(over) of", 1) }
    return ("\(name)\(over) of \(ended(fence.body, "end \(name.dropFirst(4))"))", 1 + fence.count)
  }

  private static func expectation(_ atom: MathAtom) -> String? {
    guard atom.alphabet == .doubleStruck else { return nil }
    return atom.scalar == 0x45 ? "the expectation" : atom.scalar == 0x50 ? "the probability" : nil
  }

  private static func gradient(_ sub: [MathNode]?, _ sup: [MathNode]?, _ nodes: ArraySlice<MathNode>) -> (String, Int)? {
    let variable = sub.map { " with respect to \(closed(describe($0)))" } ?? ""
    if let sup {
      guard describe(sup) == "2" else { return nil }
      return ("the Hessian\(variable) of", 1)
    }
    let next = nodes.dropFirst().first
    if next?.atomScalar == 0x22C5 { return ("the divergence\(variable) of", 2) }
    return (next.map { $0.beginsOperand } ?? false ? "the gradient\(variable) of" : "gradient\(variable)", 1)
  }

  /// Upright letters side by side are one word; digits are one number, whose last may have scripts.
  private static func word(_ nodes: ArraySlice<MathNode>) -> (String, Int)? {
    var letters = ""
    var count = 0
    for node in nodes {
      guard case .atom(let atom) = node.kind, atom.alphabet.isForWords, atom.atomClass == .ordinary, atom.scalar < 0x250,
        let scalar = Unicode.Scalar(atom.scalar), scalar.properties.isAlphabetic
      else { break }
      letters.unicodeScalars.append(scalar)
      count += 1
    }
    return count > 1 ? (letters, count) : nil
  }

  /// Signs whose name depends on what stands beside them.
  private static func sign(_ nodes: ArraySlice<MathNode>, isFirst: Bool) -> (String, Int)? {
    guard let first = nodes.first, case .atom(let atom) = first.kind else { return nil }
    let rest = nodes.dropFirst()
    switch atom.scalar {
    case 0x2026, 0x22EF:
      // An ellipsis with something after it leads up to that.
      guard rest.count > 1, rest.first?.atomScalar == 0x2C, rest.dropFirst().first?.atomClass != .inner else { return nil }
      return ("and so on up to", 2)
    case 0x3A where !isFirst && atom.atomClass != .ordinary:
      // Of a definition `:=`, of a map `f : X → Y`, or of a condition.
      if rest.first?.atomScalar == 0x3D { return ("is defined as", 2) }
      if rest.first?.atomClass == .relation { return nil }
      let isMap = rest.prefix(12).contains { $0.atomScalar == 0x2192 }
      return rest.isEmpty ? nil : (isMap ? "from" : "such that", 1)
    case 0x22C5 where isFirst && rest.isEmpty: return ("dot", 1)
    default: return nil
    }
  }

  /// What stands between delimiters, by their kind and by what stands before them.
  private static func phrase(of fence: SpokenFence, after previous: MathNode?) -> String {
    switch fence.left {
    case 0x2016 where fence.isMatched: return norm(fence)
    case 0x7C where fence.isMatched:
      return scripted("the absolute value of \(ended(fence.body, "end absolute value"))", fence)
    case 0x27E8 where fence.isMatched && fence.items.count == 2:
      let (a, b) = (describe(fence.items[0]), describe(fence.items[1]))
      return scripted("the inner product of \(a) and \(b)" + (fence.body.count > 3 ? ", end inner product," : ""), fence)
    case 0x230A where fence.isMatched: return scripted("the floor of \(ended(fence.body, "end floor"))", fence)
    case 0x2308 where fence.isMatched: return scripted("the ceiling of \(ended(fence.body, "end ceiling"))", fence)
    case 0x7B where fence.isMatched:
      if let (elements, condition) = fence.condition {
        return scripted("the set of \(describe(elements)) such that \(closed(describe(condition))), end set,", fence)
      }
      if previous == nil || previous?.atomClass == .relation || previous?.atomClass == .binary {
        return scripted("the set \(closed(describe(fence.body))), end set,", fence)
      }
    case 0x28 where fence.isMatched && fence.sub == nil:
      if let previous, previous.isFunction, isPlain(fence.body) {
        return scripted("of \(describe(fence.body))", fence)
      }
    default: break
    }
    let open = SpokenSymbols.name(of: fence.left)
    return scripted("\(open) \(joined([describe(fence.body), SpokenSymbols.name(of: fence.right)]))", fence)
  }

  /// Whether an argument is short enough to go without its parentheses: no sums, no relations.
  private static func isPlain(_ nodes: [MathNode]) -> Bool {
    !nodes.isEmpty && nodes.count <= 7
      && FlatMathList(nodes, style: .text).items.allSatisfy { item in
        switch item.atomClass {
        case .binary, .relation, .operation, .opening, .closing, .inner: false
        default: item.node.delimiter == nil && !item.node.isFraction
        }
      }
  }

  private static func norm(_ fence: SpokenFence) -> String {
    var fence = fence
    var name = "the norm of"
    if let sub = fence.sub {
      switch describe(sub) {
      case "star": name = "the nuclear norm of"
      case "F": name = "the Frobenius norm of"
      case "op": name = "the operator norm of"
      case let short where sub.count == 1 && !short.contains(" "): name = "the \(short) norm of"
      default: name = ""
      }
      if name.isEmpty { name = "the norm of" } else { fence.sub = nil }
    }
    return scripted("\(name) \(ended(fence.body, "end norm"))", fence, isNorm: true)
  }

  /// A fence's phrase with what its scripts are called.
  private static func scripted(_ phrase: String, _ fence: SpokenFence, isNorm: Bool = false) -> String {
    var result = phrase
    if let sub = fence.sub { result = "\(closed(result)), sub \(closed(describe(sub)))," }
    if let sup = fence.sup {
      let comma = isNorm && !result.hasSuffix(",") ? "," : ""
      result += "\(comma) \(power(sup))"
    }
    return result
  }

  /// A list, with the words for its end if it is longer than one node.
  static func ended(_ nodes: [MathNode], _ end: String) -> String {
    let phrase = describe(nodes)
    return nodes.count > 1 ? "\(closed(phrase)), \(end)," : phrase
  }

  /// A phrase without the comma at its end.
  static func closed(_ phrase: String) -> String { phrase.hasSuffix(",") ? String(phrase.dropLast()) : phrase }

  /// Phrases side by side. Digits that belong together are said as one number.
  static func joined(_ words: [String]) -> String {
    var result = ""
    var lastWasDigit = false
    for var word in words {
      // A phrase that closes with a comma needs none of the next.
      if result.hasSuffix(","), word.hasPrefix(",") { word = word == "," ? "" : String(word.dropFirst(2)) }
      if word.isEmpty { continue }
      let isDigit = word.utf8.count == 1 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      let beginsWithDigit = word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      let continuesNumber = isDigit || word == "point" || (lastWasDigit && beginsWithDigit && word.contains(" "))
      if !result.isEmpty, !(lastWasDigit && continuesNumber), !word.hasPrefix(",") { result += " " }
      result += word == "point" && lastWasDigit ? "." : word
      lastWasDigit = (isDigit || word == "point") && (isDigit || lastWasDigit)
    }
    return result
  }
}

extension MathNode {
  /// Whether nothing is said for the node.
  fileprivate var isSilent: Bool {
    switch kind {
    case .space, .phantom, .rule: true
    default: false
    }
  }

  /// A letter, with or without scripts, accents and primes, that parentheses after it may hold the argument of.
  fileprivate var isFunction: Bool {
    switch scriptBase.kind {
    case .atom(let atom): atom.atomClass == .ordinary && atom.alphabet != .plain && !(0x30...0x39).contains(atom.scalar)
    case .operatorName(let name, _): !SpokenSymbols.function(name).hasPrefix("the ")
    case .accent(_, let body), .group(let body):
      body.count == 1 && body[0].isFunction
        || body.allSatisfy { if case .atom(let atom) = $0.kind { atom.alphabet.isForWords } else { false } }
    case .text(let words, _): !words.contains(" ")
    case .classed(.operation, _, _): true
    default: false
    }
  }

  /// Whether an operator before the node applies to it.
  fileprivate var beginsOperand: Bool {
    switch atomClass {
    case .relation, .binary, .closing, .punctuation: false
    default: true
    }
  }

  var isFraction: Bool {
    switch kind {
    case .fraction: true
    case .group(let body): body.count != 1 || body[0].isFraction
    default: false
    }
  }
}
