// What a package with experiments of its own imports: the experiment protocol, tables, the numerical core, and the
// command line as `RepriseTool.main(papers:)`.
@_exported import CommandLineTool
@_exported import Experiments
@_exported import NumericalCore
@_exported import Tables
