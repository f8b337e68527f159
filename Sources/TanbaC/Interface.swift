import CTanba
import Glibc
import Tanba

// What `tanba.h` declares. Errors stay on this side: each function catches all of its own.

/// See `tanba.h`.
@_cdecl("tanba_open")
public func open(
  _ options: UnsafePointer<CChar>?, _ pipeline: UnsafeMutablePointer<OpaquePointer?>?
) -> tanba_status {
  status {
    guard let pipeline else { throw ArgumentFailure("no place for the pipeline: a null pointer") }
    pipeline.pointee = nil
    var read = PipelineOptions()
    if let options {
      read = try PipelineOptions(json: bytes(options, count: strlen(options)))
    }
    pipeline.pointee = OpaquePointer(bitPattern: HandleTable.shared.add(try OpenPipeline(read)))
  }
}

/// See `tanba.h`.
@_cdecl("tanba_close")
public func close(_ pipeline: OpaquePointer?) -> tanba_status {
  status {
    guard let pipeline else { return }
    guard HandleTable.shared.remove(UInt(bitPattern: pipeline)) != nil else {
      throw HandleFailure()
    }
  }
}

/// See `tanba.h`.
@_cdecl("tanba_extract")
public func extract(
  _ pipeline: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int,
  _ id: UnsafePointer<CChar>?, _ referenceDate: UnsafePointer<CChar>?,
  _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ jsonLength: UnsafeMutablePointer<Int>?
) -> tanba_status {
  status {
    let result = try ResultPlace(json, jsonLength)
    let open = try openPipeline(pipeline)
    let bytes = try checkedBytes(text, count: length, "text")
    let name = try id.map { try string($0, "the id") } ?? ""
    let date = try referenceDate.map { try Document.ReferenceDate(argument: string($0, "the day")) }
    var output = OutputBuffer()
    try open.withWorker { worker in
      try open.extract(
        bytes, id: .name(name), referenceDate: date, with: worker, into: &output)
    }
    output.bytes.removeLast()
    try result.set(output.bytes)
  }
}

/// See `tanba.h`.
@_cdecl("tanba_extract_batch")
public func extractBatch(
  _ pipeline: OpaquePointer?, _ batch: UnsafePointer<tanba_batch>?,
  _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ jsonLength: UnsafeMutablePointer<Int>?
) -> tanba_status {
  status {
    let result = try ResultPlace(json, jsonLength)
    let open = try openPipeline(pipeline)
    guard let batch else { throw ArgumentFailure("no batch: a null pointer") }
    let texts = try BatchTexts(batch.pointee)
    var output = OutputBuffer()
    var firstFailure: DocumentFailure?
    open.withWorker { worker in
      for index in 0..<texts.count {
        let id = texts.id(index)
        do throws(DocumentFailure) {
          try open.extract(
            texts.text(index), id: id, referenceDate: texts.referenceDate, with: worker,
            into: &output)
        } catch {
          firstFailure = firstFailure ?? error
          open.encode(error, id: id, into: &output)
        }
      }
    }
    try result.set(output.bytes)
    if let firstFailure { throw firstFailure }
  }
}

/// See `tanba.h`.
@_cdecl("tanba_free")
public func free(_ json: UnsafeMutablePointer<CChar>?) { Glibc.free(json) }

/// See `tanba.h`.
@_cdecl("tanba_version")
public func version() -> UnsafePointer<CChar>? { versionText }

/// Made once and never freed; the pointer is handed out for reading.
nonisolated(unsafe) private let versionText: UnsafePointer<CChar>? = {
  var output = OutputBuffer()
  output.append("{\"tanba\":\"\(LibraryVersions.tanba)\",\"icu\":\"\(LibraryVersions.icu)\",")
  output.append("\"unicode\":\"\(LibraryVersions.unicode)\"}")
  return strdup(String(decoding: output.bytes, as: UTF8.self)).map { UnsafePointer($0) }
}()

/// See `tanba.h`.
@_cdecl("tanba_describe")
public func describe(_ pipeline: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  var text: UnsafeMutablePointer<CChar>?
  _ = status {
    let open = try openPipeline(pipeline)
    var output = OutputBuffer()
    output.append("{\"rules\":")
    output.appendString(open.rules.place)
    output.append(",\"digest\":")
    output.appendString(open.rules.digest)
    output.append("}")
    text = strdup(String(decoding: output.bytes, as: UTF8.self))
  }
  return text
}

/// See `tanba.h`.
@_cdecl("tanba_last_error")
public func lastError() -> UnsafePointer<CChar>? {
  LastError.ofThread?.text.map { UnsafePointer($0) }
}

/// See `tanba.h`.
@_cdecl("tanba_last_error_json")
public func lastErrorJSON() -> UnsafePointer<CChar>? {
  LastError.ofThread?.json.map { UnsafePointer($0) }
}

/// The status of what a function does.
private func status(_ body: () throws -> Void) -> tanba_status {
  do {
    try body()
    return TANBA_OK
  } catch {
    return LastError.keep(error)
  }
}

private func openPipeline(_ handle: OpaquePointer?) throws -> OpenPipeline {
  guard let handle else { throw ArgumentFailure("no pipeline: a null pointer") }
  guard let open = HandleTable.shared.pipeline(UInt(bitPattern: handle)) else {
    throw HandleFailure()
  }
  return open
}
