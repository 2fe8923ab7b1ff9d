/// Unicode's raised and lowered digits and letters.
enum RaisedCharacters {
  static let plain: [UInt32: (scalar: UInt32, isAbove: Bool)] = {
    var table: [UInt32: (scalar: UInt32, isAbove: Bool)] = [:]
    let above = Array("⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁽(⁾)ⁿnⁱiᵀT".unicodeScalars)
    let below = Array("₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₍(₎)ᵢiⱼjₖkₙnₜt".unicodeScalars)
    for (pairs, isAbove) in [(above, true), (below, false)] {
      for index in stride(from: 0, to: pairs.count, by: 2) {
        table[pairs[index].value] = (pairs[index + 1].value, isAbove)
      }
    }
    return table
  }()
}
