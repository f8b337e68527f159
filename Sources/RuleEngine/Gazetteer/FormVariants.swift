/// The ways in which a name of several capital words is written: «Сан-Диего», «Сан Диего» and
/// «СанДиего» are one.
enum FormVariants {
  /// The form itself, then the same with its hyphens as spaces or left out, or with hyphens for
  /// spaces. Forms of one word, of small letters or of more than three words stand alone.
  ///
  /// - Complexity: O(length of the form).
  static func all(of form: String) -> [String] {
    let parts = form.split { $0 == " " || $0 == "-" }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.first?.isUppercase == true })
    else { return [form] }
    let whole = parts.joined()
    if form.contains("-") {
      let spaced = parts.joined(separator: " ")
      let glued = form.split(separator: "-").joined()
      return [form, spaced, glued]
    }
    return parts.count == 2 ? [form, parts.joined(separator: "-"), whole] : [form]
  }
}
