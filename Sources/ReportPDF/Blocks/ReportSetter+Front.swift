import Graphics
import Notebook
import Report
import Typography

extension ReportSetter {
  /// Title, authors, the paper that is reproduced, abstract and verdicts.
  func appendFrontMatter(to list: inout VerticalList, _ frame: Frame) {
    let title = lines(report.title, frame.with(text: .title), alignment: .left, tag: tree.add("H1", in: frame.tag))
    list.append([.box(VerticalBox.stack(title))], before: 0, after: 6, keepsNext: true)
    if !report.subtitle.isEmpty {
      let tag = tree.add("P", in: frame.tag)
      let boxes = lines(report.subtitle, frame.with(text: .subtitle), alignment: .left, tag: tag)
      list.append([.box(VerticalBox.stack(boxes))], before: 2, after: 8, keepsNext: true)
    }
    appendAuthors(to: &list, frame)
    if let date = report.date {
      let tag = tree.add("P", in: frame.tag)
      let setting = TextSetting.affiliation
      list.append([.box(line(date, setting, x: frame.x, baseline: setting.strutAscent, tag: tag))], before: 5, after: 8, keepsNext: true)
    }
    let rule = PageElement(.fill(width: frame.measure, height: 0.6, color: Palette.rule), x: frame.x, y: 0)
    list.append([.box(VerticalBox(height: 0.6, elements: [rule]))], before: 10, after: 7, keepsNext: true)
    if let paper = report.paper { appendPaper(paper, to: &list, frame) }
    appendAbstract(to: &list, frame)
    appendVerdicts(to: &list, frame)
  }

  private func appendAuthors(to list: inout VerticalList, _ frame: Frame) {
    for author in report.authors {
      let tag = tree.add("P", in: frame.tag)
      var setter = inlineSetter(frame.measure)
      setter.append(author.name, .author)
      if let affiliation = author.affiliation { setter.append("\u{A0}\u{A0} \(affiliation)", .affiliation) }
      if let orcid = author.orcid {
        setter.append("\u{A0}\u{A0} ORCID ", .affiliation)
        setter.append(orcid, .affiliation, link: .address("https://orcid.org/\(orcid)"))
      }
      let boxes = lines(setter, frame.with(text: .author), alignment: .left, tag: tag)
      list.append([.box(VerticalBox.stack(boxes))], before: 1, after: 1, keepsNext: true)
    }
  }

  private func appendPaper(_ paper: FrontMatter.Paper, to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("P", in: frame.tag)
    let setting = TextSetting(.serif, 9.6, leading: 12.8)
    var setter = inlineSetter(frame.measure)
    setter.append("Reproduces ", TextSetting(.serifBold, 9.6, leading: 12.8))
    if !paper.authors.isEmpty { setter.append(Self.enumerated(paper.authors) + ". ", setting) }
    setter.append(paper.title, TextSetting(.serifItalic, 9.6, leading: 12.8))
    let place = [paper.venue, paper.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    setter.append(place.isEmpty ? "." : ". \(place).", setting)
    var links: [(String, String)] = []
    if let arxiv = paper.arxiv { links.append(("arXiv:\(arxiv)", "https://arxiv.org/abs/\(arxiv)")) }
    if let doi = paper.doi { links.append(("doi:\(doi)", "https://doi.org/\(doi)")) }
    if let url = paper.url { links.append((url, url)) }
    if let code = paper.code { links.append(("code", code)) }
    for (index, link) in links.enumerated() {
      setter.append(index == 0 ? " " : ", ", setting)
      setter.append(link.0, setting, link: .address(link.1))
    }
    let boxes = lines(setter, frame.with(text: setting), alignment: .justified, tag: tag)
    list.append(paragraphItems(boxes), before: 4, after: 8)
  }

  static func enumerated(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func appendAbstract(to list: inout VerticalList, _ frame: Frame) {
    guard !report.abstract.isEmpty else { return }
    var inner = VerticalList()
    var narrow = frame.inset(left: 30, right: 30).with(text: .abstract).with(tag: tree.add("Sect", in: frame.tag))
    narrow.isBoxed = true
    var blocks = report.abstract
    // “Abstract” runs into the first paragraph.
    if case .paragraph(let content)? = blocks.first {
      blocks[0] = .paragraph([.strong([.text("Abstract.")]), .text(" \u{A0}")] + content)
    }
    append(blocks, to: &inner, narrow)
    list.append(inner.items, before: 8, after: 14)
  }

  /// The terms and values that say what the report was made from.
  func appendColophon(to list: inout VerticalList, _ frame: Frame) {
    guard !report.colophon.isEmpty else { return }
    let setting = TextSetting.colophon
    let tag = tree.add("Sect", in: frame.tag)
    let rule = PageElement(.fill(width: 60, height: 0.5, color: Palette.hairline), x: frame.x, y: 0)
    list.append([.box(VerticalBox(height: 0.5, elements: [rule]))], before: 22, after: 5, penalty: -10, keepsNext: true)
    let bold = TextSetting(.serifBold, setting.size, leading: setting.leading, color: setting.color)
    let head = line("Colophon", bold, x: frame.x, baseline: bold.strutAscent, tag: tree.add("P", in: tag))
    list.append([.box(head)], before: 2, after: 2, keepsNext: true)
    let indent = min(130, (report.colophon.map { width($0.term, setting) }.max() ?? 0) + 12)
    for entry in report.colophon {
      let node = tree.add("P", in: tag)
      var setter = inlineSetter(frame.measure - indent)
      setter.append(entry.value, setting)
      var boxes = lines(setter, frame.inset(left: indent).with(text: setting), alignment: .left, hyphenates: false, tag: node)
      if boxes.isEmpty { boxes = [VerticalBox(height: setting.leading, baseline: setting.strutAscent)] }
      let term = line(entry.term, setting, x: frame.x, baseline: boxes[0].baseline, tag: tree.add("Span", in: node))
      boxes[0].elements = term.elements + boxes[0].elements
      list.append(paragraphItems(boxes), before: 0, after: 0)
    }
  }
}
