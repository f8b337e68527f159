// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the main one is built without it.
let package = Package(
  name: "micro",
  dependencies: [.package(name: "tanba", path: "../..")],
  targets: [
    .executableTarget(name: "micro", dependencies: [.product(name: "Tanba", package: "tanba")])
  ],
  swiftLanguageModes: [.v6]
)
