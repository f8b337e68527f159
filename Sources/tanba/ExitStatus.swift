import ArgumentParser
import Glibc
import Tanba

/// How the command ends.
enum ExitStatus: Int32 {
  case done = 0
  case someDocumentsFailed = 1
  case unusableArguments = 2
  case unusableRules = 3
  case internalError = 70

  /// The statuses, for the help.
  static let help = """
    Exit status: 0 done; 1 done, but some documents failed, each named on standard error and as \
    {"id", "error"} in the output; 2 unusable arguments; 3 the rule set does not compile; 70 the \
    output could not be written, or an internal error. An output that is closed early, as by \
    “| head”, ends the command with 0.
    """

  /// Says what went wrong and ends the process.
  static func end(with error: any Error) -> Never {
    exit(report(error).rawValue)
  }

  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let status as ExitStatus:
      return status
    case OutputFailure.closedPipe:
      return .done
    case let failure as OutputFailure:
      StandardError.report(failure.description)
      if case .unusable = failure { return .unusableArguments }
      return .internalError
    case let unknown as UnknownAlphabet:
      StandardError.report(unknown.description)
      return .unusableArguments
    case let list as DiagnosticList:
      for diagnostic in list.diagnostics { StandardError.write(diagnostic.rendered) }
      return .unusableRules
    default:
      return reportParsing(error)
    }
  }

  /// What the argument parser throws is a request for help, or a fault of the arguments.
  private static func reportParsing(_ error: any Error) -> ExitStatus {
    switch TanbaCommand.exitCode(for: error) {
    case .success:
      do throws(OutputFailure) {
        try StandardOutput.write(TanbaCommand.fullMessage(for: error) + "\n")
        return .done
      } catch {
        return report(error)
      }
    case .validationFailure:
      StandardError.write(TanbaCommand.fullMessage(for: error) + "\n")
      return .unusableArguments
    default:
      StandardError.report("internal error: \(error)")
      return .internalError
    }
  }
}

extension ExitStatus: Error {}
