// What the device's settings make of a page: mode, resolution and scan area. Plain loops over 8-bit samples.

extension Pixels {
    /// The page in another layout: gray by luma, one bit by a threshold in the middle.
    func converted(to target: Layout) -> Pixels {
        switch (layout, target) {
        case (.bitonal, .bitonal), (.gray, .gray), (.rgb, .rgb): self
        case (.bitonal, _): expanded().converted(to: target)
        case (.rgb, .gray): luma()
        case (.gray, .rgb): tripled()
        case (_, .bitonal): converted(to: .gray).thresholded()
        }
    }

    /// The page with `newWidth` times `newHeight` pixels: the mean of the covered box when it shrinks, the nearest pixel
    /// when it grows.
    func scaled(width newWidth: Int, height newHeight: Int) -> Pixels {
        if newWidth == width, newHeight == height { return self }
        if layout == .bitonal { return expanded().scaled(width: newWidth, height: newHeight).thresholded() }
        let channels = Int(layout.rawValue)
        let columns = (0..<newWidth).map { Self.covered($0, of: newWidth, from: width) }
        return filled(layout, newWidth, newHeight) { source, target in
            var offset = 0
            for y in 0..<newHeight {
                let rows = Self.covered(y, of: newHeight, from: height)
                for columns in columns {
                    for channel in 0..<channels {
                        target[offset] = mean(source, rows, columns, channel)
                        offset += 1
                    }
                }
            }
        }
    }

    /// The part of the page from a point, at most `maxWidth` times `maxHeight` pixels; never more than the page.
    func cropped(left: Int, top: Int, maxWidth: Int, maxHeight: Int) -> Pixels {
        let newWidth = min(maxWidth, width - left)
        let newHeight = min(maxHeight, height - top)
        guard newWidth > 0, newHeight > 0, newWidth < width || newHeight < height else { return self }
        if layout == .bitonal {
            return expanded().cropped(left: left, top: top, maxWidth: maxWidth, maxHeight: maxHeight).thresholded()
        }
        let channels = Int(layout.rawValue)
        var result = Pixels(layout: layout, width: newWidth, height: newHeight, bytes: [])
        for y in top..<top + newHeight {
            let start = y * bytesPerLine + left * channels
            result.bytes += bytes[start..<start + newWidth * channels]
        }
        return result
    }

    /// The page brighter and with more contrast, each -127...127, where 0 changes nothing; one bit stays as it is.
    func adjusted(brightness: Int, contrast: Int) -> Pixels {
        guard layout != .bitonal, brightness != 0 || contrast != 0 else { return self }
        let levels = (0...255).map { level in
            UInt8(clamping: (level - 128) * (127 + contrast) / 127 + 128 + brightness)
        }
        var result = self
        result.bytes = bytes.map { levels[Int($0)] }
        return result
    }

    /// One color of an RGB page as a page of its own, for devices that scan in three passes.
    func plane(_ channel: Int) -> Pixels {
        filled(.gray, width, height) { source, target in
            for index in target.indices { target[index] = source[3 * index + channel] }
        }
    }
}

extension Pixels {
    /// The weights of ITU-R BT.601 in thousandths.
    private func luma() -> Pixels {
        filled(.gray, width, height) { source, target in
            for index in target.indices {
                let red = 299 * Int(source[3 * index])
                let green = 587 * Int(source[3 * index + 1])
                let blue = 114 * Int(source[3 * index + 2])
                target[index] = UInt8((red + green + blue + 500) / 1000)
            }
        }
    }

    private func tripled() -> Pixels {
        filled(.rgb, width, height) { source, target in
            for index in target.indices { target[index] = source[index / 3] }
        }
    }

    /// One bit to gray: 1 is black, so 0.
    private func expanded() -> Pixels {
        filled(.gray, width, height) { source, target in
            for y in 0..<height {
                for x in 0..<width {
                    let bit = source[y * bytesPerLine + x / 8] >> UInt8(7 - x % 8) & 1
                    target[y * width + x] = bit == 1 ? 0 : 255
                }
            }
        }
    }

    private func thresholded() -> Pixels {
        let stride = (width + 7) / 8
        return filled(.bitonal, width, height) { source, target in
            for y in 0..<height {
                for x in 0..<width where source[y * width + x] < 128 {
                    target[y * stride + x / 8] |= 0x80 >> UInt8(x % 8)
                }
            }
        }
    }

    /// The source pixels under pixel `index` of `count`; at least one.
    private static func covered(_ index: Int, of count: Int, from sourceCount: Int) -> Range<Int> {
        let start = index * sourceCount / count
        return start..<max(start + 1, (index + 1) * sourceCount / count)
    }

    private func mean(
        _ source: UnsafeBufferPointer<UInt8>, _ rows: Range<Int>, _ columns: Range<Int>, _ channel: Int
    ) -> UInt8 {
        var sum = 0
        for y in rows {
            for x in columns { sum += Int(source[y * bytesPerLine + x * Int(layout.rawValue) + channel]) }
        }
        return UInt8(sum / (rows.count * columns.count))
    }

    private func filled(
        _ layout: Layout, _ width: Int, _ height: Int,
        _ fill: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> Pixels {
        var result = Pixels(layout: layout, width: width, height: height, bytes: [])
        result.bytes = [UInt8](repeating: 0, count: result.bytesPerLine * height)
        bytes.withUnsafeBufferPointer { source in result.bytes.withUnsafeMutableBufferPointer { fill(source, $0) } }
        return result
    }
}
