/// The typefaces of a report, by what they are for.
///
/// Body text is TeX Gyre Pagella with its mathematics companion; charts and headings are TeX Gyre Heros, whose
/// metrics are those of Helvetica and Arial, so that live text in SVG keeps its widths where Heros is not installed.
package enum FontRole: String, Sendable, Hashable, CaseIterable {
  case serif, serifItalic, serifBold, serifBoldItalic
  case sans, sansItalic, sansBold, sansBoldItalic
  case mono, monoBold
  case math
}
