// Documents, mentions and diagnostics come with `import Tanba`, and so does what options name.
@_exported public import TextModel

@_exported public import enum Temporal.TemporalPreference
