import TextModel

// What a rule set is made of, without its rules: what a run needs that has them compiled.
extension RuleSource {
  /// Writes phases and files, to be read by ``init(outline:main:)``.
  package func writeOutline(to writer: inout ByteWriter) {
    writer.add(each: phases) { $0.add($1) }
    writer.add(each: conventions) { $0.add($1?.name ?? "") }
    for resources in [lexicons, resources] {
      writer.add(each: resources) { writer, resource in
        writer.add(resource.name)
        writer.add(resource.path)
        writer.add(resource.layer)
      }
    }
    writer.add(exampleReference ?? "")
  }

  /// Reads what ``writeOutline(to:)`` wrote; all places are the start of the main file.
  package init(outline reader: inout ByteReader, main: SourceFile) throws(ByteRecordFailure) {
    self.init()
    let start = Place(file: 0, range: 0..<0)
    files = [main]
    phases = try reader.each { (reader) throws(ByteRecordFailure) in try reader.text() }
    conventions = try reader.each { (reader) throws(ByteRecordFailure) in
      let name = try reader.text()
      return name.isEmpty ? nil : Convention(name: name, place: start)
    }
    func takeResources() throws(ByteRecordFailure) -> [Resource] {
      try reader.each { (reader) throws(ByteRecordFailure) in
        Resource(
          name: try reader.text(), path: try reader.text(), layer: try reader.int(), place: start)
      }
    }
    lexicons = try takeResources()
    resources = try takeResources()
    let reference = try reader.text()
    exampleReference = reference.isEmpty ? nil : reference
  }
}
