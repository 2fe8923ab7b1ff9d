import Report

/// An image file of the report; drawings know an image of that name, too.
typealias ReportImage = EmbeddedImage
