extension StyleSheet {
  /// The verdict table, claims, experiments, failures and callouts.
  static let claims = """
    .verdicts{margin:2.2rem 0;container-type:inline-size}
    .verdicts h2{margin:0 0 .2rem;font-size:1.08rem}
    .verdicts p{font-size:.9rem;color:var(--muted);margin:0 0 .6rem}
    .verdicts table{width:100%;font-size:.82rem;line-height:1.42;border-top:1.5px solid var(--text);border-bottom:1.5px solid var(--text)}
    .verdicts td,.verdicts th{padding:.36rem .5rem}
    .verdicts .say{font-family:"Reprise Serif","TeX Gyre Pagella",Palatino,Georgia,serif;font-size:.92rem}
    .verdicts tr+tr td{border-top:1px solid var(--hair)}
    .verdicts .nw{white-space:nowrap}
    .verdicts .num a{text-decoration:none}
    .verdicts .src{color:var(--muted)}
    .badge{display:inline-block;font-size:.7rem;font-weight:700;letter-spacing:.02em;line-height:1.5;padding:.1rem .5rem;border-radius:1rem;white-space:nowrap;border:1px solid currentColor}
    .supported .badge,.badge.supported{color:var(--good)}
    .refuted .badge,.badge.refuted,.faulty .badge,.badge.faulty{color:var(--bad)}
    .inconclusive .badge,.badge.inconclusive,.blocked .badge,.badge.blocked{color:var(--warn)}
    .claim{margin:1.5rem 0;padding:.75rem 1rem .7rem;border-inline-start:4px solid var(--good);background:var(--tint);border-start-end-radius:6px;border-end-end-radius:6px;break-inside:avoid}
    .claim.refuted,.claim.faulty{border-color:var(--bad)}
    .claim.inconclusive,.claim.blocked{border-color:var(--warn)}
    .claim header{display:flex;gap:.75rem;align-items:baseline;font-size:.82rem;color:var(--muted)}
    .claim header b{color:var(--text)}
    .claim header :is(b,.badge){flex:none}
    .claim header .badge{margin-inline-start:auto}
    .claim+.claim{margin-top:-.8rem}
    .claim p{margin:.3rem 0}
    .measure{font-size:.9rem;line-height:1.45;color:var(--muted)}
    .measure .listing{margin:0 0 .3rem}
    .measure b{font-weight:600;color:var(--text)}
    .claim pre,.callout pre{--ground:var(--paper)}
    .experiment{margin:1.2rem 0;font-size:.8rem;line-height:1.6;color:var(--muted);border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:.35rem 0}
    .experiment:has(+.experiment){margin-bottom:0}
    .experiment+.experiment{margin-top:0;border-top:0}
    .experiment details{margin:0;font-size:inherit}
    .experiment code{background:none;padding:0;color:var(--text);font-size:.95em}
    .experiment summary{font-size:.8rem}
    .failure{margin:1.5rem 0;padding:.75rem 1rem;border:1px solid var(--bad);border-inline-start-width:4px;border-radius:4px}
    .failure.blocked{border-color:var(--warn)}
    .failure header{font-weight:700;color:var(--bad);font-size:.9rem}
    .failure.blocked header{color:var(--warn)}
    .failure p{margin:.3rem 0;font-size:.95rem}
    .failure .listing{margin:.5rem 0 0;font-size:.9rem}
    .error{color:var(--bad)}
    .callout{margin:1.5rem 0;padding:.7rem 1rem .1rem;border-inline-start:4px solid var(--link);background:var(--tint);border-start-end-radius:6px;border-end-end-radius:6px}
    .callout>p.kind{font-weight:700;font-size:.82rem;margin:0 0 .3rem;color:var(--link)}
    .is-warning,.is-caution{border-color:var(--warn)}
    :is(.is-warning,.is-caution)>p.kind{color:var(--warn)}
    .is-tip{border-color:var(--good)}
    .is-tip>p.kind{color:var(--good)}
    """
}
