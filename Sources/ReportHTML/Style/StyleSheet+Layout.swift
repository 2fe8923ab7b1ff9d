extension StyleSheet {
  /// From the phone to the wide screen.
  ///
  /// Narrow: one column under a bar with the contents. From 60rem: the contents beside the text. From 76rem: a margin, for
  /// footnotes beside their marks (placed by anchors, each below the one before) or for the verdict table to reach into.
  static let layout = """
    .page,footer{width:100%;max-width:37.5rem;margin-inline:auto;padding-inline:1.25rem}
    .page{padding-top:2.5rem;position:relative}
    footer{padding-bottom:3rem}
    .toc{font-size:.84rem;line-height:1.4}
    .toc details{margin:0;font-size:inherit}
    .toc ol{list-style:none;margin:0;padding:0}
    .toc ol ol{padding-inline-start:1.1rem}
    .toc li{margin:.15rem 0}
    .toc a{color:var(--muted);display:flex;gap:.5em;text-decoration:none;padding:.15rem .5rem;border-inline-start:2px solid transparent;margin-inline-start:-.5rem}
    .toc a:hover{color:var(--text)}
    .toc a[aria-current]{color:var(--text);border-inline-start-color:var(--link)}
    .toc .no{flex:none;min-width:1.3em}
    .toc .now{unicode-bidi:isolate}
    :target{scroll-margin-top:1.5rem}
    :is(.fig,.tbl,.claim,.equation,.experiment,.footnotes li):target{box-shadow:0 0 0 .5rem var(--flash);background:var(--flash);border-radius:2px}
    :is(.fig,.tbl,.equation):target :is(.formula,.pan,.scroll){--ground:var(--flash)}
    @media (max-width:59.99rem){
    html{scroll-padding-top:3.5rem}
    .toc{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--hair)}
    .toc summary{display:block;max-width:37.5rem;margin:0 auto;padding:.65rem 1.25rem;font-size:.8rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .toc details[open]>summary{margin-bottom:0}
    .toc details>ol{max-width:37.5rem;margin:0 auto;padding:0 1.75rem .8rem;max-height:70vh;overflow-y:auto}
    .toc li a{padding:.35rem .5rem}
    .plot button{inset-inline:auto 0;top:calc(100% + .5rem)}
    .plot:has(>button)+figcaption{padding-inline-end:2.4rem}
    }
    @media (min-width:40.01rem) and (max-width:59.99rem){
    .page>:is(.equation,.tbl,.listing){width:max-content;min-width:100%;max-width:calc(100vw - 3rem);position:relative;inset-inline-start:50%;translate:-50%}
    [dir=rtl] .page>:is(.equation,.tbl,.listing){translate:50%}
    }
    @media (min-width:60rem){
    body{display:grid;grid-template-columns:12.5rem minmax(0,35rem);column-gap:3rem;justify-content:center;padding:0 1.5rem}
    .skip{grid-column:1/-1}
    .toc{grid-column:1;grid-row:1/span 3;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:3.2rem 0 2rem;padding-inline-start:.5rem;scrollbar-width:thin}
    .toc summary{font-weight:700;cursor:default;pointer-events:none;margin-bottom:.4rem}
    .toc summary::before,.toc summary .now{display:none}
    .toc details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}
    .page,footer{grid-column:2;padding-inline:0}
    .page{padding-top:3rem}
    }
    @media (min-width:76rem){
    body{grid-template-columns:12.5rem minmax(0,35rem) 15rem}
    .page:not(:has(:is(header,.verdicts) [role=doc-noteref])) .verdicts{width:calc(100% + 18rem)}
    .page:not(.noted)>:is(.equation,.tbl,.listing){width:max-content;min-width:100%;max-width:calc(100% + 18rem)}
    @supports (anchor-name:--a) and (top:max(anchor(--a top),1px)){
    .noted .footnotes{border:0;margin:0;padding:0;font-size:.82rem;line-height:1.45}
    .noted .footnotes ol{list-style:none;margin:0;padding:0}
    .noted .footnotes li{position:absolute;inset-inline-start:calc(100% + 3rem);width:15rem;color:var(--muted);top:max(anchor(var(--mark) top,0px),calc(anchor(var(--above,--none) bottom,-2rem) + .9rem))}
    .noted .footnotes li::before{content:counter(list-item) "\\2002";font-weight:600;font-size:.85em;color:var(--text)}
    .noted .footnotes li>p:first-of-type{display:inline}
    }
    }
    @container (max-width:44rem){
    .verdicts thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .verdicts tbody,.verdicts table{display:block}
    .verdicts tr{display:grid;grid-template-columns:auto auto minmax(0,1fr) auto;gap:.2rem .9rem;padding:.65rem 0;align-items:baseline}
    .verdicts tr+tr{border-top:1px solid var(--hair)}
    .verdicts td,.verdicts tr+tr td{padding:0;border:0}
    .verdicts .num{grid-area:1/1}
    .verdicts .src{grid-area:1/2/2/4}
    .verdicts .ver{grid-area:1/4}
    .verdicts .say{grid-area:2/1/3/5;font-size:1rem;line-height:1.4}
    .verdicts .exp,.verdicts .est{grid-row:3;white-space:normal}
    .verdicts .exp{grid-column:1/3}
    .verdicts .est{grid-column:3/5}
    .verdicts .exp::before,.verdicts .est::before{color:var(--muted);content:"Expected "}
    .verdicts .est::before{content:"Measured "}
    }
    @media (max-width:40rem){
    body{font-size:1.0625rem}
    .page{padding-top:1.5rem}
    h1{font-size:1.7rem}
    h2{font-size:1.3rem}
    td,th{padding-inline:.4rem}
    .page>.fig .plot{margin-inline:-1.25rem}
    .page>.fig .pan{padding:0 1.25rem}
    .page>.fig .plot button{inset-inline-end:1.25rem}
    .pan>svg{max-width:max(100%,32rem)}
    .fig>.links{display:block}
    .equation{font-size:1rem;column-gap:.4rem}
    .claim,.callout{margin-inline:-.5rem}
    }
    """

  /// On paper: sizes keep their proportions to the text, which is set in 11 points.
  static let print = """
    @page{margin:20mm 28mm 22mm}
    @media print{
    html{font-size:9.8pt}
    body{display:block;font-size:1.125rem;padding:0}
    .toc,.anchor,.skip,.back,.cited,button,.tip,:is(.numbers,.source):not([open]){display:none}
    details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}
    summary::before{display:none}
    .page,footer,.abstract p,.paper,figcaption,caption,.refs li,.footnotes li{max-width:none}
    .page,footer{padding:0}
    .plot:has(>button)+figcaption{padding:0}
    .noted .footnotes,.noted .footnotes li{position:static;width:auto}
    a,a:hover{color:inherit;text-decoration:none}
    h2,h3,h4{break-after:avoid}
    tr,pre,.equation,.claim,.callout,.failure,.tbl table{break-inside:avoid}
    .formula,.pan,.scroll,.data{background:none}
    thead{display:table-header-group}
    pre{white-space:pre-wrap}
    .scroll,.data,.formula,.pan{overflow:visible;max-height:none}
    p{orphans:2;widows:2}
    }
    """
}
