import Graphics
import Notebook
import Report
import Typography

extension ReportSetter {
  /// Title, authors, the paper that is reproduced, abstract and verdicts.
  func appendFrontMatter(to list: inout VerticalList, _ frame: Frame) {
    var words = inlineSetter(frame.measure)
    words.append(report.title, .title)
    let title = lines(
      words, frame.with(text: .title), alignment: .left, hyphenates: false, tag: tree.add("H1", in: frame.tag))
    list.append([.box(VerticalBox.stack(title))], before: 0, after: 4, keepsNext: true)
    if !report.subtitle.isEmpty {
      let tag = tree.add("P", in: frame.tag)
      var words = inlineSetter(frame.measure)
      words.append(report.subtitle, .subtitle)
      let boxes = lines(words, frame.with(text: .subtitle), alignment: .left, hyphenates: false, tag: tag)
      list.append([.box(VerticalBox.stack(boxes))], before: 2, after: 6, keepsNext: true)
    }
    appendAuthors(to: &list, frame)
    if let date = report.date {
      let tag = tree.add("P", in: frame.tag)
      let setting = TextSetting.affiliation
      list.append([.box(line(date, setting, x: frame.x, baseline: setting.strutAscent, tag: tag))], before: 2, after: 6, keepsNext: true)
    }
    let rule = PageElement(.fill(width: frame.measure, height: 0.6, color: Palette.rule), x: frame.x, y: 0)
    list.append([.box(VerticalBox(height: 0.6, elements: [rule]))], before: 7, after: 6, keepsNext: true)
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
    let setting = TextSetting.paper
    var setter = inlineSetter(frame.measure)
    setter.append([.smallCapitals("Reproduces")], setting)
    setter.append(" \u{A0}", setting)
    if !paper.authors.isEmpty { setter.append(Self.enumerated(paper.authors) + ". ", setting) }
    setter.append(paper.title, TextSetting(.serifItalic, setting.size, leading: setting.leading))
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
    // Names are not divided.
    let boxes = lines(setter, frame.with(text: setting), alignment: .left, hyphenates: false, tag: tag)
    list.append(paragraphItems(boxes), before: 4, after: 6)
  }

  static func enumerated(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func appendAbstract(to list: inout VerticalList, _ frame: Frame) {
    guard !report.abstract.isEmpty else { return }
    var inner = VerticalList()
    var narrow = frame.inset(left: 24, right: 24).with(text: .abstract).with(tag: tree.add("Sect", in: frame.tag))
    narrow.isBoxed = true
    var blocks = report.abstract
    // The word runs into the first paragraph.
    if case .paragraph(let content)? = blocks.first {
      blocks[0] = .paragraph([.smallCapitals("Abstract."), .text(" \u{A0}")] + content)
    }
    append(blocks, to: &inner, narrow)
    list.append(inner.items, before: 6, after: 9)
  }
}
