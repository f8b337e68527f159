import TextModel

/// A value made by a rule.
public enum Value: Sendable {
  /// A whole number.
  case integer(Int)
  /// A text.
  case text(String)
  /// Something that the engine hands on without looking inside.
  case opaque(any Sendable)
}

/// The type of a value, checked when rules are compiled.
public struct ValueType: Hashable, Sendable {
  /// The name as diagnostics give it.
  public let name: String

  /// Creates a type.
  public init(_ name: String) { self.name = name }

  /// A whole number; a captured part gives the number that it writes.
  public static let integer = ValueType("integer")
  /// A decimal number, a `DecimalNumber`; a captured part gives the number that it writes.
  public static let number = ValueType("number")
  /// A text; a captured part gives its dictionary form.
  public static let text = ValueType("text")
  /// A text; a captured part gives the folded tokens as they stand.
  public static let surface = ValueType("surface")
}

/// A function that rules can call in their values.
public struct ValueFunction: Sendable {
  /// What the function takes, in order.
  public var parameters: [Parameter]
  /// What it gives.
  public var result: ValueType
  /// Makes the value, or nil where there is none such: an impossible date.
  public var apply: @Sendable ([Value?], ValueContext) -> Value?

  /// What a function takes.
  public struct Parameter: Sendable {
    /// The type of the argument.
    public var type: ValueType
    /// The argument may be left out, or be a captured part that was not met.
    public var isOptional: Bool

    /// A parameter that must be given.
    public static func required(_ type: ValueType) -> Parameter {
      Parameter(type: type, isOptional: false)
    }

    /// A parameter that may be missing.
    public static func optional(_ type: ValueType) -> Parameter {
      Parameter(type: type, isOptional: true)
    }
  }

  /// Creates a function.
  public init(
    _ parameters: [Parameter], gives result: ValueType,
    apply: @escaping @Sendable ([Value?], ValueContext) -> Value?
  ) {
    self.parameters = parameters
    self.result = result
    self.apply = apply
  }
}

/// What a value may depend on beside its arguments.
public struct ValueContext: Sendable {
  /// The day that deictics are read against.
  public var referenceDate: Document.ReferenceDate?

  /// Creates a context.
  public init(referenceDate: Document.ReferenceDate?) { self.referenceDate = referenceDate }
}
