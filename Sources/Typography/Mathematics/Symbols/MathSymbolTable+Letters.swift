/// Letters and ordinary symbols: `command character` pairs.
extension MathSymbolTable {
  static let lowercaseGreek = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω partial ∂ imath ı jmath ȷ thetasym ϑ digamma ϝ
    """

  static let slantedGreek = """
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
    """

  static let uprightGreek = """
    upalpha α upbeta β upgamma γ updelta δ upepsilon ϵ upvarepsilon ε upzeta ζ upeta η uptheta θ upvartheta ϑ upiota ι
    upkappa κ uplambda λ upmu μ upnu ν upxi ξ uppi π upvarpi ϖ uprho ρ upvarrho ϱ upsigma σ upvarsigma ς uptau τ
    Upgamma Γ Updelta Δ Uptheta Θ Uplambda Λ Upxi Ξ Uppi Π Upsigma Σ Upupsilon Υ Upphi Φ Uppsi Ψ Upomega Ω
    upupsilon υ upphi ϕ upvarphi φ upchi χ uppsi ψ upomega ω
    """

  static let uppercaseGreek = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ
    Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ nabla ∇ varnabla ∇
    """

  static let ordinary = """
    infty ∞ ell ℓ hbar ℏ hslash ℏ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ emptyset ∅ varnothing ⌀ forall ∀
    exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ triangledown ▽
    prime ′ backprime ‵ dprime ″ flat ♭ natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠
    surd √ complement ∁ eth ð mho ℧ Finv Ⅎ Game ⅁ Bbbk 𝕜 square □ Box □ blacksquare ■ qedsymbol □ lozenge ◊ Diamond ◊
    blacklozenge ⧫ bigstar ★ blacktriangle ▴ blacktriangledown ▾ circledS Ⓢ circledR ® checkmark ✓ maltese ✠ dag †
    ddag ‡ S § P ¶ copyright © pounds £ degree ° vert | Vert ‖ | ‖ backslash \\ slash / _ _ $ $ % % & & # #
    alef ℵ alefsym ℵ weierp ℘ image ℑ real ℜ reals ℝ Reals ℝ R ℝ N ℕ Z ℤ natnums ℕ cnums ℂ Complex ℂ empty ∅ exist ∃
    infin ∞ vardiamondsuit ♦ varheartsuit ♥ clubs ♣ diamonds ♢ hearts ♡ spades ♠ sect § yen ¥ euro € mathsterling £ textdollar $ textsterling £ permil ‰
    ohm Ω minuso ⦵ textregistered ® textdegree ° textbullet • textdagger † textdaggerdbl ‡ textellipsis …
    lq ‘ rq ’ ldotp . cdotp · diagup ╱ diagdown ╲ perthousand ‰ AA Å ss ß ae æ oe œ o ø aa å l ł
    """
}
