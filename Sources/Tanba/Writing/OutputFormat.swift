/// How results are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// One JSON object a line, as ``JSONLinesEncoder`` says.
  case jsonl
  /// JSON Lines with tokens and spans, for Prodigy and spaCy.
  case prodigy
  /// JSON Lines for doccano.
  case doccano
  /// A JSON array of tasks with predictions, for Label Studio.
  case labelStudio = "label-studio"
  /// A token and its tag a line, as KazNERD and CoNLL 2003 have it.
  case iob2
  /// Standoff annotation for brat: two files a document in a folder.
  case brat
  /// XML with times marked as TimeML's `TIMEX3`.
  case timex3
  /// A mention a line, with a header.
  case tsv
  /// A page to look at.
  case html

  /// Whether the unit of offsets may be chosen. The other formats count in the unit of the tool that
  /// reads them, or not at all.
  public var hasOffsetUnits: Bool { self == .jsonl || self == .tsv }

  /// Whether the documents' texts may be left out.
  public var hasOptionalText: Bool { self == .jsonl }

  /// Whether the output is a folder of files.
  public var isFolder: Bool { self == .brat }

  /// The encoder of the format.
  ///
  /// - Parameters:
  ///   - offsets: The unit of offsets, where the format leaves it open.
  ///   - includesText: Whether documents' texts are written, where the format leaves it open.
  public func encoder(
    offsets: OffsetUnit = .scalar, includesText: Bool = true
  ) -> any DocumentEncoder {
    switch self {
    case .jsonl: JSONLinesEncoder(offsets: offsets, includesText: includesText)
    case .prodigy: ProdigyEncoder()
    case .doccano: DoccanoEncoder()
    case .labelStudio: LabelStudioEncoder()
    case .iob2: IOBEncoder()
    case .brat: BratEncoder()
    case .timex3: TimexEncoder()
    case .tsv: TableEncoder(offsets: offsets)
    case .html: HTMLEncoder()
    }
  }
}
