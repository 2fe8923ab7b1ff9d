/// What the index of reports adds to the look of the reports.
enum IndexStyle {
  static let css = """
    .list{max-width:74rem;margin:0 auto;padding:3rem 1.25rem 5rem}
    .subtitle{margin-bottom:1.2rem}
    .find,.foot{font-family:"Helvetica Neue","TeX Gyre Heros",Helvetica,Arial,"Liberation Sans",sans-serif}
    .find{display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:baseline;margin:0;font-size:.85rem;color:var(--muted)}
    .find input{font-size:1rem;line-height:1.3;color:var(--text);background:var(--paper);border:1px solid var(--muted);border-radius:6px;padding:.4rem .7rem;width:20rem;max-width:100%}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:1.5rem;margin:1.75rem 0 0;padding:0;list-style:none}
    .card{position:relative;border:1px solid var(--rule);border-radius:8px;overflow:hidden;display:flex;flex-direction:column}
    .card:hover{border-color:var(--muted)}
    .card:focus-within{outline:2px solid var(--link);outline-offset:2px}
    .card[hidden]{display:none}
    .thumb{order:-1;background:#fff;height:12rem;display:flex;align-items:center;justify-content:center;padding:.75rem;border-bottom:1px solid var(--hair)}
    .thumb img{max-width:100%;max-height:100%;width:100%;height:100%;object-fit:contain}
    @media screen and (prefers-color-scheme:dark){
    .drawn{background:none}
    .drawn img{filter:invert(1) hue-rotate(180deg);mix-blend-mode:screen}
    }
    .say{padding:.9rem 1rem 1rem;display:flex;flex-direction:column;gap:.5rem;flex:1}
    .card h2{font-size:1.08rem;margin:0}
    .card h2 a{text-decoration:none}
    .card h2 a::after{content:"";position:absolute;inset:0}
    .card h2 a:focus-visible{outline:0}
    .card p{font-size:.88rem;line-height:1.45;color:var(--muted);margin:0}
    .foot{margin-top:auto;font-size:.78rem;display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;color:var(--muted)}
    .foot a{position:relative;z-index:1}
    .badge{display:inline-block;font-size:.7rem;font-weight:700;letter-spacing:.02em;line-height:1.5;padding:.1rem .5rem;border-radius:1rem;white-space:nowrap;border:1px solid currentColor}
    .badge.supported{color:var(--good)}
    .badge.refuted,.badge.faulty{color:var(--bad)}
    .badge.inconclusive,.badge.blocked{color:var(--warn)}
    @media (max-width:40rem){.list{padding-top:1.5rem}h1{font-size:1.7rem}}
    @media print{.find{display:none}.card{break-inside:avoid}}
    """
}
