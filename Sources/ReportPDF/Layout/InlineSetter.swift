import Graphics
import Report
import Typography

/// Turns running text into a paragraph: faces, marks, boxes for formulas and images.
struct InlineSetter {
  /// What a `ParagraphBox` of the paragraph stands for.
  enum Box {
    case formula(FormulaBox)
    case image(ReportImage, width: Double, height: Double)
  }

  /// The look in force.
  struct State {
    var setting: TextSetting
    var mark: InlineMark
    var rise = 0.0

    var style: TextStyle { setting.style }

    mutating func turn(bold: Bool? = nil, italic: Bool? = nil) {
      setting.role = setting.role.with(bold: bold ?? setting.role.isBold, italic: italic ?? setting.role.isItalic)
    }
  }

  let formulas: FormulaSetter
  private(set) var paragraph: ParagraphBuilder
  private(set) var marks: [InlineMark] = []
  private(set) var boxes: [Box] = []
  /// The direction of the first letter.
  private(set) var direction: TextDirection?
  /// Images and formulas are never wider.
  let measure: Double

  /// What a box of the paragraph stands for.
  func box(_ id: Int) -> Box? { boxes.indices.contains(id) ? boxes[id] : nil }

  init(typesetter: ParagraphTypesetter, formulas: FormulaSetter, measure: Double) {
    self.formulas = formulas
    self.measure = measure
    paragraph = typesetter.paragraph()
  }

  mutating func append(_ inlines: [ReportInline], _ setting: TextSetting) {
    append(inlines, State(setting: setting, mark: InlineMark(color: setting.color)))
  }

  /// - Parameter isQuiet: the link keeps the colour of the text.
  mutating func append(_ text: String, _ setting: TextSetting, link: LinkTarget? = nil, isQuiet: Bool = false) {
    var mark = InlineMark(color: setting.color)
    if let link { mark = linked(mark, to: link) }
    if isQuiet { mark.color = setting.color }
    append(text, State(setting: setting, mark: mark))
  }

  private mutating func append(_ inlines: [ReportInline], _ state: State) {
    for inline in inlines { append(inline, state) }
  }

  private mutating func append(_ text: String, _ state: State) {
    if direction == nil { direction = TextDirection(of: text) }
    paragraph.append(text, state.style, mark: index(of: state.mark), rise: state.rise)
  }

  private mutating func index(of mark: InlineMark) -> Int {
    if let last = marks.lastIndex(of: mark) { return last }
    marks.append(mark)
    return marks.count - 1
  }

  private func linked(_ mark: InlineMark, to link: LinkTarget) -> InlineMark {
    var mark = mark
    mark.link = link
    mark.tag = "Link"
    mark.color = Palette.link
    return mark
  }

  private mutating func append(_ inline: ReportInline, _ state: State) {
    var inner = state
    switch inline {
    case .text(let text): append(text, state)
    case .emphasis(let content):
      inner.turn(italic: !state.setting.role.isItalic)
      append(content, inner)
    case .strong(let content):
      inner.turn(bold: true)
      append(content, inner)
    case .strikethrough(let content):
      inner.mark.isStruck = true
      append(content, inner)
    case .code(let code): appendCode(code, state)
    case .math(let formula): append(formula, state)
    case .link(let url, let content):
      inner.mark = linked(state.mark, to: .address(url))
      append(content, inner)
    case .internalLink(let anchor, let content):
      inner.mark = linked(state.mark, to: .anchor(anchor))
      append(content, inner)
    case .image(let image): append(image, state)
    case .footnoteMark(let number, let anchor, let id): appendFootnoteMark(number, anchor, id, state)
    case .superscript(let content):
      inner.setting.size *= 0.7
      inner.rise += 0.34 * state.setting.size
      append(content, inner)
    case .smallCapitals(let text): appendSmallCapitals(text, state)
    case .softBreak: paragraph.appendSpace(state.style, mark: index(of: state.mark))
    case .rawHTML: break
    case .lineBreak: paragraph.appendLineBreak()
    case .error(let text):
      inner.mark.color = Palette.error
      inner.turn(bold: true)
      append(text, inner)
    }
  }

  private mutating func appendCode(_ code: String, _ state: State) {
    var inner = state
    inner.setting.role = state.setting.role.isBold ? .monoBold : .mono
    inner.setting.features = []
    inner.setting.tracking = 0
    // The x-height of the fixed-width face is brought near that of the text.
    inner.setting.size *= state.setting.role.group(isSans: true) ? 0.92 : 0.83
    if state.mark.link == nil { inner.mark.tag = "Code" }
    append(code, inner)
  }

  private mutating func appendFootnoteMark(_ number: Int, _ anchor: String, _ id: String, _ state: State) {
    var inner = state
    inner.mark.link = .anchor(anchor)
    inner.mark.tag = "Link"
    inner.mark.color = Palette.link
    inner.mark.destination = id
    inner.mark.footnote = number
    inner.setting.size *= 0.68
    inner.setting.role = state.setting.role.with(bold: false, italic: false)
    inner.rise += 0.36 * state.setting.size
    append("\(number)", inner)
  }

  /// Capitals for capitals, small capitals for small letters; reduced capitals where the face has no small ones.
  private mutating func appendSmallCapitals(_ text: String, _ state: State) {
    var small = state
    if paragraph.fonts.face(state.setting.role).offers(.smallCapitals) {
      small.setting.features.insert(.smallCapitals)
      small.setting.tracking = 0.04
      return append(text, small)
    }
    small.setting.size *= 0.8
    var rest = Substring(text)
    while let first = rest.first {
      let isSmall = first.isLowercase
      let piece = rest.prefix { $0.isLowercase == isSmall }
      append(isSmall ? piece.uppercased() : String(piece), isSmall ? small : state)
      rest = rest.dropFirst(piece.count)
    }
  }

  private mutating func append(_ formula: MathFormula, _ state: State) {
    let pieces = formulas.inline(formula, size: state.setting.size, measure: measure)
    guard !pieces.isEmpty else {
      var inner = state
      inner.turn(italic: true)
      return append(formula.plainText, inner)
    }
    let mark = index(of: state.mark)
    for piece in pieces {
      let box = ParagraphBox(
        id: boxes.count, width: piece.box.width, ascent: piece.box.ascent, descent: piece.box.descent)
      boxes.append(.formula(piece.box))
      paragraph.append(box, state.style, mark: mark)
      if let penalty = piece.penaltyAfter { paragraph.appendOpportunity(penalty: penalty) }
      if piece.spaceAfter > 0 {
        paragraph.appendSpace(width: piece.spaceAfter, stretch: piece.spaceAfter * 0.5, shrink: 0, state.style, mark: mark)
      }
    }
  }

  private mutating func append(_ image: ReportImage, _ state: State) {
    guard let size = image.drawnSize else { return append("[\(image.alternativeText)]", state) }
    let scale = min(1, measure / size.width)
    let box = ParagraphBox(id: boxes.count, width: size.width * scale, ascent: size.height * scale, descent: 0)
    boxes.append(.image(image, width: box.width, height: box.ascent))
    paragraph.append(box, state.style, mark: index(of: state.mark))
  }
}

extension FontRole {
  /// Whether the role belongs to the sans serif family.
  func group(isSans: Bool) -> Bool {
    switch self {
    case .sans, .sansItalic, .sansBold, .sansBoldItalic: isSans
    default: !isSans
    }
  }
}
