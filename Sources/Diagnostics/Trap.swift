#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints a message and traps: for a caller's mistake that no input can cause, such as two shapes that do not fit.
///
/// An optimised build drops the text of `precondition`; this keeps it.
public func trap(_ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line) -> Never {
  let text = "reprise: \(file):\(line): \(message())\n"
  _ = text.withCString { write(2, $0, strlen($0)) }
  abort()
}
