// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  products: [.executable(name: "numerics", targets: ["numerics"])],
  dependencies: [.package(name: "reprise", path: "..")],
  targets: [
    .executableTarget(
      name: "numerics",
      dependencies: [
        .product(name: "NumericalCore", package: "reprise"), .product(name: "Learning", package: "reprise"),
      ],
      path: "Sources/Numerics",
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
  ],
  swiftLanguageModes: [.v6]
)
