import Graphics
import Notebook
import Report
import Tables
import Typography

/// A report that holds every block, with what is hard to set: long tables, tall formulas, names from everywhere, long
/// words, many floats, notes.
enum TortureReport {
  static func make() -> Report {
    var report = Report(slug: "torture", plainTitle: "Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation")
    report.title = [.text("Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation")]
    report.subtitle = [.text("A reproduction of Pillaud-Vivien, Reygner and Flammarion (2022) with "), math("d = 100"), .text(" coordinates")]
    report.authors = [
      .init(name: "Zoë Ångström", affiliation: "Université de Nîmes", orcid: "0000-0002-1825-0097"),
      .init(name: "Łukasz Żółć", affiliation: "Politechnika Gdańska"),
      .init(name: "Νίκος Παπαδόπουλος", affiliation: "ΕΜΠ"),
    ]
    report.date = "2026-11-21"
    report.paper = .init(
      title: "Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation",
      authors: ["Loucas Pillaud-Vivien", "Julien Reygner", "Nicolas Flammarion"], venue: "COLT", year: 2022, arxiv: "2206.09841")
    report.abstract = [
      .paragraph([
        .text("Understanding the implicit bias of training algorithms is of crucial importance in order to explain the success of overparametrised neural networks. We study the role of the label noise in the training dynamics of a quadratically parametrised model through its continuous time version, and find that "),
        math("x_t"), .text(" converges to the solution of a "), .emphasis([.text("Lasso program")]), .text("."),
      ])
    ]
    report.claims = claims
    report.blocks = sections.flatMap { $0 }
    report.footnotes = [
      note(1, "The noise is added afresh at every step, so that the variance of the increment is proportional to the squared learning rate; see the discussion of the scaling limit."),
      note(2, "Grüße aus Zürich. Čech, Dvořák, Škoda; Đặng Thị; Ğ, ı, Ş; Пётр Ильич Чайковский."),
      note(3, "A note with an address: https://example.org/a/very/long/path/that/does/not/fit/on/a/single/line/of/the/footnote/area/at/all?query=1&other=2"),
    ]
    report.bibliography = bibliography
    report.outline = report.blocks.compactMap {
      guard case .heading(let level, let number, let anchor, let title) = $0 else { return nil }
      return OutlineEntry(level: level, number: number, title: title, plainTitle: title.plainText, anchor: anchor)
    }
    report.colophon = [
      ColophonEntry("Scale", "standard"), ColophonEntry("Seed", "0"), ColophonEntry("Reprise", "0.1.0"),
      ColophonEntry("Digest of sources", String(repeating: "9f86d081884c7d659a2feaa0c55ad015", count: 4)),
    ]
    return report
  }

  /// Sixty figures of many sizes, a formula as tall as half a page and one as wide as three, tables that no column
  /// holds, quotations from right to left, characters that no face has.
  static func flood() -> Report {
    var report = Report(slug: "flood", plainTitle: "A flood of figures")
    report.blocks = [heading(1, "1", "Scripts"), .paragraph([.text(scripts)]), .blockQuote([text(hebrew)])] + giants
    report.blocks.append(heading(1, "2", "Sixty figures"))
    for number in 1...60 {
      if number % 3 != 2 { report.blocks.append(.paragraph([.text(prose + " See "), .internalLink(anchor: "fig-\(number)", [.text("Figure \(number)")]), .text(".")])) }
      report.blocks.append(figure(number, [456, 360, 222, 300, 130][number % 5], [150, 222, 140, 90, 60, 333][number % 6]))
    }
    report.blocks += [heading(1, nil, "References"), .bibliography]
    report.bibliography = bibliography
    return report
  }

  static let hebrew = "בראשית ברא אלהים את השמים ואת הארץ (Genesis 1:1), 𝑥 = 42."
  static let scripts = "Greek: Ἡράκλειτος. Cyrillic: Щукин. Hebrew: שלום. Arabic: السلام عليكم. Emoji: ☺ 🎉 👩🏽‍🔬. Chinese: 数学. Mathematics: ∀𝜀∃𝛿. Combining: n̈, x̂, Z̃. Ligatures: office, fluffy, difficult, Öffnung."

  static let giants: [ReportBlock] = [
    equation("\\begin{pmatrix} " + (1...18).map { "a_{\($0)} & \\frac{1}{1+\\frac{1}{x_{\($0)}}}" }.joined(separator: "\\\\ ") + " \\end{pmatrix}", "1"),
    equation("S = " + (1...60).map { "\\frac{x_{\($0)}^2}{\($0)}" }.joined(separator: " + ") + " = \\int_0^1 f(t)\\,\\mathrm{d}t", "2"),
    .paragraph([.text("A long formula in the text, "), math((1...40).map { "a_{\($0)}" }.joined(separator: " + ") + " = b"), .text(", is broken, and a word like "), .code(String(repeating: "extremely_long_identifier_", count: 9)), .text(" too.")]),
    .table(TableBlock(name: "Table 1", anchor: "tbl-w", caption: [.text("Sixteen columns.")], alignments: [], header: (1...16).map { [.text("Col. \($0)")] }, rows: (1...40).map { row in (1...16).map { [.text("\(row * $0 * 1001)")] } })),
    .list(ReportList(items: [.init(blocks: [.list(ReportList(items: [.init(blocks: [.list(ReportList(items: [item(prose)], start: 98, isTight: true))], isChecked: nil)], start: 1, isTight: true))], isChecked: nil)], start: 1000, isTight: false)),
    .callout(kind: .note, title: "A note longer than a page", (1...14).map { _ in text(prose) }),
    .code(CodeListing(language: "swift", text: (1...120).map { "let value\($0) = compute(\($0)) // " + String(repeating: "and so on ", count: $0 % 17) }.joined(separator: "\n"))),
  ]

  static let sections: [[ReportBlock]] = [introduction, displays, lists, tables, figures, ending]

  static func math(_ tex: String) -> ReportInline { .math(MathFormula(TeXMathParser().parse(tex), isDisplay: false)) }

  static func equation(_ tex: String, _ number: String?) -> ReportBlock {
    .equation(EquationBlock(formula: MathFormula(TeXMathParser().parse(tex), isDisplay: true), number: number, anchor: number.map { "eq-\($0)" }))
  }

  static func note(_ number: Int, _ text: String) -> ReportFootnote {
    ReportFootnote(number: number, anchor: "fn-\(number)", backAnchor: "fnref-\(number)", blocks: [.paragraph([.text(text)])])
  }

  static func mark(_ number: Int) -> ReportInline { .footnoteMark(number: number, anchor: "fn-\(number)", id: "fnref-\(number)") }

  static func heading(_ level: Int, _ number: String?, _ title: String) -> ReportBlock {
    .heading(level: level, number: number, anchor: "sec-" + (number ?? title), [.text(title)])
  }

  static func text(_ string: String) -> ReportBlock { .paragraph([.text(string)]) }

  static let prose = """
    Implicit regularisation is thought to be one of the reasons for the success of overparametrised models: among the many \
    interpolators the training algorithm selects one that generalises. Stochasticity plays a decisive rôle in this selection, \
    and the structure of the noise matters more than its magnitude. In what follows the dynamics are studied in continuous \
    time, where the behaviour is transparent, and every statement is checked against simulations of the discrete recursion \
    with the step sizes that practitioners use. The representation is deliberately elementary.
    """

  static let claims: [Claim] = [
    claim(1, .supported, "The iterates with label noise converge to the Lasso's solution.", "≤ 0.05", "0.012", nil),
    claim(2, .refuted, "Without label noise the limit depends on the initialisation only through its magnitude, and the rate is exponential.", "in [−1.1, −0.9]", "−0.42", "The slope leaves the interval on every seed."),
    claim(3, .inconclusive, "Larger noise makes the solution sparser.", "> 0.3", "0.31", "23 seeds would decide it."),
    claim(4, .blocked, "The final risk is at most twice that of the oracle.", "< 2", "–", "Experiment runs failed."),
    claim(5, .faulty, "The support is recovered.", "true", "–", "The query returned no row."),
  ]

  static func claim(_ number: Int, _ verdict: Claim.Verdict, _ text: String, _ expected: String, _ estimate: String, _ why: String?) -> Claim {
    Claim(
      number: number, anchor: "clm-\(number)", sourceInPaper: [.text("Theorem \(number)")], text: [.text(text)], verdict: verdict,
      expectation: [.text(expected)], measured: [.text("\(estimate) (95 % CI −0.05 to 0.07, n = 5)")], estimate: [.text(estimate)],
      explanation: why, figure: (name: "Figure 1", anchor: "fig-1"), sql: "SELECT 1")
  }

  static let introduction: [ReportBlock] = [
    heading(1, "1", "Introduction"),
    .paragraph([
      .text(prose + " The model is "), math("\\beta = x^2"), .text(" with loss "), math("L(x) = \\frac{1}{2n}\\sum_{i=1}^n (\\langle x^{2}, a_i\\rangle - y_i)^2"),
      .text(", and the noise"), mark(1), .text(" is of variance "), math("\\sigma^2 = \\delta\\, n^{-1} \\|A\\|_F^2 + O(\\gamma^{3/2}), \\quad \\gamma \\to 0"), .text(" (see "),
      .internalLink(anchor: "fig-1", [.text("Figure 1")]), .text(" and "), .internalLink(anchor: "eq-1", [.text("Equation (1)")]), .text(")."),
    ]),
    .paragraph([
      .text("Names from everywhere: Erdős, Đặng, Şimşek, Παπαδόπουλος, Чайковский; an astral symbol 𝔼, an arrow →, a tick ✓, a snowman ☃. "), .strong([.text("Strong words, ")]),
      .emphasis([.text("emphatic ones, "), .strong([.text("both at once, ")])]), .strikethrough([.text("struck-out ones that were wrong")]), .text(", "), .code("reprise render --to pdf"), .text(", "),
      .smallCapitals("Small Capitals"), .text(", the 2"), .superscript([.text("nd")]), .text(" power, "), .link(url: "https://arxiv.org/abs/2206.09841", [.text("a link to arXiv")]),
      .text(", an address https://example.org/some/really/long/path_with_underscores/and-hyphens/index.html?query=value&other=thing in the text"), mark(2), .text(", a dead link to "),
      .internalLink(anchor: "nowhere", [.text("nowhere")]), .text(", and an unresolved "), .error("@fig-missing"), .text("."),
    ]),
    .experiment(ExperimentBlock(
      label: "runs", anchor: "exp-runs", experiment: "label-noise-lasso/sparse-recovery", summary: [.text("Sparse recovery")], scale: "standard",
      parameters: [("n", "40"), ("d", "100"), ("step_size", "0.01"), ("steps", "100000")], sweeps: [("label_noise", "0, 0.1, 0.5")], seedsText: "5 seeds",
      jobCount: 15, tables: [("runs", 1500)])),
    .claim(claims[0]), text(prose), text(prose),
  ]

  static let displays: [ReportBlock] = [
    heading(1, "2", "Displays"),
    text("The stochastic differential equation reads:"),
    equation("\\mathrm{d}x_t = -\\nabla L(x_t)\\,\\mathrm{d}t + \\sqrt{\\frac{\\gamma\\delta}{n}}\\; x_t \\circ A^\\top \\mathrm{d}B_t", "1"),
    .paragraph([.text("where "), math("B_t"), .text(" is a Brownian motion. A tall one, whose number must not collide:")]),
    equation("\\left(\\sum_{i=1}^{n}\\frac{\\displaystyle\\int_0^{\\infty} e^{-s^2}\\,\\mathrm{d}s}{1+\\frac{1}{1+\\frac{1}{x_i}}}\\right)^{2} = \\begin{pmatrix} a & b & c\\\\ d & e & f\\\\ g & h & i \\end{pmatrix}", "2"),
    equation("L(x_1,\\dots,x_d) = \\frac{1}{2n}\\sum_{i=1}^n\\Bigl(\\sum_{j=1}^d a_{ij} x_j^2 - y_i\\Bigr)^2 + \\lambda_1\\sum_{j=1}^d |x_j|^2 + \\lambda_2 \\sum_{j=1}^d \\log\\bigl(1 + x_j^2/\\varepsilon^2\\bigr) + \\mathbb{E}\\bigl[\\langle\\xi, A x\\rangle\\bigr] + \\operatorname{const}", "3"),
    equation("E = mc^2", nil),
    heading(2, "2.1", "Code"),
    .code(CodeListing(language: "yaml", text: "label: runs      # the name of the table\nn: 40\nsweep: {label_noise: [0, 0.1, 0.5]}\nscales:\n  paper: {steps: 10000000, a_very_long_key_that_goes_on: \"and a value that is much too long to fit on one line of the listing\"}")),
    .code(CodeListing(language: "sql", text: "SELECT method, mean(risk) AS risk\nFROM runs -- all of them\nWHERE t BETWEEN 1e3 AND 1e5\nGROUP BY method ORDER BY risk")),
    .callout(kind: .note, title: "Note", [.paragraph([.text("A callout with mathematics "), math("\\alpha + \\beta"), .text(" and a list:")]), .list(ReportList(items: [item("first"), item("second")], start: nil, isTight: true))]),
    .callout(kind: .warning, title: "Warning", [text(prose)]),
    .callout(kind: .caution, title: "Caution", [text("Short.")]), .callout(kind: .tip, title: "Tip", [text("Short.")]), .callout(kind: .important, title: "Important", [text("Short.")]),
    .failure(FailureBlock(kind: .failed, anchor: "fail-1", title: "Experiment runs failed", messages: ["It was killed by signal 9 after 60 s.", "The limit of memory is 2 GB."], excerpt: ["main.swift:12: Fatal error: boom", "  12 | let x = array[10]", "     |         ^"])),
    .failure(FailureBlock(kind: .blocked, anchor: nil, title: "Figure 9 is blocked", messages: ["It needs runs, which failed."], excerpt: [])),
  ]

  static func item(_ string: String, _ isChecked: Bool? = nil) -> ReportList.Item { .init(blocks: [text(string)], isChecked: isChecked) }

  static let lists: [ReportBlock] = [
    heading(1, "3", "Lists and quotations"),
    text("Lists are nested, numbered and ticked."),
    .list(ReportList(items: [item("An item."), .init(blocks: [text(prose), .list(ReportList(items: [item("inner one"), item("inner two")], start: 9, isTight: true))], isChecked: nil), item("Last.")], start: nil, isTight: false)),
    .list(ReportList(items: [item("done", true), item("to be done", false)], start: nil, isTight: true)),
    .blockQuote([text(prose)]), .thematicBreak, text(prose), .claim(claims[1]), .claim(claims[2]), .claim(claims[3]), .claim(claims[4]),
  ]

  static let tables: [ReportBlock] = [
    heading(1, "4", "Tables"),
    .paragraph([.text("A short table is "), .internalLink(anchor: "tbl-1", [.text("Table 1")]), .text("; a long one is "), .internalLink(anchor: "tbl-2", [.text("Table 2")]), .text(", broken over pages. " + prose)]),
    .table(TableBlock(name: "Table 1", anchor: "tbl-1", caption: [.text("Final risk, mean over seeds.")], alignments: [.left, .right, .right, .center], header: ["Method", "Risk", "± s.e.m.", "Seeds"].map { [.text($0)] }, rows: [["gd", "0.1234", "0.0021", "5"], ["sgd", "0.0671", "0.0107", "5"], ["label noise", "0.0093", "0.0004", "5"]].map { $0.map { [.text($0)] } }, notes: ["2 rows are not shown."])),
    .table(TableBlock(name: "Table 2", anchor: "tbl-2", caption: [.text("A table of many rows.")], alignments: [.right, .left, .left], header: ["No.", "Name", "Explanation"].map { [.text($0)] }, rows: (1...70).map { row in [[.text("\(row)")], [math("x_{\(row)}")], [.text(row % 7 == 0 ? prose : "Row \(row) of the long table")]] })),
    .table(TableBlock(name: nil, anchor: nil, caption: [], alignments: [], header: (1...12).map { [.text("Column \($0)")] }, rows: [(1...12).map { [.text("Something \($0) thousandfold")] }])),
    text("Text after the tables. " + prose),
  ]

  static func chart(_ width: Double, _ height: Double, plotted: Bool = false) -> FigureBlock.Content {
    var items: [DisplayItem] = [.shape(ShapeItem(.rect(Rect(x: 0, y: 0, width: width, height: height), cornerRadius: 0), stroke: Stroke(Paint(.role(.axis)), width: 0.6)))]
    for series in 0..<3 {
      let points = (0...50).map { Point(width * Double($0) / 50, height * (0.2 + 0.2 * Double(series) + 0.1 * Double(($0 * ($0 + series)) % 7) / 7)) }
      items.append(.shape(ShapeItem(.polyline(points), stroke: Stroke(Paint(.series(series)), width: 1.25))))
    }
    items.append(.text(TextItem("Iteration", style: TextStyle(.sans, size: 8.5), paint: Paint(.role(.ink)), origin: Point(width / 2, height - 4), width: 30)))
    return .chart(FigureChart(list: DisplayList(width: width, height: height, items: items), alternativeText: "Three lines.", plotted: plotted ? Table([Column("x", .integer([1])), Column("y", .real([2.5]))]) : Table([])))
  }

  static func image(_ bytes: [UInt8], _ text: String) -> FigureBlock.Content {
    guard let file = PictureFile(bytes: bytes) else { preconditionFailure("not a picture") }
    return .image(ReportImage(file: file, alternativeText: text))
  }

  static func figure(_ number: Int, _ width: Double, _ height: Double) -> ReportBlock {
    .figure(FigureBlock(name: "Figure \(number)", anchor: "fig-\(number)", fileName: "fig-\(number)", caption: [.text("Excess risk of the last iterate for three capacity exponents "), math("\\alpha"), .text(". Dashed, the rate of Theorem 2, which the simulations follow over four decades.")], notes: ["Line: mean over 5 seeds. Band: 95 % confidence interval of the mean"], content: chart(width, height, plotted: number == 1), source: nil))
  }

  static let figures: [ReportBlock] = [
    heading(1, "5", "Figures"),
    .paragraph([.text(prose + " See "), .internalLink(anchor: "fig-1", [.text("Figure 1")]), .text(" to "), .internalLink(anchor: "fig-6", [.text("Figure 6")]), mark(3), .text(".")]),
    figure(1, 456, 230), figure(2, 360, 222), text(prose), figure(3, 222, 150), figure(4, 456, 640), text(prose), text(prose), figure(5, 360, 300), figure(6, 144, 120),
    .figure(FigureBlock(name: "Figure 7", anchor: "fig-7", fileName: "fig-7", caption: [.text("An image.")], notes: [], content: image(png, "A square"), source: nil)),
    .figure(FigureBlock(name: "Figure 8", anchor: "fig-8", fileName: "fig-8", caption: [.text("A drawing.")], notes: [], content: image(Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"></svg>".utf8), "A sketch of the setting"), source: nil)),
    text(prose), text(prose), text(prose), text(prose), text(prose), text(prose),
  ]

  static let ending: [ReportBlock] = [heading(1, nil, "References"), .bibliography]

  static let bibliography: [BibliographyEntry] = (1...9).map { number in
    BibliographyEntry(
      key: "key\(number)", anchor: "ref-\(number)", mark: nil,
      content: [.text("Pillaud-Vivien, L., Reygner, J., and Flammarion, N. (2022\(number == 1 ? "a" : "b")). Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation. "), .emphasis([.text("Proceedings of Machine Learning Research")]), .text(", 178:2127–2159. "), .link(url: "https://arxiv.org/abs/2206.09841", [.text("arXiv:2206.09841")]), .text(".")])
  }

  /// A PNG file of 4 × 3 pixels.
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x04,
    0x00, 0x00, 0x00, 0x03, 0x08, 0x02, 0x00, 0x00, 0x00, 0x3B, 0x96, 0x39, 0x91, 0x00, 0x00, 0x00, 0x28, 0x49, 0x44, 0x41,
    0x54, 0x78, 0x9C, 0x0D, 0xC7, 0x41, 0x01, 0x00, 0x30, 0x10, 0xC2, 0xB0, 0xCA, 0x41, 0x04, 0x22, 0x4E, 0x0E, 0x4A, 0xAA,
    0x77, 0xCB, 0x2F, 0x80, 0xC1, 0xC3, 0x21, 0xD4, 0xD4, 0xAB, 0xEB, 0xCF, 0xCC, 0xBC, 0xB9, 0xF9, 0x00, 0xD3, 0x53, 0x0C,
    0xA9, 0xD9, 0x70, 0x0E, 0xDB, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
