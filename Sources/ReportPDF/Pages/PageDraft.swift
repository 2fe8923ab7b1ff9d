/// A page that the search for pages has chosen, and those before it; put together only once all are chosen.
final class PageDraft {
  let previous: PageDraft?
  let page: PageBuilder.Candidate
  /// How many pages there are with this one.
  let number: Int

  init(_ page: PageBuilder.Candidate, after previous: PageDraft?) {
    self.page = page
    self.previous = previous
    number = (previous?.number ?? 0) + 1
  }

  /// All pages from the first to this one.
  var all: [PageBuilder.Candidate] {
    var pages = [page]
    var current = previous
    while let draft = current {
      pages.append(draft.page)
      current = draft.previous
    }
    return pages.reversed()
  }
}
