/// The look of a report on screen and on paper.
///
/// A column of at most 75 characters; where there is room, the contents to its left and footnotes to its right. Colours follow the
/// reader's light or dark preference by the same variables that the charts use.
enum StyleSheet {
  static let css = [page, text, objects, data, claims, layout, print].joined(separator: "\n")

  /// What the index of reports needs of it.
  static let base = [page, text].joined(separator: "\n")

  /// Frame, faces, focus.
  private static let page = """
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    body{margin:0;background:var(--paper);color:var(--text);font:1.125rem/1.58 "Reprise Serif","TeX Gyre Pagella","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;font-kerning:normal;font-variant-ligatures:common-ligatures;overflow-wrap:break-word}
    .skip{position:absolute;inset-inline-start:-99rem}
    .skip:focus{inset-inline-start:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    a{color:var(--link);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.16em;text-decoration-color:color-mix(in srgb,currentColor 38%,transparent)}
    a:hover{text-decoration-color:currentColor}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
    h1,h2,h3,h4,h5,h6,.toc,figcaption b,caption b,.badge,.claim header,.verdicts,.experiment,summary,button,input,.links,.failure header,.callout>p.kind,.zoom header,footer{font-family:"Helvetica Neue","TeX Gyre Heros",Helvetica,Arial,"Liberation Sans",sans-serif}
    button{font-size:.75rem;line-height:1;color:var(--muted);background:var(--paper);border:1px solid var(--rule);border-radius:5px;padding:.35rem .55rem;cursor:pointer}
    button:hover{color:var(--text);border-color:var(--muted)}
    """

  /// Headings, paragraphs, lists, code in lines.
  private static let text = """
    h1{font-size:2.15rem;line-height:1.12;letter-spacing:-.018em;margin:0 0 .6rem;font-weight:700;text-wrap:balance}
    .subtitle{font-size:1.22rem;color:var(--muted);margin:0 0 1.4rem;line-height:1.4;text-wrap:balance}
    .byline{margin:0 0 .15rem;font-size:1rem}
    .byline .where,.byline.where{color:var(--muted)}
    .paper{font-size:.95rem;line-height:1.5;color:var(--muted);margin:1.4rem 0;padding:.1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
    .paper cite{font-style:italic;color:var(--text)}
    .abstract{margin:1.9rem 0;font-size:1rem;line-height:1.55}
    .abstract h2{font-size:.78rem;text-transform:uppercase;letter-spacing:.09em;color:var(--muted);margin:0 0 .4rem}
    h2{font-size:1.42rem;line-height:1.25;margin:3rem 0 .8rem;font-weight:700;letter-spacing:-.01em;text-wrap:balance}
    h3{font-size:1.12rem;line-height:1.3;margin:2.1rem 0 .5rem;font-weight:700;text-wrap:balance}
    h4,h5,h6{font-size:1rem;margin:1.5rem 0 .4rem}
    h2 .no,h3 .no,h4 .no{color:var(--muted);font-weight:400;margin-inline-end:.6em}
    .anchor,.anchor:hover{opacity:0;margin-inline-start:.4em;font-weight:400;color:var(--muted);text-decoration:none}
    :is(h2,h3,h4,h5,h6):hover .anchor,.anchor:focus-visible{opacity:1}
    .self,.self:hover{color:inherit;text-decoration:none}
    .self:hover{text-decoration:underline}
    p{margin:0 0 1rem;hyphens:auto;hyphenate-limit-chars:7 3 3;text-wrap:pretty}
    ul,ol{margin:0 0 1rem;padding:0;padding-inline-start:1.5rem}
    li>p{margin-bottom:.4rem}
    li.task{list-style:none;margin-inline-start:-1.3rem}
    blockquote{margin:1rem 0;padding:.1rem 0;padding-inline-start:1.2rem;border-inline-start:3px solid var(--rule);color:var(--muted)}
    blockquote>:last-child{margin-bottom:0}
    code,pre{font-family:ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.8em;font-variant-ligatures:none}
    :not(pre)>code{direction:ltr;unicode-bidi:isolate;background:var(--tint);padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}
    :is(td,th)>code{overflow-wrap:break-word}
    [dir=rtl] :is(li>div,.toc span,.verdicts *,.notes)[dir=ltr]{text-align:right}
    hr{border:0;border-top:1px solid var(--rule);margin:2.5rem auto;width:40%}
    sup{line-height:0;font-size:.72em;vertical-align:.42em}
    sup a{text-decoration:none;padding:0 .1em}
    math{font-family:"Reprise Math","TeX Gyre Pagella Math","Latin Modern Math","STIX Two Math",math;font-size:1.04em}
    mtext{white-space:nowrap}
    mo[stretchy=true]{box-shadow:0 0 0 40em transparent}
    span[role=math]{direction:ltr;unicode-bidi:isolate}
    @supports (-moz-appearance:none){math .slant{display:none}}
    .nobr{white-space:nowrap}
    .nobr>span{white-space:normal}
    .refs{list-style:none;padding:0;font-size:.95rem;line-height:1.5}
    .cited{white-space:nowrap;font-size:.84em}
    .cited a{color:var(--muted);text-decoration:none;padding:0 .2em}
    .cited a:hover{color:var(--link)}
    .refs li{padding-inline-start:1.6em;text-indent:-1.6em;margin-bottom:.5rem}
    .footnotes{font-size:.88rem;line-height:1.5;border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem}
    .abstract p,.paper,figcaption,caption,.refs li,.footnotes li{max-width:32.5em}
    .footnotes li>p:last-of-type{display:inline}
    .footnotes .back{margin-inline-start:.35em}
    footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.76rem}
    footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:0}
    footer dt{font-weight:600}
    footer dd{margin:0;overflow-wrap:anywhere}
    """
}
