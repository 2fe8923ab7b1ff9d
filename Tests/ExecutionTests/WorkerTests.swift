import Experiments
import Tables
import Testing

@testable import Execution

@Suite struct WorkerTests {
  @Test func environmentPinsWhatChangesNumbers() {
    let variables = WorkerEnvironment.make(
      from: ["PATH=/bin", "OPENBLAS_NUM_THREADS=8", "OPENBLAS_CORETYPE=Prescott", "LC_NUMERIC=de", "OMP_NUM_THREADS=4"],
      coreType: "Haswell")
    #expect(variables.contains("PATH=/bin"))
    #expect(variables.filter { $0.hasPrefix("OPENBLAS") } == ["OPENBLAS_CORETYPE=Haswell", "OPENBLAS_NUM_THREADS=1"])
    #expect(variables.filter { $0.hasPrefix("OMP") } == ["OMP_NUM_THREADS=1"])
    #expect(variables.filter { $0.hasPrefix("LC_") } == ["LC_ALL=C"])
    #expect(WorkerEnvironment.make(from: [], coreType: nil).allSatisfy { !$0.hasPrefix("OPENBLAS_CORETYPE") })
  }

  @Test func backtracesAreTidied() {
    var log = WorkerLog()
    log.append(
      Array(
        """
        working
        Swift/Array.swift:692: Fatal error: Index out of range

        *** Signal 4: Backtracing from 0x7fc8f1b6df7f... done ***
        *** Program crashed: Illegal instruction at 0x00007fc8f1b6df7f ***
        Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))
        Thread 0 "exe" crashed:

          2 [ra]         0x00007fc8f1b87e7d Array.subscript.getter + 124 in libswiftCore.so
          3 [ra]         0x0000556da02a7f69 Fault.run(in:) + 632 in tool at /home/a b/Fault.swift:54:40
          4 [ra] [thunk] 0x0000556da0290c85 protocol witness for Experiment.run(in:) + 68 in tool at //<compiler-generated>
          5 [ra]         0x0000556da02845be static Worker.run(_:_:) + 1869 in tool at /home/Worker.swift:63:27
        ...
        Backtrace took 0.14s
        """.utf8))
    #expect(
      log.lastLines() == [
        "working", "Swift/Array.swift:692: Fatal error: Index out of range", "  at Array.subscript.getter",
        "  at Fault.run(in:), Fault.swift:54:40",
      ])
  }

  @Test func theMessageOfATrapStays() {
    var log = WorkerLog()
    log.append(Array((0..<40).map { "before \($0)\n" }.joined().utf8))
    log.append(Array("F.swift:1: Fatal error: boom\n".utf8))
    log.append(Array((0..<40).map { "after \($0)\n" }.joined().utf8))
    #expect(log.lastLines().first == "F.swift:1: Fatal error: boom")
    #expect(log.lastLines().count == 12)
  }

  @Test func aTalkativeWorkerFillsNoMemory() {
    var log = WorkerLog()
    for _ in 0..<100 { log.append([UInt8](repeating: 0x61, count: 10_000)) }
    #expect(log.text.utf8.count <= 1 << 17)
  }

  @Test(arguments: [
    ("Fatal error: failed to allocate 1000032 bytes of memory with alignment 8", true), ("std::bad_alloc", true),
    ("OpenBLAS : Memory allocation still failed after 10 retries, giving up.", true), ("Index out of range", false),
  ])
  func missingMemoryIsTold(text: String, isMissing: Bool) {
    var log = WorkerLog()
    log.append(Array(text.utf8))
    #expect(log.tellsOfMissingMemory == isMissing)
  }

  @Test func requestsAreReadBack() throws {
    let planned = plan("test/wide\nlabel: a\nlevels: [1, 2.5]\nfile: \"\"\nkind: none").experiments[0]
    let request = JobRequest(planned.jobs[0], of: planned)
    #expect(try JobRequest(decoding: request.encoded) == request)
    for count in 0..<request.encoded.count {
      #expect(throws: MalformedBytes.self) { try JobRequest(decoding: Array(request.encoded.prefix(count))) }
    }
  }

  @Test func framesArriveInPieces() throws {
    let frames: [(UInt8, [UInt8])] = [(1, []), (3, [1, 2, 3]), (2, [UInt8](repeating: 7, count: 300))]
    let bytes = frames.flatMap { kind, payload in
      withUnsafeBytes(of: UInt32(payload.count + 1).littleEndian) { Array($0) } + [kind] + payload
    }
    for step in [1, 2, 3, 7, 1000] {
      var buffer = FrameBuffer()
      var received: [(kind: UInt8, payload: [UInt8])] = []
      for start in stride(from: 0, to: bytes.count, by: step) {
        buffer.append(bytes[start..<min(start + step, bytes.count)])
        while let frame = try buffer.next() { received.append(frame) }
      }
      #expect(received.map(\.kind) == frames.map(\.0))
      #expect(received.map(\.payload) == frames.map(\.1))
    }
    var garbage = FrameBuffer()
    garbage.append([255, 255, 255, 255, 0])
    #expect(throws: MalformedBytes.self) { _ = try garbage.next() }
  }
}
