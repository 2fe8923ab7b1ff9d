/// Words that may stand for those of the sentiment corpus, for attacks that exchange words.
///
/// No synonym occurs in the corpus itself, but for `fairly`, which is one of `rather`.
public enum Synonyms {
  private static let lines: String = """
    great: grand excellent fine
    lovely: pretty sweet graceful
    superb: splendid excellent grand
    charming: sweet graceful pleasant
    clever: smart witty sharp
    moving: touching tender gripping
    brilliant: splendid smart excellent
    delightful: pleasant sweet joyful
    funny: witty joyful amusing
    warm: tender pleasant touching
    awful: terrible horrid lousy
    boring: dreary tiresome flat
    dull: flat dreary lifeless
    clumsy: sloppy awkward crude
    tedious: tiresome dreary slow
    bland: flat lifeless stale
    dreadful: horrid terrible nasty
    stupid: silly crude dumb
    cold: lifeless distant harsh
    messy: sloppy crude confused
    film: movie picture feature
    story: tale narrative account
    acting: performance playing portrayal
    plot: storyline outline design
    script: screenplay text writing
    scene: sequence moment setting
    music: score soundtrack melody
    ending: finale close conclusion
    cast: company players troupe
    dialogue: speech talk exchange
    really: actually indeed surely
    quite: pretty somewhat wholly
    rather: somewhat fairly mildly
    very: highly extremely so
    truly: genuinely indeed honestly
    fairly: mildly somewhat moderately
    """

  /// Every word with its synonyms, in the order of the corpus's word lists.
  public static let all: [(word: String, synonyms: [String])] = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: ": ", maxSplits: 1)
    return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
  }

  private static let byWord = Dictionary(uniqueKeysWithValues: all.map { ($0.word, $0.synonyms) })

  /// The synonyms of a word, nearest first; none for a word that the corpus does not have.
  public static func of(_ word: String) -> [String] { byWord[word] ?? [] }
}
