import ArgumentParser
import Evaluation
import Tanba

/// `tanba rules profile`: what each rule finds, costs and loses on a corpus.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Show what each rule finds, costs and loses on a corpus.",
    discussion: """
      Matches are all places that fit a rule's pattern. A match is won that gets its place and \
      has a value, kept if no later phase takes it in. It is beaten where another match of its \
      phase, or an earlier one across its edge, has the place; excepted where an exception of its \
      rule stands; impossible where its value is.

      A phase's time is all of its matching. A rule's time is that of finding the captures and \
      making the values of its matches, its share that of all phases' time: the automaton of a \
      phase runs for all its rules at once, and what it costs can't be told apart by rule. To \
      learn what a rule costs in all, compare rule sets with and without it by “tanba bench”. \
      Words are known before the pass that is measured.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: RulesCommand.Options
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.write {
      let rules = try options.load()
      let texts = try corpus.read()
      var progress = ProgressLine()
      defer { progress.clear() }
      let profile = try RuleProfile(corpus: texts, rules: rules) { done in
        progress.show("\(done) of \(2 * texts.documents.count) documents")
      }
      return ProfileReport(profile, winners: report.examples).rendered(as: report.format)
    }
  }
}
