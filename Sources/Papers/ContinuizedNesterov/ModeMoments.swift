/// The second moments of four modes.
struct ModeMoments {
  var xx: SIMD4<Double>
  var xz: SIMD4<Double>
  var zz: SIMD4<Double>

  @inline(__always) func advanced(by h: Double, along d: ModeMoments) -> ModeMoments {
    ModeMoments(xx: xx + h * d.xx, xz: xz + h * d.xz, zz: zz + h * d.zz)
  }
}
