/// The room beside the plots of a view: axes, their titles and legends.
struct PlotSides: Equatable {
  var left = 0.0
  var right = 0.0
}
