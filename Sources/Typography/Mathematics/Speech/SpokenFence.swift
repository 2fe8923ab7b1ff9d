/// What stands between two delimiters of a list, and the scripts of the closing one.
struct SpokenFence {
  var left: UInt32
  var right: UInt32
  var body: [MathNode]
  var sub: [MathNode]?
  var sup: [MathNode]?
  /// How many nodes of the list it takes.
  var count: Int

  /// The fence that a list begins with; nil when it begins with something else, or with a delimiter without partner.
  init?(_ nodes: ArraySlice<MathNode>) {
    guard let first = nodes.first else { return nil }
    if let whole = SpokenFence(growing: first) {
      self = whole
      return
    }
    guard let left = first.delimiter, SpokenFence.canOpen(left), !first.isClosingDelimiter else { return nil }
    var depth = 0
    // A partner further away is not looked for, so that unmatched ones cost little.
    for index in nodes.indices.dropFirst().prefix(400) {
      let node = nodes[index]
      guard let sign = node.scriptBase.delimiter else { continue }
      if SpokenFence.isBar(left) {
        if sign == left, depth == 0 {
          if index == nodes.startIndex + 1 { return nil }
          self.init(left, nodes, to: index)
          return
        }
        if SpokenFence.closers.contains(sign) { depth -= 1 } else if SpokenFence.openers.contains(sign) { depth += 1 }
        if depth < 0 { return nil }
      } else if SpokenFence.closers.contains(sign), !node.isOpeningDelimiter {
        if depth == 0 {
          self.init(left, nodes, to: index)
          return
        }
        depth -= 1
      } else if SpokenFence.openers.contains(sign) {
        depth += 1
      }
    }
    return nil
  }

  private init(_ left: UInt32, _ nodes: ArraySlice<MathNode>, to end: Int) {
    self.left = left
    right = nodes[end].scriptBase.delimiter ?? left
    body = Array(nodes[nodes.index(after: nodes.startIndex)..<end])
    if case .scripts(_, let sub, let sup) = nodes[end].kind { (self.sub, self.sup) = (sub, sup) }
    count = end - nodes.startIndex + 1
  }

  /// `\left … \right` with one pair of delimiters and no `\middle`.
  private init?(growing node: MathNode) {
    guard case .fenced(let left?, let segments, _, let right?) = node.scriptBase.kind, segments.count == 1 else { return nil }
    self.left = left
    self.right = right
    body = segments[0]
    if case .scripts(_, let sub, let sup) = node.kind { (self.sub, self.sup) = (sub, sup) }
    count = 1
  }

  static func isBar(_ scalar: UInt32) -> Bool { scalar == 0x7C || scalar == 0x2016 }

  private static func canOpen(_ scalar: UInt32) -> Bool { isBar(scalar) || openers.contains(scalar) }

  private static let openers: Set<UInt32> = [0x28, 0x5B, 0x7B, 0x27E8, 0x230A, 0x2308]
  private static let closers: Set<UInt32> = [0x29, 0x5D, 0x7D, 0x27E9, 0x230B, 0x2309]

  /// Whether the two delimiters are the round, square or other form of one kind.
  var isMatched: Bool {
    switch (left, right) {
    case (0x28, 0x29), (0x5B, 0x5D), (0x7B, 0x7D), (0x27E8, 0x27E9), (0x230A, 0x230B), (0x2308, 0x2309): true
    default: left == right
    }
  }

  /// The body divided at its commas.
  var items: [[MathNode]] { divided { $0.atomScalar == 0x2C } }

  /// The body before and after its first bar or colon: the elements of a set and their condition.
  var condition: (elements: [MathNode], condition: [MathNode])? {
    var depth = 0
    for (index, node) in body.enumerated() where index > 0 && index + 1 < body.count {
      guard let sign = node.scriptBase.delimiter ?? node.atomScalar else { continue }
      if SpokenFence.openers.contains(sign) { depth += 1 }
      if SpokenFence.closers.contains(sign) { depth -= 1 }
      let isBar = sign == 0x3A || sign == 0x2223 || (sign == 0x7C && body.count { $0.delimiter == 0x7C } == 1)
      if depth == 0, isBar, node.scriptBase == node { return (Array(body[..<index]), Array(body[(index + 1)...])) }
    }
    return nil
  }

  private func divided(at isSeparator: (MathNode) -> Bool) -> [[MathNode]] {
    var parts: [[MathNode]] = [[]]
    var depth = 0
    for node in body {
      if let sign = node.scriptBase.delimiter {
        if SpokenFence.openers.contains(sign) { depth += 1 }
        if SpokenFence.closers.contains(sign) { depth -= 1 }
      }
      if depth == 0, isSeparator(node) { parts.append([]) } else { parts[parts.count - 1].append(node) }
    }
    return parts
  }
}

extension MathNode {
  var atomScalar: UInt32? {
    if case .atom(let atom) = kind { return atom.scalar }
    return nil
  }

  /// The character of a delimiter that stands by itself, whatever its size.
  var delimiter: UInt32? {
    switch kind {
    case .atom(let atom):
      switch atom.atomClass {
      case .opening, .closing: atom.scalar
      case .ordinary where SpokenFence.isBar(atom.scalar): atom.scalar
      default: nil
      }
    case .sizedDelimiter(let scalar, _, _): scalar
    case .classed(.opening, let body, _), .classed(.closing, let body, _): body.count == 1 ? body[0].delimiter : nil
    default: nil
    }
  }

  fileprivate var isOpeningDelimiter: Bool { atomClass == .opening && scriptBase.kind == kind }
  fileprivate var isClosingDelimiter: Bool { scriptBase.atomClass == .closing }
}
