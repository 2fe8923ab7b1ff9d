/// Delimiters: `command character` pairs.
extension MathSymbolTable {
  static let opening = """
    langle ⟨ lbrace { { { lbrack [ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ ulcorner ⌜ llcorner ⌞
    llbracket ⟦ lBrack ⟦ lparen ( lAngle ⟪ lang ⟨ lBrace ⦃ llangle ⟪
    """

  static let closing = """
    rangle ⟩ rbrace } } } rbrack ] rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ urcorner ⌝ lrcorner ⌟
    rrbracket ⟧ rBrack ⟧ rparen ) rAngle ⟫ rang ⟩ rBrace ⦄ rrangle ⟫
    """

  /// What may follow `\left`, `\middle`, `\right` and `\big` as a command.
  static let delimiterCommands = """
    { { } } lbrace { rbrace } lbrack [ rbrack ] lparen ( rparen ) langle ⟨ rangle ⟩ lt ⟨ gt ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈
    rceil ⌉ | ‖ vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ mid | parallel ‖ backslash \\ slash / lgroup ⟮ rgroup ⟯
    lmoustache ⎰ rmoustache ⎱ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ ulcorner ⌜
    urcorner ⌝ llcorner ⌞ lrcorner ⌟ llbracket ⟦ rrbracket ⟧ lBrack ⟦ rBrack ⟧ lAngle ⟪ rAngle ⟫ llangle ⟪ rrangle ⟫ lang ⟨ rang ⟩ lBrace ⦃ rBrace ⦄
    uarr ↑ darr ↓ Uarr ⇑ Darr ⇓ shortmid | bracevert | arrowvert | Arrowvert ‖
    """
}
