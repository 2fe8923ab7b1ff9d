/// A node of the math list: what it is, and which bytes of the TeX source it was written as.
package struct MathNode: Sendable, Hashable {
  package var kind: Kind
  /// Bytes of the source; what a macro expanded to has the range of the macro's call.
  package var range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The sorts of nodes, after the noads of the TeXbook, chapter 17 and appendix G.
  package indirect enum Kind: Sendable, Hashable {
    /// One symbol: a letter, a digit, an operator sign.
    case atom(MathAtom)
    /// A sum, product or integral sign, with where its limits go.
    case bigOperator(scalar: UInt32, limits: MathLimits)
    /// A function name in upright letters, such as `log`; U+2009 stands for a thin space.
    case operatorName(String, limits: MathLimits)
    /// A braced sub-formula, which spaces as an ordinary atom.
    case group([MathNode])
    /// A sub-formula that spaces as the given class: `\mathop`, `\mathrel`, …
    case classed(MathClass, [MathNode], limits: MathLimits)
    /// Subscript and superscript; no base means an empty one.
    case scripts(base: MathNode?, sub: [MathNode]?, sup: [MathNode]?)
    case fraction(MathFraction)
    /// A root with an optional degree.
    case radical([MathNode], degree: [MathNode]?)
    /// `\left … \middle … \right`: one more segment than middles; nil is the empty delimiter.
    case fenced(left: UInt32?, segments: [[MathNode]], middles: [UInt32?], right: UInt32?)
    /// `\big` to `\Bigg`, sizes 1 to 4.
    case sizedDelimiter(UInt32?, size: Int, class: MathClass)
    case accent(MathAccent, [MathNode])
    /// A brace, bracket or arrow as wide as what it stands over or under.
    case stretched(scalar: UInt32, above: Bool, [MathNode])
    /// `\overline` and `\underline`.
    case line(above: Bool, [MathNode])
    /// `\overset`, `\underset`, `\stackrel`.
    case stack(base: [MathNode], over: [MathNode]?, under: [MathNode]?)
    /// An arrow as long as its labels: `\xrightarrow`.
    case longArrow(scalar: UInt32, over: [MathNode], under: [MathNode]?)
    /// Words, set as running text.
    case text(String, MathTextStyle)
    case space(MathLength)
    /// The rest of a group in another style; spaces as if it were not there.
    case styled(MathStyle, [MathNode])
    /// A sub-formula in a colour; spaces as if it were not there.
    case colored(MathColor, [MathNode])
    /// Takes up the place of its body: none of it is drawn.
    case phantom([MathNode], horizontal: Bool, vertical: Bool)
    /// Drawn, but without height or depth.
    case smashed([MathNode], top: Bool, bottom: Bool)
    /// `\boxed`, `\cancel`, …
    case enclosed(MathEnclosure, [MathNode])
    /// On a coloured ground, perhaps with a frame: `\colorbox`, `\fcolorbox`.
    case shaded(MathColor, border: MathColor?, [MathNode])
    /// Drawn without taking up width, to the left, to the right or about its place: `\mathllap`, `\mathrlap`, `\mathclap`.
    case lapped([MathNode], MathArray.Alignment)
    /// Moved up, or, without a length, centred on the axis: `\raisebox`, `\vcenter`.
    case raised(MathLength?, [MathNode])
    /// In a larger or smaller font: `\Large`.
    case scaled(Double, [MathNode])
    /// A filled rectangle whose lower edge is raised from the baseline.
    case rule(width: MathLength, height: MathLength, raise: MathLength)
    /// One list for each style, the first for display: `\mathchoice`.
    case choice([[MathNode]])
    /// An arrow, or another sign, that stands between the rows of a diagram, with its labels.
    case tallArrow(scalar: UInt32?, left: [MathNode], right: [MathNode])
    /// `\not` before a symbol that has no negated form of its own.
    case negated(MathNode)
    case array(MathArray)
    /// A sub-formula that leads elsewhere: `\eqref`, `\href`; spaces as a braced one.
    case linked(MathLink, [MathNode])
    /// What could not be understood: shown in red as it was written.
    case error(String)
  }
}
