@testable import Papers

typealias SparseFeatures = SGDSparseFeatures
