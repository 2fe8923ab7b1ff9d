extension MathNode {
  /// The class that decides the space around the node; nil for nodes that are no atoms (space, style and colour changes).
  package var atomClass: MathClass? {
    switch kind {
    case .atom(let atom): atom.atomClass
    case .bigOperator, .operatorName: .operation
    case .classed(let atomClass, _, _): atomClass
    case .scripts(let base, _, _): base.map { $0.atomClass ?? .ordinary } ?? .ordinary
    // LaTeX's `\frac` wraps TeX's inner fraction in a group.
    case .fraction: .ordinary
    case .fenced: .inner
    case .array(let array): array.left == nil && array.right == nil ? .ordinary : .inner
    case .sizedDelimiter(_, _, let atomClass): atomClass
    case .stack(let base, _, _):
      base.count == 1 ? MathNode.spacingOfStack(base[0]) : .ordinary
    case .longArrow: .relation
    case .negated(let node): node.atomClass ?? .relation
    case .space, .styled, .colored, .choice: nil
    case .group, .radical, .stretched, .accent, .line, .text, .phantom, .smashed, .enclosed, .error, .shaded, .lapped,
      .raised, .scaled, .rule, .tallArrow, .linked:
      .ordinary
    }
  }

  /// Whether scripts of a stretched sign label it, as they do for braces and brackets.
  private static func isBrace(_ scalar: UInt32) -> Bool {
    (0x23B4...0x23B5).contains(scalar) || (0x23DC...0x23E1).contains(scalar)
  }

  private static func spacingOfStack(_ base: MathNode) -> MathClass {
    switch base.atomClass {
    case .relation: .relation
    case .binary: .binary
    default: .ordinary
    }
  }

  /// Whether the node is an operator with limits above or below.
  func hasLimits(in style: MathStyle) -> Bool {
    if case .scripts(let base?, _, _) = kind { return base.takesLimits(in: style) }
    return false
  }

  /// Whether scripts of this node go above and below in a style.
  package func takesLimits(in style: MathStyle) -> Bool {
    let limits: MathLimits
    switch kind {
    case .bigOperator(_, let placement), .operatorName(_, let placement): limits = placement
    case .classed(.operation, _, let placement): limits = placement
    case .stretched(let scalar, _, _): limits = MathNode.isBrace(scalar) ? .always : .never
    default: return false
    }
    switch limits {
    case .always: return true
    case .never: return false
    case .display: return style == .display
    }
  }
}
