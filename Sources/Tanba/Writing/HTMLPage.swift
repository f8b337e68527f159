/// What is the same on every page of ``HTMLEncoder``, and the legend.
enum HTMLPage {
  /// Under what documents are counted; no label is so called.
  static let documentCount = "documents"

  /// The hue of each class in degrees, and how full its colour is. Classes of one kind are
  /// neighbours: people, places, bodies, times, numbers.
  private static let colours: [(label: EntityLabel, hue: Int, chroma: Int)] = [
    (.person, 350, 75), (.norp, 325, 55), (.position, 20, 80),
    (.gpe, 145, 50), (.location, 168, 50), (.facility, 186, 60),
    (.organisation, 215, 80), (.project, 232, 55), (.product, 250, 60),
    (.date, 46, 95), (.time, 60, 75),
    (.law, 275, 65), (.event, 292, 60), (.art, 308, 45), (.adage, 300, 25),
    (.language, 335, 40), (.disease, 5, 60), (.nonHuman, 90, 45), (.contact, 200, 30),
    (.miscellaneous, 220, 8),
    (.cardinal, 30, 22), (.ordinal, 38, 32), (.percentage, 75, 35), (.money, 105, 40),
    (.quantity, 55, 25),
  ]

  /// Everything before the first document.
  static let head: String = {
    let classes = colours.map { colour in
      ".\(colour.label.rawValue){--h:\(colour.hue);--s:\(colour.chroma)%}"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="kk">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Tanba</title>
      <style>
      \(style)
      \(classes)
      </style>
      </head>
      <body>
      <main>

      """
  }()

  /// The legend and what ends the page. It stands behind the documents, since only then the counts
  /// are known, and is shown before them.
  static func appendLegend(counts: [String: Int], into output: inout OutputBuffer) {
    let labels = counts.keys.filter { $0 != documentCount }.sorted {
      (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1)
    }
    let mentions = labels.reduce(0) { $0 + (counts[$1] ?? 0) }
    let documents = counts[documentCount] ?? 0
    output.append("</main>\n<header lang=\"en\">\n<h1>Tanba</h1>\n<p>")
    output.append(counted(mentions, "mention") + " in " + counted(documents, "document"))
    output.append("</p>\n<ul>\n")
    for label in labels {
      let name = label.lowercased().replacing("_", with: "-")
      output.append("<li><button type=\"button\" aria-pressed=\"true\"")
      output.appendAttribute("class", label)
      output.appendAttribute("data-label", label)
      output.append("><i></i>\(name)<b>\(counts[label] ?? 0)</b></button></li>\n")
    }
    output.append("</ul>\n</header>\n<div id=\"facts\" role=\"status\" lang=\"en\" hidden></div>\n")
    output.append("<script>\n\(script)\n</script>\n</body>\n</html>\n")
  }

  private static func counted(_ count: Int, _ name: String) -> String {
    "\(count) \(name)\(count == 1 ? "" : "s")"
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1d2026;--soft:#666c77;--paper:#fff;--ground:#f4f3f0;
    --line:#dedbd4;--l:90%;--edge:44%}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e4df;--soft:#9a9ca3;--paper:#1d1f23;
    --ground:#141518;--line:#34373d;--l:25%;--edge:62%}}
    *{box-sizing:border-box}
    body{margin:0;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);
    font:16.5px/1.75 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    header{order:-1;position:sticky;top:0;z-index:1;padding:.7rem max(1rem,calc(50% - 23rem));
    background:var(--paper);border-bottom:1px solid var(--line)}
    header,h2,#facts{line-height:1.4}
    h1{display:inline;margin:0 .6rem 0 0;font-size:1rem}
    header p{display:inline;margin:0;color:var(--soft);font-size:.85rem}
    ul{display:flex;flex-wrap:wrap;gap:.35rem;margin:.5rem 0 0;padding:0;list-style:none}
    button{display:flex;align-items:center;gap:.4rem;padding:.2rem .6rem;border:1px solid var(--line);
    border-radius:1rem;background:none;color:inherit;font:inherit;font-size:.8rem;cursor:pointer}
    button i{width:.75rem;height:.75rem;border-radius:50%;background:hsl(var(--h) var(--s) var(--edge))}
    button b{color:var(--soft);font-weight:500;font-variant-numeric:tabular-nums}
    button[aria-pressed=false]{opacity:.5;text-decoration:line-through}
    button[aria-pressed=false] i{background:none;border:1px solid var(--soft)}
    main{width:min(48rem,100%);margin:1.2rem auto 30vh;padding:0 1rem}
    article{margin:0 0 1.2rem;padding:1.2rem clamp(1rem,4vw,2.2rem);background:var(--paper);
    border:1px solid var(--line);border-radius:.6rem}
    h2{margin:0 0 .8rem;color:var(--soft);font-size:.85rem;font-weight:500;overflow-wrap:anywhere}
    .text{margin:0;white-space:pre-wrap;overflow-wrap:break-word}
    .error{margin:0;color:#c22;font-family:ui-monospace,monospace;font-size:.85rem}
    mark{padding:.08em .18em;border-radius:.25em;color:inherit;cursor:help;
    background:hsl(var(--h) var(--s) var(--l));box-shadow:inset 0 -2px hsl(var(--h) var(--s) var(--edge));
    -webkit-box-decoration-break:clone;box-decoration-break:clone}
    mark:hover,mark:focus{outline:2px solid hsl(var(--h) var(--s) var(--edge))}
    mark.off{background:none;box-shadow:none;cursor:inherit;padding:0}
    mark.off:hover,mark.off:focus{outline:none}
    #facts{position:fixed;z-index:2;max-width:min(26rem,calc(100vw - 1rem));padding:.6rem .8rem;
    background:var(--paper);border:1px solid var(--line);border-radius:.5rem;font-size:.85rem;
    box-shadow:0 .4rem 1.4rem #0003;pointer-events:none}
    #facts[hidden]{display:none}
    #facts section+section{margin-top:.5rem;padding-top:.5rem;border-top:1px solid var(--line)}
    #facts h3{display:flex;align-items:center;gap:.4rem;margin:0 0 .2rem;font-size:.85rem}
    #facts h3 i{width:.75rem;height:.75rem;border-radius:50%;background:hsl(var(--h) var(--s) var(--edge))}
    dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:0}
    dt{color:var(--soft)}
    dd{margin:0;overflow-wrap:anywhere}
    @media (max-width:40rem){body{font-size:16px}header{position:static}main{padding:0 .5rem}
    article{padding:1rem}#facts{left:.5rem!important;right:.5rem;top:auto!important;
    bottom:.5rem;max-width:none}}
    @media print{header{position:static}body{background:none}article{border:0;padding:0}}
    @media (forced-colors:active){mark{text-decoration:underline}}
    """

  private static let script = """
    const box=document.getElementById("facts"),facts=new WeakMap();
    document.querySelectorAll("mark").forEach(mark=>{
    facts.set(mark,mark.title.split("\\n"));mark.removeAttribute("title")});
    function add(parent,name,text){const made=document.createElement(name);
    made.textContent=text||"";parent.append(made);return made}
    function show(mark){
    box.replaceChildren();
    for(let one=mark;one;one=one.parentElement.closest("mark")){
    if(one.classList.contains("off"))continue;
    const [label,...rest]=facts.get(one),part=add(box,"section"),list=document.createElement("dl");
    part.className=label;add(part,"h3","").append(document.createElement("i"),label);
    for(const line of rest){const [name,value]=line.split("\\t");add(list,"dt",name);add(list,"dd",value)}
    part.append(list)}
    box.hidden=!box.firstChild;
    if(box.hidden)return;
    const place=mark.getClientRects()[0],own=box.getBoundingClientRect();
    const below=place.bottom+6,fits=below+own.height<innerHeight;
    box.style.left=Math.max(8,Math.min(place.left,innerWidth-own.width-8))+"px";
    box.style.top=(fits?below:Math.max(8,place.top-own.height-6))+"px"}
    function hide(){box.hidden=true}
    addEventListener("mouseover",event=>{const mark=event.target.closest("mark");mark?show(mark):hide()});
    addEventListener("focusin",event=>{const mark=event.target.closest("mark");if(mark)show(mark)});
    addEventListener("focusout",hide);
    addEventListener("scroll",hide,{passive:true});
    addEventListener("keydown",event=>{if(event.key==="Escape")hide()});
    document.querySelectorAll("button").forEach(button=>button.addEventListener("click",()=>{
    const on=button.getAttribute("aria-pressed")!=="true";
    button.setAttribute("aria-pressed",on);
    for(const mark of document.getElementsByClassName(button.dataset.label))
    if(mark.tagName==="MARK"){mark.classList.toggle("off",!on);mark.tabIndex=on?0:-1}}));
    """
}
