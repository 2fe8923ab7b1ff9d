import Diagnostics
import Execution
import Experiments
import Notebook
import Report
import Tables
import Typography

@testable import ReportHTML

/// Pages of notebooks whose experiment `runs` has given a table of 250 rows.
enum SamplePage {
  /// With everything that a page can hold.
  static let source = """
    ---
    title: A title
    subtitle: Below it
    author: [{name: Ada Lovelace, affiliation: Somewhere}]
    abstract: About $x$.
    paper: {title: P, authors: [A], year: 2020, arxiv: "2001.00001"}
    format: {html: {toc: true, code-fold: true}}
    ---

    ## Main {#sec-main}

    Text[^1] and more[^2] with `code`, @eq-one and @fig-a.

    ```{experiment} p/e
    label: runs
    ```

    ```{chart}
    label: fig-a
    caption: The figure.
    data: SELECT x, y FROM runs
    mark: line
    encoding: {x: "x:Q", y: "y:Q"}
    ```

    ```{claim}
    label: clm-a
    text: It holds.
    source: Theorem 1
    value: SELECT max(x) FROM runs
    expect: "> 0"
    figure: fig-a
    ```

    ```{sql}
    --| label: tbl-a
    --| caption: The table.
    SELECT x, y FROM runs WHERE x < 3
    ```

    $$
    y = x^2
    $$ {#eq-one}

    | | b |
    | --- | ---: |
    | 1 | 2 |

    ## Abstract

    ### Verdicts

    ```python
    #| code: folded
    x = 'a' # b
    ```

    - [x] done
    - item

    > [!WARNING]
    > Careful.

    [^1]: A note.
    [^2]: Another with $y$.
    """

  static func html(_ text: String = source, rows: Int = 250, allowsRawHTML: Bool = false, directory: String = ".") throws -> String {
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: text))
    let table = Table([Column("x", (0..<rows).map(Double.init)), Column("y", (0..<rows).map { 1 / Double(3 + $0) })])
    let outcome = ExperimentOutcome(
      label: "runs", experiment: "p/e", summary: "S.", scale: .quick, parameters: [], sweeps: [], seeds: [0],
      range: SourceRange(file: "n.md", line: 1),
      state: .succeeded(tables: [ResultTable(name: "runs", summary: "", table: table, columns: [])]), jobCount: 1, cachedJobCount: 0,
      seconds: 0)
    let execution = ExecutionResult(outcomes: [outcome], diagnostics: [], statistics: ExecutionStatistics())
    let fonts = FontLibrary()
    var options = ReportBuilder.Options(slug: "n", directory: directory)
    options.allowsRawHTML = allowsRawHTML
    let report = try ReportBuilder(notebook: notebook, execution: execution, fonts: fonts, options: options).build()
    return HTMLReportWriter(fonts: fonts).write(report)
  }
}
