/// Commands that are defined in TeX itself, by others.
enum BuiltinMacros {
  static let bodies: [String: String] = [
    "bmod": "\\mathbin{\\mathrm{mod}}",
    "pmod": "\\mkern8mu(\\mathrm{mod}\\mkern6mu #1)",
    "mod": "\\mkern12mu\\mathrm{mod}\\mkern6mu #1",
    "pod": "\\mkern8mu(#1)",
    "mathstrut": "\\vphantom{(}",
    "strut": "\\vphantom{(}",
    "vcentcolon": "\\mathrel{:}",
    "dblcolon": "\\mathrel{::}",
    "hdots": "\\ldots",
    "varlimsup": "\\mathop{\\overline{\\mathrm{lim}}}\\limits",
    "varliminf": "\\mathop{\\underline{\\mathrm{lim}}}\\limits",
    "mathds": "\\mathbb{#1}",
  ]
}
