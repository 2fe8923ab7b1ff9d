/// Arrows: `command character` pairs.
extension MathSymbolTable {
  static let arrows = """
    leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕ Leftarrow ⇐ Rightarrow ⇒
    Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ longleftarrow ⟵ longrightarrow ⟶ longleftrightarrow ⟷
    Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺  mapsto ↦ longmapsto ⟼ mapsfrom ↤
    hookleftarrow ↩ hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁
    rightleftharpoons ⇌ leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
    leftrightsquigarrow ↭ dashrightarrow ⇢ dashleftarrow ⇠ leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆
    rightleftarrows ⇄ upuparrows ⇈ downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠
    leftarrowtail ↢ rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ curvearrowright ↷
    circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ upharpoonleft ↿ upharpoonright ↾ restriction ↾ downharpoonleft ⇃
    downharpoonright ⇂ multimap ⊸ nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏
    nLeftrightarrow ⇎ rightarrowtriangle ⇾ leftarrowtriangle ⇽ longmapsfrom ⟻ Mapsto ⤇ larr ← rarr → harr ↔ uarr ↑ darr ↓
    lrarr ↔ Larr ⇐ lArr ⇐ Rarr ⇒ rArr ⇒ Harr ⇔ hArr ⇔ Lrarr ⇔ lrArr ⇔ Uarr ⇑ uArr ⇑ Darr ⇓ dArr ⇓ leftrightarrowtriangle ⇿
    rightleftharpoonup ⇌ dasharrow ⇢
    """
}
