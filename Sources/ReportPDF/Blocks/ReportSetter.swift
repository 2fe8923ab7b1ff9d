import Graphics
import Report
import Typography

/// Sets a report: turns its blocks into one column of boxes, spaces and floats, which pages are then cut from.
///
/// One for each report and thread; the blocks are set in extensions, a file each.
final class ReportSetter {
  let report: Report
  let fonts: FontLibrary
  let typesetter: ParagraphTypesetter
  let formulas: FormulaSetter
  let geometry: PageGeometry
  var tree = StructureTree()
  /// Anchors that have a place on a page; links to others are set as plain text.
  var destinations: Set<String> = []
  /// Whether the text being set is read in order, so that a reference in it may be the first to something.
  var isRunningText = false
  /// The level of the last heading in the structure.
  var headingLevel = 1

  init(report: Report, fonts: FontLibrary) {
    self.report = report
    self.fonts = fonts
    typesetter = ParagraphTypesetter(fonts: fonts, language: report.lang)
    formulas = FormulaSetter(fonts: fonts)
    geometry = PageGeometry(report.pdf)
  }

  /// The whole report in the order of reading: what stands across all columns at the start, and the column of text.
  func content() -> (opening: [VerticalItem], column: [VerticalItem]) {
    var list = VerticalList()
    appendFrontMatter(to: &list, Frame(x: 0, measure: geometry.measure, text: .body, tag: StructureTree.document))
    var opening: [VerticalItem] = []
    if geometry.columns > 1 {
      opening = list.items
      list = VerticalList()
    }
    let frame = Frame(x: 0, measure: geometry.columnMeasure, text: bodyText, tag: StructureTree.document)
    append(FloatAnchoring.moved(report.blocks), to: &list, frame)
    list.appendBarrier()
    appendColophon(to: &list, frame)
    return (opening, list.items)
  }

  /// The look of running text.
  var bodyText: TextSetting { geometry.columns > 1 ? .narrowBody : .body }

  /// A frame across all columns for what is too wide for one.
  func wide(_ frame: Frame) -> Frame {
    var wide = frame
    (wide.x, wide.measure) = (0, geometry.measure)
    return wide
  }

  /// The lines of a footnote, its number before the first.
  func footnote(_ number: Int) -> [VerticalBox] {
    guard let note = report.footnotes.first(where: { $0.number == number }) else { return [] }
    let tag = tree.add("Note", in: StructureTree.document)
    let labelTag = tree.add("Lbl", in: tag)
    var list = VerticalList()
    let indent = 12.0
    let frame = Frame(x: indent, measure: geometry.columnMeasure - indent, text: .footnote, tag: tag, isBoxed: true)
    append(note.blocks, to: &list, frame)
    var boxes: [VerticalBox] = list.items.compactMap { item in
      switch item {
      case .box(let box), .float(let box), .wide(let box): box
      case .space(let space, _): VerticalBox(height: space * 0.5)
      case .penalty, .barrier: nil
      }
    }
    guard !boxes.isEmpty else { return [] }
    let label = line(
      "\(number)", TextSetting.footnote, x: 0, baseline: boxes[0].baseline, tag: labelTag, link: .anchor(note.backAnchor))
    boxes[0].elements = [destination(note.anchor, y: 0)] + label.elements + boxes[0].elements
    return boxes
  }

  /// Appends blocks one after the other.
  func append(_ blocks: [ReportBlock], to list: inout VerticalList, _ frame: Frame) {
    var previous: ReportBlock?
    let groups = BlockGroup.groups(of: blocks) { !frame.isBoxed && fits($0, beside: $1, frame) }
    for (index, group) in groups.enumerated() {
      if case .block(.heading) = group, groups.indices.contains(index + 1), case .block(.bibliography) = groups[index + 1] {
        list.appendBarrier()
      }
      switch group {
      case .claims(let claims):
        append(claims, to: &list, frame)
        previous = claims.last.map(ReportBlock.claim)
      case .figures(let left, let right): append(left, beside: right, to: &list, frame)
      case .block(let block):
        append(block, after: previous, to: &list, frame)
        // A float may stand elsewhere: the text goes on as if it were not there.
        if block.floatAnchor == nil || frame.isBoxed { previous = block }
      }
    }
  }

  private func append(_ block: ReportBlock, after previous: ReportBlock?, to list: inout VerticalList, _ frame: Frame) {
    switch block {
    case .heading(let level, let number, let anchor, let title):
      appendHeading(level, number, anchor, title, to: &list, frame)
    case .paragraph(let content): appendParagraph(content, after: previous, to: &list, frame)
    case .list(let content): appendList(content, to: &list, frame)
    case .blockQuote(let blocks): appendBlockQuote(blocks, to: &list, frame)
    case .callout(let kind, let title, let blocks): appendCallout(kind, title, blocks, to: &list, frame)
    case .code(let listing): appendCode(listing, to: &list, frame)
    case .equation(let equation): appendEquation(equation, to: &list, frame)
    case .table(let table): append(table, to: &list, frame)
    case .figure(let figure): append(figure, to: &list, frame)
    case .experiment(let experiment): append(experiment, to: &list, frame)
    case .claim(let claim): append([claim], to: &list, frame)
    case .failure(let failure): append(failure, to: &list, frame)
    case .thematicBreak: appendThematicBreak(to: &list, frame)
    case .rawHTML: break
    case .bibliography: appendBibliography(to: &list, frame)
    }
  }

  /// An anchor's place.
  func destination(_ anchor: String, y: Double) -> PageElement {
    destinations.insert(anchor)
    return PageElement(.destination(anchor), x: 0, y: y)
  }
}
