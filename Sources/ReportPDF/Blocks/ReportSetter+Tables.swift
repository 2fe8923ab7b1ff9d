import Graphics
import Report
import Typography

extension ReportSetter {
  /// A table of the report with its caption above and its notes below; a short one with a caption floats, one that is
  /// too wide for its column does so across all of them.
  func append(_ table: TableBlock, to list: inout VerticalList, _ frame: Frame) {
    var setting = TableSetting(
      header: table.header.map { TableCell($0, isBold: true) }, rows: table.rows.map { $0.map { TableCell($0) } })
    setting.alignments = table.alignments
    setting.isRightToLeft = table.direction == .rightToLeft
    if geometry.columns > 1, !frame.isBoxed, TableComposer.minimumWidth(of: setting, by: self) > frame.measure {
      let mark = tree.mark
      let whole = stacked(items(for: table, setting, wide(frame)))
      if whole.height < geometry.textHeight { return list.append(float: whole, isWide: true) }
      tree.rewind(to: mark)
    }
    let block = items(for: table, setting, frame)
    let whole = stacked(block)
    if table.name != nil && !frame.isBoxed && whole.height < geometry.textHeight * 0.5 {
      list.append(float: whole)
    } else {
      list.append(block, before: 9, after: 10, penalty: 0)
    }
  }

  private func stacked(_ items: [VerticalItem]) -> VerticalBox {
    var list = VerticalList()
    list.append(items, before: 0, after: 0)
    return list.stacked()
  }

  private func items(for table: TableBlock, _ setting: TableSetting, _ frame: Frame) -> [VerticalItem] {
    var block: [VerticalItem] = []
    let inner = frame.with(tag: tree.add("Table", in: frame.tag))
    if table.name != nil || !table.caption.isEmpty {
      var caption = VerticalBox.stack(captionLines(table.name, table.caption, inner, anchor: table.anchor))
      if let anchor = table.anchor { caption.elements.insert(destination(anchor, y: -6), at: 0) }
      block = [.box(caption), .penalty(10_000), .space(4, stretch: 0)]
    } else if let anchor = table.anchor {
      var place = VerticalBox(height: 0)
      place.elements = [destination(anchor, y: -6)]
      block = [.box(place)]
    }
    block += items(for: setting, frame, tag: inner.tag)
    if !table.notes.isEmpty {
      block += [.penalty(10_000), .space(3, stretch: 0)]
      block += noteLines(table.notes, frame, isCentred: true).map(VerticalItem.box)
    }
    return block
  }

  /// "**Figure 2.** Caption", centred when it fits on a line.
  func captionLines(_ name: String?, _ caption: [ReportInline], _ frame: Frame, anchor: String?, isCentred: Bool = true) -> [VerticalBox] {
    var setter = inlineSetter(frame.measure)
    let setting = TextSetting.caption
    if let name {
      let bold = TextSetting(.serifBold, setting.size, leading: setting.leading)
      // Back to where it is first spoken of.
      let link = anchor.map { LinkTarget.anchor(LinkTarget.firstReference(to: $0)) }
      setter.append(name.nonBreaking, bold, link: link, isQuiet: true)
      if !caption.isEmpty { setter.append(".", bold) }
      if !caption.isEmpty { setter.append(" \u{A0}", setting) }
    }
    setter.append(caption, setting)
    let fits = setter.paragraph.widths.natural <= frame.measure
    let tag = tree.add("Caption", in: frame.tag)
    let alignment: ParagraphShape.Alignment = !isCentred ? .left : fits ? .center : .justified
    return lines(
      setter, frame.with(text: setting), alignment: alignment, hyphenates: alignment == .justified, tag: tag)
  }

  /// The rows of a table as items: rules, the head, rows between which a page may end.
  ///
  /// - Parameter tag: of the table, where its caption is in it already.
  func items(for table: TableSetting, _ frame: Frame, tag: Int? = nil) -> [VerticalItem] {
    let composer = TableComposer(setter: self, table: table, frame: frame, tag: tag ?? tree.add("Table", in: frame.tag))
    return composer.items()
  }
}
