/// Binary operators, big operators and punctuation: `command character` pairs.
extension MathSymbolTable {
  static let binary = """
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧
    land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹
    oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ dotplus ∔ ltimes ⋉ rtimes ⋊
    leftthreetimes ⋋ rightthreetimes ⋌ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ barwedge ⊼ veebar ⊻ doublebarwedge ⩞
    curlywedge ⋏ curlyvee ⋎ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circleddash ⊝ circledast ⊛ circledcirc ⊚
    centerdot · intercal ⊺ divideontimes ⋇ And & plusmn ± sdot ⋅ bull ∙ cupdot ⊍ dotminus ∸
    """

  static let sums = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
    bigsqcap ⨅ bigtimes ⨉ bigcupdot ⨃
    """

  static let integrals = """
    fint ⨏ sumint ⨋ int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫
    intclockwise ∱ varointclockwise ∲ ointctrclockwise ∳
    """

  static let punctuation = """
    colon :
    """

  static let inner = """
    ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … adots ⋰ mathellipsis … iddots ⋰ hdots …
    """
}
