import Foundation
import Testing

@testable import Tanba

@Suite("The page to look at")
struct HTMLTests {
  /// What the elements of a class of text hold, without their markup.
  func texts(_ page: String) -> [String] {
    page.components(separatedBy: "<p class=\"text\">").dropFirst().map { part in
      part.components(separatedBy: "</p>")[0]
        .replacing(/<[^>]*>/, with: "")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#13;", with: "\r").replacing("&amp;", with: "&")
    }
  }

  func page(_ document: Document) -> String {
    String(decoding: HTMLEncoder().output(of: document), as: UTF8.self)
  }

  @Test("shows the text as it stands, with as many marks as the legend counts")
  func showsText() throws {
    let document = try Sample.document()
    let page = page(document)
    #expect(texts(page) == [Sample.text])
    #expect(page.components(separatedBy: "<mark").count - 1 == document.mentions.count)
    #expect(page.components(separatedBy: "</mark>").count - 1 == document.mentions.count)
    #expect(page.contains("<p>\(document.mentions.count) mentions in 1 document</p>"))
    for (label, mentions) in Dictionary(grouping: document.mentions, by: \.label) {
      #expect(page.contains("<mark tabindex=\"0\" class=\"\(label)\""))
      #expect(page.contains("data-label=\"\(label)\""))
      #expect(page.contains("<b>\(mentions.count)</b>"))
    }
    for mention in document.mentions { #expect(page.contains("rule&#9;\(mention.rule)")) }
  }

  @Test("has a colour for every label")
  func hasColours() throws {
    let page = page(Document(id: "d", text: ""))
    for label in EntityLabel.allCases { #expect(page.contains("\n.\(label.rawValue){--h:")) }
  }

  @Test("needs nothing beside itself")
  func isSelfContained() throws {
    let page = page(try Sample.document())
    for reference in ["http:", "https:", "src=", "href=", "@import", "url("] {
      #expect(!page.contains(reference), "\(reference)")
    }
  }

  @Test("lets no text act as markup")
  func isSafe() throws {
    var document = Document(id: "<b>\"&", text: "</p><script>x</script>\"'&amp;")
    document.mentions = [
      Mention(
        span: SourceSpan(start: 4, end: 12), tokens: TokenSpan(start: 0, end: 0), label: "LAW",
        rule: "\"><script>\n\t")
    ]
    let page = page(document)
    #expect(texts(page) == ["</p><script>x</script>\"'&amp;"])
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("<h2>&lt;b&gt;&quot;&amp;</h2>"))
    #expect(page.contains("rule&#9;&quot;&gt;&lt;script&gt;&#10;&#9;"))
  }

  @Test("names documents that failed, and counts over all of a run")
  func countsRun() throws {
    let bytes = try Sample.output(
      HTMLEncoder(), [Array("ертең\n2021 жылы ертең\n".utf8), [0xFF], Array("бүгін".utf8)])
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(texts(page) == ["ертең", "2021 жылы ертең", "бүгін"])
    #expect(page.contains("<p>4 mentions in 4 documents</p>"))
    #expect(page.contains("invalid UTF-8 at byte 0</p>"))
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(page.hasSuffix("</html>\n"))
  }
}
