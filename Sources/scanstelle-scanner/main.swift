// scanstelle-scanner list                  the scanners, a JSON array on one line
// scanstelle-scanner options DEVICE        a scanner's options, a JSON array on one line
// scanstelle-scanner describe DEVICE       what a scanner can do, a JSON object on one line
// scanstelle-scanner watch                 a `WatchRequest` line on standard input, `DeviceSignal` lines on standard output;
//                                          ends with its input
// scanstelle-scanner feed [--empty-wait-seconds S] [--silence-seconds S]
//                                          one feed: `ScannerCommand` lines on standard input, `ScannerEvent` lines on
//                                          standard output; ends after `ended`
//
// SIGTERM and SIGINT cancel politely. Exit 0: done, however a feed ended; 1: a `CaptureError` as the only line, or usage.
// Everything of libsane happens on the main thread.

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let output = LineOutput()

switch (arguments.first, arguments.count) {
case ("list", 1): exit(Inquiry.list(to: output))
case ("options", 2): exit(Inquiry.options(of: arguments[1], to: output))
case ("describe", 2): exit(Inquiry.capabilities(of: arguments[1], to: output))
case ("watch", 1): exit(WatchProgram(output: output).run())
case ("feed", _): exit(FeedProgram(Array(arguments.dropFirst()), output).run())
default:
    FileHandle.standardError.write(
        Data("usage: scanstelle-scanner list | options DEVICE | describe DEVICE | watch | feed\n".utf8))
    exit(1)
}
