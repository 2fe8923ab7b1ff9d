import Graphics

/// The page's colours and those of the charts as CSS variables, for light and dark.
enum PageColors {
  static var css: String {
    let light = ":root{color-scheme:light dark;\(chart(.light))--paper:#fff;--text:#1a1a1a;--muted:#5b6068;--rule:#d4d7db;--hair:#e6e8ea;--tint:#f5f6f7;--link:#00598c;--good:#00704f;--bad:#b3261e;--warn:#8a5a00;--flash:#fff6d6}"
    let dark = ":root{\(chart(.dark))--paper:#15181c;--text:#e6e7e8;--muted:#a5abb3;--rule:#3a4047;--hair:#2b3036;--tint:#1e2328;--link:#7cc0ec;--good:#56cfa5;--bad:#ff8a80;--warn:#e8b84a;--flash:#3a3312}"
    return "\(light)\n@media screen and (prefers-color-scheme:dark){\(dark)}\n"
  }

  private static func chart(_ theme: Theme) -> String {
    theme.cssDeclarations
  }
}
