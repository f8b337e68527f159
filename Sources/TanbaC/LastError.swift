import CTanba
import Glibc
import Tanba

/// What went wrong last on each thread.
final class LastError {
  /// Lines for people.
  let text: UnsafeMutablePointer<CChar>?
  /// The same for programs.
  let json: UnsafeMutablePointer<CChar>?

  private init(text: String, json: [UInt8]) {
    self.text = strdup(text)
    self.json = strdup(String(decoding: json, as: UTF8.self))
  }

  deinit {
    free(text)
    free(json)
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { pointer in
      if let pointer { Unmanaged<LastError>.fromOpaque(pointer).release() }
    }
    return key
  }()

  /// What the calling thread was told last; nil where nothing went wrong.
  static var ofThread: LastError? {
    pthread_getspecific(key).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  /// Keeps an error for the calling thread and gives its status.
  static func keep(_ error: any Error) -> tanba_status {
    let (status, name, text, diagnostics) = described(error)
    var output = OutputBuffer()
    output.appendReport(status: name, message: message(text, diagnostics), diagnostics)
    let next = LastError(text: text, json: output.bytes)
    if let before = pthread_getspecific(key) {
      Unmanaged<LastError>.fromOpaque(before).release()
    }
    pthread_setspecific(key, Unmanaged.passRetained(next).toOpaque())
    return status
  }

  private static func message(_ text: String, _ diagnostics: [Diagnostic]) -> String {
    guard let first = diagnostics.first else { return text }
    return diagnostics.count == 1
      ? first.message : "\(first.message) (and \(diagnostics.count - 1) more)"
  }

  private static func described(
    _ error: any Error
  ) -> (tanba_status, name: String, text: String, [Diagnostic]) {
    switch error {
    case let failure as DocumentFailure:
      (TANBA_DOCUMENT_FAILED, "document", failure.description, [])
    case let failure as ArgumentFailure: (TANBA_BAD_ARGUMENT, "argument", failure.message, [])
    case let unknown as UnknownAlphabet: (TANBA_BAD_ARGUMENT, "argument", unknown.description, [])
    case is HandleFailure:
      (TANBA_BAD_HANDLE, "handle", "the pipeline was closed, or never was one", [])
    case let list as DiagnosticList:
      (TANBA_BAD_RULES, "rules", list.diagnostics.map(\.rendered).joined(), list.diagnostics)
    default: (TANBA_INTERNAL_ERROR, "internal", "internal error: \(error)", [])
    }
  }
}
