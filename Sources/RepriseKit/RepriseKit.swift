// What a package with experiments of its own imports: the experiment protocol, tables, the numerical core, data sets
// and learning, and the command line as `RepriseTool.main(papers:)`.
@_exported import CommandLineTool
@_exported import Experiments
@_exported import Learning
@_exported import NumericalCore
@_exported import Tables
