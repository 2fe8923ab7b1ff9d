import RepriseKit

// The whole command line of Reprise, over the experiments of this package.
RepriseTool.main(papers: [
  Paper(
    slug: "chebyshev", title: "Chebyshev semi-iterative methods", authors: ["Gene H. Golub", "Richard S. Varga"],
    venue: "Numerische Mathematik", year: 1961, sourceDigest: SourceDigests.digest(), experiments: [QuadraticRates.self])
])
