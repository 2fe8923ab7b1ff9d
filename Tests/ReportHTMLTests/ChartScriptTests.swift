import Diagnostics
import Execution
import Experiments
import Notebook
import Report
import Testing
import Typography

@testable import ReportHTML

@Suite struct ChartScriptTests {
  private func page(_ text: String) throws -> String {
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: text))
    let execution = ExecutionResult(outcomes: [], diagnostics: [], statistics: ExecutionStatistics())
    let fonts = FontLibrary()
    let report = try ReportBuilder(notebook: notebook, execution: execution, fonts: fonts, options: .init(slug: "n", directory: ".")).build()
    return HTMLReportWriter(fonts: fonts).write(report)
  }

  /// Small, without anything from elsewhere, and readable by a browser that checks for `</script`.
  @Test func theScriptStaysSmall() {
    #expect(ChartScript.source.utf8.count < 8000)
    #expect(!ChartScript.source.contains("http") && !ChartScript.source.contains("</"))
    #expect(ChartScript.css.utf8.count < 1500)
  }

  @Test func onlyPagesWithChartsHaveIt() throws {
    let chart = "```{chart}\nlabel: fig-a\ncaption: A.\ndata: {values: [{x: 1, y: 10, c: u}, {x: 2, y: 1000, c: u}, {x: 1, y: 2, c: $v$}, {x: 2, y: 3, c: $v$}]}\nmark: line\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {type: log}}, color: 'c:N'}\n```\n"
    let words = try page("Words.\n")
    #expect(!words.contains(ChartScript.source) && !words.contains(ChartScript.css))
    let page = try page(chart + "\n" + chart.replacing("fig-a", with: "fig-b"))
    #expect(page.components(separatedBy: ChartScript.source).count == 2)
    #expect(page.contains("data-plots=\"[{&quot;p&quot;: ["))
    // The axes as they are, and the names of the series as buttons will find them.
    #expect(page.contains("&quot;k&quot;: &quot;log&quot;, &quot;a&quot;: 1, &quot;b&quot;: 1000}"))
    #expect(page.components(separatedBy: "class=\"entry\" data-key=\"$v$\"").count == 3)
  }
}
