/// The look of a report on screen and on paper.
///
/// One column of about 70 characters, the contents beside it where there is room; colours follow the reader's light or
/// dark preference by the same variables that the charts use.
enum StyleSheet {
  /// Custom properties of a theme's colours, as the charts name them.
  static let css = """
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1.5rem}
    body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.6 "Reprise Serif","TeX Gyre Pagella","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;font-kerning:normal;font-variant-ligatures:common-ligatures;overflow-wrap:break-word}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
    .page{max-width:44rem;margin:0 auto;padding:3rem 1.25rem 5rem}
    a{color:var(--link);text-decoration:none}
    a:hover,a:focus-visible{text-decoration:underline;text-underline-offset:.15em}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
    h1,h2,h3,h4,.sans,.toc,figcaption b,caption b,.badge,.claim header,.verdicts,.experiment,summary,.failure header,.callout>p.kind,footer{font-family:"Helvetica Neue","TeX Gyre Heros",Helvetica,Arial,"Liberation Sans",sans-serif}
    h1{font-size:2.1rem;line-height:1.15;letter-spacing:-.015em;margin:0 0 .5rem;font-weight:700;text-wrap:balance}
    .subtitle{font-size:1.2rem;color:var(--muted);margin:0 0 1.25rem;line-height:1.4;text-wrap:balance}
    .byline{margin:0 0 .25rem;font-size:.98rem}
    .byline .where{color:var(--muted)}
    .paper{font-size:.95rem;color:var(--muted);margin:1.25rem 0;padding:.2rem 0 .2rem 1rem;border-left:3px solid var(--rule)}
    .paper cite{font-style:italic;color:var(--text)}
    .abstract{margin:1.75rem 0;font-size:.98rem}
    .abstract h2{font-size:.8rem;text-transform:uppercase;letter-spacing:.09em;color:var(--muted);margin:0 0 .4rem;border:0;padding:0}
    h2{font-size:1.4rem;line-height:1.25;margin:2.75rem 0 .8rem;font-weight:700;letter-spacing:-.01em;text-wrap:balance}
    h3{font-size:1.1rem;line-height:1.3;margin:2rem 0 .6rem;font-weight:700;text-wrap:balance}
    h4{font-size:1rem;margin:1.5rem 0 .4rem}
    h2 .no,h3 .no,h4 .no{color:var(--muted);font-weight:400;margin-right:.6em}
    .anchor{opacity:0;margin-left:.4em;font-weight:400;color:var(--muted)}
    :is(h2,h3,h4):hover .anchor,.anchor:focus{opacity:1}
    p{margin:0 0 1rem;hyphens:auto;text-wrap:pretty}
    ul,ol{margin:0 0 1rem;padding-left:1.5rem}
    li>p{margin-bottom:.4rem}
    li.task{list-style:none;margin-left:-1.3rem}
    blockquote{margin:1rem 0;padding:.1rem 0 .1rem 1.2rem;border-left:3px solid var(--rule);color:var(--muted)}
    code,pre{font-family:ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.84em;font-variant-ligatures:none}
    :not(pre)>code{background:var(--tint);padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}
    pre{background:var(--tint);padding:.85rem 1rem;border-radius:6px;overflow-x:auto;line-height:1.5;margin:0 0 1rem;tab-size:2}
    pre code{font-size:inherit}
    hr{border:0;border-top:1px solid var(--rule);margin:2.5rem auto;width:40%}
    sup{line-height:0;font-size:.72em;vertical-align:.42em}
    math{font-family:"Reprise Math","TeX Gyre Pagella Math","Latin Modern Math","STIX Two Math",math;font-size:1.04em}
    .nobr{white-space:nowrap}
    .equation{display:grid;grid-template-columns:1fr auto;align-items:center;gap:1rem;margin:1.15rem 0;overflow-x:auto;overflow-y:hidden}
    .equation math{margin:0 auto;padding:.15rem 0}
    .equation .no{color:var(--muted);font-size:.95rem}
    figure{margin:1.9rem 0;break-inside:avoid}
    figure .plot{text-align:center;overflow-x:auto;overflow-y:hidden}
    figure svg{max-width:100%;height:auto}
    figure img{max-width:100%;height:auto;background:#fff;border-radius:3px}
    figcaption,caption{font-size:.9rem;line-height:1.45;color:var(--text);text-align:left;margin:.6rem 0 0;text-wrap:pretty}
    figcaption b,caption b{font-weight:700;font-size:.86rem;margin-right:.3em}
    .notes{display:block;color:var(--muted);font-size:.82rem;margin-top:.25rem}
    details{margin:.35rem 0 0;font-size:.85rem}
    summary{cursor:pointer;color:var(--muted);font-size:.76rem;display:inline-block;padding:.1rem 0}
    summary::before{content:"\\25B8";display:inline-block;margin-right:.4em;font-size:.9em}
    details[open]>summary::before{content:"\\25BE"}
    summary:hover{color:var(--text)}
    details[open]>summary{margin-bottom:.35rem}
    details pre{font-size:.9em}
    .scroll{overflow-x:auto;max-width:100%}
    .data{max-height:18rem;overflow:auto;border:1px solid var(--rule);border-radius:4px}
    .data table{margin:0;font-size:.78rem}
    .data th{position:sticky;top:0;background:var(--paper)}
    table{border-collapse:collapse;margin:0 auto;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
    .tbl{margin:1.9rem 0}
    .tbl table{border-top:1.5px solid var(--text);border-bottom:1.5px solid var(--text)}
    .tbl caption{caption-side:top;margin:0 0 .5rem}
    th{font-weight:600;text-align:left;padding:.35rem .7rem;border-bottom:1px solid var(--text);vertical-align:bottom}
    td{padding:.28rem .7rem;vertical-align:top}
    .r{text-align:right}
    .c{text-align:center}
    .verdicts{margin:2rem 0}
    .verdicts h2{margin:0 0 .2rem;font-size:1.05rem}
    .verdicts p{font-size:.92rem;color:var(--muted);margin:0 0 .6rem}
    .verdicts table{width:100%;font-size:.8rem;line-height:1.4;border-top:1.5px solid var(--text);border-bottom:1.5px solid var(--text)}
    .verdicts td,.verdicts th{padding:.34rem .5rem}
    .verdicts td.say{font-family:"Reprise Serif","TeX Gyre Pagella",Palatino,Georgia,serif;font-size:.86rem}
    .verdicts tr+tr td{border-top:1px solid var(--hair)}
    .verdicts .nw{white-space:nowrap}
    .badge{display:inline-block;font-size:.7rem;font-weight:700;letter-spacing:.02em;padding:.12rem .5rem .1rem;border-radius:1rem;white-space:nowrap;border:1px solid currentColor}
    .supported .badge,.badge.supported{color:var(--good)}
    .refuted .badge,.badge.refuted,.faulty .badge,.badge.faulty{color:var(--bad)}
    .inconclusive .badge,.badge.inconclusive,.blocked .badge,.badge.blocked{color:var(--warn)}
    .claim{margin:1.4rem 0;padding:.75rem 1rem .7rem;border-left:4px solid var(--good);background:var(--tint);border-radius:0 6px 6px 0;break-inside:avoid}
    .claim.refuted,.claim.faulty{border-color:var(--bad)}
    .claim.inconclusive,.claim.blocked{border-color:var(--warn)}
    .claim header{display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:baseline;font-size:.82rem;color:var(--muted)}
    .claim header b{color:var(--text)}
    .claim header .badge{margin-left:auto}
    .claim p{margin:.3rem 0}
    .claim .measure{font-size:.88rem;color:var(--muted)}
    .claim .measure b{font-weight:600;color:var(--text)}
    .experiment{margin:1.1rem 0;font-size:.78rem;line-height:1.55;color:var(--muted);border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:.4rem 0}
    .experiment code{background:none;padding:0;color:var(--text)}
    .experiment summary{font-size:.78rem}
    .failure{margin:1.5rem 0;padding:.75rem 1rem;border:1px solid var(--bad);border-left-width:4px;border-radius:4px}
    .failure.blocked{border-color:var(--warn)}
    .failure header{font-weight:700;color:var(--bad);font-size:.9rem}
    .failure.blocked header{color:var(--warn)}
    .failure p{margin:.3rem 0;font-size:.92rem}
    .failure pre{margin:.5rem 0 0;font-size:.78rem}
    .error{color:var(--bad)}
    .callout{margin:1.4rem 0;padding:.7rem 1rem .1rem;border-left:4px solid var(--link);background:var(--tint);border-radius:0 6px 6px 0}
    .callout>p.kind{font-weight:700;font-size:.82rem;margin:0 0 .3rem;color:var(--link)}
    .callout.warning,.callout.caution{border-color:var(--warn)}
    .callout.warning>p.kind,.callout.caution>p.kind{color:var(--warn)}
    .callout.tip{border-color:var(--good)}
    .callout.tip>p.kind{color:var(--good)}
    .refs{list-style:none;padding:0;font-size:.93rem}
    .refs li{padding-left:1.6em;text-indent:-1.6em;margin-bottom:.5rem}
    .footnotes{font-size:.88rem;border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem}
    .footnotes li>p:last-of-type{display:inline}
    footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.76rem}
    footer dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
    footer dt{font-weight:600}
    footer dd{margin:0;overflow-wrap:anywhere}
    :target{scroll-margin-top:1.5rem}
    figure:target,.tbl:target,.claim:target,.equation:target{box-shadow:0 0 0 .5rem var(--flash);background:var(--flash);border-radius:2px}
    .toc{font-size:.82rem;line-height:1.4}
    .toc>details{margin:0}
    .toc ol{list-style:none;margin:0;padding:0}
    .toc ol ol{padding-left:1.1rem}
    .toc li{margin:.3rem 0}
    .toc a{color:var(--muted);display:flex;gap:.5em}
    .toc a:hover{color:var(--text)}
    .toc .no{flex:none;min-width:1.3em}
    @media (min-width:78rem){.toc{position:fixed;top:3rem;left:max(1.5rem,calc(50vw - 38rem));width:13.5rem;max-height:calc(100vh - 6rem);overflow-y:auto}.toc summary{font-weight:700}.verdicts .scroll{width:min(56rem,calc(50vw + 20rem));max-width:none}}
    @media (max-width:77.99rem){.toc{max-width:44rem;margin:0 auto;padding:1rem 1.25rem 0}}
    @media (max-width:40rem){body{font-size:1rem}.page{padding-top:1.5rem}h1{font-size:1.65rem}.verdicts .wide{display:none}td,th{padding-left:.4rem;padding-right:.4rem}.claim{margin-left:-.4rem;margin-right:-.4rem}}
    @media print{:root{color-scheme:light}body{font-size:10.5pt;background:#fff}.toc,.anchor,.skip,details:not([open]){display:none}.page{max-width:none;padding:0}a{color:inherit}h2,h3{break-after:avoid}tr,pre{break-inside:avoid}p{orphans:2;widows:2}}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    """
}
