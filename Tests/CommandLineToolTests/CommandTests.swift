import Foundation
import Testing

/// The other commands as a user meets them.
@Suite struct CommandTests {
  private func run(_ name: String = "reprise", _ arguments: [String]) throws -> Program.Outcome {
    let program = try Program(name)
    defer { program.remove() }
    switch arguments.count {
    case 1: return try program.run(arguments[0])
    case 2: return try program.run(arguments[0], arguments[1])
    case 3: return try program.run(arguments[0], arguments[1], arguments[2])
    case 4: return try program.run(arguments[0], arguments[1], arguments[2], arguments[3])
    case 5: return try program.run(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
    default: return try program.run(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    }
  }

  @Test func versionAndList() throws {
    #expect(try run("reprise", ["--version"]).output == "0.1.0\n")
    let list = try run("reprise", ["list"]).output
    for id in ["label-noise-lasso/recovery", "sobolev-inverse-problems/optimal-ridge", "continuized-nesterov/gossip"] { #expect(list.contains(id)) }
  }

  @Test func runPrintsCSVWithTheSeed() throws {
    let outcome = try run("ExecutionTestWorker", ["run", "test/noise", "--seeds", "0...1", "--scale", "quick"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "t,seed,value")
    #expect(lines.dropFirst().map { $0.split(separator: ",")[1] } == ["0", "0", "1", "1"])
  }

  @Test func runPrintsJSON() throws {
    let outcome = try run("ExecutionTestWorker", ["run", "test/wide", "--format", "json", "-P", "n:3"])
    #expect(outcome.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["experiment"] as? String == "test/wide")
    #expect((object["parameters"] as? [String: Any])?["n"] as? Int == 3)
    let echo = try #require((object["tables"] as? [String: Any])?["echo"] as? [String: Any])
    #expect((echo["columns"] as? [[String: String]])?.map { $0["name"] } == ["text", "n"])
    #expect((echo["rows"] as? [[Any]])?.first?.last as? Int == 3)
  }

  private static let wrongUsages: [([String], String)] = [
    (["run", "test/nose"], "did you mean 'test/noise'?"), (["run", "test/noise", "-P", "faktor:1"], "did you mean 'factor'?"),
    (["run", "test/noise", "-P", "factor:-1"], "must be > 0"), (["run", "test/noise", "-P", "n:x"], "expected integer"),
    (["run", "test/mixed"], "several tables"), (["run", "test/mixed", "--table", "limt"], "did you mean 'limit'?"),
    (["run", "test/checked", "-P", "n:20"], "20 is not below d = 10"), (["describe", "test/wid"], "did you mean 'test/wide'?"),
    (["run", "test/noise", "--seeds", "5...1"], "seeds"), (["rendr"], "did you mean 'render'?"), (["render", "--to", "docx"], "html,pdf"),
  ]

  @Test(arguments: wrongUsages)
  func wrongUsageExitsWith64AndSaysWhatIsRight(_ arguments: [String], _ message: String) throws {
    let outcome = try run("ExecutionTestWorker", arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aCrashExitsWith3() throws {
    let outcome = try run("ExecutionTestWorker", ["run", "test/fault", "-P", "kind:index"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("test/fault failed"))
  }

  @Test func describeShowsRangesAndDefaults() throws {
    let outcome = try run("ExecutionTestWorker", ["describe", "test/noise"])
    #expect(outcome.output.contains("quick 2, standard 3, paper 4"))
    #expect(outcome.output.contains(">= 1"))
    #expect(outcome.output.contains("seed (integer)"))
  }

  @Test func planTellsWhatIsStored() throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write("```{experiment} test/noise\nlabel: runs\n```\n", to: "n.md")
    #expect(try program.run("plan", "n.md", "--scale", "quick").output.hasSuffix("2 jobs, 0 stored, 2 to run\n"))
    try program.run("render", "n.md", "--scale", "quick", "--to", "html")
    #expect(try program.run("plan", "n.md", "--scale", "quick").output.hasSuffix("2 jobs, 2 stored, 0 to run\n"))
  }

  @Test func whyNamesWhatChanged() throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write("```{experiment} test/noise\nlabel: runs\nfactor: 1\n```\n", to: "n.md")
    #expect(try program.run("why", "n.md", "--scale", "quick").output.contains("it has never been run"))
    try program.run("render", "n.md", "--scale", "quick", "--to", "html")
    #expect(try program.run("why", "n.md", "--scale", "quick").output == "runs: every result is stored\n")
    try program.write("```{experiment} test/noise\nlabel: runs\nfactor: 2\n```\n", to: "n.md")
    let output = try program.run("why", "n.md", "--scale", "quick").output
    #expect(output.contains("2 of 2 jobs would run") && output.contains("factor: 1.0 → 2.0"), "\(output)")
  }

  @Test func defaultsOfTheProjectLieUnderTheNotebook() throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write("scale: quick\n", to: "reprise.yaml")
    try program.write("```{experiment} test/noise\nlabel: runs\n```\n", to: "n.md")
    #expect(try program.run("plan", "n.md").output.contains("at scale quick"))
    try program.write("scael: quick\n", to: "reprise.yaml")
    let outcome = try program.run("plan", "n.md")
    #expect(outcome.status == 2 && outcome.errors.contains("reprise.yaml:1:1"), "\(outcome.errors)")
  }

  @Test(arguments: ["svg", "pdf", "png", "json"]) func chartsAreDrawnAlone(_ ending: String) throws {
    let program = try Program("reprise")
    defer { program.remove() }
    try program.write("x,y\n1,2\n2,4\n3,8\n", to: "d.csv")
    try program.write(#"{"mark": "line", "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}}"#, to: "c.json")
    let outcome = try program.run("chart", "c.json", "--data", "d.csv", "--out", "c.\(ending)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try #require(program.contents("c.\(ending)")).count > 200)
  }

  @Test(arguments: ["svg", "pdf", "png", "mathml"]) func formulasAreSetAlone(_ ending: String) throws {
    let program = try Program("reprise")
    defer { program.remove() }
    let outcome = try program.run("math", "\\frac{a}{b}", "--display", "--out", "f.\(ending)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try #require(program.contents("f.\(ending)")).count > 60)
  }

  /// Before anything is read, with the usage of the command.
  @Test(arguments: [
    (["chart", "c.json"], "c.jpg", "--out ends in '.jpg'; expected .svg, .pdf, .png or .json", "Usage: reprise chart"),
    (["chart", "c.json"], "charts.d/c", "--out 'charts.d/c' has no ending; expected .svg, .pdf, .png or .json", "Usage: reprise chart"),
    (["math", "x"], "x.tex", "--out ends in '.tex'; expected .svg, .pdf, .png, .mathml or .mml", "Usage: reprise math"),
  ]) func unknownEndingsAreRefused(_ command: [String], _ out: String, _ message: String, _ usage: String) throws {
    let outcome = try run("reprise", command + ["--out", out])
    #expect(outcome.status == 64 && outcome.errors.contains(message) && outcome.errors.contains(usage), "\(outcome.errors)")
  }

  @Test(arguments: [["-x^2"], ["--", "-x^2"], ["-\\frac{a}{b}", "--display"], ["--display", "-h^2"]])
  func aFormulaMayBeginWithAMinusSign(_ arguments: [String]) throws {
    let program = try Program("reprise")
    defer { program.remove() }
    let outcome = try program.run(arguments: ["math", "--out", "f.mathml"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = String(decoding: try #require(program.contents("f.mathml")), as: UTF8.self)
    #expect(text.contains("−") && (!arguments.contains("--display") || text.contains("display=\"block\"")))
  }
}
