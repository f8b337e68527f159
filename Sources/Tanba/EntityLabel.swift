/// The labels of entities: KazNERD's classes.
public enum EntityLabel: String, CaseIterable, Sendable {
  case adage = "ADAGE"
  case art = "ART"
  case cardinal = "CARDINAL"
  case contact = "CONTACT"
  case date = "DATE"
  case disease = "DISEASE"
  case event = "EVENT"
  case facility = "FACILITY"
  case gpe = "GPE"
  case language = "LANGUAGE"
  case law = "LAW"
  case location = "LOCATION"
  case miscellaneous = "MISCELLANEOUS"
  case money = "MONEY"
  case nonHuman = "NON_HUMAN"
  case norp = "NORP"
  case ordinal = "ORDINAL"
  case organisation = "ORGANISATION"
  case percentage = "PERCENTAGE"
  case person = "PERSON"
  case position = "POSITION"
  case product = "PRODUCT"
  case project = "PROJECT"
  case quantity = "QUANTITY"
  case time = "TIME"

  /// The labels of numbers outside dates and times; their mentions carry a value.
  static let numeric: Set<EntityLabel> = [.cardinal, .ordinal, .percentage, .money, .quantity]
  /// The labels of what has a value: dates, times and numbers.
  static let values = numeric.union([.date, .time])

  /// The label that a misspelt one most likely means; nil where none is near.
  ///
  /// - Complexity: O(length of `name`).
  public static func nearest(to name: String) -> EntityLabel? {
    Spelling.nearest(to: name.uppercased(), among: allCases.map(\.rawValue)).flatMap(Self.init)
  }
}
