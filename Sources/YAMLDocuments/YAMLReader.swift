import CYAML
import Diagnostics

/// Builds nodes from libyaml's events.
struct YAMLReader {
  /// A collection that is being read.
  struct Frame {
    var isMapping: Bool
    var isFlow: Bool
    var start: Int
    var end: Int
    var anchor: String?
    var weight = 1
    var elements: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// Index of each key once there are too many to look through.
    var indices: [String: Int] = [:]
    var key: (text: String, range: SourceRange)?
    /// The key was faulty: its value is read and dropped.
    var dropsValue = false
  }

  var places: YAMLPlaces
  var diagnostics: [Diagnostic] = []
  private var stack: [Frame] = []
  private var root: YAMLNode?
  private var anchors: [String: (node: YAMLNode, weight: Int)] = [:]
  private var aliasedNodes = 0
  private var documents = 0

  var bytes: [UInt8] { places.text.bytes }

  init(_ text: YAMLText) { places = YAMLPlaces(text) }

  mutating func read() -> (YAMLNode?, [Diagnostic]) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      return (nil, [Diagnostic("RP0101", "not enough memory to read YAML")])
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let text = places.text
    let isComplete = text.bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress ?? UnsafePointer(bitPattern: 1), buffer.count)
      return readEvents(parser)
    }
    return (isComplete ? root : nil, diagnostics)
  }

  /// Reads to the end of the stream; false when the text breaks the grammar or a limit.
  private mutating func readEvents(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Bool {
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(parser, &event) == 1 else {
        diagnoseSyntax(parser.pointee)
        return false
      }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return true
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          let start = places.offset(ofCharacter: event.start_mark.index)
          diagnostics.append(YAMLDiagnostics.severalDocuments(at: places.range(start, start + 3)))
          return false
        }
      default:
        guard take(event) else { return false }
      }
    }
  }

  /// Takes a node's event; false when a limit is passed.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    let start = places.offset(ofCharacter: event.start_mark.index)
    let end = places.offset(ofCharacter: event.end_mark.index)
    switch event.type {
    case YAML_ALIAS_EVENT: return takeAlias(name(event.data.alias.anchor) ?? "", start, end)
    case YAML_SCALAR_EVENT:
      checkTag(event.data.scalar.tag, start, end)
      takeScalar(event, start, end)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      checkTag(data.tag, start, end)
      return open(isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, start, end, name(data.anchor))
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      checkTag(data.tag, start, end)
      return open(isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, start, end, name(data.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(end)
    default: break
    }
    return true
  }

  private mutating func takeScalar(_ event: yaml_event_t, _ start: Int, _ end: Int) {
    let scalar = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    var end = end
    if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
      while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") || bytes[end - 1] == UInt8(ascii: " ") {
        end -= 1
      }
    }
    if isPlain { checkComment(after: end, isEmpty: scalar.length == 0) }
    if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { checkEscapes(text, start, end) }
    let node = YAMLNode(.scalar(YAMLScalar(text, isPlain: isPlain)), range: places.range(start, end))
    if let anchor = name(scalar.anchor) { anchors[anchor] = (node, 1) }
    attach(node, weight: 1, end: end)
  }

  private mutating func takeAlias(_ name: String, _ start: Int, _ end: Int) -> Bool {
    let range = places.range(start, end)
    guard let (node, weight) = anchors[name] else {
      diagnostics.append(YAMLDiagnostics.unknownAlias(name, known: anchors.keys.sorted(), at: range))
      attach(YAMLNode(.scalar(YAMLScalar("", isPlain: true)), range: range), weight: 1, end: end)
      return true
    }
    aliasedNodes += weight
    guard aliasedNodes <= YAMLDocument.maximumAliasedNodes else {
      diagnostics.append(YAMLDiagnostics.tooManyAliases(at: range))
      return false
    }
    attach(YAMLNode(node.kind, range: range), weight: weight, end: end)
    return true
  }

  private mutating func open(isMapping: Bool, isFlow: Bool, _ start: Int, _ end: Int, _ anchor: String?) -> Bool {
    guard stack.count < YAMLDocument.maximumDepth else {
      diagnostics.append(YAMLDiagnostics.tooDeep(at: places.range(start, end)))
      return false
    }
    stack.append(Frame(isMapping: isMapping, isFlow: isFlow, start: start, end: max(start, isFlow ? end : start), anchor: anchor))
    return true
  }

  private mutating func close(_ end: Int) {
    guard let frame = stack.popLast() else { return }
    let end = frame.isFlow ? end : frame.end
    let kind = frame.isMapping ? YAMLNode.Kind.mapping(frame.entries) : .sequence(frame.elements)
    let node = YAMLNode(kind, range: places.range(frame.start, end))
    if let anchor = frame.anchor { anchors[anchor] = (node, frame.weight) }
    attach(node, weight: frame.weight, end: end)
  }

  /// Puts a finished node where it belongs: the root, an element, a key or a value.
  private mutating func attach(_ node: YAMLNode, weight: Int, end: Int) {
    guard let top = stack.indices.last else {
      root = node
      return
    }
    stack[top].end = max(stack[top].end, end)
    stack[top].weight += weight
    guard stack[top].isMapping else {
      stack[top].elements.append(node)
      return
    }
    if let key = stack[top].key {
      stack[top].key = nil
      if !stack[top].dropsValue {
        stack[top].entries.append(YAMLEntry(key: key.text, keyRange: key.range, value: node))
      }
    } else {
      takeKey(node, into: top)
    }
  }

  private mutating func takeKey(_ node: YAMLNode, into top: Int) {
    stack[top].dropsValue = false
    stack[top].key = (node.text ?? "", node.range)
    guard let text = node.text else {
      diagnostics.append(YAMLDiagnostics.keyIsCollection(node))
      stack[top].dropsValue = true
      return
    }
    if let earlier = index(of: text, in: top) {
      diagnostics.append(YAMLDiagnostics.duplicateKey(text, at: node.range, first: stack[top].entries[earlier].keyRange))
      stack[top].dropsValue = true
    }
  }

  /// The entry that has a key already. Small mappings are looked through, large ones indexed.
  private mutating func index(of key: String, in top: Int) -> Int? {
    let count = stack[top].entries.count
    if count < 8 { return stack[top].entries.firstIndex { $0.key == key } }
    for index in stack[top].indices.count..<count { stack[top].indices[stack[top].entries[index].key] = index }
    return stack[top].indices[key]
  }

  private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private mutating func checkTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, _ start: Int, _ end: Int) {
    guard let tag = name(tag) else { return }
    let written = bytes[start...].prefix { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
    let text = written.first == UInt8(ascii: "!") ? String(decoding: written, as: UTF8.self) : tag
    diagnostics.append(YAMLDiagnostics.tag(text, at: places.range(start, max(start + (written.first == UInt8(ascii: "!") ? written.count : 0), min(end, start + 1)))))
  }
}
