// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "own-experiment",
  dependencies: [.package(name: "reprise", path: "../..")],
  targets: [
    .executableTarget(
      name: "own-experiment",
      dependencies: [.product(name: "RepriseKit", package: "reprise")],
      path: "Sources/OwnExperiment",
      plugins: [.plugin(name: "SourceDigests", package: "reprise")])
  ],
  swiftLanguageModes: [.v6]
)
