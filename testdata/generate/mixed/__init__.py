"""A county's mixed mail in any amount, for judging decisions: twenty types of document from many kinds of writers.

There are three styles that share nothing but the drawing tools: other layouts, other wordings, other courts and firms.
Rules and learned types are made on style `a`; style `b` is held out and shows what they are worth on mail that nobody
has seen. Where faults on `b` were looked at nevertheless, `c` tells the truth: its words were written without knowing
the rules, and it has forms, creditors and enclosures of its own. `county` makes the registers and the matters, `flow`
lets text run over pages, `layouts_...` are the letter papers, `words_...` what is written on them, `kinds` the
documents, `paperforms` and `forms_c` the forms, `enclosures` and `enclosures_c` what is stapled behind them, and
`stack` lays it all into batches.
"""
