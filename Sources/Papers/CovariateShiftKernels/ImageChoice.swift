import Experiments
import Learning

extension CovariateShiftKernels {
  /// Images in ten classes: built in, or the user's.
  enum ImageChoice: String, ParameterChoice {
    case digits, mnist, cifar10

    /// What has to lie in the user's folder.
    var files: [String] {
      switch self {
      case .digits: []
      case .mnist:
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]
      case .cifar10: ["data_batch_1.bin", "test_batch.bin"]
      }
    }

    /// - Parameter sources: one for each of `files`.
    func images(_ sources: [FileBytes]) throws(DataError) -> (training: ImageDataset, test: ImageDataset) {
      switch self {
      case .digits: (Digits.train, Digits.test)
      case .mnist:
        (
          try MNIST.read(images: sources[0], labels: sources[1]), try MNIST.read(images: sources[2], labels: sources[3])
        )
      case .cifar10: (try CIFAR10.read(sources[0]), try CIFAR10.read(sources[1]))
      }
    }
  }
}
