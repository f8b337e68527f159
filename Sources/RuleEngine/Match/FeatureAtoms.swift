import TextModel

/// The atoms that ask what features a reading has, by the features: few words are read otherwise than
/// words before them.
final class FeatureAtoms {
  private var asked: [(atom: Int32, inflection: Inflection)] = []
  private let inflectional: FeatureSet
  private var rows: [FeatureSet: Range<Int>] = [:]
  private let atoms = PlainBuffer<Int32>()

  init(inflectional: FeatureSet) { self.inflectional = inflectional }

  var isEmpty: Bool { asked.isEmpty }

  /// Adds an atom; all are added before any reading is looked at.
  func add(_ atom: Int32, _ inflection: Inflection) { asked.append((atom, inflection)) }

  /// Calls `body` with each atom that a reading with some features makes true.
  ///
  /// - Complexity: O(atoms that are true), and O(all atoms) for features not met before.
  func forEach(of features: FeatureSet, _ body: (Int32) -> Void) {
    for index in row(of: features) { body(atoms[index]) }
  }

  private func row(of features: FeatureSet) -> Range<Int> {
    if let known = rows[features] { return known }
    let start = atoms.count
    for (atom, inflection) in asked
    where inflection.admits(features, inflectional: inflectional) {
      atoms.append(atom)
    }
    rows[features] = start..<atoms.count
    return start..<atoms.count
  }
}
