import Diagnostics
import NumericalCore

extension ImageDataset {
  /// The images with every number changed by itself, such as `{ 0.35 * $0 + 0.3 }` for less contrast.
  public func mapPixels(_ change: (Float) -> Float) -> ImageDataset {
    ImageDataset(name: name, shape: shape, classCount: classCount, pixels: pixels.map(change), labels: labels)
  }

  /// The images with their channels centred and scaled: (x − mean) / deviation, one of each a channel.
  public func standardised(mean: [Float], deviation: [Float]) -> ImageDataset {
    if mean.count != channels || deviation.count != channels {
      trap("standardised: \(mean.count) means and \(deviation.count) deviations for \(channels) channels")
    }
    return changed { pixels in
      for index in pixels.indices {
        let channel = index % channels
        pixels[index] = (pixels[index] - mean[channel]) / deviation[channel]
      }
    }
  }

  /// The images moved by whole pixels, with zeros where nothing comes from.
  public func translated(down: Int, right: Int) -> ImageDataset {
    changed { pixels in
      for index in 0..<count {
        ImageKernels.translate(ImageKernels.image(index, of: pixels, shape), shape, down: down, right: right)
      }
    }
  }

  /// The images with augmentations applied as if they were one batch.
  public func augmented(_ augmentations: [Augmentation], random: inout RandomSource) -> ImageDataset {
    changed { pixels in augmentations.apply(to: pixels, shape: shape, random: &random) }
  }

  private func changed(_ change: (UnsafeMutableBufferPointer<Float>) -> Void) -> ImageDataset {
    var pixels = pixels
    pixels.withUnsafeMutableBufferPointer { change($0) }
    return ImageDataset(name: name, shape: shape, classCount: classCount, pixels: pixels, labels: labels)
  }
}
