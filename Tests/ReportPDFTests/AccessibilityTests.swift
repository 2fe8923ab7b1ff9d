import Foundation
import Report
import Testing
import Typography

@testable import ReportPDF

/// The rules of PDF/UA-1 (ISO 14289-1, by the numbers of the Matterhorn protocol) that a program can check.
@Suite struct AccessibilityTests {
  let file: PDFFile

  static let bytes = Result { try PDFReportWriter(fonts: FontLibrary()).write(TortureReport.make()) }

  init() throws { file = try PDFFile(Self.bytes.get()) }

  struct Element {
    var object: PDFObject
    var tag: String
    var parent: String
    var kids: [PDFObject]
  }

  /// Every element of the structure in the order of reading.
  var elements: [Element] {
    var found: [Element] = []
    func visit(_ object: PDFObject, _ parent: String) {
      let tag = object["/S"].name ?? ""
      let kids = object["/K"].isArray ? object["/K"].items : [object["/K"]]
      found.append(Element(object: object, tag: tag, parent: parent, kids: kids))
      for kid in kids where kid["/S"].name != nil { visit(kid, tag) }
    }
    visit(file.root["/StructTreeRoot"]["/K"], "")
    return found
  }

  var annotations: [PDFObject] { file.pages.flatMap { $0["/Annots"].items } }

  /// 06, 07, 11: what the file says about itself.
  @Test func theFileSaysWhatItIs() throws {
    let root = file.root
    #expect(root["/Lang"].text == "en")
    #expect(root["/MarkInfo"]["/Marked"].isTrue)
    #expect(root["/ViewerPreferences"]["/DisplayDocTitle"].isTrue)
    let packet = String(decoding: root["/Metadata"].streamBytes, as: UTF8.self)
    #expect(packet.contains("<pdfuaid:part>1</pdfuaid:part>"))
    #expect(packet.contains("Label noise (stochastic) gradient descent"))
    #expect(file.trailer["/ID"].items.count == 2)
  }

  /// 01-005: content is tagged or an artifact.
  @Test func allContentIsMarked() {
    for (index, page) in file.pages.enumerated() {
      let content = page["/Contents"].streamBytes
      #expect(ContentStreamRewriter.rewritten(content) == content, "page \(index + 1) has content without a mark")
      #expect(content.count > 100)
    }
  }

  /// 01-003, 01-004 and 09: every mark belongs to one element, and back.
  @Test func marksAndElementsBelongTogether() throws {
    let tree = file.root["/StructTreeRoot"]["/ParentTree"]["/Nums"].items
    var entries: [Int: PDFObject] = [:]
    for index in stride(from: 0, to: tree.count, by: 2) { entries[try #require(tree[index].integer)] = tree[index + 1] }
    #expect(tree.count == 2 * entries.count)
    var seen: [Int: Set<Int>] = [:]
    for element in elements {
      for kid in element.kids {
        let page = kid["/Type"].name == "/MCR" ? kid["/Pg"] : element.object["/Pg"]
        guard let id = kid.integer ?? kid["/MCID"].integer else { continue }
        let key = try #require(page["/StructParents"].integer)
        #expect(seen[key, default: []].insert(id).inserted, "a mark is in two elements")
        #expect(entries[key]?.items[id].number == element.object.number)
      }
    }
    for page in file.pages {
      let text = String(decoding: page["/Contents"].streamBytes, as: UTF8.self)
      let count = text.components(separatedBy: "/MCID ").count - 1
      let key = try #require(page["/StructParents"].integer)
      #expect(seen[key]?.count == count)
    }
  }

  /// 01-006, 02: elements are of types that readers know, none is empty.
  @Test func elementsAreOfStandardTypesAndHoldSomething() {
    let standard: Set<String> = [
      "/Document", "/Sect", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD",
      "/Caption", "/Figure", "/Formula", "/Span", "/Code", "/Link", "/Note", "/Reference", "/BlockQuote", "/Quote", "/BibEntry", "/Div",
      "/THead", "/TBody",
    ]
    for element in elements {
      #expect(standard.contains(element.tag), "\(element.tag)")
      #expect(element.kids.contains { $0.integer != nil || $0["/Type"].name != nil || $0["/S"].name != nil }, "an empty \(element.tag)")
    }
  }

  /// 14: the title is the first heading, and no level is skipped.
  @Test func headingsAreInOrder() {
    let levels = elements.compactMap { $0.tag.hasPrefix("/H") ? Int($0.tag.dropFirst(2)) : nil }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(levels.count > 6)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  /// 13, 17: figures and formulas are described, figures have a frame.
  @Test func figuresAndFormulasHaveWords() {
    let described = elements.filter { $0.tag == "/Figure" || $0.tag == "/Formula" }
    #expect(described.count > 40)
    for element in described { #expect(element.object["/Alt"].text?.isEmpty == false) }
    for element in described where element.tag == "/Figure" {
      let box = element.object["/A"]["/BBox"].items.compactMap(\.double)
      #expect(box.count == 4 && box[0] < box[2] && box[1] < box[3])
    }
  }

  /// A caption is the first or the last child of its table or figure (ISO 32000-1, 14.8.4.3.4).
  @Test func captionsAreInWhatTheyName() {
    let captions = elements.filter { $0.tag == "/Caption" }
    #expect(captions.count > 4)
    // A picture that cannot be drawn is a paragraph, under which its caption stands.
    #expect(captions.count { $0.parent != "/Table" && $0.parent != "/Figure" } <= 1)
    for element in elements where element.tag == "/Table" || element.tag == "/Figure" {
      let places = element.kids.indices.filter { element.kids[$0]["/S"].name == "/Caption" }
      #expect(places.count <= 1)
      if let place = places.first { #expect(place == (element.tag == "/Table" ? 0 : element.kids.count - 1)) }
    }
  }

  /// 15: rows of a table have as many cells as its head, and heads say what they head.
  @Test func tablesAreRegular() {
    let tables = elements.filter { $0.tag == "/Table" }
    #expect(tables.count == 4)
    for table in tables {
      let rows = table.kids.filter { $0["/S"].name == "/TR" }
      #expect(table.kids.dropFirst().allSatisfy { $0["/S"].name == "/TR" })
      let counts = rows.map { $0["/K"].isArray ? $0["/K"].items.count : 1 }
      #expect(Set(counts).count == 1)
    }
    for head in elements where head.tag == "/TH" { #expect(head.object["/A"]["/Scope"].name == "/Column") }
  }

  /// 16: lists hold items, items labels and bodies.
  @Test func listsAreLists() {
    for element in elements {
      switch element.tag {
      case "/L":
        #expect(element.kids.allSatisfy { $0["/S"].name == "/LI" })
        #expect(element.object["/A"]["/ListNumbering"].name != nil)
      case "/LI": #expect(["/Lbl /LBody", "/LBody"].contains(element.kids.compactMap { $0["/S"].name }.joined(separator: " ")))
      case "/TR": #expect(element.parent == "/Table")
      case "/TD", "/TH": #expect(element.parent == "/TR")
      case "/LBody": #expect(element.parent == "/LI")
      default: break
      }
    }
  }

  /// 19: notes have identifiers, which the tree of identifiers finds.
  @Test func notesHaveIdentifiers() {
    let identifiers = elements.filter { $0.tag == "/Note" }.compactMap { $0.object["/ID"].text }
    #expect(identifiers.count == 3)
    #expect(Set(identifiers).count == 3)
    #expect(file.root["/StructTreeRoot"]["/IDTree"]["/Names"].items.count == 6)
  }

  /// 19: the mark of a note is a reference that leads to it, and the note's label leads back.
  @Test func notesAndTheirMarksLeadToEachOther() throws {
    let references = elements.filter { $0.tag == "/Reference" }
    #expect(references.count == 3)
    #expect(references.allSatisfy { $0.kids.count == 1 && $0.kids[0]["/S"].name == "/Link" })
    let notes = elements.filter { $0.tag == "/Note" }
    for note in notes { #expect(note.kids.first?["/S"].name == "/Lbl") }
    func destination(_ link: PDFObject) -> String? {
      let kids = link["/K"].isArray ? link["/K"].items : [link["/K"]]
      return kids.first { $0["/Type"].name == "/OBJR" }.flatMap { $0["/Obj"]["/Dest"].text ?? $0["/Obj"]["/A"]["/D"].text }
    }
    let forward = references.compactMap { destination($0.kids[0]) }
    #expect(forward == ["fn-1", "fn-2", "fn-3"])
    let back = notes.compactMap { $0.kids[0]["/K"] }.compactMap { ($0.isArray ? $0.items.first : $0).flatMap(destination) }
    #expect(back == ["fnref-1", "fnref-2", "fnref-3"])
  }

  /// 28: links are in the structure, in the order of it, and say where they lead.
  @Test func linksAreDescribed() {
    #expect(annotations.count > 20)
    for link in annotations {
      #expect(link["/Contents"].text?.isEmpty == false)
      #expect(link["/StructParent"].integer != nil)
    }
    for page in file.pages { #expect(page["/Tabs"].name == "/S") }
    let holders = elements.filter { $0.tag == "/Link" }
    let held = holders.flatMap { $0.kids.filter { $0["/Type"].name == "/OBJR" }.map { $0["/Obj"].number } }
    #expect(Set(held) == Set(annotations.map(\.number)))
    #expect(holders.allSatisfy { holder in holder.kids.contains { $0.integer != nil || $0["/MCID"].integer != nil } })
  }

  /// 31: faces are embedded and their characters known.
  @Test func facesAreEmbedded() {
    let fonts = file.objects.filter { $0["/Type"].name == "/Font" }
    #expect(fonts.count > 5)
    for font in fonts where font["/Subtype"].name == "/Type0" || font["/Subtype"].name == "/Type1" || font["/Subtype"].name == "/TrueType" {
      #expect(font["/ToUnicode"].isStream)
      #expect(!LigatureMaps.ligatures.contains { String(decoding: font["/ToUnicode"].streamBytes, as: UTF8.self).lowercased().contains("> <\($0.character)>") })
    }
    for descriptor in file.objects where descriptor["/Type"].name == "/FontDescriptor" {
      #expect(descriptor["/FontFile3"].isStream || descriptor["/FontFile2"].isStream || descriptor["/FontFile"].isStream)
    }
  }

  @Test func aParagraphOverTwoPagesIsOneElement() {
    let divided = elements.filter { element in element.tag == "/P" && element.kids.contains { $0["/Type"].name == "/MCR" } }
    #expect(!divided.isEmpty)
  }

  @Test func theNumbersOfFiguresAreAttached() throws {
    let names = file.root["/Names"]["/EmbeddedFiles"]["/Names"].items
    #expect(names.count == 2)
    #expect(names.first?.text == "fig-1.csv")
    let specification = try #require(names.last)
    #expect(specification["/AFRelationship"].name == "/Data")
    #expect(String(decoding: specification["/EF"]["/F"].streamBytes, as: UTF8.self) == "x,y\n1,2.5\n")
    #expect(file.root["/AF"].items.map(\.number) == [specification.number])
    #expect(elements.filter { $0.object["/AF"].items.map(\.number) == [specification.number] }.map(\.tag) == ["/Figure"])
    // The destinations of links are still there.
    #expect(file.root["/Names"]["/Dests"].isDictionary || file.root["/Dests"].isDictionary)
  }
}
