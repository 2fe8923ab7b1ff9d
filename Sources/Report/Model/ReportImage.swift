import Graphics

/// An image file beside the notebook with what it shows.
package struct ReportImage: Sendable {
  package var file: PictureFile
  package var alternativeText: String

  package init(file: PictureFile, alternativeText: String) {
    self.file = file
    self.alternativeText = alternativeText
  }

  package var format: PictureFile.Format { file.format }
  package var bytes: [UInt8] { file.bytes }
}
