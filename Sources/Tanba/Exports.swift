// Documents, mentions and diagnostics come with `import Tanba`.
@_exported public import TextModel
