/// Relations: `command character` pairs.
extension MathSymbolTable {
  static let relations = """
    le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ llless ⋘ gggtr ⋙
    ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ thicksim ∼ thickapprox ≈ asymp ≍ propto ∝ varpropto ∝
    prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸
    curlyeqprec ⋞ curlyeqsucc ⋟ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛
    subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐
    sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ owns ∋ mid ∣ parallel ∥ shortmid ∣ shortparallel ∥ perp ⟂ models ⊨ vdash ⊢
    dashv ⊣ vDash ⊨ Vdash ⊩ Vvdash ⊪ smile ⌣ frown ⌢ smallsmile ⌣ smallfrown ⌢ bowtie ⋈ Join ⋈ doteq ≐ doteqdot ≑
    Doteq ≑ fallingdotseq ≒ risingdotseq ≓ coloneqq ≔ coloneq ≔ colonequals ≔ eqqcolon ≕ eqcolon ≕ eqcirc ≖ circeq ≗
    triangleq ≜ bumpeq ≏ Bumpeq ≎ between ≬ pitchfork ⋔ therefore ∴ because ∵ backsim ∽ backsimeq ⋍ eqsim ≂
    trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ unlhd ⊴ unrhd ⊵ lhd ⊲ rhd ⊳
    vartriangle △ blacktriangleleft ◀ blacktriangleright ▶ lessdot ⋖ gtrdot ⋗ eqslantless ⪕ eqslantgtr ⪖ ratio ∶
    lesseqqgtr ⪋ gtreqqless ⪌ backepsilon ∍ imageof ⊷ origof ⊶ isin ∈ sub ⊂ sube ⊆ supe ⊇ dblcolon ∷ coloncolon ∷
    equalscolon ≕ minuscolon ∹ colonminus ≔ vcentcolon ∶ wedgeq ≙ questeq ≟ eqdef ≝
    arceq ≘ veeeq ≚ stareq ≛ measeq ≞ apprge ≳ apprle ≲
    """

  static let negatedRelations = """
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lnsim ⋦ gnsim ⋧ nprec ⊀ nsucc ⊁
    npreceq ⋠ nsucceq ⋡ precnsim ⋨ succnsim ⋩ nsim ≁ ncong ≇ nmid ∤ nparallel ∦ nshortmid ∤ nshortparallel ∦
    nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭
    nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ notin ∉
    notni ∌ nsubset ⊄ nsupset ⊅ nequiv ≢ napprox ≉
    gnapprox ⪊ lnapprox ⪉ gvertneqq ≩ lvertneqq ≨ precneqq ⪵ succneqq ⪶ precnapprox ⪹ succnapprox ⪺ varsubsetneqq ⫋
    varsupsetneqq ⫌ nasymp ≭ nsqsubseteq ⋢ nsqsupseteq ⋣
    """

  /// The negated form of a relation: `character negated` pairs, for `\not`.
  static let negations = """
    = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ∼ ≁ ≃ ≄ ≅ ≇ ≈ ≉ ≡ ≢ ≍ ≭ ≺ ⊀ ≻ ⊁ ⪯ ⋠ ⪰ ⋡ ≼ ⋠ ≽ ⋡ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ∣ ∤ | ∤ ∥ ∦ ‖ ∦ ∃ ∄
    ⊢ ⊬ ⊨ ⊭ ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎ ≲ ≴ ≳ ≵ ⊴ ⋬ ⊵ ⋭ ⊲ ⋪ ⊳ ⋫ ⊑ ⋢ ⊒ ⋣
    """

  /// The negated form of a relation's character, where Unicode has one.
  static func negation(of scalar: UInt32) -> UInt32? { negationTable[scalar] }

  private static let negationTable: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (plain, negated) in pairs(negations) {
      if let first = plain.unicodeScalars.first?.value { table[first] = negated }
    }
    return table
  }()
}
