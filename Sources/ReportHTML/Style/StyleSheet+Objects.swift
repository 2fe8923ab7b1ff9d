extension StyleSheet {
  /// Equations, figures, tables, listings, and what unfolds below them.
  static let objects = """
    .equation{display:grid;grid-template-columns:minmax(auto,1fr) minmax(0,auto) minmax(auto,1fr);align-items:center;gap:0 .75rem;margin:1.2rem 0}
    .formula{grid-column:2;overflow-x:auto;overflow-y:hidden;padding:.2rem 0;scrollbar-width:thin}
    .equation .no{grid-column:3;justify-self:end;color:var(--muted);font-size:1rem}
    figure{margin:0;break-inside:avoid}
    .fig{margin:2rem 0}
    .plot{position:relative}
    .pan{text-align:center;overflow-x:auto;overflow-y:hidden;scrollbar-width:thin}
    .pan>:is(svg,img){max-width:100%;height:auto;vertical-align:top}
    figure img{background:#fff;border-radius:3px}
    .formula,.pan,.data,pre{direction:ltr}
    .formula,.pan,.scroll,.data{--ground:var(--paper)}
    .formula,.pan,.scroll,.data,pre{background:linear-gradient(to right,var(--ground) 40%,transparent) 0/2.5rem 100% local,linear-gradient(to left,var(--ground) 40%,transparent) 100%/2.5rem 100% local,linear-gradient(to right,var(--shade),transparent) 1px 1px/.7rem calc(100% - 2px) scroll,linear-gradient(to left,var(--shade),transparent) calc(100% - 1px) 1px/.7rem calc(100% - 2px) scroll;background-repeat:no-repeat;background-color:var(--ground)}
    @media (forced-colors:active){.formula,.pan,.scroll,.data,pre{background:none}}
    .zoom-in{cursor:zoom-in}
    .view .zoom-in{cursor:auto}
    .plot button{position:absolute;top:0;inset-inline-start:calc(100% + .4rem);opacity:0;padding:.3rem;line-height:0}
    button svg{width:1rem;height:1rem;fill:none;stroke:currentColor;stroke-width:1.5}
    .fig:hover .plot button,.plot button:focus-visible{opacity:1}
    dialog.zoom{border:0;padding:0;width:96vw;max-width:96vw;height:94vh;height:94dvh;max-height:94dvh;background:var(--paper);color:var(--text);border-radius:8px;overflow:hidden}
    dialog.zoom[open]{display:flex;flex-direction:column}
    dialog.zoom::backdrop{background:rgb(0 0 0/.6)}
    dialog.zoom header{display:flex;gap:1rem;align-items:center;justify-content:space-between;padding:.5rem .6rem;padding-inline-start:1rem;border-bottom:1px solid var(--hair);font-size:.86rem;font-weight:700}
    .view{flex:1;overflow:auto;display:flex;padding:1rem}
    .view .plot{margin:auto}
    .view .pan{overflow:visible;background:none}
    .view .pan>:is(svg,img){max-width:none;display:block}
    .view .plot>button{display:none}
    figcaption,caption{font-size:.93rem;line-height:1.45;color:var(--text);text-align:start;margin:.6rem 0 0;text-wrap:pretty}
    figcaption b,caption b{font-weight:700;font-size:.86rem;margin-inline-end:.15em;unicode-bidi:isolate}
    .notes{display:block;color:var(--muted);font-size:.84rem;line-height:1.45;margin:.25rem 0 0}
    .links{font-size:.76rem}
    details{margin:.35rem 0 0;font-size:.9rem}
    summary{cursor:pointer;color:var(--muted);font-size:.76rem;line-height:1.5;display:inline-block;padding:.2rem 0}
    summary::marker,summary::-webkit-details-marker{content:"";display:none}
    summary::before{content:"\\25B8";display:inline-block;width:1.1em;font-size:.9em}
    details:not([open])>summary:dir(rtl)::before{content:"\\25C2"}
    details[open]>summary::before{content:"\\25BE"}
    summary:hover{color:var(--text)}
    details[open]>summary{margin-bottom:.35rem}
    :is(.fig,.tbl)>:is(.links,details),.measure details{display:inline-block;vertical-align:baseline;margin:.1rem 0 0;margin-inline-end:.9rem}
    .measure details{margin:0}
    .links[dir=ltr]{margin-inline:.9rem 0}
    :is(.fig,.tbl,.measure)>details[open]{display:block;margin:.1rem 0 0}
    .listing{position:relative;margin:0 0 1rem}
    pre{--ground:var(--tint);padding:.8rem 1rem;border-radius:6px;overflow-x:auto;line-height:1.5;margin:0;tab-size:2;scrollbar-width:thin}
    pre code{font-size:inherit}
    .listing button{position:absolute;top:-.8rem;inset-inline-end:.6rem;opacity:0}
    .listing:hover button,.listing button:focus-visible{opacity:1}
    @media (hover:none){.listing button,.plot button{opacity:1}}
    .scroll{overflow-x:auto;max-width:100%;scrollbar-width:thin}
    table{border-collapse:collapse;font-size:.92rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
    .tbl{margin:2rem 0}
    table[dir=rtl]{margin-left:auto}
    .tbl table{min-width:min(100%,22rem);border-top:1.5px solid var(--text);border-bottom:1.5px solid var(--text)}
    .tbl caption{caption-side:top;margin:0 0 .5rem}
    th{font-weight:600;text-align:start;padding:.35rem .7rem;border-bottom:1px solid var(--text);vertical-align:bottom}
    td{padding:.28rem .7rem;vertical-align:top}
    thead td{border-bottom:1px solid var(--text)}
    .r{text-align:right}
    td.r{white-space:nowrap}
    .c{text-align:center}
    """

  /// The numbers below a figure.
  static let data = """
    .data{max-height:20rem;overflow:auto;border:1px solid var(--rule);border-radius:4px;position:relative}
    .data table{margin:0;font-size:.78rem}
    .data :is(th,td){text-align:right;padding:.16rem .7rem;white-space:nowrap}
    .data .t{text-align:start}
    .data th{position:sticky;top:0;background:var(--paper)}
    """
}
