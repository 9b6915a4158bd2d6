"""Makes the sample mail of testdata/: drawn, then scanned on paper that never was.

Everything is invented and everything is repeatable: the same program, packages and fonts give the same bytes.
`sheet` is the paper, `letters`, `forms`, `invoices`, `certificates` and `separators` write on it, `scan` is the
scanner, `encode` the file formats, `hostile` the files that want to hurt, `sets` says what lies in which folder and
`expected` writes down what a good system makes of it.
"""
