// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// A stage of the arrow: a Swift target under `Sources/` with the only imports it may make.
func stage(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

/// The tests of a stage, which may use the stage and everything to its left.
func tests(_ stage: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(stage)Tests", dependencies: [.byName(name: stage), "TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

/// A C library of the system, found by pkg-config or by its module map alone.
func library(_ name: String, pkgConfig: String? = nil, apt: String...) -> Target {
  .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt(apt)])
}

let package = Package(
  name: "reprise",
  products: [
    .executable(name: "reprise", targets: ["reprise"]),
    .library(name: "RepriseKit", targets: ["RepriseKit"]),
    .library(name: "NumericalCore", targets: ["NumericalCore"]),
    .library(name: "Learning", targets: ["Learning"]),
    .plugin(name: "SourceDigests", targets: ["SourceDigests"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries.
    library("CCmarkGFM", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev", "libcmark-gfm-extensions-dev"),
    library("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
    library("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: "libharfbuzz-dev"),
    library("CFriBidi", pkgConfig: "fribidi", apt: "libfribidi-dev"),
    library("CFontconfig", pkgConfig: "fontconfig", apt: "libfontconfig-dev"),
    library("COpenBLAS", pkgConfig: "openblas", apt: "libopenblas-dev"),
    library("CLAPACKE", pkgConfig: "lapacke", apt: "liblapacke-dev"),
    library("CHyphen", apt: "libhyphen-dev", "hyphen-en-us"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    .target(
      name: "CReprise", dependencies: ["CCmarkGFM", "CHarfBuzz", "CSQLite"], path: "Sources/CLibraries/CReprise"),
    .target(
      name: "CKernels", path: "Sources/CLibraries/CKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // The arrow, left to right: a target imports only targets above it.
    stage("Diagnostics", []),
    stage("Digests", []),
    stage("YAMLDocuments", ["Diagnostics", "CYAML"]),
    stage("Tables", ["Diagnostics"]),
    stage("NumericalCore", ["Diagnostics", "CKernels", "COpenBLAS", "CLAPACKE"]),
    stage("Learning", ["Diagnostics", "Tables", "NumericalCore", "CZlib"]),
    stage("Typography", ["Diagnostics", "CCairo", "CHarfBuzz", "CFriBidi", "CFontconfig", "CHyphen", "CReprise"]),
    stage("Graphics", ["Diagnostics", "Typography", "CCairo", "CZlib"]),
    stage("Charting", ["Diagnostics", "YAMLDocuments", "Tables", "NumericalCore", "Typography", "Graphics"]),
    stage("Notebook", ["Diagnostics", "YAMLDocuments", "Tables", "CCmarkGFM", "CReprise"]),
    stage("Experiments", ["Diagnostics", "Tables", "NumericalCore", "Digests"]),
    stage("Papers", ["Experiments", "Tables", "NumericalCore", "Learning"], plugins: ["SourceDigests"]),
    stage(
      "Execution",
      ["Diagnostics", "YAMLDocuments", "Notebook", "Experiments", "Tables", "Digests", "COpenBLAS", "CReprise"]),
    stage("Query", ["Diagnostics", "Tables", "NumericalCore", "CSQLite", "CReprise"]),
    stage(
      "Report",
      [
        "Diagnostics", "YAMLDocuments", "Tables", "NumericalCore", "Typography", "Graphics", "Charting", "Notebook",
        "Experiments", "Execution", "Query",
      ]),
    stage("ReportHTML", ["Diagnostics", "Tables", "Typography", "Graphics", "Notebook", "Report", "CZlib"]),
    stage(
      "ReportPDF",
      ["Diagnostics", "Digests", "Tables", "Typography", "Graphics", "Notebook", "Report", "CCairo"]),
    stage(
      "CommandLineTool",
      [
        "Diagnostics", "Digests", "YAMLDocuments", "Tables", "NumericalCore", "Typography", "Graphics", "Charting",
        "Notebook", "Experiments", "Execution", "Query", "Report", "ReportHTML", "ReportPDF",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    stage("RepriseKit", ["CommandLineTool", "Experiments", "Tables", "NumericalCore", "Learning"]),
    .executableTarget(name: "reprise", dependencies: ["CommandLineTool", "Papers"], swiftSettings: strict),

    // Digests of an experiment's sources, made at build time.
    .executableTarget(name: "SourceDigestTool", dependencies: ["Digests"], swiftSettings: strict),
    .plugin(name: "SourceDigests", capability: .buildTool(), dependencies: ["SourceDigestTool"]),

    // Tests mirror the sources.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    tests("Diagnostics"),
    tests("Digests"),
    tests("YAMLDocuments", ["Diagnostics"]),
    tests("Tables", ["Diagnostics"]),
    tests("NumericalCore", ["CKernels"], exclude: ["References"]),
    tests("Learning", ["Diagnostics", "Tables", "NumericalCore", "CZlib"]),
    tests("Typography", ["Diagnostics"], exclude: ["Mathematics/Golden", "Paragraphs/References"]),
    tests("Graphics", ["Typography"], exclude: ["SVG/Golden", "DisplayList/Golden"]),
    tests(
      "Charting", ["Diagnostics", "YAMLDocuments", "Tables", "NumericalCore", "Typography", "Graphics"], exclude: ["Cases", "Faults", "Golden", "VegaLite"]),
    tests("Notebook", ["Diagnostics", "YAMLDocuments", "Tables"], exclude: ["Cases", "Fixtures", "Golden"]),
    tests("Experiments", ["Diagnostics", "Tables", "NumericalCore"]),
    tests("Papers", ["Experiments", "Tables", "NumericalCore", "Learning"]),
    .executableTarget(
      name: "ExecutionTestWorker", dependencies: ["CommandLineTool", "Execution", "Experiments", "NumericalCore", "Tables"],
      path: "Tests/ExecutionTestWorker", swiftSettings: strict),
    tests(
      "Execution", ["Diagnostics", "YAMLDocuments", "Notebook", "Experiments", "Tables", "ExecutionTestWorker"]),
    tests("Query", ["Diagnostics", "Tables", "NumericalCore"]),
    tests(
      "Report",
      ["Diagnostics", "Tables", "Typography", "Graphics", "Charting", "Notebook", "Experiments", "Execution", "Query"]),
    tests("ReportHTML", ["Diagnostics", "Tables", "Typography", "Graphics", "Notebook", "Execution", "Experiments", "Report", "CZlib"]),
    tests(
      "ReportPDF", ["Diagnostics", "Tables", "Typography", "Graphics", "Notebook", "Execution", "Report"], exclude: ["Notebooks"]),
    tests("CommandLineTool", ["reprise", "ExecutionTestWorker"]),
  ],
  swiftLanguageModes: [.v6]
)
