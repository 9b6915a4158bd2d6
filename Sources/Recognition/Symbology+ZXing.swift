import CZXing
import CaptureModel

extension Symbology {
    /// What to ask zxing-cpp for.
    var formats: [ZXing_BarcodeFormat] {
        switch self {
        case .code128: [ZXing_BarcodeFormat_Code128]
        case .code39: [ZXing_BarcodeFormat_Code39]
        case .code93: [ZXing_BarcodeFormat_Code93]
        case .itf: [ZXing_BarcodeFormat_ITF]
        case .ean13: [ZXing_BarcodeFormat_EAN13]
        case .ean8: [ZXing_BarcodeFormat_EAN8]
        case .upca: [ZXing_BarcodeFormat_UPCA]
        case .upce: [ZXing_BarcodeFormat_UPCE]
        case .codabar: [ZXing_BarcodeFormat_Codabar]
        case .qr: [ZXing_BarcodeFormat_QRCodeModel2, ZXing_BarcodeFormat_QRCodeModel1]
        case .microqr: [ZXing_BarcodeFormat_MicroQRCode]
        case .datamatrix: [ZXing_BarcodeFormat_DataMatrix]
        case .pdf417: [ZXing_BarcodeFormat_PDF417]
        case .aztec: [ZXing_BarcodeFormat_Aztec]
        }
    }

    /// What zxing-cpp found; nil for kinds this program does not name.
    init?(_ format: ZXing_BarcodeFormat) {
        switch format {
        case ZXing_BarcodeFormat_EAN13, ZXing_BarcodeFormat_ISBN: self = .ean13
        case ZXing_BarcodeFormat_EAN8: self = .ean8
        case ZXing_BarcodeFormat_UPCA: self = .upca
        case ZXing_BarcodeFormat_UPCE: self = .upce
        case ZXing_BarcodeFormat_MicroQRCode: self = .microqr
        case ZXing_BarcodeFormat_RMQRCode: return nil
        default: self.init(family: ZXing_BarcodeFormatSymbology(format))
        }
    }

    private init?(family: ZXing_BarcodeFormat) {
        switch family {
        case ZXing_BarcodeFormat_Code128: self = .code128
        case ZXing_BarcodeFormat_Code39: self = .code39
        case ZXing_BarcodeFormat_Code93: self = .code93
        case ZXing_BarcodeFormat_ITF: self = .itf
        case ZXing_BarcodeFormat_Codabar: self = .codabar
        case ZXing_BarcodeFormat_QRCode: self = .qr
        case ZXing_BarcodeFormat_DataMatrix: self = .datamatrix
        case ZXing_BarcodeFormat_PDF417: self = .pdf417
        case ZXing_BarcodeFormat_Aztec: self = .aztec
        default: return nil
        }
    }
}
