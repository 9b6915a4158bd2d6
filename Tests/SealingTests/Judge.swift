import Foundation
import TestSupport
import Testing

/// What independent programs say of a sealed document.
enum Judge {
    struct Verdict: Decodable {
        let intact, valid, trusted: Bool
        let coverage: String
        let timestamp: String?
        let subFilter: String
        let hasSigningTime: Bool
        let hasSigningCertificate: Bool
        let modification: String
    }

    /// pyHanko's verdict on the first signature.
    static func verdict(_ path: String, root: String) throws -> Verdict {
        let outcome = try Tool.run(
            try #require(python, "no python3 with pyhanko: run scripts/setup --tests"), ["-c", script, path, root])
        try #require(outcome.status == 0, "\(outcome.errorText.suffix(600))")
        return try JSONDecoder().decode(Verdict.self, from: outcome.output)
    }

    /// Output of poppler's verdict.
    static func pdfsig(_ path: String) throws -> String { try Tool.run("pdfsig", ["-nocert", path]).text }

    /// Findings of pikepdf's PDF/A validator for level 2b that are none of its known false alarms.
    ///
    /// It does not look into forms, which every signature brings, and says so.
    static func archivalFindings(_ path: String) throws -> [String] {
        let outcome = try Tool.run(try #require(python), ["-c", archivalScript, path])
        try #require(outcome.status == 0, "\(outcome.errorText.suffix(600))")
        return outcome.text.split(separator: "\n").map(String.init)
    }

    /// What asn1crypto and hashlib make of an evidence record: whether it leads from the file to the timestamp's imprint.
    static func evidence(_ record: String, of path: String, tokenTo token: String) throws -> String {
        let outcome = try Tool.run(try #require(python), ["-c", evidenceScript, record, path, token])
        try #require(outcome.status == 0, "\(outcome.errorText.suffix(600))")
        return outcome.text
    }

    private static let python: String? = {
        let ours = Programs.projectFolder()?.appendingPathComponent(".build-venv/bin/python").path
        let named = ProcessInfo.processInfo.environment["SCANSTELLE_PYTHON"]
        return [named, ours, "python3"].compactMap(\.self).first { candidate in
            (try? Tool.run(candidate, ["-c", "import pyhanko, pikepdf.pdfa"]))?.status == 0
        }
    }()

    private static let script = """
        import json, sys
        from pyhanko.keys import load_cert_from_pemder
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext
        reader = PdfFileReader(open(sys.argv[1], 'rb'))
        signature = reader.embedded_signatures[0]
        context = ValidationContext(trust_roots=[load_cert_from_pemder(sys.argv[2])])
        status = validate_pdf_signature(signature, context, ts_validation_context=context)
        attributes = [a['type'].native for a in signature.signer_info['signed_attrs']]
        stamp = status.timestamp_validity
        print(json.dumps({
            'intact': status.intact, 'valid': status.valid, 'trusted': status.trusted,
            'coverage': status.coverage.name,
            'timestamp': None if stamp is None else ('sound' if stamp.intact and stamp.valid and stamp.trusted else 'bad'),
            'subFilter': signature.sig_object['/SubFilter'],
            'hasSigningTime': 'signing_time' in attributes,
            'hasSigningCertificate': 'signing_certificate_v2' in attributes,
            'modification': str(status.modification_level)}))
        """

    private static let archivalScript = """
        import sys, pikepdf.pdfa
        known = ('6.6.4-3', '6.6.2.3.1-1')
        for finding in pikepdf.pdfa.validate_written(sys.argv[1], '2b').findings:
            text = str(finding)
            if not any(k in text for k in known) and '/AcroForm' not in text: print(text)
        """

    private static let evidenceScript = """
        import hashlib, sys
        from asn1crypto import algos, cms, core, tsp
        class Hashes(core.SequenceOf): _child_spec = core.OctetString
        class Tree(core.SequenceOf): _child_spec = Hashes
        class Stamp(core.Sequence):
            _fields = [('algorithm', algos.DigestAlgorithm, {'implicit': 0, 'optional': True}),
                       ('attributes', core.SetOf, {'implicit': 1, 'optional': True, 'spec': core.Any}),
                       ('tree', Tree, {'implicit': 2, 'optional': True}), ('token', cms.ContentInfo)]
        class Chain(core.SequenceOf): _child_spec = Stamp
        class Chains(core.SequenceOf): _child_spec = Chain
        class Algorithms(core.SequenceOf): _child_spec = algos.DigestAlgorithm
        class Record(core.Sequence):
            _fields = [('version', core.Integer), ('algorithms', Algorithms), ('chains', Chains)]
        record = Record.load(open(sys.argv[1], 'rb').read(), strict=True)
        stamp = record['chains'][0][0]
        name = record['algorithms'][0]['algorithm'].native
        hashed = lambda data: hashlib.new(name, data).digest()
        h = hashed(open(sys.argv[2], 'rb').read())
        tree = stamp['tree'].native or []
        assert not tree or h in tree[0], 'the document is not in the first list'
        for index, hashes in enumerate(tree):
            h = hashed(b''.join(sorted(hashes if index == 0 else hashes + [h])))
        open(sys.argv[3], 'wb').write(stamp['token'].dump())
        info = stamp['token']['content']['encap_content_info']['content'].parsed
        imprint = info['message_imprint']['hashed_message'].native
        print('proven' if imprint == h else 'not proven', h.hex())
        """
}
