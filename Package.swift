// swift-tools-version: 6.2

import PackageDescription

/// Warnings are errors where TANBA_STRICT is set, as it is in CI.
let settings: [SwiftSetting] =
  Context.environment["TANBA_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "tanba",
  products: [
    .library(name: "Tanba", targets: ["Tanba"]),
    // Linked to one shared library by `make c-library`.
    .library(name: "TanbaC", type: .static, targets: ["TanbaC"]),
    .executable(name: "tanba", targets: ["tanba"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // The system's ICU, behind a C target whose header shows no ICU header.
    .systemLibrary(
      name: "ICULink", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["ICULink"]),
    .target(name: "ICUText", dependencies: ["CICU", "TextModel"], swiftSettings: settings),

    // Language-neutral engines.
    .target(name: "TextModel", swiftSettings: settings),
    .target(name: "RuleSyntax", dependencies: ["TextModel"], swiftSettings: settings),
    .target(name: "Morphology", dependencies: ["TextModel"], swiftSettings: settings),
    .target(name: "Temporal", dependencies: ["TextModel"], swiftSettings: settings),
    .target(
      name: "RuleEngine", dependencies: ["RuleSyntax", "TextModel"], swiftSettings: settings),

    // What a library user imports, and what stands on it.
    .target(
      name: "Tanba",
      dependencies: ["ICUText", "TextModel", "RuleSyntax", "RuleEngine", "Morphology", "Temporal"],
      swiftSettings: settings),
    .target(name: "Evaluation", dependencies: ["Tanba"], swiftSettings: settings),

    // The C interface: its header, and what stands behind it.
    .systemLibrary(name: "CTanba"),
    .target(name: "TanbaC", dependencies: ["CTanba", "Tanba"], swiftSettings: settings),
    .executableTarget(
      name: "tanba",
      dependencies: [
        "Tanba", "Evaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // What several test targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "TextModelTests", dependencies: ["TextModel", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ICUTextTests", dependencies: ["ICUText"], swiftSettings: settings),
    .testTarget(
      name: "MorphologyTests", dependencies: ["Morphology", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "TemporalTests", dependencies: ["Temporal"], swiftSettings: settings),
    .testTarget(
      name: "RuleSyntaxTests", dependencies: ["RuleSyntax", "TextModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RuleEngineTests",
      dependencies: ["RuleEngine", "RuleSyntax", "TextModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TanbaTests",
      dependencies: [
        "Tanba", "Evaluation", "ICUText", "Morphology", "RuleEngine", "TextModel", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"], swiftSettings: settings),
    .testTarget(
      name: "TanbaCTests", dependencies: ["TanbaC", "CTanba"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["tanba", "Tanba"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
