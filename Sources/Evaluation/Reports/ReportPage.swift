/// The frame of all HTML reports: one file, its style inside, nothing fetched.
struct ReportPage {
  var title: String
  var subtitle: String
  var body = Markup()

  init(title: String, subtitle: String) {
    self.title = title
    self.subtitle = subtitle
  }

  /// A section with a heading and, where one helps, a line on how to read it.
  mutating func section(_ heading: String, note: String? = nil, _ content: (inout Markup) -> Void) {
    body.element("section") { section in
      section.element("h2", text: heading)
      if let note { section.element("p", [("class", "note")], text: note) }
      content(&section)
    }
  }

  /// The facts at the top: a name and a value each.
  mutating func facts(_ facts: [(String, String)]) {
    body.element("dl", [("class", "facts")]) { list in
      for (name, value) in facts {
        list.element("div") { pair in
          pair.element("dt", text: name)
          pair.element("dd", text: value)
        }
      }
    }
  }

  /// The figures that matter most, large.
  mutating func headline(_ figures: [(value: String, name: String)]) {
    body.element("div", [("class", "headline")]) { row in
      for figure in figures {
        row.element("div", [("class", "figure")]) { cell in
          cell.element("strong", text: figure.value)
          cell.element("span", text: figure.name)
        }
      }
    }
  }

  /// The whole page.
  var rendered: String {
    var page = Markup()
    page.element("html", [("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en")]) { html in
      html.element("head") { head in
        head.empty("meta", [("charset", "utf-8")])
        head.empty(
          "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        head.empty("meta", [("name", "color-scheme"), ("content", "light dark")])
        head.element("title", text: title)
        head.element("style") { $0.addRaw(Self.style) }
      }
      html.element("body") { page in
        page.element("main") { main in
          main.element("header") { header in
            header.element("h1", text: title)
            header.element("p", text: subtitle)
          }
          main.add(body)
        }
      }
    }
    return "<!DOCTYPE html>\n" + page.text + "\n"
  }

  /// Nothing in it means anything in markup: HTML reads a style as it stands, XML would unescape.
  private static let style = """
    :root { --ground: #fbfaf8; --panel: #ffffff; --ink: #1f2328; --quiet: #5f6670;
      --line: #e3e0da; --a: #2f6f8f; --b: #c06a2b; --good: #2f7d4f; --bad: #b3403a;
      --s1: #2f6f8f; --s2: #7a9e5a; --s3: #c99a3c; --s4: #a2668c; --s5: #7a828c; --s6: #4f8f8a }
    @media (prefers-color-scheme: dark) { :root { --ground: #16181b; --panel: #1d2024;
      --ink: #e6e4df; --quiet: #9aa1aa; --line: #32363c; --a: #6cb3d6; --b: #e39a5e;
      --good: #6cc08f; --bad: #e5827b; --s1: #5ea7cb; --s2: #9cc07a; --s3: #dcb45f;
      --s4: #c48fb0; --s5: #9aa1aa; --s6: #74b8b2 } }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 15px/1.5 system-ui, 'Segoe UI', 'Noto Sans', sans-serif;
      -webkit-text-size-adjust: 100% }
    main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere }
    h2 { font-size: 1.1rem; margin: 0 0 .35rem }
    h3 { font-size: .95rem; margin: 1.1rem 0 .3rem; overflow-wrap: anywhere }
    header p, .note { color: var(--quiet); margin: .2rem 0 .8rem; overflow-wrap: anywhere }
    section { margin-top: 2.4rem }
    .facts { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: 1.2rem 0 }
    .facts dt { color: var(--quiet); font-size: .8rem }
    .facts dd { margin: 0; overflow-wrap: anywhere }
    .headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: .75rem; margin: 1.2rem 0 }
    .figure { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem;
      padding: .7rem .9rem }
    .figure strong { display: block; font-size: 1.45rem; font-weight: 600; line-height: 1.3;
      font-variant-numeric: tabular-nums }
    .figure span { color: var(--quiet); font-size: .82rem }
    .scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--line);
      border-radius: .5rem }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
    th, td { padding: .38rem .6rem; text-align: right; white-space: nowrap; vertical-align: top }
    th { font-weight: 600; color: var(--quiet); font-size: .8rem }
    tbody tr { border-top: 1px solid var(--line) }
    .left { text-align: left }
    .wrap { white-space: normal; text-align: left; min-width: 13rem; overflow-wrap: anywhere }
    .total td { font-weight: 600 }
    .faint { color: var(--quiet) }
    code { font: .88em/1.4 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere }
    mark { background: none; color: inherit; border-bottom: 2px solid var(--b); font-weight: 600 }
    .bad mark, mark.bad { border-color: var(--bad) }
    mark.good { border-color: var(--good) }
    .examples { list-style: none; margin: 0; padding: 0 .9rem; background: var(--panel);
      border: 1px solid var(--line); border-radius: .5rem }
    .examples li { padding: .45rem 0; overflow-wrap: anywhere }
    .examples li + li { border-top: 1px solid var(--line) }
    .examples small { display: block; color: var(--quiet) }
    details { margin-top: .6rem }
    summary { cursor: pointer; overflow-wrap: anywhere }
    details .examples { margin-top: .4rem }
    svg { display: block; width: 100%; height: auto; max-width: 40rem; margin: 0 auto }
    .plot { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem;
      padding: .9rem; margin-bottom: .75rem; overflow-x: auto }
    svg text { fill: var(--ink); font-size: 12px; font-family: inherit }
    svg .axis { fill: var(--quiet); font-size: 11px }
    svg .grid { stroke: var(--line) }
    .key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .6rem 0 0; padding: 0;
      list-style: none; font-size: .85rem }
    .key li::before { content: ''; display: inline-block; width: .75rem; height: .75rem;
      border-radius: .15rem; margin-right: .4rem; background: var(--swatch) }
    """
}
